import type { Multiverse } from '../model/multiverse.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, frame } from './frame.ts';
import { linear, niceStep } from './scale.ts';
import { type Column, columnsOf } from './specification-columns.ts';
import { alternativeRows, heightOf, lozenge, namesWidth } from './specification-rows.ts';
import { fitText, haloText, textWidth } from './text.ts';
import { paperTheme, type Theme } from './theme.ts';
import { percent } from './words.ts';

export interface SpecificationCurveOptions extends FigureOptions {
  /** Pixels, 720 unless told otherwise; the height follows from the number of alternatives. */
  readonly width?: number;
  readonly title?: string | undefined;
}

/** A column is at least so wide; where there are more specifications, neighbours share one. */
const narrowest = 3;
/** A column is at most so wide. */
const widest = 44;
/** With more columns than this they are no stops of the keyboard; the rows always are. */
const mostStops = 60;
const panel = 150;

/**
 * A specification curve: above, by how much the finding holds under each specification, from least to most; below, which
 * alternatives each takes. What does not hold is brass, and so is the lozenge at whatever turns the finding alone.
 *
 * @see Simonsohn, U., Simmons, J. P. and Nelson, L. D. (2020). Specification curve analysis. Nature Human Behaviour 4:
 *   1208–1214.
 */
export function specificationCurve(multiverse: Multiverse, options: SpecificationCurveOptions = {}): Element {
  const { theme = paperTheme, width = 720, interactive = true } = options;
  const { choices, specifications, headline, tally, flips } = multiverse;
  const font = width >= 480 ? 11.5 : 10.5;
  const row = font * 1.32;
  const names = Math.min(namesWidth(choices, font), width * 0.44);
  const start = names + 8;
  const room = width - 6 - textWidth('100 %', font) - 8 - start;
  const columns = columnsOf(specifications, room / narrowest);
  const end = start + Math.min(room, Math.max(1, tally.told) * widest);
  const along = linear(0, Math.max(1, tally.told), start, end);
  const x = (place: number) => Math.round(along(place)); // so that no seam shows between neighbours

  const margins = columns.flatMap(({ low, high }) => [low, high]);
  const [least, most] = [Math.min(0, ...margins), Math.max(0, ...margins)];
  const step = niceStep(most - least || 0.1, 5);
  const [bottomValue, topValue] = [
    Math.floor(least / step + 1e-9) * step,
    Math.max(Math.ceil(most / step - 1e-9) * step, least < 0 ? 0 : step),
  ];
  const ticks = Array.from({ length: Math.round((topValue - bottomValue) / step) + 1 }, (_, i) =>
    Number((bottomValue + i * step).toPrecision(12)),
  );
  const top = font * 3.1;
  const bottom = top + panel;
  const y = linear(bottomValue, topValue, bottom, top + 4);
  const rowsTop = bottom + font * 1.7;
  const rowsEnd = choices.reduce((sum, choice) => sum + heightOf(choice, row), rowsTop);
  const turnsAlone = flips[0]?.switches.length === 1;
  const notes = notesOf(multiverse, turnsAlone, width < 480);
  const height = Math.ceil(rowsEnd + notes.length * font * 1.4 + 6);
  const asked = columns.find((column) => column.specifications.some(({ id }) => id === headline.id));

  return frame(
    { width, height, label: options.title ?? multiverse.words, theme, interactive },
    'specification-curve',
    ...alternativeRows(
      multiverse,
      { width, names, start, end, top: rowsTop, font, row },
      { columns, x, theme, interactive },
    ),
    axis(ticks, { y, start, end, font }, theme),
    asked ? askedLine(asked, headline.id, { x, start, end, top, bottom: rowsEnd, font }, theme) : undefined,
    ...columns.map((column) => mark(column, x, y, theme, interactive && columns.length <= mostStops)),
    element(
      'g',
      { 'aria-hidden': 'true', 'font-size': font * 0.94, fill: theme.mutedInk },
      element(
        'text',
        { x: 4, y: font },
        fitText(marginWords(multiverse, width, font), font * 0.94, width - 8),
      ),
      element('text', { x: width - 6, y: bottom + font * 1.25, 'text-anchor': 'end' }, 'holds in'),
      ...notes.flatMap((note, i) => {
        const line = rowsEnd + (i + 1) * font * 1.4;
        const marked = turnsAlone && i === 0;
        return [
          marked ? lozenge(9, line - font * 0.35, theme) : undefined,
          element('text', { x: marked ? 18 : 4, y: line }, fitText(note, font * 0.94, width - 22)),
        ];
      }),
    ),
  );
}

