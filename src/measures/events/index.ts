import type { Measure } from '../measure.ts';
import { eventRateMeasure } from './event-rate-measure.ts';
import { goldsteinMeasure } from './mean-intensity.ts';
import { netCooperationMeasure } from './net-cooperation.ts';
import { quadSharesMeasure } from './quad-shares.ts';
import { reciprocityMeasure } from './reciprocity-measure.ts';

export {
  type EventBalance,
  eventBalance,
  eventIntensity,
  fewestRecords,
  hasHappened,
  level,
  netCooperation,
  netCooperationInterval,
} from './event-balance.ts';
export { type Exposure, eventRate, fewestReports, rateReports } from './event-rate.ts';
export { intensityDraws, meanIntensity, type ScoreBlock } from './mean-intensity.ts';
export { type QuadShare, quadShares } from './quad-shares.ts';
export {
  answeredInKind,
  blockMonths,
  type Counts,
  correlation,
  differenceOfSides,
  fewestMonths,
} from './reciprocity.ts';
export { shareInterval } from './share-interval.ts';

/** Acts between states, reviewed or coded by machine. */
export const eventMeasures: readonly Measure[] = [
  netCooperationMeasure,
  goldsteinMeasure,
  quadSharesMeasure,
  reciprocityMeasure,
  eventRateMeasure,
];
