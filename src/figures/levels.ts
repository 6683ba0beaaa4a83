import { isGap } from '../model/gap.ts';
import { type Element, element } from './element.ts';
import { at, markAttributes, round } from './frame.ts';
import type { SeriesPoint } from './series-point.ts';
import { haloText, textWidth } from './text.ts';
import type { Theme } from './theme.ts';

/** A change of level in a series. */
export interface LevelChange {
  /** First period of the new level. */
  readonly period: string;
  /** False where it does not survive a penalty raised for autocorrelation: it is drawn dotted. */
  readonly holds?: boolean | undefined;
  /** Id of what it stands for, so that it can be opened. */
  readonly record?: string | undefined;
}

/** A stretch of a series between two changes, with its mean. */
export interface SeriesLevel {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Last period before it, where there is one. */
  readonly before?: string | undefined;
  /** The change with which it begins; absent of the first. */
  readonly change?: LevelChange | undefined;
}

/** The levels of a series between its changes; a stretch without a figure has none. */
export function levelsOf(points: readonly SeriesPoint[], changes: readonly LevelChange[]): SeriesLevel[] {
  const known = points.flatMap(({ period, value }) => (isGap(value) ? [] : [{ period, value }]));
  const starts = changes
    .map((change) => ({ change, at: known.findIndex(({ period }) => period === change.period) }))
    .filter((start) => start.at > 0)
    .sort((a, b) => a.at - b.at);
  return [{ change: undefined, at: 0 }, ...starts].flatMap(({ change, at }, i) => {
    const stretch = known.slice(at, starts[i]?.at ?? known.length);
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (!first || !last) return [];
    return [
      {
        from: first.period,
        to: last.period,
        value: stretch.reduce((sum, { value }) => sum + value, 0) / stretch.length,
        before: known[at - 1]?.period,
        change,
      },
    ];
  });
}

/** The mean of each level as a line across it, and each change as an upright line with its period at the top. */
export function levelMarks(
  {
    name,
    colour,
    levels = [],
    interactive,
  }: {
    readonly name: string;
    readonly colour: string;
    readonly levels?: readonly SeriesLevel[] | undefined;
    readonly interactive: boolean;
  },
  {
    x,
    y,
    top,
    bottom,
    font,
    write,
  }: {
    readonly x: (period: string) => number;
    readonly y: (value: number) => number;
    readonly top: number;
    readonly bottom: number;
    readonly font: number;
    readonly write: (value: number) => string;
  },
  theme: Theme,
): Element | undefined {
  if (levels.length === 0) return undefined;
  const small = font * 0.92;
  const rows: number[] = []; // how far to the right each row of labels is taken
  return element(
    'g',
    { class: 'mv-levels' },
    ...levels.map(({ from, to, value }) =>
      element('path', {
        class: 'mv-level',
        d: `M${at(x(from) - 3, y(value))}L${at(x(to) + 3, y(value))}`,
        stroke: colour,
        'stroke-width': 1.4,
        'stroke-dasharray': '5 3',
      }),
    ),
    ...levels.flatMap(({ from, before, change, value }, i) => {
      if (change === undefined || before === undefined) return [];
      const middle = (x(before) + x(from)) / 2;
      const half = textWidth(change.period, small) / 2 + 3;
      const free = rows.findIndex((end) => end <= middle - half);
      const row = free === -1 ? rows.length : free;
      rows[row] = middle + half;
      const told = `${name}, ${change.period}: level from ${write(levels[i - 1]?.value ?? value)} to ${write(value)}${change.holds === false ? ', not if the noise hangs together' : ''}`;
      return [
        element(
          'g',
          change.record === undefined
            ? { class: 'mv-change' }
            : markAttributes('mv-change', { record: change.record }, told, interactive),
          element('title', {}, told),
          change.record === undefined ? undefined : markOf({ middle, half, row, top, small }, theme),
          element('path', {
            d: `M${at(middle, top)}L${at(middle, bottom)}`,
            stroke: theme.mutedInk,
            'stroke-width': 0.9,
            'stroke-dasharray': change.holds === false ? '1 3' : undefined,
          }),
          haloText(
            theme,
            {
              x: middle,
              y: top + small * (0.9 + row * 1.2),
              'text-anchor': 'middle',
              'font-size': small,
              fill: theme.ink,
            },
            change.period,
          ),
        ),
      ];
    }),
  );
}

/** Round the period of a change, so that it can be pointed at and be seen to have the focus. */
const markOf = (
  { middle, half, row, top, small }: Readonly<Record<'middle' | 'half' | 'row' | 'top' | 'small', number>>,
  theme: Theme,
): Element =>
  element('rect', {
    class: 'mv-focus',
    x: round(middle - half - 2),
    y: round(top + small * (row * 1.2 - 0.2)),
    width: round(2 * half + 4),
    height: round(small * 1.4),
    rx: 3,
    fill: theme.paper,
    'fill-opacity': 0,
    stroke: theme.paper,
    'stroke-opacity': 0,
    'stroke-width': 2,
  });
