import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type ClickHouseOptions, ClickHouseStore } from '../../src/archive/clickhouse.ts';
import { faultOf, httpExecutor } from '../../src/archive/clickhouse-http.ts';
import { type Attempt, counted } from '../../src/archive/clickhouse-imports.ts';
import { addressOf, shownPlace } from '../../src/archive/clickhouse-place.ts';
import { FolderStore, importFiles, openStore, type Receipt, type Store } from '../../src/archive/index.ts';
import { cowTrade } from '../../src/datasets/trade/cow.ts';
import { bulkTable, type Import } from '../../src/model/bulk.ts';
import type { Columns } from '../../src/model/question.ts';
import { samplesOf, written } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { eventsFile, hostile, questions, series, tinyFormats, tinyImports } from './clickhouse-fixture.ts';
import { type Cluster, hasClickHouse, password, startCluster, user } from './clickhouse-servers.ts';

const formats = [...tinyFormats, cowTrade];
const now = new Date('2026-01-02T03:04:05Z');
const take = (store: Store, paths: readonly string[], at = now) =>
  importFiles(store, paths, { formats, now: at, version: 'test' });

/** Rows out of columns, which come in no particular order. */
const sortedRows = (columns: Columns): string[] => {
  const names = Object.keys(columns);
  const [first = []] = Object.values(columns);
  return first.map((_, i) => JSON.stringify(names.map((name) => columns[name]?.[i]))).sort();
};

describe('the address of a ClickHouse archive', () => {
  it('is read with its parts, and shown without the password', () => {
    const address = addressOf('clickhouse://ann:p%40ss%2F@db.example:9123/archive?cluster=two');
    expect(address).toEqual({
      secure: false,
      host: 'db.example',
      port: 9123,
      user: 'ann',
      password: 'p@ss/',
      database: 'archive',
      cluster: 'two',
    });
    expect(shownPlace(address)).toBe('clickhouse://ann@db.example:9123/archive?cluster=two');
  });

  it('has defaults for what is left out, and TLS on a port of its own', () => {
    expect(addressOf('clickhouses://db.example')).toEqual({
      secure: true,
      host: 'db.example',
      port: 8443,
      user: 'default',
      password: '',
      database: 'multivector',
      cluster: undefined,
    });
  });

  it('is refused where it is wrong, without telling the password', () => {
    for (const wrong of [
      'clickhouse://ann:secret@host:port/x',
      'clickhouse://ann:secret@host/x?culster=two',
      'clickhouse://ann:secret%@host/x',
      'clickhouse://ann:secret@host/x/y',
    ])
      try {
        expect(addressOf(wrong)).toBe('refused');
      } catch (error) {
        expect(error).toMatchObject({ fault: 'input' });
        expect(String(error)).not.toContain('secret');
      }
  });
});

describe('attempts that came to their end', () => {
  const attempt = (name: string, at: number, files: readonly string[], format = 'a'): Attempt => ({
    attempt: name,
    at,
    record: {
      archive: 1,
      id: files.join('+'),
      format,
      formatVersion: 1,
      title: '',
      source: { id: 's', type: 'dataset', title: '', author: [], licence: '', redistributable: true },
      at: now.toISOString(),
      version: '',
      files: files.map((sha256) => ({ name: sha256, sha256, bytes: 1 })),
      rows: { read: 0, taken: 0, refused: 0 },
      aside: [],
      refused: [],
      tables: {},
      data: name,
    },
  });

  it('count once for each file: the first, whatever the order in which they are read', () => {
    const all = [
      attempt('d', 1, ['f', 'g']),
      attempt('c', 2, ['g', 'h']),
      attempt('b', 2, ['h']),
      attempt('a', 3, ['f']),
      attempt('e', 3, ['f'], 'another format'),
    ];
    for (const some of [all, [...all].reverse()])
      expect(counted(some).map((one) => [one.attempt, [...one.hides].sort()])).toEqual(
        expect.arrayContaining([
          ['d', ['a', 'c']],
          ['b', []],
          ['e', []],
        ]),
      );
    expect(counted(all)).toHaveLength(3);
  });
});

