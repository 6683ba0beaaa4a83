import { MultivectorError } from '../../model/errors.ts';
import { type Cost, segmentCost } from './costs.ts';
import { autocorrelation, noiseVariance, usualPenalty } from './penalty.ts';

/** Noise below this part of the greatest value is rounding. */
const roundingPart = 1e-9;

export interface PeltOptions {
  readonly cost?: Cost;
  /** What a further change must save; `usualPenalty` unless told. */
  readonly penalty?: number;
  /** Fewest values of a segment; 2 unless told. */
  readonly minSegment?: number;
}

/**
 * Where the level of a series changes: the segmentation with the least Σ cost + penalty · changes, exactly (pruned exact
 * linear time).
 *
 * @param series finite values in order; counts where the cost is one of counts
 * @returns indices at which a new level begins, ascending; empty where nothing changes or the series is too short
 * @throws MultivectorError `input` for a value, penalty or length of segment that cannot be
 * @see Killick, R., Fearnhead, P. and Eckley, I. A. (2012). Optimal detection of changepoints with a linear
 *   computational cost. Journal of the American Statistical Association 107(500): 1590–1598.
 * @example pelt([0, 0, 0, 10, 10, 10], {penalty: 15}) // [3]
 */
export function pelt(series: readonly number[], options: PeltOptions = {}): number[] {
  const { cost = 'mean', minSegment = 2 } = options;
  const n = series.length;
  if (!(Number.isInteger(minSegment) && minSegment > 0))
    throw new MultivectorError(
      'input',
      `the shortest segment is ${minSegment}; it must be a whole number above 0`,
    );
  const of = segmentCost(series, cost);
  if (n < 2 * minSegment) return [];
  const greatest = Math.max(...series.map(Math.abs));
  if (options.penalty === undefined && Math.sqrt(noiseVariance(series)) <= roundingPart * greatest) return [];
  const penalty = options.penalty ?? usualPenalty(series, cost);
  if (!(penalty >= 0)) throw new MultivectorError('input', `the penalty is ${penalty}; it must be ≥ 0`);

  const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY); // of the first t values
  const last = new Int32Array(n + 1); // where the last segment of the best begins
  least[0] = -penalty;
  let open: { readonly at: number /** From which end on it can be the best no longer. */; closed: number }[] =
    [{ at: 0, closed: Number.POSITIVE_INFINITY }];
  for (let t = minSegment; t <= n; t++) {
    for (const { at } of open) {
      if (t - at < minSegment) continue;
      const total = (least[at] ?? 0) + of(at, t) + penalty;
      if (total < (least[t] ?? 0)) {
        least[t] = total;
        last[t] = at;
      }
    }
    // What loses against a change at t does so for every later end that leaves t a whole segment, and not before.
    for (const one of open)
      if (
        t - one.at >= minSegment &&
        one.closed === Number.POSITIVE_INFINITY &&
        (least[one.at] ?? 0) + of(one.at, t) > (least[t] ?? 0)
      )
        one.closed = t + minSegment;
    open = open.filter(({ closed }) => closed > t + 1);
    if (t + minSegment <= n) open.push({ at: t, closed: Number.POSITIVE_INFINITY });
  }
  const changes: number[] = [];
  for (let t = last[n] ?? 0; t > 0; t = last[t] ?? 0) changes.unshift(t);
  return changes;
}

/** Changes of level, and what is left of them when the noise is taken as autocorrelated. */
export interface Changes {
  readonly changes: readonly number[];
  readonly penalty: number;
  /** First autocorrelation of the noise, ρ. */
  readonly autocorrelation: number;
  /** The penalty times (1 + ρ) / (1 − ρ). */
  readonly inflated: number;
  /** Those of `changes` that are also found at the inflated penalty, at most one place off. */
  readonly surviving: readonly number[];
}

/**
 * Changes of level with a check against autocorrelation, which makes noise look like levels.
 *
 * @param factor of the usual penalty
 * @see Bartlett, M. S. (1946). On the theoretical specification and sampling properties of autocorrelated time-series.
 *   Supplement to the Journal of the Royal Statistical Society 8(1): 27–41, for the variance of such a mean.
 */
export function checkedChanges(
  series: readonly number[],
  { cost = 'mean', factor = 1, minSegment = 2 }: { cost?: Cost; factor?: number; minSegment?: number } = {},
): Changes {
  const penalty = usualPenalty(series, cost, factor);
  const changes = pelt(series, { cost, minSegment, ...(factor !== 1 && { penalty }) });
  const rho = autocorrelation(series, changes);
  const inflated = (penalty * (1 + rho)) / (1 - rho);
  const again = changes.length === 0 ? [] : pelt(series, { cost, minSegment, penalty: inflated });
  return {
    changes,
    penalty,
    autocorrelation: rho,
    inflated,
    surviving: changes.filter((at) => again.some((other) => Math.abs(other - at) <= 1)),
  };
}
