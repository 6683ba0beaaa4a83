import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openClient } from '../../src/download/client.ts';
import { downloadWith } from '../../src/download/download.ts';
import {
  type FetchEvent,
  type Fetched,
  type FetchOptions,
  fetchPublisher,
} from '../../src/download/index.ts';
import type { DatedFiles, DayRange, Publisher, Retrieval } from '../../src/model/publisher.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { connection, fakeClock, md5, sendFile, serve, table } from './server.ts';

// Many servers and processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

const publisher = (get: Retrieval): Publisher => ({
  id: 'invented',
  title: 'Invented data',
  by: 'Nobody',
  landing: 'https://nobody.example/data',
  licence: 'CC0',
  get,
});

/** A server that has files at paths, and everything that happens when a publisher's files are fetched from it. */
async function fetching(get: Retrieval, paths: Readonly<Record<string, Buffer | number>>) {
  const server = await serve((request: IncomingMessage, response: ServerResponse) => {
    const found = paths[request.url ?? ''] ?? 404;
    if (typeof found === 'number') response.writeHead(found).end();
    else sendFile(request, response, found);
  });
  const folder = await temporaryFolder();
  const hosts = Object.fromEntries(
    ['nobody.example', 'dataverse.example', 'data.gdeltproject.org'].map((host) => [host, server.base]),
  );
  const run = async (over: Partial<FetchOptions> = {}) => {
    const events: FetchEvent[] = [];
    const running = fetchPublisher(publisher(get), { ...connection({ hosts }), folder, ...over });
    for (;;) {
      const { done, value } = await running.next();
      if (done) return { events, ...value };
      events.push(value);
    }
  };
  return { ...server, folder, hosts, run };
}

const names = ({ files }: Pick<Fetched, 'files'>, folder: string) =>
  files.map(({ path }) => path.slice(folder.length + 1));

describe('files at addresses of their own', () => {
  const get: Retrieval = {
    kind: 'files',
    files: [
      { url: 'https://nobody.example/a.csv' },
      { url: 'https://nobody.example/export?id=7', name: 'b.csv', md5: md5(table(2000)) },
      { url: 'https://nobody.example/old/A.csv' },
    ],
  };
  const paths = { '/a.csv': table(1000), '/export?id=7': table(2000), '/old/A.csv': table(300) };

  it('are fetched one after another, with what happens meanwhile', async () => {
    const { run, folder } = await fetching(get, paths);
    const { events, files, missing } = await run();
    const [first, , third] = files;
    expect(first).toMatchObject({ url: 'https://nobody.example/a.csv', bytes: 1000, unchanged: false });
    expect(first?.path).toMatch(/[0-9a-f]{8}-a\.csv$/);
    // a.csv and A.csv are one name on many disks.
    expect(third?.path).toMatch(/[0-9a-f]{8}-A\.csv$/);
    expect(missing).toEqual([]);
    expect(events.filter(({ kind }) => kind !== 'progress').map(({ kind }) => kind)).toEqual([
      'found',
      ...['begun', 'done', 'begun', 'done', 'begun', 'done'],
    ]);
    expect(events).toContainEqual({ kind: 'progress', name: 'b.csv', bytes: 2000, total: 2000 });
    expect(events).toContainEqual({
      kind: 'begun',
      name: 'b.csv',
      url: 'https://nobody.example/export?id=7',
      nth: 2,
      of: 3,
    });
    expect(await readFile(join(folder, 'b.csv'))).toEqual(table(2000));
  });

  it('are not fetched again where nothing has changed', async () => {
    const { run, asked } = await fetching(get, paths);
    await run();
    const { files } = await run();
    expect(files.map(({ unchanged }) => unchanged)).toEqual([true, true, true]);
    // The one with a checksum is not even asked for.
    expect(asked.slice(3).map(({ line }) => line)).toEqual(['GET /a.csv', 'GET /old/A.csv']);
  });

  it('that are not there are told of, and the others fetched', async () => {
    const { run } = await fetching(get, { ...paths, '/a.csv': 404 });
    const { files, missing, events } = await run();
    expect(files).toHaveLength(2);
    expect(missing).toEqual([
      {
        name: expect.stringMatching(/a\.csv$/),
        url: 'https://nobody.example/a.csv',
        because: expect.stringContaining('404'),
      },
    ]);
    expect(events).toContainEqual({ kind: 'missing', ...missing[0] });
  });

  it('of which none is there are an error that names the publisher’s page', async () => {
    const { run } = await fetching(get, {});
    await expect(run()).rejects.toMatchObject({
      fault: 'missing',
      hint: expect.stringContaining('https://nobody.example/data'),
    });
  });

  it('stop at a server that is out of order, and go on from there another time', async () => {
    const more: Record<string, Buffer | number> = { ...paths, '/export?id=7': 503 };
    const { run, asked } = await fetching(get, more);
    await expect(run()).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringMatching(/^invented: .*503/),
      hint: expect.stringContaining('https://nobody.example/data'),
    });
    more['/export?id=7'] = table(2000);
    const { files } = await run();
    expect(files.map(({ unchanged }) => unchanged)).toEqual([true, false, false]);
    expect(asked.filter(({ line }) => line.endsWith('id=7'))).toHaveLength(6);
  });

  it('do not come by days', async () => {
    const { run } = await fetching(get, paths);
    await expect(run({ range: { from: '2023-01-01', to: '2023-01-02' } })).rejects.toMatchObject({
      fault: 'input',
      hint: 'leave out --from and --to',
    });
  });

  it('are fetched no longer when nobody listens', async () => {
    const { folder, hosts, asked } = await fetching(get, paths);
    for await (const { kind } of fetchPublisher(publisher(get), { ...connection({ hosts }), folder }))
      if (kind === 'done') break;
    const before = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked.length).toBe(before);
    expect(asked.length).toBeLessThan(3);
    expect((await readdir(folder)).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('can be stopped', async () => {
    const { run } = await fetching(get, paths);
    const stop = new AbortController();
    stop.abort();
    await expect(run({ signal: stop.signal })).rejects.toMatchObject({
      message: expect.stringContaining('stopped'),
    });
  });
});