describe('an error of a ClickHouse server', () => {
  const address = addressOf('clickhouse://ann:secret@db.example/archive?cluster=two');
  const told = (message: string, code?: string): string =>
    String(faultOf(Object.assign(new Error(message), code !== undefined && { code }), address, 'SELECT 1'));

  it('is told apart from a server that does not answer, old and new ways of writing it alike', () => {
    expect(told('connect', 'ECONNREFUSED')).toContain('db.example:8123 does not answer: ECONNREFUSED');
    expect(told('Timeout error.')).toContain('does not answer');
    expect(told('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT')).toContain('cannot be trusted');
    expect(
      told('Code: 159, e.displayText() = DB::Exception: longer than timeout, e.what() = DB::Exception'),
    ).toMatch(/db\.example:8123: longer than timeout$/);
    expect(told('Authentication failed', '516')).toContain('does not let “ann” in');
    expect(told('Code: 193, e.displayText() = DB::Exception: Wrong password')).toContain(
      'does not let “ann” in',
    );
  });

  it('is a bug, shown with the query, where the SQL is wrong', () => {
    expect(told('Syntax error: failed at position 1', '62')).toBe(
      'Error: Syntax error: failed at position 1\nSELECT 1',
    );
  });
});

describe.skipIf(!hasClickHouse)('an archive in a ClickHouse cluster', { timeout: 60_000 }, () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 60_000);
  afterAll(() => cluster.stop());

  const opened = (place: string, options?: ClickHouseOptions): ClickHouseStore => {
    const store = new ClickHouseStore(addressOf(place), options);
    onTestFinished(() => store.close());
    return store;
  };
  const folderStore = async (): Promise<FolderStore> => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    onTestFinished(() => store.close());
    return store;
  };
  /** Waits at a point that is reached by two. */
  const meeting = (): (() => Promise<void>) => {
    let wake = (): void => {};
    const both = new Promise<void>((done) => {
      wake = done;
    });
    let here = 0;
    return () => {
      here++;
      if (here === 2) wake();
      return both;
    };
  };

  const places: Record<'cluster' | 'server', () => string> = {
    cluster: () => cluster.place('spread'),
    server: () => cluster.place('alone', { cluster: '' }),
  };
  const filled = new Map<string, Promise<Receipt[]>>();
  /** An archive that has all of the fixture, which tests share and only read. */
  const full = async (of: keyof typeof places): Promise<ClickHouseStore> => {
    const store = opened(places[of]());
    const filling = filled.get(of) ?? fill(store);
    filled.set(of, filling);
    await filling;
    return store;
  };
  async function fill(store: Store): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (const [i, files] of tinyImports.entries())
      receipts.push(await take(store, await written(files), new Date(Date.UTC(2026, 0, 1 + i))));
    return receipts;
  }
  const alike = (records: readonly Import[]) => records.map((record) => ({ ...record, data: '' }));

  it.each(['cluster', 'server'] as const)('gives the same answers as a folder, on a %s', async (of) => {
    const there = await full(of);
    const here = await folderStore();
    const receipts = await fill(here);
    expect(alike(await there.imports())).toEqual(alike(await here.imports()));
    const made = (of: readonly Receipt[] | undefined) => alike((of ?? []).flatMap((one) => one.made));
    expect(made(await filled.get(of))).toEqual(made(receipts));
    let rejected = 0;
    for (const { id } of await here.imports()) {
      expect(await there.rejects(id, 1)).toEqual(await here.rejects(id, 1));
      expect(await there.rejects(id, 100)).toEqual(await here.rejects(id, 100));
      rejected += (await here.rejects(id, 100)).length;
    }
    expect(rejected).toBe(2);
    for (const question of questions)
      expect(await there.rows(question), JSON.stringify(question)).toEqual(await here.rows(question));
    for (const table of ['observation', 'event'] as const) {
      const columns = Object.keys(bulkTable(table).columns);
      expect(sortedRows(await there.columns({ table, columns })), table).toEqual(
        sortedRows(await here.columns({ table, columns })),
      );
    }
    for (const question of series)
      expect(await there.eventSeries(question), JSON.stringify(question)).toEqual(
        await here.eventSeries(question),
      );
  });

  it('counts chains of reports as one event, and each report in its own month', async () => {
    const store = opened(cluster.place('chain'));
    const days = ['2014-01-30', '2014-01-31', '2014-02-01', '2014-02-04', '1969-12-31', '1970-01-02'];
    const lines = days.map((day, i) => `${i},${day},KAZ,RUS,AGREE,${i === 3 ? '' : i},2,here,`);
    await take(
      store,
      await written({ 'e.csv': ['id,date,from,to,root,score,mentions,place,x', ...lines, ''].join('\n') }),
    );
    const dyad = { dataset: 'tiny-events', source: 'KAZ', target: 'RUS' };
    expect(await store.eventSeries({ ...dyad, by: 'month', window: 3 })).toEqual([
      { period: '1969-12', root: 'AGREE', events: 1, reports: 1, mentions: 2, intensity: 4 },
      { period: '1970-01', root: 'AGREE', events: 0, reports: 1, mentions: 2, intensity: 5 },
      { period: '2014-01', root: 'AGREE', events: 1, reports: 2, mentions: 4, intensity: 0.5 },
      { period: '2014-02', root: 'AGREE', events: 1, reports: 2, mentions: 4, intensity: 2 },
    ]);
    expect(await store.eventSeries({ ...dyad, by: 'month', window: 1, from: '2014-02-02' })).toEqual([
      { period: '2014-02', root: 'AGREE', events: 1, reports: 1, mentions: 2, intensity: null },
    ]);
    await expect(
      store.eventSeries({ ...dyad, by: 'month', window: 1, from: "2014' OR 1" }),
    ).rejects.toMatchObject({ fault: 'input' });
  });

  it('lets the later import speak, and the later edition stand in the earlier one’s place', async () => {
    const store = await full('cluster');
    const figures = await store.rows({
      table: 'observation',
      columns: ['partner', 'period', 'value'],
      where: { indicator: 'imports' },
      order: ['partner', 'period', 'value'],
    });
    expect(figures.map(({ partner, period, value }) => [partner, period, value])).toEqual([
      ['CHN', '2013', 0.1 + 0.2],
      ['CHN', '2013', 7],
      ['RUS', '2012', 1],
      ['RUS', '2013', 20],
      ['UZB', '2013', null],
      [null, '2012', 30],
    ]);
    const calls = await store.rows({ table: 'roll_call', columns: ['roll_call', 'title', 'important'] });
    expect(calls).toHaveLength(2);
    expect(calls).toContainEqual({ roll_call: '1', title: 'first, put right', important: false });
  });

  it('finds texts that would break out of a careless query', async () => {
    const store = await full('cluster');
    for (const place of hostile) {
      const rows = await store.rows({ table: 'event', columns: ['place'], where: { place } });
      expect(rows.length, place).toBeGreaterThan(0);
      expect(new Set(rows.map((row) => row.place))).toEqual(new Set([place]));
    }
    for (const place of ["' OR 1 = 1 --", "\\' OR 1 = 1 --", "') OR ('1' = '1", '\0'])
      expect(await store.rows({ table: 'event', where: { place } }), place).toEqual([]);
    await expect(store.rows({ table: 'event', columns: ['id" FROM event --'] })).rejects.toMatchObject({
      fault: 'input',
    });
    await expect(store.rows({ table: 'event', where: { mentions: '1 OR 1 = 1' } })).rejects.toMatchObject({
      fault: 'input',
    });
    expect(await store.rows({ table: 'event', columns: ['id'] })).toHaveLength(800);
    const many = Array.from({ length: 30_000 }, (_, i) => `e1-${i}`); // a question longer than a server reads unasked
    expect(await store.rows({ table: 'event', columns: ['id'], where: { id: many } })).toHaveLength(400);
  });

  it('has the rows on both shards, and those of a dyad on one', async () => {
    await full('cluster');
    const [first, second] = [
      await cluster.ask('SELECT DISTINCT source, target FROM spread.event_day ORDER BY source, target', 0),
      await cluster.ask('SELECT DISTINCT source, target FROM spread.event_day ORDER BY source, target', 1),
    ].map((text) => text.split('\n').filter((line) => line !== ''));
    expect(first?.length).toBeGreaterThan(0);
    expect(second?.length).toBeGreaterThan(0);
    expect(first?.filter((dyad) => second?.includes(dyad))).toEqual([]);
  });

  it('can be asked through any server, and by a user who may only read', async () => {
    const question = { table: 'event', columns: ['id'], where: { source: 'KAZ' }, order: ['id'] } as const;
    const expected = await (await full('cluster')).rows(question);
    expect(expected.length).toBeGreaterThan(50);
    expect(await opened(cluster.place('spread', { host: 1 })).rows(question)).toEqual(expected);
    const reader = opened(`clickhouse://reader@${cluster.hosts[0]}:${cluster.port}/spread?cluster=two`);
    expect(await reader.rows(question)).toEqual(expected);
    await expect(take(reader, await written({ 'more.csv': eventsFile(5, 9) }))).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringContaining('does not allow “reader” this'),
    });
  });

  it('takes a file once', async () => {
    const store = opened(cluster.place('twice'));
    const paths = samplesOf('cow-trade');
    const first = await take(store, paths);
    const second = await take(store, paths);
    expect([first.made.length, first.already.length]).toEqual([1, 0]);
    expect([second.made.length, second.already.length]).toEqual([0, 1]);
    expect(second.already[0]?.record).toEqual(first.made[0]);
    expect(await store.rows({ table: 'observation' })).toHaveLength(4);
    expect(await cluster.ask('SELECT count() FROM twice.observation_all')).toBe('4');
  });

  it('is empty before the first import, and no reading makes anything', async () => {
    const store = opened(cluster.place('nothing'));
    expect(await store.imports()).toEqual([]);
    expect(await store.rows({ table: 'event' })).toEqual([]);
    expect(await store.rejects('x', 10)).toEqual([]);
    expect(await cluster.ask("SELECT count() FROM system.databases WHERE name = 'nothing'")).toBe('0');
    await expect(store.rows({ table: 'event', columns: ['sauce'] })).rejects.toMatchObject({
      fault: 'input',
    });
    await expect(store.remove('x')).rejects.toMatchObject({ fault: 'missing' });
  });

  it('shows nothing of an import that was killed, and takes the file in afterwards', async () => {
    const [file = ''] = await written({ 'events.csv': eventsFile(400, 3) });
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/archive/clickhouse-killed.ts', cluster.place('killed'), file],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let errors = '';
    child.stderr.on('data', (text: Buffer) => {
      errors += String(text);
    });
    const ended = new Promise((done) => child.once('exit', (_, signal) => done(signal)));
    const said = await Promise.race([
      new Promise((done) => child.stdout.once('data', (text: Buffer) => done(String(text)))),
      ended.then(() => errors),
    ]);
    expect(said).toBe('all rows are in');
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');

    expect(await cluster.ask('SELECT count() FROM killed.event_all')).toBe('400');
    const left = async () =>
      (await readdir(tmpdir())).filter((one) => one.startsWith(`multivector-import-${child.pid}-`)).length;
    expect(await left()).toBeGreaterThan(0);
    const store = opened(cluster.place('killed'));
    expect(await store.imports()).toEqual([]);
    expect(await store.rows({ table: 'event' })).toEqual([]);
    expect((await take(store, [file])).made).toHaveLength(1);
    expect(await left()).toBe(0);
    expect(await store.rows({ table: 'event' })).toHaveLength(400);
    // What the killed one left is taken away when it is old, and only that.
    await opened(cluster.place('killed'), { orphanAge: 0 }).work();
    expect(await cluster.ask('SELECT count() FROM killed.event_all')).toBe('400');
    expect(await store.rows({ table: 'event' })).toHaveLength(400);
  });

  it('counts one of two imports of the same file that end at the same instant', async () => {
    const paths = await written({ 'events.csv': eventsFile(300, 4) });
    const [before, after] = [meeting(), meeting()];
    const connect: ClickHouseOptions['connect'] = async (address) => {
      const server = await httpExecutor(address);
      let first = true;
      return {
        ...server,
        run: async (sql) => {
          if (!first || !/^INSERT INTO \S+imports/.test(sql)) return server.run(sql);
          first = false;
          await before();
          await server.run(sql);
          await after();
        },
      };
    };
    const stores = [0, 1].map((host) => opened(cluster.place('race', { host }), { connect }));
    const receipts = await Promise.all(stores.map((store) => take(store, paths)));
    expect(receipts.map(({ made, already }) => [made.length, already.length]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    for (const store of stores) {
      const records = await store.imports();
      expect(records).toHaveLength(1);
      expect(records).toEqual(receipts.flatMap(({ made }) => made));
      expect(await store.rows({ table: 'event' })).toHaveLength(300);
    }
    expect(await cluster.ask('SELECT count() FROM race.event_all')).toBe('300');
  });

  it('forgets an import that is removed, sweeps its rows, and may take it in again', async () => {
    const place = cluster.place('removed');
    const store = opened(place);
    const paths = await written({ 'events.csv': eventsFile(100, 5) });
    const [record] = (await take(store, paths)).made;
    await store.remove(record?.id ?? '');
    expect(await store.imports()).toEqual([]);
    expect(await store.rows({ table: 'event' })).toEqual([]);
    // A reader may be at the rows, so they stay a while.
    await opened(place).work();
    expect(await cluster.ask('SELECT count() FROM removed.event_all')).toBe('100');
    await opened(place, { orphanAge: 0 }).work();
    expect(await cluster.ask('SELECT count() FROM removed.event_all')).toBe('0');
    expect((await take(store, paths)).made[0]?.id).toBe(record?.id);
    expect(await store.rows({ table: 'event' })).toHaveLength(100);
  });

  it('is not taken for an archive on one server, nor the other way round', async () => {
    await take(opened(cluster.place('shape')), samplesOf('cow-trade'));
    await expect(opened(cluster.place('shape', { cluster: '' })).imports()).rejects.toMatchObject({
      fault: 'data',
      hint: 'add ?cluster=two to its address',
    });
    await take(opened(cluster.place('small', { cluster: '' })), samplesOf('cow-trade'));
    await expect(opened(cluster.place('small')).imports()).rejects.toMatchObject({ fault: 'data' });
  });

  it('says what is wrong with the server, and never the password', async () => {
    const [host] = cluster.hosts;
    const { port } = cluster;
    const web = createServer((_, response) => response.end('<html>hello</html>'));
    await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
    onTestFinished(() => new Promise<void>((done) => web.close(() => done())));
    const address = web.address();
    const webPort = address !== null && typeof address === 'object' ? address.port : 0;
    const said = async (place: string): Promise<string> => {
      const store = openStore(place);
      onTestFinished(() => store.close());
      const error: unknown = await store.imports().catch((one: unknown) => one);
      expect(error).toMatchObject({ name: 'MultivectorError', fault: 'data', hint: expect.any(String) });
      expect(`${String(error)} ${store.place}`).not.toContain(password);
      expect(store.place).not.toContain('wrong');
      return error instanceof Error ? error.message : '';
    };
    expect(await said(`clickhouse://${user}:wrong@${host}:${port}/spread`)).toBe(
      `the ClickHouse server at ${host}:${port} does not let “${user}” in`,
    );
    expect(await said(`clickhouse://nobody:wrong@${host}:${port}/spread`)).toContain(
      'does not let “nobody” in',
    );
    expect(await said(`clickhouse://${host}:1/spread`)).toBe(
      `the ClickHouse server at ${host}:1 does not answer: ECONNREFUSED`,
    );
    expect(await said(`clickhouse://127.0.0.1:${webPort}/spread`)).toContain(
      'does not answer as ClickHouse does',
    );
    const unknown = opened(cluster.place('lost', { cluster: 'three' }));
    await expect(take(unknown, samplesOf('cow-trade'))).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringContaining('knows no cluster “three”'),
    });
  });

  it('does not answer with half of the rows when a shard is gone', async () => {
    const other = await startCluster();
    onTestFinished(() => other.stop());
    const store = opened(other.place('halved'));
    await take(store, samplesOf('cow-trade'));
    await other.stop(1);
    await expect(store.rows({ table: 'observation' })).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringContaining('a shard of the cluster does not answer'),
    });
    await expect(take(opened(other.place('halved')), samplesOf('cow-trade'))).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringContaining(`${other.hosts[1]}:${other.port} does not answer`),
    });
  });
});
