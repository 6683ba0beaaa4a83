import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPull, seeded } from '../../../src/measures/index.ts';
import type { Records } from '../../../src/model/records.ts';
import { empty, observation } from '../../fixtures/tiny.ts';

const none = { count: 0, byPartner: new Map<string, Float64Array>() };
const at = (positions: Readonly<Record<string, readonly [value: number, half?: number]>>): Records => ({
  ...empty,
  observations: Object.entries(positions).map(([who, [value, half]]) =>
    observation('', 'ideal-point', '2020', value, {
      id: who,
      focal: who,
      ...(half !== undefined && { low: value - half, high: value + half }),
    }),
  ),
});
const weights = new Map([
  ['RUS', 0.75],
  ['CHN', 0.25],
]);
const meanOf = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('a drawn pull', () => {
  it('is ¾ · 1 + ¼ · −1 = ½ in every draw, where nothing errs', () => {
    const { pull, difference } = drawPull(
      at({ RUS: [1], CHN: [-1], KAZ: [0] }),
      2020,
      weights,
      none,
      5,
      seeded('x'),
    );
    expect([...pull]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
    expect([...difference]).toEqual([-0.5, -0.5, -0.5, -0.5, -0.5]);
  });
  it('errs as its positions do: half-widths of 1.6449 are one, so √(¾² + ¼²) = .79 for the pull', () => {
    const records = at({ RUS: [1, 1.6449], CHN: [-1, 1.6449], KAZ: [0, 1.6449] });
    const { pull, difference } = drawPull(records, 2020, weights, none, 20_000, seeded('x'));
    const deviation = (values: Float64Array) => {
      const mean = meanOf(values);
      return Math.sqrt(meanOf(values.map((x) => (x - mean) ** 2)));
    };
    expect(meanOf(pull)).toBeCloseTo(0.5, 1);
    expect(deviation(pull)).toBeCloseTo(Math.sqrt(0.75 ** 2 + 0.25 ** 2), 1);
    expect(deviation(difference)).toBeCloseTo(Math.sqrt(1 + 0.75 ** 2 + 0.25 ** 2), 1);
  });
  it('takes the weights of each draw, and has none where a draw has none', () => {
    const drawn = {
      count: 2,
      byPartner: new Map([
        ['RUS', Float64Array.from([1, Number.NaN])],
        ['CHN', Float64Array.from([0, Number.NaN])],
      ]),
    };
    const { pull, difference } = drawPull(at({ RUS: [1], CHN: [-1] }), 2020, weights, drawn, 2, seeded('x'));
    expect([...pull]).toEqual([1, Number.NaN]);
    expect([...difference]).toEqual([Number.NaN, Number.NaN]); // nobody knows where the focal state stands
  });
  it('lies between the positions of its partners', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (rus, chn, weight) => {
          const some = new Map([
            ['RUS', weight],
            ['CHN', 1],
          ]);
          const { pull } = drawPull(at({ RUS: [rus], CHN: [chn] }), 2020, some, none, 3, seeded('x'));
          for (const one of pull) {
            expect(one).toBeGreaterThanOrEqual(Math.min(rus, chn) - 1e-9);
            expect(one).toBeLessThanOrEqual(Math.max(rus, chn) + 1e-9);
          }
        },
      ),
    ));
});
