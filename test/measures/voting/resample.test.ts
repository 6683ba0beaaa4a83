import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/measures/index.ts';
import { countsResampler, percentileInterval } from '../../../src/measures/voting/resample.ts';

const drawsOf = (counts: readonly number[], draws: number, seed: string): number[][] => {
  const resample = countsResampler(counts, seeded(seed));
  return Array.from({ length: draws }, () => {
    const into = new Float64Array(counts.length);
    resample(into);
    return [...into];
  });
};

describe('resampling of counts', () => {
  it('keeps the total, and never fills an empty cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 }),
        fc.string(),
        (counts, seed) => {
          for (const draw of drawsOf(counts, 5, seed)) {
            expect(draw.reduce((sum, n) => sum + n, 0)).toBe(counts.reduce((sum, n) => sum + n, 0));
            expect(draw.every((n, cell) => n >= 0 && (n === 0 || (counts[cell] ?? 0) > 0))).toBe(true);
          }
        },
      ),
    );
  });

  it('is multinomial: means, variances and covariances', () => {
    const counts = [50, 30, 15, 5];
    const draws = drawsOf(counts, 20_000, 'multinomial');
    const mean = (of: (draw: readonly number[]) => number) =>
      draws.reduce((sum, draw) => sum + of(draw), 0) / draws.length;
    for (const [cell, count] of counts.entries()) {
      expect(mean((draw) => draw[cell] ?? 0)).toBeCloseTo(count, 0);
      const variance = mean((draw) => ((draw[cell] ?? 0) - count) ** 2);
      expect(variance / (count * (1 - count / 100))).toBeCloseTo(1, 1);
    }
    const covariance = mean((draw) => ((draw[0] ?? 0) - 50) * ((draw[1] ?? 0) - 30));
    expect(covariance / -15).toBeCloseTo(1, 1);
  });

  it('draws from so many that no table of chances holds them', () => {
    const draws = drawsOf([4000, 1000], 200, 'many');
    const mean = draws.reduce((sum, [first = 0]) => sum + first, 0) / draws.length;
    expect(Math.abs(mean - 4000)).toBeLessThan(10); // the standard error is 2
  });

  it('is the same for the same seed', () => {
    expect(drawsOf([7, 2, 1], 20, 'a')).toEqual(drawsOf([7, 2, 1], 20, 'a'));
    expect(drawsOf([7, 2, 1], 20, 'a')).not.toEqual(drawsOf([7, 2, 1], 20, 'b'));
  });
});

it('the interval leaves out a twentieth at each end', () => {
  const values = Array.from({ length: 101 }, (_, i) => i);
  const { low, high, ...rest } = percentileInterval(values);
  expect(low).toBeCloseTo(5, 12);
  expect(high).toBeCloseTo(95, 12);
  expect(rest).toEqual({ level: 0.9, method: 'bootstrap' });
});