/** What the axis shows, with its unit where there is room. */
function marginWords({ finding }: Multiverse, width: number, font: number): string {
  const short = `Margin: ${finding.margin}`;
  const whole = `${short}, as a share of what the measure spans`;
  return textWidth(whole, font * 0.94) <= width - 8 ? whole : short;
}

/** What stands below the rows: keys of marks, and what is not drawn; each on a line of its own where it is narrow. */
function notesOf({ tally }: Multiverse, turnsAlone: boolean, isNarrow: boolean): string[] {
  const keys = [
    `bold: as asked; ink: holds (${tally.holding})`,
    `brass: does not hold (${tally.told - tally.holding})`,
    ...(tally.untold > 0 ? [`not drawn: ${tally.untold} that cannot be told`] : []),
  ];
  return [
    ...(turnsAlone ? ['switched alone, it turns the finding'] : []),
    ...(isNarrow ? keys : [keys.join('; ')]),
  ];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly font: number;
}

function axis(
  ticks: readonly number[],
  { y, start, end, font }: Place & { y: (value: number) => number },
  theme: Theme,
): Element {
  return element(
    'g',
    { class: 'mv-axes', 'aria-hidden': 'true' },
    ...ticks.flatMap((tick) => {
      const zero = Math.abs(tick) < 1e-9;
      return [
        element('path', {
          d: `M${at(start, y(tick))}L${at(end, y(tick))}`,
          stroke: zero ? theme.ink : theme.faint,
          'stroke-width': zero ? 1 : 0.6,
        }),
        element(
          'text',
          {
            x: start - 5,
            y: y(tick),
            dy: font * 0.33,
            'text-anchor': 'end',
            'font-size': font * 0.92,
            fill: theme.mutedInk,
          },
          zero ? '0' : `${tick > 0 ? '+' : ''}${percent(tick)}`,
        ),
      ];
    }),
  );
}

function askedLine(
  { specifications, from, to }: Column,
  headline: string,
  { x, start, end, top, bottom, font }: Place & { x: (place: number) => number; top: number; bottom: number },
  theme: Theme,
): Element {
  const place = specifications.findIndex(({ id }) => id === headline);
  const middle = x(specifications.length === 1 ? (from + to) / 2 : from + place + 0.5);
  const half = textWidth('as asked', font) / 2;
  return element(
    'g',
    { class: 'mv-asked', 'aria-hidden': 'true' },
    element('path', {
      d: `M${at(middle, top - 4)}V${bottom}`,
      stroke: theme.mutedInk,
      'stroke-width': 1,
      'stroke-dasharray': '2 2',
    }),
    haloText(
      theme,
      {
        x: Math.min(Math.max(middle, start + half), Math.max(start + half, end - half)),
        y: top - 7,
        'text-anchor': 'middle',
        'font-size': font,
        'font-weight': 600,
      },
      'as asked',
    ),
  );
}

function mark(
  { specifications, holds, low, high, from, to }: Column,
  x: (place: number) => number,
  y: (value: number) => number,
  theme: Theme,
  stop: boolean,
): Element {
  const [left, right] = [x(from), x(to)];
  const colour = holds ? theme.ink : theme.accent;
  const [one] = specifications;
  const verdict = holds ? 'holds' : 'does not hold';
  const told =
    specifications.length === 1
      ? `${one?.words}: ${verdict}, margin ${percent(low)}`
      : `${specifications.length} specifications: ${verdict}, margins ${percent(low)} to ${percent(high)}`;
  const far = holds ? high : low;
  const thick = 2.6;
  return element(
    'g',
    {
      class: 'mv-specification',
      'data-specification': specifications.length === 1 ? one?.id : undefined,
      tabindex: stop ? 0 : undefined,
      role: stop ? 'button' : undefined,
      'aria-label': stop ? told : undefined, // what has no role must have no label
    },
    element('title', {}, told),
    element('rect', {
      class: 'mv-focus',
      x: left,
      y: Math.min(y(far), y(0)) - 4,
      width: right - left,
      height: Math.abs(y(far) - y(0)) + 8,
      fill: colour,
      'fill-opacity': 0,
      stroke: theme.paper,
      'stroke-opacity': 0,
      'stroke-width': 1.5,
    }),
    element('rect', {
      x: left,
      y: Math.min(y(far), y(0)),
      width: right - left,
      height: Math.abs(y(far) - y(0)),
      fill: colour,
      'fill-opacity': 0.16,
      'shape-rendering': 'crispEdges',
    }),
    element('rect', {
      x: left + (right - left > 6 ? 1 : 0),
      y: y(high) - thick / 2,
      width: right - left - (right - left > 6 ? 2 : 0),
      height: y(low) - y(high) + thick,
      fill: colour,
    }),
  );
}
