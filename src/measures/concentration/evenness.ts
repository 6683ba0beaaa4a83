import { z } from 'zod';
import { gap } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { evenness } from './effective-partners.ts';
import { overPartners, spreadChoices } from './over-partners.ts';

export const evennessMeasure = defineMeasure({
  id: 'evenness',
  family: 'concentration',
  title: 'Evenness over partners',
  question: 'Do the partners there are have equal parts?',
  formula: 'J = −Σ pᵢ ln pᵢ / ln n, n the partners that have something',
  unit: 'index',
  range: [0, 1],
  cite: [
    'Pielou, E. C. (1966). The measurement of diversity in different types of biological collections. Journal of Theoretical Biology 13: 131–144. doi:10.1016/0022-5193(66)90013-0',
  ],
  weak: 'A state with two equal partners is wholly even. Many tiny partners lower it, so that it depends on how small a flow the source still lists.',
  interval:
    'A bootstrap over deals for arms; none for full counts; no answer where the partners are not all known.',
  partners: 'none',
  by: ['year'],
  choices: z.object(spreadChoices),
  chart: 'lines',
  compute: (request, evidence) =>
    overPartners(request, evidence, {
      id: 'evenness',
      of: (p, { exact }) =>
        exact ? evenness(p) : gap('not-applicable', 'how many partners there are is not known'),
    }),
});
