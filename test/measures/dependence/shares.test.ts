import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asked } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import { membersOn } from '../../../src/model/european-union.ts';
import { imported, itWithFiles } from '../../fixtures/archives.ts';
import { arms, observed, observedAll, ownArchive } from '../partners/own-archive.ts';

/** Figures of a measure from rows of one's own. */
async function figures(
  rows: Parameters<typeof ownArchive>[0],
  id: string,
  partners: readonly string[],
  choices: Asked['choices'] = {},
  more: Partial<Asked> = {},
) {
  const answer = await measuring({ archive: ownArchive(rows) })(id, {
    focal: ['UZB'],
    partners,
    choices,
    ...more,
  });
  return answer.figures;
}

const exports = observedAll('comtrade', 'exports', 'UZB', 2020, {
  RUS: 50,
  DEU: 20,
  FRA: 10,
  CHN: 20,
  WLD: 100,
});

describe('a partner’s share', () => {
  it('is its part of the total; the European Union’s is that of its members; who is not listed has 0', async () => {
    const some = await figures({ observation: exports }, 'partner-share', ['RUS', 'EU', 'TUR']);
    expect(some.map(({ partner, value }) => [partner, value])).toEqual([
      ['RUS', 0.5],
      ['EU', expect.closeTo(0.3, 9)],
      ['TUR', 0],
    ]);
    expect(some[0]).toMatchObject({ source: 'comtrade', n: 4, interval: { gap: 'not-applicable' } });
  });
  it('has bounds where it is rounded, and where a list has the largest alone', async () => {
    const observation = observedAll(
      'factbook',
      'export-partner-share',
      'UZB',
      2023,
      { CHN: 0.5, RUS: 0.2, DEU: 0.1 },
      { unit: 'share' },
    );
    const [china, turkey, union] = await figures({ observation }, 'partner-share', ['CHN', 'TUR', 'EU']);
    expect(china).toMatchObject({
      value: 0.5,
      interval: { low: expect.closeTo(0.495, 9), high: expect.closeTo(0.505, 9) },
    });
    expect(turkey).toMatchObject({
      value: { gap: 'not-covered', because: 'not among the 3 largest, so at most 10.5 %' },
      interval: { low: 0, high: expect.closeTo(0.105, 9) },
    });
    // Germany’s .1 is a part of it; the others may have all of the rest.
    expect(union?.interval).toMatchObject({ low: expect.closeTo(0.095, 9), method: 'bounds' });
    expect(union?.value).toBeGreaterThan(0.1);
  });
  it('is withheld where the publisher withholds it, and open where no total is stated', async () => {
    const inward = 'imf:INWD_D_NETLA_FALL_ALL';
    const reported = observedAll('imf-dip-reported', inward, 'UZB', 2020, {
      NLD: 60,
      USA: undefined,
      WLD: 100,
    });
    const [held] = await figures({ observation: reported }, 'partner-share', ['USA'], {
      indicator: 'fdi-stock',
    });
    expect(held?.value).toMatchObject({ gap: 'confidential' });
    const derived = observedAll('imf-dip-derived', 'fdi-stock', 'UZB', 2020, { CHN: 60 });
    const [open] = await figures({ observation: derived }, 'partner-share', ['CHN'], {
      indicator: 'fdi-stock',
    });
    expect(open?.value).toMatchObject({
      gap: 'not-covered',
      because: 'imf-dip-derived has no total to take a share of',
    });
  });
  it('is the same in another unit', async () => {
    const thousand = exports.map((row) => ({ ...row, value: Number(row.value) * 1000 }));
    const values = async (observation: typeof thousand) =>
      (await figures({ observation }, 'partner-share', ['RUS', 'CHN'])).map(({ value }) => value);
    expect(await values(thousand)).toEqual(await values(exports as typeof thousand));
  });
  it('adds years up, and has no answer where one of them is missing', async () => {
    const observation = [
      ...exports,
      ...observedAll('comtrade', 'exports', 'UZB', 2021, { RUS: 0, CHN: 100 }),
    ];
    const some = await figures(
      { observation },
      'partner-share',
      ['RUS'],
      { years: 2 },
      { from: '2020', to: '2021' },
    );
    expect(some.map(({ period, value }) => [period, value])).toEqual([
      ['2019/2020', expect.objectContaining({ gap: 'not-covered' })],
      ['2020/2021', 0.25],
    ]);
  });
});

