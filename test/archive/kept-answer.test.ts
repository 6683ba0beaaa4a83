import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptAnswer } from '../../src/archive/index.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

const counted = () => {
  let made = 0;
  return { make: async () => ({ made: ++made }), times: () => made };
};

it('computes an answer once for a key, and again for another', async () => {
  const folder = join(await temporaryFolder(), 'answers');
  const { make, times } = counted();
  expect(await keptAnswer(folder, ['a'], make)).toEqual({ made: 1 });
  expect(await keptAnswer(folder, ['a'], make)).toEqual({ made: 1 });
  expect(await keptAnswer(folder, ['a', ''], make)).toEqual({ made: 2 });
  expect(times()).toBe(2);
});

it('computes anew what is kept but torn', async () => {
  const folder = join(await temporaryFolder(), 'answers');
  const { make, times } = counted();
  await keptAnswer(folder, ['a'], make);
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 4));
  expect(await keptAnswer(folder, ['a'], make)).toEqual({ made: 2 });
  expect(await keptAnswer(folder, ['a'], make)).toEqual({ made: 2 });
  expect(times()).toBe(2);
});

it('keeps no error, and answers where the folder cannot be written', async () => {
  const folder = join(await temporaryFolder(), 'answers');
  await expect(keptAnswer(folder, ['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await keptAnswer(folder, ['a'], async () => 1)).toBe(1);
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(await keptAnswer(join(file, 'below'), ['a'], async () => 2)).toBe(2);
});

it('lets go of the oldest answers', async () => {
  const folder = join(await temporaryFolder(), 'answers');
  for (let i = 0; i < 200; i++) await keptAnswer(folder, [`${i}`], async () => i);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1e9, 1e9);
  await keptAnswer(folder, ['new'], async () => 'new');
  expect(readdirSync(folder)).toHaveLength(200);
  const { make, times } = counted();
  await keptAnswer(folder, ['new'], make);
  expect(times()).toBe(0);
});
