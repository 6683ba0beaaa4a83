import { z } from 'zod';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { type Computed, defineMeasure, type Evidence, type MeasureRequest } from '../measure.ts';
import { seeded } from '../random.ts';
import {
  byDimension,
  dimensionChoices,
  drawsChoice,
  type OfDimension,
  recordsOfWeights,
} from './dimension-figures.ts';
import { intervalOf } from './draws.ts';
import { drawPull, positionsBehind } from './pull.ts';
import { resultant } from './resultant.ts';

const positions =
  'Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations voting data. Journal of Conflict Resolution 61(2): 430–456. doi:10.1177/0022002715595700';

const choices = z.object({ ...dimensionChoices, draws: drawsChoice });

/** Pull and difference of one dimension and year, with what other weights and positions would have given. */
function pulled({ records, vectors, balance, whole, drawn, year }: OfDimension, draws: number) {
  const { dimension } = balance;
  const found = resultant(records, dimension, year, vectors);
  const weights = new Map(
    vectors.flatMap(({ partner, weight }) =>
      isGap(weight) || !whole.includes(partner) ? [] : [[partner, weight] as const],
    ),
  );
  const random = seeded(`${records.focal} ${dimension} ${year} pull`);
  const partners = found.terms.map(({ partner }) => partner);
  return {
    found,
    drawn: drawPull(records, year, weights, drawn, draws, random),
    n: partners.length,
    ids: [
      ...recordsOfWeights(vectors, balance),
      ...positionsBehind(records, [...partners, records.focal], year),
    ],
    note:
      found.positionPeriod !== undefined && found.positionPeriod !== String(year)
        ? `positions of ${found.positionPeriod}`
        : undefined,
  };
}

/** The interval of what was drawn. */
function drawnInterval(value: Value, drawn: Float64Array): Interval | Gap {
  if (isGap(value)) return value;
  const finite = drawn.filter((one) => !Number.isNaN(one));
  return finite.length === 0 ? gap('unknown', 'not drawn') : intervalOf(value, finite);
}

/** Pull or difference of each dimension and year. */
const figuresOf = (
  what: 'pull' | 'difference',
  request: MeasureRequest<z.output<typeof choices>>,
  evidence: Evidence,
): Promise<Computed> =>
  byDimension(request, evidence, 'weight', request.partners, request.choices.draws, (one) => {
    const { found, drawn, n, ids, note } = pulled(
      one,
      request.intervals === false ? 0 : request.choices.draws,
    );
    const value = found[what];
    return [
      {
        about: one.records.focal,
        period: String(one.year),
        value,
        interval: drawnInterval(value, drawn[what]),
        n,
        records: ids,
        source: found.positionSource,
        note,
      },
    ];
  });

/** Where the ties of a dimension pull the focal state. */
export const resultantMeasure = defineMeasure({
  id: 'resultant',
  family: 'vectors',
  title: 'Where the ties pull',
  question: 'Towards which position in the General Assembly do the ties of a dimension pull?',
  formula: 'pull = Σ wⱼ θⱼ / Σ wⱼ   (w: weights, θ: ideal points of the partners)',
  unit: 'ideal point',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  cite: [positions],
  weak: 'Partners without a position drop out; the picture of vectors that add up is ours; votes are one outside space among many.',
  interval:
    'weights drawn as for the balance, positions from a normal with the width of their published interval; the European Union’s mean has none',
  partners: 'needed',
  by: ['year'],
  items: 'dimension',
  choices,
  chart: 'lines',
  compute: (request, evidence) => figuresOf('pull', request, evidence),
});

/** How far the focal state stands from where its ties pull it. */
export const standAndPullMeasure = defineMeasure({
  id: 'stand-and-pull',
  family: 'vectors',
  title: 'Stand and pull',
  question: 'Does it vote where its ties pull it?',
  formula: 'difference = θ of the focal state − Σ wⱼ θⱼ / Σ wⱼ',
  unit: 'ideal point',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  cite: [positions],
  weak: 'Above 0 it stands nearer to the United States-led order than its ties pull it, below 0 further; errors of the positions are taken as independent, which they are not quite.',
  interval:
    'weights drawn as for the balance, its own position and the partners’ from a normal with the width of their published interval',
  partners: 'needed',
  by: ['year'],
  items: 'dimension',
  choices,
  chart: 'lines',
  compute: (request, evidence) => figuresOf('difference', request, evidence),
});
