import { describe, expect, it } from 'vitest';
import { linear, niceStep, niceTicks } from '../../src/figures/scale.ts';

describe('scales', () => {
  it('draws a straight line, and the middle where there is only a point', () => {
    expect(linear(0, 1, 20, 220)(0.5)).toBe(120);
    expect(linear(3, 3, 0, 10)(3)).toBe(5);
  });

  it('cuts at round numbers', () => {
    expect(niceStep(0.33, 5)).toBeCloseTo(0.1, 12);
    expect(niceTicks(0, 0.33, 5)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(niceTicks(-1, 1, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
  });

  it('has a step where there is no span', () => {
    expect(niceStep(0, 4)).toBe(1);
  });
});
