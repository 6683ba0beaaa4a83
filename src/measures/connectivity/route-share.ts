import { z } from 'zod';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { networkChoices, overNetworks } from './asked-network.ts';
import { drawnCapacities, drawnInterval, spreadChoice } from './capacity-draws.ts';
import { cheapestFlow, flowPaths } from './cheapest-flow.ts';
import { arcsOf, type Leg, liesIn, type Network } from './network.ts';
import { transitStates } from './transit-states.ts';
import { routesOf, sharesOf, thetaBounds, weighingChoices, weighingWords } from './weighed-ways.ts';

/** A way with its part of the whole. */
export interface WeighedRoute {
  /** Positions of its arcs. */
  readonly arcs: readonly number[];
  /** ≥ 0, in any unit that is common to all. */
  readonly amount: number;
}

/**
 * The share of what is carried that takes one of some arcs. Of several states the shares may add up to more than 1,
 * since one way crosses several.
 *
 * @param isMember whether an arc, by its position, is one of them
 * @returns in [0, 1]; a gap where nothing is carried
 * @example routeShare([{ arcs: [0, 1], amount: 3 }, { arcs: [2], amount: 1 }], (arc) => arc === 1) // 0.75
 */
export function routeShare(routes: readonly WeighedRoute[], isMember: (arc: number) => boolean): Value {
  const whole = routes.reduce((sum, { amount }) => sum + amount, 0);
  if (!(whole > 0)) return gap('no-records', 'nothing is carried');
  const part = routes.reduce((sum, { arcs, amount }) => sum + (arcs.some(isMember) ? amount : 0), 0);
  return part / whole;
}

/** What shares are of. */
export const amountKinds = ['flow', 'capacity', 'routes'] as const;
export type AmountKind = (typeof amountKinds)[number];

const amountWords: Readonly<Record<AmountKind, string>> = {
  flow: 'shares of the flow as observed, on the cheapest ways that account for it',
  capacity: 'no flow is stated on every leg: shares of the greatest flow at the least cost',
  routes: 'shares of the ≤ 20 cheapest ways, dear ones counting less',
};

/** Whether every leg states it. */
const hasAll = (legs: readonly Leg[], what: 'flow' | 'capacity'): boolean =>
  legs.every((leg) => leg[what] !== undefined);

/** The best that the network knows: flows, else capacities, else how dear its ways are. */
export const amountOf = ({ legs }: Pick<Network, 'legs'>): AmountKind =>
  hasAll(legs, 'flow') ? 'flow' : hasAll(legs, 'capacity') ? 'capacity' : 'routes';

/** Ways with what each carries when all legs are used up to `of` at the least cost. */
export function carriedWays({ legs, origins, markets }: Network, of: (leg: Leg) => number): WeighedRoute[] {
  const arcs = arcsOf(legs, of);
  return flowPaths(arcs, cheapestFlow(arcs, origins, markets).flow, origins, markets);
}

export const routeShareMeasure = defineMeasure({
  id: 'route-share',
  family: 'connectivity',
  title: 'Share of routes through a state',
  question: 'What share of what the state sends to its markets passes through each transit state?',
  formula: 'Σ amountₖ over the ways k through j / Σ amountₖ over all ways',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Ahuja, R. K., Magnanti, T. L. and Orlin, J. B. (1993). Network Flows. Prentice Hall, sections 3.5 and 9.7.',
    'Dial, R. B. (1971). A probabilistic multipath traffic assignment model which obviates path enumeration. Transportation Research 5(2): 83–111.',
  ],
  weak: 'Which ways a flow takes is inferred from legs, of several possible answers the cheapest; shares of states overlap.',
  interval: 'Monte Carlo over capacities; bounds, θ half and double, for ways; none for observed flows',
  partners: 'optional',
  by: ['year'],
  choices: z.object({
    ...networkChoices,
    amount: z
      .enum(amountKinds)
      .optional()
      .describe(
        'shares of observed flow, of capacity, or of the cheapest ways; by default the first that is known',
      ),
    ...spreadChoice,
    ...weighingChoices,
  }),
  chart: 'dots',
  compute: (request, evidence) =>
    overNetworks(request, evidence, (network) => {
      const { legs, period } = network;
      const { amount = amountOf(network), spread, theta, overlap } = request.choices;
      if (amount !== 'routes' && !hasAll(legs, amount))
        return { figures: [{ value: gap('not-covered', `no ${amount} is stated on every leg`), n: 0 }] };
      const found = amount === 'routes' ? routesOf(network) : [];
      if (isGap(found)) return { figures: [{ value: found, n: 0 }] };
      const capacityOf = ({ capacity = 0 }: Leg): number => capacity;
      const ways = (byTheta = theta): WeighedRoute[] => {
        if (amount === 'flow') return carriedWays(network, ({ flow = 0 }) => flow);
        if (amount === 'capacity') return carriedWays(network, capacityOf);
        const shares = sharesOf(network, found, { theta: byTheta, overlap });
        return found.map(({ arcs }, at) => ({ arcs, amount: shares[at] ?? 0 }));
      };
      const drawn =
        amount === 'capacity' && request.intervals !== false
          ? drawnCapacities(legs, capacityOf, spread, `route-share ${request.focal} ${period}`).map((of) =>
              carriedWays(network, of),
            )
          : [];
      const own = ways();
      return {
        notes: [amountWords[amount], ...(amount === 'routes' ? [weighingWords(network, overlap)] : [])],
        figures: transitStates(request, network).map(({ partner, states }) => {
          const isMember = (arc: number): boolean => legs[arc] !== undefined && liesIn(legs[arc], states);
          const value = routeShare(own, isMember);
          const interval = (): Interval | Gap | undefined => {
            if (isGap(value)) return undefined;
            if (amount === 'flow') return gap('not-applicable', 'flows as observed');
            if (amount === 'routes') return thetaBounds((by) => routeShare(ways(by), isMember), theta);
            const values = drawn
              .map((one) => routeShare(one, isMember))
              .filter((one) => typeof one === 'number');
            return values.length > 0 ? drawnInterval(value, values) : undefined;
          };
          const through = [...new Set(legs.filter((leg) => liesIn(leg, states)).map(({ id }) => id))];
          return {
            partner,
            value,
            interval: interval(),
            n: own.length,
            ...(network.kind === 'routes' && { records: through }),
          };
        }),
      };
    }),
});
