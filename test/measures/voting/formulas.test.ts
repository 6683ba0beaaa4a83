import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alignmentIndex,
  crossTable,
  kappa,
  nearVote,
  sameVote,
  scottPi,
  sScore,
  tauB,
  voteLevels,
} from '../../../src/measures/index.ts';
import type { Value } from '../../../src/model/gap.ts';

const votes = (x: readonly number[], y: readonly number[]) => crossTable(x, y, voteLevels);
const vote = fc.integer({ min: 1, max: 3 });
const pairs = fc.array(fc.tuple(vote, vote), { minLength: 1, maxLength: 40 });
const formulas: Readonly<Record<string, (table: ReturnType<typeof votes>) => Value>> = {
  'S absolute': (table) => sScore(table),
  'S squared': (table) => sScore(table, 'squared'),
  'kappa squared': (table) => kappa(table),
  'kappa linear': (table) => kappa(table, 'linear'),
  'pi squared': (table) => scottPi(table),
  'pi linear': (table) => scottPi(table, 'linear'),
  'A linear': (table) => alignmentIndex(table),
  'A squared': (table) => alignmentIndex(table, 'squared'),
  'tau-b': tauB,
};

describe('Signorino and Ritter’s Table 6: alliances of Germany and Russia', () => {
  const germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0];
  const russia = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const weights = [
    0.25, 0.21, 0.2, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0, 0, 0, 0, 0, 0,
  ];
  const table = crossTable(germany, russia, [0, 3]);

  it('has tau-b .03031695, S .4, and −.46 weighted by capabilities', () => {
    expect(tauB(table)).toBeCloseTo(0.03031695, 8);
    expect(sScore(table)).toBeCloseTo(0.4, 12);
    expect(sScore(crossTable(germany, russia, [0, 3], weights))).toBeCloseTo(-0.46, 12);
  });

  it('has the kappas and pis of the textbook', () => {
    expect(kappa(table)).toBeCloseTo(-0.0775862, 7);
    expect(scottPi(table)).toBeCloseTo(-0.0869565, 7);
    expect(kappa(table, 'linear')).toBeCloseTo(-0.0714286, 7);
    expect(scottPi(table, 'linear')).toBeCloseTo(-0.0843373, 7);
  });
});

describe('similarity of votes, by hand', () => {
  // yes–yes twice, abstain–yes, no–no: one step apart in one of four.
  const table = votes([1, 1, 2, 3], [1, 1, 1, 3]);

  it('of two who differ by one step in one of four roll calls', () => {
    expect(sScore(table)).toBe(1 - (2 * (1 / 2)) / 4);
    expect(sScore(table, 'squared')).toBe(1 - (2 * (1 / 4)) / 4);
    // Expected squared distance: ½·¼·4 + ¼·(¾·1 + ¼·1) + ¼·¾·4 = 1.5; observed ¼.
    expect(kappa(table)).toBeCloseTo(1 - 0.25 / 1.5, 12);
    // Mean margins ⅝, ⅛, ¼: 2·(⅝·⅛ + ⅛·¼ + ⅝·¼·4) = 1.46875.
    expect(scottPi(table)).toBeCloseTo(1 - 0.25 / 1.46875, 12);
    // Expected distance: ½·¼·2 + ¼·1 + ¼·¾·2 = 0.875; A = 0.875 − 0.25.
    expect(alignmentIndex(table)).toBeCloseTo(0.625, 12);
  });

  it('chance correction has no answer where both always vote the same, and S has', () => {
    const yes = votes([1, 1, 1], [1, 1, 1]);
    expect(kappa(yes)).toMatchObject({ gap: 'not-applicable' });
    expect(scottPi(yes)).toMatchObject({ gap: 'not-applicable' });
    expect(tauB(yes)).toMatchObject({ gap: 'not-applicable' });
    expect(alignmentIndex(yes)).toBe(0);
    expect(sScore(yes)).toBe(1);
  });

  it('pi blames a difference of habits, kappa does not', () => {
    const table = votes([1, 1, 1, 1], [3, 3, 3, 3]);
    expect(kappa(table)).toBe(0);
    expect(scottPi(table)).toBe(-1);
  });

  it.each(Object.entries(formulas))('%s has no answer without a vote', (_, formula) => {
    expect(formula(votes([], []))).toEqual({ gap: 'no-records' });
  });

  it('on one roll call: the same, a step apart, opposite; a group by its members', () => {
    expect([sameVote('yes', ['yes']), sameVote('yes', ['abstain']), sameVote('yes', [])]).toEqual([
      1,
      0,
      undefined,
    ]);
    expect([nearVote('yes', ['yes']), nearVote('yes', ['abstain']), nearVote('yes', ['no'])]).toEqual([
      1, 0.5, 0,
    ]);
    expect(nearVote('abstain', ['yes', 'no', 'abstain', 'abstain'])).toBe(0.75);
    expect(nearVote('yes', [])).toBeUndefined();
  });
});

