import type { Measure } from '../measure.ts';
import { profileMeasure } from './profile-measure.ts';

export { bands } from './bands.ts';
export { type CommitmentCheck, commitmentChecks } from './commitments.ts';
export { contradiction, fullRivalry, issueSplit, signalVariance } from './formulas.ts';
export { type PartnerSigns, type ProfileOptions, profile } from './profile.ts';
export { profileIntervals } from './profile-intervals.ts';

/** What “multi-vector” means in numbers, and states side by side. */
export const profileMeasures: readonly Measure[] = [profileMeasure];
