import { gap, type Interval, type Value } from '../../model/gap.ts';
import { percentileInterval } from './resample.ts';

/** How a state voted. Whoever was absent did not vote, and is left out. */
export type Ballot = 'yes' | 'abstain' | 'no';

/** Roll calls in which both voted, below which no agreement is given. */
export const fewestRollCalls = 10;

/** Draws of the bootstrap. */
export const agreementDraws = 2000;

/**
 * Whether a state voted as others did on one roll call.
 *
 * @param others one state's vote, or the votes of a group's members
 * @returns 1 the same, 0 not; for a group the share of its members that voted the same; nothing if nobody voted
 */
export function sameVote(own: Ballot, others: readonly Ballot[]): number | undefined {
  if (others.length === 0) return undefined;
  return others.filter((vote) => vote === own).length / others.length;
}

/**
 * How near a state's vote is to another's on one roll call: 1 − |a − b| / 2 over yes, abstain, no.
 *
 * @param others one state's vote, or the votes of a group's members
 * @returns 1 the same, ½ where one abstained and the other did not, 0 yes against no; for a group the mean over its
 *   members; nothing if nobody voted
 * @see Voeten, E. (2013). Data and analyses of voting in the United Nations General Assembly.
 */
export function nearVote(own: Ballot, others: readonly Ballot[]): number | undefined {
  if (others.length === 0) return undefined;
  const place = (vote: Ballot): number => ['yes', 'abstain', 'no'].indexOf(vote) / 2;
  return others.reduce((sum, vote) => sum + 1 - Math.abs(place(own) - place(vote)), 0) / others.length;
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Agreement in the General Assembly: the mean of `sameVote`, or of `nearVote`, over the roll calls in which both voted.
 *
 * @param same one for each roll call, each in [0, 1]
 * @param seed of the bootstrap, such as the number of the session
 * @param intervals false where the value alone is wanted
 * @returns from 0 to 1, with a 90 % percentile bootstrap interval over roll calls; a gap below `fewestRollCalls`
 * @see Voeten, E. (2013). Data and analyses of voting in the United Nations General Assembly. In: Reinalda, B. (ed.),
 *   Routledge Handbook of International Organization.
 * @example agreement([1, 1, 0, 1, 1, 0, 1, 1, 1, 1], 74).value // 0.8
 */
export function agreement(
  same: readonly number[],
  seed: number,
  intervals = true,
): { readonly value: Value; readonly interval: Interval | undefined; readonly n: number } {
  const n = same.length;
  if (n < fewestRollCalls)
    return { value: gap('too-few-records', `${n} of at least ${fewestRollCalls}`), interval: undefined, n };
  const value = same.reduce((sum, one) => sum + one, 0) / n;
  if (!intervals) return { value, interval: undefined, n };
  const random = uniform(seed);
  const means = new Float64Array(agreementDraws);
  for (let draw = 0; draw < agreementDraws; draw++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += same[Math.floor(random() * n)] ?? 0;
    means[draw] = sum / n;
  }
  return { value, interval: percentileInterval(means), n };
}
