import type { Measure } from '../measure.ts';
import { keptMeasure } from './kept-measure.ts';
import { leagueMeasure } from './league-measure.ts';
import { profileMeasure } from './profile-measure.ts';
import { rivalryMeasure } from './rivalry-measure.ts';
import { structuralBalanceMeasure } from './structural-balance.ts';

export { bands } from './bands.ts';
export { type CommitmentCheck, commitmentChecks } from './commitments.ts';
export { contradiction, fullRivalry, issueSplit, signalVariance } from './formulas.ts';
export { type CommitmentChange, commitmentChange } from './kept.ts';
export { type Entrant, type LeagueQuantity, quantityOfBalance, rankAmong } from './league.ts';
export { type Expected, type Practice, practised } from './practice.ts';
export { type PractisedYear, practisedYear } from './practices.ts';
export { type PartnerSigns, type ProfileOptions, profile } from './profile.ts';
export { profileIntervals } from './profile-intervals.ts';
export { rivalryInActs, rivalryInVotes } from './rivalry.ts';
export {
  frustration,
  mostForFrustration,
  pressurePoints,
  type SignedNetwork,
  triangleBalance,
  walkBalance,
} from './signed-network.ts';
export { friendsTo, rivalsFrom } from './structural-balance.ts';

/** What “multi-vector” means in numbers, and states side by side. */
export const profileMeasures: readonly Measure[] = [
  profileMeasure,
  rivalryMeasure,
  structuralBalanceMeasure,
  leagueMeasure,
  keptMeasure,
];
