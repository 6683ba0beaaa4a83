import type { Figure } from '../../model/figure.ts';
import { gap, isGap } from '../../model/gap.ts';
import { level } from '../events/share-interval.ts';
import { defineMeasure } from '../measure.ts';
import { idealPointChoices } from './choices.ts';
import { idealPointCite } from './ideal-point.ts';
import { intervalOf } from './positions-of.ts';
import { seriesOf } from './series.ts';
import { periodOf, type SeriesPoint } from './series-point.ts';

const notPublished = gap('not-applicable', 'joint draws of two states are not published');
const noDraws = gap('not-applicable', 'no draws were asked for');

/**
 * Distance between two ideal points.
 *
 * @returns ≥ 0, in standard deviations of all points
 * @example idealDistance(-0.61, 0.14) // 0.75
 */
export const idealDistance = (a: number, b: number): number => Math.abs(a - b);

/** Value and interval of the distance in one session; from the same draws, so that what moves both cancels out. */
function between(
  a: SeriesPoint,
  b: SeriesPoint,
  isPublished: boolean,
): Pick<Figure, 'value' | 'interval' | 'note'> {
  if (isGap(a.value)) return { value: a.value };
  if (isGap(b.value)) return { value: b.value };
  const value = idealDistance(a.value, b.value);
  const draws = a.draws.map((one, draw) => idealDistance(one, b.draws[draw] ?? Number.NaN));
  const note = a.note ?? b.note;
  if (note !== undefined) return { value, interval: isGap(a.interval) ? a.interval : b.interval, note };
  if (draws.length === 0) return { value, interval: isPublished ? notPublished : noDraws };
  return { value, interval: intervalOf(draws, value, level, a.method) };
}

/** How far a state stands from each partner. */
export const idealDistanceMeasure = defineMeasure({
  id: 'ideal-distance',
  family: 'ideal-points',
  title: 'Ideal-point distance',
  question: 'How far do two states stand from each other, whatever is on the agenda?',
  formula: '∣θᵢₜ − θⱼₜ∣',
  unit: 'ideal point',
  range: [0, Number.POSITIVE_INFINITY],
  cite: idealPointCite,
  weak: 'as for ideal points; states that are near on this one dimension may differ on what it does not see',
  interval: '90 % percentile bootstrap from the same refits for both, so that what moves both cancels out',
  partners: 'needed',
  by: ['session', 'year'],
  choices: idealPointChoices,
  chart: 'lines',
  async compute(request, evidence) {
    const { focal, partners, by, choices } = request;
    const series = await seriesOf([focal, ...partners], request, evidence);
    const own = new Map(series.of(focal).map((point) => [point.session, point]));
    const figures = partners.flatMap((partner) =>
      series.of(partner).flatMap((other): Figure[] => {
        const point = own.get(other.session);
        if (!point) return [];
        return [
          {
            about: focal,
            partner,
            period: periodOf(other.session, by),
            ...between(point, other, choices.source === 'published'),
            n: Math.min(point.n, other.n),
            ...(point.source !== undefined && { source: point.source }),
          },
        ];
      }),
    );
    const silent = [focal, ...partners].filter((one) => series.of(one).length === 0);
    return {
      figures,
      basis: 'archive',
      notes: [...series.notes, ...silent.map((one) => `there is no point of ${one}`)],
    };
  },
});
