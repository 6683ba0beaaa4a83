import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  effectivePartners,
  effectivePartnersShannon,
  herfindahl,
  herfindahlNormalised,
  hill,
  topShare,
} from '../../../src/measures/index.ts';

const amounts = fc.array(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 });
const order = fc.double({ min: 0, max: 30, noNaN: true });
const number = (value: unknown): number => {
  if (typeof value !== 'number') throw new Error(`no number: ${JSON.stringify(value)}`);
  return value;
};

describe('by hand: shares of .5, .3 and .2', () => {
  it('have a Herfindahl index of .25 + .09 + .04 = .38, normalised (.38 − 1/3) / (2/3) = .07', () => {
    expect(herfindahl([50, 30, 20])).toBeCloseTo(0.38, 12);
    expect(herfindahlNormalised([50, 30, 20])).toBeCloseTo(0.07, 12);
  });
  it('have 3, 2.8001, 2.6316 and 2 partners at orders 0, 1, 2 and ∞', () => {
    expect(hill([50, 30, 20], 0)).toBeCloseTo(3, 9);
    expect(hill([50, 30, 20], 1)).toBeCloseTo(2.8001, 4);
    expect(hill([50, 30, 20], 2)).toBeCloseTo(2.6316, 4);
    expect(hill([50, 30, 20], Number.POSITIVE_INFINITY)).toBe(2);
  });
  it('have .8 with the two greatest', () => {
    expect(topShare([20, 50, 30], 2)).toBeCloseTo(0.8, 12);
    expect(topShare([20, 50, 30], 9)).toBe(1);
  });
});

describe('Hill numbers', () => {
  it('have no answer where there is nothing, and count only who has something', () => {
    expect(hill([0, 0], 2)).toEqual({ gap: 'no-records' });
    expect(hill([0, 5, 5], 0)).toBeCloseTo(2, 9);
  });
  it('say which order is wrong', () => {
    expect(() => hill([1], -1)).toThrow('the order of a Hill number is -1');
    expect(() => hill([1], Number.NaN)).toThrow('NaN');
  });
  it('hold the inverse Herfindahl index and Shannon’s number', () =>
    fc.assert(
      fc.property(amounts, (xs) => {
        expect(number(hill(xs, 2))).toBeCloseTo(number(effectivePartners(xs)), 6);
        expect(number(hill(xs, 2))).toBeCloseTo(1 / number(herfindahl(xs)), 6);
        expect(hill(xs, 1)).toBe(effectivePartnersShannon(xs));
      }),
    ));
  it('never rise with the order, and lie between 1 and the number of partners', () =>
    fc.assert(
      fc.property(amounts, order, order, (xs, a, b) => {
        const [low, high] = [number(hill(xs, Math.max(a, b))), number(hill(xs, Math.min(a, b)))];
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-6));
        expect(low).toBeGreaterThanOrEqual(1 - 1e-6);
        expect(high).toBeLessThanOrEqual(xs.length * (1 + 1e-6));
      }),
    ));
  it('have no jump at order 1', () =>
    fc.assert(
      fc.property(amounts, (xs) => {
        expect(number(hill(xs, 1.0001)) / number(hill(xs, 1))).toBeCloseTo(1, 2);
      }),
    ));
  it('double where every partner is doubled', () =>
    fc.assert(
      fc.property(amounts, order, (xs, q) => {
        expect(number(hill([...xs, ...xs], q)) / number(hill(xs, q))).toBeCloseTo(2, 5);
      }),
    ));
});

describe('the Herfindahl index', () => {
  it('lies from 1/n to 1, normalised from 0 to 1; one partner alone has no normalised index', () => {
    expect(herfindahlNormalised([7])).toMatchObject({ gap: 'not-applicable' });
    expect(herfindahl([0])).toEqual({ gap: 'no-records' });
    fc.assert(
      fc.property(amounts, (xs) => {
        const value = number(herfindahl(xs));
        expect(value).toBeGreaterThanOrEqual(1 / xs.length - 1e-9);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
        if (xs.length > 1) expect(number(herfindahlNormalised(xs))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  it('is no less than the square of the top share, and no more than it', () =>
    fc.assert(
      fc.property(amounts, (xs) => {
        const top = number(topShare(xs, 1));
        const value = number(herfindahl(xs));
        expect(value).toBeGreaterThanOrEqual(top ** 2 - 1e-9);
        expect(value).toBeLessThanOrEqual(top + 1e-9);
      }),
    ));
});
