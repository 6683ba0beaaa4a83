/**
 * What the archive costs:
 *
 *     npm run bench:archive            everything, some minutes and 20 GB of disk
 *     npm run bench:archive -- small   a fiftieth of it
 *     npm run bench:archive -- series  only the series over fifty million events, or BENCH_EVENTS
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duck, literal } from '../src/archive/duck.ts';
import { FolderStore, openStore, type Store } from '../src/archive/index.ts';
import { hasClickHouse, startCluster } from '../test/archive/clickhouse-servers.ts';
import { importEvents, writeEvents } from './archive-events.ts';
import { busiest, writeGdelt } from './archive-files.ts';
import { compare, median, report } from './measure.ts';

const small = process.argv.includes('small');
const scale = small ? 0.02 : 1;
const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'multivector-archive-'));
const program = 'bin/multivector.js';

/** Runs the built program; milliseconds of the whole process, and its greatest resident memory in MB. */
function importing(archive: string, path: string): { readonly ms: number; readonly mb: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    '/usr/bin/env',
    [
      'bash',
      '-c',
      'exec 3>&2; "$@" >/dev/null & pid=$!; most=0; while [ -r /proc/$pid/status ]; do now=$(sed -n "s/^VmHWM:[^0-9]*\\([0-9]*\\).*/\\1/p" /proc/$pid/status 2>/dev/null); [ -n "$now" ] && most=$now; sleep 0.05; done; wait $pid; code=$?; echo "VmHWM $most" >&3; exit $code',
      'bash',
      process.execPath,
      program,
      'import',
      path,
      '--archive',
      archive,
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`import of ${path} ended with ${status}: ${stderr}`);
  return { ms: performance.now() - start, mb: Number(/VmHWM (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024 };
}

/** DuckDB's plain copy of the same file into Parquet, in a process of its own. */
function plainCopy(path: string, to: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'bench/plain-copy.ts', path, to],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the plain copy of ${path} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

async function rates(): Promise<void> {
  const path = join(folder, 'events.export.CSV');
  const rows = Math.round(1_500_000 * (small ? 0.1 : 1));
  await writeGdelt(path, rows);
  console.log(
    `\nA GDELT file of ${rows.toLocaleString('en')} rows, ${(statSync(path).size / 1e6).toFixed(0)} MB`,
  );
  let run = 0;
  const measured = await compare(
    'multivector import, whole process',
    () => {
      const archive = join(folder, `rate-${run++}`);
      const { ms } = importing(archive, path);
      rmSync(archive, { recursive: true });
      return ms;
    },
    'COPY (FROM read_csv(…)) TO parquet, whole process',
    () => plainCopy(path, join(folder, 'plain.parquet')),
    3,
  );
  console.log(report(measured));
  const perSecond = (times: readonly number[]) =>
    Math.round((rows / median(times)) * 1000).toLocaleString('en');
  console.log(
    `  rows a second: ${perSecond(measured.ours)} beside ${perSecond(measured.theirs)}; aim at least 0.7 of it: ${(median(measured.theirs) / median(measured.ours)).toFixed(2)}`,
  );
  rmSync(path);
}

async function memory(): Promise<void> {
  const path = join(folder, 'large.export.CSV');
  const rows = Math.round(6_300_000 * scale);
  await writeGdelt(path, rows);
  const archive = join(folder, 'memory');
  const { ms, mb } = importing(archive, path);
  console.log(
    `\nAn event file of ${(statSync(path).size / 1e9).toFixed(2)} GB (${rows.toLocaleString('en')} rows): ${(ms / 1000).toFixed(1)} s, greatest resident memory ${mb.toFixed(0)} MB (aim: under 1,000)`,
  );
  rmSync(path);
  rmSync(archive, { recursive: true });
}

const dyads = [busiest, ['KAZ', 'RUS'], ['RUS', 'KAZ'], ['USA', 'CHN'], ['DEU', 'FRA']] as const;

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** Times of the series of all dyads, many rounds of them, in milliseconds, beside another way to ask. */
async function series(
  name: string,
  store: Store,
  byHand: (source: string, target: string) => Promise<unknown>,
): Promise<void> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 21; round++)
    for (const [source, target] of dyads) {
      const a = performance.now();
      await store.eventSeries({ dataset: 'bench-events', source, target, by: 'month', window: 1 });
      const b = performance.now();
      await byHand(source, target);
      const c = performance.now();
      if (round === 0) continue; // to warm up
      ours.push(b - a);
      theirs.push(c - b);
    }
  console.log(
    `${name}: dyad-month series, median ${median(ours).toFixed(1)} ms, p95 ${p95(ours).toFixed(1)} ms (aim: under 150)\n  beside SQL by hand: median ${median(theirs).toFixed(1)} ms, p95 ${p95(theirs).toFixed(1)} ms; ratio of medians ${(median(ours) / median(theirs)).toFixed(2)} (aim: at most 1.3)`,
  );
}

/** The same answer as anybody would write it: an event is a day on which something of a root was told of the pair. */
const bySql = (table: string, period: string, source: string, target: string): string =>
  `SELECT ${period} AS period, root, count(DISTINCT day) AS events, sum(reports) AS reports, sum(mentions) AS mentions, sum(intensity) / sum(scored) AS intensity
   FROM ${table} WHERE dataset = 'bench-events' AND source = '${source}' AND target = '${target}' GROUP BY period, root ORDER BY period, root`;

async function fiftyMillion(): Promise<void> {
  const path = join(folder, 'fifty-million');
  mkdirSync(path);
  const rows = Math.round(Number(process.env.BENCH_EVENTS ?? 50_000_000) * scale);
  const files = await writeEvents(path, rows);
  console.log(`\n${rows.toLocaleString('en')} events in ${files.length} files`);
  const archive = join(folder, 'events');
  const store = new FolderStore(archive);
  const start = performance.now();
  await importEvents(store, files);
  console.log(`imported in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const parquet = (await store.imports()).map(({ data }) =>
    literal(join(archive, 'data', data, 'event_day.parquet')),
  );
  const duck = await Duck.open({ memory: '2GB' });
  await duck.run('SET parquet_metadata_cache = true');
  await series('Folder (DuckDB)', store, (source, target) =>
    duck.rows(bySql(`read_parquet([${parquet.join(', ')}])`, "strftime(day, '%Y-%m')", source, target)),
  );
  duck.close();
  await store.close();

  if (!hasClickHouse) {
    console.log('ClickHouse: no clickhouse-server here, left out');
    return;
  }
  const cluster = await startCluster();
  try {
    const ours = openStore(cluster.place('bench'));
    const began = performance.now();
    await importEvents(ours, files);
    console.log(
      `imported into two ClickHouse shards in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    await series('ClickHouse, two shards', ours, (source, target) =>
      cluster.ask(bySql('bench.event_day_all', 'substring(day, 1, 7)', source, target)),
    );
    await ours.close();
  } finally {
    await cluster.stop();
  }
}

try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`);
  if (!process.argv.includes('series')) await rates();
  if (!process.argv.includes('series')) await memory();
  await fiftyMillion();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
