import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { membersOf, type PartnerAmounts } from '../partners/partner-amounts.ts';
import { areas, type Extremes, extremes } from './unknown-rest.ts';

/** Shares of a whole over partners: known, or between two ends. */
export interface Spread {
  /** Listed partners, the greatest first; their own shares of the whole, as far as they are known. */
  readonly partners: readonly {
    readonly partner: string;
    readonly share: number;
    readonly records: readonly string[];
  }[];
  readonly ends: Extremes;
  /** Nothing is left open: both ends are the same. */
  readonly exact: boolean;
}

/** The members of the European Union as one partner, which has what they have together. */
function withUnion({
  amounts,
  union,
  to,
}: PartnerAmounts): ReadonlyMap<string, { value: number; records: readonly string[] }> {
  const members = membersOf('EU', to);
  const inside = [...amounts].filter(([partner]) => members.includes(partner));
  const outside = [...amounts].filter(([partner]) => !members.includes(partner));
  const whole = union ?? {
    value: inside.reduce((sum, [, { value }]) => sum + value, 0),
    records: inside.flatMap(([, { records }]) => records),
  };
  return new Map([...outside, ['EU', whole]]);
}

/**
 * How a whole is spread over partners, with the bounds of what is not known.
 *
 * @param asOne whether the European Union is one partner
 * @returns a gap where nothing is known of the whole, or nobody has anything
 */
export function spreadOf(given: PartnerAmounts, asOne: boolean): Spread | Gap {
  const { whole, list, rounding } = given;
  if (asOne && list !== 'complete' && !given.union)
    return gap(
      'not-applicable',
      'which of the partners that are not listed are members of the Union is not known',
    );
  const amounts = asOne ? withUnion(given) : given.amounts;
  if (given.amounts.size + (asOne ? 1 : 0) === 0) return gap('no-records', 'no partner is listed by itself');
  if (whole === undefined)
    return list === 'complete' ? gap('no-records', 'nothing') : gap('not-covered', noWhole(given));
  const partners = [...amounts]
    .filter(([, { value }]) => value > 0 || rounding > 0)
    .map(([partner, { value, records }]) => ({ partner, share: value / whole, records }))
    .sort((a, b) => b.share - a.share || (a.partner < b.partner ? -1 : 1));
  const sum = partners.reduce((total, { share }) => total + share, 0);
  const left = given.rest === 0 ? 0 : Math.max(0, 1 - sum);
  if (left === 0 && rounding === 0) {
    const own = partners.map(({ share }) => share / sum);
    return { partners, ends: { even: own, packed: own }, exact: true };
  }
  const others = Math.max(1, areas - 1 - partners.length);
  const listed = partners.map(({ share }) =>
    list === 'largest'
      ? { low: Math.max(0, share - rounding), high: share + rounding }
      : // What a complete list leaves out is unassigned, so that it may be anybody's.
        { low: share, high: share + (list === 'complete' ? left : 0) },
  );
  const ends = extremes({ listed, others, each: list === 'largest' ? undefined : left });
  return { partners, ends, exact: false };
}

const noWhole = ({ amounts, source }: PartnerAmounts): string =>
  `${source} has ${amounts.size === 1 ? 'one partner' : `${amounts.size} partners`} and no total, so that shares are not known`;

/**
 * A measure of a spread: its value, or the middle of its sharp bounds, from which it is nowhere further than half of
 * them.
 *
 * @param of Schur-convex or Schur-concave
 */
export function measured(
  { ends, exact }: Pick<Spread, 'ends' | 'exact'>,
  of: (shares: readonly number[]) => Value,
): { readonly value: Value; readonly interval: Interval | undefined } {
  const even = of(ends.even);
  if (exact || isGap(even)) return { value: even, interval: undefined };
  const packed = of(ends.packed);
  if (isGap(packed)) return { value: packed, interval: undefined };
  const [low, high] = even < packed ? [even, packed] : [packed, even];
  return { value: (low + high) / 2, interval: { low, high, level, method: 'bounds' } };
}
