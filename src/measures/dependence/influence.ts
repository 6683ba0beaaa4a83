import { MultivectorError } from '../../model/errors.ts';
import { type Gap, gap, type Interval, type Value } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { quantiles, seeded } from '../random.ts';
import { type InfluenceFactor, influenceParts } from './influence-parts.ts';

/** Draws of weights for the interval of influence capacity. */
export const influenceDraws = 1000;

/** A sub-indicator that there is, with its weight. */
export interface WeightedPart {
  readonly factor: InfluenceFactor;
  /** In [0, 1]. */
  readonly value: number;
  /** Above 0. */
  readonly weight: number;
}

/** A weighted mean: Σ w x / Σ w. */
const mean = (parts: readonly WeightedPart[], weights: readonly number[]): number => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return parts.reduce((total, { value }, i) => total + value * (weights[i] ?? 0), 0) / sum;
};

/** Influence capacity, and the two factors that it is the product of. */
export interface Influence {
  readonly bandwidth: Value;
  readonly dependence: Value;
  readonly product: Value;
  readonly intervals: Readonly<Record<'bandwidth' | 'dependence' | 'product', Interval | Gap>>;
}

/**
 * Influence capacity in product form: bandwidth × dependence, each the weighted mean of its sub-indicators. Inspired by
 * the structure of the Formal Bilateral Influence Capacity index; neither its sub-indicators nor its weights.
 *
 * @param parts those that there is a figure of; the others drop out, and the weights are of what is left
 * @param seed of the draws of weights
 * @returns each from 0 to 1; a gap where a factor has no sub-indicator. Intervals are of the weights: drawn from
 *   Dirichlet(1, …, 1) within each factor
 * @see Moyer, J. D. et al. (2021). China–US Competition: Measuring Global Influence. Atlantic Council and Pardee Center.
 * @example influenceCapacity([{ factor: 'bandwidth', value: 0.5, weight: 1 }, { factor: 'dependence', value: 0.4, weight: 1 }], 'seed').product // 0.2
 */
export function influenceCapacity(parts: readonly WeightedPart[], seed: string): Influence {
  const of = (factor: InfluenceFactor) => parts.filter((part) => part.factor === factor);
  const [wide, needed] = [of('bandwidth'), of('dependence')];
  const own = (some: readonly WeightedPart[]): Value =>
    some.length === 0
      ? gap('no-records', 'no sub-indicator has a figure')
      : mean(
          some,
          some.map(({ weight }) => weight),
        );
  const [bandwidth, dependence] = [own(wide), own(needed)];
  const both = typeof bandwidth === 'number' && typeof dependence === 'number';
  const product = both ? bandwidth * dependence : typeof bandwidth === 'number' ? dependence : bandwidth;

  const random = seeded(seed);
  const drawn = (some: readonly WeightedPart[]) =>
    Array.from({ length: influenceDraws }, () =>
      some.length === 0
        ? 0
        : mean(
            some,
            some.map(() => random.gamma(1)),
          ),
    );
  const [widths, needs] = [drawn(wide), drawn(needed)];
  const interval = (value: Value, draws: readonly number[], several: boolean): Interval | Gap => {
    if (typeof value !== 'number') return value;
    if (!several) return gap('not-applicable', 'one sub-indicator alone: weights do not move it');
    const tail = (1 - level) / 2;
    const [low = value, high = value] = quantiles(draws, [tail, 1 - tail]);
    return { low: Math.min(low, value), high: Math.max(high, value), level, method: 'monte-carlo' };
  };
  return {
    bandwidth,
    dependence,
    product,
    intervals: {
      bandwidth: interval(bandwidth, widths, wide.length > 1),
      dependence: interval(dependence, needs, needed.length > 1),
      product: interval(
        product,
        widths.map((width, i) => width * (needs[i] ?? 0)),
        wide.length > 1 || needed.length > 1,
      ),
    },
  };
}

/**
 * The weights of sub-indicators, with the user's own in the place of the usual ones: `import-share=2,shared-igos=0`.
 *
 * @throws MultivectorError `input`, if a sub-indicator is unknown or a weight is no number ≥ 0
 */
export function influenceWeights(text: string | undefined): ReadonlyMap<string, number> {
  const weights = new Map(influenceParts.map(({ id, weight }) => [id, weight]));
  for (const one of (text ?? '').split(',').filter((each) => each.trim() !== '')) {
    const [name = '', value = ''] = one.split('=').map((each) => each.trim());
    if (!weights.has(name))
      throw new MultivectorError('input', `weights: “${name}” is no sub-indicator`, {
        hint: `there are: ${[...weights.keys()].join(', ')}`,
      });
    const weight = value === '' ? Number.NaN : Number(value);
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new MultivectorError('input', `weights: “${one.trim()}” has no weight that is a number ≥ 0`, {
        hint: 'for instance: import-share=2,shared-igos=0',
      });
    weights.set(name, weight);
  }
  return weights;
}
