import type { Asked, Measurement } from '../measures/index.ts';
import type { Multiverse } from '../model/multiverse.ts';
import {
  type MeasuredArchive,
  type MeasuringOptions,
  measuring,
  multiverseOf,
  type Workbench,
} from '../workbench.ts';

/** What a measure is computed from. */
export interface Ground {
  /** Another text as soon as dossiers or archive have changed. */
  readonly stamp: string;
  readonly workbench: Workbench;
  readonly archive: MeasuredArchive | undefined;
}

export type OnProgress = (done: number, what: string) => void;

/** Who computes measures: this thread, or one of its own, so that whoever asks for something else need not wait. */
export interface Measurer {
  figures(ground: Ground, id: string, asked: Asked, onProgress: OnProgress): Promise<Measurement>;
  /** What the figures say at first sight under every other defensible choice. */
  multiverse(ground: Ground, id: string, asked: Asked, onProgress: OnProgress): Promise<Multiverse>;
}

/** How many states of dossiers and archive are kept: those of today and of the past days looked at last. */
const mostKept = 4;

/** Computes in this thread. */
export function measurerHere(workers?: MeasuringOptions['workers']): Measurer {
  const kept = new Map<string, ReturnType<typeof measuring>>();
  const runOn = ({ stamp, workbench: { records }, archive }: Ground) => {
    const run = kept.get(stamp) ?? measuring({ archive, open: new Map([[records.focal, records]]), workers });
    kept.delete(stamp); // the latest asked for stands last
    kept.set(stamp, run);
    for (const old of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(old);
    }
    return run;
  };
  return {
    figures: (ground, id, asked, onProgress) => runOn(ground)(id, asked, onProgress),
    async multiverse(ground, id, asked, progress) {
      const run = runOn(ground);
      return multiverseOf(id, asked, { run: (other, one) => run(other, one, () => {}), progress });
    },
  };
}
