import { z } from 'zod';
import { gap, type Interval, type Value } from '../../model/gap.ts';
import { type QuadClass, quadClasses } from '../../model/ontology.ts';
import { defineMeasure } from '../measure.ts';
import { directionChoice, eventChoices, quadOf } from './acts.ts';
import { fewestRecords, tooFew } from './event-balance.ts';
import { actsOf } from './gather.ts';
import { countOf, figuresOver, withoutMonth } from './over-periods.ts';
import { shareInterval } from './share-interval.ts';

/** The share of one quad class among events. */
export interface QuadShare {
  readonly quad: QuadClass;
  readonly value: Value;
  readonly interval: Interval | undefined;
  /** Events of the class. */
  readonly events: number;
}

/**
 * What share of events is in each of PLOVER's quad classes: words and deeds, of cooperation and of conflict.
 *
 * @param counts events of each class, each ≥ 0
 * @returns four shares that sum to 1, each with Jeffreys' interval; gaps below `fewestRecords`
 * @see Duval, R. D. and Thompson, W. R. (1980). Reconsidering the aggregate relationship between size, economic
 *   development, and some types of foreign policy behavior. American Journal of Political Science 24(3): 511–525.
 * @example quadShares({'verbal-cooperation': 6, 'material-cooperation': 2, 'verbal-conflict': 2, 'material-conflict': 0})[0].value // 0.6
 */
export function quadShares(counts: Readonly<Record<QuadClass, number>>): QuadShare[] {
  const n = quadClasses.reduce((sum, quad) => sum + counts[quad], 0);
  return quadClasses.map((quad) => {
    const events = counts[quad];
    if (n < fewestRecords)
      return { quad, value: n === 0 ? gap('no-records') : tooFew(n), interval: undefined, events };
    return { quad, value: events / n, interval: shareInterval(events, n), events };
  });
}

export const quadSharesMeasure = defineMeasure({
  id: 'quad-shares',
  family: 'events',
  title: 'Words and deeds',
  question: 'How much of what is done is words, how much deeds, friendly and hostile?',
  formula: 'nq / Σ n over PLOVER’s quad classes q',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Open Event Data Alliance (2018). PLOVER: Political Language Ontology for Verifiable Event Records.',
    'Duval, R. D. and Thompson, W. R. (1980). Reconsidering the aggregate relationship between size, economic development, and some types of foreign policy behavior. American Journal of Political Science 24(3): 511–525.',
    'Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16(2): 101–133.',
  ],
  weak: 'Every act counts alike; PLOVER’s manual has sanctions in two classes, here they are deeds; the intervals take acts as independent.',
  interval: 'Jeffreys: 5 % and 95 % quantiles of Beta(nq + ½, n − nq + ½)',
  partners: 'needed',
  by: ['year', 'month'],
  items: 'quad class',
  choices: z.object({ ...eventChoices, ...directionChoice }),
  chart: 'lines',
  async compute(request, evidence) {
    const { by, choices } = request;
    const gathered = await actsOf(request, evidence);
    const figures = figuresOver(gathered, { ...request, direction: choices.direction }, (acts) => {
      const counts = Object.fromEntries(
        quadClasses.map((quad) => [quad, countOf(acts.filter((one) => quadOf(one) === quad))]),
      ) as Record<QuadClass, number>;
      const n = countOf(acts);
      return quadShares(counts).map(({ quad, value, interval, events }) => ({
        value,
        interval,
        n,
        item: quad,
        note: `${events} of ${n}`,
      }));
    });
    return {
      figures,
      basis: gathered.basis,
      notes: [...gathered.notes, ...withoutMonth(gathered, by)],
    };
  },
});
