import { type Gap, type Interval, isGap, type Value } from '../model/gap.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, focusRing, frame, markAttributes } from './frame.ts';
import { drawScale, type RowScale, scaleOf } from './row-scale.ts';
import { linear, niceStep, niceTicks } from './scale.ts';
import { fitText, haloText, textWidth } from './text.ts';
import { paperTheme, type Theme } from './theme.ts';
import { gapText } from './words.ts';

export interface IntervalRow {
  readonly name: string;
  readonly value: Value;
  readonly interval?: Interval | Gap | undefined;
  /** Id of what it stands for. */
  readonly record: string;
  readonly colour?: string | undefined;
  /** An axis of its own, for a row that is in another unit than those above and below it. */
  readonly scale?: RowScale | undefined;
}

export interface IntervalDotsOptions extends FigureOptions {
  /** Pixels, 640 unless told otherwise. */
  readonly width?: number;
  readonly title: string;
  /** How values are written. */
  readonly write: (value: number) => string;
  /** How the numbers of the axis are, if not in the same way. */
  readonly tick?: ((value: number) => string) | undefined;
}

/** Height of a row, and of one with an axis of its own. */
const rowHeight = 26;
const scaledHeight = 50;
/** Height of a name that stands above its row. */
const nameHeight = 16;

/**
 * One number a row with its interval, in the order given: a league table whose distances can be seen. A row without a
 * number says why.
 */
export function intervalDots(rows: readonly IntervalRow[], options: IntervalDotsOptions): Element {
  const { theme = paperTheme, width = 640, interactive = true, title, write, tick = write } = options;
  const font = 12;
  const common = rows.some(({ scale }) => scale === undefined);
  const ends = rows.flatMap(({ value, interval }) => (isGap(value) ? [] : [value, ...endsOf(interval)]));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const step = niceStep(most - least || 1, 5);
  const low = Math.floor(least / step + 1e-9) * step;
  const high = Math.max(low + step, Math.ceil(most / step - 1e-9) * step);
  const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name, font))) + 14;
  // Where there is no room for the names beside the dots, each stands above its own.
  const stacked = longest > width * 0.36 && width < 560;
  const gutter = stacked ? 0 : Math.min(width * 0.36, longest);
  const numbers = Math.max(
    0,
    ...rows.flatMap(({ value, scale }) =>
      isGap(value) ? [] : [textWidth((scale?.write ?? write)(value), font)],
    ),
  );
  const [left, right] = [gutter + 8, width - numbers - 14];
  const x = linear(low, high, left, right);
  const top = 8;
  const above = stacked ? nameHeight : 0;
  const heights = rows.map(({ scale, value }) => above + (scale && !isGap(value) ? scaledHeight : rowHeight));
  const bottom = top + heights.reduce((sum, height) => sum + height, 0);
  return frame(
    { width, height: bottom + (common ? font * 2 : 0), label: title, theme, interactive },
    'interval-dots',
    element(
      'g',
      { class: 'mv-axes', 'aria-hidden': 'true' },
      ...(common ? niceTicks(low, high, width < 480 ? 3 : 6) : []).flatMap((value) => [
        element('path', {
          d: `M${at(x(value), top)}V${bottom}`,
          stroke: Math.abs(value) < 1e-9 ? theme.mutedInk : theme.faint,
          'stroke-width': Math.abs(value) < 1e-9 ? 0.9 : 0.6,
        }),
        element(
          'text',
          {
            x: x(value),
            y: bottom + font * 1.3,
            'text-anchor': 'middle',
            'font-size': font * 0.92,
            fill: theme.mutedInk,
          },
          tick(value),
        ),
      ]),
    ),
    ...rows.map((row, index) => {
      const own =
        row.scale && scaleOf(row.scale, isGap(row.value) ? [] : [row.value, ...endsOf(row.interval)]);
      const before = heights.slice(0, index).reduce((sum, height) => sum + height, 0);
      const y = top + before + above + rowHeight / 2;
      return drawRow(
        row,
        {
          y,
          x: own ? linear(...own, left, right) : x,
          gutter,
          left,
          width,
          font,
          height: heights[index] ?? rowHeight,
        },
        options,
        theme,
        row.scale && own && !isGap(row.value)
          ? drawScale(row.scale, own, { y, left, right, font }, theme)
          : undefined,
      );
    }),
  );
}

