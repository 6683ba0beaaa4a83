import type { Measure } from '../measure.ts';

/** Who depends on whom. */
export const dependenceMeasures: readonly Measure[] = [];
