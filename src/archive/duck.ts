import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { MultivectorError } from '../model/errors.ts';
import { goldsteinOf, ploverFromCameo } from '../model/ontology.ts';
import type { Columns } from '../model/question.ts';
import { states } from '../model/states.ts';

export type Params = Readonly<Record<string, string | number | boolean | null>>;
export type SqlRow = Readonly<Record<string, unknown>>;

/** Text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export interface DuckOptions {
  /** Most memory that the engine uses for its own, such as 512MB. */
  readonly memory?: string;
  readonly threads?: number;
  /** Where it may put what does not fit into memory. */
  readonly temporary?: string;
}

/** Values as JavaScript has them: numbers for whole numbers, `YYYY-MM-DD` for dates, null for NULL. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value;
}

/** The engine failed and can no longer be used. */
export class BrokenEngine extends Error {
  override readonly name = 'BrokenEngine';
}

/** What went wrong with the data; where the SQL itself is wrong, that is a bug and is shown as one. */
function fault(error: unknown, sql: string): Error {
  const [message = 'unknown'] = (error instanceof Error ? error.message : String(error)).split('\n');
  if (/^(INTERNAL|FATAL) Error/.test(message)) return new BrokenEngine(message, { cause: error });
  if (/^(Parser|Binder|Catalog) Error/.test(message))
    return new Error(`${message}\n${error instanceof Error ? error.message : ''}\n${sql}`, { cause: error });
  return new MultivectorError('data', message, { cause: error });
}

/** One engine in this process, in memory. What it throws are errors of the data. */
export class Duck {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open({ memory = '512MB', threads, temporary }: DuckOptions = {}): Promise<Duck> {
    const { DuckDBInstance: Instance } = await import('@duckdb/node-api');
    const instance = await Instance.create(':memory:', {
      autoinstall_known_extensions: 'false', // never the network behind the user's back
      autoload_known_extensions: 'false',
      memory_limit: memory,
      ...(threads !== undefined && { threads: String(threads) }),
      ...(temporary !== undefined && { temp_directory: temporary }),
    });
    const duck = new Duck(instance, await instance.connect());
    await duck.run('SET enable_progress_bar = true');
    await duck.run('SET enable_progress_bar_print = false');
    return duck;
  }

  async run(sql: string, params?: Params): Promise<void> {
    try {
      await this.#connection.run(sql, params && ({ ...params } as Record<string, DuckDBValue>));
    } catch (cause) {
      throw fault(cause, sql);
    }
  }

  /** Rows of a query; values are bound, never pasted into the text. */
  async rows(sql: string, params?: Params): Promise<SqlRow[]> {
    try {
      const reader = await this.#connection.runAndReadAll(
        sql,
        params && ({ ...params } as Record<string, DuckDBValue>),
      );
      return reader
        .getRowObjectsJS()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
    } catch (cause) {
      throw fault(cause, sql);
    }
  }

  /** The columns of a query, each packed into one text by the engine: some five times as fast as an object a row. */
  async columns(sql: string, names: readonly string[], params?: Params): Promise<Columns> {
    const packed = names.map((name) => `to_json(list(${identifier(name)})) AS ${identifier(name)}`);
    const [row = {}] = await this.rows(`SELECT ${packed.join(', ')} FROM (${sql})`, params);
    return Object.fromEntries(
      names.map((name) => [name, JSON.parse(String(row[name] ?? '[]')) as readonly unknown[]]),
    );
  }

  /** The one number that a query gives. */
  async count(sql: string, params?: Params): Promise<number> {
    const [row] = await this.rows(sql, params);
    return Number(Object.values(row ?? {})[0] ?? 0);
  }

  /** Appends rows to a table, its columns in order. */
  async append(
    table: string,
    rows: AsyncIterable<readonly (string | number | boolean | null)[]>,
  ): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    for await (const row of rows) {
      for (const value of row)
        if (value === null) appender.appendNull();
        else if (typeof value === 'string') appender.appendVarchar(value);
        else if (typeof value === 'number') appender.appendDouble(value);
        else appender.appendBoolean(value);
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Share of the running statement that is done, in [0, 1]. */
  get progress(): number {
    return Math.max(0, this.#connection.progress.percentage) / 100;
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

const everyCameo = [1, 2, 3].flatMap((length) =>
  Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, '0')).flatMap((root) =>
    Array.from({ length: 10 ** (length - 1) }, (_, i) =>
      length === 1 ? root : root + String(i).padStart(length - 1, '0'),
    ),
  ),
);

type Cells = readonly (string | number | null)[];

/** The tables by which formats name things as the archive does, with how they are made. */
const lookups: Readonly<Record<string, { readonly columns: string; readonly rows: () => readonly Cells[] }>> =
  {
    state: {
      columns: 'id VARCHAR, iso2 VARCHAR, "numeric" DOUBLE, cow DOUBLE, name VARCHAR',
      rows: () =>
        states.map(({ id, iso2, numeric, cow, name }) => [id, iso2, Number(numeric), cow ?? null, name]),
    },
    state_name: {
      columns: 'name VARCHAR, id VARCHAR',
      rows: () => [
        ...new Map(
          states.flatMap(({ id, name, aliases }) =>
            [name, ...aliases].map((one) => [one.toLowerCase(), id] as const),
          ),
        ),
      ],
    },
    cameo: {
      columns: 'code VARCHAR, root VARCHAR, mode VARCHAR, intensity DOUBLE',
      rows: () =>
        everyCameo.map((code) => {
          const plover = ploverFromCameo(code);
          return [code, plover?.root ?? null, plover?.mode ?? null, goldsteinOf(code)];
        }),
    },
  };

/**
 * Makes those lookup tables that the SQL speaks of:
 * `state` (id, iso2, numeric, cow, name), `state_name` (name in lower case, id; aliases too),
 * `cameo` (code, root, mode, intensity), and the format's own (name, code).
 */
export async function makeLookups(
  duck: Duck,
  sql: string,
  own: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<void> {
  const make = async (name: string, columns: string, rows: readonly Cells[]) => {
    await duck.run(`CREATE TEMP TABLE ${identifier(name)} (${columns})`);
    await duck.append(
      name,
      (async function* () {
        yield* rows;
      })(),
    );
  };
  for (const [name, { columns, rows }] of Object.entries(lookups))
    if (new RegExp(`\\b${name}\\b`).test(sql)) await make(name, columns, rows());
  for (const [name, entries] of Object.entries(own))
    await make(name, 'name VARCHAR, code VARCHAR', Object.entries(entries));
}
