import { z } from 'zod';
import { type Gap, gap, type Interval, type Value } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { quantiles, type Random, seeded } from '../random.ts';
import { type Acts, directionChoice, eventChoices } from './acts.ts';
import { fewestRecords, tooFew } from './event-balance.ts';
import { actsOf } from './gather.ts';
import { figuresOver, withoutMonth } from './over-periods.ts';
import { level } from './share-interval.ts';

/** Draws of the bootstrap. */
export const intensityDraws = 1000;

/** Scored events that stand or fall together when they are drawn anew: one record, or all of a month. */
export interface ScoreBlock {
  /** Scores added up. */
  readonly sum: number;
  /** How many events. */
  readonly n: number;
  /** For how many draws it counts: events that each stand alone and have one score. */
  readonly copies?: number;
}

/**
 * Mean score of events on the Goldstein scale, with a Bayesian bootstrap over blocks: each block is weighted by a draw
 * from Gamma(copies), which is Dirichlet's weights for blocks that each count once.
 *
 * @param blocks scores in [−10, 10], added up
 * @param draws of the bootstrap; 0 leaves the interval out
 * @returns mean in [−10, 10]; a gap below `fewestRecords` events; no interval from fewer blocks than that
 * @see Rubin, D. B. (1981). The Bayesian bootstrap. Annals of Statistics 9(1): 130–134.
 * @example meanIntensity([{sum: 8, n: 2}, {sum: -2, n: 1}], seeded('a')).value // 2
 */
export function meanIntensity(
  blocks: readonly ScoreBlock[],
  random: Random,
  draws = intensityDraws,
): {
  readonly value: Value;
  readonly interval: Interval | Gap | undefined;
  readonly sum: number;
  readonly n: number;
} {
  const filled = blocks.filter(({ n }) => n > 0);
  const sum = filled.reduce((total, block) => total + block.sum, 0);
  const n = filled.reduce((total, block) => total + block.n, 0);
  if (n < fewestRecords)
    return { value: n === 0 ? gap('no-records') : tooFew(n), interval: undefined, sum, n };
  const free = filled.reduce((total, { copies = 1 }) => total + copies, 0);
  if (free < fewestRecords)
    return {
      value: sum / n,
      interval: gap('too-few-records', `${free} of at least ${fewestRecords} blocks`),
      sum,
      n,
    };
  if (draws === 0) return { value: sum / n, interval: undefined, sum, n };
  const means = Array.from({ length: draws }, () => {
    let [top, bottom] = [0, 0];
    for (const block of filled) {
      const copies = block.copies ?? 1;
      const weight = random.gamma(copies) / copies;
      top += weight * block.sum;
      bottom += weight * block.n;
    }
    return top / bottom;
  });
  const tail = (1 - level) / 2;
  const [low = 0, high = 0] = quantiles(means, [tail, 1 - tail]);
  const value = sum / n;
  return {
    value,
    interval: { low: Math.min(low, value), high: Math.max(high, value), level, method: 'bootstrap' },
    sum,
    n,
  };
}

/** The blocks of acts: each record for itself; of a machine's the months of a year, or in a month its events. */
export function blocksOf(acts: readonly Acts[], by: 'month' | 'year'): ScoreBlock[] {
  const scored = acts.filter(({ intensity }) => intensity !== undefined);
  const blocks = scored.map(({ intensity = 0, events }) => ({
    sum: events * intensity,
    n: events,
    copies: events,
  }));
  if (by === 'month' || scored.some(({ record }) => record !== undefined))
    return blocks.filter(({ n }) => n > 0);
  const months = new Map<string, { sum: number; n: number }>();
  for (const [i, { sum, n }] of blocks.entries()) {
    const month = scored[i]?.period ?? '';
    const known = months.get(month) ?? { sum: 0, n: 0 };
    months.set(month, { sum: known.sum + sum, n: known.n + n });
  }
  return [...months.values()];
}

export const goldsteinMeasure = defineMeasure({
  id: 'goldstein',
  family: 'events',
  title: 'Mean intensity',
  question: 'How friendly or hostile are the acts, weighed by what they are?',
  formula: 'Σ score / n',
  unit: 'Goldstein scale',
  range: [-10, 10],
  cite: [
    'Goldstein, J. S. (1992). A conflict-cooperation scale for WEIS events data. Journal of Conflict Resolution 36(2): 369–385.',
    'Rubin, D. B. (1981). The Bayesian bootstrap. Annals of Statistics 9(1): 130–134.',
    'Open Event Data Alliance (2018). PLOVER: Political Language Ontology for Verifiable Event Records.',
  ],
  weak: 'The scale is the opinion of a few experts of 1992; a mean hides how much was done, a sum grows with what is reported, so both and the count are given.',
  interval:
    'Bayesian bootstrap, 1,000 draws: over records; of machine-coded events over the months of a year, or within a month over its events',
  partners: 'needed',
  by: ['year', 'month'],
  choices: z.object({ ...eventChoices, ...directionChoice }),
  chart: 'lines',
  async compute(request, evidence) {
    const by = request.by === 'month' ? 'month' : 'year';
    const gathered = await actsOf(request, evidence);
    const figures = figuresOver(
      gathered,
      { ...request, direction: request.choices.direction },
      (acts, seed) => {
        const { value, interval, sum, n } = meanIntensity(
          blocksOf(acts, by),
          seeded(`goldstein ${seed}`),
          request.intervals === false ? 0 : intensityDraws,
        );
        return [{ value, interval, n, note: `sum ${sum.toFixed(1)} over ${n} events` }];
      },
    );
    return {
      figures,
      basis: gathered.basis,
      notes: [...gathered.notes, ...withoutMonth(gathered, by)],
    };
  },
});
