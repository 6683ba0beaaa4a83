import type { Format, Mapping, RawColumns } from '../../model/format.ts';
import { hasColumns } from './header.ts';
import { ungaVotesVoeten } from './sources.ts';

/** Who voted how, in Voeten's own releases. */
export const voetenVoteColumns: RawColumns = {
  rcid: { type: 'integer' },
  ccode: { type: 'integer' },
  vote: { type: ['1', '2', '3', '8', '9'] },
  countryname: { type: 'text', optional: true },
};

export const voetenVote: Mapping = {
  from: 'raw LEFT JOIN state s ON s.cow = raw.ccode',
  columns: {
    roll_call: 'raw.rcid::VARCHAR',
    state: "coalesce(s.id, 'cow:' || raw.ccode, 'name:' || raw.countryname)",
    vote: `CASE raw.vote WHEN '1' THEN 'yes' WHEN '2' THEN 'abstain' WHEN '3' THEN 'no'
      WHEN '8' THEN 'absent' WHEN '9' THEN 'not-member' END`,
  },
};

export const voetenQuirks = [
  'votes: 1 yes, 2 abstain, 3 no, 8 absent, 9 not a member',
  'states go by Correlates of War numbers; 345 is Yugoslavia and Serbia (SRB here), 365 the Soviet Union and Russia',
] as const;

/** How states voted in the General Assembly, in the layout of Voeten's UNVotes: one row a state and roll call. */
export const voetenVotes: Format = {
  id: 'voeten-votes',
  title: 'UN General Assembly votes (Voeten)',
  source: ungaVotesVoeten,
  quirks: voetenQuirks,
  version: 1,
  recognise: (head) => hasColumns(head, ['rcid', 'ccode', 'vote'], ['unres']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    missing: ['NA'],
    columns: voetenVoteColumns,
  },
  aside: [{ when: 'raw.vote IS NULL', because: 'no vote is given' }],
  tables: { vote: voetenVote },
  expect: {
    'a state votes once in a roll call': 'SELECT roll_call, state FROM vote GROUP BY ALL HAVING count(*) > 1',
  },
  // A release may be of some months only, and must not push out one of all years.
  edition: 'part',
  large: true,
};
