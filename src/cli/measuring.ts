import { type MeasuringOptions, measuring, workerPool } from '../workbench.ts';
import type { Terminal, Values } from './command.ts';
import { withArchive } from './import.ts';
import { bar } from './table.ts';

/** Does something with measures over the dossiers and the archive that is meant; threads and archive end with it. */
export function withMeasures<T>(
  values: Values,
  terminal: Terminal,
  onProgress: MeasuringOptions['onProgress'],
  act: (run: ReturnType<typeof measuring>) => Promise<T>,
): Promise<T> {
  return withArchive(values, terminal, async (archive) => {
    const workers = workerPool();
    try {
      const filled = (await archive.imports()).length > 0;
      return await act(measuring({ archive: filled ? archive : undefined, workers, onProgress }));
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
