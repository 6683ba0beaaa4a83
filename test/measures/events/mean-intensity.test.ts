import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanIntensity, seeded } from '../../../src/measures/index.ts';

const one = (score: number) => ({ sum: score, n: 1 });

describe('mean intensity', () => {
  it('is (8 − 2) / 3 by hand', () => {
    expect(meanIntensity([{ sum: 8, n: 2 }, one(-2)], seeded('a'))).toMatchObject({ value: 2, sum: 6, n: 3 });
  });
  it('has no interval from two months', () => {
    expect(meanIntensity([{ sum: 8, n: 2 }, one(-2)], seeded('a')).interval).toMatchObject({
      gap: 'too-few-records',
    });
  });
  it('has no answer below three events', () => {
    expect(meanIntensity([one(5), one(2)], seeded('a')).value).toMatchObject({ gap: 'too-few-records' });
    expect(meanIntensity([], seeded('a')).value).toEqual({ gap: 'no-records' });
  });
  it('has the variance of Rubin (1981): s² / (n + 1), s² with n below', () => {
    const scores = [2.5, 2.5, 4, -6, 9.5, -3, 0, 5, 4, -2, 2.5, 7];
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
    const deviation = Math.sqrt(variance / (scores.length + 1));
    const found = meanIntensity(scores.map(one), seeded('rubin'));
    const { low = 0, high = 0 } = found.interval as { low?: number; high?: number };
    expect((high - low) / (2 * 1.6449) / deviation).toBeGreaterThan(0.93);
    expect((high - low) / (2 * 1.6449) / deviation).toBeLessThan(1.07);
  });
  it('is the same whether events of one score come singly or as one block of so many copies', () => {
    const singly = meanIntensity(
      [...Array.from({ length: 6 }, () => one(4)), ...Array.from({ length: 6 }, () => one(-2))],
      seeded('x'),
    );
    const together = meanIntensity(
      [
        { sum: 24, n: 6, copies: 6 },
        { sum: -12, n: 6, copies: 6 },
      ],
      seeded('y'),
    );
    expect(together.value).toBe(singly.value);
    const ends = (interval: object | undefined) => Object.values(interval ?? {}).slice(0, 2) as number[];
    for (const [i, end] of ends(singly.interval).entries())
      expect(Math.abs(end - (ends(together.interval)[i] ?? 99))).toBeLessThan(0.25);
  });
  it('stays on the scale, moves with it and holds its value', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 30 }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (scores, shift) => {
          const { value, interval } = meanIntensity(scores.map(one), seeded('s'));
          const moved = meanIntensity(
            scores.map((score) => one(score + shift)),
            seeded('s'),
          );
          expect(moved.value).toBeCloseTo((value as number) + shift, 9);
          const { low = 99, high = -99 } = interval as { low?: number; high?: number };
          expect(low).toBeLessThanOrEqual(value as number);
          expect(high).toBeGreaterThanOrEqual(value as number);
          expect(low).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
          expect(high).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
        },
      ),
      { numRuns: 40 },
    ));
  it('gives the same bytes for the same seed', () => {
    const scores = [1, 2, 3, 4].map(one);
    expect(meanIntensity(scores, seeded('a'))).toEqual(meanIntensity(scores, seeded('a')));
  });
});
