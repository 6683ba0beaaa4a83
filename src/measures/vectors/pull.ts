import type { Observation, Records } from '../../model/records.ts';
import type { Random } from '../random.ts';
import type { Draws } from './draws.ts';
import { type ObservedFigure, ownFigure } from './observed.ts';

/** Half the width of a 90 % interval of a normal, in standard deviations. */
const halfWidth = 1.6449;

/** A position as it might have been: drawn from a normal with the width of its published interval. */
export const positionDrawn = ({ value, low, high }: ObservedFigure, random: Random): number =>
  low === undefined || high === undefined
    ? value
    : value + ((high - low) / (2 * halfWidth)) * random.normal();

/** What other weights and other positions would have given; NaN in a draw that has no weights. */
export interface DrawnPull {
  readonly pull: Float64Array;
  /** Stand less pull; NaN everywhere where the focal state has no position. */
  readonly difference: Float64Array;
}

/**
 * The pull Σ wⱼ θⱼ / Σ wⱼ and the difference from the focal state's own point, under drawn weights and points drawn
 * from their posteriors: chance, choice of importances and the error of the positions together.
 *
 * @param weights by partner, those that stand for themselves, where no draw moves them
 * @param drawn weights of each draw; none where neither chance nor choice moves them
 * @param count how many draws
 */
export function drawPull(
  records: Records,
  year: number,
  weights: ReadonlyMap<string, number>,
  drawn: Draws,
  count: number,
  random: Random,
): DrawnPull {
  const positions = [...weights].flatMap(([partner, weight]) => {
    const position = ownFigure(records, partner, 'ideal-point', year);
    return position ? [{ weight, position, column: drawn.byPartner.get(partner) }] : [];
  });
  const own = ownFigure(records, records.focal, 'ideal-point', year);
  const pull = new Float64Array(count);
  const difference = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    let [sum, total] = [0, 0];
    for (const { weight, position, column } of positions) {
      const w = column === undefined ? weight : (column[k] ?? Number.NaN);
      const theta = positionDrawn(position, random);
      if (Number.isNaN(w)) continue;
      sum += w * theta;
      total += w;
    }
    pull[k] = total > 0 ? sum / total : Number.NaN;
    difference[k] = own ? positionDrawn(own, random) - (pull[k] ?? Number.NaN) : Number.NaN;
  }
  return { pull, difference };
}

/** Ids of the observations of positions that a pull rests on. */
export const positionsBehind = (
  records: Records,
  partners: readonly string[],
  year: number,
): Observation['id'][] =>
  partners.flatMap((partner) => ownFigure(records, partner, 'ideal-point', year)?.records ?? []);
