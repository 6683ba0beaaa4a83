import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Dossier } from '../../src/dossier/index.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

/** Starts a process that writes without pause, kills it without warning, and waits until it is dead. */
async function killWhileWriting(folder: string, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/dossier/writer.ts', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

it('a writer killed at any instant leaves the old dossier or the new one', { timeout: 120_000 }, async () => {
  const { folder } = await Dossier.create(join(await temporaryFolder(), 'uzb'), {
    focal: 'UZB',
    partners: ['RUS'],
    title: 'Uzbekistan',
  });
  let before = 0;
  for (let round = 0; round < 25; round++) {
    await killWhileWriting(folder, (round * 37) % 150); // instants spread over several writes
    expect(await Dossier.problems(folder), `round ${round}`).toEqual([]);
    const { records, history } = await Dossier.open(folder);
    expect(records.events.length % 10, 'ten events come together or not at all').toBe(0);
    expect(records.events.length).toBeGreaterThanOrEqual(before);
    expect(records.evidence.length).toBe(records.events.length);
    expect(history.length).toBe(2 * records.events.length);
    before = records.events.length;
  }
  expect(before, 'the writer did write').toBeGreaterThan(0);
});
