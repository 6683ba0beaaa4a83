import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Import } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import type { Format } from '../model/format.ts';
import { BrokenEngine, Duck, makeLookups } from './duck.ts';
import { Importing } from './importing.ts';
import { type CsvFile, csvFile } from './reading.ts';
import { mappingsOf } from './rules.ts';
import type { StagedFile } from './stage.ts';
import type { Draft, Store } from './store.ts';

/** What an import may use. */
export interface Means {
  readonly memory?: string | undefined;
  readonly threads?: number | undefined;
}

/** Called now and then with the share that is done, in [0, 1]. */
export type OnProgress = (done: number) => void;

/** The id of an import: the same files by the same format give the same. */
export const importId = (format: Format, files: readonly { readonly sha256: string }[]): string =>
  createHash('sha256')
    .update(JSON.stringify([format.id, format.version, files.map(({ sha256 }) => sha256).sort()]))
    .digest('hex')
    .slice(0, 16);

interface DraftOptions {
  /** A work folder of its own. */
  readonly folder: string;
  readonly now: Date;
  readonly version: string;
  readonly means?: Means;
  readonly onProgress?: OnProgress;
}

/**
 * Makes a draft of files of one format: rows of the archive's tables in Parquet, and the rejects. Nothing of it is in
 * the archive until the store commits it.
 *
 * @throws MultivectorError `data` where no row could be taken, or a promise of the format is broken
 */
export async function makeDraft(
  format: Format,
  files: readonly StagedFile[],
  options: DraftOptions,
): Promise<Draft> {
  try {
    return await draftWith(format, files, options, !format.large);
  } catch (error) {
    // DuckDB 1.5 fails on a wrong letter in a column that is not asked for: then all are.
    if (!(error instanceof BrokenEngine) || !format.large) throw error;
    return draftWith(format, files, options, true);
  }
}

/** Progress over several statements, of which the engine tells one after another: it never goes back. */
function overallProgress(): (statement: number) => number {
  let [begun, last, shown] = [0, 0, 0];
  return (statement) => {
    if (statement < last) begun = shown; // another statement
    last = statement;
    shown = Math.max(shown, begun + (1 - begun) * 0.7 * statement); // something may come after it
    return Math.min(0.99, shown);
  };
}

async function draftWith(
  format: Format,
  files: readonly StagedFile[],
  { folder, now, version, means = {}, onProgress = () => {} }: DraftOptions,
  everyColumn: boolean,
): Promise<Draft> {
  await mkdir(join(folder, 'spill'), { recursive: true });
  const duck = await Duck.open({
    temporary: join(folder, 'spill'),
    ...(means.memory !== undefined && { memory: means.memory }),
    ...(means.threads !== undefined && { threads: means.threads }),
  });
  const overall = overallProgress();
  const watch = setInterval(() => onProgress(overall(duck.progress)), 200);
  try {
    if (everyColumn) await duck.run("SET disabled_optimizers = 'unused_columns'");
    await makeLookups(duck, JSON.stringify(format), format.lookups);
    const importing = new Importing(duck, format, folder);
    const mappings = mappingsOf(format);
    const [first] = mappings;
    if (!first) throw new Error(`${format.id} fills no table`);
    const { reading } = format;
    if (
      format.large &&
      reading.kind === 'csv' &&
      mappings.length === 1 &&
      first.mapping.group === undefined
    ) {
      await duck.run('SET preserve_insertion_order = false');
      const readable: CsvFile[] = [];
      for (const file of files)
        try {
          readable.push(csvFile(file, reading));
          importing.refusals.addTorn(file);
        } catch (error) {
          if (!(error instanceof MultivectorError)) throw error;
          importing.refusals.addFile(file, error);
        }
      if (readable.length > 0) await importing.stream(readable, first.table, first.mapping);
    } else {
      await importing.files.readAll(files);
      await importing.map(files);
    }
    const { refusals, aside, taken } = importing;
    const { counts: refused, rejects } = refusals;
    if (taken === 0 && refused.total > 0) {
      const [one] = rejects;
      throw new MultivectorError(
        'data',
        `${files
          .map(({ name }) => name)
          .slice(0, 3)
          .join(', ')}: not one row could be taken as ${format.title}`,
        {
          hint: one
            ? `${one.file}${one.line === null ? '' : `, line ${one.line}`}: ${one.reason}`
            : 'look at the file',
        },
      );
    }
    await importing.keepPromises();
    await importing.rollUp();
    const rejectsPath = await importing.writeRejects();
    onProgress(1);
    return {
      folder,
      tables: importing.tables,
      rejects: rejectsPath,
      record: {
        archive: 1,
        id: importId(format, files),
        format: format.id,
        formatVersion: format.version,
        title: format.title,
        source: format.source,
        ...(format.otherSources && { otherSources: [...format.otherSources] }),
        at: now.toISOString(),
        version,
        files: files.map(({ name, sha256, bytes }) => ({ name, sha256, bytes })),
        rows: { read: taken + refused.total + aside.total, taken, refused: refused.total },
        aside: aside.list,
        refused: refused.list,
        tables: await importing.countTables(),
        period: await importing.period(),
        replaces: format.edition === 'whole' ? (format.family ?? format.id) : undefined,
      },
    };
  } finally {
    clearInterval(watch);
    duck.close();
  }
}

/** The files that the archive has in this format, by the hash of their content. */
export async function filesAlreadyIn(store: Store, format: Format): Promise<Map<string, Import>> {
  const known = new Map<string, Import>();
  for (const one of await store.imports())
    if (one.format === format.id && one.formatVersion === format.version)
      for (const { sha256 } of one.files) known.set(sha256, one);
  return known;
}
