import type { Measure } from '../measure.ts';

export { bands } from './bands.ts';
export { type CommitmentCheck, commitmentChecks } from './commitments.ts';
export { contradiction, fullRivalry, issueSplit, profile, signalVariance } from './profile.ts';

/** What “multi-vector” means in numbers, and states side by side. */
export const profileMeasures: readonly Measure[] = [];
