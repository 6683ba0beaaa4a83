import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import { noRecords } from '../../../src/model/no-records.ts';
import type { Records } from '../../../src/model/records.ts';
import { imported, itWithFiles } from '../../fixtures/archives.ts';
import { arms, type OwnRow, observed, observedAll, ownArchive } from '../partners/own-archive.ts';

const share = { unit: 'share' };
const top = (values: Readonly<Record<string, number>>): OwnRow[] =>
  observedAll('factbook', 'export-partner-share', 'UZB', 2023, values, share);

/** One figure of a measure from rows of one's own. */
async function figure(
  rows: Parameters<typeof ownArchive>[0],
  id: string,
  choices: Asked['choices'] = {},
  focal = 'UZB',
) {
  const { figures } = await measuring({ archive: ownArchive(rows) })(id, { focal: [focal], choices });
  const [first] = figures;
  if (!first) throw new Error('no figure');
  return first;
}

describe('by hand: 50, 30 and 20 million with three partners', () => {
  const rows = {
    observation: observedAll('comtrade', 'exports', 'UZB', 2020, {
      RUS: 50,
      CHN: 30,
      TUR: 20,
      WLD: 100,
      IRN: 0,
    }),
  };
  it.each([
    ['herfindahl', {}, 0.38],
    ['herfindahl', { normalised: true }, 0.07],
    ['effective-partners', {}, 2.6316],
    ['effective-partners', { order: '1' }, 2.8001],
    ['effective-partners', { order: '0' }, 3],
    ['evenness', {}, 0.9372],
    ['leader', {}, 0.5],
    ['top-share', { k: 2 }, 0.8],
  ])('%s %o is %d', async (id, choices, value) => {
    const one = await figure(rows, id, choices);
    expect(one.value).toBeCloseTo(value, 4);
    expect(one.interval).toMatchObject({ gap: 'not-applicable' });
    expect(one).toMatchObject({ n: 3, period: '2020', source: 'comtrade' });
  });
  it('names who leads, and who comes next', async () => {
    expect(await figure(rows, 'leader')).toMatchObject({ partner: 'RUS', note: 'next: CHN 0.300' });
  });
  it('names nobody where two have the same', async () => {
    const tied = { observation: observedAll('comtrade', 'exports', 'UZB', 2020, { RUS: 5, CHN: 5 }) };
    expect(await figure(tied, 'leader')).toMatchObject({ partner: undefined, value: 0.5 });
  });
});

describe('where only the largest are known', () => {
  it('gives sharp bounds and their middle: 60 % and 20 % in whole per cent', async () => {
    const one = await figure({ observation: top({ CHN: 0.6, RUS: 0.2 }) }, 'top-share', { k: 2 });
    expect(one).toMatchObject({ value: expect.closeTo(0.8, 9), interval: { method: 'bounds' } });
    expect(one.interval).toMatchObject({ low: expect.closeTo(0.79, 9), high: expect.closeTo(0.81, 9) });
    const index = await figure({ observation: top({ CHN: 0.6, RUS: 0.2 }) }, 'herfindahl');
    // At the most .605, .205 and .19; at the least .595, .195 and 246 of .21 / 246.
    expect(index.interval).toMatchObject({
      low: expect.closeTo(0.595 ** 2 + 0.195 ** 2 + 0.21 ** 2 / 246, 9),
      high: expect.closeTo(0.605 ** 2 + 0.205 ** 2 + 0.19 ** 2, 9),
    });
    expect(index.note).toContain('the 2 largest partners alone');
  });
  it('has no evenness and no normalised index, since nobody knows how many there are', async () => {
    const rows = { observation: top({ CHN: 0.6, RUS: 0.2 }) };
    expect((await figure(rows, 'evenness')).value).toMatchObject({ gap: 'not-applicable' });
    expect((await figure(rows, 'herfindahl', { normalised: true })).value).toMatchObject({
      gap: 'not-applicable',
    });
    expect((await figure(rows, 'herfindahl', { union: true })).value).toMatchObject({
      gap: 'not-applicable',
    });
  });
  it('takes shares that rounding made 0 for less than half a per cent', async () => {
    const one = await figure({ observation: top({ CHN: 0.92, RUS: 0.06, ITA: 0.01, THA: 0 }) }, 'herfindahl');
    expect(one.value).toBeGreaterThan(0.83);
    expect(one.value).toBeLessThan(0.87);
  });
});

describe('what is nobody’s', () => {
  it('may be anybody’s: half of the imports are of areas not specified', async () => {
    const rows = {
      observation: observedAll('comtrade', 'imports', 'UZB', 2020, {
        RUS: 30,
        CHN: 20,
        'comtrade:_X': 50,
        WLD: 100,
      }),
    };
    const { interval, note } = await figure(rows, 'top-share', { indicator: 'imports', k: 1 });
    expect(interval).toMatchObject({ low: expect.closeTo(0.3, 9), high: expect.closeTo(0.8, 9) });
    expect(note).toBe('the listed partners have 50.0 % of the total');
  });
  it('counts a negative stock as 0, names it and what is withheld', async () => {
    const rows = {
      observation: observedAll('imf-dip-reported', 'imf:INWD_D_NETLA_FALL_ALL', 'UZB', 2020, {
        NLD: 60,
        CHN: 40,
        CYP: -10,
        USA: undefined,
        WLD: 100,
      }),
    };
    const one = await figure(rows, 'herfindahl', { indicator: 'fdi-stock' });
    expect(one.value).toBeCloseTo(0.52, 9);
    expect(one.note).toContain('withheld: USA');
    expect(one.note).toContain('negative, so 0 here: CYP');
  });
});

