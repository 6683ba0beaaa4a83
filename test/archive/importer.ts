import { FolderStore, importFiles } from '../../src/archive/index.ts';
import { cowTrade } from '../../src/datasets/trade/cow.ts';

/** Imports files into an archive, says so before it begins, and ends. */
const [archive = '', ...paths] = process.argv.slice(2);
const store = new FolderStore(archive);
await import('@duckdb/node-api');
process.stdout.write('ready\n');
const { made, already } = await importFiles(store, paths, {
  formats: [cowTrade],
  now: new Date(),
  version: 'test',
});
await store.close();
process.stdout.write(`${made.length} made, ${already.length} already\n`);
