import type { Format } from '../../model/format.ts';
import { formerCodes } from './former-states.ts';
import { hasColumns } from './header.ts';
import { undlVotes } from './sources.ts';

const total = { type: 'number', optional: true } as const;
const day = "regexp_full_match(raw.date, '\\d{4}(-\\d\\d){0,2}')";
const any = (sql: string): string => `any_value(${sql})`;

/** Recorded votes of the General Assembly as the UN Digital Library publishes them: one row a member and resolution. */
export const undlGaVotes: Format = {
  id: 'undl-ga-votes',
  title: 'UN Digital Library, General Assembly voting data',
  source: undlVotes,
  quirks: [
    'resolutions adopted by a recorded vote only: neither paragraphs and amendments nor drafts that failed',
    'X (in an early edition NV) is a member that did not vote',
    'the resolution stands again in the row of each member; totals may be written 106.0',
    'the session is a number, or that of a special session (ES-11), which is left empty here',
    'states that are no more keep their withdrawn codes: SUN is RUS here, YUG and SCG are SRB, CSK is cow:315, DDR cow:265, YMD cow:680',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['undl_id', 'ms_code', 'ms_vote', 'session'], ['permanent_member']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      undl_id: { type: 'text' },
      ms_code: { type: 'text' },
      ms_name: { type: 'text' },
      ms_vote: { type: ['Y', 'N', 'A', 'X', 'NV'] },
      date: { type: 'text' },
      session: { type: 'text' },
      resolution: { type: 'text' },
      title: { type: 'text' },
      agenda_title: { type: 'text', optional: true },
      total_yes: total,
      total_no: total,
      total_abstentions: total,
      total_non_voting: total,
    },
  },
  lookups: { former_code: formerCodes },
  refuse: [
    { when: 'raw.undl_id IS NULL', because: 'no undl_id' },
    { when: `raw.date IS NOT NULL AND NOT ${day}`, because: 'the date is no day' },
  ],
  aside: [{ when: 'raw.ms_vote IS NULL', because: 'no vote is given' }],
  tables: {
    vote: {
      from: `raw LEFT JOIN state s ON s.id = raw.ms_code LEFT JOIN former_code f ON f.name = raw.ms_code
        LEFT JOIN state_name n ON raw.ms_code IS NULL AND n.name = lower(raw.ms_name)`,
      columns: {
        roll_call: 'raw.undl_id',
        state: "coalesce(s.id, f.code, 'iso:' || raw.ms_code, n.id, 'name:' || raw.ms_name)",
        vote: `CASE raw.ms_vote WHEN 'Y' THEN 'yes' WHEN 'N' THEN 'no' WHEN 'A' THEN 'abstain' ELSE 'absent' END`,
      },
    },
    roll_call: {
      columns: {
        roll_call: 'raw.undl_id',
        organ: any("'GA'"),
        session: any('TRY_CAST(raw.session AS DOUBLE)'),
        date: any('raw.date'),
        resolution: any('raw.resolution'),
        title: any('coalesce(raw.title, raw.agenda_title)'),
        yes: any('raw.total_yes'),
        no: any('raw.total_no'),
        abstain: any('raw.total_abstentions'),
        absent: any('raw.total_non_voting'),
      },
      group: 'raw.undl_id',
    },
  },
  expect: {
    // The library has totals of its own that do not add up; a column out of place, or a code misread, spoils them all.
    'of the roll calls that are whole, nineteen in twenty have the published totals': `
      SELECT avg(agrees::INTEGER) AS share FROM (
        SELECT c.yes = count(*) FILTER (v.vote = 'yes') AND c.no = count(*) FILTER (v.vote = 'no')
            AND c.abstain = count(*) FILTER (v.vote = 'abstain') AS agrees
        FROM roll_call c JOIN vote v USING (roll_call) GROUP BY c.roll_call, c.yes, c.no, c.abstain, c.absent
        HAVING count(*) = c.yes + c.no + c.abstain + c.absent)
      HAVING avg(agrees::INTEGER) < 0.95`,
  },
  edition: 'whole',
};
