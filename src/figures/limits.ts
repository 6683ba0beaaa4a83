import { type Element, element } from './element.ts';
import { at } from './frame.ts';
import { haloText } from './text.ts';
import type { Theme } from './theme.ts';

/** A value that a line is held against: the height of an alarm. */
export interface SeriesLimit {
  readonly value: number;
  /** What stands before the value: “alarm above”. */
  readonly words: string;
}

/** A broken line across the drawing for each, with its words above it. */
export const limitMarks = (
  limits: readonly SeriesLimit[],
  {
    y,
    left,
    end,
    font,
    write,
  }: {
    readonly y: (value: number) => number;
    readonly left: number;
    readonly end: number;
    readonly font: number;
    readonly write: (value: number) => string;
  },
  theme: Theme,
): Element | undefined =>
  limits.length === 0
    ? undefined
    : element(
        'g',
        { class: 'mv-limits' },
        ...limits.flatMap(({ value, words }) => [
          element('path', {
            class: 'mv-limit',
            d: `M${at(left, y(value))}L${at(end, y(value))}`,
            stroke: theme.accent,
            'stroke-width': 1.2,
            'stroke-dasharray': '6 3',
          }),
          haloText(
            theme,
            {
              x: end,
              y: y(value) - 4,
              'text-anchor': 'end',
              'font-size': font * 0.92,
              fill: theme.mutedInk,
            },
            `${words} ${write(value)}`,
          ),
        ]),
      );
