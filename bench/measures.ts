/**
 * What measures over the whole history of the General Assembly cost, beside the same in SQL and in R:
 *
 *     npm run bench:measures -- [ARCHIVE]
 *
 * It needs an archive with the votes in it (`multivector import`), MULTIVECTOR_ARCHIVE by default. Where there is no
 * Rscript, R is left out. All three start from the votes in memory, use one thread, and must find the same counts.
 * Of pairs the processor's time is measured, so that other work on the machine does not count.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duck } from '../src/archive/duck.ts';
import { ArchiveWorkbench } from '../src/archive-workbench.ts';
import {
  allPairs,
  loadVotes,
  type PairCounts,
  pairAgreement,
  pairSScore,
  type VoteTable,
} from '../src/measures/index.ts';
import { usualChoices } from '../src/measures/voting/choices.ts';
import { compare, median, report } from './measure.ts';

const runs = 5;
const everyRollCall = { ...usualChoices, texts: 'all' } as const;

const timed = async (act: () => unknown): Promise<number> => {
  const start = performance.now();
  await act();
  return performance.now() - start;
};

/** Milliseconds of the processor. */
const processorTime = async (act: () => unknown): Promise<number> => {
  const start = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

/** Agreement and S of every pair, from the votes on. */
const everyPair = (table: VoteTable): void => {
  for (const counts of allPairs(table, undefined, everyRollCall)) {
    const values = new Float64Array(2 * counts.both.length);
    for (let pair = 0; pair < counts.both.length; pair++) {
      const [agreement, s] = [pairAgreement(counts, pair), pairSScore(counts, pair)];
      if (typeof agreement === 'number') values[2 * pair] = agreement;
      if (typeof s === 'number') values[2 * pair + 1] = s;
    }
  }
};

const cast = (code: number | undefined): number => (code !== undefined && code <= 3 ? code : 0);

/** The counts of all pairs, session after session: both, same, opposite. */
const countsOf = (found: readonly PairCounts[]): Int32Array =>
  Int32Array.from(found.flatMap(({ both, same, opposite }) => [...both, ...same, ...opposite]));

function mustBeSame(ours: Int32Array, theirs: Int32Array, whose: string): void {
  const at = ours.findIndex((count, i) => theirs[i] !== count);
  if (ours.length !== theirs.length || at >= 0)
    throw new Error(
      `${whose} finds other counts: ${theirs.length} and ${ours.length}, first difference at ${at}`,
    );
}

/** The same as a self join over the votes, one thread. */
async function inSql(
  table: VoteTable,
): Promise<{ run: () => Promise<number>; counts: () => Promise<Int32Array>; close: () => void }> {
  const duck = await Duck.open({ memory: '2GB', threads: 1 });
  await duck.run('CREATE TABLE v (r INTEGER, session INTEGER, s INTEGER, vote TINYINT)');
  await duck.append(
    'v',
    (async function* () {
      for (let s = 0; s < table.states.length; s++)
        for (const [r, { session }] of table.calls.entries()) {
          const vote = cast(table.cells[s * table.calls.length + r]);
          if (vote > 0) yield [r, session, s, vote];
        }
    })(),
  );
  const query = `CREATE OR REPLACE TABLE pairs AS
    SELECT a.session, b.s AS later, a.s AS earlier, count(*) AS n, count(*) FILTER (a.vote = b.vote) AS same,
      count(*) FILTER (abs(a.vote - b.vote) = 2) AS opposite, same / n AS agreement, 1 - (n - same + opposite) / n AS s
    FROM v a JOIN v b ON a.r = b.r AND a.s < b.s GROUP BY 1, 2, 3`;
  return {
    run: () => processorTime(() => duck.run(query)),
    counts: async () => {
      // A pair that never voted together has no row in a join: every two that voted in a session are set beside it.
      const rows = await duck.rows(`
        WITH present AS (SELECT DISTINCT session, s FROM v),
          wide AS (SELECT a.session, b.s AS later, a.s AS earlier FROM present a JOIN present b ON a.session = b.session AND a.s < b.s)
        SELECT session, coalesce(n, 0) AS both, coalesce(same, 0) AS same, coalesce(opposite, 0) AS opposite
        FROM wide LEFT JOIN pairs USING (session, later, earlier) ORDER BY session, later, earlier`);
      const bySession = new Map<unknown, (typeof rows)[number][]>();
      for (const row of rows) {
        const known = bySession.get(row.session) ?? [];
        bySession.set(row.session, known);
        known.push(row);
      }
      return Int32Array.from(
        [...bySession.values()].flatMap((own) =>
          ['both', 'same', 'opposite'].flatMap((column) => own.map((row) => Number(row[column]))),
        ),
      );
    },
    close: () => duck.close(),
  };
}

/** The same in R; nothing where there is none. */
function inR(table: VoteTable, folder: string): { times: number[]; counts: Int32Array } | undefined {
  if (spawnSync('Rscript', ['--version']).status !== 0) return undefined;
  const { states, calls, cells } = table;
  const votes = new Uint8Array(states.length * calls.length);
  for (let r = 0; r < calls.length; r++)
    for (let s = 0; s < states.length; s++) votes[r * states.length + s] = cast(cells[s * calls.length + r]);
  writeFileSync(join(folder, 'votes.bin'), votes);
  writeFileSync(
    join(folder, 'shape.txt'),
    [states.length, ...calls.map(({ session }) => session)].join('\n'),
  );
  const { status, stdout, stderr } = spawnSync('Rscript', ['bench/measures.R', folder, String(runs)], {
    encoding: 'utf8',
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  if (status !== 0) throw new Error(`R ended with ${status}: ${stderr}`);
  const { buffer, byteOffset, byteLength } = readFileSync(join(folder, 'counts.bin'));
  return {
    times: stdout.trim().split(/\s+/).map(Number),
    counts: new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength)),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'multivector-bench-'));
const [place] = process.argv.slice(2);
const archive = await ArchiveWorkbench.open(place);
try {
  const question = { table: 'vote', columns: ['source', 'roll_call', 'state', 'vote'] } as const;
  console.log(
    report(
      await compare(
        'all votes read, column by column',
        () => timed(() => archive.columns(question)),
        'an object a row',
        () => timed(() => archive.rows(question)),
        3,
      ),
    ),
  );
  const table = await loadVotes(archive);
  const ours = countsOf(allPairs(table, undefined, everyRollCall));
  const name = `agreement and S of every two of ${table.states.length} states, ${table.calls.length} roll calls`;
  const sql = await inSql(table);
  console.log(
    report(
      await compare(
        name,
        () => processorTime(() => everyPair(table)),
        'DuckDB, a self join, one thread',
        sql.run,
        runs,
      ),
    ),
  );
  mustBeSame(ours, await sql.counts(), 'DuckDB');
  sql.close();
  const r = inR(table, folder);
  if (!r) console.log('no Rscript here, so that R is left out');
  else {
    mustBeSame(ours, r.counts, 'R');
    const own: number[] = [];
    for (let run = 0; run < runs; run++) own.push(await processorTime(() => everyPair(table)));
    console.log(
      report({ name, alternative: 'R, crossprod of indicator matrices', ours: own, theirs: r.times }),
    );
    console.log(`R took ${(median(r.times) / median(own)).toFixed(1)} times as long\n`);
  }
  console.log(`${ours.length / 3} pairs and sessions: the same counts in all`);
} finally {
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
}
