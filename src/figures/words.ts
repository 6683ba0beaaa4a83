import { type Gap, gapWords, isGap, type Value } from '../model/gap.ts';
import type { Vector } from '../model/measured.ts';
import { percent } from '../model/quantity.ts';
import { directionWord } from './theme.ts';

export { percent };

/** A number with its sign and one decimal: “+0.4”, “−0.4”, “0.0”. */
export function signed(value: number, decimals = 1): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return value < 0 ? `−${text}` : `+${text}`;
}

/** Why there is no figure. */
export const gapText = (gap: Gap): string => gap.because ?? gapWords[gap.gap];

function weightWords({ weight, weightInterval }: Vector): string {
  if (isGap(weight)) return `no figure (${gapText(weight)})`;
  if (isGap(weightInterval)) return `weight ${percent(weight)}`;
  const [low, high] = [weightInterval.low, weightInterval.high].map((end) => Math.round(end * 100));
  return `weight ${percent(weight)} [${low}–${high}]`;
}

function directionWords({ direction, directionInterval }: Vector): string {
  if (isGap(direction)) return 'no direction';
  const interval = isGap(directionInterval)
    ? ''
    : ` [${signed(directionInterval.low)} to ${signed(directionInterval.high)}]`;
  return `direction ${signed(direction)}${interval}, ${directionWord(direction)}`;
}

/** A vector in one sentence: “Russia, bearing 308°, weight 31 % [28–35], direction +0.4, cooperative, 14 records”. */
export function vectorWords(
  name: string,
  vector: Vector,
  more: { readonly bearing?: number | undefined; readonly position?: Value | undefined } = {},
): string {
  const { bearing, position } = more;
  return [
    name,
    bearing === undefined ? '' : `bearing ${Math.round(bearing) % 360}°`,
    weightWords(vector),
    isGap(vector.weight) && isGap(vector.direction) ? '' : directionWords(vector),
    position === undefined || isGap(position) ? '' : `General Assembly ideal point ${signed(position)}`,
    vector.within === undefined ? '' : `already counted in ${vector.within}`,
    `${vector.n} ${vector.n === 1 ? 'record' : 'records'}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
