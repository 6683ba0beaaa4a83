import type { Measure } from '../measure.ts';
import { agreementMeasure } from './agreement-measure.ts';
import { absenceShareMeasure, abstentionShareMeasure } from './conduct-measures.ts';
import { alignmentIndexMeasure, kappaMeasure, piMeasure, sScoreMeasure } from './similarity-measures.ts';

export { agreement, agreementDraws, type Ballot, fewestRollCalls, nearVote, sameVote } from './agreement.ts';
export { alignmentIndex } from './alignment-index.ts';
export { allPairs, type PairCounts, pairAgreement, pairAt, pairSScore } from './all-pairs.ts';
export { kappa, scottPi } from './chance-corrected.ts';
export { type CrossTable, crossTable, type Distance, voteLevels } from './cross-table.ts';
export { sScore } from './s-score.ts';
export { tauB } from './tau-b.ts';
export {
  type Issue,
  issueNames,
  loadVotes,
  type RollCall,
  type VoteTable,
  voteCodes,
  votesOf,
} from './votes.ts';

/** Voting in the General Assembly. */
export const votingMeasures: readonly Measure[] = [
  agreementMeasure,
  sScoreMeasure,
  kappaMeasure,
  piMeasure,
  alignmentIndexMeasure,
  abstentionShareMeasure,
  absenceShareMeasure,
];
