import { z } from 'zod';
import { defineMeasure } from '../measure.ts';
import { type Acts, directionChoice, eventChoices, quadOf, signOf } from './acts.ts';
import { netCooperation, netCooperationInterval } from './event-balance.ts';
import { actsOf } from './gather.ts';
import { countOf, figuresOver, withoutMonth } from './over-periods.ts';

/** How many of the acts are cooperative, how many conflictual. */
export const signedCounts = (
  acts: readonly Acts[],
): { readonly cooperative: number; readonly conflictual: number } => ({
  cooperative: countOf(acts.filter((one) => signOf(one) > 0)),
  conflictual: countOf(acts.filter((one) => signOf(one) < 0)),
});

export const netCooperationMeasure = defineMeasure({
  id: 'net-cooperation',
  family: 'events',
  title: 'Net cooperation',
  question: 'Are the acts between the two friendly or hostile?',
  formula: '(C − K) / (C + K)',
  unit: 'net cooperation',
  range: [-1, 1],
  cite: [
    'Goldstein, J. S. (1992). A conflict-cooperation scale for WEIS events data. Journal of Conflict Resolution 36(2): 369–385.',
    'Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16(2): 101–133.',
    'Open Event Data Alliance (2018). PLOVER: Political Language Ontology for Verifiable Event Records.',
  ],
  weak: 'A visit and a treaty count alike; requests go neither way; the interval takes acts as independent of each other, which reports of one story are not.',
  interval: 'Jeffreys: 5 % and 95 % quantiles of Beta(C + ½, K + ½)',
  partners: 'needed',
  by: ['year', 'month'],
  choices: z.object({
    ...eventChoices,
    ...directionChoice,
    acts: z
      .enum(['all', 'material', 'verbal'])
      .default('all')
      .describe('all acts, deeds alone, or words alone, by PLOVER’s quad classes'),
  }),
  chart: 'lines',
  async compute(request, evidence) {
    const { by, choices } = request;
    const gathered = await actsOf(request, evidence);
    const wanted = (one: Acts) => choices.acts === 'all' || quadOf(one).startsWith(choices.acts);
    const figures = figuresOver(gathered, { ...request, direction: choices.direction }, (acts) => {
      const { cooperative, conflictual } = signedCounts(acts.filter(wanted));
      const value = netCooperation(cooperative, conflictual);
      const interval =
        typeof value === 'number' ? netCooperationInterval(cooperative, conflictual) : undefined;
      return [
        {
          value,
          interval,
          n: cooperative + conflictual,
          note: `${cooperative} friendly, ${conflictual} hostile`,
        },
      ];
    });
    return {
      figures,
      basis: gathered.basis,
      notes: [...gathered.notes, ...withoutMonth(gathered, by)],
    };
  },
});
