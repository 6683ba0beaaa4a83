import type { Format } from '../../model/format.ts';
import { idealPoints } from './ideal-points.ts';
import { rollCallMatches } from './matches.ts';
import { ungaResolutionJs } from './resolution-js.ts';
import { ungaResolutionXlsx } from './resolution-xlsx.ts';
import { undlGaVotes } from './undl-ga-votes.ts';
import { unvotesIssues } from './unvotes-issues.ts';
import { unvotesRollCalls } from './unvotes-roll-calls.ts';
import { unvotesVotes } from './unvotes-votes.ts';
import { usVotingCoincidence } from './us-coincidence.ts';
import { voetenComplete } from './voeten-complete.ts';
import { voetenRollCalls } from './voeten-roll-calls.ts';
import { voetenVotes } from './voeten-votes.ts';
import { unVotesWide } from './wide.ts';

export const unVotesFormats: readonly Format[] = [
  unvotesVotes,
  unvotesRollCalls,
  unvotesIssues,
  voetenVotes,
  voetenRollCalls,
  voetenComplete,
  undlGaVotes,
  unVotesWide,
  idealPoints,
  rollCallMatches,
  usVotingCoincidence,
  ungaResolutionXlsx,
  ungaResolutionJs,
];
