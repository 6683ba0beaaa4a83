import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderStore } from '../../src/archive/index.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

/** So many rows of trade, all different. */
const trade = (rows: number): string =>
  `"ccode1","ccode2","year","flow1"\n${Array.from({ length: rows }, (_, i) => `${2 + (i % 900)},${2 + (Math.floor(i / 900) % 900)},${1991 + Math.floor(i / 810_000)},${i}`).join('\n')}\n`;

interface Importer {
  readonly child: ChildProcess;
  /** It is about to begin. */
  readonly ready: Promise<void>;
  readonly ended: Promise<string>;
}

/** A process of its own that imports files. */
function importer(archive: string, paths: readonly string[]): Importer {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/archive/importer.ts', archive, ...paths], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready')) resolve();
    });
  });
  return { child, ready, ended: new Promise((resolve) => child.once('close', () => resolve(said))) };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Numbers in [0, 1), the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

it('an import killed at any of 50 instants leaves the archive as before or as after', {
  timeout: 300_000,
}, async () => {
  const folder = await temporaryFolder();
  const first = join(folder, 'first.csv');
  const second = join(folder, 'second.csv');
  await writeFile(first, trade(1000));
  await writeFile(second, trade(60_000));
  const place = join(folder, 'archive');
  await importer(place, [first]).ended;

  // How long a whole import takes here, so that the instants are spread over it.
  const trial = importer(join(folder, 'trial'), [second]);
  await trial.ready;
  const began = Date.now();
  await trial.ended;
  const whole = Date.now() - began;

  const random = seeded(50);
  const instants = Array.from({ length: 50 }, () => random() * whole * 1.1);
  let after = 0;
  const oneRound = async (instant: number): Promise<void> => {
    const { child, ready, ended } = importer(place, [second]);
    await ready;
    await pause(instant);
    child.kill('SIGKILL');
    await ended;
    const store = new FolderStore(place);
    const imports = await store.imports();
    const rows = await store.rows({ table: 'observation', columns: ['value'] });
    expect([1000, 60_000]).toContain(rows.length);
    expect(imports.length).toBe(rows.length === 1000 ? 1 : 2);
    if (imports.length === 2) {
      after++;
      expect(new Set(rows.map(({ value }) => value)).size).toBe(60_000);
      await store.remove(imports[1]?.id ?? '');
    }
    await store.close();
  };
  for (const instant of instants) await oneRound(instant);
  expect(after, 'some imports were done before they were killed').toBeGreaterThan(0);
  expect(after, 'and some were not').toBeLessThan(50);

  // What the killed ones left is taken away by the next, which does its work.
  expect(await importer(place, [second]).ended).toContain('1 made');
  expect(await readdir(join(place, 'work'))).toEqual([]);
});

it('two imports at once, and readers meanwhile: nothing is torn, and nothing is there twice', {
  timeout: 60_000,
}, async () => {
  const folder = await temporaryFolder();
  const place = join(folder, 'archive');
  const same = join(folder, 'same.csv');
  await writeFile(same, trade(60_000));
  const store = new FolderStore(place);
  const importers = [importer(place, [same]), importer(place, [same])];
  let running = true;
  const all = Promise.all(importers.map(({ ended }) => ended)).then((said) => {
    running = false;
    return said;
  });
  const seen = new Set<number>();
  while (running) {
    seen.add((await store.rows({ table: 'observation', columns: ['value'] })).length);
    await pause(20);
  }
  const said = (await all).map((words) => words.trim().split('\n').at(-1)).sort();
  expect(said).toEqual(['0 made, 1 already', '1 made, 0 already']);
  seen.add((await store.rows({ table: 'observation', columns: ['value'] })).length);
  expect([...seen].sort()).toEqual([0, 60_000]);
  expect((await store.imports()).length).toBe(1);
  await store.close();
});

it('editions that come and go under a reader never give it half', { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder();
  const place = join(folder, 'archive');
  const sizes = [500, 1500, 2500, 3500];
  const paths: string[] = [];
  for (const size of sizes) {
    paths.push(join(folder, `${size}.csv`));
    await writeFile(paths.at(-1) ?? '', trade(size));
  }
  const reader = new FolderStore(place);
  let running = true;
  const writing = importer(place, paths).ended.then(() => {
    running = false;
  });
  const seen = new Set<number>();
  while (running) {
    const values = (await reader.rows({ table: 'observation', columns: ['value'] })).map(({ value }) =>
      Number(value),
    );
    seen.add(values.length);
    expect(Math.max(-1, ...values)).toBe(values.length - 1);
  }
  await writing;
  expect([0, ...sizes]).toEqual(expect.arrayContaining([...seen]));
  await reader.close();
});
