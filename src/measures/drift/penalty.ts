import type { Cost } from './costs.ts';

/** From the median of absolute deviations to the standard deviation of a normal distribution. */
export const medianToDeviation = 1.4826;

/** Greatest autocorrelation that is believed, so that a trend does not make the penalty endless. */
export const mostAutocorrelation = 0.95;

/** Parameters that one more change adds to each kind of segment: its place, and what is new in the segment. */
export const parametersOfChange: Readonly<Record<Cost, number>> = {
  mean: 2,
  'mean-variance': 3,
  poisson: 2,
  'negative-binomial': 2,
};

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/**
 * Variance of the noise about the levels of a series, (1.4826 MAD)² / 2 of the differences of neighbours, which a few
 * changes of level do not move. Where more than half of the differences are alike, half their mean square about 0.
 *
 * @param series at least two values
 * @returns at least 0; 0 where nothing ever changes
 * @see Hampel, F. R. (1974). The influence curve and its role in robust estimation. Journal of the American
 *   Statistical Association 69(346): 383–393.
 * @example noiseVariance([1, 3, 2, 5, 4]) // 2.472…
 */
export function noiseVariance(series: readonly number[]): number {
  const steps = series.slice(1).map((value, i) => value - (series[i] ?? value));
  const centre = median(steps);
  const deviation = medianToDeviation * median(steps.map((step) => Math.abs(step - centre)));
  if (deviation > 0) return deviation ** 2 / 2;
  return steps.reduce((sum, step) => sum + step ** 2, 0) / (2 * Math.max(1, steps.length));
}

/**
 * Penalty of a change: 2 σ² ln n for a mean, for likelihoods the parameters that it adds times ln n.
 *
 * @param factor how much more, or less, than usual
 * @see Schwarz, G. (1978). Estimating the dimension of a model. Annals of Statistics 6(2): 461–464.
 */
export const usualPenalty = (series: readonly number[], cost: Cost, factor = 1): number =>
  factor *
  parametersOfChange[cost] *
  Math.log(Math.max(2, series.length)) *
  (cost === 'mean' ? noiseVariance(series) : 1);

/**
 * First autocorrelation of the noise: that of each value less the mean of its level, and as much more as means fitted to
 * levels of m values hide of it, 1 / m; from 0 to `mostAutocorrelation`.
 *
 * @param changes indices at which a new level begins
 * @see Marriott, F. H. C. and Pope, J. A. (1954). Bias in the estimation of autocorrelations. Biometrika 41(3/4):
 *   390–402, the first term of the bias.
 */
export function autocorrelation(series: readonly number[], changes: readonly number[]): number {
  const rests = levels(series, changes).flatMap(({ from, to, mean }) =>
    series.slice(from, to).map((value) => value - mean),
  );
  let [together, alone] = [0, 0];
  for (const [i, rest] of rests.entries()) {
    together += rest * (rests[i - 1] ?? 0);
    alone += rest ** 2;
  }
  const hidden = (changes.length + 1) / series.length;
  return alone === 0 ? 0 : Math.min(mostAutocorrelation, Math.max(0, together / alone + hidden));
}

/** A stretch of a series between two changes. */
export interface Level {
  /** Index of its first value. */
  readonly from: number;
  /** Index after its last value. */
  readonly to: number;
  readonly mean: number;
}

/** The levels between changes. */
export const levels = (series: readonly number[], changes: readonly number[]): Level[] =>
  [0, ...changes].map((from, i) => {
    const to = changes[i] ?? series.length;
    return { from, to, mean: series.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from) };
  });
