import type { Records } from '../model/records.ts';
import { type MeasuringOptions, measuring, Workbench, workerPool } from '../workbench.ts';
import { type Terminal, text, type Values } from './command.ts';
import { withArchive } from './import.ts';
import { bar } from './table.ts';

/** The dossiers that options of the command line name, or rebuild as of a past day. */
async function opened(focal: readonly string[], values: Values): Promise<Map<string, Records>> {
  const folder = text(values.dossier);
  const asKnownOn = text(values['as-known-on']);
  if (folder === undefined && asKnownOn === undefined) return new Map();
  const places = folder === undefined ? await Workbench.places() : undefined;
  const wanted = focal.filter((state) => places?.some((place) => place.focal === state) ?? true);
  const workbenches = await Promise.all(
    wanted.map((state) => Workbench.open({ focal: state, folder, asKnownOn })),
  );
  return new Map(workbenches.map(({ records }) => [records.focal, records]));
}

/**
 * Does something with measures over the dossiers and the archive that is meant; threads and archive end with it.
 *
 * @param focal states that are asked about
 */
export function withMeasures<T>(
  focal: readonly string[],
  values: Values,
  terminal: Terminal,
  onProgress: MeasuringOptions['onProgress'],
  act: (run: ReturnType<typeof measuring>) => Promise<T>,
): Promise<T> {
  return withArchive(values, terminal, async (archive) => {
    const workers = workerPool();
    try {
      const filled = (await archive.imports()).length > 0;
      const open = await opened(focal, values);
      if (filled && values['as-known-on'] !== undefined)
        terminal.err('The dossier is as it was known then; the archive answers with what is in it today.');
      return await act(measuring({ archive: filled ? archive : undefined, open, workers, onProgress }));
    } finally {
      await workers.close();
      terminal.status?.('');
    }
  });
}

/** A list given with commas between. */
export const listOf = (value: Values[string]): string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : [];

/** A line that says how far a long computation is. */
export function measureProgress({ status, now }: Terminal): (done: number, what: string) => void {
  let last = 0;
  return (done, what) => {
    const time = now().getTime();
    if (!status || (time - last < 100 && done < 1)) return;
    last = time;
    status(`${bar(done, 20).padEnd(20)} ${String(Math.floor(done * 100)).padStart(3)} % ${what}`);
  };
}
