import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { fewestRecords, tooFew } from '../events/event-balance.ts';
import { shareInterval } from '../events/share-interval.ts';
import type { Random } from '../random.ts';
import { intervalOf } from '../vectors/draws.ts';
import type { ObservedFigure } from '../vectors/observed.ts';
import { positionDrawn } from '../vectors/pull.ts';
import { fullRivalry } from './formulas.ts';

/**
 * Rivalry of two states by their distance in the General Assembly: min(1, |θⱼ − θₖ| / 3).
 *
 * @param one ideal point, standardised
 * @returns from 0 (they vote alike) to 1 (three standard deviations apart or more)
 * @example rivalryInVotes(2.7, -0.3) // 1
 */
export const rivalryInVotes = (one: number, other: number): number =>
  Math.min(1, Math.abs(one - other) / fullRivalry);

/**
 * Rivalry of two states by what they do to each other: the share of material conflict among their acts.
 *
 * @param material acts of material conflict (PLOVER), either way
 * @param all acts, either way; below three there is no answer
 * @returns from 0 to 1
 * @throws MultivectorError never
 * @example rivalryInActs(3, 12) // 0.25
 */
export const rivalryInActs = (material: number, all: number): Value =>
  all === 0 ? gap('no-records') : all < fewestRecords ? tooFew(all) : material / all;

/** What a pair's rivalry may be made of. */
export interface RivalryGrounds {
  readonly positions: readonly [ObservedFigure, ObservedFigure] | undefined;
  readonly acts: { readonly material: number; readonly all: number } | undefined;
}

export type RivalryFrom = 'ideal-points' | 'material-conflict' | 'both';

/** Rivalry of a pair and its interval: from votes, from acts, or the mean of the two. */
export function rivalryOf(
  { positions, acts }: RivalryGrounds,
  from: RivalryFrom,
  draws: number,
  random: Random,
): { readonly value: Value; readonly interval: Interval | Gap } {
  const inVotes = positions
    ? rivalryInVotes(positions[0].value, positions[1].value)
    : gap('not-covered', 'no ideal point of one of the two');
  const inActs = acts ? rivalryInActs(acts.material, acts.all) : gap('not-applicable');
  const votesDrawn = () =>
    positions
      ? rivalryInVotes(positionDrawn(positions[0], random), positionDrawn(positions[1], random))
      : Number.NaN;
  if (from === 'material-conflict')
    return {
      value: inActs,
      interval: isGap(inActs) || !acts ? gapOf(inActs) : shareInterval(acts.material, acts.all),
    };
  const value: Value =
    from === 'ideal-points'
      ? inVotes
      : isGap(inVotes)
        ? inVotes
        : isGap(inActs)
          ? inActs
          : (inVotes + inActs) / 2;
  if (isGap(value)) return { value, interval: value };
  const drawn = Float64Array.from({ length: draws }, () =>
    from === 'ideal-points' || !acts
      ? votesDrawn()
      : (votesDrawn() + random.beta(acts.material + 0.5, acts.all - acts.material + 0.5)) / 2,
  );
  const interval = draws === 0 ? gap('unknown', 'not drawn') : intervalOf(value, drawn);
  return {
    value,
    interval:
      'low' in interval && interval.low === interval.high
        ? gap('not-applicable', 'further apart than the scale tells')
        : interval,
  };
}

const gapOf = (value: Value): Gap => (isGap(value) ? value : gap('unknown'));