describe('sources', () => {
  const observation = [
    ...observedAll('comtrade', 'exports', 'UZB', 2020, { RUS: 50, CHN: 50 }),
    ...observedAll('cow-trade', 'imports', 'RUS', 2020, { UZB: 90 }),
    ...observedAll('cow-trade', 'imports', 'CHN', 2020, { UZB: 10 }),
    ...observedAll('cow-trade', 'imports', 'RUS', 2018, { UZB: 30 }),
  ];
  it('are never added up: a state’s own figures speak before those of its partners', async () => {
    const run = measuring({ archive: ownArchive({ observation }) });
    const { figures, notes, sources } = await run('herfindahl', { focal: ['UZB'] });
    expect(figures.map(({ period, value, source }) => [period, value, source])).toEqual([
      ['2018', 1, 'cow-trade'],
      ['2019', expect.objectContaining({ gap: 'not-covered' }), undefined],
      ['2020', 0.5, 'comtrade'],
    ]);
    expect(sources).toEqual(['comtrade', 'cow-trade']);
    expect(notes).toEqual([expect.stringContaining('the source changes')]);
  });
  it('are the user’s to choose', async () => {
    expect(
      (await figure({ observation: observation.slice(0, 4) }, 'herfindahl', { source: 'cow-trade' })).value,
    ).toBeCloseTo(0.82, 9);
    await expect(figure({ observation }, 'herfindahl', { source: 'baci' })).rejects.toThrow(
      '“baci” has no such figures',
    );
  });
  it('give the edition that was published last', async () => {
    const rows = {
      observation: [
        observed('kaz-trade', 'exports', 'UZB', 'CHN', 2020, 10, { published: '2022-07' }),
        observed('kaz-trade', 'exports', 'UZB', 'CHN', 2020, 30, { published: '2021-07' }),
        observed('kaz-trade', 'exports', 'UZB', 'RUS', 2020, 10, { published: '2021-07' }),
      ],
    };
    expect((await figure(rows, 'herfindahl')).value).toBeCloseTo(0.5, 9);
  });
  it('are asked once, however many partners and years there are', async () => {
    const archive = ownArchive({ observation });
    await measuring({ archive })('herfindahl', { focal: ['UZB'] });
    expect(archive.asked.length).toBeLessThanOrEqual(3);
  });
  it('say so where there is nothing of a state', async () => {
    const { figures, notes } = await measuring({ archive: ownArchive({ observation }) })('leader', {
      focal: ['FJI'],
    });
    expect(figures).toEqual([]);
    expect(notes).toEqual(['nothing is at hand of exports of FJI']);
  });
});

describe('trade as a whole', () => {
  it('is exports and imports of one source, where the publisher gives no turnover', async () => {
    const observation = [
      ...observedAll('comtrade', 'exports', 'UZB', 2020, { RUS: 10, CHN: 20 }),
      ...observedAll('comtrade', 'imports', 'UZB', 2020, { RUS: 40, TUR: 30 }),
      ...observedAll('cow-trade', 'imports', 'UZB', 2020, { IRN: 1000 }),
    ];
    const one = await figure({ observation }, 'herfindahl', { indicator: 'trade' });
    expect(one.value).toBeCloseTo(0.25 + 0.04 + 0.09, 9);
  });
});

describe('arms', () => {
  const rows = arms('UZB', [
    ['RUS', [2011, 2012], 60],
    ['RUS', [2014], 20],
    ['USA', [2015], 10],
    ['CHN', [2013], 5],
    ['ESP', [2020], 5],
    [null, [2016], 10],
  ]);
  it('come in windows of ten years, with a bootstrap over deals', async () => {
    const run = measuring({ archive: ownArchive(rows) });
    const { figures } = await run('leader', { focal: ['UZB'], choices: { indicator: 'arms-imports' } });
    expect(figures.map(({ period }) => period)).toEqual(['2011/2020']);
    const [one] = figures;
    expect(one).toMatchObject({ partner: 'RUS', interval: { method: 'bootstrap', level: 0.9 } });
    // 80 of 110, and the 10 of an unknown supplier may be Russia's too.
    expect(one?.value).toBeCloseTo((80 / 110 + 90 / 110) / 2, 9);
    expect(await run('leader', { focal: ['UZB'], choices: { indicator: 'arms-imports' } })).toEqual(
      await run('leader', { focal: ['UZB'], choices: { indicator: 'arms-imports' } }),
    );
  });
  it('say so where there are too few deals', async () => {
    const few = arms('UZB', [
      ['RUS', [2011], 60],
      ['CHN', [2012], 5],
    ]);
    const one = await figure(few, 'herfindahl', { indicator: 'arms-imports', years: 2 });
    expect(one.interval).toMatchObject({ gap: 'too-few-records', because: '2 of at least 5 deals' });
  });
});

