import type { Format } from '../../model/format.ts';
import { dayOfVote } from './day.ts';
import { hasColumns } from './header.ts';
import { ungaVotes } from './sources.ts';

const flag = { type: ['0', '1'], optional: true } as const;
const flags = ['importantvote', 'amend', 'para'] as const;

/** Roll calls of the General Assembly, as in the R package unvotes. */
export const unvotesRollCalls: Format = {
  id: 'unvotes-roll-calls',
  title: 'UN General Assembly roll calls (unvotes package)',
  source: ungaVotes,
  quirks: [
    'to session 57 a day from 1 to 7 is mostly a day of the week; only the month is taken then',
    'importantvote, amend and para are NA where they were not coded, late sessions among them: unknown, not “no”',
    'issues are in a file of their own',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['rcid', 'session', 'unres'], ['ccode', 'vote', 'me']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    missing: ['NA'],
    columns: {
      rcid: { type: 'integer' },
      session: { type: 'integer' },
      date: { type: 'date' },
      unres: { type: 'text' },
      ...Object.fromEntries(flags.map((name) => [name, flag])),
      short: { type: 'text', optional: true },
      descr: { type: 'text', optional: true },
    },
  },
  tables: {
    roll_call: {
      columns: {
        roll_call: 'raw.rcid::VARCHAR',
        organ: "'GA'",
        session: 'raw.session',
        date: dayOfVote('raw.date', 'raw.session'),
        resolution: 'raw.unres',
        title: 'coalesce(raw.descr, raw.short)',
        important: "raw.importantvote = '1'",
        amendment: "raw.amend = '1'",
        paragraph: "raw.para = '1'",
      },
    },
  },
  expect: {
    'a roll call stands once': 'SELECT roll_call FROM roll_call GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