const endsOf = (interval: Interval | Gap | undefined): number[] =>
  interval === undefined || isGap(interval) ? [] : [interval.low, interval.high];

function drawRow(
  { name, value, interval, record, colour: own, scale }: IntervalRow,
  {
    y,
    x,
    gutter,
    left,
    width,
    font,
    height,
  }: {
    y: number;
    x: (value: number) => number;
    gutter: number;
    left: number;
    width: number;
    font: number;
    height: number;
  },
  { write: writeAll, interactive = true }: IntervalDotsOptions,
  theme: Theme,
  scaleDrawn: Element | undefined,
): Element {
  const { write, unit } = scale ?? { write: writeAll, unit: '' };
  const colour = own ?? theme.ink;
  const ends = endsOf(interval);
  const told = isGap(value)
    ? `${name}: no figure, ${gapText(value)}`
    : `${name}: ${write(value)}${unit === '' ? '' : ` ${unit}`}${ends.length === 2 ? ` [${ends.map(write).join(' to ')}]` : ''}`;
  const [low = 0, high = 0] = ends.map(x);
  return element(
    'g',
    markAttributes('mv-row', { record }, told, interactive),
    element('title', {}, told),
    // The whole row can be pointed at.
    element('rect', {
      x: 0,
      y: y - rowHeight / 2 - (gutter === 0 ? nameHeight : 0),
      width,
      height,
      fill: theme.paper,
      'fill-opacity': 0,
    }),
    scaleDrawn,
    ...nameMarks(name, isGap(value) ? '' : unit, { y, gutter, width, font }, theme),
    ...(isGap(value)
      ? [
          element(
            'text',
            {
              x: left + 6,
              y: y + font * 0.35,
              'font-size': font * 0.96,
              'font-style': 'italic',
              fill: theme.mutedInk,
            },
            fitText(`– ${gapText(value)}`, font, width - left - 12),
          ),
          focusRing(theme, left, y, 5),
        ]
      : [
          ends.length === 2
            ? element('path', {
                class: 'mv-interval',
                d: `M${at(low, y)}H${Math.round(high * 100) / 100}M${at(low, y - 4)}v8M${at(high, y - 4)}v8`,
                stroke: colour,
                'stroke-width': 1.6,
                'stroke-opacity': 0.75,
              })
            : undefined,
          focusRing(theme, x(value), y, 8),
          element('circle', {
            cx: x(value),
            cy: y,
            r: 5,
            fill: colour,
            stroke: theme.paper,
            'stroke-width': 1.2,
          }),
          element(
            'text',
            {
              x: width - 2,
              y: y + font * 0.35,
              'text-anchor': 'end',
              'font-size': font,
              fill: theme.ink,
            },
            write(value),
          ),
        ]),
  );
}

/** The name beside its row with its unit below, or above the row where there is no room beside it. */
function nameMarks(
  name: string,
  unit: string,
  { y, gutter, width, font }: Readonly<Record<'y' | 'gutter' | 'width' | 'font', number>>,
  theme: Theme,
): Element[] {
  const bold = { 'font-size': font, 'font-weight': 600, fill: theme.ink };
  if (gutter === 0)
    return [
      haloText(
        theme,
        { x: 0, y: y - nameHeight + font * 0.35, ...bold },
        fitText(unit === '' ? name : `${name} (${unit})`, font, width),
      ),
    ];
  const beside = { x: gutter, 'text-anchor': 'end' };
  return [
    element('text', { ...beside, y: y + font * 0.35, ...bold }, fitText(name, font, gutter - 4)),
    ...(unit === ''
      ? []
      : [
          element(
            'text',
            { ...beside, y: y + font * 1.5, 'font-size': font * 0.86, fill: theme.mutedInk },
            fitText(unit, font * 0.86, gutter - 4),
          ),
        ]),
  ];
}
