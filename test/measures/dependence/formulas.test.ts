import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asymmetry,
  influenceCapacity,
  influenceParts,
  influenceWeights,
  linearDecay,
  mirrorGap,
  mirrorLogRatio,
  partnerShare,
  type WeightedPart,
} from '../../../src/measures/index.ts';

const amount = fc.double({ min: 0.001, max: 1e9, noNaN: true });

describe('a share', () => {
  it('of 30 in 120 is .25', () => {
    expect(partnerShare(30, 120)).toBe(0.25);
  });
  it('has no answer where there is nothing, or the part does not fit', () => {
    expect(partnerShare(0, 0)).toMatchObject({ gap: 'no-records' });
    expect(partnerShare(3, 2)).toMatchObject({ gap: 'unknown' });
    expect(partnerShare(-1, 2)).toMatchObject({ gap: 'unknown' });
  });
  it('lies in [0, 1] and does not depend on the unit', () =>
    fc.assert(
      fc.property(amount, amount, (part, more) => {
        const share = partnerShare(part, part + more) as number;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(partnerShare(1000 * part, 1000 * (part + more))).toBeCloseTo(share, 9);
      }),
    ));
});

describe('asymmetry', () => {
  it('of .3 and .1 is .2 / .4 = .5', () => {
    expect(asymmetry(0.3, 0.1)).toBeCloseTo(0.5, 12);
    expect(asymmetry(0, 0)).toMatchObject({ gap: 'no-records' });
  });
  it('lies in [−1, 1], and changes its sign with the side', () =>
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const value = asymmetry(a, b) as number;
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(asymmetry(b, a)).toBeCloseTo(-value, 9);
      }),
    ));
});

describe('a mirror gap', () => {
  it('of 80 beside 100 is −.2, and −.2231 as a logarithm', () => {
    expect(mirrorGap(80, 100)).toBeCloseTo(-0.2, 12);
    expect(mirrorLogRatio(80, 100)).toBeCloseTo(-0.2231, 4);
    expect(mirrorGap(0, 100)).toBe(-1);
    expect(mirrorGap(0, 0)).toMatchObject({ gap: 'no-records' });
    expect(mirrorLogRatio(0, 100)).toMatchObject({ gap: 'not-applicable' });
  });
  it('lies in [−1, 1], and changes its sign with the side', () =>
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(mirrorGap(a, b)).toBeCloseTo(-(mirrorGap(b, a) as number), 9);
        expect(Math.abs(mirrorGap(a, b) as number)).toBeLessThanOrEqual(1);
        expect(mirrorLogRatio(a, b)).toBeCloseTo(-(mirrorLogRatio(b, a) as number), 6);
      }),
    ));
});

it('arms of 5 years ago count three quarters where they wear out in 20, and none after that', () => {
  expect(linearDecay(5, 20)).toBe(0.75);
  expect(linearDecay(0, 20)).toBe(1);
  expect(linearDecay(25, 20)).toBe(0);
});

describe('influence capacity', () => {
  const parts: WeightedPart[] = [
    { factor: 'bandwidth', value: 0.8, weight: 1 },
    { factor: 'bandwidth', value: 0.2, weight: 3 },
    { factor: 'dependence', value: 0.4, weight: 1 },
  ];
  it('by hand: (.8 + 3 · .2) / 4 = .35, times .4 = .14', () => {
    const { bandwidth, dependence, product, intervals } = influenceCapacity(parts, 'seed');
    expect(bandwidth).toBeCloseTo(0.35, 12);
    expect(dependence).toBe(0.4);
    expect(product).toBeCloseTo(0.14, 12);
    expect(intervals.dependence).toMatchObject({ gap: 'not-applicable' });
    expect(intervals.product).toMatchObject({ method: 'monte-carlo', level: 0.9 });
  });
  it('has no product without one of the factors, and is 0 where one is', () => {
    expect(influenceCapacity(parts.slice(0, 2), 'seed')).toMatchObject({
      dependence: { gap: 'no-records' },
      product: { gap: 'no-records' },
    });
    expect(
      influenceCapacity([...parts.slice(0, 2), { factor: 'dependence', value: 0, weight: 1 }], 'seed')
        .product,
    ).toBe(0);
  });
  it('lies in [0, 1] within its interval, is no more than either factor, and is the same for the same seed', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            factor: fc.constantFrom('bandwidth' as const, 'dependence' as const),
            value: fc.double({ min: 0, max: 1, noNaN: true }),
            weight: fc.double({ min: 0.01, max: 5, noNaN: true }),
          }),
          { minLength: 2, maxLength: 10 },
        ),
        (some) => {
          fc.pre(new Set(some.map(({ factor }) => factor)).size === 2);
          const one = influenceCapacity(some, 'seed');
          const [product, bandwidth, dependence] = [one.product, one.bandwidth, one.dependence].map(
            Number,
          ) as [number, number, number];
          expect(product).toBeGreaterThanOrEqual(0);
          expect(product).toBeLessThanOrEqual(Math.min(bandwidth, dependence) + 1e-9);
          if ('low' in one.intervals.product) {
            expect(one.intervals.product.low).toBeLessThanOrEqual(product);
            expect(one.intervals.product.high).toBeGreaterThanOrEqual(product);
          }
          expect(influenceCapacity(some, 'seed')).toEqual(one);
        },
      ),
      { numRuns: 20 },
    ));
  it('takes the user’s weights, and says which is wrong', () => {
    expect(influenceWeights('import-share=2, shared-igos=0').get('import-share')).toBe(2);
    expect(influenceWeights(undefined).size).toBe(influenceParts.length);
    expect(() => influenceWeights('oil=2')).toThrow('“oil” is no sub-indicator');
    expect(() => influenceWeights('import-share=')).toThrow('no weight that is a number');
    expect(() => influenceWeights('import-share=-1')).toThrow('no weight that is a number');
  });
});
