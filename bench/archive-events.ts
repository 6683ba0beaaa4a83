import { join } from 'node:path';
import { importFiles, type Store } from '../src/archive/index.ts';
import { mappedEvents } from '../src/datasets/events/mapped.ts';
import { seeded } from '../src/measures/index.ts';
import { days, drawnState, firstDay, written } from './archive-files.ts';

const events = mappedEvents({
  dataset: {
    id: 'bench-events',
    title: 'Events of the benchmark',
    citation: 'the benchmark',
    licence: 'none',
  },
  quoted: false,
  header: true,
  sourceScheme: 'iso3',
  columns: {
    id: 'id',
    date: 'date',
    source: 'source',
    target: 'target',
    cameo: 'cameo',
    mentions: 'mentions',
  },
});

const roots = Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, '0'));
const perFile = 5_000_000;

/** Files of events that differ in all but a few cells. */
export async function writeEvents(folder: string, rows: number): Promise<string[]> {
  const paths: string[] = [];
  for (let first = 0; first < rows; first += perFile) {
    const path = join(folder, `events-${paths.length}.csv`);
    const { uniform } = seeded(`events ${first}`);
    function* lines() {
      yield 'id,date,source,target,cameo,mentions';
      for (let i = first; i < Math.min(rows, first + perFile); i++)
        yield `${i},${new Date(firstDay + Math.floor(uniform() * days) * 86_400_000).toISOString().slice(0, 10)},${drawnState(uniform)},${drawnState(uniform)},${roots[Math.floor(uniform() * 20)]}${1 + Math.floor(uniform() * 9)},${1 + Math.floor(uniform() * 20)}`;
    }
    await written(path, lines());
    paths.push(path);
  }
  return paths;
}

export async function importEvents(store: Store, paths: readonly string[]): Promise<void> {
  for (const path of paths)
    await importFiles(store, [path], {
      formats: [events],
      format: events.id,
      now: new Date(),
      version: 'bench',
      means: { memory: '512MB' },
    });
}
