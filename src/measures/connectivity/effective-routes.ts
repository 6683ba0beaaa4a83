import { z } from 'zod';
import { MultivectorError } from '../../model/errors.ts';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { effectivePartnersShannon } from '../concentration/effective-partners.ts';
import { level } from '../events/event-balance.ts';
import { defineMeasure } from '../measure.ts';
import { networkChoices, overNetworks } from './asked-network.ts';
import { arcsOf, type Network } from './network.ts';
import { shortestRoutes, type Way } from './yen.ts';

/** Ways that are weighed at most. */
export const mostRoutes = 20;

/** By default a way that costs a fifth more than the cheapest is taken e⁻¹ ≈ .37 times as often. */
export const usualTheta = 5;

/** How many times smaller and greater θ may be: the ends of the bounds. */
export const thetaDoubt = 2;

/** The choice of every measure that weighs ways by their cost. */
export const thetaChoice = {
  theta: z
    .number()
    .min(0)
    .default(usualTheta)
    .describe('how much cost counts: a way that costs x % more is taken exp(−θ·x/100) times as often'),
} as const;

/**
 * Shares of ways in a logit of their cost, in units of the cheapest: p ∝ exp(−θ (c / c_min − 1)). Costs in another
 * unit give the same shares.
 *
 * @param costs finite and above 0
 * @param theta ≥ 0; 0 is all ways alike
 * @returns shares that add up to 1, none for no costs
 * @throws MultivectorError `input`, if a cost or θ is out of its range
 * @see Dial, R. B. (1971). A probabilistic multipath traffic assignment model which obviates path enumeration.
 *   Transportation Research 5(2): 83–111.
 * @example logitShares([100, 120], 5) // [0.7310…, 0.2689…]
 */
export function logitShares(costs: readonly number[], theta: number): number[] {
  const wrong = [...costs].find((cost) => !(cost > 0 && Number.isFinite(cost)));
  if (wrong !== undefined || !(theta >= 0))
    throw new MultivectorError(
      'input',
      wrong === undefined ? `θ is ${theta}; it must be ≥ 0` : `a cost is ${wrong}; it must be finite and > 0`,
    );
  const least = Math.min(...costs);
  const weights = costs.map((cost) => Math.exp(-theta * (cost / least - 1)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * Effective number of ways, the exponential of the entropy of their logit shares.
 *
 * @returns from 1 to the number of costs; a gap where there are none
 * @throws MultivectorError `input`, as `logitShares` does
 * @example effectiveRoutes([100, 100], 5) // 2
 */
export const effectiveRoutes = (costs: readonly number[], theta: number): Value =>
  costs.length === 0 ? gap('no-records') : effectivePartnersShannon(logitShares(costs, theta));

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

/** What a value is when θ is half and double what was asked. */
export function thetaBounds(of: (theta: number) => Value, theta: number): Interval | Gap {
  const values = [of(theta / thetaDoubt), of(theta), of(theta * thetaDoubt)];
  const open = values.find(isGap);
  if (open) return open;
  const numbers = values.filter((value) => typeof value === 'number');
  return { low: Math.min(...numbers), high: Math.max(...numbers), level, method: 'bounds' };
}

export const effectiveRoutesMeasure = defineMeasure({
  id: 'effective-routes',
  family: 'connectivity',
  title: 'Effective number of routes',
  question: 'Between how many ways to its markets can the state choose, dear ones counting less?',
  formula: 'exp(−Σ pₖ ln pₖ),  pₖ ∝ exp(−θ (cₖ / c₁ − 1)) over the ≤ 20 cheapest ways',
  unit: 'routes',
  range: [1, mostRoutes],
  cite: [
    'Yen, J. Y. (1971). Finding the K shortest loopless paths in a network. Management Science 17(11): 712–716.',
    'Dial, R. B. (1971). A probabilistic multipath traffic assignment model which obviates path enumeration. Transportation Research 5(2): 83–111.',
    'Jost, L. (2006). Entropy and diversity. Oikos 113(2): 363–375.',
  ],
  weak: 'Ways that share legs count as if they were apart; capacities play no part; what counts as dear is a choice.',
  interval: 'bounds: θ half and double',
  partners: 'none',
  by: ['year'],
  choices: z.object({ ...networkChoices, ...thetaChoice }),
  chart: 'lines',
  compute: (request, evidence) =>
    overNetworks(request, evidence, (network) => {
      const routes = routesOf(network);
      if (isGap(routes)) return { figures: [{ value: routes, n: 0 }] };
      const of = (theta: number): Value =>
        effectiveRoutes(
          routes.map(({ cost }) => cost),
          theta,
        );
      const { theta } = request.choices;
      const legs = new Set(routes.flatMap(({ arcs }) => arcs.flatMap((arc) => network.legs[arc]?.id ?? [])));
      return {
        figures: [
          {
            value: of(theta),
            interval: thetaBounds(of, theta),
            n: routes.length,
            ...(network.kind === 'routes' && { records: [...legs] }),
          },
        ],
      };
    }),
});
