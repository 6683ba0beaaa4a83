import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import { gdelt1, gdelt2 } from './sources.ts';

/** The table that a list of columns is of, by a column that no other has. */
const schemes: readonly (readonly [string, string])[] = [
  ['MentionTimeDate', 'gdelt-2-mentions'],
  ['GKGRECORDID', 'gdelt-2-gkg'],
  ['ActionGeo_ADM2Code', 'gdelt-2-events'],
  ['SQLDATE', 'gdelt-1-events'],
];

const isHeader = (line: string): boolean => /^(|\d+|"")?[\t,]?"?tableId"?([\t,]|$)/.test(line);

async function* rows({ name, bytes }: FileBytes): AsyncGenerator<Parsed> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const text = new TextDecoder().decode(bytes);
  const [header = ''] = text.split(/\r?\n/, 1);
  if (!isHeader(header))
    throw new MultivectorError('data', `${name}: line 1 has no column “tableId”`, {
      hint: 'GDELT’s lists of columns are called GDELT_…_Column_Labels_Header_Row_….csv or .tsv',
    });
  const lines: number[] = [];
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: header.includes('\t') ? '\t' : ',',
      relax_column_count: true,
      relax_quotes: true,
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
  const names = (records[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const cell = (record: readonly string[], column: string): string | undefined =>
    record[names.indexOf(column)]?.trim();
  const columns = records.slice(1);
  const listed = new Set(columns.map((record) => cell(record, 'tableid')));
  const scheme = schemes.find(([column]) => listed.has(column))?.[1];
  if (scheme === undefined)
    throw new MultivectorError('data', `${name}: it is the list of none of GDELT’s tables`, {
      hint: `one of ${schemes.map(([column]) => column).join(', ')} should be in it`,
    });
  for (const [i, record] of columns.entries()) {
    const line = lines[i + 1];
    const code = cell(record, 'tableid');
    if (code === undefined || code === '')
      yield { line, problem: 'the column has no name', text: record.join('\t') };
    else
      yield {
        line,
        row: {
          scheme,
          code,
          label: cell(record, 'description'),
          position: i + 1,
          type: cell(record, 'datatype'),
        },
      };
  }
}

/** GDELT's own lists of what the columns of its tables are, for they have no header. */
export const gdeltColumns: Format = {
  id: 'gdelt-columns',
  title: 'GDELT lists of columns',
  source: gdelt2,
  otherSources: [gdelt1],
  quirks: [
    'three layouts: names alone (1.0), comma-separated with descriptions (2.0 events), tab-separated with a number before them (mentions, GKG)',
    'which table a list is of is not said in it; it shows by the columns',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) => isHeader(header),
  reading: {
    kind: 'parsed',
    rows,
    columns: {
      scheme: { type: 'text' },
      code: { type: 'text' },
      label: { type: 'text' },
      position: { type: 'integer' },
      type: { type: 'text' },
    },
  },
  tables: {
    code: {
      columns: {
        scheme: 'raw.scheme',
        code: 'raw.code',
        label: 'raw.label',
        value: 'raw.position',
        note: 'raw.type',
        source: "CASE WHEN raw.scheme = 'gdelt-1-events' THEN 'gdelt-1' ELSE 'gdelt-2' END",
      },
    },
  },
  edition: 'part',
};
