import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { archiveOf, defineMeasure } from '../measure.ts';
import { seeded } from '../random.ts';
import { directionChoice, eventChoices } from './acts.ts';
import { eventRate, rateDraws } from './event-rate.ts';
import { machineActs } from './machine.ts';
import { cut, periodsOf } from './over-periods.ts';
import { reportsAbout } from './volume.ts';

const { dataset, window } = eventChoices;

export const eventRateMeasure = defineMeasure({
  id: 'event-rate',
  family: 'events',
  title: 'Events per 1,000 reports',
  question: 'How much of what is reported about the two is about the two together?',
  formula: '1000 · events of the pair / reports about either',
  unit: 'events per 1,000 reports',
  range: [0, Number.POSITIVE_INFINITY],
  cite: [
    'King, G. (1989). Event count models for international relations. International Studies Quarterly 33(2): 123–147.',
    'Cochran, W. G. (1977). Sampling Techniques, 3rd edition. Wiley, chapter 6.',
    'Brown, L. D., Cai, T. T. and DasGupta, A. (2003). Interval estimation in exponential families. Statistica Sinica 13(1): 19–49.',
  ],
  weak: 'Machine-coded only: a dossier does not know how much was written. Reports with one actor alone are not in the volume; a war of one of the two with a third lowers the rate.',
  interval:
    'bootstrap of the ratio over months, 1,000 draws; of fewer than 6 months, or no event, Jeffreys for a Poisson rate',
  partners: 'needed',
  by: ['year', 'month'],
  choices: z.object({
    dataset,
    window,
    ...directionChoice,
    root: z.string().optional().describe('a PLOVER root such as CONSULT, for events of that root alone'),
  }),
  chart: 'lines',
  async compute(request, evidence) {
    const { focal, partners, by, choices } = request;
    const draws = request.intervals === false ? 0 : rateDraws;
    const answers = archiveOf(evidence, 'machine-coded events', 'icews');
    const gathered = await machineActs(request, evidence);
    const span = cut(gathered.span, request);
    const root = choices.root?.toUpperCase();
    const figures: Figure[] = [];
    for (const partner of partners) {
      const reports = await reportsAbout(answers, gathered.dataset ?? '', focal, partner, request);
      const events = new Map<string, number>();
      for (const one of gathered.acts)
        if (
          one.partner === partner &&
          (choices.direction === 'both' || one.side === choices.direction) &&
          (root === undefined || one.root === root)
        )
          events.set(one.period, (events.get(one.period) ?? 0) + one.events);
      for (const period of span ? periodsOf(span, by) : []) {
        const months = [...reports]
          .filter(([month]) => month.startsWith(period))
          .map(([month, told]) => ({ events: events.get(month) ?? 0, reports: told }));
        const rate = eventRate(months, seeded(`event-rate ${focal} ${partner} ${period}`), draws);
        figures.push({
          about: focal,
          partner,
          period,
          value: rate.value,
          interval: rate.interval,
          n: rate.n,
          note: `${rate.n} events, ${rate.reports} reports about either`,
          ...(gathered.dataset !== undefined && { source: gathered.dataset }),
        });
      }
    }
    return { figures, basis: gathered.basis, notes: gathered.notes };
  },
});
