import { describe, expect, it } from 'vitest';
import { worldFigures } from '../../src/refresh/index.ts';
import { type AnsweredRow, answersFrom } from '../fixtures/answers.ts';

const buys = (focal: string, partner: string, value: number, more: AnsweredRow = {}): AnsweredRow => ({
  focal,
  partner,
  indicator: 'imports',
  period: '2014',
  value,
  unit: 'USD million',
  source: 'cow-trade',
  ...more,
});
const alliance = (a: string, b: string, from: string, to: string, detail: string): AnsweredRow => ({
  kind: 'alliance',
  a,
  b,
  from,
  to,
  detail,
  source: 'atop',
});
const values = async (
  tables: Parameters<typeof answersFrom>[0],
  partners = ['RUS', 'CHN', 'EU'],
): Promise<Readonly<Record<string, number | undefined>>> =>
  Object.fromEntries(
    (await worldFigures(answersFrom(tables), 'BLR', partners)).map(({ row }) => [row.id, row.value]),
  );

describe('trade of the whole world', () => {
  it('exports are what the others buy, and totals are added up where none is published', async () => {
    const found = await values({
      observation: [
        buys('BLR', 'RUS', 60),
        buys('BLR', 'DEU', 30),
        buys('BLR', 'BRA', 10),
        buys('RUS', 'BLR', 5),
        buys('BRA', 'BLR', 7),
      ],
    });
    expect(found).toEqual({
      'BLR.RUS.imports.2014.cow-trade': 60,
      'BLR.DEU.imports.2014.cow-trade': 30,
      'BLR.WLD.imports.2014.cow-trade': 100,
      'BLR.RUS.exports.2014.cow-trade': 5,
      'BLR.WLD.exports.2014.cow-trade': 12,
    });
  });
  it('a published total stands, and a state’s own statistics are left out', async () => {
    const found = await values({
      observation: [
        buys('BLR', 'WLD', 500, { source: 'comtrade' }),
        buys('BLR', 'RUS', 60, { source: 'comtrade' }),
        buys('BLR', 'RUS', 61, { source: 'kaz-trade' }),
      ],
    });
    expect(found).toEqual({
      'BLR.WLD.imports.2014.comtrade': 500,
      'BLR.RUS.imports.2014.comtrade': 60,
    });
  });
});

describe('alliances', () => {
  it('are the highest obligation in force, year by year, 0 where there is none, and none before the first', async () => {
    const found = await values(
      {
        tie: [
          alliance('RUS', 'BLR', '2015', '2016', 'non-aggression, consultation'),
          alliance('BLR', 'RUS', '2016', '2018/..', 'defence, consultation'),
          alliance('BLR', 'UKR', '2014', '2014', 'consultation'),
        ],
      },
      ['RUS', 'CHN'],
    );
    const of = (partner: string) =>
      ['2013', '2014', '2015', '2016', '2017', '2018', '2019'].map(
        (year) => found[`BLR.${partner}.alliance.${year}.atop`],
      );
    expect(of('RUS')).toEqual([undefined, 0, 2, 3, 3, 3, undefined]);
    expect(of('CHN')).toEqual([undefined, 0, 0, 0, 0, 0, undefined]);
  });
  it('of the Union are the mean over its members of the year', async () => {
    const found = await values({ tie: [alliance('BLR', 'DEU', '2014', '2018/..', 'non-aggression')] });
    expect(found['BLR.EU.alliance.2014.atop']).toBeCloseTo(2 / 28, 4);
  });
});

it('nothing in the archive gives no figures', async () => {
  expect(await worldFigures(answersFrom({}), 'BLR', ['RUS', 'EU'])).toEqual([]);
});
