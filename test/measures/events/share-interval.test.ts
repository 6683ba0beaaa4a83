import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaQuantile, incompleteGamma } from '../../../src/measures/gamma.ts';
import { quadShares, shareInterval } from '../../../src/measures/index.ts';
import { quadClasses } from '../../../src/model/ontology.ts';

describe('Jeffreys’ interval of a share', () => {
  it.each([
    [2, 7, 0.065, 0.648],
    [3, 7, 0.139, 0.766],
    [2, 10, 0.044, 0.503],
    [3, 10, 0.093, 0.606],
    [5, 10, 0.224, 0.776],
  ])('%i of %i is as Brown, Cai and DasGupta (2001, table A.1) have it', (x, n, low, high) => {
    const interval = shareInterval(x, n, 0.95);
    expect(Math.abs(interval.low - low)).toBeLessThan(6e-4);
    expect(Math.abs(interval.high - high)).toBeLessThan(6e-4);
  });
  it('holds the share, and is narrower of more', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (n, x) => {
        const k = Math.min(x, n);
        const { low, high } = shareInterval(k, n);
        expect(low).toBeLessThanOrEqual(k / n + 1e-9);
        expect(high).toBeGreaterThanOrEqual(k / n - 1e-9);
        const many = shareInterval(4 * k, 4 * n);
        expect(many.high - many.low).toBeLessThan(high - low);
      }),
    ));
});

describe('the gamma distribution', () => {
  it('has the 5 % and 95 % points of χ² with 7 degrees: 2.167 and 14.067', () => {
    // Abramowitz and Stegun (1964), table 26.8
    expect(2 * gammaQuantile(0.05, 3.5)).toBeCloseTo(2.167, 3);
    expect(2 * gammaQuantile(0.95, 3.5)).toBeCloseTo(14.067, 3);
  });
  it('is exponential where the shape is 1', () => {
    for (const x of [0.1, 1, 5, 20]) expect(incompleteGamma(1, x)).toBeCloseTo(1 - Math.exp(-x), 12);
  });
});

describe('words and deeds', () => {
  const counts = (...[a = 0, b = 0, c = 0, d = 0]: number[]) => ({
    'verbal-cooperation': a,
    'material-cooperation': b,
    'verbal-conflict': c,
    'material-conflict': d,
  });
  it('are 6, 2, 2 and 0 of 10 by hand', () => {
    expect(quadShares(counts(6, 2, 2, 0)).map(({ value }) => value)).toEqual([0.6, 0.2, 0.2, 0]);
    expect(quadShares(counts(6, 2, 2, 0))[3]?.interval?.low).toBe(0);
  });
  it('have no answer below three events', () => {
    expect(quadShares(counts(1, 1)).map(({ value }) => value)).toEqual(
      quadClasses.map(() => ({ gap: 'too-few-records', because: '2 of at least 3' })),
    );
    expect(quadShares(counts())[0]?.value).toEqual({ gap: 'no-records' });
  });
  it('sum to 1, whatever the counts', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }), (some) => {
        fc.pre(some.reduce((sum, one) => sum + one, 0) >= 3);
        const shares = quadShares(counts(...some));
        expect(shares.reduce((sum, { value }) => sum + (value as number), 0)).toBeCloseTo(1, 12);
        for (const { value, interval } of shares) {
          expect(interval?.low).toBeLessThanOrEqual((value as number) + 1e-9);
          expect(interval?.high).toBeGreaterThanOrEqual((value as number) - 1e-9);
        }
      }),
    ));
});
