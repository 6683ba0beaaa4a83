import type { Measure } from '../measure.ts';

/** Routes and their chokepoints. */
export const connectivityMeasures: readonly Measure[] = [];
