import { gap, type Value } from '../../model/gap.ts';
import { type CrossTable, type Distance, expectedDistance, observedDistance, total } from './cross-table.ts';

/**
 * Alignment index A = S − S₀: by how much two are more similar than if each voted at random with its own shares of yes,
 * abstain and no.
 *
 * @param weights |a − b|, `linear`, as published, or (a − b)², `squared`
 * @returns from −1 to 1; 0 is what chance gives; a gap where the table is empty
 * @see Benati, S. and Capurri, F. (2026). Quality & Quantity. https://doi.org/10.1007/s11135-026-02814-x
 * @example alignmentIndex(crossTable([1, 1, 3, 3], [1, 1, 3, 3], voteLevels)) // 1
 */
export function alignmentIndex(table: CrossTable, weights: Distance = 'linear'): Value {
  if (total(table) === 0) return gap('no-records');
  const greatest = (table.levels - 1) ** (weights === 'squared' ? 2 : 1);
  return (2 * (expectedDistance(table, weights, 'own') - observedDistance(table, weights))) / greatest;
}
