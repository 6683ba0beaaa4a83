import { setTimeout as pause } from 'node:timers/promises';
import { bulkTableNames } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import { codeOf, codes, type Executor } from './clickhouse-http.ts';
import { type Address, shownPlace } from './clickhouse-place.ts';
import {
  type ArchiveTable,
  createEverywhere,
  createLocal,
  everywhere,
  local,
  name,
  quoted,
} from './clickhouse-sql.ts';
import type { SqlRow } from './duck.ts';

export type Connect = (address: Address) => Executor | Promise<Executor>;

export const archiveTables: readonly ArchiveTable[] = [...bulkTableNames, 'rejects', 'imports'];

/**
 * The server that an address names, with the others of its cluster. In a cluster each server has the archive's tables,
 * and beside them tables `…_all` over all shards, through which everything is read and written.
 */
export class Servers {
  readonly #address: Address;
  readonly #connect: Connect;
  readonly #open = new Map<string, Promise<Executor>>();
  /** Whether the archive's tables have been seen. */
  #exists = false;

  constructor(address: Address, connect: Connect) {
    this.#address = address;
    this.#connect = connect;
  }

  #at(host: string): Promise<Executor> {
    const known = this.#open.get(host) ?? Promise.resolve(this.#connect({ ...this.#address, host }));
    this.#open.set(host, known);
    return known;
  }

  /** The one that was named. */
  first(): Promise<Executor> {
    return this.#at(this.#address.host);
  }

  async rows(sql: string): Promise<SqlRow[]> {
    return (await this.first()).rows(sql);
  }

  /** A table as it is read and written. */
  table(table: ArchiveTable): string {
    const { database, cluster } = this.#address;
    return (cluster === undefined ? local : everywhere)(database, table);
  }

  /**
   * Whether there is an archive in the database.
   *
   * @throws MultivectorError `data` where it is over a cluster and the address names none, or the other way round
   */
  async hasArchive(): Promise<boolean> {
    if (this.#exists) return true;
    const { database, cluster } = this.#address;
    const found = await this.rows(
      `SELECT name, engine_full FROM system.tables WHERE database = ${quoted(database)} AND name IN ('imports', 'imports_all')`,
    );
    const spread = found.find((row) => row.name === 'imports_all');
    if (cluster === undefined && spread !== undefined) {
      const [, its = 'name'] = /^Distributed\('?([^',]+)/.exec(String(spread.engine_full)) ?? [];
      throw new MultivectorError(
        'data',
        `the archive ${shownPlace(this.#address)} is spread over a cluster`,
        {
          hint: `add ?cluster=${its} to its address`,
        },
      );
    }
    if (cluster !== undefined && spread === undefined && found.length > 0)
      throw new MultivectorError('data', `the archive ${shownPlace(this.#address)} is on one server only`, {
        hint: 'leave ?cluster= out, or name another database',
      });
    this.#exists = found.length > 0;
    return this.#exists;
  }

  /** Runs statements on every server: through the cluster's own queue where it has one, else on each in turn. */
  async #everywhere(statements: (onCluster: string) => readonly string[]): Promise<void> {
    const { cluster } = this.#address;
    const run = async (server: Executor, on: string): Promise<void> => {
      for (const sql of statements(on)) await patiently(server, sql);
    };
    if (cluster === undefined) return run(await this.first(), '');
    const [queue] = await this.rows(
      "SELECT count() AS n FROM system.tables WHERE database = 'system' AND name = 'zookeeper'",
    );
    if (Number(queue?.n) > 0) return run(await this.first(), ` ON CLUSTER ${name(cluster)}`);
    const hosts = await this.rows(
      `SELECT host_name AS host, max(is_local) AS own FROM system.clusters WHERE cluster = ${quoted(cluster)} GROUP BY host_name`,
    );
    if (hosts.length === 0)
      throw new MultivectorError('data', `the server knows no cluster “${cluster}”`, {
        hint: 'SELECT cluster FROM system.clusters lists those that it knows',
      });
    // The others are expected to speak HTTP at the same port.
    for (const { host, own } of hosts)
      await run(await (Number(own) === 1 ? this.first() : this.#at(String(host))), '');
  }

  /** Makes the tables that are not there yet, on every server: a shard may have been added since. */
  async makeTables(): Promise<void> {
    await this.hasArchive();
    const { database, cluster } = this.#address;
    const [known] = await this.rows(
      `SELECT count() AS n FROM system.databases WHERE name = ${quoted(database)}`,
    );
    const lacksDatabase = cluster !== undefined || Number(known?.n) === 0;
    await this.#everywhere((on) => [
      ...(lacksDatabase ? [`CREATE DATABASE IF NOT EXISTS ${name(database)}${on}`] : []),
      ...archiveTables.flatMap((table) => [
        createLocal(database, table, on),
        ...(cluster === undefined ? [] : [createEverywhere(database, table, cluster, on)]),
      ]),
    ]);
    this.#exists = true;
  }

  /** Attempts that tables hold rows of, with the seconds since their last row was written or moved. */
  async held(): Promise<{ table: ArchiveTable; attempt: string; age: number }[]> {
    const { database, cluster } = this.#address;
    const parts = cluster === undefined ? 'system.parts' : `cluster(${quoted(cluster)}, system.parts)`;
    const found = await this.rows(
      `SELECT table, partition, toUInt32(now()) - toUInt32(max(modification_time)) AS age FROM ${parts}
       WHERE database = ${quoted(database)} AND active GROUP BY table, partition`,
    );
    return archiveTables
      .filter((table) => table !== 'imports')
      .flatMap((table) =>
        found
          .filter((part) => part.table === table)
          .map(({ partition, age }) => ({ table, attempt: String(partition), age: Number(age) })),
      );
  }

  /** Takes the rows of attempts away. */
  async drop(held: readonly { readonly table: ArchiveTable; readonly attempt: string }[]): Promise<void> {
    if (held.length === 0) return;
    await this.#everywhere((on) =>
      held.map(
        ({ table, attempt }) =>
          `ALTER TABLE ${local(this.#address.database, table)}${on} DROP PARTITION ${quoted(attempt)}`,
      ),
    );
  }

  async close(): Promise<void> {
    for (const server of this.#open.values()) await (await server).close();
    this.#open.clear();
  }
}

/** Runs a statement; where another process makes the same at this instant, waits for it. */
async function patiently(server: Executor, sql: string): Promise<void> {
  for (let tries = 0; ; tries++)
    try {
      return await server.run(sql);
    } catch (error) {
      const code = codeOf(error);
      if (tries > 50 || (code !== codes.tableExists && code !== codes.databaseExists)) throw error;
      await pause(50);
    }
}
