import { type Gap, gap, type Interval } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { quantiles, seeded } from '../random.ts';

/** Draws of the bootstrap over deals and projects. */
export const dealDraws = 1000;

/** Deals below which resampling them says nothing. */
export const fewestDeals = 5;

/**
 * A 90 % percentile bootstrap interval over countable things, each with an amount and a partner: they are drawn with
 * replacement, and added up by partner anew. Widened where need be to hold the value.
 *
 * @param of from the sums by group (the last is that of nobody in particular) to the least and greatest value; nothing
 *   where a draw has no answer
 * @returns a gap below `fewestDeals`
 * @see Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics 7(1): 1–26.
 */
export function resampled(
  things: readonly { readonly group: number; readonly amount: number }[],
  groups: number,
  value: number,
  seed: string,
  of: (sums: Float64Array) => readonly [low: number, high: number] | undefined,
): Interval | Gap {
  const n = things.length;
  if (n < fewestDeals) return gap('too-few-records', `${n} of at least ${fewestDeals} deals`);
  const random = seeded(seed);
  const lows: number[] = [];
  const highs: number[] = [];
  const sums = new Float64Array(groups);
  for (let draw = 0; draw < dealDraws; draw++) {
    sums.fill(0);
    for (let i = 0; i < n; i++) {
      const { group, amount } = things[Math.floor(random.uniform() * n)] as (typeof things)[number];
      sums[group] = (sums[group] ?? 0) + amount;
    }
    const ends = of(sums);
    if (!ends) continue;
    lows.push(ends[0]);
    highs.push(ends[1]);
  }
  if (lows.length === 0) return gap('too-few-records', 'no draw has an answer');
  const tail = (1 - level) / 2;
  const [low = value] = quantiles(lows, [tail]);
  const [high = value] = quantiles(highs, [1 - tail]);
  return { low: Math.min(low, value), high: Math.max(high, value), level, method: 'bootstrap' };
}
