/** Every measure: pure functions from records or numbers to figures, with intervals and gaps. No I/O. */
export {
  agreement,
  agreementDraws,
  type Ballot,
  fewestRollCalls,
  sameVote,
} from './agreement.ts';
export { bands } from './bands.ts';
export { betaQuantile, incompleteBeta } from './beta.ts';
export { type CommitmentCheck, commitmentChecks } from './commitments.ts';
export { effectivePartners, effectivePartnersShannon, evenness, shares } from './concentration.ts';
export { disagreements } from './disagreements.ts';
export {
  type EventBalance,
  eventBalance,
  eventIntensity,
  fewestRecords,
  hasHappened,
  level,
  netCooperation,
  netCooperationInterval,
} from './event-balance.ts';
export { type Mapping, mappings, recordYears } from './mapping.ts';
export { contradiction, fullRivalry, issueSplit, profile, signalVariance } from './profile.ts';
export { quantiles, type Random, seeded } from './random.ts';
export { resultant } from './resultant.ts';
export { countsIn, partnersOfEvent } from './signed-records.ts';
export {
  defaultDraws,
  type Measured,
  measureDimension,
  type VectorOptions,
} from './vectors.ts';
