import { z } from 'zod';
import { defineMeasure } from '../measure.ts';
import { hill } from './hill.ts';
import { overPartners, spreadChoices } from './over-partners.ts';

export const effectiveNumberMeasure = defineMeasure({
  id: 'effective-partners',
  family: 'concentration',
  title: 'Effective number of partners',
  question: 'On how many equal partners would ties be as spread as they are?',
  formula: 'D_q = (Σ pᵢ^q)^(1/(1−q)): 1 / Σ pᵢ² for q = 2, exp(−Σ pᵢ ln pᵢ) for q = 1',
  unit: 'partners',
  range: [1, Number.POSITIVE_INFINITY],
  cite: [
    'Laakso, M. and Taagepera, R. (1979). “Effective” number of parties: a measure with application to West Europe. Comparative Political Studies 12(1): 3–27. doi:10.1177/001041407901200101',
    'Hill, M. O. (1973). Diversity and evenness: a unifying notation and its consequences. Ecology 54(2): 427–432. doi:10.2307/1934352',
  ],
  weak: 'Effective numbers of lists of different length are not to be ranked: a source with 240 partners gives more than one with 40 (n is shown). Rivals and allies count alike.',
  interval:
    'Sharp bounds where a part of the total is not known by partner, with their middle as the value; a bootstrap over deals for arms; none for full counts.',
  partners: 'none',
  by: ['year'],
  choices: z.object({
    ...spreadChoices,
    order: z
      .enum(['2', '1', '0'])
      .default('2')
      .describe('of the Hill number: 2 the inverse Herfindahl index, 1 Shannon’s, 0 a mere count'),
  }),
  chart: 'lines',
  compute: (request, evidence) =>
    overPartners(request, evidence, {
      id: `effective-partners ${request.choices.order}`,
      of: (p) => hill(p, Number(request.choices.order)),
    }),
});
