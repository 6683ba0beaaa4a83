import { parse } from 'csv-parse/sync';
import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import { hasColumns } from './header.ts';
import { ungaVotesWide } from './sources.ts';

interface Line {
  readonly cells: readonly string[];
  /** Where the record ends. */
  readonly line: number;
}

function linesOf({ name, bytes }: FileBytes): Line[] {
  const found: Line[] = [];
  try {
    parse(new TextDecoder().decode(bytes), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: line }) => {
        found.push({ cells, line });
        return null;
      },
    });
  } catch (cause) {
    throw new MultivectorError('data', `${name}: not a table with commas`, {
      hint: cause instanceof Error ? cause.message : String(cause),
      cause,
    });
  }
  return found;
}

/** For each roll call a row about it, and one for each state that has a column. */
function* rowsOf(file: FileBytes): Generator<Parsed> {
  const [first, ...lines] = linesOf(file);
  const header = (first?.cells ?? []).map((name) => name.trim());
  const states = header.flatMap((name, at) => (/^[A-Z]{3}$/.test(name) ? [{ state: name, at }] : []));
  const lacking = ['token', 'Title', 'Council', 'Resolution', 'Date'].filter(
    (name) => !header.includes(name),
  );
  if (lacking.length > 0 || states.length === 0)
    throw new MultivectorError(
      'data',
      lacking.length > 0
        ? `${file.name}: there is no column ${lacking.map((name) => `“${name}”`).join(', ')}`
        : `${file.name}: there is no column of a state`,
      { hint: `line 1 has: ${header.slice(0, 20).join(', ')}` },
    );

  for (const { cells, line } of lines) {
    if (cells.length !== header.length) {
      const problem = `${cells.length} cells where there are ${header.length} columns`;
      yield { line, problem, text: cells.join(',') };
      continue;
    }
    const cell = (name: string): string | undefined => cells[header.indexOf(name)];
    const about = { token: cell('token'), council: cell('Council') };
    yield {
      line,
      row: {
        ...about,
        title: cell('Title'),
        resolution: cell('Resolution'),
        date: cell('Date'),
        yes: cell('YES COUNT'),
        no: cell('NO COUNT'),
        abstain: cell('ABSTAIN COUNT'),
        absent: cell('NO-VOTE COUNT'),
      },
    };
    for (const { state, at } of states) yield { line, row: { ...about, state, vote: cells[at] } };
  }
}

/** Recorded votes of the General Assembly and the Security Council, a roll call a line and a column for each state. */
export const unVotesWide: Format = {
  id: 'un-votes-wide',
  title: 'UN recorded votes, one column a state',
  source: ungaVotesWide,
  quirks: [
    'which states have a column varies; Afghanistan and Venezuela had none in 2025, though “NO-VOTE COUNT” has them',
    'an empty cell in the General Assembly is a member that did not vote; in the Security Council it is mostly no member',
    '`token` is the number of the record in the UN Digital Library',
    'votes and roll calls are counted as rows each: a line of the file is as many rows as it has states, and one',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['token', 'council', 'resolution', 'yes count', 'no-vote count']),
  reading: {
    kind: 'parsed',
    columns: {
      token: { type: 'text' },
      council: { type: ['General Assembly', 'Security Council'] },
      state: { type: 'text', optional: true },
      vote: { type: ['YES', 'NO', 'ABSTAIN'], optional: true },
      title: { type: 'text', optional: true },
      resolution: { type: 'text', optional: true },
      date: { type: 'date', optional: true },
      yes: { type: 'integer', optional: true },
      no: { type: 'integer', optional: true },
      abstain: { type: 'integer', optional: true },
      absent: { type: 'integer', optional: true },
    },
    rows: rowsOf,
  },
  refuse: [
    { when: 'raw.token IS NULL', because: 'no token' },
    { when: 'raw.council IS NULL', because: 'no council' },
  ],
  aside: [
    {
      when: "raw.state IS NOT NULL AND raw.vote IS NULL AND raw.council = 'Security Council'",
      because: 'no vote in the Security Council',
    },
  ],
  tables: {
    vote: {
      from: 'raw LEFT JOIN state s ON s.id = raw.state',
      where: 'raw.state IS NOT NULL',
      columns: {
        roll_call: 'raw.token',
        state: "coalesce(s.id, 'iso:' || raw.state)",
        vote: "coalesce(lower(raw.vote::VARCHAR), 'absent')",
      },
    },
    roll_call: {
      where: 'raw.state IS NULL',
      columns: {
        roll_call: 'raw.token',
        organ: "CASE raw.council::VARCHAR WHEN 'General Assembly' THEN 'GA' ELSE 'SC' END",
        session: "TRY_CAST(nullif(regexp_extract(raw.resolution, '^A/RES/(\\d+)/', 1), '') AS INTEGER)",
        date: 'raw.date::VARCHAR',
        resolution: 'raw.resolution',
        title: 'raw.title',
        yes: 'raw.yes',
        no: 'raw.no',
        abstain: 'raw.abstain',
        absent: 'raw.absent',
      },
    },
  },
  expect: {
    'a state votes once in a roll call': 'SELECT roll_call, state FROM vote GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
};
