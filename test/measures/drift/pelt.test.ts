import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costs, type SegmentCost, segmentCost } from '../../../src/measures/drift/costs.ts';
import {
  autocorrelation,
  type Cost,
  checkedChanges,
  dispersionOf,
  levels,
  noiseVariance,
  pelt,
  usualPenalty,
} from '../../../src/measures/index.ts';
import { kazakhstanAndRussia, nile } from './nile.ts';

const step = [...Array.from({ length: 50 }, () => 0), ...Array.from({ length: 50 }, () => 10)];

/** Cost of a segmentation with its penalty. */
const total = (n: number, of: SegmentCost, changes: readonly number[], penalty: number): number =>
  [0, ...changes].reduce((sum, from, i) => sum + of(from, changes[i] ?? n), 0) + penalty * changes.length;

/** The least total over all segmentations, by optimal partitioning without pruning. */
function least(n: number, of: SegmentCost, penalty: number, minSegment: number): number {
  const best = [-penalty];
  for (let t = 1; t <= n; t++) {
    best[t] = Number.POSITIVE_INFINITY;
    for (let s = 0; s <= t - minSegment; s++)
      best[t] = Math.min(best[t] as number, (best[s] as number) + of(s, t) + penalty);
  }
  return best[n] as number;
}

/** The least total over all segmentations, each of them written out. */
function leastOfAll(n: number, of: SegmentCost, penalty: number, minSegment: number): number {
  let found = Number.POSITIVE_INFINITY;
  for (let bits = 0; bits < 2 ** (n - 1); bits++) {
    const changes = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((at) => bits & (1 << (at - 1)));
    const ends = [0, ...changes, n];
    if (ends.every((end, i) => i === 0 || end - (ends[i - 1] ?? 0) >= minSegment))
      found = Math.min(found, total(n, of, changes, penalty));
  }
  return found;
}

describe('published and by hand', () => {
  it('finds the step after fifty zeros', () => {
    expect(pelt(step, { penalty: 15 })).toEqual([50]);
    expect(pelt(step)).toEqual([50]);
  });
  it('weighs 6 · 5² = 150 of one level against 15 of a change, by hand', () => {
    const of = segmentCost([0, 0, 0, 10, 10, 10], 'mean');
    expect(of(0, 6)).toBeCloseTo(150, 9);
    expect(of(0, 3) + of(3, 6)).toBeCloseTo(0, 9);
    expect(pelt([0, 0, 0, 10, 10, 10], { penalty: 151 })).toEqual([]);
    expect(pelt([0, 0, 0, 10, 10, 10], { penalty: 149 })).toEqual([3]);
  });
  it.each([130180.5, 263765.2])('finds the Nile’s change after 1898 with a penalty of %d', (penalty) => {
    expect(pelt(nile, { penalty })).toEqual([28]); // Cobb (1978): the flow of 1899 is the first of the new level
  });
  it('finds it with its own penalty, and that it survives one raised for autocorrelation', () => {
    expect(checkedChanges(nile)).toMatchObject({ changes: [28], surviving: [28] });
    expect(pelt(nile, { cost: 'negative-binomial' })).toEqual([28]);
  });
  it('finds that Kazakhstan’s agreement with Russia changed after 1999, 2011, 2014 and 2017', () => {
    const years = (changes: readonly number[]) => changes.map((at) => 1992 + at - 1);
    expect(2 * 0.00037487 * Math.log(28)).toBeCloseTo(0.0024983, 7);
    expect(years(pelt(kazakhstanAndRussia, { penalty: 0.0024983 }))).toEqual([1999, 2011, 2014, 2017]);
    expect(years(pelt(kazakhstanAndRussia))).toEqual([1999, 2011, 2014, 2017]);
  });
});

