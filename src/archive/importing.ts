import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BulkColumn, type BulkTableName, bulkTable, type Import, type Reject } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import type { CsvReading, Format, Mapping, Parsed, RawColumns } from '../model/format.ts';
import { BrokenEngine, Duck, identifier, literal, makeLookups } from './duck.ts';
import { type Place, placesOf } from './lines.ts';
import {
  byLayout,
  type CsvFile,
  csvFile,
  keptRejects,
  mended,
  needsMending,
  notOf,
  type Refused,
  readCsv,
  readType,
  sqlType,
  takeRejects,
} from './reading.ts';
import type { StagedFile } from './stage.ts';
import type { Draft, Store } from './store.ts';

/** What an import may use. */
export interface Means {
  readonly memory?: string | undefined;
  readonly threads?: number | undefined;
}

/** Called now and then with the share that is done, in [0, 1]. */
export type OnProgress = (done: number) => void;

const columnTypes = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
} as const;

const mappingsOf = (format: Format): { table: BulkTableName; mapping: Mapping }[] =>
  (Object.entries(format.tables) as [BulkTableName, Mapping | readonly Mapping[]][]).flatMap(([table, of]) =>
    [of].flat().map((mapping) => ({ table, mapping })),
  );

/** Name of the column that says which data set a row is from. */
const provenance = (table: BulkTableName): string =>
  'dataset' in bulkTable(table).columns ? 'dataset' : 'source';

/** The columns of a table out of `raw`, each of its type. */
function selected(table: BulkTableName, mapping: Mapping, format: Format): string {
  const { columns } = bulkTable(table);
  const unknown = Object.keys(mapping.columns).find((name) => !(name in columns));
  if (unknown !== undefined) throw new Error(`${format.id}: ${table} has no column ${unknown}`);
  return Object.entries(columns)
    .map(([name, { type }]) => {
      const sql = mapping.columns[name] ?? (name === provenance(table) ? literal(format.source.id) : 'NULL');
      return `CAST(${sql} AS ${columnTypes[type]}) AS ${identifier(name)}`;
    })
    .join(', ');
}

const required = (table: BulkTableName): string[] =>
  Object.entries<BulkColumn>(bulkTable(table).columns)
    .filter(([, column]) => column.required)
    .map(([name]) => name);

/** Number columns whose cells could be NaN or infinite, which no publisher means. */
const numbers = (columns: RawColumns): string[] =>
  Object.entries(columns)
    .filter(([, { type }]) => type === 'number')
    .map(([name]) => name);

/** Columns of delimited text whose cells must be one of a list. */
const lists = ({ reading }: Format): { name: string; values: readonly string[] }[] =>
  reading.kind !== 'csv'
    ? []
    : Object.entries(reading.columns).flatMap(([name, { type }]) =>
        typeof type === 'string' ? [] : [{ name, values: type }],
      );

const columnsOf = (format: Format): RawColumns =>
  format.reading.kind === 'json-lines' ? { json: { type: 'text' } } : format.reading.columns;

/** Rules by their number: refusals first, then rows that are no records. */
interface Rules {
  readonly because: readonly string[];
  readonly refusals: number;
  readonly sql: string;
}

function rulesOf(format: Format): Rules {
  const refuse = [
    ...(format.reading.kind === 'json-lines'
      ? [{ when: 'NOT json_valid(raw.json)', because: 'the line is not valid JSON' }]
      : []),
    ...numbers(columnsOf(format)).map((name) => ({
      when: `NOT isfinite(raw.${identifier(name)})`,
      because: `${name}: not a finite number`,
    })),
    ...lists(format).map(({ name, values }) => ({
      when: `raw.${identifier(name)} NOT IN (${values.map(literal).join(', ')})`,
      because: `${name}: none of ${values.join(', ')}`,
    })),
    ...(format.refuse ?? []),
  ];
  const all = [...refuse, ...(format.aside ?? [])];
  const cases = all.map(({ when }, i) => `WHEN (${when}) THEN ${i}`).join(' ');
  return {
    because: all.map(({ because }) => because),
    refusals: refuse.length,
    sql: all.length === 0 ? 'NULL::INTEGER' : `CASE ${cases} END`,
  };
}

const parquet = (sql: string, path: string, options = ''): string =>
  `COPY (${sql}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd${options})`;

