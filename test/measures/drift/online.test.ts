import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bayesianOnline, type Prior, recentRun, seeded } from '../../../src/measures/index.ts';
import { nile } from './nile.ts';

const training = nile.slice(0, 10);
const mean = training.reduce((sum, value) => sum + value, 0) / 10;
const variance = training.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 9;
const nilePrior: Prior = { kind: 'normal', mean, worth: 0.1, shape: 4.5, rate: 4.5 * variance };
const flat: Prior = { kind: 'normal', mean: 0, worth: 1, shape: 1, rate: 1 };

/** The posterior of run lengths, by the sum over all ways to cut what was seen, each with its own beliefs. */
function byPaths(
  series: readonly number[],
  hazard: number,
  density: (seen: readonly number[], x: number) => number,
): number[] {
  let paths = new Map([['', { run: 0, probability: 1 }]]);
  for (const [t, x] of series.entries()) {
    const next = new Map<string, { run: number; probability: number }>();
    for (const [path, { run, probability }] of paths) {
      const seen = probability * density(series.slice(t - run, t), x);
      next.set(`${path}g`, { run: run + 1, probability: seen * (1 - hazard) });
      next.set(`${path}c`, { run: 0, probability: seen * hazard });
    }
    paths = next;
  }
  const runs: number[] = new Array(series.length + 1).fill(0);
  for (const { run, probability } of paths.values()) runs[run] = (runs[run] ?? 0) + probability;
  const sum = runs.reduce((all, one) => all + one, 0);
  return runs.map((one) => one / sum);
}

const gammaOf = (n: number): number => (n <= 1 ? 1 : (n - 1) * gammaOf(n - 1));

/** Chance of a count after others, Gamma(2, 1) beforehand: negative binomial, with factorials. */
function countChance(seen: readonly number[], x: number): number {
  const a = 2 + seen.reduce((sum, count) => sum + count, 0);
  const b = 1 + seen.length;
  return ((gammaOf(a + x) / gammaOf(a) / gammaOf(x + 1)) * (b / (b + 1)) ** a) / (b + 1) ** x;
}

describe('run lengths', () => {
  it('are those of every way to cut four counts, by hand', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 2, max: 20 }),
        (counts, lambda) => {
          const found = bayesianOnline(counts, { lambda, prior: { kind: 'poisson', shape: 2, rate: 1 } }).at(
            -1,
          );
          for (const [run, probability] of byPaths(counts, 1 / lambda, countChance).entries())
            expect(found?.runLengths[run] ?? 0).toBeCloseTo(probability, 9);
        },
      ),
      { numRuns: 40 },
    ));
  it('fall on the Nile after 1899, and not before', () => {
    const known = bayesianOnline(nile, { lambda: 100, prior: nilePrior });
    const fall = known.findIndex(
      ({ mostProbable }, i) => i > 0 && mostProbable < (known[i - 1]?.mostProbable ?? 0),
    );
    const year = 1871 + fall;
    expect(year).toBeGreaterThanOrEqual(1899);
    expect(year).toBeLessThanOrEqual(1905);
    expect(year + 1 - (known[fall]?.mostProbable ?? 0)).toBe(1899); // the first year of the new level
  });
  it('are 0 with the probability of the hazard, whatever is seen: not to be watched', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -99, max: 99, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (series) => {
          for (const { runLengths, recent } of bayesianOnline(series, { lambda: 20, prior: flat })) {
            expect(runLengths[0]).toBeCloseTo(0.05, 12);
            expect(runLengths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
            expect(recent).toBeGreaterThanOrEqual(0.05 - 1e-12);
            expect(recent).toBeLessThanOrEqual(1);
          }
        },
      ),
    ));
  it('do not depend on what comes later', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 30 }),
        fc.nat(29),
        (series, cut) => {
          const early = series.slice(0, 1 + (cut % series.length));
          expect(bayesianOnline(series, { lambda: 10, prior: flat }).slice(0, early.length)).toEqual(
            bayesianOnline(early, { lambda: 10, prior: flat }),
          );
        },
      ),
    ));
  it('rise soon after a step and stay low in noise', () => {
    const { normal } = seeded('noise');
    const noise = Array.from({ length: 120 }, (_, i) => normal() + (i < 80 ? 0 : 6));
    const known = bayesianOnline(noise, { lambda: 60, prior: { ...flat, shape: 5, rate: 5, worth: 0.1 } });
    expect(Math.max(...known.slice(10, 80).map(({ recent }) => recent))).toBeLessThan(0.6);
    expect(known[81]?.recent).toBeGreaterThan(0.95);
    expect(known[81]?.mostProbable).toBeLessThanOrEqual(recentRun);
    expect(known.at(-1)?.mostProbable).toBe(40);
  });
  it('can be had of one value, and of values that never vary', () => {
    expect(bayesianOnline([3], { lambda: 10, prior: flat })).toHaveLength(1);
    const same = bayesianOnline(new Array(300).fill(0), { lambda: 10, prior: flat });
    expect(same.every(({ recent }) => Number.isFinite(recent))).toBe(true);
  });
  it('refuse what cannot be', () => {
    expect(() => bayesianOnline([1], { lambda: 1, prior: flat })).toThrow(/lasts 1 values/);
    expect(() => bayesianOnline([0.5], { lambda: 9, prior: { kind: 'poisson', shape: 1, rate: 1 } })).toThrow(
      /must be a count/,
    );
  });
});
