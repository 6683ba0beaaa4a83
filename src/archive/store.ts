import type { BulkTableName, Import, Reject } from '../model/bulk.ts';
import type { Columns, ColumnsQuestion, Question, SeriesQuestion, SeriesRow } from '../model/question.ts';
import type { SqlRow } from './duck.ts';

export type {
  Columns,
  ColumnsQuestion,
  Question,
  Range,
  SeriesQuestion,
  SeriesRow,
} from '../model/question.ts';

/** What has been made of files and is not in the archive yet: Parquet files in the work folder. */
export interface Draft {
  readonly record: Omit<Import, 'data'>;
  readonly tables: Readonly<Partial<Record<BulkTableName, string>>>;
  /** Parquet file of the rejects, where there are any. */
  readonly rejects?: string | undefined;
  /** The work folder they are in. */
  readonly folder: string;
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
  /** The same rows as columns, in no particular order. */
  columns(question: ColumnsQuestion): Promise<Columns>;
  eventSeries(question: SeriesQuestion): Promise<SeriesRow[]>;
  close(): Promise<void>;
}

/** The imports whose rows count: of those that replace each other the latest. */
export function current(imports: readonly Import[]): Import[] {
  const latest = new Map<string, Import>();
  for (const one of imports) if (one.replaces !== undefined) latest.set(one.replaces, one);
  return imports.filter((one) => one.replaces === undefined || latest.get(one.replaces) === one);
}
