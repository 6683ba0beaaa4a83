import { MultivectorError } from '../../model/errors.ts';
import type { Random } from '../random.ts';

/** Scores no further apart than this are the same: what is left is rounding. */
const sameScore = 1e-12;

/** In how many of all weightings which alternative has which rank. */
export interface RankAcceptability {
  /** `[alternative][rank − 1]`: share of the weightings, [0, 1]; each row and each column sums to 1. */
  readonly ranks: readonly (readonly number[])[];
  /**
   * Of each alternative the mean of the weightings under which it is first, the weighting of a typical supporter;
   * nothing where none puts it first.
   */
  readonly central: readonly (readonly number[] | undefined)[];
  /** Share of the weightings under which the whole ranking is the one at equal weights, [0, 1]. */
  readonly holds: number;
  /** Alternatives at equal weights, best first. */
  readonly ranking: readonly number[];
}

/**
 * Acceptability of ranks (SMAA-2): the share of all weightings of the criteria, uniform over those that sum to 1
 * (Dirichlet(1, …, 1)), under which each alternative has each rank. By simulation: the standard error of a share is at
 * most ½ / √draws. Alternatives of the same score share their ranks equally.
 *
 * @param score the alternatives' scores under a weighting (≥ 0, sum 1), the greater the better
 * @param criteria how many weights a weighting has; 1 or more
 * @param draws how many weightings
 * @throws MultivectorError `input`, if a score is not finite
 * @see Lahdelma, R. and Salminen, P. (2001). SMAA-2: stochastic multicriteria acceptability analysis for group decision
 *   making. Operations Research 49(3): 444–454.
 * @example rankAcceptability(([a = 0]) => [2 * a, a], 2, 100, seeded('x')).ranks // [[1, 0], [0, 1]]
 */
export function rankAcceptability(
  score: (weighting: readonly number[]) => readonly number[],
  criteria: number,
  draws: number,
  random: Random,
): RankAcceptability {
  const checked = (weighting: readonly number[]): readonly number[] => {
    const scores = score(weighting);
    const wrong = scores.find((one) => !Number.isFinite(one));
    if (wrong !== undefined) throw new MultivectorError('input', `rankAcceptability: a score is ${wrong}`);
    return scores;
  };
  const usual = checked(Array.from({ length: criteria }, () => 1 / criteria));
  const n = usual.length;
  const ranking = orderOf(usual);
  const ranks = usual.map(() => new Array<number>(n).fill(0));
  const supporters = usual.map(() => ({ weight: 0, sum: new Array<number>(criteria).fill(0) }));
  let holds = 0;
  for (let k = 0; k < draws; k++) {
    const weighting = drawWeighting(criteria, random);
    const scores = checked(weighting);
    const order = orderOf(scores);
    if (order.every((alternative, i) => alternative === ranking[i])) holds += 1;
    for (let from = 0; from < n; ) {
      let to = from + 1;
      while (to < n && same(scores, order[from], order[to])) to += 1;
      const share = 1 / (to - from);
      for (const alternative of order.slice(from, to)) {
        const row = ranks[alternative] ?? [];
        for (let rank = from; rank < to; rank++) row[rank] = (row[rank] ?? 0) + share;
        const supporter = supporters[alternative];
        if (from === 0 && supporter) {
          supporter.weight += share;
          supporter.sum = supporter.sum.map((sum, i) => sum + share * (weighting[i] ?? 0));
        }
      }
      from = to;
    }
  }
  return {
    ranks: ranks.map((row) => row.map((times) => times / draws)),
    central: supporters.map(({ weight, sum }) => (weight > 0 ? sum.map((one) => one / weight) : undefined)),
    holds: holds / draws,
    ranking,
  };
}

/** A weighting drawn uniformly from all that sum to 1. */
function drawWeighting(criteria: number, random: Random): number[] {
  const raw = Array.from({ length: criteria }, () => random.gamma(1));
  const sum = raw.reduce((total, one) => total + one, 0);
  return raw.map((one) => one / sum);
}

/** Alternatives, best first; those of the same score in the order in which they came. */
const orderOf = (scores: readonly number[]): number[] =>
  scores
    .map((_, i) => i)
    .sort((a, b) => {
      const apart = (scores[b] ?? 0) - (scores[a] ?? 0);
      return Math.abs(apart) <= sameScore ? a - b : apart;
    });

const same = (scores: readonly number[], a: number | undefined, b: number | undefined): boolean =>
  Math.abs((scores[a ?? -1] ?? 0) - (scores[b ?? -1] ?? 0)) <= sameScore;
