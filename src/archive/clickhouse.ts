import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BulkTableName,
  bulkTable,
  bulkTableNames,
  type Import,
  importSchema,
  type Reject,
  rejectSchema,
} from '../model/bulk.ts';
import { check } from '../model/check.ts';
import { MultivectorError } from '../model/errors.ts';
import { httpExecutor } from './clickhouse-http.ts';
import { type Attempt, type Counted, counted, countsSql, share } from './clickhouse-imports.ts';
import { type Address, shownPlace } from './clickhouse-place.ts';
import { type Connect, Servers } from './clickhouse-servers.ts';
import {
  clickHouseSeriesSql,
  insertCells,
  insertColumns,
  plainRow,
  quoted,
  valueSql,
} from './clickhouse-sql.ts';
import { Duck, literal, type SqlRow } from './duck.ts';
import { alive } from './folder.ts';
import { conditionsSql, writtenSql } from './select.ts';
import { seriesRow } from './series.ts';
import {
  type Columns,
  type ColumnsQuestion,
  current,
  type Draft,
  type Question,
  type SeriesQuestion,
  type SeriesRow,
  type Store,
} from './store.ts';

/** Rows that are sent at once, about 100 MB of events as text. */
const chunkRows = 500_000;
/** Rows of no import are taken away when they are older than this, in seconds: longer than any import runs. */
const orphanAge = 24 * 60 * 60;
/** Rows of an import that was removed stay as long for those who were reading it, in seconds. */
const readersTime = 60 * 60;

export interface ClickHouseOptions {
  /** Memory of the engine that reads drafts. */
  readonly memory?: string | undefined;
  readonly orphanAge?: number;
  readonly connect?: Connect;
}

/**
 * An archive in a ClickHouse server or cluster. Each attempt to import has a random name, and every row carries it; the
 * attempt becomes an import by its row in `imports`, which is written last. Queries look only at rows of attempts that
 * have one. So an import is there whole or not at all, and what a killed process leaves behind counts for nothing.
 */
export class ClickHouseStore implements Store {
  readonly place: string;
  readonly #isSpread: boolean;
  readonly #memory: string;
  readonly #orphanAge: number;
  readonly #servers: Servers;
  readonly #records = new Map<string, Import>();
  /** The imports with events that counted when they were last looked up. */
  #eventHolders: readonly Import[] = [];
  /** Whether this store has made the tables, and cleaned up. */
  #prepared = false;

  constructor(
    address: Address,
    { memory = '512MB', orphanAge: age = orphanAge, connect = httpExecutor }: ClickHouseOptions = {},
  ) {
    this.place = shownPlace(address);
    this.#isSpread = address.cluster !== undefined;
    this.#memory = memory;
    this.#orphanAge = age;
    this.#servers = new Servers(address, connect);
  }

  async #prepare(): Promise<void> {
    if (this.#prepared) return;
    await this.#servers.makeTables();
    await this.#sweep();
    this.#prepared = true;
  }

