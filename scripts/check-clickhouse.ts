/**
 * Runs all SQL that the ClickHouse store writes on a current ClickHouse and holds the answers against those of a folder.
 * The tests do the same on the server that is installed, which may be an old one. The engine is chdb, ClickHouse within
 * a process, and no dependency of ours:
 *
 *     npm install chdb --prefix <folder> --ignore-scripts
 *     npx tsx scripts/check-clickhouse.ts <folder>
 */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ClickHouseStore } from '../src/archive/clickhouse.ts';
import { type Executor, faultOf } from '../src/archive/clickhouse-http.ts';
import { addressOf } from '../src/archive/clickhouse-place.ts';
import { createEverywhere, createLocal } from '../src/archive/clickhouse-sql.ts';
import { FolderStore, importFiles, type Store } from '../src/archive/index.ts';
import { bulkTableNames } from '../src/model/bulk.ts';
import { questions, series, tinyFormats, tinyImports } from '../test/archive/clickhouse-fixture.ts';

interface Chdb {
  readonly Session: new (folder: string) => { query(sql: string, format?: string): string; cleanup(): void };
}

const [, , install] = process.argv;
if (install === undefined) throw new Error('name the folder in which chdb is installed');
const { Session }: Chdb = createRequire(join(resolve(install), 'package.json'))('chdb');

const folder = await mkdtemp(join(tmpdir(), 'multivector-chdb-'));
const session = new Session(join(folder, 'chdb'));
const address = addressOf('clickhouse://here/archive');
let statements = 0;
const ask = (sql: string, format?: string): string => {
  statements++;
  try {
    return session.query(sql, format);
  } catch (error) {
    throw faultOf(error, address, sql);
  }
};
const executor: Executor = {
  run: async (sql) => {
    ask(sql);
  },
  rows: async (sql) => JSON.parse(ask(sql, 'JSON')).data,
  insert: async (table, columns, path) => {
    ask(`INSERT INTO ${table} (${columns.join(', ')}) FORMAT TabSeparated\n${await readFile(path, 'utf8')}`);
  },
  close: async () => {},
};

const cluster = new ClickHouseStore(address, { connect: () => executor, orphanAge: 0 });
const here = new FolderStore(join(folder, 'archive'));
try {
  console.log(`ClickHouse ${ask('SELECT version()', 'TSV').trim()}`);
  for (const [i, files] of tinyImports.entries())
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await writeFile(path, content);
      const take = (store: Store) =>
        importFiles(store, [path], {
          formats: tinyFormats,
          now: new Date(Date.UTC(2026, 0, 1 + i)),
          version: 'check',
        });
      const [there, local] = [await take(cluster), await take(here)];
      assert.deepEqual(
        there.made.map(({ data: _, ...record }) => record),
        local.made.map(({ data: _, ...record }) => record),
      );
      assert.equal((await take(cluster)).already.length, 1);
      const [made, its] = [there.made[0]?.id ?? '', local.made[0]?.id ?? ''];
      assert.deepEqual(await cluster.rejects(made, 100), await here.rejects(its, 100));
    }
  for (const question of questions)
    assert.deepEqual(await cluster.rows(question), await here.rows(question), JSON.stringify(question));
  for (const question of series)
    assert.deepEqual(
      await cluster.eventSeries(question),
      await here.eventSeries(question),
      JSON.stringify(question),
    );
  const [first] = await cluster.imports();
  await cluster.remove(first?.id ?? '');
  await here.remove(first?.id ?? '');
  for (const question of questions)
    assert.deepEqual(await cluster.rows(question), await here.rows(question), JSON.stringify(question));
  // A new store sweeps what was removed.
  await new ClickHouseStore(address, { connect: () => executor, orphanAge: 0 }).work();
  const rest = ask(`SELECT count() FROM archive.event WHERE _attempt = '${first?.data}'`, 'TSV').trim();
  assert.equal(rest, '0');
  // Tables over a cluster cannot be made here, but their text can be read.
  for (const table of [...bulkTableNames, 'imports', 'rejects'] as const) {
    ask(`EXPLAIN AST ${createLocal('archive', table, ' ON CLUSTER `two`')}`);
    ask(`EXPLAIN AST ${createEverywhere('archive', table, 'two', ' ON CLUSTER `two`')}`);
  }
  ask("EXPLAIN AST ALTER TABLE `archive`.`event` ON CLUSTER `two` DROP PARTITION 'a'");
  console.log(`${statements} statements; the answers are those of a folder`);
} finally {
  await here.close();
  session.cleanup();
  await rm(folder, { recursive: true, force: true });
}
