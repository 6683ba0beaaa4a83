import { expect, it, onTestFinished } from 'vitest';
import type { Workers } from '../../src/measures/index.ts';
import { inThisThread } from '../../src/measuring.ts';
import { MultivectorError } from '../../src/model/errors.ts';
import { carried, landed } from '../../src/workers/message.ts';
import { workerPool } from '../../src/workers/pool.ts';
import { ownVotes, runOn } from '../measures/ideal-points/own-votes.ts';
import { simulated } from '../measures/ideal-points/simulated.ts';

const pool = (count: number) => {
  const made = workerPool({ count });
  onTestFinished(() => made.close());
  return made;
};

const histories = ['one', 'two', 'three', 'four', 'five'].map(
  (seed) => simulated({ states: 12, sessions: 3, calls: 15, seed }).responses,
);

it('answers in the order of the inputs, as one thread does', async () => {
  const here = await inThisThread.map('ideal-point-estimate', histories);
  for (const count of [1, 3]) {
    const told: number[] = [];
    const there = await pool(count).map('ideal-point-estimate', histories, (done) => told.push(done));
    expect(there).toEqual(here);
    expect(told).toEqual([1, 2, 3, 4, 5]);
  }
}, 60_000);

it('gives a measure the same bytes with one worker, with many and with none', async () => {
  const asked = { focal: ['KAZ'], partners: ['RUS', 'EU'], choices: { draws: 15 } };
  const archive = ownVotes();
  const answer = async (workers: Workers) =>
    JSON.stringify(await runOn(archive, workers).run('ideal-distance', asked));
  const here = await answer(inThisThread);
  expect(await answer(pool(1))).toBe(here);
  expect(await answer(pool(4))).toBe(here);
}, 60_000);

it('carries errors over, and works on', async () => {
  const workers = pool(1);
  await expect(workers.map('no-such-task', [1, 2, 3])).rejects.toThrow('there is no task “no-such-task”');
  await expect(workers.map('ideal-point-estimate', [undefined, histories[0]])).rejects.toThrow('undefined');
  expect(await workers.map('ideal-point-estimate', histories.slice(0, 1))).toHaveLength(1);
}, 60_000);

it('carries whose fault it was, and the hint', () => {
  const error = new MultivectorError('data', 'a vote is wrong', { hint: 'look at it' });
  const back = landed(structuredClone(carried(error)));
  expect(back).toBeInstanceOf(MultivectorError);
  expect(back).toMatchObject({ fault: 'data', message: 'a vote is wrong', hint: 'look at it' });
  expect(landed(carried('only words')).message).toBe('only words');
});

it('takes no work once it is closed, and what was not done fails', async () => {
  const workers = workerPool({ count: 1 });
  const under = workers.map('ideal-point-estimate', histories);
  const failed = expect(under).rejects.toThrow();
  await workers.close();
  await failed;
  await expect(workers.map('ideal-point-estimate', histories)).rejects.toThrow('closed');
}, 60_000);
