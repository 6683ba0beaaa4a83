import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAcceptability, seeded } from '../../../src/measures/index.ts';

const draws = 20_000;
/** Four standard errors of a share. */
const within = 4 * Math.sqrt(0.25 / draws);

/** Scores that are weighted sums: a row an alternative, a column a criterion. */
const sums = (table: readonly (readonly number[])[]) => (weighting: readonly number[]) =>
  table.map((row) => row.reduce((sum, x, i) => sum + x * (weighting[i] ?? 0), 0));
const of = (table: readonly (readonly number[])[], n = draws, seed = 'ranks') =>
  rankAcceptability(sums(table), table[0]?.length ?? 1, n, seeded(seed));

describe('acceptability of ranks, where it can be reckoned on paper', () => {
  it('.6 and .2 against .3 and .5: first where .3 ω > .3 (1 − ω), that is above ½: ½', () => {
    const { ranks, central } = of([
      [0.6, 0.2],
      [0.3, 0.5],
    ]);
    expect(Math.abs((ranks[0]?.[0] ?? 0) - 0.5)).toBeLessThan(within);
    expect(central[0]?.[0]).toBeCloseTo(0.75, 1); // the middle of ½ to 1
  });
  it('.7 and .2 against .4 and .3: first where .3 ω > .1 (1 − ω), that is above ¼: ¾, supporters at .625', () => {
    const { ranks, central, holds, ranking } = of([
      [0.7, 0.2],
      [0.4, 0.3],
    ]);
    expect(Math.abs((ranks[0]?.[0] ?? 0) - 0.75)).toBeLessThan(within);
    expect(Math.abs((ranks[1]?.[0] ?? 0) - 0.25)).toBeLessThan(within);
    expect(central[0]?.[0]).toBeCloseTo(0.625, 2);
    expect(central[1]?.[0]).toBeCloseTo(0.125, 2);
    expect(ranking).toEqual([0, 1]);
    expect(holds).toBe(ranks[0]?.[0]);
  });
  it('all in one of three criteria against half in each of the others: ω > ⅓, so (1 − ⅓)² = 4/9', () => {
    const { ranks } = of([
      [1, 0, 0],
      [0, 0.5, 0.5],
    ]);
    expect(Math.abs((ranks[0]?.[0] ?? 0) - 4 / 9)).toBeLessThan(within);
  });
  it('three, each best in one of three: every rank a third, and one of six orders', () => {
    const { ranks, holds } = of([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    for (const share of ranks.flat()) expect(Math.abs(share - 1 / 3)).toBeLessThan(within);
    expect(Math.abs(holds - 1 / 6)).toBeLessThan(within);
  });
  it('one that is best in all is first under all', () => {
    const { ranks, central } = of([
      [2, 2],
      [1, 1],
    ]);
    expect(ranks).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(central[1]).toBeUndefined();
  });
  it('those of the same score share their ranks', () => {
    expect(of([[1], [1], [0]], 100).ranks).toEqual([
      [0.5, 0.5, 0],
      [0.5, 0.5, 0],
      [0, 0, 1],
    ]);
  });
  it('one alternative is first', () => {
    expect(of([[3, 1]], 100)).toMatchObject({ ranks: [[1]], holds: 1 });
  });
  it('a score that is no number is refused', () => {
    expect(() => of([[Number.NaN]], 1)).toThrow('a score is NaN');
  });
});

describe('for any scores', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .chain(([n, criteria]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: criteria, maxLength: criteria }), {
        minLength: n,
        maxLength: n,
      }),
    );
  it('each alternative has some rank, and each rank somebody', () =>
    fc.assert(
      fc.property(table, (rows) => {
        const { ranks } = of(rows, 200);
        for (const row of ranks) expect(row.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 9);
        for (const [rank] of rows.entries())
          expect(ranks.reduce((sum, row) => sum + (row[rank] ?? 0), 0)).toBeCloseTo(1, 9);
      }),
    ));
  it('the unit of the scores and the order of the alternatives change nothing', () =>
    fc.assert(
      fc.property(table, (rows) => {
        const { ranks } = of(rows, 200);
        expect(
          of(
            rows.map((row) => row.map((x) => 8 * x)),
            200,
          ).ranks,
        ).toEqual(ranks);
        const turned = of(rows.toReversed(), 200).ranks.toReversed();
        for (const [i, row] of ranks.entries())
          for (const [r, share] of row.entries()) expect(turned[i]?.[r]).toBeCloseTo(share, 9);
      }),
    ));
  it('the same seed gives the same shares', () =>
    fc.assert(
      fc.property(table, fc.string(), (rows, seed) => {
        expect(of(rows, 50, seed)).toEqual(of(rows, 50, seed));
      }),
    ));
});