  /** Drops rows of attempts that are no imports, when they are old. */
  async #sweep(): Promise<void> {
    const held = await this.#servers.held();
    const removals = await this.#servers.rows(
      `SELECT attempt, toUInt32(now()) - max(at) AS age FROM ${this.#servers.table('imports')} WHERE removed = 1 GROUP BY attempt`,
    );
    const removed = new Map(removals.map(({ attempt, age }) => [String(attempt), Number(age)]));
    const live = new Set((await this.#counted()).map(({ attempt }) => attempt));
    await this.#servers.drop(
      held.filter(({ attempt, age }) => {
        const since = removed.get(attempt);
        if (since !== undefined) return since >= Math.min(readersTime, this.#orphanAge);
        return !live.has(attempt) && age >= this.#orphanAge;
      }),
    );
  }

  /** The attempts that count. */
  async #counted(): Promise<Counted[]> {
    if (!(await this.#servers.hasArchive())) return [];
    const imports = this.#servers.table('imports');
    const rows = await this.#servers.rows(
      `SELECT attempt, min(at) AS since FROM ${imports} GROUP BY attempt HAVING max(removed) = 0`,
    );
    const unknown = rows.map(({ attempt }) => String(attempt)).filter((one) => !this.#records.has(one));
    if (unknown.length > 0) {
      const found = await this.#servers.rows(
        `SELECT attempt, any(record) AS json FROM ${imports} WHERE removed = 0 AND attempt IN (${unknown.map(quoted).join(', ')}) GROUP BY attempt`,
      );
      for (const { attempt, json } of found)
        this.#records.set(String(attempt), importOf(String(json), this.place));
    }
    return counted(
      rows.flatMap(({ attempt, since }): Attempt[] => {
        const record = this.#records.get(String(attempt));
        return record ? [{ attempt: String(attempt), at: Number(since), record }] : [];
      }),
    );
  }

  async imports(): Promise<Import[]> {
    return (await this.#counted()).map(({ record }) => record);
  }

  async work(): Promise<string> {
    await this.#prepare();
    for (const one of await readdir(tmpdir())) {
      const [, pid] = /^multivector-import-(\d+)-/.exec(one) ?? [];
      if (pid !== undefined && !alive(Number(pid))) await this.drop(join(tmpdir(), one));
    }
    return mkdtemp(join(tmpdir(), `multivector-import-${process.pid}-`));
  }

  async drop(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
  }

  async commit(draft: Draft): Promise<{ record: Import; already: boolean }> {
    const same = async () => (await this.#counted()).find(({ record }) => share(record, draft.record));
    await this.#prepare();
    const before = await same();
    if (before) return { record: before.record, already: true };
    const attempt = randomBytes(8).toString('hex');
    const record = check(importSchema, { ...draft.record, data: attempt }, 'import', 'data');
    try {
      await this.#load(draft, attempt);
      const meanwhile = await same();
      if (meanwhile) {
        await this.#dropAll(draft, attempt);
        return { record: meanwhile.record, already: true };
      }
    } catch (error) {
      // What went wrong is what counts; rows that cannot be taken away now are swept later.
      await this.#dropAll(draft, attempt).catch(() => undefined);
      throw error;
    }
    // From here on the rows stay: should the answer be lost, the import may count all the same.
    await this.#mark(record.id, [attempt], JSON.stringify(record));
    const first = (await this.#counted()).find(({ hides }) => hides.includes(attempt));
    if (!first) return { record, already: false };
    await this.#mark(record.id, [attempt]);
    await this.#dropAll(draft, attempt);
    return { record: first.record, already: true };
  }

  /** Says that attempts have become imports, or with no record that they are none any more. */
  async #mark(id: string, attempts: readonly string[], record?: string): Promise<void> {
    const rows = attempts.map(
      (attempt) =>
        `(${[quoted(id), quoted(attempt), record === undefined ? '1' : '0', quoted(record ?? '')].join(', ')})`,
    );
    await (await this.#servers.first()).run(
      `INSERT INTO ${this.#servers.table('imports')} (id, attempt, removed, record) VALUES ${rows.join(', ')}`,
    );
  }

  async #dropAll(draft: Draft, attempt: string): Promise<void> {
    await this.#servers.drop(tablesOf(draft).map(({ name: table }) => ({ table, attempt })));
  }

  /** Sends the rows of a draft, and looks whether all have arrived. */
  async #load(draft: Draft, attempt: string): Promise<void> {
    const server = await this.#servers.first();
    const duck = await Duck.open({ memory: this.#memory });
    try {
      for (const { name: table, path } of tablesOf(draft)) {
        const rows = await duck.count(`SELECT count(*) FROM read_parquet(${literal(path)})`);
        const cells = insertCells(table, attempt);
        const send = async (file: string | undefined): Promise<void> => {
          if (file === undefined) return;
          await server.insert(this.#servers.table(table), insertColumns(table), file);
          await rm(file);
        };
        let ready: string | undefined;
        for (let from = 0; from < rows; from += chunkRows) {
          const file = join(draft.folder, `${table}-${from}.tsv`);
          // A chunk is written while the one before is sent. Both come to their end, whatever becomes of either.
          const ends = await Promise.allSettled([
            send(ready),
            duck.run(
              `COPY (SELECT ${cells} FROM read_parquet(${literal(path)}, file_row_number = true)
               WHERE file_row_number >= ${from} AND file_row_number < ${from + chunkRows})
               TO ${literal(file)} (FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '', NULLSTR '\\N')`,
            ),
          ]);
          for (const end of ends) if (end.status === 'rejected') throw end.reason;
          ready = file;
        }
        await send(ready);
        const [arrived] = await this.#servers.rows(
          `SELECT count() AS n FROM ${this.#servers.table(table)} WHERE _attempt = ${quoted(attempt)}`,
        );
        if (Number(arrived?.n) !== rows)
          throw new MultivectorError(
            'data',
            `${this.place}: of ${rows} rows of ${table} ${Number(arrived?.n)} arrived`,
            { hint: 'are the servers of the cluster well? Replicas need internal_replication = false' },
          );
      }
    } finally {
      duck.close();
    }
  }

  async remove(id: string): Promise<void> {
    const found = (await this.#counted()).find(({ record }) => record.id === id);
    if (!found) throw new MultivectorError('missing', `${this.place} has no import “${id}”`);
    await this.#mark(id, [found.attempt, ...found.hides]);
    // The rows stay until a later sweep: a reader may be at them.
  }

  async rejects(id: string, limit: number): Promise<Reject[]> {
    const found = (await this.#counted()).find(({ record }) => record.id === id);
    if (!found) return [];
    const rows = await this.#servers.rows(
      `SELECT file, line, "column", reason, text FROM ${this.#servers.table('rejects')}
       WHERE _attempt = ${quoted(found.attempt)} ORDER BY file, line LIMIT ${Math.floor(limit)}`,
    );
    return rows.map(({ line, ...row }) =>
      check(rejectSchema, { ...row, line: line === null ? null : Number(line) }, 'reject', 'data'),
    );
  }

  /** The imports that count now and have the table, oldest first. */
  async #holders(table: BulkTableName): Promise<Import[]> {
    return current(await this.imports()).filter((record) => record.tables[table] !== undefined);
  }

  async rows(question: Question): Promise<SqlRow[]> {
    const { table, where = {} } = question;
    const from = this.#servers.table(table);
    const { key } = bulkTable(table);
    const ask = (and: readonly string[]): string => writtenSql(question, { from, value: valueSql, and });
    ask([]); // a question that cannot be asked is an error even of an empty archive
    const holders = await this.#holders(table);
    if (holders.length === 0) return [];
    const onKeys = conditionsSql(
      { table, where: Object.fromEntries(Object.entries(where).filter(([column]) => key.includes(column))) },
      valueSql,
    );
    const found = await this.#servers.rows(
      ask([countsSql(table, { from, holders, onKeys, isGlobal: this.#isSpread })]),
    );
    return found.map((row) => plainRow(table, row));
  }

  /** The server sends rows of text in any case; what is saved in a folder is not to be saved here. */
  async columns(question: ColumnsQuestion): Promise<Columns> {
    const rows = await this.rows(question);
    return Object.fromEntries(question.columns.map((name) => [name, rows.map((row) => row[name])]));
  }

  async eventSeries(question: SeriesQuestion): Promise<SeriesRow[]> {
    const from = this.#servers.table('event_day');
    const ask = (and: readonly string[]): string => clickHouseSeriesSql(question, from, and);
    ask([]);
    const asked = (holders: readonly Import[]): Promise<SqlRow[]> =>
      this.#servers.rows(ask([countsSql('event_day', { from, holders, onKeys: [], isGlobal: false })]));
    // The imports are looked up while the question is asked of those known before; if they changed, it is asked again.
    const before = this.#eventHolders;
    const early = before.length > 0 ? asked(before) : undefined;
    early?.catch(() => {}); // it is awaited below, perhaps later than it fails
    const holders = await this.#holders('event_day');
    this.#eventHolders = holders;
    if (holders.length === 0) return [];
    const same = holders.length === before.length && holders.every(({ data }, i) => data === before[i]?.data);
    const rows = await (same && early ? early : asked(holders));
    return rows.map(seriesRow);
  }

  async close(): Promise<void> {
    await this.#servers.close();
  }
}

function importOf(json: string, place: string): Import {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new MultivectorError('data', `${place}: the record of an import is not JSON`, {
      cause,
      hint: 'was the table “imports” changed by hand?',
    });
  }
  return check(importSchema, value, `${place}: imports`, 'data');
}

/** The Parquet files of a draft, with the tables that they go to. */
const tablesOf = ({ tables, rejects }: Draft): { name: BulkTableName | 'rejects'; path: string }[] => [
  ...bulkTableNames.flatMap((table) => {
    const path = tables[table];
    return path === undefined ? [] : [{ name: table, path }];
  }),
  ...(rejects === undefined ? [] : [{ name: 'rejects' as const, path: rejects }]),
];
