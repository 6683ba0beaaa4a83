import { seeded } from '../random.ts';
import { estimateIdealPoints } from './estimate.ts';
import { type Layout, layOut, type Responses } from './layout.ts';
import { type Parameters, standardise } from './parameters.ts';
import { publishedStart } from './published-start.ts';
import { drawByLag, drawByWalk, type Sums } from './sample-points.ts';
import { drawResponse, drawSlope, greatestResponse, moveCutpoints } from './sample-resolutions.ts';
import { isUpsideDown } from './start.ts';

/** How to sample. */
export interface Sampling {
  /** Draws that are kept, and iterations between two of them. */
  readonly draws: number;
  readonly thin: number;
  /** Iterations before the first draw. */
  readonly burn: number;
  readonly seed: string;
  /** `none`: the random walk’s own conditionals. `voeten2020`: as the estimates of April 2020 were made. */
  readonly compat: 'none' | 'voeten2020';
}

/** Iterations before and between draws: from the estimate on, and from the published start. */
export const usualSampling = {
  none: { burn: 200, thin: 5 },
  voeten2020: { burn: 1000, thin: 10 },
} as const;

export interface Posterior {
  readonly layout: Layout;
  /** Posterior means of the points. */
  readonly mean: Float64Array;
  readonly draws: readonly Float64Array[];
  /** Share of cutpoint proposals accepted. */
  readonly accepted: number;
}

/** Draws latent responses and adds them up for each position. */
function gather(
  layout: Layout,
  { theta, beta, lower, upper }: Parameters,
  { pull, information }: Sums,
  bound: number,
  random: ReturnType<typeof seeded>,
): void {
  const { resolutionStart, resolutionPosition, resolutionChoice } = layout;
  pull.fill(0);
  information.fill(0);
  for (let r = 0; r < layout.resolutions; r++) {
    const [b, l, u] = [beta[r] as number, lower[r] as number, upper[r] as number];
    const end = resolutionStart[r + 1] as number;
    for (let v = resolutionStart[r] as number; v < end; v++) {
      const p = resolutionPosition[v] as number;
      const response = drawResponse(resolutionChoice[v] as number, b * (theta[p] as number), l, u, random);
      pull[p] = (pull[p] as number) + b * Math.max(-bound, Math.min(bound, response));
      information[p] = (information[p] as number) + b * b;
    }
  }
}

/**
 * Samples the posterior of dynamic ideal points by Gibbs steps with data augmentation. By default it starts from the
 * estimate and draws a state's points jointly, given all sessions; after each iteration points are standardised, which
 * is what identifies the scale.
 *
 * @returns draws of the points of all positions, each with mean 0 and standard deviation 1
 * @see Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Journal of Conflict Resolution 61(2): 430–456.
 * @see Johnson, V. E. and Albert, J. H. (1999). Ordinal Data Modeling. Springer, chapter 4.
 */
export function sampleIdealPoints(
  responses: Responses,
  { draws, thin, burn, seed, compat }: Sampling,
  onIteration?: (done: number) => void,
): Posterior {
  const isPublished = compat === 'voeten2020';
  const random = seeded(seed);
  const layout = layOut(responses);
  const parameters = isPublished ? publishedStart(layout) : estimateIdealPoints(responses).parameters;
  const { theta } = parameters;
  const sums = { pull: new Float64Array(theta.length), information: new Float64Array(theta.length) };
  const lags = theta.slice();
  const bound = isPublished ? greatestResponse : Number.POSITIVE_INFINITY;
  const kept: Float64Array[] = [];
  let accepted = 0;
  const iterations = burn + draws * thin;
  for (let done = 1; done <= iterations; done++) {
    gather(layout, parameters, sums, bound, random);
    if (isPublished) drawByLag(layout, theta, lags, sums, random);
    else drawByWalk(layout, theta, sums, random);
    standardise(theta);
    for (let r = 0; r < layout.resolutions; r++) {
      if (moveCutpoints(layout, parameters, r, isPublished, random)) accepted += 1;
      drawSlope(layout, parameters, r, bound, random);
    }
    if (done > burn && (done - burn) % thin === 0) kept.push(theta.slice());
    onIteration?.(done);
  }
  const mean = new Float64Array(theta.length);
  for (const draw of kept)
    for (let p = 0; p < mean.length; p++) mean[p] = (mean[p] as number) + (draw[p] as number) / kept.length;
  if (isUpsideDown(layout, mean))
    for (const points of [mean, ...kept])
      for (let p = 0; p < points.length; p++) points[p] = -(points[p] as number);
  return {
    layout,
    mean,
    draws: kept,
    accepted: accepted / Math.max(1, iterations * layout.resolutions),
  };
}
