import type { Measure } from '../measure.ts';

/** Ideal points: where states stand in the General Assembly. */
export const idealPointMeasures: readonly Measure[] = [];
