import { expect, it } from 'vitest';
import { rowsOnce } from '../../src/measures/rows-once.ts';
import type { Answers, Question } from '../../src/model/question.ts';

/** An archive that counts what it is asked. */
function counting(version?: () => Promise<string>): Answers & { readonly asked: Question[] } {
  const asked: Question[] = [];
  return {
    asked,
    async rows(question) {
      asked.push(question);
      if (question.limit === 0) throw new Error('spoilt');
      return [{ nth: asked.length }];
    },
    eventSeries: async () => [],
    ...(version && { version }),
  };
}

const question: Question = { table: 'observation', where: { focal: 'KAZ' } };

it('asks the same once while the data are the same', async () => {
  let version = 'one';
  const archive = counting(async () => version);
  expect(await rowsOnce(archive, question)).toEqual([{ nth: 1 }]);
  expect(await rowsOnce(archive, { ...question })).toEqual([{ nth: 1 }]);
  expect(await rowsOnce(archive, { ...question, where: { focal: 'UZB' } })).toEqual([{ nth: 2 }]);
  version = 'two';
  expect(await rowsOnce(archive, question)).toEqual([{ nth: 3 }]);
});

it('asks each time where nobody knows whether the data are the same', async () => {
  const archive = counting();
  await rowsOnce(archive, question);
  expect(await rowsOnce(archive, question)).toEqual([{ nth: 2 }]);
});

it('keeps no failure, and forgets what was asked longest ago', async () => {
  const archive = counting(async () => 'one');
  await expect(rowsOnce(archive, { ...question, limit: 0 })).rejects.toThrow('spoilt');
  await expect(rowsOnce(archive, { ...question, limit: 0 })).rejects.toThrow('spoilt');
  for (let limit = 1; limit <= 30; limit++) await rowsOnce(archive, { ...question, limit });
  const before = archive.asked.length;
  await rowsOnce(archive, { ...question, limit: 30 });
  expect(archive.asked.length).toBe(before);
  await rowsOnce(archive, { ...question, limit: 1 });
  expect(archive.asked.length).toBe(before + 1);
});
