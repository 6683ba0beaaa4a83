import { MultivectorError } from '../../model/errors.ts';
import { logGamma } from '../beta.ts';

/** Run lengths up to this count as a recent change. */
export const recentRun = 3;

/** Run lengths less probable than this are let go, so that long series stay fast. */
export const leastProbability = 1e-12;

/** What is believed of a level before it is seen: of values, or of counts. */
export type Prior =
  | {
      readonly kind: 'normal';
      /** Where the level lies. */
      readonly mean: number;
      /** How many values that is worth, above 0. */
      readonly worth: number;
      /** Shape and rate of the precision, both above 0. */
      readonly shape: number;
      readonly rate: number;
    }
  | { readonly kind: 'poisson'; readonly shape: number; readonly rate: number };

/** What is known after a value. */
export interface Known {
  /** Probability that the run has so many values, by their number; the first is that a change comes next. */
  readonly runLengths: readonly number[];
  /** The most probable run length of at least one value. */
  readonly mostProbable: number;
  /** Probability of a run of at most `recentRun` values. */
  readonly recent: number;
}

interface Belief {
  readonly a: number;
  readonly b: number;
  readonly mean: number;
  readonly worth: number;
}

/** ln of the predictive density of a value: Student's t for values, negative binomial for counts. */
function logPredictive(kind: Prior['kind'], { a, b, mean, worth }: Belief, x: number): number {
  if (kind === 'poisson')
    return logGamma(a + x) - logGamma(a) - logGamma(x + 1) + a * Math.log(b / (b + 1)) - x * Math.log(b + 1);
  const square = (b * (worth + 1)) / (a * worth);
  return (
    logGamma(a + 0.5) -
    logGamma(a) -
    0.5 * Math.log(2 * Math.PI * a * square) -
    (a + 0.5) * Math.log1p((x - mean) ** 2 / (2 * a * square))
  );
}

function learned(kind: Prior['kind'], { a, b, mean, worth }: Belief, x: number): Belief {
  if (kind === 'poisson') return { a: a + x, b: b + 1, mean, worth };
  return {
    a: a + 0.5,
    b: b + (worth * (x - mean) ** 2) / (2 * (worth + 1)),
    mean: (worth * mean + x) / (worth + 1),
    worth: worth + 1,
  };
}

/**
 * How long the present level has lasted, told anew after each value from those up to it (Bayesian online change-point
 * detection, constant hazard 1 / λ).
 *
 * The probability that the run length is 0 is always 1 / λ, whatever is seen: look at `recent`, or at a fall of
 * `mostProbable`.
 *
 * @param series values, or counts for a Poisson prior
 * @param lambda values that a level lasts on average, above 1
 * @throws MultivectorError `input` for what cannot be
 * @see Adams, R. P. and MacKay, D. J. C. (2007). Bayesian online changepoint detection. arXiv:0710.3742.
 */
export function bayesianOnline(
  series: readonly number[],
  { lambda, prior }: { readonly lambda: number; readonly prior: Prior },
): Known[] {
  if (!(lambda > 1))
    throw new MultivectorError('input', `a level lasts ${lambda} values; it must be more than 1`);
  const isCount = prior.kind === 'poisson';
  const wrong = series.find((x) => !Number.isFinite(x) || (isCount && (x < 0 || x % 1 !== 0)));
  if (wrong !== undefined)
    throw new MultivectorError(
      'input',
      `a value of the series is ${wrong}; it must be ${isCount ? 'a count' : 'finite'}`,
    );
  const hazard = 1 / lambda;
  const start: Belief =
    prior.kind === 'normal'
      ? { a: prior.shape, b: prior.rate, mean: prior.mean, worth: prior.worth }
      : { a: prior.shape, b: prior.rate, mean: 0, worth: 0 };
  let runs: { readonly length: number; readonly probability: number; readonly belief: Belief }[] = [
    { length: 0, probability: 1, belief: start },
  ];
  return series.map((x) => {
    const logs = runs.map(({ belief }) => logPredictive(prior.kind, belief, x));
    const greatest = Math.max(...logs);
    const seen = runs.map(({ probability }, i) => probability * Math.exp((logs[i] ?? 0) - greatest));
    const evidence = seen.reduce((sum, one) => sum + one, 0);
    const grown = runs.map(({ length, belief }, i) => ({
      length: length + 1,
      probability: ((1 - hazard) * (seen[i] ?? 0)) / evidence,
      belief: learned(prior.kind, belief, x),
    }));
    runs = [
      { length: 0, probability: hazard, belief: start },
      ...grown.filter(({ probability }) => probability > leastProbability),
    ];
    const runLengths: number[] = new Array((runs.at(-1)?.length ?? 0) + 1).fill(0);
    for (const { length, probability } of runs) runLengths[length] = probability;
    const best = runs.slice(1).reduce((most, one) => (one.probability > most.probability ? one : most));
    return {
      runLengths,
      mostProbable: best.length,
      recent: Math.min(
        1,
        runLengths.slice(0, recentRun + 1).reduce((sum, one) => sum + one, 0),
      ),
    };
  });
}
