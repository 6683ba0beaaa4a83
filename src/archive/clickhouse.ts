import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
import { codeOf, codes, type Executor, httpExecutor } from './clickhouse-http.ts';
import { type Attempt, type Counted, counted, countsSql, share } from './clickhouse-imports.ts';
import { type Address, shownPlace } from './clickhouse-place.ts';
import {
  type ArchiveTable,
  clickHouseSeriesSql,
  createEverywhere,
  createLocal,
  everywhere,
  insertCells,
  insertColumns,
  local,
  name,
  plainRow,
  quoted,
  valueSql,
} from './clickhouse-sql.ts';
import { Duck, literal, type SqlRow } from './duck.ts';
import { alive } from './folder.ts';
import { conditionsSql, writtenSql } from './select.ts';
import {
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

const tables: readonly ArchiveTable[] = [...bulkTableNames, 'rejects', 'imports'];

export interface ClickHouseOptions {
  /** Memory of the engine that reads drafts. */
  readonly memory?: string | undefined;
  readonly orphanAge?: number;
  readonly connect?: (address: Address) => Executor | Promise<Executor>;
}

/**
 * An archive in a ClickHouse server or cluster. Each attempt to import has a random name, and every row carries it; the
 * attempt becomes an import by its row in `imports`, which is written last. Queries look only at rows of attempts that
 * have one. So an import is there whole or not at all, and what a killed process leaves behind counts for nothing.
 *
 * In a cluster each server has the tables, and beside them tables `…_all` over all shards, through which everything is
 * read and written.
 */
export class ClickHouseStore implements Store {
  readonly place: string;
  readonly #address: Address;
  readonly #memory: string;
  readonly #orphanAge: number;
  readonly #connect: (address: Address) => Executor | Promise<Executor>;
  readonly #servers = new Map<string, Promise<Executor>>();
  readonly #records = new Map<string, Import>();
  /** Whether this store has seen that the archive's tables are there. */
  #made = false;
  /** Whether it has made them, and cleaned up. */
  #prepared = false;

  constructor(
    address: Address,
    { memory = '512MB', orphanAge: age = orphanAge, connect = httpExecutor }: ClickHouseOptions = {},
  ) {
    this.place = shownPlace(address);
    this.#address = address;
    this.#memory = memory;
    this.#orphanAge = age;
    this.#connect = connect;
  }

  /** A server of the cluster; by default the one that was named. */
  #server(host = this.#address.host): Promise<Executor> {
    const known = this.#servers.get(host) ?? Promise.resolve(this.#connect({ ...this.#address, host }));
    this.#servers.set(host, known);
    return known;
  }

  async #rows(sql: string): Promise<SqlRow[]> {
    return (await this.#server()).rows(sql);
  }

  /** A table as it is read and written. */
  #table(table: ArchiveTable): string {
    const { database, cluster } = this.#address;
    return (cluster === undefined ? local : everywhere)(database, table);
  }

  /** Whether there is an archive in the database. */
  async #exists(): Promise<boolean> {
    if (this.#made) return true;
    const { database, cluster } = this.#address;
    const found = await this.#rows(
      `SELECT name, engine_full FROM system.tables WHERE database = ${quoted(database)} AND name IN ('imports', 'imports_all')`,
    );
    const spread = found.find((row) => row.name === 'imports_all');
    if (cluster === undefined && spread !== undefined) {
      const [, its = 'name'] = /^Distributed\('?([^',]+)/.exec(String(spread.engine_full)) ?? [];
      throw new MultivectorError('data', `the archive ${this.place} is spread over a cluster`, {
        hint: `add ?cluster=${its} to its address`,
      });
    }
    if (cluster !== undefined && spread === undefined && found.length > 0)
      throw new MultivectorError('data', `the archive ${this.place} is on one server, not on a cluster`, {
        hint: 'leave ?cluster= out, or name another database',
      });
    this.#made = found.length > 0;
    return this.#made;
  }

  /** Runs statements on every server of the cluster: through the cluster's own queue where it has one, else on each. */
  async #everyServer(statements: (onCluster: string) => readonly string[]): Promise<void> {
    const { cluster } = this.#address;
    const run = async (server: Executor, on: string): Promise<void> => {
      for (const sql of statements(on)) await made(server, sql);
    };
    if (cluster === undefined) return run(await this.#server(), '');
    const [queue] = await this.#rows(
      "SELECT count() AS n FROM system.tables WHERE database = 'system' AND name = 'zookeeper'",
    );
    if (Number(queue?.n) > 0) return run(await this.#server(), ` ON CLUSTER ${name(cluster)}`);
    const hosts = await this.#rows(
      `SELECT host_name AS host, max(is_local) AS own FROM system.clusters WHERE cluster = ${quoted(cluster)} GROUP BY host_name`,
    );
    if (hosts.length === 0)
      throw new MultivectorError('data', `${this.place}: the server knows no cluster “${cluster}”`, {
        hint: 'SELECT cluster FROM system.clusters lists those that it knows',
      });
    for (const { host, own } of hosts)
      await run(await this.#server(Number(own) === 1 ? undefined : String(host)), '');
  }

  /** Makes what is not there yet, on every server: a shard may have been added since. */
  async #prepare(): Promise<void> {
    if (this.#prepared) return;
    await this.#exists();
    const { database, cluster } = this.#address;
    const [known] = await this.#rows(
      `SELECT count() AS n FROM system.databases WHERE name = ${quoted(database)}`,
    );
    const needsDatabase = cluster !== undefined || Number(known?.n) === 0;
    await this.#everyServer((on) => [
      ...(needsDatabase ? [`CREATE DATABASE IF NOT EXISTS ${name(database)}${on}`] : []),
      ...tables.flatMap((table) => [
        createLocal(database, table, on),
        ...(cluster === undefined ? [] : [createEverywhere(database, table, cluster, on)]),
      ]),
    ]);
    this.#made = true;
    await this.#sweep();
    this.#prepared = true;
  }

  /** Drops rows of attempts that are no imports, when they are old. */
  async #sweep(): Promise<void> {
    const { database, cluster } = this.#address;
    const parts = cluster === undefined ? 'system.parts' : `cluster(${quoted(cluster)}, system.parts)`;
    const held = await this.#rows(
      `SELECT table, partition, toUInt32(now()) - toUInt32(max(modification_time)) AS age FROM ${parts}
       WHERE database = ${quoted(database)} AND active AND table IN (${tables.map(quoted).join(', ')}) AND table != 'imports'
       GROUP BY table, partition`,
    );
    const removed = new Map(
      (
        await this.#rows(
          `SELECT attempt, toUInt32(now()) - max(at) AS age FROM ${this.#table('imports')} WHERE removed = 1 GROUP BY attempt`,
        )
      ).map(({ attempt, age }) => [String(attempt), Number(age)]),
    );
    const live = new Set((await this.#counted()).map(({ attempt }) => attempt));
    const isDead = (attempt: string, age: number): boolean => {
      const since = removed.get(attempt);
      if (since !== undefined) return since >= Math.min(readersTime, this.#orphanAge);
      return !live.has(attempt) && age >= this.#orphanAge;
    };
    for (const table of tables) {
      const dead = held.filter(
        (part) => part.table === table && isDead(String(part.partition), Number(part.age)),
      );
      await this.#dropAttempts(
        table,
        dead.map(({ partition }) => String(partition)),
      );
    }
  }

  async #dropAttempts(table: ArchiveTable, attempts: readonly string[]): Promise<void> {
    if (attempts.length === 0) return;
    await this.#everyServer((on) =>
      attempts.map(
        (attempt) =>
          `ALTER TABLE ${local(this.#address.database, table)}${on} DROP PARTITION ${quoted(attempt)}`,
      ),
    );
  }

  /** The attempts that count. */
  async #counted(): Promise<Counted[]> {
    if (!(await this.#exists())) return [];
    const imports = this.#table('imports');
    const rows = await this.#rows(
      `SELECT attempt, min(at) AS since FROM ${imports} GROUP BY attempt HAVING max(removed) = 0`,
    );
    const unknown = rows.map(({ attempt }) => String(attempt)).filter((one) => !this.#records.has(one));
    if (unknown.length > 0) {
      const found = await this.#rows(
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
    await (await this.#server()).run(
      `INSERT INTO ${this.#table('imports')} (id, attempt, removed, record) VALUES ${rows.join(', ')}`,
    );
  }

  async #dropAll({ tables: made, rejects }: Draft, attempt: string): Promise<void> {
    for (const table of tablesOf({ tables: made, rejects })) await this.#dropAttempts(table.name, [attempt]);
  }

  /** Sends the rows of a draft, and looks whether all have arrived. */
  async #load(draft: Draft, attempt: string): Promise<void> {
    const server = await this.#server();
    const duck = await Duck.open({ memory: this.#memory });
    try {
      for (const { name: table, path } of tablesOf(draft)) {
        const rows = await duck.count(`SELECT count(*) FROM read_parquet(${literal(path)})`);
        const cells = insertCells(table, attempt);
        const send = async (file: string | undefined): Promise<void> => {
          if (file === undefined) return;
          await server.insert(this.#table(table), insertColumns(table), file);
          await rm(file);
        };
        let ready: string | undefined;
        for (let from = 0; from < rows; from += chunkRows) {
          const file = join(draft.folder, `${table}-${from}.tsv`);
          // A chunk is written while the one before is sent.
          await Promise.all([
            send(ready),
            duck.run(
              `COPY (SELECT ${cells} FROM read_parquet(${literal(path)}, file_row_number = true)
               WHERE file_row_number >= ${from} AND file_row_number < ${from + chunkRows})
               TO ${literal(file)} (FORMAT csv, HEADER false, DELIMITER '\t', QUOTE '', ESCAPE '', NULLSTR '\\N')`,
            ),
          ]);
          ready = file;
        }
        await send(ready);
        const [arrived] = await this.#rows(
          `SELECT count() AS n FROM ${this.#table(table)} WHERE _attempt = ${quoted(attempt)}`,
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
    const rows = await this.#rows(
      `SELECT file, line, "column", reason, text FROM ${this.#table('rejects')}
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
    const from = this.#table(table);
    const { key } = bulkTable(table);
    const ask = (and: readonly string[]): string => writtenSql(question, { from, value: valueSql, and });
    ask([]); // a question that cannot be asked is an error even of an empty archive
    const holders = await this.#holders(table);
    if (holders.length === 0) return [];
    const onKeys = conditionsSql(
      { table, where: Object.fromEntries(Object.entries(where).filter(([column]) => key.includes(column))) },
      valueSql,
    );
    const isGlobal = this.#address.cluster !== undefined;
    const found = await this.#rows(ask([countsSql(table, { from, holders, onKeys, isGlobal })]));
    return found.map((row) => plainRow(table, row));
  }

  async eventSeries(question: SeriesQuestion): Promise<SeriesRow[]> {
    const from = this.#table('event_day');
    const ask = (and: readonly string[]): string => clickHouseSeriesSql(question, from, and);
    ask([]);
    const holders = await this.#holders('event_day');
    if (holders.length === 0) return [];
    const rows = await this.#rows(
      ask([countsSql('event_day', { from, holders, onKeys: [], isGlobal: false })]),
    );
    return rows.map((row) => ({
      period: String(row.period),
      root: String(row.root),
      events: Number(row.events),
      reports: Number(row.reports),
      mentions: Number(row.mentions),
      intensity: row.intensity === null ? null : Number(row.intensity),
    }));
  }

  async close(): Promise<void> {
    for (const server of this.#servers.values()) await (await server).close();
    this.#servers.clear();
  }
}

/** Runs a statement that makes something; where another process is at the same, waits for it. */
async function made(server: Executor, sql: string): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      return await server.run(sql);
    } catch (error) {
      const code = codeOf(error);
      if (tries > 50 || (code !== codes.tableExists && code !== codes.databaseExists)) throw error;
      await pause(50);
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
const tablesOf = ({
  tables: made,
  rejects,
}: Pick<Draft, 'tables' | 'rejects'>): { name: BulkTableName | 'rejects'; path: string }[] => [
  ...bulkTableNames.flatMap((table) => {
    const path = made[table];
    return path === undefined ? [] : [{ name: table, path }];
  }),
  ...(rejects === undefined ? [] : [{ name: 'rejects' as const, path: rejects }]),
];
