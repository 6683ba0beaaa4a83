import { stringify } from 'csv-stringify/sync';
import { Dossier, placeOf, userFolder } from './dossier/index.ts';
import {
  type Asked,
  type Evidence,
  figureColumns,
  figureRow,
  type Measurement,
  measure,
  tasks,
  type Workers,
} from './measures/index.ts';
import type { DataSource } from './model/bulk.ts';
import { MultivectorError } from './model/errors.ts';
import { noRecords, usualPartners } from './model/no-records.ts';
import type { Answers } from './model/question.ts';
import type { Records } from './model/records.ts';
import { changes, worldFigures } from './refresh/index.ts';

/** An archive that measures can be computed from, such as an `ArchiveWorkbench`. */
export interface MeasuredArchive extends Answers {
  sources(): Promise<readonly DataSource[]>;
  /** The answer of a long computation, kept with the archive until its imports change. */
  remember<T>(key: string, make: () => Promise<T>): Promise<T>;
}

export interface MeasuringOptions {
  /** Bulk data; without it measures that rest on the dossier alone can be had. */
  readonly archive?: MeasuredArchive | undefined;
  /** Records of dossiers that are open already, by focal state. */
  readonly open?: ReadonlyMap<string, Records>;
  /** Where the user's own dossiers are. */
  readonly user?: string | undefined;
  readonly workers?: Workers | undefined;
  readonly onProgress?: ((done: number, what: string) => void) | undefined;
}

/** Numbers as a table has them: more than six decimals would be the machine’s, not the data’s. */
const decimals = (value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(6)) + 0 : value;

/** The figures of an answer as CSV, one a line: about, partner, period, value, low, high, n, gap, and item if any. */
export function figureCsv(answer: Measurement): string {
  const columns = figureColumns(answer);
  return stringify(
    answer.figures.map((figure) => {
      const row = figureRow(figure, true);
      return columns.map((column) => decimals(row[column]));
    }),
    { header: true, columns },
  );
}

/** Tasks done one after the other in this thread. */
export const inThisThread: Workers = {
  count: 1,
  async map<Input, Output>(task: string, inputs: readonly Input[], onDone?: (done: number) => void) {
    const run = tasks[task];
    if (!run) throw new Error(`there is no task “${task}”`);
    const outputs: Output[] = [];
    for (const input of inputs) {
      outputs.push(run(input as never) as Output);
      onDone?.(outputs.length);
      await new Promise(setImmediate); // whoever waits for something else gets a turn
    }
    return outputs;
  },
};

/**
 * Computes measures from the dossiers and the archive at hand; what was read once is kept for the next.
 *
 * @example const { figures } = await measuring({ archive })('agreement', { focal: ['KAZ'], partners: ['RUS'] })
 */
export function measuring({
  archive,
  open = new Map(),
  user = userFolder(),
  workers = inThisThread,
  onProgress,
}: MeasuringOptions = {}): (
  id: string,
  asked: Asked,
  /** Hears of this one computation; else whoever `onProgress` names. */
  hears?: MeasuringOptions['onProgress'],
) => Promise<Measurement> {
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
  const dossierOf = (focal: string): Promise<Records | undefined> =>
    once(`dossier ${focal}`, async () => {
      const given = open.get(focal);
      if (given) return given;
      const place = await placeOf(focal, user).catch((error) => {
        if (error instanceof MultivectorError && error.fault === 'missing') return undefined;
        throw error;
      });
      return place && (await Dossier.open(place.folder)).records;
    });
  const archived = (focal: string, partners: readonly string[]): Promise<Records> =>
    once(`archived ${focal} ${partners.join()}`, async () => {
      if (!archive)
        throw new MultivectorError('missing', 'there is no archive to compare states from', {
          hint: 'import publishers’ files: multivector import FILE, or multivector datasets fetch',
        });
      const empty = noRecords(focal, partners);
      const fresh = changes(empty, await worldFigures(archive, focal, partners), await archive.sources());
      return {
        ...empty,
        observations: fresh.added.map(({ row }) => row),
        ties: fresh.union.map(({ tie }) => tie),
        evidence: fresh.union.map(({ evidence }) => evidence),
        sources: fresh.sources,
      };
    });
  const evidence: Omit<Evidence, 'run' | 'progress'> = {
    archive,
    workers,
    hasDossier: async (focal) => (await dossierOf(focal)) !== undefined,
    records: async (focal) =>
      (await dossierOf(focal)) ??
      (archive ? archived(focal, usualPartners(focal)) : noRecords(focal, usualPartners(focal))),
    archived,
    remember: (key, make) => once(`answer ${key}`, () => (archive ? archive.remember(key, make) : make())),
  };
  return (id, asked, hears = onProgress) =>
    measure(id, asked, { ...evidence, progress: (done, what) => hears?.(done, what) });
}
