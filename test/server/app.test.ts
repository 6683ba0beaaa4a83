import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as answers from '../../src/server/answers.ts';
import { app } from '../../src/server/app.ts';
import { Workbench } from '../../src/workbench.ts';

let server: ReturnType<typeof app>;
let pages: string;

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'multivector-pages-'));
  await writeFile(join(pages, 'index.html'), `<!doctype html><title>page</title>${' '.repeat(600)}`);
  server = app(await Workbench.open(), { folder: `${pages}/` });
});
afterAll(() => rm(pages, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  server.request(`http://127.0.0.1:4173${path}`, { headers });

const routes: readonly (readonly [path: string, schema: z.ZodType])[] = [
  ['/api/dossier', answers.dossier],
  ['/api/dossier?as-known-on=2022-12-31', answers.dossier],
  ['/api/measures', answers.measuredYear],
  ['/api/measures?year=1994', answers.measuredYear],
  ['/api/series?dimension=economic', answers.seriesOfDimension],
  ['/api/profile?year=2022', answers.profile],
  ['/api/vectors/KAZ.RUS.political.2022', answers.explanation],
  ['/api/vectors/KAZ.EU.economic.2021', answers.explanation],
  ['/api/records/kaz-offers-mediation', answers.record],
  ['/api/records/KAZ.RUS.joint-igos.2014.cow-igo', answers.record],
  ['/api/timeline', answers.timeline],
  ['/api/timeline?partner=Russia&dimension=political&from=2022&to=2022-12', answers.timeline],
  ['/api/disagreements', answers.disagreements],
  ['/api/claims', answers.claims],
];

describe('every route', () => {
  it.each(routes)('%s answers what its schema says, and nothing else', async (path, schema) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(schema.parse(body)).toEqual(body);
  });

  it('answers one dossier within 100 milliseconds once it is warm', async () => {
    for (const [path] of routes) await get(path);
    for (const [path] of routes.filter(([path]) => !path.includes('series'))) {
      const start = performance.now();
      await (await get(path)).text();
      expect(performance.now() - start, path).toBeLessThan(100);
    }
  });
});

describe('what is told', () => {
  it('has the sixty per cent beside the figures that bear it out and those that do not', async () => {
    const all = answers.disagreements.parse(await (await get('/api/disagreements')).json());
    const claim = all.find(({ id }) => id.startsWith('claim.') && id.includes('fdi'));
    expect(claim?.verdict).toBe('definition-dependent');
    const values = claim?.sides.map(({ value }) => value);
    for (const one of [0.6, 0.634, -0.3]) expect(values).toContain(one);
  });

  it('says of a record that its source cites a note that was not supplied', async () => {
    const record = answers.record.parse(await (await get('/api/records/kaz-offers-mediation')).json());
    expect(record.evidence.map(({ note }) => note)).toContain('4');
  });

  it('does not know on a past day what came later', async () => {
    const past = answers.timeline.parse(
      await (await get('/api/timeline?as-known-on=2022-06-30')).json(),
    ).entries;
    const now = answers.timeline.parse(await (await get('/api/timeline')).json()).entries;
    expect(past.length).toBeLessThan(now.length);
    expect(past.every(({ event }) => event.id !== 'tokayev-first-visit-russia')).toBe(true);
  });

  it('gives a gap its reason, never a zero', async () => {
    const { dimensions } = answers.measuredYear.parse(await (await get('/api/measures?year=1994')).json());
    const economic = dimensions.find(({ dimension }) => dimension === 'economic');
    expect(economic?.balance.effectivePartners).toEqual({ gap: 'no-records' });
  });
});

describe('a request that does not fit', () => {
  it.each([
    ['/api/measures?year=soon', 400],
    ['/api/measures?year=99999', 400],
    ['/api/series', 400],
    ['/api/series?dimension=culinary', 400],
    ['/api/vectors/KAZ', 400],
    ['/api/vectors/KAZ.XXX.political.2022', 404],
    ['/api/vectors/UZB.RUS.political.2022', 404],
    ['/api/records/no-such-record', 404],
    ['/api/timeline?partner=Atlantis', 404],
    ['/api/timeline?from=yesterday', 400],
    ['/api/dossier?focal=../../etc', 400],
    ['/api/dossier?focal=ZZZ', 404],
    ['/api/dossier?as-known-on=2023-02-30', 400],
    ['/api/brief?format=exe', 400],
    ['/api/nothing', 404],
    ['/nothing', 404],
    ['/assets/../../package.json', 404],
    ['/%2e%2e/%2e%2e/package.json', 404],
    ['/..%2f..%2fpackage.json', 404],
    ['/api/records/..%2f..%2fetc%2fpasswd', 404],
    ['/api/records/%00', 404],
    [`/api/records/${'a'.repeat(5000)}`, 400],
    [`/api/timeline?partner=${'x'.repeat(100_000)}`, 400],
  ])('%s is %i, with words on what is wrong', async (path, status) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    const { error, hint } = answers.fault.parse(await response.json());
    expect(error.length).toBeGreaterThan(5);
    if (status === 400) expect(hint ?? error).not.toBe('');
    expect(JSON.stringify({ error, hint })).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it('has the command that makes a dossier in its hint, where there is none', async () => {
    const { hint } = answers.fault.parse(await (await get('/api/dossier?focal=UZB')).json());
    expect(hint).toContain('multivector dossier new UZB');
  });
});

describe('the guard', () => {
  it.each([
    'evil.example',
    'evil.example:4173',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.168.1.4',
    '',
  ])('does not answer to the name “%s”', async (host) => {
    for (const path of ['/', '/api/dossier']) expect((await get(path, { host })).status, path).toBe(421);
  });

  it.each(['127.0.0.1:4173', 'localhost:1', 'localhost', '[::1]:4173', 'LOCALHOST:80'])(
    'answers to its own name “%s”',
    async (host) => {
      expect((await get('/api/claims', { host })).status).toBe(200);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('turns away %s', async (method) => {
    const response = await server.request('http://127.0.0.1/api/dossier', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['/', '/api/dossier', '/nothing', '/api/vectors/x'])('keeps %s to itself', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|http|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('what is sent', () => {
  it('is pressed where the browser takes it so', async () => {
    for (const path of ['/', '/api/measures'])
      expect((await get(path, { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
  });

  it('is not sent again where it has not changed', async () => {
    for (const path of ['/', '/api/claims']) {
      const tag = (await get(path)).headers.get('etag') ?? '';
      expect(tag).not.toBe('');
      expect((await get(path, { 'if-none-match': tag })).status, path).toBe(304);
    }
  });

  it('is a brief as a file, where one is asked for', async () => {
    const response = await get('/api/brief?format=md&year=2022');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="kaz-2022.md"');
    expect(await response.text()).toContain('Kazakhstan');
  });
});

it('says that the page is not built, where it is not', async () => {
  const bare = app(await Workbench.open(), { folder: join(pages, 'none/') });
  const response = await bare.request('http://localhost/');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build:web');
});
