import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { samplesOf, written } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

/** A user with an archive of their own. */
async function user(more: Readonly<Record<string, string>> = {}) {
  const archive = join(await temporaryFolder(), 'archive');
  const status: string[] = [];
  const run = async (...args: readonly string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await main(args, {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      status: (text) => status.push(text),
      width: 100,
      colour: false,
      environment: { MULTIVECTOR_ARCHIVE: archive, MULTIVECTOR_DOSSIERS: '/nonexistent', ...more },
      now: () => new Date('2026-11-24T12:00:00Z'),
      stopped: () => Promise.resolve(),
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return { archive, run, status };
}

const sample = (format: string): string => samplesOf(format)[0] ?? '';

describe('import', () => {
  it('ends with a receipt: rows, reasons, period, source and licence', async () => {
    const { run, status } = await user();
    const { code, out } = await run('import', sample('cow-trade'));
    expect(code).toBe(0);
    expect(out).toMatch(/rows +\d+ read, \d+ taken, 0 refused/);
    expect(out).toContain('left aside: the flow is missing');
    expect(out).toMatch(/period +2012/);
    expect(out).toContain('Correlates of War Project Trade Data Set');
    expect(out).toMatch(/licence +free use with citation/);
    expect(status.some((line) => line.includes('%'))).toBe(true);
    expect(status.at(-1)).toBe(''); // the line of progress is gone
  });

  it('says of a file that it is in already, and of files that nobody knows, on one line each', async () => {
    const { run } = await user();
    await run('import', sample('cow-trade'));
    const again = await run('import', sample('cow-trade'));
    expect(again).toMatchObject({ code: 0, out: '' });
    expect(again.err).toMatch(/in the archive already, since 2026-11-24/);
    const noise = await written({
      'a.bin': new Uint8Array([0, 1, 2]),
      'b.bin': new Uint8Array([0, 1, 3]),
      'trade.csv': await readFile(sample('cow-trade')),
    });
    const { err } = await run('import', ...noise);
    expect(err).toContain('2 files: passed over, no format that is known (a.bin, b.bin)');
  });

  it('takes a table of events of one’s own with a mapping, and says where a mapping is wrong', async () => {
    const { run } = await user();
    const [table = '', mapping = '', wrong = '', broken = ''] = await written({
      'visits.csv':
        'Day;Who;Whom;Code\n28.02.2023;United States;Kazakhstan;042\n01.03.2023;Kazakhstan;Russia;042\n',
      'mapping.json': JSON.stringify({
        dataset: { id: 'visits', title: 'Visits', citation: 'Ourselves', licence: 'internal' },
        delimiter: ';',
        header: true,
        dateFormat: '%d.%m.%Y',
        sourceScheme: 'name',
        columns: { date: 'Day', source: 'Who', target: 'Whom', cameo: 'Code' },
      }),
      'wrong.json': '{"dataset": {"id": "visits"}}',
      'broken.json': '{',
    });
    expect((await run('import', table, '--mapping', mapping)).code).toBe(0);
    const { out } = await run('events', 'USA', 'KAZ');
    expect(out).toMatch(/2023-02 +1 +1 +0 +1 +1/);
    const reports = await run(
      'events',
      'USA',
      'KAZ',
      '--reports',
      '--from',
      '2023-02-01',
      '--to',
      '2023-02-28',
    );
    expect(reports.out).toMatch(/2023-02-28 +CONSULT +United States +Kazakhstan/);
    expect((await run('events', 'USA', 'KAZ', '--reports', '--from', '2023-03-01')).out).not.toContain(
      'CONSULT',
    );
    expect(await run('import', table, '--mapping', wrong)).toMatchObject({
      code: 2,
      err: expect.stringContaining('dataset'),
    });
    expect(await run('import', table, '--mapping', broken)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not JSON'),
    });
    expect(await run('import', table, '--mapping', '/nonexistent')).toMatchObject({ code: 4 });
  });

  it.each([
    [['import'], 2, 'import: FILE is missing'],
    [['import', '/nonexistent/x.csv'], 4, 'there is no file or folder /nonexistent/x.csv'],
    [['import', 'package.json', '--format', 'xyz'], 4, 'there is no format “xyz” – there are: '],
    [['import', 'package.json', '--memory', 'much'], 2, '--memory: “much” is no size – write --memory 512MB'],
    [
      ['import', 'package.json', '--archive', 'ftp://x'],
      2,
      '“ftp://…” is no address of an archive – name a folder',
    ],
    [['datasets', 'nothing'], 4, 'there is no import “nothing” – “multivector datasets” lists the imports'],
    [['datasets', 'rejects'], 2, 'datasets rejects: IMPORT is missing'],
    [['datasets', 'remove', 'abc'], 4, 'there is no import “abc”'],
    [['datasets', 'fetch', 'nothing'], 4, 'no publisher is known of “nothing” – there are: unga-votes'],
    [['datasets', 'fetch', 'sipri-arms'], 4, 'sipri-arms cannot be fetched by a program – see https://'],
    [['datasets', 'fetch', 'gdelt-1', '--from', '2024-02-31x'], 2, '--from: “2024-02-31x” is not a day'],
    [
      ['datasets', 'fetch', 'gdelt-1', '--from', '2024-02-03', '--to', '2024-02-01'],
      2,
      '--from 2024-02-03 is after --to 2024-02-01',
    ],
    [['events', 'RUS'], 2, 'events: SOURCE TARGET is missing'],
    [['events', 'RUS', 'KAZ'], 4, 'has no events – import some'],
    [['events', 'RUS', 'KAZ', '--by', 'week'], 2, '--by: “week” is no unit of time'],
    [['events', 'RUS', 'KAZ', '--window', '0'], 2, '--window: “0” is no number of days'],
    [['dossier', 'refresh'], 4, 'is empty – fill it first: multivector import FILE'],
  ])('%s is an error of one line that names the mend', async (args, code, words) => {
    const { run } = await user();
    const answer = await run(...args);
    expect(answer.code).toBe(code);
    expect(answer.err.split('\n').at(-1)).toContain(words);
  });
});

describe('datasets', () => {
  it('lists what is known, and what is held with its rows, period and age', async () => {
    const { run } = await user();
    const empty = await run('datasets', '--held');
    expect(empty).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('is empty. Fill it with: multivector import FILE'),
    });
    expect((await run('datasets')).out).toContain('gdelt-2-events');
    await run('import', sample('cow-trade'));
    expect((await run('datasets', '--held')).out).toMatch(/cow-trade +.* 2012 +today/);
    const { out } = await run('datasets', 'cow-trade');
    expect(out).toContain('Barbieri, Katherine and Keshk, Omar M. G. (2016)');
    expect(JSON.parse((await run('datasets', '--held', '--json')).out)).toMatchObject([
      { format: 'cow-trade', imports: [{ rows: { refused: 0 } }] },
    ]);
  });

  it('shows refused rows, and writes them so that no spreadsheet runs them', async () => {
    const { run } = await user();
    const [path = ''] = await written({
      'trade.csv': '"ccode1","ccode2","year","flow1"\n2,20,1991,5\n=cmd|calc!A1,20,1991,5\n',
    });
    const [, id = ''] = /import +([0-9a-f]+)/.exec((await run('import', path)).out) ?? [];
    expect((await run('datasets', 'rejects', id.slice(0, 6))).out).toMatch(/trade\.csv +3 +ccode1: “=cmd/);
    const { out } = await run('datasets', 'rejects', id, '--csv');
    expect(out.split('\n')).toEqual([
      'file,line,column,reason,text',
      'trade.csv,3,ccode1,ccode1: “=cmd|calc!A1” is not a whole number,"\'=cmd|calc!A1,20,1991,5"',
    ]);
    const removed = await run('datasets', 'remove', id);
    expect(removed.err).toContain('import them again to undo this');
    expect((await run('datasets', '--held')).out).toBe('');
  });

  it('are fetched from their publisher and taken in, and fetched again only if they changed', async () => {
    const content = await readFile(sample('un-consolidated'));
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.headers['if-none-match'] === '"1"') return void response.writeHead(304).end();
      response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': content.length, ETag: '"1"' });
      response.end(content);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const { publishers } = await import('../../src/datasets/publishers.ts');
    const un = publishers.find(({ id }) => id === 'un-sanctions');
    if (un?.get.kind !== 'files') throw new Error('not fetched from an address');
    const host = new URL(un.get.files[0]?.url ?? '').host;
    const { run } = await user({ MULTIVECTOR_MIRRORS: `${host}=http://127.0.0.1:${address.port}` });
    const first = await run('datasets', 'fetch', 'un-sanctions');
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(/rows +\d+ read/);
    const again = await run('datasets', 'fetch', 'un-sanctions');
    expect(again).toMatchObject({ code: 0, out: '' });
    expect(again.err).toContain('as it was');
    expect(asked.length).toBeGreaterThanOrEqual(1);
    const file = await run('import', `http://127.0.0.1:${address.port}/un.xml`);
    expect(file.err).toContain('in the archive already');
  });
});

