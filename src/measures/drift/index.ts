import type { Measure } from '../measure.ts';

/** Changes of level in a series. */
export const driftMeasures: readonly Measure[] = [];
