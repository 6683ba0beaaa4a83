import type { BulkTableName, DataSource } from './bulk.ts';

/** The beginning of a file, by which its format is known. */
export interface Head {
  /** The file's name, without folders and without the endings of packing (.gz, .zip). */
  readonly name: string;
  /** First bytes, unpacked, at most 64 KiB. */
  readonly bytes: Uint8Array;
  /** The same as text, without a byte-order mark; UTF-8 where it is valid, else Latin-1. */
  readonly text: string;
  /** The lines of `text`, the last one perhaps cut. */
  readonly lines: readonly string[];
}

/**
 * A column of a publisher's file.
 *
 * A cell that is not of the type, or none of the values, is refused with its line; an empty cell is NULL.
 */
export interface RawColumn {
  readonly type: 'text' | 'integer' | 'bigint' | 'number' | 'date' | readonly string[];
  /** Names in the header, if not the key itself; case and outer spaces do not matter. */
  readonly header?: string | readonly string[];
  /** The file may be without it; it is NULL then. */
  readonly optional?: boolean;
}

export type RawColumns = Readonly<Record<string, RawColumn>>;

interface Delimited {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** Empty where the publisher quotes nothing. */
  readonly quote: '"' | '';
  /** How a quote is written within quotes, if not doubled. */
  readonly escape?: string;
  readonly encoding?: 'utf-8' | 'latin-1';
  /** Cells that mean “missing”, in any column, beside the empty one. */
  readonly missing?: readonly string[];
  /** How days are written in `date` columns, strptime; by default %Y-%m-%d. */
  readonly dateFormat?: string;
  /** Most bytes of a line; by default 2 MB. */
  readonly longestLine?: number;
  /** Quoted cells may go on over several lines. Elsewhere a quote that is open at the end of a line is a fault of that line. */
  readonly multiline?: boolean;
  /** A line may end early: the columns that it has not are NULL, and a rule says which it must have. */
  readonly padded?: boolean;
}

/** A delimited file, read by DuckDB's own reader. `raw` then has the columns by their keys. */
export interface CsvReading extends Delimited {
  readonly kind: 'csv';
  /** With a header the columns are found by name in any order and others are passed over; without, by place. */
  readonly header: boolean;
  /** Lines before the header or the first row; from the head where it varies. */
  readonly skip?: number | ((head: Head) => number);
  /** Makes the header's names fit: unnamed and double columns get names of their own, and rows of more cells than names more names. */
  readonly names?: (header: readonly string[], head: Head) => readonly string[];
  readonly columns: RawColumns;
  /** `raw` has `filename` too: the file's name without folders. */
  readonly filename?: boolean;
}

/** A file of one JSON object a line. `raw` has one column, `json`, and lines that are no JSON are refused. */
export interface JsonLinesReading {
  readonly kind: 'json-lines';
  readonly longestLine?: number;
}

/** A row that a parser made, or what it could not make one of. */
export type Parsed =
  | {
      readonly line?: number | undefined;
      readonly row: Readonly<Record<string, string | number | boolean | null | undefined>>;
    }
  | { readonly line?: number | undefined; readonly problem: string; readonly text?: string | undefined };

export interface FileBytes {
  /** Name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A file that is no table (a spreadsheet, XML, a document): a function makes rows of its bytes. It does no I/O and
 * throws a `MultivectorError` where the file is none of its kind. `raw` has the columns by their keys.
 */
export interface ParsedReading {
  readonly kind: 'parsed';
  readonly columns: RawColumns;
  readonly rows: (file: FileBytes) => Iterable<Parsed> | AsyncIterable<Parsed>;
}

export type Reading = CsvReading | JsonLinesReading | ParsedReading;

/** Rows of a table, out of `raw`. */
export interface Mapping {
  /** An SQL expression for each column of the table; columns left out are NULL. `source`/`dataset` may be left out: the format's. */
  readonly columns: Readonly<Record<string, string>>;
  /** What stands after FROM, if not `raw`: joins to lookups, each at most one row a row of `raw`. Aliased `raw`. */
  readonly from?: string;
  /** Only these rows of `raw` (or groups, with `group`). */
  readonly where?: string;
  /** What stands after GROUP BY. */
  readonly group?: string;
}

export interface Rule {
  /** SQL over a row of `raw`. */
  readonly when: string;
  readonly because: string;
}

/** A layout in which a publisher serves a data set: its columns, its quirks, who to cite, and how its rows become tables. */
export interface Format {
  /** `gdelt-2-events`. */
  readonly id: string;
  readonly title: string;
  readonly source: DataSource;
  /** Where rows name sources of their own: the records of those. */
  readonly otherSources?: readonly DataSource[];
  readonly quirks: readonly string[];
  /** Raised when the same file gives other rows than before, so that an import of it is a new one. */
  readonly version: number;
  /** Whether the file is of this format, by its content. */
  readonly recognise: (head: Head) => boolean;
  readonly reading: Reading;
  /** Rows that are no records: a publisher's totals, missing values. Counted in the receipt, with the reason. */
  readonly aside?: readonly Rule[];
  /** Rows that are wrong though each cell is well-formed. They go to the rejects. */
  readonly refuse?: readonly Rule[];
  /** Tables of the format's own for joins, by name: two columns, `name` and `code`. */
  readonly lookups?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly tables: { readonly [T in BulkTableName]?: Mapping | readonly Mapping[] };
  /** Promises about the tables; each query selects what breaks one (`FROM observation WHERE value < 0`). The file is then refused whole. */
  readonly expect?: Readonly<Record<string, string>>;
  /**
   * `whole`: a file is the whole data set, and a later one stands in its place. `part`: files add up (a day, a
   * country, a year); where two have the same row, the later import speaks.
   */
  readonly edition: 'whole' | 'part';
  /** Formats of one family stand in each other's place; by default a format is its own. */
  readonly family?: string;
  /** Order of rows does not matter and files are large: read in parallel. */
  readonly large?: boolean;
}
