import type { Dimension } from '../../model/dimension.ts';
import { type Gap, gap, isGap } from '../../model/gap.ts';
import type { Balance, Vector } from '../../model/measured.ts';
import type { Records } from '../../model/records.ts';
import {
  effectivePartners,
  effectivePartnersShannon,
  evenness,
} from '../concentration/effective-partners.ts';
import { type Draws, intervalOf } from './draws.ts';
import type { Layer } from './layers.ts';

/**
 * How the weights are spread: effective numbers of partners, evenness and the leader, over the partners that stand for
 * themselves. Intervals are those of the drawn weights.
 */
export function balanceOf(
  records: Records,
  dimension: Dimension,
  year: number,
  whole: readonly string[],
  vectors: readonly Vector[],
  drawn: Draws,
  layers: readonly Layer[],
  /** Why there are no weights, where there are none. */
  none: Gap,
): Balance {
  const own = vectors.filter((vector) => whole.includes(vector.partner) && typeof vector.weight === 'number');
  const weights = own.map(({ weight }) => weight as number);
  const effective = weights.length === 0 ? none : effectivePartners(weights);
  const most = Math.max(...weights);
  const first = own.filter(({ weight }) => most - (weight as number) < sameWeight);
  const [lead] = first;
  const columns = whole.flatMap((partner) => drawn.byPartner.get(partner) ?? []);
  const drawnEffective = Float64Array.from({ length: drawn.count }, (_, k) => {
    const value = effectivePartners(columns.flatMap((column) => real(column[k])));
    return isGap(value) ? Number.NaN : value;
  }).filter((value) => !Number.isNaN(value));
  const coverages = layers.flatMap(({ coverage }) => coverage ?? []);
  return {
    focal: records.focal,
    dimension,
    period: String(year),
    effectivePartners: effective,
    effectivePartnersInterval: isGap(effective)
      ? effective
      : drawn.count === 0
        ? gap('not-applicable', 'one full count: neither chance nor choice is in it')
        : intervalOf(effective, drawnEffective),
    effectivePartnersShannon: weights.length === 0 ? none : effectivePartnersShannon(weights),
    evenness: weights.length === 0 ? none : evenness(weights),
    leader:
      lead === undefined
        ? none
        : first.length > 1
          ? gap('not-applicable', `${first.map(({ partner }) => partner).join(', ')} weigh the same`)
          : { partner: lead.partner, weight: lead.weight as number },
    leaderHolds:
      lead === undefined
        ? none
        : first.length > 1
          ? gap('not-applicable', 'nobody leads')
          : drawn.count === 0
            ? gap('not-applicable', 'one full count: neither chance nor choice is in it')
            : leads(drawn, lead.partner, whole) / drawn.count,
    n: weights.length,
    coverage:
      coverages.length === 0
        ? gap('not-covered', 'no world total is published')
        : coverages.reduce((sum, c) => sum + c, 0) / coverages.length,
    vectors: own.map(({ id }) => id),
  };
}

/** Weights no further apart than this are the same: what is left is rounding. */
const sameWeight = 1e-9;

const real = (value: number | undefined): number[] =>
  value === undefined || Number.isNaN(value) ? [] : [value];

/** In how many draws the partner weighs more than any other: one that shares the first place does not lead. */
function leads({ count, byPartner }: Draws, partner: string, whole: readonly string[]): number {
  const own = byPartner.get(partner);
  const others = whole.flatMap((other) => (other === partner ? [] : (byPartner.get(other) ?? [])));
  let times = 0;
  for (let k = 0; k < count; k++)
    if (others.every((other) => (own?.[k] || 0) - (other[k] || 0) >= sameWeight)) times += 1;
  return times;
}
