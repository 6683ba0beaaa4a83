import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extremes, herfindahl, hill, seeded, topShare } from '../../../src/measures/index.ts';

const number = (value: unknown): number => value as number;
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/** Listed shares, the greatest first, that leave some of the whole to others. */
const listed = fc
  .record({
    parts: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }),
    others: fc.integer({ min: 40, max: 80 }),
    left: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
  })
  .map(({ parts, others, left }) => {
    const all = sum(parts);
    return { shares: parts.map((part) => ((1 - left) * part) / all).sort((a, b) => b - a), others, left };
  });

/** A way to give the rest to others, each with at most `most`: at random, whole pieces or equal parts. */
function given(left: number, others: number, most: number, seed: string): number[] {
  const random = seeded(seed);
  const weights = Array.from({ length: others }, () => random.gamma(0.2 + 3 * random.uniform()));
  const rest = weights.map(() => 0);
  let open = left;
  for (let round = 0; round < 200 && open > 1e-12; round++) {
    const room = rest.map((x) => (x < most - 1e-15 ? 1 : 0));
    const total = sum(weights.map((w, i) => w * (room[i] ?? 0)));
    if (total === 0) break;
    const share = open;
    rest.forEach((x, i) => {
      const more = Math.min(most - x, (share * (weights[i] ?? 0) * (room[i] ?? 0)) / total);
      rest[i] = x + more;
      open -= more;
    });
  }
  return rest;
}

describe('by hand: .6 and .2 are known, .2 is not', () => {
  const known = { listed: [0.6, 0.2].map((share) => ({ low: share, high: share })), others: 10 };
  it('at the most one more partner has .2 too: .36 + .04 + .04 = .44', () => {
    expect(extremes(known).packed).toEqual([0.6, 0.2, expect.closeTo(0.2, 12)]);
    expect(herfindahl(extremes(known).packed)).toBeCloseTo(0.44, 9);
  });
  it('at the least ten have .02 each: .36 + .04 + .004 = .404', () => {
    expect(herfindahl(extremes(known).even)).toBeCloseTo(0.404, 9);
  });
  it('gives what is left to one where nothing is known of the others', () => {
    const { packed } = extremes({ ...known, listed: known.listed.slice(0, 1), each: 0.4 });
    expect(packed.map((share) => Number(share.toFixed(9)))).toEqual([0.6, 0.4]);
  });
  it('gives what is unassigned to the greatest, or to the smallest', () => {
    const unassigned = { listed: [0.6, 0.2].map((low) => ({ low, high: low + 0.2 })), others: 0, each: 0.2 };
    expect(extremes(unassigned).packed).toEqual([expect.closeTo(0.8, 12), 0.2]);
    expect(extremes(unassigned).even.map((share) => Number(share.toFixed(9)))).toEqual([0.6, 0.4]);
  });
});

describe('the bounds of what is not known', () => {
  it('hold every distribution that agrees with the list, for every measure', () =>
    fc.assert(
      fc.property(listed, fc.string(), ({ shares, others, left }, seed) => {
        const smallest = shares.at(-1) ?? 0;
        fc.pre(others * smallest > left * 1.01);
        const ends = extremes({ listed: shares.map((share) => ({ low: share, high: share })), others });
        expect(sum(ends.even)).toBeCloseTo(1, 8);
        expect(sum(ends.packed)).toBeCloseTo(1, 8);
        const one = [...shares, ...given(left, others, smallest, seed)];
        for (const of of [
          (p: readonly number[]) => number(herfindahl(p)),
          (p: readonly number[]) => -number(hill(p, 1)),
          (p: readonly number[]) => -number(hill(p, 0.5)),
          (p: readonly number[]) => number(topShare(p, shares.length + 3)),
        ]) {
          expect(of(one)).toBeGreaterThanOrEqual(of(ends.even) - 1e-6);
          expect(of(one)).toBeLessThanOrEqual(of(ends.packed) + 1e-6);
        }
      }),
    ));

  it('are those of a search over a grid', () => {
    // .45, .25 and .10 are listed; four others share .20 in steps of .01, none above .10.
    const fixed = [0.45, 0.25, 0.1];
    let [least, most] = [Number.POSITIVE_INFINITY, 0];
    for (let a = 0; a <= 10; a++)
      for (let b = 0; b <= a; b++)
        for (let c = 0; c <= b; c++) {
          const d = 20 - a - b - c;
          if (d < 0 || d > 10) continue;
          const index = sum([...fixed, a / 100, b / 100, c / 100, d / 100].map((share) => share ** 2));
          least = Math.min(least, index);
          most = Math.max(most, index);
        }
    const ends = extremes({ listed: fixed.map((share) => ({ low: share, high: share })), others: 4 });
    expect(herfindahl(ends.even)).toBeCloseTo(least, 9);
    expect(herfindahl(ends.packed)).toBeCloseTo(most, 9);
  });

  it('hold the shares that were rounded', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 40 }),
        (xs) => {
          const all = sum(xs);
          const shares = xs.map((x) => x / all).sort((a, b) => b - a);
          const top = shares.slice(0, 3).map((share) => Math.round(share * 100) / 100);
          const ends = extremes({
            listed: top.map((share) => ({ low: Math.max(0, share - 0.005), high: share + 0.005 })),
            others: 100,
          });
          expect(number(herfindahl(shares))).toBeGreaterThanOrEqual(number(herfindahl(ends.even)) - 1e-9);
          expect(number(herfindahl(shares))).toBeLessThanOrEqual(number(herfindahl(ends.packed)) + 1e-9);
        },
      ),
    ));

  it('are refused where shares cannot sum to 1', () => {
    expect(() =>
      extremes({
        listed: [
          { low: 0.8, high: 0.8 },
          { low: 0.4, high: 0.4 },
        ],
        others: 3,
      }),
    ).toThrow('cannot sum to 1');
    expect(() => extremes({ listed: [{ low: 0.1, high: 0.1 }], others: 2 })).toThrow('cannot sum to 1');
  });
});
