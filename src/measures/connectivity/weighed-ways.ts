import { z } from 'zod';
import { MultivectorError } from '../../model/errors.ts';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { arcsOf, type Network } from './network.ts';
import { shortestRoutes, type Way } from './yen.ts';

/** Ways that are weighed at most. */
export const mostRoutes = 20;

/** By default a way that costs a fifth more than the cheapest is taken e⁻¹ ≈ .37 times as often. */
export const usualTheta = 5;

/** How many times smaller and greater θ may be: the ends of the bounds. */
export const thetaDoubt = 2;

/** The choices of every measure that weighs ways by their cost. */
export const weighingChoices = {
  theta: z
    .number()
    .min(0)
    .default(usualTheta)
    .describe('how much cost counts: a way that costs x % more is taken exp(−θ·x/100) times as often'),
  overlap: z
    .enum(['ignored', 'discounted'])
    .optional()
    .describe(
      'whether ways that share legs count as less than ways of their own; by default they do where the network is one of borders, in which detours are many',
    ),
} as const;

/** How ways are weighed. */
export interface Weighing {
  readonly theta: number;
  /** Absent: discounted in a network of borders. */
  readonly overlap?: 'ignored' | 'discounted' | undefined;
}

/**
 * How much of each way is its own: of each leg the part of the way’s cost that it is, divided by how many ways take it.
 *
 * @param ways with costs above 0
 * @param costOf cost of an arc, by its position
 * @returns in (0, 1], one for each way; 1 where it shares no leg
 * @see Ben-Akiva, M. and Bierlaire, M. (1999). Discrete choice methods and their applications to short term travel
 *   decisions. In: Hall, R. W. (ed.), Handbook of Transportation Science, 5–33.
 * @example pathSizes([{ arcs: [0, 1], cost: 4 }, { arcs: [0, 2], cost: 4 }], (arc) => [2, 2, 2][arc]) // [0.75, 0.75]
 */
export function pathSizes(ways: readonly Way[], costOf: (arc: number) => number): number[] {
  const takers = new Map<number, number>();
  for (const { arcs } of ways) for (const arc of arcs) takers.set(arc, (takers.get(arc) ?? 0) + 1);
  return ways.map(({ arcs, cost }) =>
    arcs.reduce((sum, arc) => sum + costOf(arc) / cost / (takers.get(arc) ?? 1), 0),
  );
}

/**
 * Shares of ways in a logit of their cost, in units of the cheapest: p ∝ exp(−θ (c / c_min − 1)). Costs in another
 * unit give the same shares.
 *
 * @param costs finite and above 0
 * @param theta ≥ 0; 0 is all ways alike
 * @param sizes how much of each way is its own, as `pathSizes` gives it; by default all of it
 * @returns shares that add up to 1, none for no costs
 * @throws MultivectorError `input`, if a cost or θ is out of its range
 * @see Dial, R. B. (1971). A probabilistic multipath traffic assignment model which obviates path enumeration.
 *   Transportation Research 5(2): 83–111.
 * @example logitShares([100, 120], 5) // [0.7310…
 */
export function logitShares(
  costs: readonly number[],
  theta: number,
  sizes: readonly number[] = costs.map(() => 1),
): number[] {
  const wrong = [...costs].find((cost) => !(cost > 0 && Number.isFinite(cost)));
  if (wrong !== undefined || !(theta >= 0))
    throw new MultivectorError(
      'input',
      wrong === undefined ? `θ is ${theta}; it must be ≥ 0` : `a cost is ${wrong}; it must be finite and > 0`,
    );
  const least = Math.min(...costs);
  const weights = costs.map((cost, at) => (sizes[at] ?? 1) * Math.exp(-theta * (cost / least - 1)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The cheapest ways of a network; a gap where one costs nothing, so that shares of cost mean nothing. */
export function routesOf(network: Network): readonly Way[] | Gap {
  const routes = shortestRoutes(
    arcsOf(network.legs, () => 0),
    network.origins,
    network.markets,
    mostRoutes,
  );
  const free = routes.find(({ cost }) => cost === 0);
  return free
    ? gap('not-applicable', 'a way costs nothing, so that others cannot be weighed against it')
    : routes;
}

/** Shares of a network’s ways. */
export const sharesOf = (network: Network, ways: readonly Way[], { theta, overlap }: Weighing): number[] =>
  logitShares(
    ways.map(({ cost }) => cost),
    theta,
    isDiscounted(network, overlap) ? pathSizes(ways, (arc) => network.legs[arc]?.cost ?? 0) : undefined,
  );

const isDiscounted = ({ kind }: Pick<Network, 'kind'>, overlap: Weighing['overlap']): boolean =>
  (overlap ?? (kind === 'borders' ? 'discounted' : 'ignored')) === 'discounted';

/** How ways are weighed, for a reader. */
export const weighingWords = (network: Pick<Network, 'kind'>, overlap: Weighing['overlap']): string =>
  isDiscounted(network, overlap)
    ? 'ways that share legs count as less than ways of their own'
    : 'ways that share legs count in full';

/** What a value is when θ is half and double what was asked. */
export function thetaBounds(of: (theta: number) => Value, theta: number): Interval | Gap {
  const values = [of(theta / thetaDoubt), of(theta), of(theta * thetaDoubt)];
  const open = values.find(isGap);
  if (open) return open;
  const numbers = values.filter((value) => typeof value === 'number');
  return { low: Math.min(...numbers), high: Math.max(...numbers), level, method: 'bounds' };
}
