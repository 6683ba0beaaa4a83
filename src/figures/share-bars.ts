import { isGap } from '../model/gap.ts';
import type { Vector } from '../model/measured.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, frame, markAttributes } from './frame.ts';
import { linear, niceStep, niceTicks } from './scale.ts';
import { fitText, haloText, textWidth } from './text.ts';
import { directionColour, paperTheme, type Theme } from './theme.ts';
import { gapText, percent, signed, vectorWords } from './words.ts';

export interface ShareRow {
  readonly id: string;
  readonly name: string;
  readonly vector: Vector;
}

export interface ShareBarsOptions extends FigureOptions {
  /** Pixels, 640 unless told otherwise. */
  readonly width?: number;
  readonly title?: string | undefined;
  /** The weight at the end of the axis; else the highest there is, rounded up. */
  readonly max?: number;
}

interface Columns {
  readonly width: number;
  readonly font: number;
  readonly row: number;
  readonly top: number;
  /** End of the names. */
  readonly names: number;
  readonly max: number;
  readonly weight: (share: number) => number;
  readonly direction: (value: number) => number;
}

/**
 * Weights as bars with their intervals, and beside each its direction as a dot with its interval on an axis from
 * conflict (-1) to cooperation (1). Heaviest first; a gap is said in words. A partner already counted in a group has
 * an outline in place of a bar.
 */
export function shareBars(rows: readonly ShareRow[], options: ShareBarsOptions = {}): Element {
  const { theme = paperTheme, width = 640, interactive = true } = options;
  const sorted = [...rows].sort((a, b) => weightOf(b.vector) - weightOf(a.vector) || (a.id < b.id ? -1 : 1));
  const font = width >= 480 ? 13 : 11.5;
  const top = font * 2.2;
  const names = Math.min(
    width * (width >= 480 ? 0.26 : 0.34),
    Math.max(0, ...rows.map(({ name }) => textWidth(name, font))) + 10,
  );
  const highest = Math.max(0.001, ...rows.map(({ vector }) => reach(vector)));
  const step = niceStep(highest, 4);
  const max = options.max ?? Math.ceil(highest / step - 1e-9) * step;
  const figure = textWidth('29 %', font) + 10;
  const split = names + (width - names) * (width >= 480 ? 0.6 : 0.54);
  const columns: Columns = {
    width,
    font,
    row: font * 2,
    top,
    names,
    max,
    weight: linear(0, max, names + 4, split - figure),
    direction: linear(-1, 1, split + 14, width - (width >= 480 ? 42 : 10)),
  };
  const bottom = top + sorted.length * columns.row;
  return frame(
    {
      width,
      height: Math.ceil(bottom + 6),
      label: options.title ?? `Weight and direction of ${rows.length} partners`,
      theme,
      interactive,
    },
    'bars',
    axes(columns, bottom, theme),
    ...sorted.map((row, index) => bar(row, index, columns, theme, interactive)),
  );
}

const weightOf = ({ weight }: Vector): number => (isGap(weight) ? -1 : weight);

function reach({ weight, weightInterval }: Vector): number {
  if (isGap(weight)) return 0;
  return isGap(weightInterval) ? weight : Math.max(weight, weightInterval.high);
}

function axes({ top, font, max, weight, direction, width }: Columns, bottom: number, theme: Theme): Element {
  const small = font * 0.82;
  const ticks = niceTicks(0, max, width >= 480 ? 5 : 2);
  const text = (x: number, y: number, said: string, anchor = 'middle') =>
    element('text', { x, y, 'text-anchor': anchor, 'font-size': small, fill: theme.mutedInk }, said);
  return element(
    'g',
    { class: 'mv-axes', 'aria-hidden': 'true' },
    ...ticks.map((tick) =>
      element('path', {
        d: `M${at(weight(tick), top - 4)}V${bottom}`,
        stroke: tick === 0 ? theme.mutedInk : theme.faint,
        'stroke-width': tick === 0 ? 0.9 : 0.6,
      }),
    ),
    ...ticks.map((tick) => text(weight(tick), top - 8, percent(tick))),
    ...[-1, 0, 1].map((tick) =>
      element('path', {
        d: `M${at(direction(tick), top - 4)}V${bottom}`,
        stroke: tick === 0 ? theme.mutedInk : theme.faint,
        'stroke-width': tick === 0 ? 0.9 : 0.6,
        'stroke-dasharray': tick === 0 ? '2 2' : undefined,
      }),
    ),
    text(direction(-1) - 4, top - 8, width >= 400 ? 'conflict' : '−1', 'start'),
    text(direction(1) + 4, top - 8, width >= 400 ? 'cooperation' : '+1', 'end'),
  );
}

