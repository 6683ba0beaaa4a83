import type { Interval } from '../../model/gap.ts';
import { betaQuantile } from '../beta.ts';

/** Probability that the intervals are meant to cover. */
export const level = 0.9;

/**
 * Equal-tailed interval of a share, from its posterior under Jeffreys' prior, Beta(x + ½, n − x + ½). An end at the
 * edge of what was seen (x = 0 or x = n) is the edge.
 *
 * @param x how many are of the kind, 0 … n; records shared among several partners count in part
 * @param n how many there are
 * @param covering probability that it is meant to cover, in (0, 1)
 * @returns within [0, 1]; for n = 0 the whole of it
 * @see Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Statistical Science 16(2): 101–133, section 4.
 * @example shareInterval(7, 10).low // 0.4418…
 */
export function shareInterval(x: number, n: number, covering = level): Interval {
  const tail = (1 - covering) / 2;
  const at = (p: number) => betaQuantile(p, x + 0.5, n - x + 0.5);
  return {
    low: x <= 0 ? 0 : at(tail),
    high: x >= n ? 1 : at(1 - tail),
    level: covering,
    method: 'jeffreys',
  };
}
