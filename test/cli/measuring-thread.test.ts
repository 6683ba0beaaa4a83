import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { measuringThread } from '../../src/cli/measuring-thread.ts';
import { type Ground, measurerHere } from '../../src/server/measurer.ts';
import { Workbench } from '../../src/workbench.ts';
import { copyOfKazakhstan } from '../fixtures/folders.ts';

const program = new URL('./measuring-program.mjs', import.meta.url);
const thread = measuringThread(program, '/nonexistent/archive');
let ground: Ground;
vi.setConfig({ testTimeout: 120_000 }); // it takes seconds to make a program of the sources

beforeAll(async () => {
  ground = { stamp: 'one', workbench: await Workbench.open(), archive: undefined };
});
afterAll(() => thread.close());

const asked = {
  focal: ['KAZ'],
  partners: ['RUS', 'CHN'],
  from: '2018',
  choices: { dimension: 'economic' },
};
const quiet = () => {};

it('computes the same in the thread as here, and lets this one go on meanwhile', async () => {
  await thread.figures(ground, 'weight', { ...asked, from: '2022' }, quiet); // begins it
  let turns = 0;
  const turning = setInterval(() => {
    turns += 1;
  }, 1);
  const there = await thread.figures(ground, 'weight', asked, quiet);
  clearInterval(turning);
  expect(there).toEqual(await measurerHere().figures(ground, 'weight', asked, quiet));
  expect(turns).toBeGreaterThan(3);
});

it('hands on what is wrong with a question, with its hint', async () => {
  const { choices: _, ...usual } = asked;
  await expect(thread.figures(ground, 'agreement', usual, quiet)).rejects.toMatchObject({
    fault: 'missing',
    hint: expect.stringContaining('multivector datasets fetch'),
  });
  await expect(thread.figures(ground, 'weight', { ...asked, by: 'month' }, quiet)).rejects.toMatchObject({
    fault: 'input',
  });
});

it('reads a dossier anew when its stamp has changed, and knows a past day', async () => {
  const folder = await copyOfKazakhstan();
  const today = await Workbench.open({ folder });
  const one = { ...asked, from: '2022', to: '2022' };
  const count = async (stamp: string, workbench: Workbench) =>
    (
      await thread.figures(
        { stamp, workbench, archive: undefined },
        'weight',
        { ...one, choices: { dimension: 'political' } },
        quiet,
      )
    ).figures.reduce((sum, { n }) => sum + n, 0);
  const now = await count('two', today);
  expect(await count('three', today.asKnownOn('2022-06-30'))).toBeLessThan(now);
});

it('begins anew after it was ended', async () => {
  const { figures } = await thread.figures(ground, 'weight', asked, quiet);
  await thread.close();
  expect((await thread.figures(ground, 'weight', asked, quiet)).figures).toEqual(figures);
});