describe('the European Union', () => {
  it('counts as one partner where that is asked for', async () => {
    const rows = {
      observation: observedAll('comtrade', 'exports', 'UZB', 2020, { DEU: 30, FRA: 30, GBR: 20, CHN: 20 }),
    };
    expect((await figure(rows, 'herfindahl')).value).toBeCloseTo(0.26, 9);
    const one = await figure(rows, 'leader', { union: true });
    expect(one).toMatchObject({ partner: 'EU', value: expect.closeTo(0.6, 9) });
  });
});

describe('a dossier', () => {
  const records: Records = {
    ...noRecords('UZB', ['CHN']),
    observations: (['CHN 50', 'RUS 30', 'WLD 100'] as const).map((text) => {
      const [partner = '', value] = text.split(' ');
      return {
        id: `UZB.${partner}`,
        focal: 'UZB',
        partner,
        indicator: 'exports',
        period: '2020',
        value: Number(value),
        unit: 'USD million',
        source: 'statistics',
      } as Records['observations'][number];
    }),
  };
  const open = new Map([['UZB', records]]);
  it('has the partners that somebody chose, so that the rest is open', async () => {
    const run = measuring({ open });
    const { figures, basis } = await run('herfindahl', { focal: ['UZB'] });
    expect(basis).toBe('dossier');
    expect(figures[0]).toMatchObject({
      interval: { high: expect.closeTo(0.25 + 0.09 + 0.04, 9), method: 'bounds' },
      records: ['UZB.CHN', 'UZB.RUS'],
      source: undefined,
    });
  });
  it('gives way to an archive that has more, and is never mixed with it', async () => {
    const archive = ownArchive({ observation: observedAll('comtrade', 'exports', 'UZB', 2020, { RUS: 1 }) });
    const { figures, basis } = await measuring({ open, archive })('herfindahl', { focal: ['UZB'] });
    expect(basis).toBe('archive');
    expect(figures[0]).toMatchObject({ value: 1, records: undefined });
  });
});

describe('a row of the European Union beside its members', () => {
  const observations = [
    ['EU', 0.5],
    ['NLD', 0.4],
    ['USA', 0.3],
  ].map(
    ([partner, value]) =>
      ({
        id: `UZB.${partner}`,
        focal: 'UZB',
        partner,
        indicator: 'fdi-stock-share',
        period: '2020',
        value,
        unit: 'share',
        source: 'statistics',
      }) as Records['observations'][number],
  );
  const run = measuring({ open: new Map([['UZB', { ...noRecords('UZB', ['EU']), observations }]]) });
  const leader = async (union: boolean) =>
    (await run('leader', { focal: ['UZB'], choices: { indicator: 'fdi-stock', union } })).figures[0];
  it('is no partner of its own where members are partners', async () => {
    expect(await leader(false)).toMatchObject({ partner: 'NLD', n: 2, value: expect.closeTo(0.4, 9) });
  });
  it('is the Union where that counts as one', async () => {
    expect(await leader(true)).toMatchObject({ partner: 'EU', n: 2, value: expect.closeTo(0.5, 9) });
  });
});

describe('the mirror', () => {
  it('shows what the partners’ own figures would give', async () => {
    const rows = {
      observation: [
        ...observedAll('kaz-trade', 'exports', 'UZB', 2020, { RUS: 50, CHN: 50 }),
        observed('comtrade', 'imports', 'CHN', 'UZB', 2020, 150),
      ],
    };
    expect((await figure(rows, 'herfindahl')).note).toBe('with what CHN reports instead: 0.625');
  });
});

itWithFiles(
  'has Kazakhstan’s official total as the sum of its partners, with no group counted twice',
  async (data) => {
    const { store } = await imported([`${data}/trade-kaz-official`]);
    const rows = await store.rows({
      table: 'observation',
      columns: ['partner', 'value', 'published'],
      where: { source: 'kaz-trade', indicator: 'exports', period: '2022' },
      order: ['published'],
    });
    const latest = new Map(rows.map(({ partner, value }) => [String(partner), Number(value)]));
    const total = latest.get('WLD') ?? 0;
    latest.delete('WLD');
    const sum = [...latest.values()].reduce((all, value) => all + value, 0);
    expect(total).toBeCloseTo(84593.07, 2);
    expect(sum / total).toBeCloseTo(1, 6);
    const run = measuring({ archive: { ...ownArchive({}), rows: (question) => store.rows(question) } });
    const { figures } = await run('herfindahl', { focal: ['KAZ'], from: '2022', to: '2022' });
    const index = [...latest.values()].reduce((all, value) => all + (value / sum) ** 2, 0);
    expect(figures[0]?.value).toBeCloseTo(index, 9);
  },
);
