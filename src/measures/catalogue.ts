import { concentrationMeasures } from './concentration/index.ts';
import { connectivityMeasures } from './connectivity/index.ts';
import { dependenceMeasures } from './dependence/index.ts';
import { driftMeasures } from './drift/index.ts';
import { eventMeasures } from './events/index.ts';
import { idealPointMeasures } from './ideal-points/index.ts';
import type { Measure } from './measure.ts';
import { profileMeasures } from './profile/index.ts';
import { vectorMeasures } from './vectors/index.ts';
import { votingMeasures } from './voting/index.ts';

/** Every measure, in the order of the catalogue. */
export const catalogue: readonly Measure[] = [
  ...votingMeasures,
  ...idealPointMeasures,
  ...concentrationMeasures,
  ...dependenceMeasures,
  ...connectivityMeasures,
  ...eventMeasures,
  ...vectorMeasures,
  ...driftMeasures,
  ...profileMeasures,
];
