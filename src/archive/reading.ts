import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Reject } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import type { CsvReading, RawColumn, RawColumns } from '../model/format.ts';
import { type Duck, identifier, literal } from './duck.ts';
import { hasOpenQuote } from './lines.ts';
import { mend } from './mend.ts';
import { headOf, type StagedFile } from './stage.ts';

/** Most bytes of a line unless a format says otherwise. */
export const longestLine = 2_000_000;
/** Most rejects that are kept with their text; all are counted. */
export const keptRejects = 100_000;

export const sqlType = ({ type }: RawColumn): string =>
  typeof type !== 'string'
    ? `ENUM(${type.map(literal).join(', ')})`
    : { text: 'VARCHAR', integer: 'BIGINT', bigint: 'BIGINT', number: 'DOUBLE', date: 'DATE' }[type];

/**
 * Type of a column for DuckDB's reader of delimited text. A list is read as text and checked by a rule: of a cell that
 * is none of an enumeration the reader names a wrong column and, where it refused others before, a wrong line.
 */
export const readType = (column: RawColumn): string =>
  typeof column.type === 'string' ? sqlType(column) : 'VARCHAR';

const normal = (name: string): string => name.trim().toLowerCase();

/** A file of delimited text, and where its columns are. */
export interface CsvFile {
  readonly file: StagedFile;
  /** What is read: the file, or its mended copy. */
  readonly path: string;
  /** Lines before the first row, the header among them. */
  readonly before: number;
  /** Key of the column at each place; undefined where it is passed over. */
  readonly places: readonly (string | undefined)[];
  readonly mended: boolean;
}

function headerCells(lines: readonly string[], skip: number, reading: CsvReading): string[] {
  const text = lines.slice(skip, skip + 40).join('\n');
  try {
    const [cells] = parse(text, {
      delimiter: reading.delimiter,
      quote: reading.quote === '' ? null : reading.quote,
      relax_quotes: true,
      relax_column_count: true,
      to: 1,
    }) as string[][];
    return cells ?? [];
  } catch {
    return lines[skip]?.split(reading.delimiter) ?? [];
  }
}

/**
 * Where a file's columns are.
 *
 * @throws MultivectorError `data` that names the columns it lacks and those it has
 */
export function csvFile(file: StagedFile, reading: CsvReading): CsvFile {
  const head = headOf(file);
  const skip = typeof reading.skip === 'function' ? reading.skip(head) : (reading.skip ?? 0);
  if (!reading.header)
    return { file, path: file.path, before: skip, places: Object.keys(reading.columns), mended: false };

  const lines =
    reading.encoding === 'latin-1' && !file.utf8
      ? Buffer.from(head.bytes)
          .toString('latin1')
          .split(/\r\n|\n|\r/)
      : head.lines;
  const header = headerCells(lines, skip, reading);
  const names = (reading.names?.(header, head) ?? header).map(normal);
  const places: (string | undefined)[] = names.map(() => undefined);
  const lacking: string[] = [];
  for (const [key, column] of Object.entries(reading.columns)) {
    const wanted = [column.header ?? key].flat().map(normal);
    const at = names.findIndex((name, i) => wanted.includes(name) && places[i] === undefined);
    if (at >= 0) places[at] = key;
    else if (!column.optional) lacking.push([column.header ?? key].flat()[0] ?? key);
  }
  if (lacking.length > 0)
    throw new MultivectorError(
      'data',
      `${file.name}: there is no column ${lacking.map((name) => `“${name}”`).join(', ')}`,
      { hint: `line ${skip + 1} has: ${header.slice(0, 40).join(', ').slice(0, 400)}` },
    );
  return { file, path: file.path, before: skip + 1, places, mended: false };
}

/**
 * Whether a file is to be read as Latin-1. DuckDB refuses what Windows has between 0x80 and 0x9F, so such a file is
 * mended, and the copy is in UTF-8; a format may be in UTF-8 in a later release, too.
 */
const isLatin1 = (csv: CsvFile, reading: CsvReading): boolean =>
  reading.encoding === 'latin-1' && !csv.mended && !csv.file.utf8;

