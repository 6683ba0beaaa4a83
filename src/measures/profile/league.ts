import { gap, isGap, type Value } from '../../model/gap.ts';
import { effectivePartners, evenness } from '../concentration/effective-partners.ts';
import { level } from '../events/event-balance.ts';
import { quantiles } from '../random.ts';

export const leagueQuantities = ['effective-partners', 'evenness', 'leader-share'] as const;
export type LeagueQuantity = (typeof leagueQuantities)[number];

/** A quantity of balance, of the weights of the partners that stand for themselves. */
export function quantityOfBalance(weights: readonly number[], quantity: LeagueQuantity): Value {
  if (weights.length === 0) return gap('no-records');
  if (quantity === 'effective-partners') return effectivePartners(weights);
  return quantity === 'evenness' ? evenness(weights) : Math.max(...weights);
}

/** One state's place: its figure, and what other samples and importances would have given. */
export interface Entrant {
  readonly state: string;
  readonly value: Value;
  /** As many numbers as there are draws, the value itself where nothing moves it. */
  readonly drawn: Float64Array;
}

/**
 * The rank of a state among others, 1 the most balanced, and its interval over the draws: states' draws are taken as
 * independent. States that share a value share the better rank.
 *
 * @returns nothing where the state has no value
 */
export function rankAmong(
  entrants: readonly Entrant[],
  state: string,
  quantity: LeagueQuantity,
): { readonly rank: number; readonly low: number; readonly high: number; readonly of: number } | undefined {
  const placed = entrants.filter(({ value }) => !isGap(value));
  const self = placed.find((one) => one.state === state);
  if (!self) return undefined;
  const better = (a: number, b: number) => (quantity === 'leader-share' ? a < b : a > b);
  const rank = 1 + placed.filter(({ value }) => better(value as number, self.value as number)).length;
  const drawn = Float64Array.from(
    self.drawn,
    (mine, k) => 1 + placed.filter((one) => one !== self && better(one.drawn[k] ?? Number.NaN, mine)).length,
  );
  const tail = (1 - level) / 2;
  const [low = rank, high = rank] = drawn.length > 0 ? quantiles(drawn, [tail, 1 - tail]) : [];
  return {
    rank,
    low: Math.min(rank, Math.floor(low)),
    high: Math.max(rank, Math.ceil(high)),
    of: placed.length,
  };
}
