import { correlation, eventRate, meanIntensity, seeded, shareInterval } from '../../src/measures/index.ts';
import type { Reproduction } from './reproduction.ts';

const jeffreys = 'Brown, Cai and DasGupta (2001), Statistical Science 16(2), table A.1';

const limits: readonly (readonly [x: number, n: number, low: number, high: number])[] = [
  [3, 7, 0.139, 0.766],
  [3, 10, 0.093, 0.606],
  [5, 10, 0.224, 0.776],
];

const anscombe: readonly (readonly [number, number])[] = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
];

export const reproductions: readonly Reproduction[] = [
  ...limits.flatMap(([x, n, low, high]) =>
    (['low', 'high'] as const).map(
      (end): Reproduction => ({
        measure: end === 'low' ? 'net-cooperation' : 'quad-shares',
        what: `Jeffreys’ 95 % interval of ${x} of ${n}, ${end} end`,
        source: jeffreys,
        published: end === 'low' ? low : high,
        tolerance: 0.0006,
        ours: () => shareInterval(x, n, 0.95)[end],
      }),
    ),
  ),
  {
    measure: 'goldstein',
    what: 'spread of the mean of twelve scores: 90 % interval over 2 · 1.6449 · √(s² / (n + 1))',
    source: 'Rubin (1981), Annals of Statistics 9(1), section 2',
    published: 1,
    tolerance: 0.07,
    ours() {
      const scores = [2.5, 2.5, 4, -6, 9.5, -3, 0, 5, 4, -2, 2.5, 7];
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
      const { interval } = meanIntensity(
        scores.map((sum) => ({ sum, n: 1 })),
        seeded('rubin'),
      );
      if (interval === undefined || 'gap' in interval) return Number.NaN;
      return (interval.high - interval.low) / (2 * 1.6449 * Math.sqrt(variance / (scores.length + 1)));
    },
  },
  {
    measure: 'reciprocity',
    what: 'squared correlation of the first quartet',
    source: 'Anscombe (1973), American Statistician 27(1): 17–21',
    published: 0.667,
    tolerance: 0.0006,
    ours: () => (correlation(anscombe) ?? Number.NaN) ** 2,
  },
  {
    measure: 'event-rate',
    what: 'upper 5 % point of χ² with 7 degrees, twice Jeffreys’ upper end for 3 events',
    source: 'Abramowitz and Stegun (1964), table 26.8',
    published: 14.067,
    tolerance: 0.001,
    ours: () => 2 * (eventRate([{ events: 3, reports: 1000 }], seeded('rate')).interval?.high ?? Number.NaN),
  },
];