/** `SELECT` that reads files of one layout; what does not fit goes to DuckDB's reject tables. */
export function readCsv(files: readonly CsvFile[], reading: CsvReading, rejects: boolean): string {
  const [first] = files;
  if (!first) throw new Error('no file to read');
  const columns: RawColumns = reading.columns;
  const types = first.places.map((key, i) => {
    const column = key === undefined ? undefined : columns[key];
    return `${literal(key ?? `_passed_${i}`)}: ${literal(column ? readType(column) : 'VARCHAR')}`;
  });
  const present = new Set(first.places);
  const selected = Object.entries(columns).map(([key, column]) =>
    present.has(key) ? identifier(key) : `NULL::${readType(column)} AS ${identifier(key)}`,
  );
  const longest = reading.longestLine ?? longestLine;
  const options = [
    'auto_detect = false',
    `delim = ${literal(reading.delimiter)}`,
    `quote = ${literal(reading.quote)}`,
    `escape = ${literal(reading.escape ?? reading.quote)}`,
    `skip = ${first.before - (reading.header ? 1 : 0)}`,
    `header = ${reading.header}`,
    `columns = {${types.join(', ')}}`,
    `nullstr = [${['', ...(reading.missing ?? [])].map(literal).join(', ')}]`,
    `max_line_size = ${longest}`,
    ...(longest > longestLine ? [`buffer_size = ${longest * 4}`] : []),
    ...(isLatin1(first, reading) ? ["encoding = 'latin-1'"] : []),
    ...(reading.padded ? ['null_padding = true'] : []),
    ...(reading.dateFormat ? [`dateformat = ${literal(reading.dateFormat)}`] : []),
    ...(reading.filename ? ["filename = '_path'"] : []),
    rejects ? 'store_rejects = true, rejects_limit = 0' : 'ignore_errors = true',
  ];
  // The file's own name: what is read may be an unpacked or mended copy.
  const filename = reading.filename
    ? `, [${files.map(({ file }) => literal(file.name)).join(', ')}][list_position([${files.map(({ path }) => literal(path)).join(', ')}], _path)] AS filename`
    : '';
  // Every column is named first, so that all are read where the engine is told to read all; see makeDraft.
  return `SELECT ${selected.join(', ')}${filename} FROM (FROM read_csv([${files.map(({ path }) => literal(path)).join(', ')}], ${options.join(', ')}))`;
}