describe('files by hand', () => {
  it('are told what to do for, and where', async () => {
    const { run } = await fetching({ kind: 'by-hand', steps: ['sign in', 'export as CSV'] }, {});
    await expect(run()).rejects.toMatchObject({
      fault: 'input',
      hint: 'sign in; export as CSV; see https://nobody.example/data; then import the files',
    });
  });
});

describe('a Dataverse', () => {
  const get: Retrieval = {
    kind: 'dataverse',
    host: 'dataverse.example',
    doi: '10.7910/DVN/XXXXXX',
    files: /^events\.(?<stamp>\d{4})\..*\.(csv|tab|zip)$/i,
  };
  const at = '/api/datasets/:persistentId/versions/:latest-published?persistentId=doi:10.7910/DVN/XXXXXX';
  const data = (id: number, filename: string, bytes: Buffer, more: object = {}) => ({
    label: filename,
    restricted: false,
    version: 1,
    dataFile: { id, filename, filesize: bytes.length, md5: md5(bytes), contentType: 'text/plain', ...more },
  });
  const original = table(900, 5);
  const listed = [
    data(11, 'events.1995.x.tab.zip', table(500)),
    // A table that it has taken in: its size is that of its own form, its checksum that of the original.
    data(12, 'events.1996.x.tab', table(950), {
      md5: md5(original),
      originalFileName: 'events.1996.x.csv',
      originalFileFormat: 'text/csv',
      originalFileSize: 900,
    }),
    data(13, 'codebook.pdf', table(10)),
    { ...data(14, 'events.1997.x.tab', table(20)), restricted: true },
    data(15, 'events.1998.x.tab', table(600, 8), {
      md5: undefined,
      checksum: { type: 'MD5', value: md5(table(600, 8)) },
    }),
    data(16, 'Events.1998.x.tab', table(700, 9), { checksum: { type: 'SHA-512', value: 'ff' } }),
  ];
  const list = (files: unknown) => Buffer.from(JSON.stringify({ status: 'OK', data: { id: 1, files } }));
  const paths = {
    [at]: list(listed),
    '/api/access/datafile/11': table(500),
    '/api/access/datafile/12?format=original': original,
    '/api/access/datafile/15': table(600, 8),
    '/api/access/datafile/16': table(700, 9),
  };

  it('gives the originals of the files that fit, checked with its checksums', async () => {
    const { run, folder } = await fetching(get, paths);
    const { files, events, ...rest } = await run();
    expect(names({ files }, folder)).toEqual([
      'events.1995.x.tab.zip',
      'events.1996.x.csv',
      '15-events.1998.x.tab',
      '16-Events.1998.x.tab',
    ]);
    expect(files.map(({ bytes }) => bytes)).toEqual([500, 900, 600, 700]);
    expect(rest.missing).toEqual([]);
    expect(events).toContainEqual({
      kind: 'note',
      text: 'events.1997.x.tab is not open to everybody: it is left out',
    });
    expect(events).toContainEqual({ kind: 'found', files: 4, bytes: 2700 });
  });

  it('gives the years that are asked for', async () => {
    const { run, folder } = await fetching(get, paths);
    const range: DayRange = { from: '1995-12-31', to: '1996-01-01' };
    expect(names(await run({ range }), folder)).toEqual(['events.1995.x.tab.zip', 'events.1996.x.csv']);
    await expect(run({ range: { from: '2010-01-01', to: '2011-01-01' } })).rejects.toMatchObject({
      fault: 'missing',
      hint: expect.stringContaining('events.1995.x.tab.zip'),
    });
  });

  it('gives the days around a file’s stamp that it may cover', async () => {
    const weekly: Retrieval = { ...get, files: /^(?<stamp>\d{8})-events\.tab$/, around: 7 };
    const { run, folder } = await fetching(weekly, {
      [at]: list(
        ['20230101', '20230108', '20230115'].map((day, n) => data(n, `${day}-events.tab`, table(100))),
      ),
      ...Object.fromEntries([0, 1, 2].map((n) => [`/api/access/datafile/${n}`, table(100)])),
    });
    expect(names(await run({ range: { from: '2023-01-09', to: '2023-01-10' } }), folder)).toEqual([
      '20230108-events.tab',
      '20230115-events.tab',
    ]);
  });

  it('is asked for the version that is wanted', async () => {
    const { run, asked } = await fetching(
      { ...get, version: '33.0' },
      { ...paths, [at.replace(':latest-published', '33.0')]: list(listed.slice(0, 1)) },
    );
    expect((await run()).files).toHaveLength(1);
    expect(asked[0]?.line).toContain('/versions/33.0?');
  });

  it('whose file is not the one it lists is not believed', async () => {
    const { run, folder } = await fetching(get, { ...paths, '/api/access/datafile/11': table(500, 77) });
    await expect(run()).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringContaining('checksum'),
    });
    expect(existsSync(join(folder, 'events.1995.x.tab.zip'))).toBe(false);
  });

  it('that answers something else is told of', async () => {
    const answers: [Buffer, object][] = [
      [
        Buffer.from('{"status":"ERROR","message":"no"}'),
        { fault: 'data', message: expect.stringContaining('doi:10.7910') },
      ],
      [Buffer.from('Service moved'), { fault: 'data', message: expect.stringContaining('JSON') }],
      [
        Buffer.from('<html><title>Maintenance</title>'),
        { fault: 'data', message: expect.stringContaining('Maintenance') },
      ],
      [list([]), { fault: 'missing', hint: 'it has no files' }],
      [list([data(13, 'codebook.pdf', table(10))]), { fault: 'missing', hint: 'there are: codebook.pdf' }],
      [list([{ dataFile: { id: '../../etc' } }]), { fault: 'data' }],
    ];
    for (const [answer, error] of answers) {
      const { run } = await fetching(get, { [at]: answer });
      await expect(run()).rejects.toMatchObject(error);
    }
  });

  it('cannot put a file where it should not be', async () => {
    const { run, folder } = await fetching(
      { ...get, files: /./ },
      {
        [at]: list([data(1, '../../../evil.csv', table(10)), data(2, 'C:\\x\\CON', table(10))]),
        '/api/access/datafile/1': table(10),
        '/api/access/datafile/2': table(10),
      },
    );
    expect(names(await run(), folder)).toEqual(['evil.csv', '_CON']);
  });
});

