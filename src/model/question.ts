import type { BulkTableName } from './bulk.ts';

/** From and to, both included. */
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

/** Columns of many rows, in no particular order. */
export type ColumnsQuestion = Required<Pick<Question, 'table' | 'columns'>> & Pick<Question, 'where'>;

/** The cells of each column by its name; all columns are of one length, and cell `i` of each is of one row. */
export type Columns = Readonly<Record<string, readonly unknown[]>>;

/** A series of events between two actors, or between any of several: then each pair's are counted and added up. */
export interface SeriesQuestion {
  readonly dataset: string;
  /** Who acts; left out, anybody. */
  readonly source?: string | readonly string[] | undefined;
  /** Who is acted on; left out, anybody. */
  readonly target?: string | readonly string[] | undefined;
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

/** Whoever answers questions about bulk data: an archive, or a test's own rows. */
export interface Answers {
  rows(question: Question): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** The same rows column by column, where that is faster than an object for each; ask through `columnsOf`. */
  columns?(question: ColumnsQuestion): Promise<Columns>;
  eventSeries(question: SeriesQuestion): Promise<readonly SeriesRow[]>;
  /** Names the data that are there now: while it is the same, so are all answers. */
  version?(): Promise<string>;
}

/**
 * Columns of a table, for questions with very many rows.
 *
 * @returns the columns that were asked for, empty where there are no rows
 */
export async function columnsOf(answers: Answers, question: ColumnsQuestion): Promise<Columns> {
  if (answers.columns) return answers.columns(question);
  const rows = await answers.rows(question);
  return Object.fromEntries(question.columns.map((name) => [name, rows.map((row) => row[name])]));
}
