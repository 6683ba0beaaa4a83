import { z } from 'zod';
import type { Interval } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { quantiles, seeded } from '../random.ts';
import type { Leg } from './network.ts';

/** Draws of the capacities. */
export const capacityDraws = 500;

/** How far a stated capacity may be off either way, in shares of itself: ours, since sources seldom say. */
export const usualSpread = 0.1;

/** The choice of every measure that rests on capacities. */
export const spreadChoice = {
  spread: z
    .number()
    .min(0)
    .max(1)
    .default(usualSpread)
    .describe('how far a stated capacity may be off either way, as a share of itself'),
} as const;

/**
 * Capacities as they may be: each leg’s own times a factor from a symmetric triangular distribution on
 * [1 − spread, 1 + spread], the same in both directions.
 *
 * @param seed the same seed gives the same capacities
 * @see Kotz, S. and van Dorp, J. R. (2004). Beyond Beta. World Scientific, chapter 1.
 */
export function drawnCapacities(
  legs: readonly Pick<Leg, 'id'>[],
  of: (leg: Leg) => number,
  spread: number,
  seed: string,
): ((leg: Leg) => number)[] {
  const { uniform } = seeded(seed);
  const ids = [...new Set(legs.map(({ id }) => id))];
  return Array.from({ length: capacityDraws }, () => {
    const factors = new Map(ids.map((id) => [id, 1 + spread * (uniform() + uniform() - 1)]));
    return (leg: Leg) => of(leg) * (factors.get(leg.id) ?? 1);
  });
}

/**
 * Where a value lies in most draws, and the value itself: of several bottlenecks the least decides, so that the draws
 * may lie below it.
 */
export function drawnInterval(value: number, draws: readonly number[]): Interval {
  const tail = (1 - level) / 2;
  const [low = value, high = value] = quantiles(draws, [tail, 1 - tail]);
  return { low: Math.min(low, value), high: Math.max(high, value), level, method: 'monte-carlo' };
}
