import { type Gap, gap, type Interval, type Value } from '../../model/gap.ts';
import { quantiles, type Random } from '../random.ts';
import { fewestRecords } from './event-balance.ts';
import { level } from './share-interval.ts';

/** Draws of the intervals of both; 0 leaves the interval out. */
export const reciprocityDraws = 2000;

/** Months in which both sides acted, below which no correlation is given. */
export const fewestMonths = 12;

/** Months that are drawn together, since what is done in one month bears on the next. */
export const blockMonths = 3;

/** Friendly and hostile acts of one side. */
export interface Counts {
  readonly cooperative: number;
  readonly conflictual: number;
}

export interface Answer {
  readonly value: Value;
  readonly interval: Interval | Gap | undefined;
  readonly n: number;
}

const net = ({ cooperative: c, conflictual: k }: Counts): number => (c - k) / (c + k);

function interval(draws: readonly number[], value: number): Interval {
  const tail = (1 - level) / 2;
  const [low = value, high = value] = quantiles(draws, [tail, 1 - tail]);
  return { low: Math.min(low, value), high: Math.max(high, value), level, method: 'monte-carlo' };
}

/**
 * How much friendlier one side is than the other: net cooperation of what goes out less that of what comes in.
 *
 * @returns in [−2, 2], 0 where both are alike; a gap where either side has fewer than `fewestRecords` signed acts. The
 *   interval is made of draws from the two Beta posteriors under Jeffreys' prior
 * @see Richardson, N. R., Kegley, C. W. and Agnew, A. C. (1981). Symmetry and reciprocity as characteristics of dyadic
 *   foreign policy behavior. Social Science Quarterly 62(1): 128–138.
 * @example differenceOfSides({cooperative: 3, conflictual: 1}, {cooperative: 2, conflictual: 2}, seeded('a')).value // 0.5
 */
export function differenceOfSides(
  out: Counts,
  back: Counts,
  random: Random,
  draws = reciprocityDraws,
): Answer {
  const [nOut, nBack] = [out, back].map(({ cooperative, conflictual }) => cooperative + conflictual) as [
    number,
    number,
  ];
  const n = nOut + nBack;
  const least = Math.min(nOut, nBack);
  if (least < fewestRecords)
    return {
      value:
        n === 0
          ? gap('no-records')
          : gap('too-few-records', `${least} of at least ${fewestRecords} on one side`),
      interval: undefined,
      n,
    };
  const value = net(out) - net(back);
  const draw = ({ cooperative, conflictual }: Counts) => random.beta(cooperative + 0.5, conflictual + 0.5);
  if (draws === 0) return { value, interval: undefined, n };
  const drawn = Array.from({ length: draws }, () => 2 * (draw(out) - draw(back)));
  return { value, interval: interval(drawn, value), n };
}

/** Pearson's correlation; nothing where one of the two never varies. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const n = pairs.length;
  const [meanA, meanB] = [0, 1].map(
    (side) => pairs.reduce((sum, pair) => sum + (pair[side] ?? 0), 0) / n,
  ) as [number, number];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [a, b] of pairs) {
    ab += (a - meanA) * (b - meanB);
    aa += (a - meanA) ** 2;
    bb += (b - meanB) ** 2;
  }
  const nothing = 1e-12 * n; // what rounding leaves of a side that never varies
  return aa <= nothing || bb <= nothing ? undefined : Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
}

/**
 * Whether one side answers the other in kind: the correlation of the two sides' net cooperation over months, with a
 * moving-block bootstrap over `blockMonths` months.
 *
 * @param months net cooperation of each side in [−1, 1], month by month; only months in which both acted
 * @returns in [−1, 1]; a gap below `fewestMonths`, or where one side never varies
 * @see Goldstein, J. S. and Freeman, J. R. (1990). Three-Way Street. University of Chicago Press; Künsch, H. R. (1989).
 *   The jackknife and the bootstrap for general stationary observations. Annals of Statistics 17(3): 1217–1241.
 */
export function answeredInKind(
  months: readonly (readonly [number, number])[],
  random: Random,
  draws = reciprocityDraws,
): Answer {
  const n = months.length;
  if (n < fewestMonths)
    return {
      value: n === 0 ? gap('no-records') : gap('too-few-records', `${n} of at least ${fewestMonths} months`),
      interval: undefined,
      n,
    };
  const value = correlation(months);
  if (value === undefined)
    return { value: gap('not-applicable', 'one side never varies'), interval: undefined, n };
  if (draws === 0) return { value, interval: undefined, n };
  const correlations = Array.from({ length: draws }, () => {
    const drawn: (readonly [number, number])[] = [];
    while (drawn.length < n) {
      const begin = Math.floor(random.uniform() * (n - blockMonths + 1));
      drawn.push(...months.slice(begin, begin + Math.min(blockMonths, n - drawn.length)));
    }
    return correlation(drawn) ?? 0;
  });
  return { value, interval: { ...interval(correlations, value), method: 'bootstrap' }, n };
}
