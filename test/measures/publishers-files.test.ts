import { expect, onTestFinished } from 'vitest';
import { reproduced, reproductions } from '../../scripts/reproduce/index.ts';
import { ArchiveWorkbench } from '../../src/archive-workbench.ts';
import { catalogue } from '../../src/measures/index.ts';
import { measuring } from '../../src/measuring.ts';
import { MultivectorError } from '../../src/model/errors.ts';
import { workerPool } from '../../src/workers/pool.ts';
import { imported, itWithFiles } from '../fixtures/archives.ts';
import { wrongIn } from './wrong-in.ts';

/** One archive of every publisher's file for all that is asked of it: taking them in costs most of the time. */
itWithFiles(
  'published figures are reproduced, and every measure answers well for any state',
  async (data) => {
    const { store } = await imported([data]);
    await store.close();
    const archive = await ArchiveWorkbench.open(store.place);
    onTestFinished(() => archive.close());
    const workers = workerPool({ count: 1 });
    onTestFinished(() => workers.close());
    const run = measuring({ archive, workers });
    const means = { run, answers: archive };

    const missed: string[] = [];
    for (const one of reproductions.filter(({ needs }) => needs === 'archive')) {
      const { ours, holds } = await reproduced(one, means);
      if (!holds)
        missed.push(`${one.measure}: ${one.what}: ${ours}, published ${one.published} (${one.source})`);
    }
    expect(missed).toEqual([]);

    const wrong: string[] = [];
    for (const { id, by } of catalogue)
      for (const focal of ['KAZ', 'SSD', 'TWN']) {
        const from = by[0] === 'session' ? '70' : '2012';
        const answer = await run(id, { focal: [focal], partners: ['RUS', 'CHN', 'EU'], from }).catch(
          (error: unknown) => {
            if (error instanceof MultivectorError) return undefined; // said, not crashed
            throw error;
          },
        );
        if (answer) wrong.push(...wrongIn(answer));
      }
    expect(wrong).toEqual([]);
  },
  600_000,
);
