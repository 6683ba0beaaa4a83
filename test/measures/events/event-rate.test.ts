import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventRate, seeded } from '../../../src/measures/index.ts';

describe('events per 1,000 reports', () => {
  it('is 1000 · 3 / 60 by hand, with Jeffreys’ interval of three', () => {
    const { value, interval } = eventRate([{ events: 3, reports: 60 }], seeded('a'));
    expect(value).toBe(50);
    // half of the 5 % and 95 % points of χ² with 7 degrees, 2.167 and 14.067 (Abramowitz and Stegun, table 26.8)
    expect(interval?.low).toBeCloseTo((1000 * 2.167) / 2 / 60, 1);
    expect(interval?.high).toBeCloseTo((1000 * 14.067) / 2 / 60, 1);
  });
  it('has no answer from few reports, and one where nothing happened', () => {
    expect(eventRate([{ events: 1, reports: 9 }], seeded('a')).value).toMatchObject({
      gap: 'too-few-records',
    });
    expect(eventRate([], seeded('a')).value).toEqual({ gap: 'no-records' });
    const none = eventRate([{ events: 0, reports: 500 }], seeded('a'));
    expect(none).toMatchObject({ value: 0, interval: { low: 0 } });
    expect(none.interval?.high).toBeGreaterThan(0);
  });
  it('refuses a count that cannot be', () => {
    expect(() => eventRate([{ events: -1, reports: 5 }], seeded('a'))).toThrow(/a count is -1/);
  });
  it('does not move when twice as much is written about everything', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ events: fc.nat(20), reports: fc.integer({ min: 20, max: 900 }) }), {
          minLength: 2,
          maxLength: 36,
        }),
        (months) => {
          const once = eventRate(months, seeded('s'));
          const twice = eventRate(
            months.map(({ events, reports }) => ({ events: 2 * events, reports: 2 * reports })),
            seeded('s'),
          );
          expect(twice.value).toBeCloseTo(once.value as number, 9);
          expect(once.interval?.low).toBeLessThanOrEqual((once.value as number) + 1e-9);
          expect(once.interval?.high).toBeGreaterThanOrEqual((once.value as number) - 1e-9);
        },
      ),
      { numRuns: 50 },
    ));
  it('is less sure of what comes in clusters', () => {
    const steady = Array.from({ length: 24 }, () => ({ events: 2, reports: 100 }));
    const clustered = steady.map((month, i) => ({ ...month, events: i % 12 === 0 ? 24 : 0 }));
    const width = (months: typeof steady): number => {
      const { low = 0, high = 0 } = eventRate(months, seeded('s')).interval ?? {};
      return high - low;
    };
    expect(width(clustered)).toBeGreaterThan(5);
    expect(width(steady)).toBeLessThan(1e-9);
  });
});