describe('files by days', () => {
  const base = 'https://data.gdeltproject.org/events/';
  const get: DatedFiles = {
    kind: 'dated',
    list: `${base}md5sums`,
    line: 'md5 name',
    base,
    files: /^(?<stamp>\d{4}|\d{6}|\d{8})(\.export\.CSV)?\.zip$/,
  };
  const stamps = [
    '1979',
    '2005',
    '200601',
    '201303',
    '20130401.export.CSV',
    '20130402.export.CSV',
    '20130403.export.CSV',
  ];
  const bytesOf = (index: number) => table(200 + index, index + 1);
  const sums = [
    `${md5(table(5))}  GDELT.MASTERREDUCEDV2.1979-2013.zip`,
    ...stamps.map((stamp, index) => `${md5(bytesOf(index))}  ${stamp}.zip`).reverse(),
    'a line that is none',
  ];
  const paths = {
    '/events/md5sums': Buffer.from(`${sums.join('\r\n')}\n`),
    ...Object.fromEntries(stamps.map((stamp, index) => [`/events/${stamp}.zip`, bytesOf(index)])),
  };

  it('are those that are about the days asked for, in their order', async () => {
    const { run, folder } = await fetching(get, paths);
    const { events, ...fetched } = await run({ range: { from: '2013-03-31', to: '2013-04-02' } });
    expect(names(fetched, folder)).toEqual([
      '201303.zip',
      '20130401.export.CSV.zip',
      '20130402.export.CSV.zip',
    ]);
    expect(events).toContainEqual({
      kind: 'note',
      text: '1 of 9 lines of the publisher’s list cannot be read, and are passed over',
    });
    expect(names(await run({ range: { from: '2005-12-31', to: '2006-01-01' } }), folder)).toEqual([
      '2005.zip',
      '200601.zip',
    ]);
  });

  it('must be asked for with days, and with days that are', async () => {
    const { run } = await fetching(get, paths);
    await expect(run()).rejects.toMatchObject({ fault: 'input', hint: expect.stringContaining('--from') });
    for (const range of [
      { from: '2013-02-29', to: '2013-03-31' },
      { from: '2013-04-02', to: '2013-04-01' },
      { from: '2013', to: '2014' },
    ])
      await expect(run({ range })).rejects.toMatchObject({ fault: 'input' });
  });

  it('that the publisher does not have are told of', async () => {
    const { run } = await fetching(get, paths);
    await expect(run({ range: { from: '2020-01-01', to: '2020-01-02' } })).rejects.toMatchObject({
      fault: 'missing',
      message: expect.stringContaining('2020-01-01'),
    });
  });

  it('of which one is listed and not there are fetched without it', async () => {
    const { run } = await fetching(get, { ...paths, '/events/20130402.export.CSV.zip': 404 });
    const { files, missing } = await run({ range: { from: '2013-04-01', to: '2013-04-30' } });
    expect(files).toHaveLength(2);
    expect(missing.map(({ name }) => name)).toEqual(['20130402.export.CSV.zip']);
  });

  it('need a list that is one', async () => {
    const { run } = await fetching(get, { '/events/md5sums': Buffer.from('we have\nmoved\n') });
    await expect(run({ range: { from: '2013-04-01', to: '2013-04-30' } })).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringContaining('not the list'),
    });
  });

  it('may have their sizes and addresses in the list; only the names are taken from it', async () => {
    const two = 'https://data.gdeltproject.org/gdeltv2/';
    const quarter = (time: string) => `20230228${time}00.export.CSV.zip`;
    const lines = [
      `200 ${md5(table(200))} http://data.gdeltproject.org/gdeltv2/${quarter('0000')}`,
      `99 ${md5(table(99))} http://data.gdeltproject.org/gdeltv2/20230228000000.mentions.CSV.zip`,
      `300 ${md5(table(300))} http://evil.example/elsewhere/${quarter('2345')}`,
      `400 ${md5(table(400))} http://data.gdeltproject.org/gdeltv2/20230301000000.export.CSV.zip`,
      'http://data.gdeltproject.org/gdeltv2/20230228003000.export.CSV.zip',
    ];
    const { run, folder, asked } = await fetching(
      {
        kind: 'dated',
        list: `${two}masterfilelist.txt`,
        line: 'bytes md5 address',
        base: two,
        files: /^(?<stamp>\d{14})\.export\.CSV\.zip$/,
      },
      {
        '/gdeltv2/masterfilelist.txt': Buffer.from(lines.join('\n')),
        [`/gdeltv2/${quarter('0000')}`]: table(200),
        [`/gdeltv2/${quarter('2345')}`]: table(300),
      },
    );
    const { events, ...fetched } = await run({ range: { from: '2023-02-28', to: '2023-02-28' } });
    expect(names(fetched, folder)).toEqual([quarter('0000'), quarter('2345')]);
    expect(events).toContainEqual({ kind: 'found', files: 2, bytes: 500 });
    expect(asked.map(({ headers }) => headers.host)).toHaveLength(3);
    expect(fetched.files.every(({ url }) => url.startsWith(two))).toBe(true);
  });
});

describe('manners', () => {
  it('one request at a time for each host, and a pause between two', async () => {
    let open = 0;
    let most = 0;
    const { base } = await serve((request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        sendFile(request, response, table(100));
        open--;
      }, 20);
    });
    const folder = await temporaryFolder();
    const clock = fakeClock();
    const client = openClient(connection({ clock, limits: { pauseMs: 700 } }));
    const all = ['a', 'b', 'c'].map((name) =>
      downloadWith(client, { url: `${base}/${name}`, to: join(folder, name) }),
    );
    await Promise.all(all);
    await client.close();
    expect(most).toBe(1);
    expect(clock.waits).toEqual([700, 700]);
  });

  it('a failed request ends its turn too', async () => {
    const { base } = await serve((request, response, nth) =>
      nth === 0 ? void response.destroy() : sendFile(request, response, table(100)),
    );
    const folder = await temporaryFolder();
    const client = openClient(connection());
    const files = await Promise.all(
      ['a', 'b'].map((name) => downloadWith(client, { url: `${base}/${name}`, to: join(folder, name) })),
    );
    await client.close();
    expect(files.map(({ bytes }) => bytes)).toEqual([100, 100]);
  });
});
