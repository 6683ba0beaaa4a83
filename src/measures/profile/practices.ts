import { type Dimension, dimensions } from '../../model/dimension.ts';
import { isGap } from '../../model/gap.ts';
import type { Records } from '../../model/records.ts';
import type { Random } from '../random.ts';
import { scaledOf, weightsOf } from '../vectors/draws.ts';
import type { Layer } from '../vectors/layers.ts';
import { type MeasuredDraws, measureDraws } from '../vectors/vectors.ts';
import type { Practice } from './practice.ts';
import { own } from './profile.ts';

/** A year of all dimensions, as computed and ready to be drawn anew. */
export interface PractisedYear {
  readonly year: number;
  readonly partners: readonly string[];
  readonly measured: ReadonlyMap<Dimension, MeasuredDraws>;
  readonly practice: Practice;
}

export function practisedYear(records: Records, year: number, draws: number): PractisedYear {
  const measured = new Map(
    dimensions.map((dimension) => [dimension, measureDraws(records, dimension, { year, draws })] as const),
  );
  return {
    year,
    partners: records.partners,
    measured,
    practice: {
      weights: new Map([...measured].map(([dimension, one]) => [dimension, own(one)])),
      directions: new Map(
        [...measured].map(([dimension, { vectors }]) => [
          dimension,
          new Map(
            vectors.flatMap(({ partner, direction }) =>
              isGap(direction) ? [] : [[partner, direction] as const],
            ),
          ),
        ]),
      ),
    },
  };
}

/**
 * Two years drawn anew under the same importances, so that their difference is that of the ties and not of what is held
 * important.
 *
 * @param k which draw of the directions
 */
export function drawnTogether(years: readonly PractisedYear[], k: number, random: Random): Practice[] {
  const importance = new Map<string, number>();
  const importanceOf = (dimension: Dimension, { mapping }: Layer): number => {
    const key = `${dimension} ${mapping.indicator}`;
    const known = importance.get(key) ?? random.gamma(1);
    importance.set(key, known);
    return known;
  };
  return years.map(({ partners, measured }) => ({
    weights: new Map(
      [...measured].map(([dimension, { layers, whole }]) => {
        const fixed = scaledOf(layers);
        const { byPartner } = weightsOf(
          partners,
          whole,
          layers.map((layer) => importanceOf(dimension, layer)),
          layers.map((layer, i) => layer.draw?.(random) ?? fixed[i] ?? new Map()),
        );
        return [dimension, new Map([...byPartner].filter(([partner]) => whole.includes(partner)))];
      }),
    ),
    directions: new Map(
      [...measured].map(([dimension, { drawnDirections }]) => [
        dimension,
        new Map(
          [...drawnDirections.byPartner].flatMap(([partner, column]) => {
            const direction = column[k];
            return direction === undefined || Number.isNaN(direction) ? [] : [[partner, direction] as const];
          }),
        ),
      ]),
    ),
  }));
}
