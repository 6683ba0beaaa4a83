import { z } from 'zod';
import { isGap } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { byDimension, dimensionChoices, drawsChoice, recordsOfWeights } from './dimension-figures.ts';

/** How the ties of each dimension are spread over the partners. */
export const balanceMeasure = defineMeasure({
  id: 'balance',
  family: 'vectors',
  title: 'Balance of a dimension',
  question: 'Over how many partners are the ties of a dimension spread?',
  formula: 'N = 1 / Σ wⱼ²   (w: weights of the partners that stand in no other)',
  unit: 'partners',
  range: [1, Number.POSITIVE_INFINITY],
  cite: [
    'Laakso, M. and Taagepera, R. (1979). “Effective” number of parties: a measure with application to West Europe. Comparative Political Studies 12(1): 3–27. doi:10.1177/001041407901200101',
  ],
  weak: 'Effective numbers over lists of different length are not to be ranked: n is the length.',
  interval: 'that of the drawn weights: records resampled, importances drawn from Dirichlet(1, …, 1)',
  partners: 'needed',
  by: ['year'],
  items: 'dimension',
  choices: z.object({ ...dimensionChoices, draws: drawsChoice }),
  chart: 'lines',
  compute: (request, evidence) =>
    byDimension(
      request,
      evidence,
      'weight',
      request.partners,
      request.choices.draws,
      ({ vectors, balance, year }) => {
        const { focal, effectivePartners, effectivePartnersInterval, leader, leaderHolds, n } = balance;
        return [
          {
            about: focal,
            period: String(year),
            value: effectivePartners,
            interval: effectivePartnersInterval,
            n,
            records: recordsOfWeights(vectors, balance),
            ...(!isGap(leader) && {
              note:
                `${leader.partner} leads with ${leader.weight.toFixed(2)}` +
                (isGap(leaderHolds) ? '' : `, in ${Math.round(100 * leaderHolds)} % of draws`),
            }),
          },
        ];
      },
    ),
});
