import { z } from 'zod';
import { gap, isGap, type Value } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import type { Arc } from './arcs.ts';
import { networkChoices, overNetworks } from './asked-network.ts';
import { drawnCapacities, drawnInterval, spreadChoice } from './capacity-draws.ts';
import { maxFlow } from './dinic.ts';
import { cutOf } from './max-flow.ts';
import { arcsOf, capacitiesOf, type Leg, liesIn, notDrawn } from './network.ts';
import { transitStates } from './transit-states.ts';

/**
 * What of the greatest flow is lost when some arcs close: 1 − F(open arcs) / F(all arcs).
 *
 * @param isClosed whether an arc, by its position, closes
 * @returns in [0, 1]; 0 where the others can carry as much, 1 where nothing is left; a gap where nothing could be
 *   carried before
 * @throws MultivectorError `input` as `maxFlow` does
 * @see Ford, L. R. and Fulkerson, D. R. (1956). Maximal flow through a network. Canadian Journal of Mathematics 8:
 *   399–404.
 * @example closingLoss([{ from: 'a', to: 'b', capacity: 3 }, { from: 'a', to: 'b', capacity: 1 }], ['a'], ['b'],
 *   (arc) => arc === 0) // 0.75
 */
export function closingLoss(
  arcs: readonly Pick<Arc, 'from' | 'to' | 'capacity'>[],
  origins: readonly string[],
  markets: readonly string[],
  isClosed: (arc: number) => boolean,
): Value {
  const all = maxFlow(arcs, origins, markets).value;
  if (all === 0) return gap('not-applicable', 'nothing can be carried as it is');
  const open = arcs.map((arc, at) => (isClosed(at) ? { ...arc, capacity: 0 } : arc));
  return Math.min(1, Math.max(0, 1 - maxFlow(open, origins, markets).value / all));
}

/** Something that may close: a state’s territory, or one leg. */
interface Closing {
  readonly partner?: string;
  readonly item?: string;
  readonly isClosed: (leg: Leg) => boolean;
}

export const chokepointMeasure = defineMeasure({
  id: 'chokepoint',
  family: 'connectivity',
  title: 'Loss when one closes',
  question: 'How much of what could be carried is lost when one state, or one leg of the least cut, closes?',
  formula: '1 − F(G without the legs in j) / F(G)',
  unit: 'share of the greatest flow',
  range: [0, 1],
  cite: [
    'Ford, L. R. and Fulkerson, D. R. (1956). Maximal flow through a network. Canadian Journal of Mathematics 8: 399–404.',
    'Menger, K. (1927). Zur allgemeinen Kurventheorie. Fundamenta Mathematicae 10: 96–115, for ways that are only counted.',
  ],
  weak: 'A closing is whole and the other legs have all their capacity free; whether the state would close, and for how long, it cannot tell.',
  interval: 'Monte Carlo: capacities triangular around what is stated',
  partners: 'optional',
  by: ['year'],
  items: 'leg of the least cut',
  choices: z.object({ ...networkChoices, ...spreadChoice }),
  chart: 'dots',
  compute: (request, evidence) =>
    overNetworks(request, evidence, (network) => {
      const capacities = capacitiesOf(network);
      if (isGap(capacities)) return { figures: [{ value: capacities, n: 0 }] };
      const { legs, origins, markets, period } = network;
      const least = cutOf(network, maxFlow(arcsOf(legs, capacities.of), origins, markets).cut);
      const closings: Closing[] = [
        ...transitStates(request, network).map(({ partner, states }) => ({
          partner,
          isClosed: (leg: Leg) => liesIn(leg, states),
        })),
        ...least.map((id) => ({ item: id, isClosed: (leg: Leg) => leg.id === id })),
      ];
      const losses = (of: (leg: Leg) => number): Value[] => {
        const arcs = arcsOf(legs, of);
        return closings.map(({ isClosed }) =>
          closingLoss(arcs, origins, markets, (arc) => legs[arc] !== undefined && isClosed(legs[arc])),
        );
      };
      const values = losses(capacities.of);
      const drawn =
        capacities.areStated && request.intervals !== false
          ? drawnCapacities(
              legs,
              capacities.of,
              request.choices.spread,
              `chokepoint ${request.focal} ${period}`,
            ).map(losses)
          : [];
      const isNumber = (value: Value | undefined): value is number => typeof value === 'number';
      return {
        notes: capacities.areStated ? [] : [`no capacity is stated: ${capacities.unit} are counted`],
        figures: closings.map(({ partner, item, isClosed }, at) => {
          const value = values[at] ?? gap('unknown');
          const closed = [...new Set(legs.filter(isClosed).map(({ id }) => id))];
          const interval = isGap(value)
            ? undefined
            : !capacities.areStated
              ? notDrawn
              : drawn.length > 0
                ? drawnInterval(value, drawn.map((one) => one[at]).filter(isNumber))
                : undefined;
          return {
            partner,
            item,
            value,
            interval,
            n: closed.length,
            ...(network.kind === 'routes' && { records: closed }),
          };
        }),
      };
    }),
});
