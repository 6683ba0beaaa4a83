import type { Measure } from '../measure.ts';
import { aidShareMeasure } from './aid-share.ts';
import { armsDependenceMeasure } from './arms-dependence.ts';
import { influenceCapacityMeasure } from './influence-capacity.ts';
import { mirrorGapMeasure } from './mirror-gap.ts';
import { partnerShareMeasure } from './partner-share.ts';
import { tradeAsymmetryMeasure } from './trade-asymmetry.ts';
import { tradeDependenceMeasure } from './trade-dependence.ts';

export { leastRest } from '../partners/partner-amounts.ts';
export { type Quantity, quantities, ways } from '../partners/quantities.ts';
export { dealDraws, fewestDeals } from '../partners/resampled.ts';
export { armsWindow, linearDecay } from './arms-dependence.ts';
export {
  type Influence,
  influenceCapacity,
  influenceDraws,
  influenceWeights,
  type WeightedPart,
} from './influence.ts';
export {
  type InfluenceFactor,
  type InfluencePart,
  influenceFactors,
  influenceParts,
} from './influence-parts.ts';
export { mirrorGap, mirrorLogRatio } from './mirror-gap.ts';
export { partnerShare } from './share-with.ts';
export { asymmetry } from './trade-asymmetry.ts';

/** Who depends on whom. */
export const dependenceMeasures: readonly Measure[] = [
  partnerShareMeasure,
  tradeDependenceMeasure,
  tradeAsymmetryMeasure,
  armsDependenceMeasure,
  aidShareMeasure,
  influenceCapacityMeasure,
  mirrorGapMeasure,
];
