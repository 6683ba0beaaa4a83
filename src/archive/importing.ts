import { join } from 'node:path';
import { type BulkTableName, bulkTable, type Import } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import type { Format, Mapping } from '../model/format.ts';
import { type Duck, identifier, literal } from './duck.ts';
import { RawFiles } from './raw.ts';
import { byLayout, type CsvFile, keptRejects, readCsv, takeRejects } from './reading.ts';
import { Counted, Refusals } from './refusals.ts';
import { mappingsOf, type Rules, required, rulesOf, selected } from './rules.ts';
import type { StagedFile } from './stage.ts';

const parquet = (sql: string, path: string, options = ''): string =>
  `COPY (${sql}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd${options})`;

/** One import under way: files of one format become Parquet files of the archive's tables, in a work folder of its own. */
export class Importing {
  readonly #duck: Duck;
  readonly #format: Format;
  readonly #folder: string;
  readonly #rules: Rules;
  readonly files: RawFiles;
  readonly refusals = new Refusals();
  readonly aside = new Counted();
  taken = 0;
  readonly tables: Partial<Record<BulkTableName, string>> = {};

  constructor(duck: Duck, format: Format, folder: string) {
    this.#duck = duck;
    this.#format = format;
    this.#folder = folder;
    this.#rules = rulesOf(format);
    this.files = new RawFiles(duck, format, folder, this.refusals);
  }

  /** Many rows: straight from the files into one table, in parallel. */
  async stream(files: readonly CsvFile[], table: BulkTableName, mapping: Mapping): Promise<void> {
    const staged: string[] = [];
    for (const [i, group] of byLayout(files).entries()) {
      const path = join(this.#folder, `${table}-${i}.parquet`);
      const read = await this.files.readMended(group, async (sql) => {
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
      (this.#isRefusal(Number(rule)) ? this.refusals.counts : this.aside).add(
        this.#because(table, Number(rule)),
        n,
      );
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
      await this.files.locate(
        one,
        new Map(rows.map(({ n, rule }) => [Number(n), this.#because(table, Number(rule))])),
      );
      await this.#duck.run('DROP VIEW raw');
      await this.#duck.run('DROP VIEW raw_read');
    }
    await this.#duck.run('SET preserve_insertion_order = false');
    await this.#duck.run(`SET disabled_optimizers = ${literal(String(setting?.disabled ?? ''))}`);
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
      (refusal === true ? this.refusals.counts : this.aside).add(String(because), Number(n));
    const rows = await this.#duck.rows(
      `SELECT _file AS file, _n AS n, because FROM bad WHERE refusal ORDER BY _file, _n LIMIT ${keptRejects}`,
    );
    for (const [i, file] of files.entries()) {
      const own = rows.filter((row) => row.file === i);
      const csv = this.files.csv.get(i);
      if (csv)
        await this.files.locate(csv, new Map(own.map(({ n, because }) => [Number(n), String(because)])));
      else
        for (const { n, because } of own)
          this.refusals.keep([
            {
              file: file.name,
              line: n === null ? null : Number(n),
              column: null,
              reason: String(because),
              text: null,
            },
          ]);
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
        ', ROW_GROUP_SIZE 61440',
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
    if (this.refusals.rejects.length === 0) return undefined;
    await this.#duck.run(
      'CREATE OR REPLACE TEMP TABLE rejected (file VARCHAR, line DOUBLE, "column" VARCHAR, reason VARCHAR, text VARCHAR)',
    );
    const all = this.refusals.rejects;
    async function* rows() {
      for (const { file, line, column, reason, text } of all) yield [file, line, column, reason, text];
    }
    await this.#duck.append('rejected', rows());
    const path = join(this.#folder, 'rejects.parquet');
    await this.#duck.run(parquet('SELECT * REPLACE (line::BIGINT AS line) FROM rejected', path));
    return path;
  }
}
