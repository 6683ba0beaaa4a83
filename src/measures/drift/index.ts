import type { Measure } from '../measure.ts';
import { cusumMeasure } from './cusum-measure.ts';
import { driftMeasure } from './drift-measure.ts';
import { onlineMeasure } from './online-measure.ts';

export { type Candidate, candidateDays, candidatesNear, mostCandidates } from './candidates.ts';
export { type Cost, dispersionOf } from './costs.ts';
export { type CusumOptions, cusum, type Sums, usualHeight, usualSlack } from './cusum.ts';
export { benjaminiHochberg, usualDiscoveryRate } from './false-discoveries.ts';
export { bayesianOnline, type Known, type Prior, recentRun } from './online.ts';
export { type Changes, checkedChanges, type PeltOptions, pelt } from './pelt.ts';
export { autocorrelation, type Level, levels, noiseVariance, usualPenalty } from './penalty.ts';
export { averageRunLength, falseAlarmProbability } from './run-length.ts';
export { coverageAcross, coverageJump, shiftBetween } from './shift.ts';
export { fewestPoints } from './watched.ts';

/** Changes of level in a series. */
export const driftMeasures: readonly Measure[] = [driftMeasure, onlineMeasure, cusumMeasure];
