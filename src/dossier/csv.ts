import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Column, readCell, type Table, writeCell } from '../model/table.ts';
import type { Problem } from './problem.ts';

/** A row with the line on which it begins. */
export interface Located<R> {
  readonly line: number;
  readonly row: R;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** The longest record that is read, in characters; more is a sign of an unclosed quote or of an attack. */
const longestRecord = 100_000;

/**
 * The rows of a table's CSV text, and everything that is wrong with it. A row with a problem is left out.
 *
 * @param text UTF-8 text, with or without a byte-order mark
 */
export function readTable<R>(
  table: Table,
  file: string,
  text: string,
): { rows: Located<R>[]; problems: Problem[] } {
  const problems: Problem[] = [];
  let records: ParsedRecord[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRecord,
    }) as unknown as ParsedRecord[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 1;
    return { rows: [], problems: [{ file, line, message: `is not CSV: ${cause.message}` }] };
  }
  const [header, ...body] = records;
  const wanted = Object.keys(table.columns);
  if (!header)
    return {
      rows: [],
      problems: [{ file, line: 1, message: `is empty: the first line must be ${wanted.join(',')}` }],
    };

  const names = header.record.map((name) => name.trim());
  for (const name of wanted)
    if (!names.includes(name))
      problems.push({
        file,
        line: 1,
        column: name,
        message: `column is missing; the columns are ${wanted.join(', ')}`,
      });
  for (const [i, name] of names.entries()) {
    if (!wanted.includes(name))
      problems.push({
        file,
        line: 1,
        column: name,
        message: `no such column; the columns are ${wanted.join(', ')}`,
      });
    if (names.indexOf(name) !== i)
      problems.push({ file, line: 1, column: name, message: 'column stands twice' });
  }
  if (problems.length > 0) return { rows: [], problems };

  const rows: Located<R>[] = [];
  for (const { record, info } of body) {
    const line =
      info.lines - record.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    if (record.length !== names.length) {
      problems.push({ file, line, message: `has ${record.length} cells, and the header ${names.length}` });
      continue;
    }
    const row: Record<string, unknown> = {};
    const before = problems.length;
    for (const [i, name] of names.entries()) {
      const of = table.columns[name] as Column;
      const value = readCell(of, record[i] ?? '');
      for (const message of cellProblems(of, value)) problems.push({ file, line, column: name, message });
      if (value !== undefined) row[name] = value;
    }
    if (problems.length === before) rows.push({ line, row: row as R });
  }
  return { rows, problems };
}

/** What is wrong with a value of a column, in words. */
export function cellProblems(of: Column, value: unknown): string[] {
  if (value === undefined) return of.required ? [`is empty, and must hold ${of.about}`] : [];
  const result = of.schema.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
}

/** The table as CSV text: one header line, LF, cells quoted only where they must be. */
export function writeTable(table: Table, rows: readonly object[]): string {
  const names = Object.keys(table.columns);
  const cells = rows.map((row) => names.map((name) => writeCell((row as Record<string, unknown>)[name])));
  return stringify([names, ...cells], { record_delimiter: 'unix' });
}
