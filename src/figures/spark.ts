import { isGap, type Value } from '../model/gap.ts';
import { type Element, element } from './element.ts';
import { at, frame } from './frame.ts';
import { linear } from './scale.ts';
import { paperTheme, type Theme } from './theme.ts';

export interface SparkOptions {
  readonly theme?: Theme;
  /** Pixels, 84 × 20 unless told otherwise. */
  readonly width?: number;
  readonly height?: number;
  readonly label?: string;
  readonly colour?: string;
  /** Lowest and highest value; else those of the data. */
  readonly domain?: readonly [number, number];
}

/** A line small enough for a cell of a table; gaps break it, a dot marks the last value. */
export function spark(values: readonly Value[], options: SparkOptions = {}): Element {
  const { theme = paperTheme, width = 84, height = 20 } = options;
  const numbers = values.flatMap((value) => (isGap(value) ? [] : [value]));
  const [low, high] = options.domain ?? [Math.min(...numbers), Math.max(...numbers)];
  const x = linear(0, Math.max(1, values.length - 1), 3, width - 4);
  const y = linear(low, high, height - 4, 4);
  const colour = options.colour ?? theme.ink;

  let open = false;
  let d = '';
  let last: readonly [number, number] | undefined;
  for (const [index, value] of values.entries()) {
    if (isGap(value)) {
      open = false;
      continue;
    }
    const point = [x(index), y(value)] as const;
    const alone = !open && (index === values.length - 1 || isGap(values[index + 1]));
    d += `${open ? 'L' : 'M'}${at(...point)}${alone ? 'h0.01' : ''}`;
    open = true;
    last = point;
  }
  const label =
    options.label ??
    (numbers.length === 0
      ? 'no figures'
      : `${numbers.length} values, last ${Number((numbers.at(-1) ?? 0).toPrecision(3))}`);
  return frame(
    { width, height, label, theme, interactive: false },
    'spark',
    element('path', {
      d: d === '' ? `M3,${height / 2}H${width - 4}` : d,
      fill: 'none',
      stroke: d === '' ? theme.faint : colour,
      'stroke-width': 1.4,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      'stroke-dasharray': d === '' ? '2 3' : undefined,
    }),
    last ? element('circle', { cx: last[0], cy: last[1], r: 2.2, fill: colour }) : undefined,
  );
}
