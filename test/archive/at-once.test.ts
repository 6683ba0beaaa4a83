import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FolderStore, importFiles } from '../../src/archive/index.ts';
import { formats } from '../../src/datasets/index.ts';
import { samplesOf } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

it('answers questions that are asked at the same time of an archive just opened', async () => {
  const place = join(await temporaryFolder(), 'archive');
  const store = new FolderStore(place);
  await importFiles(store, samplesOf('factbook'), {
    formats,
    now: new Date('2026-01-02T03:04:05Z'),
    version: 'test',
  });
  await store.close();
  const fresh = new FolderStore(place);
  const tables = ['observation', 'tie', 'code', 'observation'] as const;
  const answers = await Promise.all(tables.map((table) => fresh.rows({ table, limit: 2 })));
  expect(answers.map((rows) => rows.length)).toEqual([2, 2, 2, 2]);
  await fresh.close();
});