class Counted {
  readonly #counts = new Map<string, number>();
  add(because: string, rows: number): void {
    if (rows > 0) this.#counts.set(because, (this.#counts.get(because) ?? 0) + rows);
  }
  get total(): number {
    return [...this.#counts.values()].reduce((sum, n) => sum + n, 0);
  }
  get list(): { because: string; rows: number }[] {
    return [...this.#counts].map(([because, rows]) => ({ because, rows })).sort((a, b) => b.rows - a.rows);
  }
}

/** The reason without the cell's own value, so that the same fault is counted together. */
const kindOfReason = (reason: string): string => reason.replace(/“[^”]*” is/, 'a cell is');

/** One import under way: files of one format, in a work folder of its own. */
class Importing {
  readonly #duck: Duck;
  readonly #format: Format;
  readonly #folder: string;
  readonly #rules: Rules;
  readonly rejects: Reject[] = [];
  readonly refused = new Counted();
  readonly aside = new Counted();
  taken = 0;
  readonly tables: Partial<Record<BulkTableName, string>> = {};

  constructor(duck: Duck, format: Format, folder: string) {
    this.#duck = duck;
    this.#format = format;
    this.#folder = folder;
    this.#rules = rulesOf(format);
  }

  #reject(found: readonly Reject[]): void {
    for (const one of found) {
      this.refused.add(kindOfReason(one.reason), 1);
      if (this.rejects.length < keptRejects) this.rejects.push(one);
    }
  }

  /** What was lost on unpacking. */
  refuseTorn(file: StagedFile): void {
    this.#reject(file.problems);
  }

  /** A whole file that cannot be read. */
  refuseFile(file: StagedFile, error: MultivectorError): void {
    this.#reject([
      {
        file: file.name,
        line: null,
        column: null,
        reason: `${error.message}${error.hint ? ` (${error.hint})` : ''}`,
        text: null,
      },
    ]);
  }

  /** Reads files of CSV once with the rejects, mending what needs it. `read` is given the SELECT and must run it anew. */
  async #readMended(
    files: readonly CsvFile[],
    read: (sql: string, files: readonly CsvFile[]) => Promise<void>,
  ): Promise<CsvFile[]> {
    const { reading } = this.#format;
    if (reading.kind !== 'csv') throw new Error('not delimited');
    const mend = async (some: readonly CsvFile[]): Promise<CsvFile[]> => {
      const copies: CsvFile[] = [];
      for (const one of some) {
        const copy = await mended(one, reading, this.#folder);
        this.#reject(copy.rejects);
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
      this.refused.add('more rows like these', found.count - found.rejects.length);
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
    this.#reject(
      own.map(({ path: _, ...reject }) => ({
        ...reject,
        line: lines.get(reject.line ?? 0)?.line ?? reject.line,
      })),
    );
  }

  /** Many rows: straight from the files into one table, in parallel. */
  async stream(files: readonly CsvFile[], table: BulkTableName, mapping: Mapping): Promise<void> {
    const staged: string[] = [];
    for (const [i, group] of byLayout(files).entries()) {
      const path = join(this.#folder, `${table}-${i}.parquet`);
      const read = await this.#readMended(group, async (sql) => {
        await this.#duck.run(`CREATE OR REPLACE TEMP VIEW raw_read AS ${sql}`);
        await this.#duck.run(
          `CREATE OR REPLACE TEMP VIEW raw AS SELECT raw.*, ${this.#rules.sql} AS _rule FROM raw_read raw`,
        );
        await this.#duck.run(parquet(this.#ruled(table, mapping), path));
      });
      const counts = await this.#duck.rows(
        `SELECT _rule AS rule, count(*) AS n FROM read_parquet(${literal(path)}) GROUP BY 1`,
      );
      const wrong = counts.filter(({ rule }) => rule !== null);
      for (const { rule, n } of counts) this.#count(table, rule, Number(n));
      if (wrong.some(({ rule }) => this.#isRefusal(Number(rule)))) await this.#lines(read, table, mapping);
      if (wrong.length === 0) staged.push(path);
      else {
        const clean = join(this.#folder, `${table}-${i}-clean.parquet`);
        await this.#duck.run(
          parquet(`SELECT * EXCLUDE (_rule) FROM read_parquet(${literal(path)}) WHERE _rule IS NULL`, clean),
        );
        staged.push(clean);
      }
    }
    const [only] = staged;
    if (staged.length === 1 && only !== undefined) this.tables[table] = only;
    else {
      const path = join(this.#folder, `${table}.parquet`);
      const columns = Object.keys(bulkTable(table).columns).map(identifier).join(', ');
      await this.#duck.run(
        parquet(`SELECT ${columns} FROM read_parquet([${staged.map(literal).join(', ')}])`, path),
      );
      this.tables[table] = path;
    }
  }

  /** The rows of a table with the number of the rule that each breaks, if any: the format's, or a required column without a value. */
  #ruled(table: BulkTableName, mapping: Mapping, more = ''): string {
    const needs = required(table)
      .map((name, i) => `WHEN ${identifier(name)} IS NULL THEN ${this.#rules.because.length + i}`)
      .join(' ');
    return `SELECT * EXCLUDE (_own), CASE WHEN _own IS NOT NULL THEN _own ${needs} END AS _rule
      FROM (SELECT ${selected(table, mapping, this.#format)}${more}, raw._rule AS _own FROM ${mapping.from ?? 'raw'}
      ${mapping.where ? `WHERE (${mapping.where})` : ''})`;
  }

  #isRefusal(rule: number): boolean {
    return rule < this.#rules.refusals || rule >= this.#rules.because.length;
  }

  #because(table: BulkTableName, rule: number): string {
    return this.#rules.because[rule] ?? `no ${required(table)[rule - this.#rules.because.length] ?? 'value'}`;
  }

  #count(table: BulkTableName, rule: unknown, n: number): void {
    if (rule === null) this.taken += n;
    else
      (this.#isRefusal(Number(rule)) ? this.refused : this.aside).add(this.#because(table, Number(rule)), n);
  }

  /** Finds the lines of rows that a rule refused, by reading the files once more in order. */
  async #lines(files: readonly CsvFile[], table: BulkTableName, mapping: Mapping): Promise<void> {
    const { reading } = this.#format;
    if (reading.kind !== 'csv') return;
    await this.#duck.run('DROP VIEW IF EXISTS raw');
    // Records are counted as they were when each column was read.
    await this.#duck.run('SET preserve_insertion_order = true');
    const [setting] = await this.#duck.rows("SELECT current_setting('disabled_optimizers') AS disabled");
    await this.#duck.run("SET disabled_optimizers = 'unused_columns'");
    await this.#duck.run('DROP VIEW IF EXISTS raw_read');
    for (const one of files) {
      await this.#duck.run(
        `CREATE OR REPLACE TEMP VIEW raw_read AS SELECT *, row_number() OVER () AS _n FROM (${readCsv([one], reading, true)})`,
      );
      await this.#duck.run(
        `CREATE OR REPLACE TEMP VIEW raw AS SELECT raw.*, ${this.#rules.sql} AS _rule FROM raw_read raw`,
      );
      const refused = [
        ...Array.from({ length: this.#rules.refusals }, (_, i) => i),
        ...required(table).map((_, i) => this.#rules.because.length + i),
      ];
      const rows = await this.#duck.rows(
        `SELECT _n AS n, _rule AS rule FROM (${this.#ruled(table, mapping, ', raw._n AS _n')}) WHERE _rule IN (${refused.join(', ')}) ORDER BY 1 LIMIT ${keptRejects}`,
      );
      await takeRejects(this.#duck, () => one.file.name, reading.columns); // as read before: they are known
      await this.#locate(
        one,
        new Map(rows.map(({ n, rule }) => [Number(n), this.#because(table, Number(rule))])),
      );
      await this.#duck.run('DROP VIEW raw');
      await this.#duck.run('DROP VIEW raw_read');
    }
    await this.#duck.run('SET preserve_insertion_order = false');
    await this.#duck.run(`SET disabled_optimizers = ${literal(String(setting?.disabled ?? ''))}`);
  }

  /** Keeps the rejects of one file by the number of their record. */
  async #locate(csv: CsvFile, reasons: ReadonlyMap<number, string>): Promise<void> {
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
      if (this.rejects.length < keptRejects)
        this.rejects.push({
          file: csv.file.name,
          line: at?.line ?? null,
          column: null,
          reason,
          text: at?.text ?? null,
        });
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
      this.#reject(file.problems);
      try {
        if (reading.kind === 'parsed') await this.#readParsed(file, i, columns);
        else if (reading.kind === 'json-lines') await this.#readJsonLines(file, i);
        else await this.#readCsvFile(file, i);
      } catch (error) {
        if (!(error instanceof MultivectorError)) throw error;
        await this.#duck.run(`DELETE FROM raw_all WHERE _file = ${i}`);
        this.refuseFile(file, error);
      }
    }
  }

  readonly #csv = new Map<number, CsvFile>();

  async #readCsvFile(file: StagedFile, i: number): Promise<void> {
    const { reading } = this.#format;
    if (reading.kind !== 'csv') return;
    const [read] = await this.#readMended([csvFile(file, reading)], async (sql) => {
      await this.#duck.run(`DELETE FROM raw_all WHERE _file = ${i}`);
      await this.#duck.run(`INSERT INTO raw_all SELECT *, ${i}, row_number() OVER () FROM (${sql})`);
    });
    if (read) this.#csv.set(i, read);
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
      this.#reject(copy.rejects);
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
    this.#reject(problems);
  }

  /** Fewer rows, or more than one table of them: all rows are laid aside first, with their lines. */
  async map(files: readonly StagedFile[]): Promise<void> {
    await this.#duck.run(
      'CREATE OR REPLACE TEMP TABLE bad (_file INTEGER, _n BIGINT, because VARCHAR, refusal BOOLEAN)',
    );
    await this.#duck.run(
      `CREATE OR REPLACE TEMP TABLE raw_ruled AS SELECT raw.*, ${this.#rules.sql} AS _rule, row_number() OVER () AS _row FROM raw_all raw`,
    );
    await this.#duck.run('CREATE OR REPLACE TEMP VIEW raw AS FROM raw_ruled WHERE _rule IS NULL');
    for (const [i, because] of this.#rules.because.entries())
      await this.#duck.run(
        `INSERT INTO bad SELECT _file, _n, ${literal(because)}, ${this.#isRefusal(i)} FROM raw_ruled WHERE _rule = ${i}`,
      );
    await this.#duck.run('CREATE OR REPLACE TEMP TABLE wrong (_row BIGINT, because VARCHAR)');
    const parts: { table: BulkTableName; staged: string }[] = [];
    for (const [i, { table, mapping }] of mappingsOf(this.#format).entries()) {
      const staged = `mapped_${i}`;
      const where = mapping.where ? `WHERE (${mapping.where})` : '';
      const columns = selected(table, mapping, this.#format);
      const needs = required(table);
      await this.#duck.run(
        mapping.group === undefined
          ? `CREATE OR REPLACE TEMP TABLE ${staged} AS SELECT ${columns}, raw._row AS _row FROM ${mapping.from ?? 'raw'} ${where}`
          : `CREATE OR REPLACE TEMP TABLE ${staged} AS SELECT ${columns}, NULL::BIGINT AS _row FROM ${mapping.from ?? 'raw'} ${where} GROUP BY ${mapping.group}`,
      );
      for (const name of needs) {
        const lacking = await this.#duck.count(
          `SELECT count(*) FROM ${staged} WHERE ${identifier(name)} IS NULL`,
        );
        if (lacking === 0) continue;
        if (mapping.group !== undefined)
          throw new MultivectorError(
            'data',
            `${this.#format.id}: ${lacking} rows of ${table} have no ${name}`,
          );
        await this.#duck.run(
          `INSERT INTO wrong SELECT _row, ${literal(`no ${name}`)} FROM ${staged} WHERE ${identifier(name)} IS NULL`,
        );
      }
      parts.push({ table, staged });
    }
    await this.#duck.run(
      `INSERT INTO bad SELECT r._file, r._n, w.because, true FROM (SELECT _row, min(because) AS because FROM wrong GROUP BY 1) w JOIN raw_ruled r USING (_row)`,
    );
    await this.#recordBad(files);
    this.taken =
      (await this.#duck.count('SELECT count(*) FROM raw')) -
      (await this.#duck.count('SELECT count(DISTINCT _row) FROM wrong'));
    for (const table of new Set(parts.map((part) => part.table))) {
      const path = join(this.#folder, `${table}.parquet`);
      const columns = Object.keys(bulkTable(table).columns).map(identifier).join(', ');
      const all = parts
        .filter((part) => part.table === table)
        .map(
          ({ staged }) =>
            `SELECT ${columns} FROM ${staged} WHERE _row IS NULL OR _row NOT IN (SELECT _row FROM wrong)`,
        )
        .join(' UNION ALL ');
      await this.#duck.run(parquet(all, path));
      this.tables[table] = path;
    }
  }

  async #recordBad(files: readonly StagedFile[]): Promise<void> {
    for (const { because, refusal, n } of await this.#duck.rows(
      'SELECT because, refusal, count(*) AS n FROM bad GROUP BY ALL ORDER BY n DESC, because',
    ))
      (refusal === true ? this.refused : this.aside).add(String(because), Number(n));
    const rows = await this.#duck.rows(
      `SELECT _file AS file, _n AS n, because FROM bad WHERE refusal ORDER BY _file, _n LIMIT ${keptRejects}`,
    );
    for (const [i, file] of files.entries()) {
      const own = rows.filter((row) => row.file === i);
      const csv = this.#csv.get(i);
      if (csv) await this.#locate(csv, new Map(own.map(({ n, because }) => [Number(n), String(because)])));
      else
        for (const { n, because } of own)
          this.rejects.push({
            file: file.name,
            line: n === null ? null : Number(n),
            column: null,
            reason: String(because),
            text: null,
          });
    }
  }

  /** Events counted once a day, made from the reports. */
  async rollUp(): Promise<void> {
    const events = this.tables.event;
    if (events === undefined) return;
    const path = join(this.#folder, 'event_day.parquet');
    await this.#duck.run(
      parquet(
        `SELECT dataset, source, target, root, date AS day, count(*)::BIGINT AS reports, sum(coalesce(mentions, 1))::BIGINT AS mentions,
           coalesce(sum(intensity), 0)::DOUBLE AS intensity, count(intensity)::BIGINT AS scored
         FROM read_parquet(${literal(events)}) WHERE source IS NOT NULL AND target IS NOT NULL AND root IS NOT NULL
         GROUP BY ALL ORDER BY source, target, root, day`,
        path,
        ', ROW_GROUP_SIZE 20480',
      ),
    );
    this.tables.event_day = path;
  }

  /** The promises of the format about what was made. */
  async keepPromises(): Promise<void> {
    const promises = Object.entries(this.#format.expect ?? {});
    if (promises.length === 0) return;
    for (const [table, path] of Object.entries(this.tables))
      await this.#duck.run(
        `CREATE OR REPLACE TEMP VIEW ${identifier(table)} AS FROM read_parquet(${literal(path)})`,
      );
    for (const [promise, query] of promises) {
      const rows = await this.#duck.rows(`SELECT * FROM (${query}) LIMIT 1`);
      if (rows.length > 0)
        throw new MultivectorError(
          'data',
          `${this.#format.title}: the file breaks the promise “${promise}”`,
          {
            hint: `the first such row: ${JSON.stringify(rows[0]).slice(0, 300)}`,
          },
        );
    }
  }

  async countTables(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const [table, path] of Object.entries(this.tables))
      counts[table] = await this.#duck.count(`SELECT count(*) FROM read_parquet(${literal(path)})`);
    return counts;
  }

  async period(): Promise<Import['period']> {
    const ends: string[] = [];
    for (const [name, path] of Object.entries(this.tables)) {
      const { when } = bulkTable(name as BulkTableName);
      if (when === undefined) continue;
      const [row] = await this.#duck.rows(
        `SELECT min(day) AS first, max(day) AS last FROM (SELECT regexp_extract(${identifier(when)}::VARCHAR, '^\\d{4}(-\\d\\d){0,2}') AS day FROM read_parquet(${literal(path)})) WHERE day <> ''`,
      );
      for (const end of [row?.first, row?.last]) if (typeof end === 'string') ends.push(end);
    }
    const sorted = ends.sort();
    const [first, last] = [sorted[0], sorted.at(-1)];
    return first !== undefined && last !== undefined ? { first, last } : undefined;
  }

  /** The rejects in a file of the archive's. */
  async writeRejects(): Promise<string | undefined> {
    if (this.rejects.length === 0) return undefined;
    await this.#duck.run(
      'CREATE OR REPLACE TEMP TABLE rejected (file VARCHAR, line DOUBLE, "column" VARCHAR, reason VARCHAR, text VARCHAR)',
    );
    const all = this.rejects;
    async function* rows() {
      for (const { file, line, column, reason, text } of all) yield [file, line, column, reason, text];
    }
    await this.#duck.append('rejected', rows());
    const path = join(this.#folder, 'rejects.parquet');
    await this.#duck.run(parquet('SELECT * REPLACE (line::BIGINT AS line) FROM rejected', path));
    return path;
  }
}

