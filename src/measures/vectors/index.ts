import type { Measure } from '../measure.ts';

export { type Mapping, mappings, recordYears } from './mapping.ts';
export { resultant } from './resultant.ts';
export { countsIn, partnersOfEvent } from './signed-records.ts';
export { defaultDraws, type Measured, measureDimension, type VectorOptions } from './vectors.ts';

/** Vectors, balance and resultant. */
export const vectorMeasures: readonly Measure[] = [];
