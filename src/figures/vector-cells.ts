import { type Gap, type Interval, isGap, type Value } from '../model/gap.ts';
import { type Element, element } from './element.ts';
import { frame } from './frame.ts';
import { linear } from './scale.ts';
import { directionColour, paperTheme, type Theme } from './theme.ts';

interface Cell {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** A weight as a bar with its interval, for a cell of a table; an outline where it is counted in a group already. */
export function weightCell(
  { weight, interval, counted }: { weight: Value; interval: Interval | Gap; counted: boolean },
  max: number,
  { theme = paperTheme, width = 120, height = 18 }: Cell = {},
): Element {
  const x = linear(0, max, 1, width - 3);
  const middle = height / 2;
  const known = isGap(weight) || isGap(interval) ? undefined : interval;
  return frame(
    { width, height, label: 'weight', theme, interactive: false },
    'cell',
    element('path', { d: `M1 1v${height - 2}`, stroke: theme.faint, 'stroke-width': 1 }),
    isGap(weight)
      ? undefined
      : element('rect', {
          x: 1,
          y: middle - 5,
          width: Math.max(0.8, x(weight) - 1),
          height: 10,
          fill: counted ? theme.paper : theme.mutedInk,
          'fill-opacity': counted ? 0 : 0.5,
          stroke: counted ? theme.mutedInk : undefined,
        }),
    known
      ? element('path', {
          d: `M${x(known.low)} ${middle}H${x(known.high)}M${x(known.low)} ${middle - 3}v6M${x(known.high)} ${middle - 3}v6`,
          stroke: theme.ink,
          'stroke-width': 1,
          fill: 'none',
        })
      : undefined,
  );
}

/** A direction as a dot with its interval on the axis from −1 to 1, for a cell of a table. */
export function directionCell(
  { direction, interval }: { direction: Value; interval: Interval | Gap },
  { theme = paperTheme, width = 110, height = 18 }: Cell = {},
): Element {
  const x = linear(-1, 1, 7, width - 7);
  const middle = height / 2;
  const colour = isGap(direction) ? theme.noDirection : directionColour(theme, direction);
  const known = isGap(direction) || isGap(interval) ? undefined : interval;
  return frame(
    { width, height, label: 'direction', theme, interactive: false },
    'cell',
    element('path', {
      d: `M${x(-1)} ${middle}H${x(1)}`,
      stroke: theme.faint,
      'stroke-width': 1,
      'stroke-dasharray': isGap(direction) ? '2 3' : undefined,
    }),
    element('path', { d: `M${x(0)} ${middle - 5}v10`, stroke: theme.faint, 'stroke-width': 1 }),
    known
      ? element('path', {
          d: `M${x(known.low)} ${middle}H${x(known.high)}`,
          stroke: colour,
          'stroke-width': 3.5,
          'stroke-opacity': 0.45,
          'stroke-linecap': 'round',
        })
      : undefined,
    isGap(direction)
      ? undefined
      : element('circle', {
          cx: x(direction),
          cy: middle,
          r: 5,
          fill: colour,
          stroke: theme.paper,
          'stroke-width': 1.2,
        }),
  );
}
