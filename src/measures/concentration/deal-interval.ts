import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { type Deal, deliveredIn } from '../partners/deals.ts';
import { membersOf, type PartnerAmounts } from '../partners/partner-amounts.ts';
import { resampled } from '../partners/resampled.ts';
import { areas, extremes } from './unknown-rest.ts';

/**
 * The interval of a measure of concentration over deals, which are drawn anew; what unknown partners delivered is
 * taken at its worst in either direction.
 *
 * @param of Schur-convex or Schur-concave
 * @param seed beside the state and the period
 */
export function dealInterval(
  deals: readonly Deal[],
  { focal, from, to, period, whole = 0 }: PartnerAmounts,
  asOne: boolean,
  value: number,
  of: (shares: readonly number[]) => Value,
  seed: string,
): Interval | Gap {
  const delivered = deliveredIn(deals, from, to);
  const sum = delivered.reduce((total, { amount }) => total + amount, 0);
  if (Math.abs(sum - whole) > tolerance * whole)
    return gap('not-applicable', 'the deals at hand do not add up to the deliveries');
  const members = asOne ? membersOf('EU', to) : [];
  const names = new Map<string, number>();
  const things = delivered.map(({ partner, amount }) => {
    if (partner === undefined) return { group: -1, amount };
    const name = members.includes(partner) ? 'EU' : partner;
    const group = names.get(name) ?? names.size;
    names.set(name, group);
    return { group, amount };
  });
  const nobody = names.size;
  const groups = things.map(({ group, amount }) => ({ group: group < 0 ? nobody : group, amount }));
  return resampled(groups, nobody + 1, value, `${seed} ${focal} ${period}`, (sums) => {
    const total = sums.reduce((all, one) => all + one, 0);
    const own = [...sums.subarray(0, nobody)].filter((one) => one > 0).map((one) => one / total);
    const left = (sums[nobody] ?? 0) / total;
    if (left === 0) {
      const result = of(own);
      return isGap(result) ? undefined : [result, result];
    }
    const ends = extremes({
      listed: own.map((low) => ({ low, high: low + left })),
      others: Math.max(1, areas - 1 - own.length),
      each: left,
    });
    const [even, packed] = [of(ends.even), of(ends.packed)];
    return isGap(even) || isGap(packed) ? undefined : [Math.min(even, packed), Math.max(even, packed)];
  });
}

/** Deals that come closer to the published deliveries than this share of them are the same. */
const tolerance = 0.001;
