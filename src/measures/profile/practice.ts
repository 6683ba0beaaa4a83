import { type Dimension, dimensions } from '../../model/dimension.ts';
import { gap, isGap, type Value } from '../../model/gap.ts';
import type { Commitment } from '../../model/records.ts';
import { effectivePartners, evenness } from '../concentration/effective-partners.ts';
import { meanOrGap } from './formulas.ts';

/** What would show a commitment kept. */
export type Expected = NonNullable<Commitment['expects']>;

/** Weights and directions by partner, of the dimensions that have some: what a state does in a year. */
export interface Practice {
  readonly weights: ReadonlyMap<Dimension, ReadonlyMap<string, number>>;
  readonly directions: ReadonlyMap<Dimension, ReadonlyMap<string, number>>;
}

/** What each kind of commitment is seen in, for a reader. */
export const seenIn: Readonly<Record<Expected, { readonly words: string; readonly unit: string }>> = {
  'breadth-rises': { words: 'effective number of partners', unit: 'partners' },
  'breadth-high': { words: 'effective number of partners', unit: 'partners' },
  equality: { words: 'evenness of the ties', unit: 'share' },
  friendliness: { words: 'mean direction, weighted by the ties', unit: 'from −1 to 1' },
  'exposure-falls': { words: 'greatest share of any partner', unit: 'share' },
  'ties-rise': { words: 'share of the partners named', unit: 'share' },
};

/**
 * The figure that a commitment is seen in, in one year's practice: mean over the dimensions that it is about, of the
 * greatest share the maximum.
 *
 * @param dimension what it is about; all dimensions where it says none
 * @param partners whom it names, for `ties-rise`
 */
export function practised(
  expects: Expected,
  dimension: Dimension | undefined,
  partners: readonly string[],
  { weights, directions }: Practice,
): Value {
  const looked = (dimension === undefined ? dimensions : [dimension]).flatMap((one) => {
    const list = weights.get(one);
    return list && list.size > 0 ? [{ list, towards: directions.get(one) ?? new Map<string, number>() }] : [];
  });
  if (looked.length === 0) return gap('no-records', 'no weights to judge it by');
  if (expects === 'exposure-falls') return Math.max(...looked.flatMap(({ list }) => [...list.values()]));
  if (expects === 'ties-rise' && partners.length === 0)
    return gap('not-applicable', 'neither the commitment nor its document names a partner');
  const values = looked.map(({ list, towards }): Value => {
    if (expects === 'equality') return evenness([...list.values()]);
    if (expects === 'ties-rise') return partners.reduce((sum, partner) => sum + (list.get(partner) ?? 0), 0);
    if (expects === 'friendliness') return meanDirection(list, towards);
    return effectivePartners([...list.values()]);
  });
  const numbers = values.flatMap((value) => (isGap(value) ? [] : [value]));
  return numbers.length > 0 ? meanOrGap(numbers) : (values[0] ?? gap('no-records'));
}

/** Σ w d / Σ w over the partners that have both. */
function meanDirection(weights: ReadonlyMap<string, number>, directions: ReadonlyMap<string, number>): Value {
  let [sum, total] = [0, 0];
  for (const [partner, weight] of weights) {
    const direction = directions.get(partner);
    if (direction === undefined) continue;
    sum += weight * direction;
    total += weight;
  }
  return total > 0 ? sum / total : gap('no-records', 'no partner has both a weight and a direction');
}
