import {
  archivePlace,
  current,
  formatNamed,
  importFiles,
  openStore,
  type Progress,
  type Question,
  type Receipt,
  type SeriesQuestion,
  type SeriesRow,
  type Store,
} from './archive/index.ts';
import { formats } from './datasets/index.ts';
import type { BulkTableName, DataSource, Import, Reject } from './model/bulk.ts';
import { bulkTableNames } from './model/bulk.ts';
import { MultivectorError } from './model/errors.ts';
import type { Format } from './model/format.ts';
import { version } from './version.ts';

export {
  archivePlace,
  current,
  type Progress,
  type Question,
  type Receipt,
  type SeriesQuestion,
  type SeriesRow,
} from './archive/index.ts';
export { mappedEvents } from './datasets/events/mapped.ts';
export { formats } from './datasets/index.ts';
export type { BulkTableName, DataSource, Import, Reject } from './model/bulk.ts';

/** What the archive has of one format. */
export interface Holding {
  readonly format: Format;
  /** Imports of it, oldest first; the last ones count where files replace each other. */
  readonly imports: readonly Import[];
}

/**
 * The archive for a user: publishers' files in, rows and series out.
 *
 * @example const archive = await ArchiveWorkbench.open(); const receipt = await archive.import(['events.zip'])
 */
export class ArchiveWorkbench {
  readonly store: Store;

  private constructor(store: Store) {
    this.store = store;
  }

  /** @param place a folder, or `clickhouse://user@host:8123/database`; by default MULTIVECTOR_ARCHIVE or the user's data folder */
  static async open(place: string = archivePlace()): Promise<ArchiveWorkbench> {
    return new ArchiveWorkbench(await openStore(place));
  }

  get place(): string {
    return this.store.place;
  }

  /**
   * Takes files and folders in, each whole or not at all; the same file twice changes nothing.
   *
   * @throws MultivectorError `missing` for a path or format that is not there, `data` where nothing could be taken in
   */
  import(
    paths: readonly string[],
    {
      format,
      more = [],
      onProgress,
      now = new Date(),
      memory,
    }: {
      readonly format?: string | undefined;
      /** Formats of the user's own, beside those that are built in. */
      readonly more?: readonly Format[];
      readonly onProgress?: (progress: Progress) => void;
      readonly now?: Date;
      readonly memory?: string | undefined;
    } = {},
  ): Promise<Receipt> {
    return importFiles(this.store, paths, {
      formats: [...more, ...formats],
      format,
      now,
      version,
      means: { memory },
      ...(onProgress && { onProgress }),
    });
  }

  /** The data sets whose rows are in the archive, for citing. */
  async sources(): Promise<DataSource[]> {
    const used = new Map((await this.imports()).map(({ source }) => [source.id, source]));
    return [...used.values()];
  }

  imports(): Promise<Import[]> {
    return this.store.imports();
  }

  /** Every format that is known, with what is in the archive of it. */
  async holdings(): Promise<Holding[]> {
    const imports = await this.imports();
    return formats.map((format) => ({ format, imports: imports.filter((one) => one.format === format.id) }));
  }

  /**
   * The format, or an import by its id or the beginning of it.
   *
   * @throws MultivectorError `missing`
   */
  async find(
    name: string,
  ): Promise<{ readonly format: Format; readonly imports: readonly Import[] } | Import> {
    const holding = (await this.holdings()).find(
      ({ format }) => format.id === name || format.source.id === name,
    );
    return holding ?? this.importNamed(name);
  }

  /** @throws MultivectorError `missing` */
  async importNamed(id: string): Promise<Import> {
    const found = (await this.imports()).filter((one) => one.id.startsWith(id));
    const [only] = found;
    if (only && found.length === 1) return only;
    throw new MultivectorError(
      'missing',
      found.length > 1 ? `“${id}” is the beginning of ${found.length} imports` : `there is no import “${id}”`,
      { hint: '“multivector datasets” lists the imports' },
    );
  }

  formatNamed(name: string): Format {
    return formatNamed(name, formats);
  }

  rejects(id: string, limit = 1000): Promise<Reject[]> {
    return this.store.rejects(id, limit);
  }

  remove(id: string): Promise<void> {
    return this.store.remove(id);
  }

  /** Rows of a table, of the imports that count now. */
  rows(question: Question): Promise<Readonly<Record<string, unknown>>[]> {
    return this.store.rows(question);
  }

  /** How many rows each table has, of the imports that count now. */
  async counts(): Promise<Partial<Record<BulkTableName, number>>> {
    const imports = current(await this.imports());
    return Object.fromEntries(
      bulkTableNames
        .map((table) => [table, imports.reduce((sum, one) => sum + (one.tables[table] ?? 0), 0)] as const)
        .filter(([, n]) => n > 0),
    );
  }

  /** Events of a dyad by month or year, each counted once with the reports behind it. */
  eventSeries(question: SeriesQuestion): Promise<SeriesRow[]> {
    return this.store.eventSeries(question);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
