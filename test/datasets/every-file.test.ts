import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { FolderStore, importFiles } from '../../src/archive/index.ts';
import { formats } from '../../src/datasets/index.ts';
import { itWithFiles } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

itWithFiles(
  'every file of every publisher is known by its content, and taken in whole at one call',
  async (data) => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    const { made, already, passed } = await importFiles(store, [data], {
      formats,
      now: new Date('2026-01-02T00:00:00Z'),
      version: 'test',
    });
    // EU regulations that list nobody are one and the same file, and one day of GDELT is there packed and unpacked.
    const same = passed.filter(({ because }) => because === 'the same content as another file');
    expect(same.filter(({ file }) => file === '20141124.export.CSV')).toHaveLength(1);
    expect(same).toHaveLength(8);
    expect(passed.filter((one) => !same.includes(one)).map(({ because }) => because)).toEqual(
      Array(passed.length - same.length).fill('a paper beside the data'),
    );
    expect(already).toEqual([]);

    const all = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const taken = made.reduce((sum, { files }) => sum + files.length, 0);
    expect(taken + passed.length).toBe(all.length);
    expect(made.map(({ format, rows: { refused } }) => [format, refused]).filter(([, n]) => n !== 0)).toEqual(
      [],
    );

    // Again: nothing changes.
    const again = await importFiles(store, [data], {
      formats,
      now: new Date('2026-01-03T00:00:00Z'),
      version: 'test',
    });
    expect(again.made).toEqual([]);
    await store.close();
  },
  300_000,
);
