import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import { type By, defineMeasure } from '../measure.ts';
import { bayesianOnline, type Prior, recentRun } from './online.ts';
import { learnedFrom, trainingChoice, usualTraining } from './training.ts';
import { fewestPoints, nameOf, tooShort, watchedChoices, watchedSeries } from './watched.ts';

/** How long a level lasts on average: ten years or sessions, sixty months. */
export const usualDuration: Readonly<Record<By, number>> = { session: 10, year: 10, month: 60 };

/** How many values what is known of a level beforehand is worth: a new one lies within some three deviations of the old. */
export const priorWorth = 0.1;

/** From here on a recent change is more likely than none. */
export const usualAlert = 0.5;

export const onlineMeasure = defineMeasure({
  id: 'drift-online',
  family: 'drift',
  title: 'Recent change of level',
  question: 'Has the level just changed, as far as could be told at the time?',
  formula: 'P(rₜ ≤ 3 | x₁ … xₜ), r the values since the last change, hazard 1 / λ',
  unit: 'probability',
  range: [0, 1],
  cite: ['Adams, R. P. and MacKay, D. J. C. (2007). Bayesian online changepoint detection. arXiv:0710.3742.'],
  weak: 'It rests on λ and on a prior learned from the first points; even of a steady series it is never below 1 / λ, since P(rₜ = 0) is always that; a trend looks like one change after the other.',
  interval: '',
  partners: 'optional',
  by: ['year', 'session', 'month'],
  items: 'item',
  choices: z.object({
    ...watchedChoices,
    ...trainingChoice,
    alert: z
      .number()
      .gt(0)
      .lt(1)
      .default(usualAlert)
      .describe('probability from which a change is taken to be recent: ½, more likely than not'),
    lambda: z
      .number()
      .gt(1)
      .optional()
      .describe('points that a level lasts on average; usual: 10 years or sessions, 60 months'),
    model: z.enum(['normal', 'poisson']).default('normal').describe('poisson for counts'),
  }),
  chart: 'lines',
  async compute(request, evidence) {
    const { by, choices } = request;
    const { series, watched, notes, about } = await watchedSeries(request, evidence);
    const training = choices.training ?? usualTraining[by];
    const lambda = choices.lambda ?? usualDuration[by];
    const figures = series.flatMap((one): Figure[] => {
      const whose = { about: one.about, partner: one.partner, item: one.item };
      const few = tooShort(one.values.length, Math.max(fewestPoints, training + 1));
      const period = one.periods.at(-1);
      if (few) return period === undefined ? [] : [{ ...whose, period, value: few, n: one.values.length }];
      const learned = learnedFrom(one, training);
      if (learned.deviation === 0 && choices.model === 'normal')
        return [
          {
            ...whose,
            period: period ?? '',
            value: gap('not-applicable', `the first ${training} points never vary`),
            n: one.values.length,
          },
        ];
      const shape = (training - 1) / 2;
      const prior: Prior =
        choices.model === 'poisson'
          ? { kind: 'poisson', shape: 1, rate: 1 / Math.max(learned.mean, 1 / training) }
          : {
              kind: 'normal',
              mean: learned.mean,
              worth: priorWorth,
              shape,
              rate: shape * learned.deviation ** 2,
            };
      const known = bayesianOnline(one.values, { lambda, prior });
      return known.slice(training).map(({ recent, mostProbable }, i) => {
        const at = training + i;
        const before = known[at - 1]?.mostProbable ?? 0;
        const alerted = recent >= choices.alert ? 'alert; ' : '';
        return {
          ...whose,
          period: one.periods[at] ?? '',
          value: recent,
          interval: gap('not-applicable', 'it is a probability itself'),
          n: at + 1,
          note:
            mostProbable < before
              ? `${alerted}the most probable run fell from ${before} to ${mostProbable}: a new level since ${one.periods[at + 1 - mostProbable] ?? ''}`
              : `${alerted}level most probably since ${one.periods[at + 1 - mostProbable] ?? ''}`,
        };
      });
    });
    const usual = 1 - (1 - 1 / lambda) ** (recentRun + 1);
    return {
      figures,
      limits: [
        { value: choices.alert, words: 'alert from' },
        { value: usual, words: 'of any moment' },
      ],
      about,
      basis: watched.basis,
      sources: watched.sources,
      notes: [
        ...notes,
        `λ ${lambda}: of any moment the chance of a change so recent is ${usual.toFixed(2)}; read what rises well above it, or a fall of the most probable run`,
        `level and noise are learned from the first ${training} points of each series`,
        ...(series.length > 1 ? [`${series.length} series: ${series.map(nameOf).join('; ')}`] : []),
      ],
    };
  },
});
