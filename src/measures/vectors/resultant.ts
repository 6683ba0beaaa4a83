import type { Dimension } from '../../model/dimension.ts';
import { gap, isGap } from '../../model/gap.ts';
import type { Resultant, Vector } from '../../model/measured.ts';
import type { Records } from '../../model/records.ts';
import { level } from '../events/event-balance.ts';
import { ownFigure } from './observed.ts';

/**
 * Where the ties pull: the weighted mean of the partners' positions in the General Assembly (ideal points), beside
 * the focal state's own. pull = Σ wⱼ θⱼ / Σ wⱼ over the partners that have both; difference = θ of the focal state − pull.
 *
 * @param vectors of one dimension and year; those that stand in a group already are left out
 * @returns gaps where no partner has a position, or the focal state has none
 * @see Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Journal of Conflict Resolution 61(2): 430–456, for the positions.
 */
export function resultant(
  records: Records,
  dimension: Dimension,
  year: number,
  vectors: readonly Vector[],
): Resultant {
  const positioned = vectors.flatMap(({ partner, weight, within }) => {
    const position = ownFigure(records, partner, 'ideal-point', year);
    return position && !isGap(weight) && !within ? [{ partner, weight, position }] : [];
  });
  const total = positioned.reduce((sum, { weight }) => sum + weight, 0);
  const placed = total > 0 ? positioned : []; // weights of nothing pull nowhere
  const own = ownFigure(records, records.focal, 'ideal-point', year);
  const terms = placed.map(({ partner, weight, position }) => ({
    partner,
    weight,
    position: position.value,
    contribution: (weight * position.value) / total,
    record: position.records[0] ?? '',
  }));
  const none = gap('not-covered', 'no ideal points for this year');
  const pull = total > 0 ? terms.reduce((sum, { contribution }) => sum + contribution, 0) : none;
  const stand = own?.value ?? none;
  return {
    focal: records.focal,
    dimension,
    period: String(year),
    pull,
    stand,
    standInterval:
      own?.low !== undefined && own.high !== undefined
        ? { low: own.low, high: own.high, level, method: 'monte-carlo' }
        : none,
    difference: isGap(pull) || isGap(stand) ? none : stand - pull,
    terms,
    positionPeriod: own?.period,
    positionSource: own?.source,
  };
}