function bar(
  { name, vector }: ShareRow,
  index: number,
  { width, font, row, top, names, weight, direction }: Columns,
  theme: Theme,
  interactive: boolean,
): Element {
  const y = top + (index + 0.5) * row;
  const tall = row * 0.46;
  const told = vectorWords(name, vector);
  const colour = isGap(vector.direction) ? theme.noDirection : directionColour(theme, vector.direction);
  const line = { fill: 'none', stroke: theme.ink, 'stroke-width': 0.9 };
  const words = (x: number, said: string, more: Record<string, string | number> = {}) =>
    haloText(theme, { x, y, dy: font * 0.35, 'font-size': font * 0.92, ...more }, said);
  const parts: (Element | undefined)[] = [];
  if (isGap(vector.weight)) {
    parts.push(
      words(
        weight(0) + 6,
        fitText(`no figure: ${gapText(vector.weight)}`, font * 0.92, direction(-1) - weight(0)),
        {
          'font-style': 'italic',
          fill: theme.mutedInk,
        },
      ),
    );
  } else {
    const counted = vector.within !== undefined;
    const interval = isGap(vector.weightInterval) ? undefined : vector.weightInterval;
    const end = Math.max(vector.weight, interval?.high ?? 0);
    parts.push(
      element('rect', {
        x: weight(0),
        y: y - tall / 2,
        width: Math.max(0.5, weight(vector.weight) - weight(0)),
        height: tall,
        fill: counted ? theme.paper : colour,
        stroke: counted ? colour : undefined,
        'stroke-width': counted ? 1.3 : undefined,
      }),
      interval
        ? element('path', {
            d: `M${at(weight(interval.low), y)}H${at(weight(interval.high), y).split(',')[0]}M${at(weight(interval.low), y - 3)}v6M${at(weight(interval.high), y - 3)}v6`,
            ...line,
          })
        : undefined,
      words(weight(end) + 6, percent(vector.weight), { fill: theme.ink }),
    );
  }
  if (!isGap(vector.direction)) {
    const interval = isGap(vector.directionInterval) ? undefined : vector.directionInterval;
    parts.push(
      interval
        ? element('path', {
            d: `M${at(direction(interval.low), y)}L${at(direction(interval.high), y)}`,
            stroke: colour,
            'stroke-width': 4,
            'stroke-opacity': 0.45,
            'stroke-linecap': 'round',
          })
        : undefined,
      element('circle', {
        cx: direction(vector.direction),
        cy: y,
        r: 4.5,
        fill: colour,
        stroke: theme.ink,
        'stroke-width': 0.7,
      }),
      width >= 480
        ? words(width - 2, signed(vector.direction), { 'text-anchor': 'end', fill: theme.mutedInk })
        : undefined,
    );
  } else if (!isGap(vector.weight)) {
    parts.push(
      words(direction(0), width >= 400 ? 'no direction' : 'none', {
        'text-anchor': 'middle',
        'font-style': 'italic',
        fill: theme.mutedInk,
      }),
    );
  }
  return element(
    'g',
    markAttributes('mv-bar', { vector: vector.id }, told, interactive),
    element('title', {}, told),
    element('rect', {
      class: 'mv-focus',
      x: 1,
      y: y - row / 2 + 1,
      width: width - 2,
      height: row - 2,
      rx: 3,
      fill: theme.paper,
      'fill-opacity': 0,
      stroke: theme.paper,
      'stroke-opacity': 0,
      'stroke-width': 1.5,
    }),
    element(
      'text',
      {
        x: names,
        y,
        dy: font * 0.35,
        'text-anchor': 'end',
        'font-size': font,
        'font-weight': 600,
        fill: theme.ink,
      },
      fitText(name, font, names - 2),
    ),
    ...parts,
  );
}
