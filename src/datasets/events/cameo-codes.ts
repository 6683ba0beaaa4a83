import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Mapping, Parsed } from '../../model/format.ts';
import { isCameoSql } from './cameo.ts';
import { gdelt2, icews } from './sources.ts';

/** CAMEO is a tree: 0211 is under 021, and that under 02. */
const code = (note: string): Mapping => ({
  columns: {
    scheme: "'cameo'",
    code: 'raw.code',
    label: 'trim(raw.name)',
    parent: 'CASE WHEN length(raw.code) > 2 THEN left(raw.code, length(raw.code) - 1) END',
    value: 'raw.goldstein',
    note,
  },
});

const refuse = [
  {
    when: `raw.code IS NULL OR NOT ${isCameoSql('raw.code')}`,
    because: 'the code is no CAMEO code: is a leading zero lost?',
  },
];

const expect = {
  'a code has one name': 'SELECT code FROM code GROUP BY code HAVING count(*) > 1',
};

/** UTF-8 was taken for Mac Roman, and what came of it written in Windows-1252: one byte a letter. */
const scrambled: readonly (readonly [string, string])[] = [
  ['\u0082Äò', '‘'],
  ['\u0082Äô', '’'],
  ['\u0082Äú', '“'],
  ['\u0082Äù', '”'],
  ['\u0082Äì', '–'],
  ['\u0082Äî', '—'],
  ['¬£', '£'],
];

async function* rows({ name, bytes }: FileBytes): AsyncGenerator<Parsed> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const lines: number[] = [];
  let records: string[][];
  try {
    records = parse(Buffer.from(bytes).toString('latin1'), {
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (record, { lines: line }) => {
        lines.push(line);
        return record;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new MultivectorError('data', `${name}: ${cause.message}`, { cause });
  }
  const [header = [], ...table] = records;
  const lacking = ['code', 'name', 'goldstein'].filter((column) => !header.includes(column));
  if (lacking.length > 0)
    throw new MultivectorError('data', `${name}: there is no column “${lacking.join('”, “')}”`, {
      hint: `line 1 has: ${header.join(', ').slice(0, 400)}`,
    });
  for (const [i, record] of table.entries()) {
    const line = lines[i + 1];
    const cell = (column: string): string | undefined => {
      const text = record[header.indexOf(column)]?.trim();
      return text === 'NA' ? undefined : text;
    };
    if (record.length !== header.length)
      yield {
        line,
        problem: `${record.length} cells in place of ${header.length}`,
        text: record.join(','),
      };
    else
      yield {
        line,
        row: {
          code: cell('code'),
          name: cell('name'),
          goldstein: cell('goldstein'),
          description: scrambled.reduce(
            (text, [wrong, right]) => text?.replaceAll(wrong, right),
            cell('description'),
          ),
        },
      };
  }
}

/** CAMEO as ICEWS uses it, with descriptions. */
export const cameoCodes: Format = {
  id: 'cameo-codes',
  title: 'CAMEO event codes as ICEWS uses them',
  source: icews,
  quirks: [
    'codes are text: 010 is “make statement”, 10 is DEMAND',
    'ICEWS has changed some names and scores against CAMEO 1.1b3: 016 is “deny responsibility” here',
    'NA is “missing”; quotation marks and dashes in the descriptions went through two wrong encodings and are put right',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) => /\beventtype_ID\b.*\bname\b.*\bcode\b.*\bgoldstein\b/.test(header),
  reading: {
    kind: 'parsed',
    rows,
    columns: {
      code: { type: 'text' },
      name: { type: 'text' },
      goldstein: { type: 'number' },
      description: { type: 'text' },
    },
  },
  refuse,
  tables: { code: code('raw.description') },
  expect,
  edition: 'whole',
};

/** CAMEO as GDELT lists it, with Goldstein's scores. */
export const cameoCodesGdelt: Format = {
  id: 'cameo-codes-gdelt',
  title: 'CAMEO event codes as GDELT lists them',
  source: gdelt2,
  quirks: [
    'the first column, unnamed, has the code once more',
    'names begin with a blank; a few were damaged before they were published (0872)',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) => /^\tDescription\tGoldsteinScale\tcameoCode\s*$/.test(header),
  reading: {
    kind: 'csv',
    delimiter: '\t',
    quote: '',
    header: true,
    columns: {
      code: { type: 'text', header: 'cameoCode' },
      name: { type: 'text', header: 'Description' },
      goldstein: { type: 'number', header: 'GoldsteinScale' },
    },
  },
  refuse,
  tables: { code: code('NULL') },
  expect,
  edition: 'whole',
};
