import type { Format } from '../../model/format.ts';
import { hasColumns } from './header.ts';
import { ungaVotes } from './sources.ts';

/** Issues of the roll calls of the R package unvotes; a roll call may have several, or none. */
export const unvotesIssues: Format = {
  id: 'unvotes-issues',
  title: 'Issues of UN General Assembly roll calls (unvotes package)',
  source: ungaVotes,
  quirks: ['a roll call that is of no issue is not in the file'],
  version: 1,
  recognise: (head) => hasColumns(head, ['rcid', 'short_name']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      rcid: { type: 'integer' },
      short_name: { type: ['me', 'nu', 'di', 'hr', 'co', 'ec'] },
    },
  },
  tables: {
    roll_call_issue: { columns: { roll_call: 'raw.rcid::VARCHAR', issue: 'raw.short_name' } },
  },
  edition: 'whole',
};
