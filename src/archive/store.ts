import type { BulkTableName, Import, Reject } from '../model/bulk.ts';
import type { SqlRow } from './duck.ts';

/** What has been made of files and is not in the archive yet: Parquet files in the work folder. */
export interface Draft {
  readonly record: Omit<Import, 'data'>;
  readonly tables: Readonly<Partial<Record<BulkTableName, string>>>;
  /** Parquet file of the rejects, where there are any. */
  readonly rejects?: string | undefined;
  /** The work folder they are in. */
  readonly folder: string;
}

export interface Range {
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
}

/** Rows of one table: every condition must hold; a list means one of. */
export interface Question {
  readonly table: BulkTableName;
  readonly columns?: readonly string[];
  readonly where?: Readonly<Record<string, string | number | boolean | readonly (string | number)[] | Range>>;
  /** Columns, ascending. */
  readonly order?: readonly string[];
  readonly limit?: number;
}

/** A series of events between two actors. */
export interface SeriesQuestion {
  readonly dataset: string;
  readonly source: string;
  readonly target: string;
  readonly by: 'month' | 'year';
  /** First and last day, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly root?: string | undefined;
  /** Reports of one dyad and root that are fewer than so many days apart are one event; 1 is the same day. */
  readonly window: number;
}

/** A month or year of a series. */
export interface SeriesRow {
  /** `2014-11` or `2014`. */
  readonly period: string;
  readonly root: string;
  /** Events, each counted in the period of its first day. */
  readonly events: number;
  /** Reports behind them, each counted in the period of its own day. */
  readonly reports: number;
  readonly mentions: number;
  /** Mean score of the reports, Goldstein scale; null where none has one. */
  readonly intensity: number | null;
}

/**
 * Where the archive's rows are: a folder on this machine, or a cluster. What is in it is what its imports say; an
 * import is there whole or not at all.
 */
export interface Store {
  /** For a reader: the folder or the address, without a password. */
  readonly place: string;
  /** Every import, oldest first. */
  imports(): Promise<Import[]>;
  /** An empty folder to work in; `commit` and `drop` take it away. */
  work(): Promise<string>;
  drop(folder: string): Promise<void>;
  /** Takes a draft in. Nothing happens if another process has taken in the same meanwhile: then its import is returned. */
  commit(draft: Draft): Promise<{ readonly record: Import; readonly already: boolean }>;
  /** Takes an import out again. */
  remove(id: string): Promise<void>;
  rejects(id: string, limit: number): Promise<Reject[]>;
  /** Rows out of all imports that count now, see `current`. */
  rows(question: Question): Promise<SqlRow[]>;
  eventSeries(question: SeriesQuestion): Promise<SeriesRow[]>;
  close(): Promise<void>;
}

/** The imports whose rows count: of those that replace each other the latest. */
export function current(imports: readonly Import[]): Import[] {
  const latest = new Map<string, Import>();
  for (const one of imports) if (one.replaces !== undefined) latest.set(one.replaces, one);
  return imports.filter((one) => one.replaces === undefined || latest.get(one.replaces) === one);
}
