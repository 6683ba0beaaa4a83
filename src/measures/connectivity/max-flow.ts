import { z } from 'zod';
import { isGap } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { networkChoices, overNetworks } from './asked-network.ts';
import { drawnCapacities, drawnInterval, spreadChoice } from './capacity-draws.ts';
import { maxFlow } from './dinic.ts';
import { arcsOf, capacitiesOf, type Network, notDrawn } from './network.ts';

/** Ids of the legs of the least cut, each once. */
export const cutOf = (network: Network, cut: readonly number[]): string[] => [
  ...new Set(cut.flatMap((arc) => network.legs[arc]?.id ?? [])),
];

export const maxFlowMeasure = defineMeasure({
  id: 'max-flow',
  family: 'connectivity',
  title: 'Greatest flow',
  question: 'How much can all corridors together carry to the markets, and which legs limit it?',
  formula: 'F = max Σ flow out of the origins,  0 ≤ flowₑ ≤ uₑ;  equal to the capacity of the least cut',
  unit: 'ways that share no leg',
  range: [0, Number.POSITIVE_INFINITY],
  cite: [
    'Dinitz, E. A. (1970). Algorithm for solution of a problem of maximum flow in networks with power estimation. Soviet Mathematics Doklady 11: 1277–1280.',
    'Ford, L. R. and Fulkerson, D. R. (1956). Maximal flow through a network. Canadian Journal of Mathematics 8: 399–404.',
  ],
  weak: 'Nominal capacities, all used at once by one commodity; not what anybody would ship at that cost.',
  interval: 'Monte Carlo: capacities triangular around what is stated',
  partners: 'none',
  by: ['year'],
  choices: z.object({ ...networkChoices, ...spreadChoice }),
  chart: 'lines',
  compute: (request, evidence) =>
    overNetworks(request, evidence, (network) => {
      const capacities = capacitiesOf(network);
      if (isGap(capacities)) return { figures: [{ value: capacities, n: 0 }] };
      const { legs, origins, markets, period } = network;
      const flow = (of = capacities.of) => maxFlow(arcsOf(legs, of), origins, markets);
      const { value, cut } = flow();
      const least = cutOf(network, cut);
      const draws = (): number[] =>
        drawnCapacities(
          legs,
          capacities.of,
          request.choices.spread,
          `max-flow ${request.focal} ${period}`,
        ).map((of) => flow(of).value);
      return {
        unit: capacities.unit,
        figures: [
          {
            value,
            interval: capacities.areStated
              ? request.intervals === false
                ? undefined
                : drawnInterval(value, draws())
              : notDrawn,
            n: new Set(legs.map(({ id }) => id)).size,
            note: `least cut: ${least.join(', ')}`,
            ...(network.kind === 'routes' && { records: least }),
          },
        ],
      };
    }),
});
