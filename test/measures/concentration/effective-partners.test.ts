import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectivePartners,
  effectivePartnersShannon,
  evenness,
  shares,
} from '../../../src/measures/index.ts';

const amounts = fc.array(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 30 });
const n = (xs: readonly number[]) => effectivePartners(xs) as number;

describe('by hand: shares of .5, .3 and .2', () => {
  it('1 / (.25 + .09 + .04) = 2.6316 effective partners', () => {
    expect(n([50, 30, 20])).toBeCloseTo(2.6316, 4);
  });
  it('exp(1.0297) = 2.8001 after Shannon', () => {
    expect(effectivePartnersShannon([50, 30, 20])).toBeCloseTo(Math.exp(1.0297), 3);
  });
  it('1.0297 / ln 3 = .9372 even', () => {
    expect(evenness([50, 30, 20])).toBeCloseTo(0.9372, 4);
  });
});

describe('concentration', () => {
  it('has no answer where nothing is traded', () => {
    for (const measure of [effectivePartners, effectivePartnersShannon, evenness])
      expect(measure([0, 0])).toEqual({ gap: 'no-records' });
    expect(shares([])).toBeUndefined();
  });
  it('has no evenness of one partner', () => {
    expect(evenness([5])).toMatchObject({ gap: 'not-applicable' });
  });
  it('names the amount that is wrong', () => {
    for (const wrong of [-3, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => effectivePartners([1, wrong])).toThrow(`an amount is ${wrong}`);
  });
  it('does not overflow', () => {
    expect(n([1e300, 1e300])).toBeCloseTo(2, 12);
  });

  it('makes shares that sum to 1', () =>
    fc.assert(
      fc.property(amounts, (xs) => {
        expect((shares(xs) ?? []).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
    ));
  it('lies between 1 and the number of partners, the inverse Herfindahl below Shannon’s', () =>
    fc.assert(
      fc.property(amounts, (xs) => {
        const shannon = effectivePartnersShannon(xs) as number;
        expect(n(xs)).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(shannon).toBeGreaterThanOrEqual(n(xs) - 1e-6);
        expect(shannon).toBeLessThanOrEqual(xs.length + 1e-6);
      }),
    ));
  it('is the number of partners where all are equal, and then wholly even', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 50 }),
        fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
        (k, x) => {
          const xs = Array.from({ length: k }, () => x);
          expect(n(xs)).toBeCloseTo(k, 6);
          expect(evenness(xs)).toBeCloseTo(1, 9);
        },
      ),
    ));
  it('does not depend on the unit, the order or a partner with nothing', () =>
    fc.assert(
      fc.property(amounts, (xs) => {
        expect(n(xs.map((x) => x * 1000))).toBeCloseTo(n(xs), 6);
        expect(n(xs.toReversed())).toBeCloseTo(n(xs), 9);
        expect(n([...xs, 0])).toBeCloseTo(n(xs), 9);
      }),
    ));
});
