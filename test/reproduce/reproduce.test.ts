import { describe, expect, it } from 'vitest';
import { reproduced, reproductions } from '../../scripts/reproduce/index.ts';
import * as library from '../../src/measures/index.ts';
import { measuring } from '../../src/measuring.ts';

describe('published figures are reproduced', () => {
  const alone = reproductions.filter(({ needs }) => needs === undefined);
  const run = measuring();
  const names = new Set([...library.catalogue.map(({ id }) => id), ...Object.keys(library)]);
  it.each(alone.map((one) => [`${one.measure}: ${one.what} (${one.source})`, one] as const))(
    '%s',
    async (_, one) => {
      const { ours, holds } = await reproduced(one, { run });
      expect(holds, `${ours}, published ${one.published}`).toBe(true);
    },
  );
  it('each is about a measure or a function that there is', () => {
    expect(reproductions.map((one) => one.measure).filter((name) => !names.has(name))).toEqual([]);
  });
});
