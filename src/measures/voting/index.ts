import type { Measure } from '../measure.ts';

export { agreement, agreementDraws, type Ballot, fewestRollCalls, sameVote } from './agreement.ts';

/** Voting in the General Assembly. */
export const votingMeasures: readonly Measure[] = [];
