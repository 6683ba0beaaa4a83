import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import { type By, defineMeasure } from '../measure.ts';
import { cusum, usualHeight, usualSlack } from './cusum.ts';
import { benjaminiHochberg, usualDiscoveryRate } from './false-discoveries.ts';
import { averageRunLength, falseAlarmProbability } from './run-length.ts';
import { type Learned, learnedFrom, trainingChoice, usualTraining } from './training.ts';
import { fewestPoints, nameOf, tooShort, type Watched, watchedChoices, watchedSeries } from './watched.ts';

const pointsOfYear: Readonly<Record<By, number>> = { session: 1, year: 1, month: 12 };

/** Greatest sum of either side when no alarm sets it back. */
const greatestSum = (values: readonly number[], { mean, deviation }: Learned, k: number): number =>
  cusum(values, { mean, deviation, k, h: Number.POSITIVE_INFINITY }).reduce(
    (most, { up, down }) => Math.max(most, up, down),
    0,
  );

export const cusumMeasure = defineMeasure({
  id: 'cusum',
  family: 'drift',
  title: 'Cumulative sums',
  question: 'Has a series left the level that it had?',
  formula: 'max(S⁺, S⁻); S⁺ = max(0, S⁺ + z − k), S⁻ = max(0, S⁻ − z − k); alarm above h',
  unit: 'standard deviations',
  range: [0, Number.POSITIVE_INFINITY],
  cite: [
    'Page, E. S. (1954). Continuous inspection schemes. Biometrika 41(1/2): 100–115.',
    'Brook, D. and Evans, D. A. (1972). An approach to the probability distribution of cusum run length. Biometrika 59(3): 539–549.',
    'Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57(1): 289–300.',
  ],
  weak: 'The run lengths hold for independent values about a known level; level and deviation are learned from few points and neighbouring values hang together, so false alarms are more frequent than printed.',
  interval: '',
  partners: 'optional',
  by: ['year', 'session', 'month'],
  items: 'item',
  choices: z.object({
    ...watchedChoices,
    ...trainingChoice,
    k: z
      .number()
      .min(0)
      .max(5)
      .default(usualSlack)
      .describe('slack in standard deviations: half the shift to find'),
    h: z.number().min(0.5).max(20).default(usualHeight).describe('height of an alarm in standard deviations'),
    'discovery-rate': z
      .number()
      .gt(0)
      .lt(1)
      .default(usualDiscoveryRate)
      .describe(
        'share of false findings allowed among the series whose alarm is kept, where several are watched',
      ),
  }),
  chart: 'lines',
  async compute(request, evidence) {
    const { by, choices } = request;
    const { k, h } = choices;
    const { series, watched, notes, about } = await watchedSeries(request, evidence);
    const training = choices.training ?? usualTraining[by];
    const able: { readonly one: Watched; readonly learned: Learned; readonly late: readonly number[] }[] = [];
    const figures = series.flatMap((one): Figure[] => {
      const whose = { about: one.about, partner: one.partner, item: one.item };
      const period = one.periods.at(-1);
      const few = tooShort(one.values.length, Math.max(fewestPoints, training + 1));
      if (few) return period === undefined ? [] : [{ ...whose, period, value: few, n: one.values.length }];
      const learned = learnedFrom(one, training);
      if (learned.deviation === 0)
        return [
          {
            ...whose,
            period: period ?? '',
            value: gap('not-applicable', `the first ${training} points never vary`),
            n: one.values.length,
          },
        ];
      const late = one.values.slice(training);
      able.push({ one, learned, late });
      return cusum(late, { ...learned, k, h }).map(({ up, down, alarm }, i) => ({
        ...whose,
        period: one.periods[training + i] ?? '',
        value: Math.max(up, down),
        interval: gap('not-applicable', 'it is held against h'),
        n: training + i + 1,
        note:
          alarm === undefined
            ? `S⁺ ${up.toFixed(2)}, S⁻ ${down.toFixed(2)}`
            : `alarm: above h ${h}, the level ${alarm === 'up' ? 'rose' : 'fell'}; both sums begin again`,
      }));
    });
    const arl = averageRunLength({ k, h });
    const alarms = able.filter(({ late, learned }) => greatestSum(late, learned, k) > h);
    return {
      figures,
      limits: [{ value: h, words: 'alarm above' }],
      about,
      basis: watched.basis,
      sources: watched.sources,
      notes: [
        ...notes,
        `k ${k}, h ${h}: of a steady series one false alarm in ${Math.round(arl)} points (average run length)`,
        `${able.length} series watched: ${((able.length * pointsOfYear[by]) / arl).toFixed(2)} false alarms a year are to be expected`,
        `level and deviation are learned from the first ${training} points of each series, which makes false alarms more frequent`,
        ...(alarms.length === 0 ? ['no alarm'] : heldNotes(able, k, choices['discovery-rate'])),
      ],
    };
  },
});

/** Which series have left their level, when all that are watched are taken together. */
function heldNotes(
  able: readonly { readonly one: Watched; readonly learned: Learned; readonly late: readonly number[] }[],
  k: number,
  rate: number,
): string[] {
  const probabilities = able.map(({ late, learned }) =>
    falseAlarmProbability({ k, h: greatestSum(late, learned, k), values: late.length }),
  );
  const holds = benjaminiHochberg(probabilities, rate);
  const kept = able.flatMap(({ one }, i) =>
    holds[i] ? [`${nameOf(one)} (p ${probabilityText(probabilities[i] ?? 1)})`] : [],
  );
  return [
    `after Benjamini and Hochberg, at most ${Math.round(rate * 100)} % of them false, ${kept.length} of ${able.length} series have left their level${kept.length > 0 ? `: ${kept.join('; ')}` : ''}`,
  ];
}

const probabilityText = (p: number): string => (p < 1e-4 ? '< 0.0001' : p.toPrecision(2));
