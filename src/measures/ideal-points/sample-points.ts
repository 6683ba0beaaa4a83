import type { Random } from '../random.ts';
import type { Layout } from './layout.ts';
import { greatestPoint, stepPrecisions, stepVariance } from './priors.ts';

/** Σ β z and Σ β² of each position's votes: all that a point's full conditional needs of them. */
export interface Sums {
  readonly pull: Float64Array;
  readonly information: Float64Array;
}

/**
 * Draws all points of a state at once from their joint full conditional under the random walk, that is, given what was
 * voted in every session before and after: backwards through the tridiagonal precision.
 */
export function drawByWalk(
  layout: Layout,
  theta: Float64Array,
  { pull, information }: Sums,
  random: Random,
): void {
  const precision = stepPrecisions(layout);
  const pivot = new Float64Array(theta.length);
  const right = new Float64Array(theta.length);
  for (let state = 0; state < layout.states.length; state++) {
    const first = layout.firstOf[state] as number;
    const end = layout.firstOf[state + 1] as number;
    for (let p = first; p < end; p++) {
      const on = p + 1 < end ? (precision[p + 1] as number) : 0;
      pivot[p] = (information[p] as number) + (precision[p] as number) + on;
      right[p] = pull[p] as number;
      if (p === first) continue;
      const share = (precision[p] as number) / (pivot[p - 1] as number);
      pivot[p] = (pivot[p] as number) - share * (precision[p] as number);
      right[p] = (right[p] as number) + share * (right[p - 1] as number);
    }
    for (let p = end - 1; p >= first; p--) {
      const on = p + 1 < end ? (precision[p + 1] as number) * (theta[p + 1] as number) : 0;
      const spread = 1 / (pivot[p] as number);
      theta[p] = ((right[p] as number) + on) * spread + random.normal() * Math.sqrt(spread);
    }
  }
}

/**
 * Draws points as the published estimates were made: given the conditional mean of the session before, as it was in
 * the last iteration, and nothing of the session after; for a state's first session that of its second. Kept for
 * comparison. Changes `means` to the conditional means of this iteration.
 */
export function drawByLag(
  layout: Layout,
  theta: Float64Array,
  means: Float64Array,
  { pull, information }: Sums,
  random: Random,
): void {
  const { firstOf, voteStart } = layout;
  const votes = (p: number): number => (voteStart[p + 1] as number) - (voteStart[p] as number);
  const next = new Float64Array(theta.length);
  for (let state = 0; state < layout.states.length; state++) {
    const first = firstOf[state] as number;
    const end = firstOf[state + 1] as number;
    for (let p = first; p < end; p++) {
      const isFirst = p === first;
      const share = isFirst ? 1 : votes(p) / (votes(p) + votes(p - 1));
      const lag = isFirst ? (p + 1 < end ? (means[p + 1] as number) : 0) : (means[p - 1] as number);
      const prior = 1 / (share * stepVariance);
      const spread = 1 / ((information[p] as number) + prior);
      next[p] = spread * ((pull[p] as number) + lag * prior);
      const drawn = (next[p] as number) + random.normal() * Math.sqrt(spread);
      theta[p] = Math.max(-greatestPoint, Math.min(greatestPoint, drawn));
    }
  }
  means.set(next);
}
