import type { Measure } from '../measure.ts';
import { balanceMeasure } from './balance-measure.ts';
import { rankAcceptabilityMeasure } from './rankings.ts';
import { resultantMeasure, standAndPullMeasure } from './resultant-measures.ts';
import { directionMeasure, weightMeasure } from './weight.ts';

export { withImportances } from './importances.ts';
export {
  type Mapping,
  type MappingRow,
  mappingRows,
  mappings,
  recordYears,
  worldMappings,
} from './mapping.ts';
export { type DrawnPull, drawPull } from './pull.ts';
export { type RankAcceptability, rankAcceptability } from './rank-acceptability.ts';
export { rankDraws } from './rankings.ts';
export { resultant } from './resultant.ts';
export { countsIn, partnersOfEvent } from './signed-records.ts';
export {
  defaultDraws,
  type Measured,
  type MeasuredDraws,
  measureDimension,
  measureDraws,
  type VectorOptions,
} from './vectors.ts';

/** Vectors, balance and resultant. */
export const vectorMeasures: readonly Measure[] = [
  weightMeasure,
  directionMeasure,
  balanceMeasure,
  resultantMeasure,
  standAndPullMeasure,
  rankAcceptabilityMeasure,
];
