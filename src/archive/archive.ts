import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Import } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import type { Format } from '../model/format.ts';
import { filesAlreadyIn, type Means, makeDraft } from './draft.ts';
import { formatNamed, recognised } from './recognise.ts';
import { defaultLimits, filesIn, headOf, type Limits, type StagedFile, stage } from './stage.ts';
import type { Store } from './store.ts';

/** How far an import is. */
export interface Progress {
  readonly what: 'reading' | 'importing';
  /** Of what is under way, in [0, 1]. */
  readonly done: number;
  /** How many rows there will be in all, reckoned from the first lines; 0 where that cannot be told. */
  readonly rows: number;
  readonly format?: string;
}

export interface ImportOptions {
  /** Formats that may come, in the order in which they are tried. */
  readonly formats: readonly Format[];
  /** Take the files as this format, whatever they look like. */
  readonly format?: string | undefined;
  readonly now: Date;
  readonly version: string;
  readonly means?: Means;
  readonly limits?: Limits;
  readonly onProgress?: (progress: Progress) => void;
}

/** What came of an import. */
export interface Receipt {
  /** Imports made now. */
  readonly made: readonly Import[];
  /** Files that are in the archive already, with their import. */
  readonly already: readonly { readonly file: string; readonly record: Import }[];
  /** Files that were passed over, with the reason. */
  readonly passed: readonly { readonly file: string; readonly because: string }[];
}

/** Unpacked bytes that are laid aside before they are imported together. */
const batchBytes = 4 * 2 ** 30;

/** About how many lines a file of text has, by the length of its first ones. */
function likelyRows(file: StagedFile): number {
  const { lines, text } = headOf(file);
  return lines.length < 2 ? 0 : Math.round((file.bytes * lines.length) / Math.max(1, text.length));
}

const paper = 'a paper beside the data';

/** Papers that lie beside data and are none. */
const isPaper = (name: string): boolean =>
  /^(readme|licen[cs]e|source|format|changelog|notice)\b.*\.(md|txt)$|^mmkb_LICENSE/i.test(name);

/**
 * Takes files in, format by format, each whole or not at all.
 *
 * @throws MultivectorError `missing` for a path that is not there, `data` where nothing could be taken in
 */
export async function importFiles(
  store: Store,
  paths: readonly string[],
  options: ImportOptions,
): Promise<Receipt> {
  const { formats, onProgress = () => {} } = options;
  const wanted = options.format === undefined ? undefined : formatNamed(options.format, formats);
  const files = await filesIn(paths);
  const made: Import[] = [];
  const already: Receipt['already'][number][] = [];
  const passed: Receipt['passed'][number][] = [];
  const folder = await store.work();
  const waiting = new Map<Format, StagedFile[]>();

  const flush = async (format: Format): Promise<void> => {
    const staged = waiting.get(format) ?? [];
    waiting.delete(format);
    if (staged.length === 0) return;
    const rows = staged.reduce((sum, file) => sum + likelyRows(file), 0);
    const work = await store.work();
    try {
      const draft = await makeDraft(format, staged, {
        folder: work,
        // One call may take in two editions of a whole: the later file is the later import.
        now: new Date(options.now.getTime() + made.length),
        version: options.version,
        ...(options.means && { means: options.means }),
        onProgress: (done) => onProgress({ what: 'importing', done, rows, format: format.title }),
      });
      const { record, already: raced } = await store.commit(draft);
      if (raced) for (const { name } of staged) already.push({ file: name, record });
      else made.push(record);
    } catch (error) {
      if (!(error instanceof MultivectorError)) throw error;
      if (files.length === 1 && error.fault === 'data') throw error;
      for (const { name } of staged)
        passed.push({ file: name, because: `${error.message}${error.hint ? ` – ${error.hint}` : ''}` });
    } finally {
      await store.drop(work);
    }
  };

  try {
    for (const [i, path] of files.entries()) {
      const name = basename(path);
      if (files.length > 1 && isPaper(name)) {
        passed.push({ file: name, because: paper });
        continue;
      }
      const place = join(folder, String(i));
      await mkdir(place);
      let staged: StagedFile[];
      try {
        const size = Math.max(1, (await stat(path)).size);
        let read = 0;
        staged = await stage(path, place, options.limits ?? defaultLimits, (more) => {
          read += more;
          onProgress({ what: 'reading', done: (i + Math.min(1, read / size)) / files.length, rows: 0 });
        });
      } catch (error) {
        if (!(error instanceof MultivectorError) || files.length === 1) throw error;
        passed.push({ file: name, because: error.message });
        continue;
      }
      for (const file of staged) {
        const format = wanted ?? recognised(headOf(file), formats);
        if (!format) {
          passed.push({ file: file.name, because: 'no format that is known' });
          continue;
        }
        const known = (await filesAlreadyIn(store, format)).get(file.sha256);
        const twice = waiting.get(format)?.some(({ sha256 }) => sha256 === file.sha256);
        if (known) already.push({ file: file.name, record: known });
        else if (twice) passed.push({ file: file.name, because: 'the same content as another file' });
        else if (format.edition === 'whole') {
          waiting.set(format, [file]);
          await flush(format);
        } else waiting.set(format, [...(waiting.get(format) ?? []), file]);
        const laid = (waiting.get(format) ?? []).reduce((sum, one) => sum + one.bytes, 0);
        if (laid > batchBytes) await flush(format);
      }
    }
    for (const format of [...waiting.keys()]) await flush(format);
  } finally {
    await store.drop(folder);
  }
  if (made.length === 0 && already.length === 0) {
    const first = passed.find(({ because }) => because !== paper) ?? passed[0];
    throw new MultivectorError(
      'data',
      first ? `${first.file}: ${first.because}` : 'there is no file to import',
      {
        hint: first
          ? 'say what it is with --format; “multivector datasets” lists the formats'
          : 'name a file or a folder that holds some',
      },
    );
  }
  return { made, already, passed };
}
