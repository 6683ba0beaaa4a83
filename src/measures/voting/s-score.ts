import { gap, type Value } from '../../model/gap.ts';
import { type CrossTable, observedDistance, total } from './cross-table.ts';

/**
 * Similarity S of two series of levels: S = 1 − 2 · mean(|xₖ − yₖ|^q / d^q), d the greatest distance that is possible.
 *
 * @param table weights, where entries have them, stand in its cells
 * @param power q: 1, `absolute`, as published, or 2, `squared`
 * @returns from −1 (always as far apart as can be) to 1 (always the same); a gap where the table is empty
 * @see Signorino, C. S. and Ritter, J. M. (1999). Tau-b or not tau-b: measuring the similarity of foreign policy
 *   positions. International Studies Quarterly 43(1): 115–144. https://doi.org/10.1111/0020-8833.00113
 * @example sScore(crossTable([1, 1, 2, 3], [1, 1, 1, 1], voteLevels)) // 0.25
 */
export function sScore(table: CrossTable, power: 'absolute' | 'squared' = 'absolute'): Value {
  if (total(table) === 0) return gap('no-records');
  const q = power === 'squared' ? 2 : 1;
  const distance = observedDistance(table, power === 'squared' ? 'squared' : 'linear');
  return 1 - (2 * distance) / (table.levels - 1) ** q;
}
