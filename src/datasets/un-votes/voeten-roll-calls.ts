import type { Format, RawColumns, Rule } from '../../model/format.ts';
import { dayOfVote } from './day.ts';
import { hasColumns } from './header.ts';
import { ungaVotesVoeten } from './sources.ts';

const flag = { type: ['0', '1'], optional: true } as const;
const total = { type: 'integer', optional: true } as const;
const issues = ['me', 'nu', 'di', 'hr', 'co', 'ec'] as const;
const flags = ['importantvote', 'amend', 'para', ...issues] as const;

/** What Voeten's own releases say of a roll call. */
export const voetenRollCallColumns: RawColumns = {
  rcid: { type: 'integer' },
  session: { type: 'integer' },
  date: { type: 'text', optional: true },
  unres: { type: 'text' },
  short: { type: 'text', optional: true },
  descr: { type: 'text', optional: true },
  yes: total,
  no: total,
  abstain: total,
  ...Object.fromEntries(flags.map((name) => [name, flag])),
};

const date = "try_strptime(raw.date, ['%Y-%m-%d', '%m/%d/%Y'])";

export const voetenRollCallFaults: readonly Rule[] = [
  { when: `raw.date IS NOT NULL AND ${date} IS NULL`, because: 'the date is no day' },
];

export const voetenRollCall: Readonly<Record<string, string>> = {
  roll_call: 'raw.rcid::VARCHAR',
  organ: "'GA'",
  session: 'raw.session',
  date: dayOfVote(date, 'raw.session'),
  resolution: 'raw.unres',
  title: 'trim(coalesce(raw.descr, raw.short))',
  issues: `nullif(concat_ws('; ', ${issues.map((issue) => `CASE WHEN raw.${issue} = '1' THEN '${issue}' END`).join(', ')}), '')`,
  important: "raw.importantvote = '1'",
  amendment: "raw.amend = '1'",
  paragraph: "raw.para = '1'",
  yes: 'raw.yes',
  no: 'raw.no',
  abstain: 'raw.abstain',
};

export const voetenRollCallQuirks = [
  'to session 57 a day from 1 to 7 is mostly a day of the week; only the month is taken then',
  'totals and marks are NA where nobody counted or coded them: a total of NA may be none',
] as const;

/** Roll calls of the General Assembly, in the layout of Voeten's descriptions. */
export const voetenRollCalls: Format = {
  id: 'voeten-roll-calls',
  title: 'UN General Assembly roll calls (Voeten)',
  source: ungaVotesVoeten,
  quirks: voetenRollCallQuirks,
  version: 1,
  recognise: (head) => hasColumns(head, ['rcid', 'session', 'unres', 'me', 'nu'], ['ccode', 'vote']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    missing: ['NA'],
    columns: voetenRollCallColumns,
  },
  refuse: voetenRollCallFaults,
  tables: { roll_call: { columns: voetenRollCall } },
  expect: {
    'a roll call stands once': 'SELECT roll_call FROM roll_call GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
};
