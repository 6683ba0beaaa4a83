import { describe, expect, it } from 'vitest';
import { normalAbove, normalBetween } from '../../../src/measures/ideal-points/truncated-normal.ts';
import { estimateIdealPoints, sampleIdealPoints, seeded } from '../../../src/measures/index.ts';
import { correlation, simulated } from './simulated.ts';

const { responses, truth } = simulated({ states: 24, sessions: 5, calls: 30, seed: 'sample' });
const how = { draws: 60, thin: 2, burn: 100, seed: 'a test' } as const;
const { theta } = estimateIdealPoints(responses).parameters;

describe('the sampler', () => {
  it.each(['none', 'voeten2020'] as const)('finds the points that made the votes (%s)', (compat) => {
    const { layout, mean, draws, accepted } = sampleIdealPoints(responses, { ...how, compat });
    const true_ = Array.from(
      mean,
      (_, p) => truth[layout.stateOf[p] ?? 0]?.[(layout.sessionOf[p] ?? 0) - 20] ?? 0,
    );
    expect(correlation([...mean], true_)).toBeGreaterThan(0.95);
    expect(correlation([...mean], [...theta])).toBeGreaterThan(0.97);
    expect(draws.length).toBe(how.draws);
    expect(accepted).toBeGreaterThan(0.3);
    expect(accepted).toBeLessThan(0.99);
    for (const draw of draws)
      expect(draw.reduce((sum, one) => sum + one * one, 0) / draw.length).toBeCloseTo(1, 8);
  });

  it('gives the same draws for the same seed, and others for another', () => {
    const few = { ...how, draws: 2, burn: 3, compat: 'none' } as const;
    const [one, same, other] = [few, few, { ...few, seed: 'another' }].map((sampling) =>
      sampleIdealPoints(responses, sampling),
    );
    expect(same?.mean).toEqual(one?.mean);
    expect(other?.mean).not.toEqual(one?.mean);
  });

  it('survives votes that say nothing', () => {
    const { mean } = sampleIdealPoints(
      { states: ['KAZ', 'RUS'], sessions: [70], resolutions: [0], votes: [1, 1] },
      { ...how, compat: 'none' },
    );
    expect(mean.every(Number.isFinite)).toBe(true);
  });
});

describe('truncated normal numbers', () => {
  const random = seeded('truncated');
  const mean = (draw: () => number): number =>
    Array.from({ length: 4000 }, draw).reduce((sum, one) => sum + one / 4000, 0);

  it.each([
    // φ(a) / (1 − Φ(a)), the mean above a
    [-1, 0.2876],
    [0.5, 1.1411],
    [4, 4.2256],
  ])('above %d have the mean that they should', (a, expected) => {
    expect(mean(() => normalAbove(a, random))).toBeCloseTo(expected, 1);
  });

  it.each([
    // (φ(a) − φ(b)) / (Φ(b) − Φ(a))
    [-0.5, 0.2, -0.1446],
    [-2, 3, 0.0508],
    [1, 1.5, 1.2274],
    [6, 20, 6.1584],
    [-9, -6, -6.1584],
  ])('between %d and %d lie there and have the mean that they should', (low, high, expected) => {
    const draws = Array.from({ length: 4000 }, () => normalBetween(low, high, random));
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...draws)).toBeLessThanOrEqual(high);
    expect(draws.reduce((sum, one) => sum + one / draws.length, 0)).toBeCloseTo(expected, 1);
  });
});