it('Kazakhstan and Türkiye in session 74, as the page on methods has them', async () => {
  const cells = Float64Array.from([53, 15, 15, 3, 1, 1, 2, 0, 0]);
  const table = { levels: 3, cells };
  const page = await readFile('docs/methods.md', 'utf8');
  const said = (value: unknown) => (value as number).toFixed(3).replace('-', '−');
  expect(page).toContain(`and S 1 − 53 / 90 = ${said(sScore(table))}.`);
  expect(page).toContain(
    `A = (51.3 − 53) / 90 = ${said(alignmentIndex(table))}, κ = ${said(kappa(table))}, π = ${said(scottPi(table))}.`,
  );
});

describe('similarity of votes, whatever they are', () => {
  it.each(Object.entries(formulas))(
    '%s lies in [−1, 1], and does not see which comes first',
    (_, formula) => {
      fc.assert(
        fc.property(pairs, (drawn) => {
          const [x, y] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
          const value = formula(votes(x, y));
          const turned = formula(votes(y, x));
          if (typeof value !== 'number') {
            expect(turned).toEqual(value);
            return;
          }
          expect(value).toBeGreaterThanOrEqual(-1 - 1e-12);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(turned).toBeCloseTo(value, 12);
        }),
      );
    },
  );

  it.each(Object.entries(formulas))(
    '%s is the same when yes and no change places, and for twice the votes',
    (_, formula) => {
      fc.assert(
        fc.property(pairs, (drawn) => {
          const [x, y] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
          const value = formula(votes(x, y));
          const mirrored = formula(
            votes(
              x.map((a) => 4 - a),
              y.map((b) => 4 - b),
            ),
          );
          const doubled = formula(votes([...x, ...x], [...y, ...y]));
          if (typeof value !== 'number') expect([mirrored, doubled]).toEqual([value, value]);
          else {
            expect(mirrored).toBeCloseTo(value, 12);
            expect(doubled).toBeCloseTo(value, 12);
          }
        }),
      );
    },
  );

  it('a vote with itself is as near as can be', () => {
    fc.assert(
      fc.property(fc.array(vote, { minLength: 2 }), (x) => {
        const table = votes(x, x);
        expect(sScore(table)).toBe(1);
        const corrected = kappa(table);
        if (typeof corrected === 'number') expect(corrected).toBe(1);
        else expect(new Set(x).size).toBe(1);
      }),
    );
  });

  it('equal weights change nothing', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 9 }), (drawn, weight) => {
        const [x, y] = [drawn.map(([a]) => a), drawn.map(([, b]) => b)];
        const weighted = sScore(
          crossTable(
            x,
            y,
            voteLevels,
            x.map(() => weight),
          ),
        );
        expect(weighted).toBeCloseTo(sScore(votes(x, y)) as number, 12);
      }),
    );
  });
});

it('a cross table takes whole levels in the range, as many of each, and weights that are no less than 0', () => {
  for (const wrong of [
    () => votes([1, 2], [1]),
    () => votes([0], [1]),
    () => votes([1.5], [1]),
    () => crossTable([1], [1], [3, 3]),
    () => crossTable([1], [1], voteLevels, [-1]),
    () => crossTable([1], [1], voteLevels, [1, 1]),
    () => crossTable([1], [1], voteLevels, [Number.NaN]),
  ])
    expect(wrong).toThrow(expect.objectContaining({ fault: 'input' }));
});
