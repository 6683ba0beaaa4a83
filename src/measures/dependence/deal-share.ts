import { type Gap, gap, type Interval } from '../../model/gap.ts';
import { type Deal, deliveredIn } from '../partners/deals.ts';
import { membersOf, type PartnerAmounts } from '../partners/partner-amounts.ts';
import { resampled } from '../partners/resampled.ts';

/**
 * The interval of a partner's share in deliveries: the deals are drawn anew, and what unknown partners delivered may be
 * the partner's or not.
 *
 * @param weight of a year
 */
export function dealShareInterval(
  deals: readonly Deal[],
  { focal, from, to, period, whole = 0 }: PartnerAmounts,
  partner: string,
  value: number,
  seed: string,
  weight?: (year: number) => number,
): Interval | Gap {
  const members = membersOf(partner, to);
  const delivered = deliveredIn(deals, from, to, weight);
  const sum = delivered.reduce((total, { amount }) => total + amount, 0);
  if (Math.abs(sum - whole) > 0.001 * whole)
    return gap('not-applicable', 'the deals at hand do not add up to the deliveries');
  const things = delivered.map((one) => ({
    group: one.partner === undefined ? 2 : members.includes(one.partner) ? 0 : 1,
    amount: one.amount,
  }));
  if (!things.some(({ group }) => group === 0))
    return gap('too-few-records', 'no deal with it, and drawing deals anew makes none');
  return resampled(
    things,
    3,
    value,
    `${seed} ${focal} ${partner} ${period}`,
    ([own = 0, others = 0, nobody = 0]) => {
      const total = own + others + nobody;
      return [own / total, (own + nobody) / total];
    },
  );
}
