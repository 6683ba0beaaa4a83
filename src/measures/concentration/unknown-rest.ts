import { MultivectorError } from '../../model/errors.ts';

/** Countries and areas with a code of their own in ISO 3166-1: as many partners, and the focal state, there can be. */
export const areas = 249;

/** What is known of shares that are not all known. */
export interface KnownShares {
  /** Least and greatest share that each listed partner can have, in [0, 1]. */
  readonly listed: readonly { readonly low: number; readonly high: number }[];
  /** How many partners there may be beside them. */
  readonly others: number;
  /** The greatest share that one of the others can have; nothing where it is that of the smallest listed partner. */
  readonly each?: number | undefined;
}

/** The two ends of all distributions that agree with what is known; either has shares that sum to 1. */
export interface Extremes {
  /** As even as it can be. */
  readonly even: readonly number[];
  /** As concentrated as it can be. */
  readonly packed: readonly number[];
}

const sumOf = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0);

/**
 * The most even and the most concentrated distribution of shares that agree with what is known of them. Every
 * distribution that agrees majorises the first and is majorised by the second, so that these two give the sharp bounds of
 * every measure that is Schur-convex or Schur-concave: the Herfindahl index, the Hill numbers of every order, entropy
 * and the sum of the k largest.
 *
 * The even end fills up the smallest shares to one level. The packed end gives as much as it may to the largest listed
 * partner, then to the next, and what is left to others, each as large as one of them can be.
 *
 * @param known where listed shares are not exact, no other may be larger than the smallest of them (`each` left out) or
 *   gain more than each of them (`each` at most `high` − `low`)
 * @throws MultivectorError `data`, if no distribution agrees: shares that cannot sum to 1
 * @see Marshall, A. W., Olkin, I. and Arnold, B. C. (2011). Inequalities: Theory of Majorization and Its Applications.
 *   2nd ed. Springer, chapter 3.
 * @example extremes({ listed: [{ low: 0.5, high: 0.5 }, { low: 0.25, high: 0.25 }], others: 10 }).packed // [0.5, 0.25, 0.25]
 */
export function extremes({ listed, others, each }: KnownShares): Extremes {
  const lows = listed.map(({ low }) => low);
  const highs = listed.map(({ high }) => high);
  const cap = (of: readonly number[]) => each ?? Math.min(1, ...of);
  const budget = 1 - sumOf(lows);
  const room = sumOf(highs) + others * cap(highs) - 1;
  if (budget < -tolerance || room < -tolerance)
    throw new MultivectorError('data', 'the shares of the partners cannot sum to 1');
  return {
    even: evenEnd(lows, highs, others, cap(highs)),
    packed: packedEnd(lows, highs, cap, Math.max(0, budget)),
  };
}

/** Sums closer to 1 than this are 1. */
const tolerance = 1e-9;

/** Fills up from below: every share is at the same level, save those that cannot be. */
function evenEnd(lows: readonly number[], highs: readonly number[], others: number, cap: number): number[] {
  const clamped = (level: number) => lows.map((low, i) => Math.min(Math.max(level, low), highs[i] ?? low));
  const total = (level: number) => sumOf(clamped(level)) + others * Math.min(level, cap);
  // The total grows along straight lines between these levels.
  const bends = [0, ...lows, ...highs, cap, 1].sort((a, b) => a - b);
  const after = Math.max(
    1,
    bends.findIndex((level) => total(level) >= 1),
  );
  const [from = 0, to = 1] = [bends[after - 1], bends[after]];
  const [below, above] = [total(from), total(to)];
  const level = above > below ? from + (to - from) * Math.min(1, (1 - below) / (above - below)) : to;
  return [...clamped(level), ...Array.from({ length: others }, () => Math.min(level, cap))];
}

/** Gives to the largest first; what is left goes to others in the largest pieces that they may have. */
function packedEnd(
  lows: readonly number[],
  highs: readonly number[],
  cap: (of: readonly number[]) => number,
  budget: number,
): number[] {
  const order = lows.map((_, i) => i).sort((a, b) => (highs[b] ?? 0) - (highs[a] ?? 0) || a - b);
  const packed = [...lows];
  let left = budget;
  for (const i of order) {
    const more = Math.min(left, (highs[i] ?? 0) - (lows[i] ?? 0));
    packed[i] = (lows[i] ?? 0) + more;
    left -= more;
  }
  const piece = cap(packed);
  while (left > tolerance) {
    if (!(piece > tolerance)) break; // nobody may have it: rounding
    packed.push(Math.min(piece, left));
    left -= piece;
  }
  return packed;
}
