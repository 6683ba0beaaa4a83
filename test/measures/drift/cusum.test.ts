import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageRunLength,
  benjaminiHochberg,
  cusum,
  falseAlarmProbability,
  seeded,
} from '../../../src/measures/index.ts';

describe('cumulative sums', () => {
  it('are 0, 2.5 and an alarm at 5 by hand', () => {
    expect(cusum([0, 3, 3, 0], { mean: 0, deviation: 1, k: 0.5, h: 4 })).toEqual([
      { up: 0, down: 0, alarm: undefined },
      { up: 2.5, down: 0, alarm: undefined },
      { up: 5, down: 0, alarm: 'up' },
      { up: 0, down: 0, alarm: undefined },
    ]);
  });
  it('are as in Montgomery (2013), table 9.2: 5.28 at observation 29', () => {
    // table 9.1, level 10, deviation 1, slack 0.5, height 5
    const x = [
      9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37,
      10.62, 10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
    ];
    const sums = cusum(x, { mean: 10, deviation: 1, k: 0.5, h: 5 });
    expect(sums[28]?.up).toBeCloseTo(5.28, 9);
    expect(sums.findIndex(({ alarm }) => alarm !== undefined)).toBe(28);
    expect(sums[1]?.down).toBeCloseTo(1.56, 9);
  });
  it('turn round with the series, and do not depend on its unit', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 60 }),
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        (series, unit) => {
          const sums = cusum(series, { mean: 0, deviation: 1 });
          const turned = cusum(
            series.map((x) => -x),
            { mean: 0, deviation: 1 },
          );
          const scaled = cusum(
            series.map((x) => 7 + x * unit),
            { mean: 7, deviation: unit },
          );
          for (const [i, { up, down }] of sums.entries()) {
            expect(Math.min(up, down)).toBeGreaterThanOrEqual(0);
            expect([turned[i]?.down, turned[i]?.up]).toEqual([up, down]);
            expect(scaled[i]?.up).toBeCloseTo(up, 6);
          }
        },
      ),
    ));
  it('refuse a series that never varies', () => {
    expect(() => cusum([1, 2], { mean: 1, deviation: 0 })).toThrow(/deviation is 0/);
    expect(() => cusum([1, 2], { mean: 1, deviation: 1, h: 0 })).toThrow(/h 0/);
  });
});

describe('run lengths', () => {
  it.each([
    [4, 0, 168, 0.5],
    [5, 0, 465, 0.5],
    [4, 0.5, 26.6, 0.05],
    [4, 1, 8.38, 0.005],
    [4, 2, 3.34, 0.005],
    [5, 1, 10.4, 0.05],
    [5, 2, 4.01, 0.005],
  ])('h %d, shift %d: %d values, as in Montgomery (2013, table 9.3)', (h, shift, published, tolerance) => {
    expect(Math.abs(averageRunLength({ k: 0.5, h, shift }) - published)).toBeLessThanOrEqual(tolerance);
  });
  it('are those of simulated series', () => {
    const { normal } = seeded('run lengths');
    const runs = Array.from({ length: 1500 }, () => {
      for (let [n, up, down] = [1, 0, 0]; ; n++) {
        const z = normal();
        up = Math.max(0, up + z - 0.5);
        down = Math.max(0, down - z - 0.5);
        if (up > 4 || down > 4) return n;
      }
    });
    const mean = runs.reduce((sum, run) => sum + run, 0) / runs.length;
    expect(mean).toBeGreaterThan(168 - 3 * (168 / Math.sqrt(1500)));
    expect(mean).toBeLessThan(168 + 3 * (168 / Math.sqrt(1500)));
    const within = runs.filter((run) => run <= 100).length / runs.length;
    expect(Math.abs(falseAlarmProbability({ k: 0.5, h: 4, values: 100 }) - within)).toBeLessThan(0.04);
  });
  it('make a false alarm surer in longer series and rarer at greater height', () => {
    const of = (h: number, values: number) => falseAlarmProbability({ k: 0.5, h, values });
    expect([of(0, 5), of(4, 0)]).toEqual([1, 0]);
    expect(of(4, 200)).toBeGreaterThan(of(4, 100));
    expect(of(5, 100)).toBeLessThan(of(4, 100));
  });
});

describe('many series', () => {
  it('four hold of the fifteen of Benjamini and Hochberg (1995)', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(benjaminiHochberg(p, 0.05).filter(Boolean)).toHaveLength(4);
    expect(benjaminiHochberg(p, 0.05).slice(0, 4)).toEqual([true, true, true, true]);
  });
  it('none holds of none, and one of one as by its own probability', () => {
    expect(benjaminiHochberg([], 0.05)).toEqual([]);
    expect([benjaminiHochberg([0.04], 0.05), benjaminiHochberg([0.06], 0.05)]).toEqual([[true], [false]]);
  });
  it('does not depend on order, and a smaller one holds where a greater does', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (p) => {
        const holds = benjaminiHochberg(p, 0.1);
        expect(benjaminiHochberg(p.toReversed(), 0.1).reverse()).toEqual(holds);
        const greatest = Math.max(-1, ...p.filter((_, i) => holds[i]));
        for (const [i, one] of p.entries()) expect(holds[i]).toBe(one <= greatest);
      }),
    ));
});
