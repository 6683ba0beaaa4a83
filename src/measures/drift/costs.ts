import { MultivectorError } from '../../model/errors.ts';

/** What a segment is taken to be: values about a mean, about a mean with a variance of its own, or counts. */
export const costs = ['mean', 'mean-variance', 'poisson', 'negative-binomial'] as const;
export type Cost = (typeof costs)[number];

/** Cost of the values from `from` (included) to `to` (excluded): less is a better fit. */
export type SegmentCost = (from: number, to: number) => number;

/** Least variance of a segment, as a part of the variance of the whole: equal values would cost −∞. */
export const leastVariance = 1e-6;

/** x ln(x / y), 0 where x is 0. */
const xlog = (x: number, ratio: number): number => (x === 0 ? 0 : x * Math.log(ratio));

/** Sums of the first 0, 1, 2 … values. */
function sums(values: readonly number[]): Float64Array {
  const total = new Float64Array(values.length + 1);
  for (const [i, value] of values.entries()) total[i + 1] = (total[i] ?? 0) + value;
  return total;
}

/**
 * Size r of a negative binomial distribution with variance μ + μ² / r, from the differences of neighbours, which a
 * change of level hardly moves.
 *
 * @returns above 0; infinite where the counts vary no more than Poisson's
 */
export function dispersionOf(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  let squares = 0;
  for (let i = 1; i < counts.length; i++) squares += ((counts[i] ?? 0) - (counts[i - 1] ?? 0)) ** 2;
  const excess = squares / (2 * (counts.length - 1)) - mean;
  return excess > 0 ? mean ** 2 / excess : Number.POSITIVE_INFINITY;
}

/**
 * The cost of segments of a series. `mean` is the sum of squares about the mean; the others are −2 ln of the greatest
 * likelihood, less what does not depend on where the segments end.
 *
 * @throws MultivectorError `input` for a value that is not finite, or no count where counts are needed
 */
export function segmentCost(series: readonly number[], cost: Cost): SegmentCost {
  const isCount = cost === 'poisson' || cost === 'negative-binomial';
  const wrong = series.find(
    (value) => !Number.isFinite(value) || (isCount && (value < 0 || value % 1 !== 0)),
  );
  if (wrong !== undefined)
    throw new MultivectorError(
      'input',
      `a value of the series is ${wrong}; it must be ${isCount ? 'a count' : 'finite'}`,
      {
        ...(isCount && { hint: 'for other series: cost mean or mean-variance' }),
      },
    );
  if (isCount) {
    const total = sums(series);
    const size = cost === 'poisson' ? Number.POSITIVE_INFINITY : dispersionOf(series);
    return (from, to) => {
      const n = to - from;
      const sum = (total[to] ?? 0) - (total[from] ?? 0);
      const mean = sum / n;
      if (!Number.isFinite(size)) return -2 * (xlog(sum, mean) - sum);
      return -2 * (xlog(sum, mean / (mean + size)) + n * size * Math.log(size / (mean + size)));
    };
  }
  const centre = series.reduce((sum, value) => sum + value, 0) / Math.max(1, series.length);
  const centred = series.map((value) => value - centre); // so that squares lose no digits
  const total = sums(centred);
  const squares = sums(centred.map((value) => value ** 2));
  const spread = (from: number, to: number): number => {
    const sum = (total[to] ?? 0) - (total[from] ?? 0);
    return Math.max(0, (squares[to] ?? 0) - (squares[from] ?? 0) - sum ** 2 / (to - from));
  };
  if (cost === 'mean') return spread;
  const least = (leastVariance * spread(0, series.length)) / Math.max(1, series.length) || 1;
  return (from, to) => {
    const n = to - from;
    const variance = spread(from, to) / n;
    const used = Math.max(variance, least);
    return n * (Math.log(2 * Math.PI * used) + variance / used);
  };
}
