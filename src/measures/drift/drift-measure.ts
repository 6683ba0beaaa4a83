import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import type { Records } from '../../model/records.ts';
import { type By, defineMeasure } from '../measure.ts';
import { seeded } from '../random.ts';
import { candidatesNear } from './candidates.ts';
import { costs } from './costs.ts';
import { type Changes, checkedChanges } from './pelt.ts';
import { levels } from './penalty.ts';
import { coverageAcross, shiftBetween } from './shift.ts';
import { nameOf, tooShort, type Watched, watchedChoices, watchedSeries } from './watched.ts';

/** Fewest points of a level: two years or sessions, half a year of months. */
export const usualSegment: Readonly<Record<By, number>> = { session: 2, year: 2, month: 6 };

/** Fewest points of a level that has a variance of its own: of two that happen to be alike it would be next to nothing. */
export const usualVarianceSegment = 5;

const short = (value: number): string => String(Number(value.toPrecision(3)));

export const driftMeasure = defineMeasure({
  id: 'drift',
  family: 'drift',
  title: 'Changes of level',
  question: 'When did the level of a series change, by how much, and what is on record near that time?',
  formula: 'min over segmentations of Σ cost(segment) + b · changes; b = 2 σ² ln n for a mean',
  unit: 'difference of levels, in the unit of what is watched',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  cite: [
    'Killick, R., Fearnhead, P. and Eckley, I. A. (2012). Optimal detection of changepoints with a linear computational cost. Journal of the American Statistical Association 107(500): 1590–1598.',
    'Schwarz, G. (1978). Estimating the dimension of a model. Annals of Statistics 6(2): 461–464.',
    'Marriott, F. H. C. and Pope, J. A. (1954). Bias in the estimation of autocorrelations. Biometrika 41(3/4): 390–402.',
  ],
  weak: 'A slow trend is cut into steps; noise that hangs together looks like levels, so it is said which changes survive a penalty raised for it; the place was chosen where the shift is great, so the interval is too narrow; what is near a change does not explain it.',
  interval: 'bootstrap within the two levels, 1,000 draws, the place of the change taken as known',
  partners: 'optional',
  by: ['year', 'session', 'month'],
  items: 'item',
  choices: z.object({
    ...watchedChoices,
    cost: z
      .enum(costs)
      .default('mean')
      .describe('what a level is: a mean, a mean and a variance, or counts (Poisson, negative binomial)'),
    'penalty-factor': z
      .number()
      .positive()
      .default(1)
      .describe('how much more than usual a change must save'),
    'min-segment': z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('fewest points of a level; usual: 2 years or sessions, 6 months, 5 of any for mean-variance'),
    autocorrelation: z
      .enum(['report', 'inflate'])
      .default('report')
      .describe(
        'report: say which changes survive a penalty times (1 + ρ) / (1 − ρ); inflate: give those alone',
      ),
  }),
  chart: 'dots',
  async compute(request, evidence) {
    const { focal, by, choices } = request;
    const { series, watched, notes, about } = await watchedSeries(request, evidence);
    const records = (await evidence.hasDossier(focal)) ? await evidence.records(focal) : undefined;
    const options = {
      cost: choices.cost,
      factor: choices['penalty-factor'],
      minSegment:
        choices['min-segment'] ??
        Math.max(usualSegment[by], choices.cost === 'mean-variance' ? usualVarianceSegment : 0),
    };
    const told: string[] = [];
    const figures = series.flatMap((one): Figure[] => {
      const whose = { about: one.about, partner: one.partner, item: one.item };
      const last = { ...whose, period: one.periods.at(-1) ?? request.to ?? '', n: one.values.length };
      const few = tooShort(one.values.length);
      if (few) return last.period === '' ? [] : [{ ...last, value: few }];
      const found = checkedChanges(one.values, options);
      const kept = choices.autocorrelation === 'inflate' ? found.surviving : found.changes;
      told.push(
        `${nameOf(one)}: ${one.values.length} points, penalty ${short(found.penalty)}, autocorrelation of the noise ${found.autocorrelation.toFixed(2)}`,
      );
      if (kept.length === 0)
        return [
          { ...last, value: gap('not-applicable', `no change of level in ${one.values.length} points`) },
        ];
      return figuresOf(one, kept, found, { by, records });
    });
    return {
      figures,
      unit: `difference of levels (${choices.series === 'n' ? 'records' : watched.unit})`,
      about,
      basis: watched.basis,
      sources: watched.sources,
      notes: [...notes, ...told],
    };
  },
});

/** A figure for each change: when, how far, what is near. */
function figuresOf(
  one: Watched,
  kept: readonly number[],
  { surviving }: Changes,
  { by, records }: { readonly by: By; readonly records: Records | undefined },
): Figure[] {
  const stretches = levels(one.values, kept);
  return kept.map((at, i) => {
    const [before, after] = [stretches[i], stretches[i + 1]];
    const period = one.periods[at] ?? '';
    const part = (stretch: typeof before) => one.values.slice(stretch?.from, stretch?.to);
    const { value, interval } = shiftBetween(
      part(before),
      part(after),
      seeded(`drift ${nameOf(one)} ${period}`),
    );
    const near = records === undefined ? [] : candidatesNear(records, one.partner, period, by);
    const coverage = coverageAcross(one.ns, at);
    return {
      about: one.about,
      partner: one.partner,
      item: one.item,
      period,
      value,
      interval,
      n: one.values.length,
      ...(near.length > 0 && { records: near.map(({ id }) => id) }),
      note: [
        `from ${short(before?.mean ?? 0)} to ${short(after?.mean ?? 0)}`,
        surviving.includes(at)
          ? 'survives a penalty raised for autocorrelation'
          : 'does not survive a penalty raised for autocorrelation',
        coverage.changed
          ? `the records behind a point changed as well, from ${short(coverage.before)} to ${short(coverage.after)}: it may be the feed and not the world`
          : `records behind a point ${short(coverage.before)} before, ${short(coverage.after)} after`,
        near.length > 0
          ? `near in time: ${near.map(({ title }) => title).join('; ')}`
          : records === undefined
            ? 'no dossier to look for what is near'
            : 'nothing on record near in time',
      ].join('; '),
    };
  });
}
