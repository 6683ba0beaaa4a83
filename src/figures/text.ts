import { type Element, element } from './element.ts';
import type { Theme } from './theme.ts';

const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'’|!· ]/u, 0.3],
  [/[ftr()[\]/\-–]/u, 0.4],
  [/[mwMW%—]/u, 0.88],
  [/[A-ZÀ-Þ]/u, 0.7],
  [/[0-9a-zß-ÿ+−<>]/u, 0.57],
];

/**
 * About how wide a text will be, in the unit of its size. Drawing needs no font at hand, so this errs on the wide
 * side: common typefaces stay below it.
 */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const letter of text) sum += widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.75;
  return sum * size;
}

/** The text, cut with an ellipsis where it would be wider than there is room for. */
export function fitText(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, size) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Letters with a halo in the colour of the ground, so that lines may pass behind them. */
export function haloText(
  theme: Theme,
  attributes: Readonly<Record<string, string | number | undefined>>,
  text: string,
): Element {
  return element(
    'text',
    {
      fill: theme.ink,
      stroke: theme.paper,
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
      ...attributes,
    },
    text,
  );
}
