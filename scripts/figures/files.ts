import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { states } from '../../src/model/states.ts';

/** A row of a publisher's table: its cells by the names in the header. */
export type Cells = Readonly<Record<string, string>>;

interface CsvOptions {
  readonly delimiter?: string;
  readonly encoding?: BufferEncoding;
  /** First line to read, 1 being the first of the file. */
  readonly fromLine?: number;
  readonly header?: (names: string[]) => string[];
}

/** The rows of a CSV file, gzipped or not. A missing cell is an empty string. */
export function readCsv(path: string, options: CsvOptions = {}): Cells[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(options.encoding ?? 'utf8');
  return parse(text, {
    bom: true,
    columns: options.header ?? true,
    delimiter: options.delimiter ?? ',',
    from_line: options.fromLine ?? 1,
    relax_quotes: true,
    escape: '"',
  }) as Cells[];
}

/** The cell, which must be there. */
export function cell(row: Cells, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`no column “${name}” in ${JSON.stringify(row).slice(0, 200)}`);
  return value;
}

/** The number in the cell; anything else stops the run. */
export function numberIn(row: Cells, name: string): number {
  const text = cell(row, name);
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new Error(`“${text}” in ${name} is not a number`);
  return value;
}

const byName = new Map(
  states.flatMap((state) => [state.name, ...state.aliases].map((name) => [name, state.id] as const)),
);

/** ISO 3166-1 alpha-3 code of a state named in English. */
export function stateNamed(name: string): string {
  const id = byName.get(name);
  if (id === undefined) throw new Error(`no state is known as “${name}”`);
  return id;
}

/** The path of the only file in the folder whose name ends so. */
export function fileIn(folder: string, ending: string): string {
  const found = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (found.length !== 1) throw new Error(`${found.length} files in ${folder} end in “${ending}”`);
  return join(folder, found[0] ?? '');
}

export const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The number with at most so many decimals. */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

export type Row = Readonly<Record<string, string | number | undefined>>;

/** The rows as RFC 4180 text with LF. */
export const csvText = (columns: readonly string[], rows: readonly Row[]): string =>
  stringify([...rows], { header: true, columns: [...columns], record_delimiter: '\n' });

/** Order by code unit, the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
