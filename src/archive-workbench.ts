import { join } from 'node:path';
import {
  archivePlace,
  current,
  formatNamed,
  importFiles,
  keptAnswer,
  openStore,
  type Progress,
  type Question,
  type Receipt,
  type SeriesQuestion,
  type SeriesRow,
  type Store,
} from './archive/index.ts';
import { formats } from './datasets/index.ts';
import { publishers } from './datasets/publishers.ts';
import type { FetchEvent, Fetched } from './download/index.ts';
import type { BulkTableName, DataSource, Import, Reject } from './model/bulk.ts';
import { bulkTableNames } from './model/bulk.ts';
import { MultivectorError } from './model/errors.ts';
import type { Format } from './model/format.ts';
import type { DayRange, Publisher } from './model/publisher.ts';
import type { Columns, ColumnsQuestion } from './model/question.ts';
import { version } from './version.ts';

export {
  archivePlace,
  current,
  type ParquetColumn,
  type Progress,
  parquet,
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

/** Every data set that can be fetched, or of which it is known how a person gets it. */
export { publishers } from './datasets/publishers.ts';
export type { FetchEvent, Fetched } from './download/index.ts';
export type { DayRange, Publisher } from './model/publisher.ts';

export interface FetchingOptions {
  readonly range?: DayRange | undefined;
  /** Where to put the files; by default the archive's own downloads. */
  readonly folder?: string;
  /** Other places for hosts: `{'dataverse.harvard.edu': 'https://mirror.example.org'}`. */
  readonly mirrors?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The folder on this machine that goes with an archive: its own, or for a cluster the usual one. */
const archiveFolder = (place: string): string => (/^clickhouses?:/.test(place) ? archivePlace() : place);

/** @throws MultivectorError `missing` */
export function publisherNamed(id: string): Publisher {
  const found = publishers.find((one) => one.id === id);
  if (found) return found;
  throw new MultivectorError('missing', `no publisher is known of “${id}”`, {
    hint: `there are: ${publishers.map((one) => one.id).join(', ')}`,
  });
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

  /**
   * Fetches a publisher's files, and yields how far it is; import them afterwards.
   *
   * @throws MultivectorError `missing` where nobody is known by that id, and whatever ends the download, with what to do
   */
  async *fetch(
    id: string,
    { range, folder = join(this.downloads, id), mirrors, signal }: FetchingOptions = {},
  ): AsyncGenerator<FetchEvent, Fetched, undefined> {
    const publisher = publisherNamed(id);
    const { fetchPublisher } = await import('./download/index.ts');
    return yield* fetchPublisher(publisher, {
      userAgent: `multivector/${version}`,
      folder,
      range,
      signal,
      ...(mirrors && { hosts: mirrors }),
    });
  }

  /** Fetches one file from an address; returns where it is. */
  async fetchFile(
    url: string,
    {
      mirrors,
      signal,
      onProgress,
    }: Pick<FetchingOptions, 'mirrors' | 'signal'> & { onProgress?: (done: number) => void } = {},
  ): Promise<string> {
    const { download } = await import('./download/index.ts');
    const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '').replace(/[^\w.-]/g, '_');
    const { path } = await download({
      url,
      to: join(this.downloads, 'files', name === '' || name.startsWith('.') ? 'download' : name),
      userAgent: `multivector/${version}`,
      signal,
      ...(mirrors && { hosts: mirrors }),
      onProgress: ({ bytes, total }) => onProgress?.(total ? bytes / total : 0),
    });
    return path;
  }

  /** Where downloads are kept, so that they can go on where they ended. */
  get downloads(): string {
    return join(archiveFolder(this.place), 'downloads');
  }

  /** The data sets whose rows are in the archive, for citing. */
  async sources(): Promise<DataSource[]> {
    const used = new Map(
      (await this.imports()).flatMap(({ source, otherSources = [] }) =>
        [source, ...otherSources].map((one) => [one.id, one] as const),
      ),
    );
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

  /** The same rows as columns, in no particular order: for very many. */
  columns(question: ColumnsQuestion): Promise<Columns> {
    return this.store.columns(question);
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

  /**
   * The answer of a long computation, kept on this machine until the archive's imports or the program's version change.
   * A kept answer that cannot be read is computed anew.
   *
   * @param key all that the answer depends on beside the imports; the answer must survive JSON
   */
  async remember<T>(key: string, make: () => Promise<T>): Promise<T> {
    const data = await this.version();
    return keptAnswer(join(archiveFolder(this.place), 'answers'), [version, this.place, data, key], make);
  }

  /** The imports that count now, by their ids. */
  async version(): Promise<string> {
    return current(await this.imports())
      .map(({ id }) => id)
      .join(' ');
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
