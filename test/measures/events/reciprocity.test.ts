import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answeredInKind,
  type Counts,
  correlation,
  differenceOfSides,
  seeded,
} from '../../../src/measures/index.ts';

const counts = (cooperative: number, conflictual: number): Counts => ({ cooperative, conflictual });

describe('the difference of the two sides', () => {
  it('is (3 − 1) / 4 − (2 − 2) / 4 by hand', () => {
    expect(differenceOfSides(counts(3, 1), counts(2, 2), seeded('a'))).toMatchObject({ value: 0.5, n: 8 });
  });
  it('has no answer where one side did too little', () => {
    expect(differenceOfSides(counts(9, 0), counts(1, 1), seeded('a')).value).toEqual({
      gap: 'too-few-records',
      because: '2 of at least 3 on one side',
    });
  });
  it('turns round with its sides, and lies in [−2, 2]', () => {
    const side = fc.tuple(fc.integer({ min: 3, max: 60 }), fc.nat(60));
    fc.assert(
      fc.property(side, side, ([a, b], [c, d]) => {
        const there = differenceOfSides(counts(a, b), counts(c, d), seeded('s'));
        const back = differenceOfSides(counts(c, d), counts(a, b), seeded('s'));
        expect(back.value).toBeCloseTo(-(there.value as number), 12);
        const { low = -9, high = 9 } = there.interval as { low?: number; high?: number };
        expect(low).toBeGreaterThanOrEqual(-2);
        expect(high).toBeLessThanOrEqual(2);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the answer in kind', () => {
  it('is Pearson’s correlation: r² is .667 in the sets of Anscombe (1973)', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const sets = [
      [x, [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]],
      [x, [9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74]],
      [
        [8, 8, 8, 8, 8, 8, 8, 19, 8, 8, 8],
        [6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.5, 5.56, 7.91, 6.89],
      ],
    ];
    for (const [a = [], b = []] of sets)
      expect((correlation(a.map((one, i) => [one, b[i] ?? 0] as const)) ?? 0) ** 2).toBeCloseTo(0.667, 2);
  });
  it('has no answer below twelve months, nor where one side never varies', () => {
    const few = Array.from({ length: 11 }, (_, i) => [i / 11, i / 11] as const);
    expect(answeredInKind(few, seeded('a')).value).toMatchObject({ gap: 'too-few-records' });
    const flat = Array.from({ length: 20 }, (_, i) => [1, i % 2] as const);
    expect(answeredInKind(flat, seeded('a')).value).toMatchObject({ gap: 'not-applicable' });
  });
  it('is 1 where each month is answered with the same, and holds its value', () => {
    const net = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(net, net), { minLength: 12, maxLength: 40 }), (months) => {
        const { value, interval } = answeredInKind(months, seeded('s'));
        fc.pre(typeof value === 'number');
        const { low = 9, high = -9 } = interval as { low?: number; high?: number };
        expect(low).toBeLessThanOrEqual(value as number);
        expect(high).toBeGreaterThanOrEqual(value as number);
        expect(correlation(months.map(([a]) => [a, a]))).toBeCloseTo(1, 9);
      }),
      { numRuns: 15 },
    );
  });
});
