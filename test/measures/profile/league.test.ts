import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entrant, quantityOfBalance, rankAmong } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import { gap } from '../../../src/model/gap.ts';
import { type AnsweredRow, answersFrom } from '../../fixtures/answers.ts';

const entrant = (state: string, value: number, drawn: readonly number[] = []): Entrant => ({
  state,
  value,
  drawn: Float64Array.from(drawn),
});

describe('a rank', () => {
  it('is 1 for the most effective partners, and for the smallest share of the leader', () => {
    const all = [entrant('A', 3), entrant('B', 2), entrant('C', 1)];
    expect(rankAmong(all, 'A', 'effective-partners')).toMatchObject({ rank: 1, of: 3 });
    expect(rankAmong(all, 'A', 'leader-share')).toMatchObject({ rank: 3, of: 3 });
  });
  it('has an interval over the draws: B passes A in half of them', () => {
    const all = [entrant('A', 3, [3, 3, 3, 3]), entrant('B', 2, [4, 4, 2, 2]), entrant('C', 1, [1, 1, 1, 1])];
    expect(rankAmong(all, 'B', 'evenness')).toEqual({ rank: 2, low: 1, high: 2, of: 3 });
    expect(rankAmong(all, 'C', 'evenness')).toEqual({ rank: 3, low: 3, high: 3, of: 3 });
  });
  it('leaves out whoever has no figure, and has no answer for them', () => {
    const all = [entrant('A', 3), { state: 'B', value: gap('no-records'), drawn: new Float64Array() }];
    expect(rankAmong(all, 'A', 'evenness')).toMatchObject({ rank: 1, of: 1 });
    expect(rankAmong(all, 'B', 'evenness')).toBeUndefined();
  });
  it('is the better one where values are the same, and all ranks lie between 1 and their number', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }), (values) => {
        const all = values.map((value, i) => entrant(String(i), value));
        for (const [i, value] of values.entries()) {
          const found = rankAmong(all, String(i), 'effective-partners');
          expect(found?.rank).toBe(1 + values.filter((other) => other > value).length);
          expect(found?.of).toBe(values.length);
        }
      }),
    ));
});

describe('a quantity of balance', () => {
  it('of .5, .3 and .2: 2.6316 partners, evenness .9372, the leader has .5', () => {
    const weights = [0.5, 0.3, 0.2];
    expect(quantityOfBalance(weights, 'effective-partners')).toBeCloseTo(2.6316, 4);
    expect(quantityOfBalance(weights, 'evenness')).toBeCloseTo(0.9372, 4);
    expect(quantityOfBalance(weights, 'leader-share')).toBe(0.5);
    expect(quantityOfBalance([], 'evenness')).toMatchObject({ gap: 'no-records' });
  });
});

describe('the league', () => {
  const buys = (focal: string, partner: string, value: number): AnsweredRow => ({
    focal,
    partner,
    indicator: 'imports',
    period: '2014',
    value,
    unit: 'USD million',
    source: 'cow-trade',
  });
  // BLR trades with RUS and DEU, UZB with RUS, DEU and TUR alike, TUR with RUS and DEU.
  const trade = [
    ['BLR', 'RUS', 75],
    ['BLR', 'DEU', 25],
    ['UZB', 'RUS', 40],
    ['UZB', 'DEU', 40],
    ['UZB', 'TUR', 40],
    ['TUR', 'RUS', 10],
    ['TUR', 'DEU', 90],
  ] as const;
  const archive = {
    ...answersFrom({
      observation: trade.flatMap(([one, other, value]) => [buys(one, other, value), buys(other, one, value)]),
    }),
    sources: async () => [],
    remember: <T>(_: string, make: () => Promise<T>) => make(),
  };
  const ask = (focal: readonly string[], choices: Readonly<Record<string, unknown>> = {}) =>
    measuring({ archive })('league', {
      focal,
      partners: ['RUS', 'DEU', 'TUR'],
      from: '2014',
      to: '2014',
      choices: { dimension: 'economic', ...choices },
    });
  it('ranks states over the same partners: .75 and .25 are 1.6, two halves are 2, .1 and .9 are 1.22', async () => {
    const { figures, notes, basis } = await ask(['BLR', 'UZB', 'TUR']);
    expect(
      figures.map(({ about, value, n, note }) => [about, (value as number).toFixed(2), n, note]),
    ).toEqual([
      ['BLR', '1.60', 2, 'rank 2 of 3'],
      ['UZB', '2.00', 2, 'rank 1 of 3'],
      ['TUR', '1.22', 2, 'rank 3 of 3'],
    ]);
    expect(notes).toContain('left out, being compared themselves: TUR');
    expect(basis).toBe('archive');
  });
  it('takes a compared state back in where it is not compared', async () => {
    const { figures } = await ask(['BLR', 'UZB']);
    expect(figures.map(({ value }) => (value as number).toFixed(2))).toEqual(['1.60', '3.00']);
  });
  it('gives the leader’s share, with its unit', async () => {
    const { figures, unit } = await ask(['BLR', 'UZB'], { quantity: 'leader-share' });
    expect(figures.map(({ value }) => (value as number).toFixed(2))).toEqual(['0.75', '0.33']);
    expect(unit).toBe('share');
  });
  it('has a gap for a state that nothing is known of', async () => {
    const { figures } = await ask(['BLR', 'MNG']);
    expect(figures.find(({ about }) => about === 'MNG')).toMatchObject({
      value: { gap: 'no-records' },
      n: 0,
    });
    expect(figures.find(({ about }) => about === 'BLR')?.note).toBe('rank 1 of 1');
  });
  it('needs an archive', async () => {
    await expect(measuring({})('league', { focal: ['BLR'], partners: ['RUS'] })).rejects.toThrow(
      'no archive',
    );
  });
});
