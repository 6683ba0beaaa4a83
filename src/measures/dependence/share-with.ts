import { type Gap, gap, type Interval, type Value } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { membersOf, type PartnerAmounts } from '../partners/partner-amounts.ts';

/** A partner's share of a whole, with all that a figure says of it. */
export interface ShareWith {
  readonly value: Value;
  readonly interval?: Interval | Gap | undefined;
  readonly records?: readonly string[] | undefined;
}

/**
 * A partner's share: x / X.
 *
 * @param amount what is with the partner; finite and ≥ 0
 * @param whole what there is in all, in the same unit
 * @returns from 0 to 1; a gap where the whole is 0 or less than the part
 * @see Hirschman, A. O. (1945). National Power and the Structure of Foreign Trade. University of California Press.
 * @example partnerShare(30, 120) // 0.25
 */
export function partnerShare(amount: number, whole: number): Value {
  if (!(whole > 0)) return gap('no-records', 'there is nothing to have a share of');
  if (!(amount >= 0) || amount > whole * (1 + 1e-9))
    return gap('unknown', `the part (${amount}) does not fit the whole (${whole})`);
  return Math.min(1, amount / whole);
}

const bounds = (low: number, high: number): Interval => ({
  low: Math.max(0, low),
  high: Math.min(1, high),
  level,
  method: 'bounds',
});

/**
 * The share of a state or group in what a focal state has with all: what is known of it, with bounds for what is not.
 *
 * A partner that a complete list does not have has 0; one that a list of the largest does not have has at most what the
 * smallest of these has.
 */
export function shareWith(amounts: PartnerAmounts, partner: string): ShareWith {
  const { whole, list, rest, rounding, withheld, union, focal, to } = amounts;
  if (whole === undefined)
    return list === 'complete'
      ? { value: gap('no-records', 'nothing with anybody') }
      : { value: gap('not-covered', `${amounts.source} has no total to take a share of`) };
  const own = partner === 'EU' ? union : undefined;
  const wanted = membersOf(partner, to).filter((member) => member !== focal);
  const found = own ? [own] : wanted.flatMap((member) => amounts.amounts.get(member) ?? []);
  const value = partnerShare(
    found.reduce((sum, one) => sum + one.value, 0),
    whole,
  );
  if (typeof value !== 'number') return { value };
  const records = found.flatMap((one) => one.records);
  const told = { value, ...(records.length > 0 && { records }) };
  if (own) return { ...told, interval: fullCount };

  const hidden = wanted.filter((member) => withheld.includes(member));
  if (hidden.length > 0)
    return {
      value: gap(
        'confidential',
        hidden.length < wanted.length ? `withheld: ${hidden.join(', ')}` : undefined,
      ),
    };
  const missing = list === 'complete' ? 0 : wanted.length - found.length;
  const smallest = Math.min(...[...amounts.amounts.values()].map((one) => one.value / whole)) + rounding;
  const most =
    list === 'complete'
      ? rest
      : Math.min(rest + rounding * amounts.amounts.size, missing * (list === 'largest' ? smallest : rest));
  if (found.length === 0 && missing > 0)
    return {
      value: gap(
        'not-covered',
        list === 'largest'
          ? `not among the ${amounts.amounts.size} largest, so at most ${(100 * most).toFixed(1)} %`
          : `${amounts.source} does not list it`,
      ),
      interval: bounds(0, most),
    };
  const [low, high] = [value - rounding * found.length, value + rounding * found.length + most];
  if (high - low < 1e-9) return { ...told, interval: fullCount };
  // Of partners that are not listed it is not known whether they have any: the middle is nowhere further off than half.
  const middle = missing > 0 ? (Math.max(0, low) + Math.min(1, high)) / 2 : value;
  return { ...told, value: middle, interval: bounds(low, high) };
}

const fullCount = gap('not-applicable', 'a full count: neither chance nor choice is in it');