describe('dossier refresh', () => {
  it('fills a new dossier from the archive, says so first, and can be undone', async () => {
    const dossiers = await temporaryFolder();
    const { run } = await user();
    const before = process.env.MULTIVECTOR_DOSSIERS;
    process.env.MULTIVECTOR_DOSSIERS = dossiers;
    onTestFinished(() => {
      if (before === undefined) delete process.env.MULTIVECTOR_DOSSIERS;
      else process.env.MULTIVECTOR_DOSSIERS = before;
    });
    await run('dossier', 'new', 'KAZ', '--partners', 'RUS,CHN,EU');
    await run('import', ...samplesOf('cow-trade'), ...samplesOf('sipri-register'), ...samplesOf('imf-dip'));
    const dry = await run('dossier', 'refresh', 'KAZ', '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.out).toMatch(/imports +cow-trade +[1-9]/);
    expect((await run('dossier', 'show', 'KAZ', 'observations')).out).not.toContain('cow-trade');
    const done = await run('dossier', 'refresh', 'KAZ', '--by', 'tester');
    expect(done.code).toBe(0);
    const folder = /Written to (.*)/.exec(done.err)?.[1] ?? '';
    expect(await readFile(join(folder, 'observations.csv'), 'utf8')).toContain('cow-trade');
    expect(await run('dossier', 'validate', folder)).toMatchObject({ code: 0 });
    expect((await run('dossier', 'refresh', 'KAZ')).out).toMatch(/0 change\.$/);
  });
});
