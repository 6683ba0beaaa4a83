import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue, choicesOf, figureColumns } from '../../src/measures/index.ts';
import type { DataSource } from '../../src/model/bulk.ts';
import * as answers from '../../src/server/answers.ts';
import { app } from '../../src/server/app.ts';
import * as measureAnswers from '../../src/server/measure-answers.ts';
import { measureQuery, mostNamed } from '../../src/server/measure-query.ts';
import { type Measurer, measurerHere } from '../../src/server/measurer.ts';
import type { ArchiveAtHand } from '../../src/server/measures-at-hand.ts';
import { Workbench } from '../../src/workbench.ts';

type Server = ReturnType<typeof app>;
let bare: Server;

beforeAll(async () => {
  bare = app(await Workbench.open());
});

const ask = async (path: string, server: Server = bare) => {
  const response = await server.request(`http://127.0.0.1${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const figures = async (query: string, server?: Server) => {
  const { status, text } = await ask(`/api/measures/${query}`, server);
  expect(status, text.slice(0, 300)).toBe(200);
  return measureAnswers.measurement.parse(JSON.parse(text));
};
const problem = async (path: string, server?: Server) => {
  const { status, text } = await ask(path, server);
  return { status, ...answers.fault.parse(JSON.parse(text)) };
};

describe('the catalogue', () => {
  it('has every measure by family, as its schema says and nothing else', async () => {
    const { text } = await ask('/api/measures/catalogue');
    const body: unknown = JSON.parse(text);
    const told = measureAnswers.measureCatalogue.parse(body);
    expect(told).toEqual(body);
    expect(told.flatMap(({ measures }) => measures.map(({ id }) => id))).toEqual(
      catalogue.map(({ id }) => id),
    );
  });

  it('says where a range has no end by leaving it out', async () => {
    const told = measureAnswers.measureCatalogue.parse(
      JSON.parse((await ask('/api/measures/catalogue')).text),
    );
    for (const head of told.flatMap(({ measures }) => measures)) {
      const [least = 0, greatest = 0] = catalogue.find(({ id }) => id === head.id)?.range ?? [];
      expect([head.least ?? Number.NEGATIVE_INFINITY, head.greatest ?? Number.POSITIVE_INFINITY]).toEqual([
        least,
        greatest,
      ]);
    }
  });

  it('has no measure with a choice that a query takes for something else', () => {
    const own = [...Object.keys(measureQuery), 'format'];
    for (const measure of catalogue)
      for (const { name } of choicesOf(measure)) expect(own, `${measure.id} ${name}`).not.toContain(name);
  });
});

describe('the figures of a measure', () => {
  const weight = 'weight?partners=RUS,CHN&from=2020&to=2022&dimension=economic&draws=100&wait=60';

  it('come with names, sources with licences, and what was asked', async () => {
    const told = await figures(weight);
    expect(told.asked).toMatchObject({
      focal: ['KAZ'],
      partners: ['RUS', 'CHN'],
      by: 'year',
      from: '2020',
      to: '2022',
    });
    expect(told.asked.choices).toMatchObject({ dimension: 'economic', draws: 100 });
    expect(told.names).toMatchObject({ KAZ: 'Kazakhstan', RUS: 'Russia', CHN: 'China' });
    expect(told.basis).toBe('dossier');
    expect(new Set(told.figures.map(({ period }) => period))).toEqual(new Set(['2020', '2021', '2022']));
    expect(told.sources.length).toBeGreaterThan(0);
    for (const { reference, licence, from } of told.sources) {
      expect(reference.length).toBeGreaterThan(10);
      expect(licence).not.toBe('unknown');
      expect(from).toBe('dossier');
    }
  });

  it('of drift say which series they are about, and those can be asked for', async () => {
    const told = await figures('drift?of=weight&with=dimension%3Dpolitical&partners=RUS,CHN&by=year&wait=60');
    expect(told.about).toMatchObject({ measure: 'weight', points: 'value' });
    expect(told.about?.choices).toMatchObject({ dimension: 'political' });
    const choices = new URLSearchParams(
      Object.entries(told.about?.choices ?? {}).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    );
    const series = await figures(`weight?partners=RUS,CHN&by=year&wait=60&${choices}`);
    expect(new Set(series.figures.map(({ partner }) => partner))).toEqual(new Set(['RUS', 'CHN']));
  });

  it('have units of their own and bounds where they differ, and commitments by their words', async () => {
    const profile = await figures('profile?from=2022&to=2022&wait=60');
    expect(profile.units).toMatchObject({ breadth: 'partners', exposure: 'share' });
    expect(profile.limits).toContainEqual({ item: 'breadth', value: 3.5, words: 'high from' });
    const kept = await figures('kept?from=2023&to=2023&wait=60');
    for (const { item = '' } of kept.figures) expect(kept.names[item]).toMatch(/ /);
  });

  it('lead to records that there are', async () => {
    const { figures: all } = await figures(weight);
    const ids = all.flatMap(({ records = [] }) => records);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of new Set(ids))
      expect((await ask(`/api/records/${encodeURIComponent(id)}`)).status, id).toBe(200);
  });

  it('are the same as CSV, in the columns of the command line', async () => {
    const told = await figures(weight);
    const { headers, text } = await ask(`/api/measures/${weight}&format=csv`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="weight-kaz.csv"');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    const measure = catalogue.find(({ id }) => id === 'weight');
    expect(Object.keys(rows[0] ?? {})).toEqual(measure && figureColumns({ measure }));
    expect(rows.map(({ partner, period }) => [partner, period])).toEqual(
      told.figures.map(({ partner, period }) => [partner, period]),
    );
    for (const [place, { value }] of told.figures.entries())
      if (typeof value === 'number') expect(Number(rows[place]?.value)).toBeCloseTo(value, 5);
      else expect(rows[place]).toMatchObject({ value: '', gap: value.gap });
  });

  it('are said to be underway where they take longer than is waited', async () => {
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { figures: compute, multiverse } = measurerHere();
    const measurer: Measurer = {
      multiverse,
      async figures(ground, id, asked, onProgress) {
        onProgress(0.25, 'drawing samples');
        await held;
        return compute(ground, id, asked, onProgress);
      },
    };
    const server = app(await Workbench.open(), { measurer });
    const path = '/api/measures/weight?draws=100&from=2022';
    const first = await ask(`${path}&wait=0`, server);
    expect(first.status).toBe(202);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(measureAnswers.underway.parse(JSON.parse(first.text))).toEqual({
      progress: 0.25,
      what: 'drawing samples',
    });
    expect((await ask('/api/claims', server)).status).toBe(200);
    answer();
    expect((await ask(`${path}&wait=60`, server)).status).toBe(200);
    expect((await ask(`${path}&wait=0`, server)).status).toBe(200); // kept
  });

  it('are of several states side by side', async () => {
    const told = await figures('weight?focal=KAZ,UZB&partners=RUS,CHN&from=2020&draws=100&wait=60');
    expect(told.asked.focal).toEqual(['KAZ', 'UZB']);
    expect(told.names.UZB).toBe('Uzbekistan');
  });

  it('know on a past day only what was known', async () => {
    const count = async (day: string) =>
      (await figures(`weight?from=2022&to=2022&draws=100&wait=60${day}`)).figures.reduce(
        (sum, { n }) => sum + n,
        0,
      );
    expect(await count('&as-known-on=2022-06-30')).toBeLessThan(await count(''));
  });
});

describe('a measure that needs an archive', () => {
  it('says without one what to do', async () => {
    const { status, error, hint } = await problem('/api/measures/agreement?partners=RUS&wait=60');
    expect(status).toBe(404);
    expect(error).toContain('the archive has no');
    expect(hint).toContain('multivector datasets fetch');
  });

  const dataset: DataSource = {
    id: 'our-votes',
    type: 'dataset',
    title: 'Votes of our own making',
    author: [{ literal: 'Nobody' }],
    licence: 'public domain',
    redistributable: true,
  };
  const archive = (stamps: readonly string[]): ArchiveAtHand & { readonly asked: () => number } => {
    let asked = 0;
    let opened = 0;
    return {
      asked: () => asked,
      get: async () => ({
        stamp: stamps[Math.min(opened++, stamps.length - 1)] ?? '',
        archive: {
          rows: async () => {
            asked += 1;
            return [];
          },
          eventSeries: async () => [],
          sources: async () => [dataset],
          remember: (_, make) => make(),
        },
      }),
    };
  };

  it('asks the archive again when its imports have changed, and else not', async () => {
    const own = archive(['one', 'one', 'two']);
    const server = app(await Workbench.open(), { archive: own });
    const path = '/api/measures/agreement?partners=RUS&wait=60';
    await ask(path, server);
    const once = own.asked();
    expect(once).toBeGreaterThan(0);
    await ask(path, server);
    expect(own.asked()).toBe(once);
    await ask(path, server);
    expect(own.asked()).toBeGreaterThan(once);
  });

  it('has sources that can be looked at', async () => {
    const server = app(await Workbench.open(), { archive: archive(['one']) });
    const { text } = await ask('/api/sources/our-votes', server);
    expect(measureAnswers.cited.parse(JSON.parse(text))).toMatchObject({
      from: 'archive',
      licence: 'public domain',
      reference: 'Nobody. Votes of our own making.',
    });
    expect((await ask('/api/sources/cow-igo', server)).text).toContain('"from":"dossier"');
    expect((await problem('/api/sources/none', server)).status).toBe(404);
  });

  it('says of an archive that cannot be read why', async () => {
    const server = app(await Workbench.open(), {
      archive: { get: () => Promise.reject(new Error('no permission at /secret')) },
    });
    const { status, text } = await ask('/api/measures/weight?partners=RUS', server);
    expect(status).toBe(500);
    expect(text).not.toContain('/secret');
  });
});

describe('a multiverse', () => {
  it('is what the figures say at first sight, under every other choice', async () => {
    const { status, text } = await ask(
      '/api/multiverse/weight?partners=RUS,CHN&dimension=economic&draws=100&wait=120',
    );
    expect(status, text.slice(0, 300)).toBe(200);
    const body: unknown = JSON.parse(text);
    const told = measureAnswers.multiverse.parse(body);
    expect(told).toEqual(body);
    expect(told.focal).toBe('KAZ');
    expect(told.specifications.length).toBe(told.tally.told + told.tally.untold);
    expect(told.specifications.map(({ id }) => id)).toContain(told.headline.id);
  });

  it('is about one state', async () => {
    const { status, error } = await problem('/api/multiverse/weight?focal=KAZ,UZB&wait=60');
    expect(status).toBe(400);
    expect(error).toContain('one focal state');
  });
});

describe('a question that does not fit', () => {
  const many = Array.from({ length: mostNamed + 1 }, (_, i) => `S${String.fromCharCode(65 + (i % 26))}${i}`);
  it.each([
    ['/api/measures/nonsense', 404],
    ['/api/measures/Agreement', 400],
    ['/api/measures/..%2f..%2fetc', 400],
    [`/api/measures/${'a'.repeat(3000)}`, 400],
    ['/api/measures/weight?focal=Kazakhstan', 400],
    ['/api/measures/weight?focal=ZZZ', 400],
    ['/api/measures/weight?partners=ZZZ', 404],
    ['/api/measures/weight?partners=,', 400],
    [`/api/measures/weight?partners=${many.join(',')}`, 400],
    [`/api/measures/weight?partners=${'x'.repeat(100_000)}`, 400],
    ['/api/measures/weight?focal=KAZ&focal=UZB', 400],
    ['/api/measures/weight?from=soon', 400],
    ['/api/measures/weight?from=2022&to=2001', 400],
    ['/api/measures/weight?by=decade', 400],
    ['/api/measures/weight?by=session', 400],
    ['/api/measures/weight?dimension=culinary', 400],
    ['/api/measures/weight?colour=red', 400],
    ['/api/measures/weight?draws=many', 400],
    ['/api/measures/weight?format=exe', 400],
    ['/api/measures/weight?wait=-1', 400],
    [`/api/measures/weight?importances=${'y'.repeat(5000)}`, 400],
    ['/api/multiverse/nonsense', 404],
  ])('%s is %i, with words on what is wrong', async (path, expected) => {
    const { status, error } = await problem(path);
    expect(status).toBe(expected);
    expect(error.length).toBeGreaterThan(5);
  });
});
