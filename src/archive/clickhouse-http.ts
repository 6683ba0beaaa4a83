import { createReadStream } from 'node:fs';
import { MultivectorError } from '../model/errors.ts';
import { type Address, httpAddress } from './clickhouse-place.ts';
import type { SqlRow } from './duck.ts';

/** Whoever runs ClickHouse's SQL. What it throws are errors of the data, see `codeOf`. */
export interface Executor {
  run(sql: string): Promise<void>;
  /** Numbers of 64 bits may come as text. */
  rows(sql: string): Promise<SqlRow[]>;
  /** Puts a file of tab-separated rows into columns of a table. */
  insert(table: string, columns: readonly string[], path: string): Promise<void>;
  close(): Promise<void>;
}

/** The codes of ClickHouse's errors that mean something to us. */
export const codes = {
  syntax: 62,
  unknownIdentifier: 47,
  tableExists: 57,
  unknownTable: 60,
  unknownDatabase: 81,
  databaseExists: 82,
} as const;

/** ClickHouse's own number of an error, if it is one of its. */
export function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && /^\d+$/.test(String(error.code))) return Number(error.code);
  const [, code] = /\bCode: (\d+)/.exec(error.message) ?? [];
  return code === undefined ? codeOf(error.cause) : Number(code);
}

const names: Readonly<Record<number, 'user' | 'cluster' | 'shard' | 'right'>> = {
  164: 'right', // read-only
  170: 'cluster',
  192: 'user',
  193: 'user',
  194: 'user',
  209: 'shard',
  210: 'shard',
  279: 'shard',
  291: 'right', // the database is not for this user
  497: 'right',
  516: 'user',
  701: 'cluster',
};

/** What ClickHouse says, without its own ceremony. */
const said = (message: string): string =>
  (message.split('\n')[0] ?? '')
    .replace(/^Code: \d+[.,] (e\.displayText\(\) = )?(DB::Exception: )?/, '')
    .replace(/, e\.what\(\) = .*$/, '')
    .slice(0, 400);

/** An error of the client or the server, as one of ours; where the SQL itself is wrong, that is a bug and is shown as one. */
export function faultOf(error: unknown, address: Address, sql = ''): Error {
  const message = error instanceof Error ? error.message : String(error);
  const server = `the ClickHouse server at ${address.host}:${address.port}`;
  const fault = (text: string, hint: string): MultivectorError =>
    new MultivectorError('data', text, { cause: error, hint });
  const code = codeOf(error);
  if (error instanceof Error && 'path' in error) return error; // a file of our own
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === undefined && /CERT|SSL|TLS|EPROTO/.test(reason))
    return fault(
      `${server} cannot be trusted: ${reason}`,
      'NODE_EXTRA_CA_CERTS names the file of an authority of your own',
    );
  if (code === undefined && (reason !== '' || /timeout|socket hang up/i.test(message)))
    return fault(
      `${server} does not answer${reason && `: ${reason}`}`,
      'is it running, and is this the port of its HTTP interface?',
    );
  if (code === undefined)
    return fault(
      `${server} does not answer as ClickHouse does: ${said(message)}`,
      'is this the port of its HTTP interface?',
    );
  if (code === codes.syntax || code === codes.unknownIdentifier)
    return new Error(`${message}\n${sql}`, { cause: error });
  switch (names[code]) {
    case 'user':
      return fault(
        `${server} does not let “${address.user}” in`,
        'give its name and password: clickhouse://user:password@host:8123/database',
      );
    case 'cluster':
      return fault(
        `${server} knows no cluster “${address.cluster ?? ''}”`,
        'SELECT cluster FROM system.clusters lists those that it knows',
      );
    case 'shard':
      return fault(`a shard of the cluster does not answer ${server}: ${said(message)}`, 'is it running?');
    case 'right':
      return fault(
        `${server} does not allow “${address.user}” this: ${said(message)}`,
        'to import it must create tables and insert; to read it must select',
      );
    default:
      return fault(`${server}: ${said(message)}`, `it is ClickHouse's error ${code}`);
  }
}

/** Five minutes: longer than a chunk of an import takes, and than anyone waits for an answer. */
const requestTimeout = 5 * 60 * 1000;

/** Bytes of a query that a server reads unless it is told to read more. */
const maxQuery = 256 * 1024;

/**
 * A server over its HTTP interface. Only what ClickHouse 18.16 has too is used: no bound parameters (values stand in
 * the text as literals), no settings on
 * reading but for a very long question (a user who may only read may set none), and the answer is waited for
 * to its end, so that an error half way is the answer's status and not a torn body.
 */
export async function httpExecutor(address: Address): Promise<Executor> {
  const { ClickHouseLogLevel, createClient } = await import('@clickhouse/client');
  const client = createClient({
    url: httpAddress(address),
    username: address.user,
    password: address.password,
    request_timeout: requestTimeout,
    // The server closes an idle connection after 3 s; a request that goes out at that instant would be lost.
    keep_alive: { enabled: true, idle_socket_ttl: 1000 },
    log: { level: ClickHouseLogLevel.OFF },
  });
  // A row counts as inserted when it is on its shard.
  const writing = address.cluster === undefined ? {} : { insert_distributed_sync: 1 as const };
  const tried = async <T>(sql: string, act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw faultOf(error, address, sql);
    }
  };
  return {
    run: (query) =>
      tried(query, async () => {
        await client.command({ query, clickhouse_settings: writing });
      }),
    rows: (query) =>
      tried(query, async () => {
        const answer = await client.query({
          query,
          format: 'JSON',
          clickhouse_settings: {
            wait_end_of_query: 1,
            ...(query.length * 3 > maxQuery && { max_query_size: String(query.length * 3) }),
          },
        });
        return (await answer.json<SqlRow>()).data;
      }),
    insert: (table, columns, path) =>
      tried(table, async () => {
        const [first = '', ...more] = columns;
        await client.insert({
          table,
          columns: [first, ...more],
          values: createReadStream(path, { highWaterMark: 2 ** 20 }),
          format: 'TabSeparated',
          clickhouse_settings: writing,
        });
      }),
    close: () => client.close(),
  };
}
