import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Reject } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import type { CsvReading, Format, Parsed, RawColumns } from '../model/format.ts';
import { type Duck, identifier } from './duck.ts';
import { type Place, placesOf } from './lines.ts';
import {
  type CsvFile,
  csvFile,
  mended,
  needsMending,
  notOf,
  type Refused,
  readCsv,
  readType,
  sqlType,
  takeRejects,
} from './reading.ts';
import type { Refusals } from './refusals.ts';
import { columnsOf } from './rules.ts';
import type { StagedFile } from './stage.ts';

/** The files of an import on their way into the engine; what cannot be read is refused with its place. */
export class RawFiles {
  readonly #duck: Duck;
  readonly #format: Format;
  readonly #folder: string;
  readonly #refusals: Refusals;

  constructor(duck: Duck, format: Format, folder: string, refusals: Refusals) {
    this.#duck = duck;
    this.#format = format;
    this.#folder = folder;
    this.#refusals = refusals;
  }

  /** Reads files of CSV once with the rejects, mending what needs it. `read` is given the SELECT and must run it anew. */
  async readMended(
    files: readonly CsvFile[],
    read: (sql: string, files: readonly CsvFile[]) => Promise<void>,
  ): Promise<CsvFile[]> {
    const { reading } = this.#format;
    if (reading.kind !== 'csv') throw new Error('not delimited');
    const mend = async (some: readonly CsvFile[]): Promise<CsvFile[]> => {
      const copies: CsvFile[] = [];
      for (const one of some) {
        const copy = await mended(one, reading, this.#folder);
        this.#refusals.add(copy.rejects);
        copies.push(copy.csv);
      }
      return copies;
    };
    const take = (from: readonly CsvFile[]) =>
      takeRejects(
        this.#duck,
        (path) => from.find((one) => one.path === path)?.file.name ?? basename(path),
        reading.columns,
      );

    let now = [...files];
    for (const one of files)
      if (await needsMending(one, reading)) {
        now = await mend(files);
        break;
      }
    let failure: MultivectorError | undefined;
    try {
      await read(readCsv(now, reading, true), now);
    } catch (error) {
      if (!(error instanceof MultivectorError)) throw error;
      failure = error;
    }
    let found = await take(now);
    if ((failure !== undefined || found.spoilt) && !now.some((one) => one.mended)) {
      now = await mend(now);
      failure = undefined;
      await read(readCsv(now, reading, true), now);
      found = await take(now);
    }
    if (failure !== undefined) throw failure;
    for (const one of now) await this.#keepRefused(one, reading, found);
    if (found.count > found.rejects.length)
      this.#refusals.counts.add('more rows like these', found.count - found.rejects.length);
    return now;
  }

  /** What the reader refused, by file; a second reading counts records without them. */
  readonly #unread = new Map<string, ReadonlySet<number>>();

  /** Keeps what the reader refused of a file, with the lines as an editor counts them. */
  async #keepRefused(csv: CsvFile, reading: CsvReading, found: Refused): Promise<void> {
    const own = found.rejects.filter(({ path }) => path === csv.path);
    const refused = found.lines.get(csv.path) ?? new Set();
    this.#unread.set(csv.path, refused);
    const { lines } = reading.multiline
      ? await placesOf(
          csv.path,
          { records: new Set(), lines: new Set(own.map(({ line }) => line ?? 0)) },
          { ...reading, before: csv.before, refused },
        )
      : { lines: new Map<number, Place>() };
    this.#refusals.add(
      own.map(({ path: _, ...reject }) => ({
        ...reject,
        line: lines.get(reject.line ?? 0)?.line ?? reject.line,
      })),
    );
  }

  /** Keeps the rejects of one file by the number of their record. */
  async locate(csv: CsvFile, reasons: ReadonlyMap<number, string>): Promise<void> {
    const { reading } = this.#format;
    if (reading.kind !== 'csv' || reasons.size === 0) return;
    const { records } = await placesOf(
      csv.path,
      { records: new Set(reasons.keys()), lines: new Set() },
      {
        ...reading,
        before: csv.before,
        refused: this.#unread.get(csv.path) ?? new Set(),
      },
    );
    for (const [n, reason] of reasons) {
      const at = records.get(n);
      this.#refusals.keep([
        {
          file: csv.file.name,
          line: at?.line ?? null,
          column: null,
          reason,
          text: at?.text ?? null,
        },
      ]);
    }
  }

  /** Reads a file into the table `raw_all`, with its number and the number of the record or its line. */
  async readAll(files: readonly StagedFile[]): Promise<void> {
    const { reading } = this.#format;
    const columns = columnsOf(this.#format);
    const typeOf = reading.kind === 'csv' ? readType : sqlType;
    const typed = Object.entries(columns).map(([name, column]) => `${identifier(name)} ${typeOf(column)}`);
    const names = reading.kind === 'csv' && reading.filename ? ['filename VARCHAR'] : [];
    await this.#duck.run(
      `CREATE OR REPLACE TEMP TABLE raw_all (${[...typed, ...names, '_file INTEGER', '_n BIGINT'].join(', ')})`,
    );
    for (const [i, file] of files.entries()) {
      this.#refusals.addTorn(file);
      try {
        if (reading.kind === 'parsed') await this.#readParsed(file, i, columns);
        else if (reading.kind === 'json-lines') await this.#readJsonLines(file, i);
        else await this.#readCsvFile(file, i);
      } catch (error) {
        if (!(error instanceof MultivectorError)) throw error;
        await this.#duck.run(`DELETE FROM raw_all WHERE _file = ${i}`);
        this.#refusals.addFile(file, error);
      }
    }
  }

  /** Files of delimited text that were read, by their number. */
  readonly csv = new Map<number, CsvFile>();

  async #readCsvFile(file: StagedFile, i: number): Promise<void> {
    const { reading } = this.#format;
    if (reading.kind !== 'csv') return;
    const [read] = await this.readMended([csvFile(file, reading)], async (sql) => {
      await this.#duck.run(`DELETE FROM raw_all WHERE _file = ${i}`);
      await this.#duck.run(`INSERT INTO raw_all SELECT *, ${i}, row_number() OVER () FROM (${sql})`);
    });
    if (read) this.csv.set(i, read);
  }

  async #readJsonLines(file: StagedFile, i: number): Promise<void> {
    const longest =
      (this.#format.reading.kind === 'json-lines' && this.#format.reading.longestLine) || 64 * 2 ** 20;
    const reading = {
      kind: 'csv',
      delimiter: '\u0001' as ',', // a mark that JSON does not have unescaped: the line is one cell
      quote: '',
      header: false,
      longestLine: longest,
      columns: { json: { type: 'text' } },
    } as const;
    let path = file.path;
    if (file.longestLine > longest || !file.utf8) {
      const copy = await mended(csvFile(file, reading), reading, this.#folder);
      this.#refusals.add(copy.rejects);
      path = copy.csv.path;
    }
    const sql = readCsv([{ ...csvFile(file, reading), path }], reading, false);
    await this.#duck.run(
      `INSERT INTO raw_all SELECT json, ${i}, _n FROM (SELECT json, row_number() OVER () AS _n FROM (${sql})) WHERE trim(json) <> ''`,
    );
  }

  async #readParsed(file: StagedFile, i: number, columns: RawColumns): Promise<void> {
    const { reading } = this.#format;
    if (reading.kind !== 'parsed') return;
    const keys = Object.keys(columns);
    await this.#duck.run(
      `CREATE OR REPLACE TEMP TABLE raw_text (${keys.map((key) => `${identifier(key)} VARCHAR`).join(', ')}, _line DOUBLE)`,
    );
    const problems: Reject[] = [];
    const bytes = await readFile(file.path);
    async function* rows(from: Iterable<Parsed> | AsyncIterable<Parsed>) {
      for await (const parsed of from)
        if ('problem' in parsed)
          problems.push({
            file: file.name,
            line: parsed.line ?? null,
            column: null,
            reason: parsed.problem,
            text: parsed.text?.slice(0, 1000) ?? null,
          });
        else {
          const { row, line } = parsed;
          yield [
            ...keys.map((key) => {
              const value = row[key];
              return value === undefined || value === null || value === '' ? null : String(value);
            }),
            line ?? null,
          ];
        }
    }
    await this.#duck.append('raw_text', rows(reading.rows({ name: file.name, bytes })));
    const typed = Object.entries(columns).filter(([, { type }]) => type !== 'text');
    const broken = typed.map(
      ([key, column]) =>
        `(${identifier(key)} IS NOT NULL AND TRY_CAST(${identifier(key)} AS ${sqlType(column)}) IS NULL)`,
    );
    for (const [n, [key, column]] of typed.entries()) {
      const found = await this.#duck.rows(
        `SELECT _line AS line, ${identifier(key)} AS value FROM raw_text WHERE ${broken[n]} ${broken
          .slice(0, n)
          .map((earlier) => `AND NOT coalesce(${earlier}, false)`)
          .join(' ')}`,
      );
      for (const { line, value } of found)
        problems.push({
          file: file.name,
          line: line === null ? null : Number(line),
          column: key,
          reason: notOf(key, column, String(value)),
          text: String(value).slice(0, 1000),
        });
    }
    const cells = Object.entries(columns).map(
      ([key, column]) => `CAST(${identifier(key)} AS ${sqlType(column)})`,
    );
    await this.#duck.run(
      `INSERT INTO raw_all SELECT ${cells.join(', ')}, ${i}, _line FROM raw_text ${broken.length > 0 ? `WHERE NOT coalesce(${broken.join(' OR ')}, false)` : ''}`,
    );
    this.#refusals.add(problems);
  }
}
