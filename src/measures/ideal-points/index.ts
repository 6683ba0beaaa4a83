import type { Measure } from '../measure.ts';
import { idealDistanceMeasure } from './ideal-distance.ts';
import { idealPointMeasure } from './ideal-point.ts';

export { refits } from './bootstrap.ts';
export { estimateIdealPoints, type IdealPoints } from './estimate.ts';
export { idealDistance } from './ideal-distance.ts';
export { type Layout, layOut, type Responses } from './layout.ts';
export { inverseMills, logNormalProbability, normalDensity, normalProbability } from './normal.ts';
export type { Parameters } from './parameters.ts';
export { type Recurrence, recurring } from './recurring.ts';
export { responseLog } from './response.ts';
export { responsesOf, type Scaled } from './responses.ts';
export { type Posterior, type Sampling, sampleIdealPoints, usualSampling } from './sample.ts';

/** Ideal points: where states stand in the General Assembly. */
export const idealPointMeasures: readonly Measure[] = [idealPointMeasure, idealDistanceMeasure];
