import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
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
import { Duck, identifier, literal, type SqlRow } from './duck.ts';
import { selectSql } from './select.ts';
import { seriesRow, seriesSql } from './series.ts';
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

/** Where the archive is by default: MULTIVECTOR_ARCHIVE, or the data folder of the system's user. */
export function archivePlace(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { MULTIVECTOR_ARCHIVE: own, XDG_DATA_HOME: data, APPDATA: windows } = environment;
  return own || join(data || windows || join(homedir(), '.local', 'share'), 'multivector', 'archive');
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whether a process with this number runs on this machine. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What nobody refers to is taken away when it is older than this, so that a reader that began before is not disturbed. */
const orphanAge = 60 * 60 * 1000;

/**
 * An archive in one folder: `imports/<id>.json` says what is in it, `data/<id>-…/` holds the rows as Parquet, one file a
 * table. The file under `imports/` is written last, and in one step: it is the instant of the import. So readers need
 * no lock, and what a killed process leaves behind counts for nothing.
 */
export class FolderStore implements Store {
  readonly place: string;
  readonly #memory: string;
  /** Records by the names of their files; one that has been read never changes, but for its file being gone. */
  readonly #records = new Map<string, Import>();
  #duck: Promise<Duck> | undefined;
  /** The imports that the views of `#duck` were made for. */
  #seen = '';

  constructor(place: string, memory = '512MB') {
    this.place = place;
    this.#memory = memory;
  }

  #in(...names: string[]): string {
    return join(this.place, ...names);
  }

  async imports(): Promise<Import[]> {
    const names = await readdir(this.#in('imports')).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw new MultivectorError('data', `the archive ${this.place} cannot be read`, { cause: error });
    });
    const records: Import[] = [];
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const record = this.#records.get(name) ?? (await this.#recordAt(this.#in('imports', name)));
      if (record === undefined) continue; // removed meanwhile
      this.#records.set(name, record);
      records.push(record);
    }
    return records.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
  }

  async #recordAt(path: string): Promise<Import | undefined> {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (text === undefined) return undefined;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw new MultivectorError('data', `${path} is not JSON`, {
        cause,
        hint: 'take it away and import the files again',
      });
    }
    return check(importSchema, value, path, 'data');
  }

  async work(): Promise<string> {
    for (const name of ['imports', 'data', 'work']) await mkdir(this.#in(name), { recursive: true });
    await this.#sweep();
    const folder = this.#in('work', `${process.pid}-${randomBytes(4).toString('hex')}`);
    await mkdir(folder);
    return folder;
  }

  async drop(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
  }

  /** Takes away what killed processes left. */
  async #sweep(): Promise<void> {
    for (const name of await readdir(this.#in('work')))
      if (!alive(Number(name.split('-')[0]))) await this.drop(this.#in('work', name));
    const kept = new Set((await this.imports()).map(({ data }) => data));
    for (const name of await readdir(this.#in('data'))) {
      if (kept.has(name)) continue;
      const age = await stat(this.#in('data', name)).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > orphanAge) await this.drop(this.#in('data', name));
    }
  }

  /** Runs `act` while no other process commits. A lock whose process has ended is void. */
  async #alone<T>(act: () => Promise<T>): Promise<T> {
    const lock = this.#in('commit.lock');
    for (let tries = 0; ; tries++) {
      try {
        await writeFile(lock, String(process.pid), { flag: 'wx' });
        break;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
        const age = await stat(lock).then(
          ({ mtimeMs }) => Date.now() - mtimeMs,
          () => 0,
        );
        if (age > 1000 && (holder === 0 || !alive(holder))) {
          const void_ = `${lock}.${randomBytes(4).toString('hex')}`;
          await rename(lock, void_).catch(() => undefined);
          await rm(void_, { force: true });
        } else if (tries > 3000)
          throw new MultivectorError('data', `another process holds ${lock}`, {
            hint: 'take the file away if no import is running',
          });
        else await pause(20);
      }
    }
    try {
      return await act();
    } finally {
      await rm(lock, { force: true });
    }
  }

  async commit({ record, tables, rejects, folder }: Draft): Promise<{ record: Import; already: boolean }> {
    return this.#alone(async () => {
      const hashes = new Set(record.files.map(({ sha256 }) => sha256));
      const same = (await this.imports()).find(
        (one) =>
          one.format === record.format &&
          one.formatVersion === record.formatVersion &&
          one.files.some(({ sha256 }) => hashes.has(sha256)),
      );
      if (same) return { record: same, already: true };
      const data = `${record.id}-${randomBytes(4).toString('hex')}`;
      await mkdir(this.#in('data', data));
      for (const [table, path] of Object.entries(tables))
        await rename(path, this.#in('data', data, `${table}.parquet`));
      if (rejects !== undefined) await rename(rejects, this.#in('data', data, 'rejects.parquet'));
      const whole = check(importSchema, { ...record, data }, 'import', 'data');
      const aside = join(folder, 'import.json');
      const file = await open(aside, 'w');
      await file.writeFile(`${JSON.stringify(whole, null, 2)}\n`);
      await file.sync();
      await file.close();
      await link(aside, this.#in('imports', `${record.id}.json`));
      return { record: whole, already: false };
    });
  }

  async remove(id: string): Promise<void> {
    await this.#alone(async () => rm(this.#in('imports', `${id}.json`)));
    this.#records.delete(`${id}.json`);
    // The rows stay until the next sweep: a reader may be at them.
  }

  async rejects(id: string, limit: number): Promise<Reject[]> {
    const record = (await this.imports()).find((one) => one.id === id);
    const path = record && this.#in('data', record.data, 'rejects.parquet');
    if (path === undefined || !(await exists(path))) return [];
    const duck = await this.#engine();
    const rows = await duck.rows(
      `SELECT file, line, "column", reason, text FROM read_parquet(${literal(path)}) ORDER BY file, line LIMIT ${Math.floor(limit)}`,
    );
    return rows.map((row) => check(rejectSchema, row, 'reject', 'data'));
  }

  /** One engine, however many ask for it at the same time. */
  #engine(): Promise<Duck> {
    const opened = async (): Promise<Duck> => {
      const duck = await Duck.open({ memory: this.#memory });
      await duck.run('SET parquet_metadata_cache = true');
      return duck;
    };
    if (this.#duck) return this.#duck;
    const duck = opened();
    this.#duck = duck;
    duck.catch(() => {
      if (this.#duck === duck) this.#duck = undefined;
    });
    return duck;
  }

  /** Views over the Parquet files of the imports that count now. */
  async #ready(): Promise<Duck> {
    const duck = await this.#engine();
    const records = current(await this.imports());
    const seen = records.map(({ data }) => data).join(' ');
    if (seen === this.#seen && seen !== '') return duck;
    for (const table of bulkTableNames)
      await duck.run(`CREATE OR REPLACE VIEW ${identifier(table)} AS ${this.#view(table, records)}`);
    this.#seen = seen;
    return duck;
  }

  #view(table: BulkTableName, records: readonly Import[]): string {
    const { columns, key } = bulkTable(table);
    const names = Object.keys(columns).map(identifier).join(', ');
    const holders = records.filter((record) => record.tables[table] !== undefined);
    if (holders.length === 0)
      return `SELECT ${Object.entries(columns)
        .map(
          ([name, { type }]) =>
            `NULL::${{ text: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', boolean: 'BOOLEAN', date: 'DATE' }[type]} AS ${identifier(name)}`,
        )
        .join(', ')} WHERE false`;
    const path = (record: Import): string => this.#in('data', record.data, `${table}.parquet`);
    const plain = (some: readonly Import[]): string =>
      `SELECT ${names} FROM read_parquet([${some.map((record) => literal(path(record))).join(', ')}])`;
    // Reports of events are all kept. Of other rows that two files of a data set have, the later import's counts.
    const bySource = new Map<string, Import[]>();
    for (const record of holders)
      bySource.set(record.source.id, [...(bySource.get(record.source.id) ?? []), record]);
    const many = table.startsWith('event') || table === 'mention';
    const alone = many ? holders : [...bySource.values()].filter((some) => some.length === 1).flat();
    const several = many ? [] : [...bySource.values()].filter((some) => some.length > 1);
    return [
      ...(alone.length > 0 ? [plain(alone)] : []),
      ...several.map(
        (some) =>
          `SELECT ${names} FROM (${some.map((record, i) => `SELECT ${names}, ${i} AS _import FROM read_parquet(${literal(path(record))})`).join(' UNION ALL ')})
           QUALIFY _import = max(_import) OVER (PARTITION BY ${key.map(identifier).join(', ')})`,
      ),
    ].join(' UNION ALL ');
  }

  /** Asks again where a file went away between the listing and the reading. */
  async #asked<T>(ask: (duck: Duck) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      const duck = await this.#ready();
      try {
        return await ask(duck);
      } catch (error) {
        if (tries > 3 || !(error instanceof Error) || !/No such file|No files found/.test(error.message))
          throw error;
        this.#seen = '';
        this.#records.clear();
      }
    }
  }

  async rows(question: Question): Promise<SqlRow[]> {
    const { sql, params } = selectSql(question);
    return this.#asked((duck) => duck.rows(sql, params));
  }

  async columns(question: ColumnsQuestion): Promise<Columns> {
    const { sql, params } = selectSql(question);
    return this.#asked((duck) => duck.columns(sql, question.columns, params));
  }

  async eventSeries(question: SeriesQuestion): Promise<SeriesRow[]> {
    const { sql, params } = seriesSql(question);
    return (await this.#asked((duck) => duck.rows(sql, params))).map(seriesRow);
  }

  async close(): Promise<void> {
    const duck = this.#duck;
    this.#duck = undefined;
    this.#seen = '';
    (await duck)?.close();
  }
}
