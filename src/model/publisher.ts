/** A file at an address of its own. */
export interface PublishedFile {
  readonly url: string;
  /** What to call it here, if not as the last part of the address. */
  readonly name?: string;
  readonly md5?: string;
  readonly sha256?: string;
}

/** Files at addresses that do not change. */
export interface FixedFiles {
  readonly kind: 'files';
  readonly files: readonly PublishedFile[];
}

/** Files of a dataset in a Dataverse; its list of files has their sizes and checksums. */
export interface DataverseFiles {
  readonly kind: 'dataverse';
  readonly host: string;
  /** Without `doi:`. */
  readonly doi: string;
  /** A version such as `33.0`, if not the latest that is published. */
  readonly version?: string;
  /**
   * Which files, by name. A group `stamp` of digits (YYYY, YYYYMM, YYYYMMDD) says which period a file is about, so that
   * a range of days can be asked for.
   */
  readonly files: RegExp;
  /** How many days around its stamp a file may cover. */
  readonly around?: number;
}

/** Files that have their period in their names, with a list of all of them. A range of days must be given. */
export interface DatedFiles {
  readonly kind: 'dated';
  readonly list: string;
  /** How a line of the list reads. */
  readonly line: 'md5 name' | 'bytes md5 address';
  /** Where the files are; only the names are taken from the list. */
  readonly base: string;
  /** As in `DataverseFiles`; the stamp may have hours, minutes and seconds too. */
  readonly files: RegExp;
}

/** A form, a key or an account stands before the file: a person must fetch it. */
export interface ByHand {
  readonly kind: 'by-hand';
  readonly steps: readonly string[];
}

export type Retrieval = FixedFiles | DataverseFiles | DatedFiles | ByHand;

/** A data set, and how its files are got from those who publish it. */
export interface Publisher {
  /** `gdelt-2`. */
  readonly id: string;
  readonly title: string;
  /** Who serves the files. */
  readonly by: string;
  /** The page to look at when an address no longer leads anywhere. */
  readonly landing: string;
  readonly licence: string;
  readonly get: Retrieval;
}

/** First and last day asked for, `YYYY-MM-DD`, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}
