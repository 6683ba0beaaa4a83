import type { Interval } from '../../model/gap.ts';
import { level } from '../events/share-interval.ts';
import { quantiles, type Random } from '../random.ts';

/** Draws of the bootstrap within the two levels. */
export const shiftDraws = 1000;

/** Points on each side of a change over which the number of records is compared. */
export const coveragePoints = 3;

/** From this ratio on, or its inverse, the number of records has changed as well. */
export const coverageJump = 1.5;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How far the level moved: mean of the new level less mean of the old, with a bootstrap within each.
 *
 * The place of the change is taken as known, and it was chosen where the difference is great: the interval is too
 * narrow, and the shift rather too large.
 *
 * @see Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics 7(1): 1–26.
 * @example shiftBetween([1, 1, 1], [3, 3, 3], seeded('a')).value // 2
 */
export function shiftBetween(
  before: readonly number[],
  after: readonly number[],
  random: Random,
): { readonly value: number; readonly interval: Interval } {
  const value = meanOf(after) - meanOf(before);
  const drawn = (values: readonly number[]): number =>
    meanOf(values.map(() => values[Math.floor(random.uniform() * values.length)] ?? 0));
  const draws = Array.from({ length: shiftDraws }, () => drawn(after) - drawn(before));
  const tail = (1 - level) / 2;
  const [low = value, high = value] = quantiles(draws, [tail, 1 - tail]);
  return {
    value,
    interval: { low: Math.min(low, value), high: Math.max(high, value), level, method: 'bootstrap' },
  };
}

/** Whether the number of records behind the points changed with the level: is it the world or the feed? */
export function coverageAcross(
  ns: readonly number[],
  at: number,
): { readonly before: number; readonly after: number; readonly changed: boolean } {
  const before = meanOf(ns.slice(Math.max(0, at - coveragePoints), at));
  const after = meanOf(ns.slice(at, at + coveragePoints));
  const ratio = Math.max(before, after) / Math.max(Math.min(before, after), 1e-9);
  return { before, after, changed: before !== after && ratio >= coverageJump };
}
