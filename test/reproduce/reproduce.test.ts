import { describe, expect, it, onTestFinished } from 'vitest';
import { reproduced, reproductions } from '../../scripts/reproduce/index.ts';
import { ArchiveWorkbench } from '../../src/archive-workbench.ts';
import * as library from '../../src/measures/index.ts';
import { measuring } from '../../src/measuring.ts';
import { imported, itWithFiles } from '../fixtures/archives.ts';

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
  itWithFiles(
    'from publishers’ files',
    async (data) => {
      const { store } = await imported([data]);
      await store.close();
      const archive = await ArchiveWorkbench.open(store.place);
      onTestFinished(() => archive.close());
      const means = { run: measuring({ archive }), answers: archive };
      const missed: string[] = [];
      for (const one of reproductions.filter(({ needs }) => needs === 'archive')) {
        const { ours, holds } = await reproduced(one, means);
        if (!holds)
          missed.push(`${one.measure}: ${one.what}: ${ours}, published ${one.published} (${one.source})`);
      }
      expect(missed).toEqual([]);
    },
    300_000,
  );
});
