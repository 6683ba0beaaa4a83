/**
 * What ideal points cost, beside R's MCMCpack and pscl for one session:
 *
 *     npm run bench:ideal-points -- [ARCHIVE]
 *
 * It needs an archive with the votes in it (`multivector import`), MULTIVECTOR_ARCHIVE by default. Packages that R does
 * not have are left out. Everything uses one thread, and what is measured is the processor's time.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveWorkbench, archivePlace } from '../src/archive-workbench.ts';
import {
  estimateIdealPoints,
  type IdealPoints,
  loadVotes,
  type Responses,
  refits,
  responsesOf,
  sampleIdealPoints,
} from '../src/measures/index.ts';
import { median } from './measure.ts';

/** The session that R does too. */
const session = 74;
const runs = 5;
/** Draws of R's samplers, the default of `pscl::ideal` and half that of `MCMCordfactanal`. */
const drawsInR = 10_000;
const refitsDone = 100;

/** Seconds of the processor. */
function seconds<T>(act: () => T): { readonly value: T; readonly used: number } {
  const start = process.cpuUsage();
  const value = act();
  const { user, system } = process.cpuUsage(start);
  return { value, used: (user + system) / 1e6 };
}

/** One session of all. */
function only(responses: Responses, wanted: number): Responses {
  const calls = responses.sessions.length;
  const kept = Array.from({ length: calls }, (_, call) => call).filter(
    (call) => responses.sessions[call] === wanted,
  );
  const rows = responses.states.map((_, s) => kept.map((call) => responses.votes[s * calls + call] ?? 0));
  const voting = responses.states.map((_, s) => s).filter((s) => rows[s]?.some((vote) => vote > 0));
  return {
    states: voting.map((s) => responses.states[s] ?? ''),
    sessions: kept.map(() => wanted),
    resolutions: kept.map((_, k) => k),
    votes: Int8Array.from(voting.flatMap((s) => rows[s] ?? [])),
  };
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (of: (i: number) => number): number => a.reduce((total, _, i) => total + of(i), 0);
  const [da, db] = [a.map((one) => one - ma), b.map((one) => one - mb)];
  const product = (x: readonly number[], y: readonly number[]) => sum((i) => (x[i] ?? 0) * (y[i] ?? 0));
  return product(da, db) / Math.sqrt(product(da, da) * product(db, db));
}

/** R's packages on the same votes: seconds and points of each. */
function inR(
  votes: Responses,
  folder: string,
): { name: string; used: number; points: Map<string, number> }[] {
  const calls = votes.sessions.length;
  const lines = votes.states.map((state, s) =>
    [state, ...Array.from({ length: calls }, (_, call) => votes.votes[s * calls + call] ?? 0)].join(),
  );
  const head = ['state', ...Array.from({ length: calls }, (_, call) => `r${call}`)].join();
  writeFileSync(join(folder, 'votes.csv'), `${[head, ...lines].join('\n')}\n`);
  const found = spawnSync('Rscript', ['bench/ideal-points.R', folder, String(drawsInR)], {
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
  });
  if (found.error) {
    console.log('there is no Rscript; R is left out');
    return [];
  }
  if (found.status !== 0) throw new Error(found.stderr);
  return [...found.stdout.matchAll(/^(MCMCpack|pscl) ([\d.]+)/gm)].map(([, name = '', used = '']) => ({
    name,
    used: Number(used),
    points: new Map(
      readFileSync(join(folder, `${name}.csv`), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => {
          const [state = '', point = ''] = line.replaceAll('"', '').split(',');
          return [state, Number(point)];
        }),
    ),
  }));
}

const archive = await ArchiveWorkbench.open(process.argv[2] ?? archivePlace());
const folder = mkdtempSync(join(tmpdir(), 'multivector-ideal-points-'));
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, one thread`);
  const table = await loadVotes(archive);
  const pairs = await archive.rows({ table: 'roll_call_match', columns: ['roll_call', 'earlier'] });
  const recurrences = pairs.map((row) => ({ later: Number(row.roll_call), earlier: Number(row.earlier) }));
  const all = responsesOf(table, { issue: 'all', recurrences });

  const history = seconds(() => estimateIdealPoints(all));
  const { layout, parameters, sweeps } = history.value;
  console.log(
    `whole history, ${layout.positions.toLocaleString('en')} points from ${layout.voteCall.length.toLocaleString('en')} votes: ${history.used.toFixed(1)} s, ${sweeps} sweeps`,
  );
  const seeds = Array.from({ length: refitsDone }, (_, draw) => String(draw));
  const intervals = seconds(() => refits({ layout, parameters, seeds }));
  console.log(
    `${refitsDone} refits for intervals: ${intervals.used.toFixed(1)} s; with the estimate ${(history.used + intervals.used).toFixed(1)} s (aim: under 60 s)`,
  );

  const one = only(all, session);
  const times: number[] = [];
  let ours: IdealPoints | undefined;
  for (let run = 0; run <= runs; run++) {
    const { value, used } = seconds(() => estimateIdealPoints(one));
    ours = value;
    if (run > 0) times.push(used);
  }
  if (!ours) throw new Error('nothing was run');
  const own = median(times);
  const { layout: positions, parameters: found } = ours;
  const points = new Map(
    Array.from(
      found.theta,
      (point, p) => [positions.states[positions.stateOf[p] ?? 0] ?? '', point] as const,
    ),
  );
  console.log(
    `session ${session}, ${one.states.length} states, ${one.sessions.length} roll calls: ${(own * 1000).toFixed(0)} ms (${(Math.min(...times) * 1000).toFixed(0)}–${(Math.max(...times) * 1000).toFixed(0)})`,
  );
  const sampling = { draws: 100, thin: 10, burn: 100, seed: 'bench', compat: 'none' } as const;
  const sampled = seconds(() => sampleIdealPoints(one, sampling));
  const byState = one.states.map((state) => points.get(state) ?? Number.NaN);
  console.log(
    `  our sampler, ${sampling.draws * sampling.thin} iterations: ${sampled.used.toFixed(1)} s, correlation with the estimate ${correlation(byState, [...sampled.value.mean]).toFixed(3)}`,
  );
  for (const { name, used, points: theirs } of inR(one, folder)) {
    const alike = Math.abs(
      correlation(
        byState,
        one.states.map((state) => theirs.get(state) ?? Number.NaN),
      ),
    );
    console.log(
      `  beside R’s ${name}, ${drawsInR.toLocaleString('en')} draws: ${used.toFixed(1)} s; ratio ${(own / used).toFixed(4)}; correlation of the points ${alike.toFixed(3)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await archive.close();
}
