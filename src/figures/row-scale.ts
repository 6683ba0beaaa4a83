import { type Element, element } from './element.ts';
import { at } from './frame.ts';
import type { SeriesLimit } from './limits.ts';
import { linear, niceStep } from './scale.ts';
import { textWidth } from './text.ts';
import type { Theme } from './theme.ts';

/** The axis of one row. */
export interface RowScale {
  /** Empty where the numbers say it themselves. */
  readonly unit: string;
  readonly write: (value: number) => string;
  readonly tick: (value: number) => string;
  /** Where one band of values ends and the next begins. */
  readonly limits: readonly SeriesLimit[];
}

/** Ends of a row's axis: round numbers about all that it shows, with 0 among them. */
export function scaleOf({ limits }: RowScale, values: readonly number[]): [number, number] {
  const all = [0, ...values, ...limits.map(({ value }) => value)];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const step = niceStep(most - least || 1, 5);
  const low = Math.floor(least / step + 1e-9) * step;
  const high = Math.max(low + step, Math.ceil(most / step - 1e-9) * step);
  return [low, limits.some(({ value }) => value > high - step / 2) ? high + step : high]; // the last band is seen
}

/** The axis under a row, its bands the darker the higher, and the words of their bounds. */
export function drawScale(
  { tick, limits }: RowScale,
  [low, high]: readonly [number, number],
  {
    y,
    left,
    right,
    font,
  }: { readonly y: number; readonly left: number; readonly right: number; readonly font: number },
  theme: Theme,
): Element {
  const small = font * 0.86;
  const x = linear(low, high, left, right);
  const bounds = [low, ...limits.map(({ value }) => value).toSorted((a, b) => a - b), high];
  const text = (where: number, anchor: string, words: string) =>
    element(
      'text',
      { x: where, y: y + 10 + small * 1.25, 'text-anchor': anchor, 'font-size': small, fill: theme.mutedInk },
      words,
    );
  const wide = right - left > 420;
  const said = wide
    ? limits.map(({ value, words }, place) => {
        const bound = `${words} ${tick(value)}`;
        return place === 0
          ? { where: x(value) - 3, anchor: 'end', end: x(value), bound }
          : { where: x(value) + 3, anchor: 'start', end: x(value) + textWidth(bound, small), bound };
      })
    : [];
  const last = tick(high);
  const isFree = said.every(({ end }) => end < right - textWidth(last, small) - 8);
  return element(
    'g',
    { class: 'mv-scale', 'aria-hidden': 'true' },
    ...(limits.length === 0
      ? []
      : bounds.slice(1).map((end, band) =>
          element('rect', {
            x: x(bounds[band] ?? low),
            y: y - 9,
            width: Math.max(0, x(end) - x(bounds[band] ?? low)),
            height: 18,
            fill: theme.mutedInk,
            'fill-opacity': 0.05 + 0.09 * band,
          }),
        )),
    element('path', { d: `M${at(left, y + 10)}H${right}`, stroke: theme.faint, 'stroke-width': 0.8 }),
    low < 0
      ? element('path', { d: `M${at(x(0), y - 9)}v19`, stroke: theme.mutedInk, 'stroke-width': 0.9 })
      : undefined,
    text(left, 'start', tick(low)),
    wide && x(0) > left + 60 && x(0) < right - 60 ? text(x(0), 'middle', tick(0)) : undefined,
    ...said.map(({ where, anchor, bound }) => text(where, anchor, bound)),
    isFree ? text(right, 'end', last) : undefined,
  );
}