/** Files of the same layout can be read together. */
export function byLayout(files: readonly CsvFile[]): CsvFile[][] {
  const groups = new Map<string, CsvFile[]>();
  for (const file of files) {
    const key = JSON.stringify([file.before, file.places, file.mended, file.file.utf8]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

/** A copy of the file without the lines that spoil others; see `mend`. */
export async function mended(
  csv: CsvFile,
  reading: CsvReading,
  folder: string,
): Promise<{ csv: CsvFile; rejects: Reject[] }> {
  const path = join(folder, `mended-${csv.file.sha256.slice(0, 12)}`);
  const rejects = await mend(csv.path, path, csv.file.name, {
    delimiter: reading.delimiter,
    quote: reading.quote,
    escape: reading.escape,
    before: csv.before,
    cells: csv.places.length,
    longestLine: reading.longestLine ?? longestLine,
    multiline: reading.multiline ?? false,
    utf8: reading.encoding !== 'latin-1',
    recoded: isLatin1(csv, reading),
  });
  return { csv: { ...csv, path, mended: true }, rejects };
}

/** Whether a file has lines that would spoil others. */
export const needsMending = async (csv: CsvFile, reading: CsvReading): Promise<boolean> =>
  csv.file.longestLine > (reading.longestLine ?? longestLine) ||
  // DuckDB's reader fails beyond mending where it reports such a byte and not all columns are wanted.
  (reading.encoding !== 'latin-1' && !csv.file.utf8) ||
  (reading.quote !== '' && !reading.multiline && (await hasOpenQuote(csv.path, reading)));

const faults: Readonly<Record<string, string>> = {
  'MISSING COLUMNS': 'too few columns',
  'TOO MANY COLUMNS': 'too many columns',
  'UNQUOTED VALUE': 'a quote is opened and not closed, or something follows its end',
  'LINE SIZE OVER MAXIMUM': 'the line is too long',
  'INVALID ENCODING': 'not valid UTF-8',
};

/** What DuckDB's reader refused. */
export interface Refused {
  /** With its own number of the line, which counts a record as one line however many it has. */
  readonly rejects: readonly (Reject & { readonly path: string })[];
  /** Every line refused, by the path. */
  readonly lines: ReadonlyMap<string, ReadonlySet<number>>;
  readonly count: number;
  /** A line may have spoilt those after it. */
  readonly spoilt: boolean;
}

/** What DuckDB's reader refused since the last time, one for each line. */
export async function takeRejects(
  duck: Duck,
  nameOf: (path: string) => string,
  columns: RawColumns,
): Promise<Refused> {
  const tables = await duck.count(
    "SELECT count(*) FROM duckdb_tables() WHERE table_name IN ('reject_errors', 'reject_scans')",
  );
  if (tables < 2) return { rejects: [], lines: new Map(), count: 0, spoilt: false };
  const per = `SELECT s.file_path AS path, e.line, arg_min(e.column_name, e.column_idx) AS "column",
      arg_min(e.error_type, e.column_idx) AS fault, arg_min(e.error_message, e.column_idx) AS message, any_value(e.csv_line) AS text
    FROM reject_errors e JOIN reject_scans s ON s.scan_id = e.scan_id AND s.file_id = e.file_id GROUP BY 1, 2`;
  // A lone ^Z is DOS's end of file: no record, though the reader takes it for one.
  const real = `trim(coalesce(text, ''), chr(10) || chr(13)) <> chr(26)`;
  const rows = await duck.rows(
    `SELECT path, line, "column", fault, message, left(text, 1000) AS text FROM (${per}) WHERE ${real} ORDER BY path, line LIMIT ${keptRejects}`,
  );
  const lines = new Map<string, Set<number>>();
  for (const { path, line } of await duck.rows(`SELECT path, line FROM (${per})`))
    lines.set(String(path), (lines.get(String(path)) ?? new Set()).add(Number(line)));
  const count = await duck.count(`SELECT count(*) FROM (${per}) WHERE ${real}`);
  const spoilt =
    (await duck.count(
      `SELECT count(*) FROM reject_errors WHERE error_type = 'UNQUOTED VALUE' OR contains(trim(csv_line, chr(10) || chr(13)), chr(10))`,
    )) > 0;
  await duck.run('DROP TABLE reject_errors');
  await duck.run('DROP TABLE reject_scans');
  const rejects = rows.map((row) => {
    const fault = String(row.fault);
    const message = String(row.message);
    const value = /convert string "(.*)" to/s.exec(message)?.[1] ?? '';
    const column = typeof row.column === 'string' ? row.column : null;
    const expected = column === null ? undefined : columns[column];
    return {
      path: String(row.path),
      file: nameOf(String(row.path)),
      line: Number(row.line),
      column: fault === 'CAST' ? column : null,
      reason:
        fault !== 'CAST'
          ? (faults[fault] ?? message)
          : expected
            ? notOf(column ?? '', expected, value)
            : message,
      text: typeof row.text === 'string' ? row.text.replace(/^[\r\n]+|[\r\n]+$/g, '') : null,
    };
  });
  return { rejects, lines, count, spoilt };
}

const kindWords = {
  text: 'text',
  integer: 'a whole number',
  bigint: 'a whole number',
  number: 'a number',
  date: 'a day',
} as const;

/** Says that a cell is not what its column holds. */
export const notOf = (column: string, { type }: RawColumn, value: string): string =>
  typeof type === 'string'
    ? `${column}: “${value.slice(0, 100)}” is not ${kindWords[type]}`
    : `${column}: “${value.slice(0, 100)}” is none of ${type.join(', ')}`;
