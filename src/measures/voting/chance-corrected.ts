import { gap, type Value } from '../../model/gap.ts';
import { type CrossTable, type Distance, expectedDistance, observedDistance, total } from './cross-table.ts';

const sameLevelOnly = gap(
  'not-applicable',
  'both were always at one and the same level, so that chance alone gives full agreement',
);

/** 1 − observed / expected distance. */
function corrected(table: CrossTable, weights: Distance, margins: 'own' | 'shared'): Value {
  if (total(table) === 0) return gap('no-records');
  const expected = expectedDistance(table, weights, margins);
  return expected === 0 ? sameLevelOnly : 1 - observedDistance(table, weights) / expected;
}

/**
 * Cohen's weighted kappa: κ = 1 − Σ W·o / Σ W·pₐ·q_b, W the distance of levels, o the shares of what was seen, p and q
 * each side's own shares of levels.
 *
 * @param weights W: (a − b)², `squared`, or |a − b|, `linear`
 * @returns from −1 to 1; 0 is what two would agree by chance with the habits they have; a gap where the table is empty,
 *   or where both were always at the same level
 * @see Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70(4): 213–220; Häge, F. M. (2011). Choice or
 *   circumstance? Political Analysis 19(3): 287–305. https://doi.org/10.1093/pan/mpr023
 * @example kappa(crossTable([1, 1, 2, 3], [1, 1, 1, 3], voteLevels)) // 0.8333…
 */
export const kappa = (table: CrossTable, weights: Distance = 'squared'): Value =>
  corrected(table, weights, 'own');

/**
 * Scott's weighted pi: as `kappa`, but chance has both choose by the mean of their shares, so that a difference of
 * habits counts as disagreement.
 *
 * @param weights as for `kappa`
 * @returns from −1 to 1; gaps as `kappa`
 * @see Scott, W. A. (1955). Reliability of content analysis. Public Opinion Quarterly 19(3): 321–325; Häge (2011).
 * @example scottPi(crossTable([1, 1, 2, 3], [1, 1, 1, 3], voteLevels)) // 0.8297…
 */
export const scottPi = (table: CrossTable, weights: Distance = 'squared'): Value =>
  corrected(table, weights, 'shared');