/** The id of an import: the same files by the same format give the same. */
export const importId = (format: Format, files: readonly { readonly sha256: string }[]): string =>
  createHash('sha256')
    .update(JSON.stringify([format.id, format.version, files.map(({ sha256 }) => sha256).sort()]))
    .digest('hex')
    .slice(0, 16);

interface DraftOptions {
  /** A work folder of its own. */
  readonly folder: string;
  readonly now: Date;
  readonly version: string;
  readonly means?: Means;
  readonly onProgress?: OnProgress;
}

/**
 * Makes a draft of files of one format: rows of the archive's tables in Parquet, and the rejects. Nothing of it is in
 * the archive until the store commits it.
 *
 * @throws MultivectorError `data` where no row could be taken, or a promise of the format is broken
 */
export async function makeDraft(
  format: Format,
  files: readonly StagedFile[],
  options: DraftOptions,
): Promise<Draft> {
  try {
    return await draftWith(format, files, options, !format.large);
  } catch (error) {
    // DuckDB 1.5 fails on a wrong letter in a column that is not asked for: then all are.
    if (!(error instanceof BrokenEngine) || !format.large) throw error;
    return draftWith(format, files, options, true);
  }
}

async function draftWith(
  format: Format,
  files: readonly StagedFile[],
  { folder, now, version, means = {}, onProgress = () => {} }: DraftOptions,
  everyColumn: boolean,
): Promise<Draft> {
  await mkdir(join(folder, 'spill'), { recursive: true });
  const duck = await Duck.open({
    temporary: join(folder, 'spill'),
    ...(means.memory !== undefined && { memory: means.memory }),
    ...(means.threads !== undefined && { threads: means.threads }),
  });
  const watch = setInterval(() => onProgress(Math.min(0.99, duck.progress)), 200);
  try {
    if (everyColumn) await duck.run("SET disabled_optimizers = 'unused_columns'");
    await makeLookups(duck, JSON.stringify(format), format.lookups);
    const importing = new Importing(duck, format, folder);
    const mappings = mappingsOf(format);
    const [first] = mappings;
    if (!first) throw new Error(`${format.id} fills no table`);
    const { reading } = format;
    if (
      format.large &&
      reading.kind === 'csv' &&
      mappings.length === 1 &&
      first.mapping.group === undefined
    ) {
      await duck.run('SET preserve_insertion_order = false');
      const readable: CsvFile[] = [];
      for (const file of files)
        try {
          readable.push(csvFile(file, reading));
          importing.refuseTorn(file);
        } catch (error) {
          if (!(error instanceof MultivectorError)) throw error;
          importing.refuseFile(file, error);
        }
      if (readable.length > 0) await importing.stream(readable, first.table, first.mapping);
    } else {
      await importing.readAll(files);
      await importing.map(files);
    }
    const { refused, aside, taken, rejects } = importing;
    if (taken === 0 && refused.total > 0) {
      const [one] = rejects;
      throw new MultivectorError(
        'data',
        `${files
          .map(({ name }) => name)
          .slice(0, 3)
          .join(', ')}: not one row could be taken as ${format.title}`,
        {
          hint: one
            ? `${one.file}${one.line === null ? '' : `, line ${one.line}`}: ${one.reason}`
            : 'look at the file',
        },
      );
    }
    await importing.keepPromises();
    await importing.rollUp();
    const rejectsPath = await importing.writeRejects();
    onProgress(1);
    return {
      folder,
      tables: importing.tables,
      rejects: rejectsPath,
      record: {
        archive: 1,
        id: importId(format, files),
        format: format.id,
        formatVersion: format.version,
        title: format.title,
        source: format.source,
        ...(format.otherSources && { otherSources: [...format.otherSources] }),
        at: now.toISOString(),
        version,
        files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
        rows: { read: taken + refused.total + aside.total, taken, refused: refused.total },
        aside: aside.list,
        refused: refused.list,
        tables: await importing.countTables(),
        period: await importing.period(),
        replaces: format.edition === 'whole' ? (format.family ?? format.id) : undefined,
      },
    };
  } finally {
    clearInterval(watch);
    duck.close();
  }
}

/** The files that the archive has in this format, by the hash of their content. */
export async function filesAlreadyIn(store: Store, format: Format): Promise<Map<string, Import>> {
  const known = new Map<string, Import>();
  for (const one of await store.imports())
    if (one.format === format.id && one.formatVersion === format.version)
      for (const { sha256 } of one.files) known.set(sha256, one);
  return known;
}
