import { PointSteps, stepPoints } from './estimate-points.ts';
import { stepResolutions } from './estimate-resolutions.ts';
import { type Layout, layOut, type Responses } from './layout.ts';
import { type Parameters, standardise, turn } from './parameters.ts';
import { stepPrecisions } from './priors.ts';
import { isUpsideDown, startOf } from './start.ts';

/** The most sweeps, and the move of any point, slope or cutpoint below which they end. */
export const mostSweeps = 200;
export const sweepTolerance = 1e-3;

/** How long to go on. */
export interface Sweeps {
  readonly most: number;
  readonly tolerance: number;
}

/** Estimates of a whole history. */
export interface IdealPoints {
  readonly layout: Layout;
  readonly parameters: Parameters;
  readonly sweeps: number;
  /** Whether nothing moved by more than the tolerance in the last sweep. */
  readonly converged: boolean;
}

/**
 * Block-coordinate ascent from where the parameters stand: all resolutions given the points, all points given the
 * resolutions, in turn. Changes `parameters`.
 *
 * @param weight how often each roll call counts
 */
export function sweep(
  layout: Layout,
  parameters: Parameters,
  weight: Float64Array,
  { most, tolerance }: Sweeps,
  onSweep?: (done: number) => void,
): Pick<IdealPoints, 'sweeps' | 'converged'> {
  const precision = stepPrecisions(layout);
  const steps = new PointSteps(layout.positions);
  const before = new Float64Array(layout.positions);
  for (let done = 1; done <= most; done++) {
    before.set(parameters.theta);
    let largest = stepResolutions(layout, parameters, weight);
    stepPoints(layout, parameters, precision, weight, steps);
    standardise(parameters.theta);
    onSweep?.(done);
    for (let p = 0; p < before.length; p++)
      largest = Math.max(largest, Math.abs((parameters.theta[p] as number) - (before[p] as number)));
    if (largest < tolerance) return { sweeps: done, converged: true };
  }
  return { sweeps: most, converged: false };
}

/** Every roll call once. */
export const onceEach = ({ calls }: Layout): Float64Array => new Float64Array(calls).fill(1);

/**
 * Dynamic one-dimensional ideal points by maximum a posteriori: a state yes-votes if β θ + e lies below the lower
 * cutpoint of the resolution, abstains below the upper, votes no above; e is standard normal; θ goes by a random walk
 * from session to session.
 *
 * @param responses votes; resolutions that recur have one number
 * @returns points with mean 0 and standard deviation 1 over all states and sessions, in [−5, 5] and in few cases
 *   a little beyond; the United States stand above 0
 * @see Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Journal of Conflict Resolution 61(2): 430–456.
 */
export function estimateIdealPoints(
  responses: Responses,
  { most = mostSweeps, tolerance = sweepTolerance }: Partial<Sweeps> = {},
  onSweep?: (done: number) => void,
): IdealPoints {
  const layout = layOut(responses);
  const parameters = startOf(layout);
  const how = sweep(layout, parameters, onceEach(layout), { most, tolerance }, onSweep);
  if (isUpsideDown(layout, parameters.theta)) turn(parameters);
  return { layout, parameters, ...how };
}
