import type { Format } from '../../model/format.ts';
import { hasColumns } from './header.ts';
import { ungaIdealPoints } from './sources.ts';

/** Pairs of roll calls on resolutions that recur in the same words, by which ideal points are linked over time. */
export const rollCallMatches: Format = {
  id: 'roll-call-matches',
  title: 'Recurring UN General Assembly resolutions (Bailey, Strezhnev, Voeten)',
  source: ungaIdealPoints,
  quirks: ['pairs make chains; all of a chain are one resolution, that of the smallest rcid'],
  version: 1,
  recognise: (head) => hasColumns(head, ['rcid1', 'rcid2']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    missing: ['NA'],
    columns: { rcid1: { type: 'integer' }, rcid2: { type: 'integer' } },
  },
  refuse: [{ when: 'raw.rcid1 = raw.rcid2', because: 'a roll call is matched with itself' }],
  tables: {
    roll_call_match: {
      columns: {
        roll_call: 'CASE WHEN raw.rcid1 < raw.rcid2 THEN raw.rcid2 ELSE raw.rcid1 END',
        earlier: 'CASE WHEN raw.rcid1 < raw.rcid2 THEN raw.rcid1 ELSE raw.rcid2 END',
      },
    },
  },
  edition: 'whole',
};
