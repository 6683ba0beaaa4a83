import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, incompleteBeta, quantiles, seeded } from '../../src/measures/index.ts';

describe('the incomplete beta function', () => {
  it('is x for a uniform, x² for Beta(2, 1), and the binomial sum', () => {
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 12);
    expect(incompleteBeta(0.3, 2, 1)).toBeCloseTo(0.09, 12);
    expect(incompleteBeta(0.5, 3, 2)).toBeCloseTo(5 / 16, 12); // P(at least 3 of 4 at ½) = 5/16
  });
  it('is 2/π asin √x for the arcsine law', () => {
    expect(incompleteBeta(0.2, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 12);
  });
  it('is undone by its quantile', () =>
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        (p, a, b) => {
          expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 6);
        },
      ),
    ));
});

describe('chance', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    const draw = (seed: string) => Array.from({ length: 5 }, seeded(seed).uniform);
    expect(draw('KAZ economic 2022')).toEqual(draw('KAZ economic 2022'));
    expect(draw('KAZ economic 2022')).not.toEqual(draw('KAZ economic 2023'));
  });
  it('has the moments it should', () => {
    const random = seeded('moments');
    const mean = (draw: () => number) =>
      Array.from({ length: 40_000 }, draw).reduce((sum, x) => sum + x, 0) / 40_000;
    expect(mean(random.uniform)).toBeCloseTo(0.5, 1.8);
    expect(mean(random.normal)).toBeCloseTo(0, 1.5);
    expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1.3);
    expect(mean(() => random.gamma(2.5))).toBeCloseTo(2.5, 1.3);
    expect(mean(() => random.gamma(0.5))).toBeCloseTo(0.5, 1.5);
    expect(mean(() => random.beta(2, 6))).toBeCloseTo(0.25, 1.9);
  });
  it('finds quantiles between neighbours', () => {
    expect([quantiles([4, 1, 3, 2], [0.5, 0]), quantiles([1, 2], [0]), quantiles([7], [0.9])]).toEqual([
      [2.5, 1],
      [1],
      [7],
    ]);
  });
});
