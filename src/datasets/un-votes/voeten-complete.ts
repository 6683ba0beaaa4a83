import type { Format } from '../../model/format.ts';
import { hasColumns } from './header.ts';
import { ungaVotesVoeten } from './sources.ts';
import {
  voetenRollCall,
  voetenRollCallColumns,
  voetenRollCallFaults,
  voetenRollCallQuirks,
} from './voeten-roll-calls.ts';
import { voetenQuirks, voetenVote, voetenVoteColumns } from './voeten-votes.ts';

/** Votes and roll calls of the General Assembly in one file, as the Dataverse has them: the roll call again in each row. */
export const voetenComplete: Format = {
  id: 'voeten-complete',
  title: 'UN General Assembly votes with their roll calls (Voeten)',
  source: ungaVotesVoeten,
  quirks: [...voetenQuirks, ...voetenRollCallQuirks],
  version: 1,
  recognise: (head) => hasColumns(head, ['rcid', 'ccode', 'vote', 'session', 'unres']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    missing: ['NA'],
    columns: { ...voetenVoteColumns, ...voetenRollCallColumns },
  },
  refuse: [{ when: 'raw.rcid IS NULL', because: 'no roll call' }, ...voetenRollCallFaults],
  aside: [{ when: 'raw.vote IS NULL', because: 'no vote is given' }],
  tables: {
    vote: voetenVote,
    roll_call: {
      columns: Object.fromEntries(
        Object.entries(voetenRollCall).map(([column, sql]) => [
          column,
          column === 'roll_call' ? sql : `any_value(${sql})`,
        ]),
      ),
      group: 'raw.rcid',
    },
  },
  expect: {
    'a state votes once in a roll call': 'SELECT roll_call, state FROM vote GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
};