describe('the segmentation', () => {
  const values = (cost: Cost) =>
    cost === 'poisson' || cost === 'negative-binomial'
      ? fc.array(fc.nat(30), { minLength: 4, maxLength: 40 })
      : fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 4, maxLength: 40 });
  const penalty = fc.double({ min: 0.01, max: 40, noNaN: true });
  const segment = fc.integer({ min: 1, max: 5 });

  it.each(costs)('is the best that there is, as without pruning: %s', (cost) =>
    fc.assert(
      fc.property(values(cost), penalty, segment, (series, b, minSegment) => {
        fc.pre(series.length >= 2 * minSegment);
        const of = segmentCost(series, cost);
        const changes = pelt(series, { cost, penalty: b, minSegment });
        const ends = [0, ...changes, series.length];
        for (const [i, end] of ends.entries())
          if (i > 0) expect(end - (ends[i - 1] ?? 0)).toBeGreaterThanOrEqual(minSegment);
        expect(total(series.length, of, changes, b)).toBeCloseTo(least(series.length, of, b, minSegment), 6);
      }),
      { numRuns: 150 },
    ),
  );
  it('is the best of all, written out', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 9 }),
        penalty,
        fc.integer({ min: 1, max: 2 }),
        (series, b, minSegment) => {
          const of = segmentCost(series, 'mean');
          const changes = pelt(series, { penalty: b, minSegment });
          expect(total(series.length, of, changes, b)).toBeCloseTo(
            leastOfAll(series.length, of, b, minSegment),
            6,
          );
        },
      ),
      { numRuns: 100 },
    ));
  it('does not move with the origin, the unit or the direction of time', () => {
    const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: -1000, max: 1000 }),
        fc.constantFrom(0.25, 4, 128),
        (xs, shift, unit) => {
          const b = usualPenalty(xs, 'mean');
          fc.pre(b > 0);
          const of = segmentCost(xs, 'mean');
          const found = (ys: readonly number[]) => total(xs.length, of, pelt(ys), b);
          const best = total(xs.length, of, pelt(xs), b);
          expect(found(xs.map((x) => x + shift))).toBeCloseTo(best, 6);
          expect(found(xs.map((x) => x * unit))).toBeCloseTo(best, 6);
          const turned = xs.toReversed();
          expect(total(xs.length, segmentCost(turned, 'mean'), pelt(turned, { penalty: b }), b)).toBeCloseTo(
            best,
            6,
          );
        },
      ),
    );
  });
  it.each(costs)('sees no change in a constant series, nor in a short one: %s', (cost) =>
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 0, max: 60 }), (value, n) => {
        const series = Array.from({ length: n }, () =>
          cost === 'poisson' || cost === 'negative-binomial' ? value : value / 7,
        );
        expect(pelt(series, { cost })).toEqual([]);
        expect(pelt([1, 2, 3], { cost })).toEqual([]);
      }),
      { numRuns: 30 },
    ),
  );
  it('tells a change of variance from one of level', () => {
    const calm = Array.from({ length: 40 }, (_, i) => (i % 2 ? 0.1 : -0.1));
    const wild = Array.from({ length: 40 }, (_, i) => (i % 2 ? 5 : -5));
    const [change, ...more] = pelt([...calm, ...wild], { cost: 'mean-variance' });
    expect(more).toEqual([]);
    expect(Math.abs((change ?? 0) - 40)).toBeLessThanOrEqual(1);
    expect(pelt([...calm, ...wild], { cost: 'mean', penalty: 500 })).toEqual([]);
  });
  it('refuses what it cannot cut', () => {
    expect(() => pelt([1, Number.NaN, 2, 3])).toThrow(/is NaN/);
    expect(() => pelt([1, -1, 2, 3], { cost: 'poisson' })).toThrow(/must be a count/);
    expect(() => pelt([1, 2.5, 2, 3], { cost: 'negative-binomial' })).toThrow(/must be a count/);
    expect(() => pelt([1, 2, 3, 4], { penalty: -1 })).toThrow(/penalty is -1/);
    expect(() => pelt([1, 2, 3, 4], { minSegment: 0 })).toThrow(/shortest segment is 0/);
  });
});

describe('noise', () => {
  it('has the variance (1.4826 · 1.5)² / 2 by hand', () => {
    // differences 2, −1, 3, −1; median 0.5; deviations 1.5, 1.5, 2.5, 1.5; their median 1.5
    expect(noiseVariance([1, 3, 2, 5, 4])).toBeCloseTo((1.4826 * 1.5) ** 2 / 2, 12);
  });
  it('is not moved by a level', () => {
    const noise = nile.map((value, i) => value + (i < 50 ? 0 : 5000));
    expect(noiseVariance(noise) / noiseVariance(nile)).toBeLessThan(1.1);
  });
  it('has levels of 0 and 10, and no autocorrelation about them', () => {
    expect(levels(step, [50])).toEqual([
      { from: 0, to: 50, mean: 0 },
      { from: 50, to: 100, mean: 10 },
    ]);
    expect(autocorrelation(step, [50])).toBe(0);
    expect(autocorrelation(step, [])).toBeGreaterThan(0.9);
  });
  it('is as wide as Poisson’s, or wider', () => {
    expect(dispersionOf([5, 5, 5, 5, 5])).toBe(Number.POSITIVE_INFINITY);
    // mean 10, half the mean square of the differences 10² … : (20² · 3) / (2 · 3) = 200; 10² / (200 − 10)
    expect(dispersionOf([0, 20, 0, 20])).toBeCloseTo(100 / 190, 9);
  });
});