describe('trade dependence', () => {
  const observation = [
    ...observedAll('cow-trade', 'imports', 'UZB', 2010, { RUS: 30, CHN: 70 }),
    ...observedAll('cow-trade', 'imports', 'RUS', 2010, { UZB: 10, CHN: 90 }),
    ...observedAll('cow-trade', 'imports', 'CHN', 2010, { UZB: 5, RUS: 100 }),
  ];
  it('is counted both ways from the importers’ figures', async () => {
    // Uzbekistan: 30 + 10 of 100 + 15; Russia: 10 + 30 of 100 + 130.
    const [own] = await figures({ observation }, 'trade-dependence', ['RUS']);
    const [back] = await figures({ observation }, 'trade-dependence', ['RUS'], { whose: 'partner' });
    expect(own?.value).toBeCloseTo(40 / 115, 9);
    expect(back?.value).toBeCloseTo(40 / 230, 9);
    const [tilt] = await figures({ observation }, 'trade-asymmetry', ['RUS']);
    expect(tilt?.value).toBeCloseTo((40 / 115 - 40 / 230) / (40 / 115 + 40 / 230), 9);
    expect(tilt?.note).toBe('UZB 0.3478, RUS 0.1739');
  });
  it('leaves out what members of the European Union trade with each other', async () => {
    const members = membersOn('2010-07-01');
    const rows = [
      ...observation,
      ...members.flatMap((member) =>
        observedAll('cow-trade', 'imports', member, 2010, {
          UZB: 1,
          USA: 3,
          ...(member === 'DEU' ? { FRA: 500 } : {}),
        }),
      ),
    ];
    const [back] = await figures({ observation: rows }, 'trade-dependence', ['EU'], {
      whose: 'partner',
      of: 'imports',
    });
    expect(back?.value).toBeCloseTo(0.25, 9);
    const [without] = await figures(
      { observation: rows.filter(({ focal }) => focal !== 'AUT') },
      'trade-dependence',
      ['EU'],
      { whose: 'partner', of: 'imports' },
      { from: '2010', to: '2010' },
    );
    expect(without?.value).toMatchObject({ gap: 'not-covered' });
  });
  it('asks the archive once for all partners', async () => {
    const archive = ownArchive({ observation });
    await measuring({ archive })('trade-asymmetry', {
      focal: ['UZB'],
      partners: ['RUS', 'CHN', 'TUR', 'EU'],
    });
    expect(archive.asked.length).toBe(4);
  });
});

describe('dependence on arms', () => {
  const rows = arms('UZB', [
    ['RUS', [2001], 40],
    ['RUS', [2010], 20],
    ['USA', [2010], 10],
    ['CHN', [2009], 5],
    ['ISR', [2006], 5],
    ['name:Soviet Union', [2002], 20],
  ]);
  it('takes the Soviet Union’s deliveries for Russia’s', async () => {
    const [one] = await figures(rows, 'arms-dependence', ['RUS'], {}, { from: '2010', to: '2010' });
    expect(one).toMatchObject({
      period: '2001/2010',
      value: expect.closeTo(0.8, 9),
      interval: { method: 'bootstrap' },
    });
  });
  it('lets old deliveries wear out: 40 · .1 + 20 · .2 + 20 of that, 10, 5 · .9 and 5 · .6', async () => {
    const [one] = await figures(
      rows,
      'arms-dependence',
      ['RUS'],
      { decay: 'linear' },
      { from: '2010', to: '2010' },
    );
    expect(one?.value).toBeCloseTo(28 / (28 + 10 + 4.5 + 3), 9);
  });
  it('is 0 towards a supplier of nothing, and no draw says otherwise', async () => {
    const [one] = await figures(rows, 'arms-dependence', ['TUR'], {}, { from: '2010', to: '2010' });
    expect(one).toMatchObject({ value: 0, interval: { gap: 'too-few-records' } });
  });
});

describe('a share of aid', () => {
  const project = (
    supplier: string,
    recipient: string,
    ordered: number,
    amount: number | null,
    i: number,
  ) => ({
    kind: 'aid',
    supplier,
    recipient,
    ordered: String(ordered),
    amount,
    source: 'aiddata-projects',
    locator: `p${i}`,
  });
  const china = [
    project('CHN', 'UZB', 2010, 30, 1),
    project('CHN', 'UZB', 2011, null, 2),
    project('CHN', 'KGZ', 2011, 50, 3),
    project('CHN', 'TJK', 2012, 10, 4),
    project('CHN', 'TJK', 2013, 5, 5),
    project('CHN', 'TJK', 2014, 5, 6),
  ];
  it('is not told of the recipient where the data have one donor alone', async () => {
    const [one] = await figures({ transfer: china }, 'aid-share', ['CHN']);
    expect(one?.value).toMatchObject({ gap: 'not-covered' });
    expect(one?.note).toBe('USD 30 million; projects without an amount: 1');
  });
  it('is told of the donor: 30 of 100', async () => {
    const [one] = await figures({ transfer: china }, 'aid-share', ['CHN'], { of: 'donor' });
    expect(one).toMatchObject({ period: '2010/2014', value: 0.3, n: 1, interval: { method: 'bootstrap' } });
  });
  it('is told of the recipient where there are more donors', async () => {
    const transfer = [...china, project('USA', 'UZB', 2012, 10, 7)];
    const some = await figures({ transfer }, 'aid-share', ['CHN', 'USA', 'RUS']);
    expect(some.map(({ value }) => value)).toEqual([
      0.75,
      0.25,
      expect.objectContaining({ gap: 'not-covered' }),
    ]);
  });
});

