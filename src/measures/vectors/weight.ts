import { z } from 'zod';
import { type Computed, defineMeasure, type Evidence, type MeasureRequest } from '../measure.ts';
import { listOf } from './basis.ts';
import { byDimension, dimensionChoices, drawsChoice, recordsBehind } from './dimension-figures.ts';

const handbook =
  'OECD and Joint Research Centre (2008). Handbook on Constructing Composite Indicators. OECD Publishing. doi:10.1787/9789264043466-en';

const choices = z.object({ ...dimensionChoices, draws: drawsChoice });

/** Weights or directions of the partners asked about, in each dimension and year. */
async function ofPartners(
  part: 'weight' | 'direction',
  request: MeasureRequest<z.output<typeof choices>>,
  evidence: Evidence,
): Promise<Computed> {
  const list = await listOf(evidence, request.focal, request.partners);
  return byDimension(request, evidence, part, list, request.choices.draws, ({ vectors, year }) =>
    vectors
      .filter(({ partner }) => request.partners.includes(partner))
      .map((vector) => {
        const records = recordsBehind(vector.terms, part);
        return {
          about: vector.focal,
          partner: vector.partner,
          period: String(year),
          value: vector[part],
          interval: vector[`${part}Interval`],
          n: records.length,
          records,
          ...(part === 'weight' &&
            vector.within !== undefined && { note: `its figures stand in those of ${vector.within} too` }),
        };
      }),
  );
}

/** A partner's share of the focal state's ties, by dimension. */
export const weightMeasure = defineMeasure({
  id: 'weight',
  family: 'vectors',
  title: 'Weight of a partner',
  question: 'What share of the focal state’s ties in a dimension is this partner’s?',
  formula: 'wⱼ = rⱼ / Σ r, rⱼ = Σᵢ ωᵢ sᵢⱼ / Σᵢ ωᵢ   (s: share in an indicator, ω: its importance)',
  unit: 'share',
  range: [0, 1],
  cite: [handbook],
  weak: 'Shares are of the listed partners, so another list gives other weights; equal importances are a choice.',
  interval:
    'records resampled and importances drawn from Dirichlet(1, …, 1): 5 % and 95 % quantile; none where one full count is all there is',
  partners: 'needed',
  by: ['year'],
  items: 'dimension',
  choices,
  chart: 'lines',
  compute: (request, evidence) => ofPartners('weight', request, evidence),
});

/** From conflict to cooperation with a partner, by dimension. */
export const directionMeasure = defineMeasure({
  id: 'direction',
  family: 'vectors',
  title: 'Direction of a relation',
  question: 'Towards cooperation and convergence, or conflict and divergence?',
  formula: 'dⱼ = Σᵢ ωᵢ pᵢⱼ / Σᵢ ωᵢ   (p: position of an indicator between −1 and 1, ω: its importance)',
  unit: 'from −1 to 1',
  range: [-1, 1],
  cite: [
    handbook,
    'Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16(2): 101–133. doi:10.1214/ss/1009213286',
  ],
  weak: 'In most dimensions it rests on the dossier’s records alone, and has no answer below three; half of the votes alike is not what chance would give.',
  interval:
    'the cooperative share drawn from Beta(C + ½, K + ½), agreement from the width of its own interval, importances from Dirichlet(1, …, 1); exact where records alone make it',
  partners: 'needed',
  by: ['year'],
  items: 'dimension',
  choices,
  chart: 'lines',
  compute: (request, evidence) => ofPartners('direction', request, evidence),
});
