import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, placeLabels, spread } from '../../src/figures/collide.ts';

describe('spread', () => {
  it('leaves alone what has room', () => {
    expect(spread([10, 50, 90], [10, 10, 10], 0, 100)).toEqual([10, 50, 90]);
  });

  it('moves two at one place apart by half the room each', () => {
    expect(spread([50, 50], [10, 10], 0, 100)).toEqual([45, 55]);
  });

  it('keeps order, room and bounds', () => {
    const points = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(points, (wanted) => {
        const room = wanted.map(() => 10);
        const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
        const moved = spread(wanted, room, 0, 100);
        const sorted = order.map((i) => moved[i] ?? Number.NaN);
        expect(sorted[0]).toBeGreaterThanOrEqual(5 - 1e-9);
        expect(sorted.at(-1)).toBeLessThanOrEqual(95 + 1e-9);
        for (const [i, here] of sorted.slice(1).entries())
          expect(here - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
      }),
    );
  });
});

describe('placeLabels', () => {
  it('finds a free place for each label where there is room enough', () => {
    const label = fc.record({
      x: fc.integer({ min: 100, max: 500 }),
      y: fc.integer({ min: 80, max: 320 }),
      width: fc.integer({ min: 20, max: 80 }),
      height: fc.constant(14),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 10 }), (labels) => {
        const boxes = placeLabels(labels, [], { left: 0, top: 0, right: 600, bottom: 400 });
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(0);
      }),
    );
  });
});