describe('the mirror', () => {
  const observation = [
    ...observedAll('kaz-trade', 'exports', 'UZB', 2020, { CHN: 80, RUS: 10 }),
    observed('comtrade', 'imports', 'CHN', 'UZB', 2020, 100),
    observed('cow-trade', 'imports', 'RUS', 'UZB', 2020, 999),
  ];
  it('sets two reports side by side, and none that somebody has reconciled', async () => {
    const some = await figures({ observation }, 'mirror-gap', ['CHN', 'RUS']);
    expect(some[0]).toMatchObject({
      value: expect.closeTo(-0.2, 9),
      note: 'UZB’s exports 80 USD million (kaz-trade), CHN’s imports 100 USD million (comtrade)',
    });
    expect(some[1]?.value).toMatchObject({ gap: 'not-covered' });
  });
  it('has both reports of investment', async () => {
    const rows = [
      observed('imf-dip-derived', 'fdi-stock', 'UZB', 'CHN', 2020, 60),
      observed('imf-dip-reported', 'fdi-stock', 'UZB', 'CHN', 2020, 50),
    ];
    const [one] = await figures({ observation: rows }, 'mirror-gap', ['CHN'], {
      indicator: 'fdi-stock',
      scale: 'log',
    });
    expect(one?.value).toBeCloseTo(Math.log(1.2), 9);
  });
});

describe('influence capacity', () => {
  const rows = {
    observation: [
      ...observedAll('comtrade', 'exports', 'UZB', 2015, { RUS: 20, CHN: 80 }),
      ...observedAll('comtrade', 'imports', 'UZB', 2015, { RUS: 40, CHN: 60 }),
      observed('cow-igo', 'igo-memberships', 'UZB', undefined, 2014, 50),
      observed('cow-igo', 'joint-igos', 'UZB', 'RUS', 2014, 30),
    ],
    tie: [
      { kind: 'agreement', a: 'RUS', b: 'UZB', from: '2010', source: 'desta' },
      { kind: 'alliance', a: 'UZB', b: 'RUS', from: '1999', to: '2012', detail: 'defence', source: 'atop' },
    ],
  };
  it('by hand: (60/140 + 30/50 + 1 + 0) / 4 times (20/100 + 40/100) / 2', async () => {
    const some = await figures(rows, 'influence-capacity', ['RUS']);
    const of = (item: string) => some.find((one) => one.item === item);
    expect(of('trade-volume')?.value).toBeCloseTo(60 / 140, 9);
    expect(of('shared-igos')?.value).toBeCloseTo(0.6, 9);
    expect(of('trade-agreement')?.value).toBe(1);
    expect(of('defence-pact')?.value).toBe(0);
    expect(of('bandwidth')?.value).toBeCloseTo((60 / 140 + 0.6 + 1) / 4, 9);
    expect(of('dependence')?.value).toBeCloseTo(0.3, 9);
    expect(of('product')?.value).toBeCloseTo(((60 / 140 + 0.6 + 1) / 4) * 0.3, 9);
    expect(of('product')?.note).toBe('no data: arms-volume, fdi-share, arms-share');
    expect(of('fdi-share')?.value).toMatchObject({ gap: 'not-covered' });
  });
  it('leaves out a sub-indicator of weight 0', async () => {
    const some = await figures(rows, 'influence-capacity', ['RUS'], { weights: 'import-share=0' });
    expect(some.find((one) => one.item === 'dependence')?.value).toBeCloseTo(0.2, 9);
    expect(some.some((one) => one.item === 'import-share')).toBe(false);
  });
});

describe('published figures', () => {
  itWithFiles('Russia supplied 88 % of Kazakhstan’s arms in 2020–24, as SIPRI has it', async (data) => {
    const { store } = await imported([join(data, 'arms-sipri')]);
    const run = measuring({ archive: { ...ownArchive({}), rows: (question) => store.rows(question) } });
    const answer = await run('arms-dependence', {
      focal: ['KAZ'],
      partners: ['RUS'],
      from: '2024',
      to: '2024',
      choices: { window: 5 },
    });
    const [one] = answer.figures;
    expect(one?.value).toBeGreaterThan(0.86);
    expect(one?.value).toBeLessThan(0.89);
    expect(one?.interval).toMatchObject({ method: 'bootstrap' });
  });
});
