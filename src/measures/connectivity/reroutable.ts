import { z } from 'zod';
import { type Gap, gap, isGap, type Value } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import type { Arc } from './arcs.ts';
import { networkChoices, overNetworks } from './asked-network.ts';
import { cheapestFlow, flowPaths } from './cheapest-flow.ts';
import { arcsOf, type Leg, liesIn, type Network } from './network.ts';
import { transitStates } from './transit-states.ts';
import {
  routesOf,
  sharesOf,
  thetaBounds,
  type Weighing,
  weighingChoices,
  weighingWords,
} from './weighed-ways.ts';
import { shortestRoutes, type Way } from './yen.ts';

/** By how much what is sent another way may cost more, as a share: a fifth. */
export const usualCostLimit = 0.2;

/**
 * The share of what takes some arcs that the others could take over. What does not take them stays where it is; the
 * rest goes the cheapest ways that have room, as long as a unit does not cost more than it does now, by `costLimit`.
 *
 * @param flow what each arc carries now
 * @param isClosed whether an arc, by its position, closes
 * @param costLimit ≥ 0; 0.2 is a fifth dearer than the average of what takes the arcs now
 * @returns in [0, 1]; a gap where nothing takes the arcs
 * @throws MultivectorError `input` as `cheapestFlow` does
 * @see Ahuja, R. K., Magnanti, T. L. and Orlin, J. B. (1993). Network Flows. Prentice Hall, section 9.7.
 * @example reroutable([{ from: 'a', to: 'b', capacity: 4, cost: 1 }, { from: 'a', to: 'b', capacity: 3, cost: 1 }],
 *   [4, 1], ['a'], ['b'], (arc) => arc === 0, 0) // 0.5
 */
export function reroutable(
  arcs: readonly Arc[],
  flow: readonly number[],
  origins: readonly string[],
  markets: readonly string[],
  isClosed: (arc: number) => boolean,
  costLimit: number,
): Value {
  const passing = flowPaths(arcs, flow, origins, markets).filter(({ arcs: way }) => way.some(isClosed));
  const amount = passing.reduce((sum, one) => sum + one.amount, 0);
  if (!(amount > 0)) return gap('not-applicable', 'nothing passes');
  const costOf = (way: readonly number[]): number =>
    way.reduce((sum, arc) => sum + (arcs[arc]?.cost ?? 0), 0);
  const cost = passing.reduce((sum, one) => sum + one.amount * costOf(one.arcs), 0) / amount;
  const staying = [...flow];
  for (const { arcs: way, amount: part } of passing)
    for (const arc of way) staying[arc] = (staying[arc] ?? 0) - part;
  const spare = arcs.map((arc, at) => ({
    ...arc,
    capacity: isClosed(at) ? 0 : Math.max(0, arc.capacity - Math.max(0, staying[at] ?? 0)),
  }));
  const taken = cheapestFlow(spare, origins, markets, { amount, dearest: cost * (1 + costLimit) });
  return Math.min(1, taken.amount / amount);
}

/** The same where nobody counts what is carried: the share of ways that have another one, of whatever capacity. */
function reroutableWays(
  network: Network,
  routes: readonly Way[],
  isClosed: (arc: number) => boolean,
  costLimit: number,
  weighing: Weighing,
): Value {
  const shares = sharesOf(network, routes, weighing);
  const open = network.legs.filter((_, arc) => !isClosed(arc));
  const [other] = shortestRoutes(
    arcsOf(open, () => 0),
    network.origins,
    network.markets,
    1,
  );
  let [passing, spared] = [0, 0];
  for (const [at, { arcs, cost }] of routes.entries()) {
    if (!arcs.some(isClosed)) continue;
    passing += shares[at] ?? 0;
    if (other && other.cost <= cost * (1 + costLimit)) spared += shares[at] ?? 0;
  }
  return passing > 0 ? spared / passing : gap('not-applicable', 'no way passes');
}

const lacking = (legs: readonly Leg[], what: 'flow' | 'capacity'): Gap | undefined =>
  legs.every((leg) => leg[what] !== undefined)
    ? undefined
    : gap('not-covered', `no ${what} is stated on every leg`);

export const reroutableMeasure = defineMeasure({
  id: 'reroutable',
  family: 'connectivity',
  title: 'What could go another way',
  question:
    'Of what passes through a state, how much could the other routes take over, at what they still have free?',
  formula:
    'min-cost flow of the amount through j over spare capacity outside j, unit cost ≤ (1 + limit) · c̄ⱼ / amount through j',
  unit: 'share',
  range: [0, 1],
  cite: ['Ahuja, R. K., Magnanti, T. L. and Orlin, J. B. (1993). Network Flows. Prentice Hall, section 9.7.'],
  weak: 'Stated capacity is taken as free for the asking; contracts, gauges and qualities of goods are left out. Where no flow is stated, ways are counted as if each could carry anything.',
  interval: 'bounds, θ half and double, where ways are counted; none for observed flows',
  partners: 'optional',
  by: ['year'],
  choices: z.object({
    ...networkChoices,
    'cost-limit': z
      .number()
      .min(0)
      .default(usualCostLimit)
      .describe('by how much it may cost more, as a share of what it costs now'),
    amount: z
      .enum(['flow', 'routes'])
      .optional()
      .describe('observed flow within capacity, or ways of any capacity; by default flow where it is stated'),
    ...weighingChoices,
  }),
  chart: 'dots',
  compute: (request, evidence) =>
    overNetworks(request, evidence, (network) => {
      const { legs, origins, markets } = network;
      const { 'cost-limit': costLimit, theta, overlap } = request.choices;
      const without = lacking(legs, 'flow') ?? lacking(legs, 'capacity');
      const amount = request.choices.amount ?? (without ? 'routes' : 'flow');
      const routes = amount === 'routes' ? routesOf(network) : [];
      const open = isGap(routes) ? routes : amount === 'flow' ? without : undefined;
      if (open || isGap(routes)) return { figures: [{ value: open ?? gap('unknown'), n: 0 }] };
      const arcs = arcsOf(legs, ({ capacity = 0, flow = 0 }) => Math.max(capacity, flow));
      return {
        notes:
          amount === 'routes'
            ? [
                'no flow is stated: ways are counted, as if each could carry anything',
                weighingWords(network, overlap),
              ]
            : [],
        figures: transitStates(request, network).map(({ partner, states }) => {
          const isClosed = (arc: number): boolean => legs[arc] !== undefined && liesIn(legs[arc], states);
          const of = (by: number): Value =>
            amount === 'flow'
              ? reroutable(
                  arcs,
                  legs.map(({ flow = 0 }) => flow),
                  origins,
                  markets,
                  isClosed,
                  costLimit,
                )
              : reroutableWays(network, routes, isClosed, costLimit, { theta: by, overlap });
          const through = [...new Set(legs.filter((leg) => liesIn(leg, states)).map(({ id }) => id))];
          return {
            partner,
            value: of(theta),
            interval: amount === 'flow' ? gap('not-applicable', 'flows as observed') : thetaBounds(of, theta),
            n: through.length,
            ...(network.kind === 'routes' && { records: through }),
          };
        }),
      };
    }),
});
