import { z } from 'zod';
import { gap } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { networkChoices, overNetworks } from './asked-network.ts';
import { shareOfCheapestWays } from './brandes.ts';
import { arcsOf, liesIn } from './network.ts';
import { transitStates } from './transit-states.ts';

export const transitBetweennessMeasure = defineMeasure({
  id: 'transit-betweenness',
  family: 'connectivity',
  title: 'Betweenness of transit states',
  question:
    'On how many of the cheapest ways between the state’s origins and its markets does a transit state lie?',
  formula: '(1 / pairs) Σₛₜ σₛₜ(j) / σₛₜ,  σ: cheapest ways from origin s to market t; σ(j): those through j',
  unit: 'share of the cheapest ways',
  range: [0, 1],
  cite: [
    'Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology 25(2): 163–177.',
    'Freeman, L. C. (1977). A set of measures of centrality based on betweenness. Sociometry 40(1): 35–41.',
  ],
  weak: 'Takes for granted that all goes the cheapest way, and knows no capacity: read it beside the loss when one closes.',
  interval: '',
  partners: 'optional',
  by: ['year'],
  choices: z.object(networkChoices),
  chart: 'dots',
  compute: (request, evidence) =>
    overNetworks(
      request,
      evidence,
      (network) => {
        const { legs, origins, markets } = network;
        const free = legs.find(({ cost }) => cost === 0);
        if (free)
          return {
            figures: [
              {
                value: gap(
                  'not-applicable',
                  `${free.id} costs nothing, so that cheapest ways cannot be counted: take --cost legs`,
                ),
                n: 0,
              },
            ],
          };
        const arcs = arcsOf(legs, () => 0);
        return {
          notes: network.kind === 'borders' ? ['the markets are all states that can be reached by land'] : [],
          figures: transitStates(request, network).map(({ partner, states }) => {
            const isMember = (arc: number): boolean => {
              const leg = legs[arc];
              return leg !== undefined && liesIn(leg, states);
            };
            // A market is no transit on the way to itself.
            const others =
              network.kind === 'borders' ? markets.filter((market) => !states.has(market)) : markets;
            const { share, pairs } = shareOfCheapestWays(arcs, origins, others, isMember);
            return {
              partner,
              value: pairs > 0 ? share : gap('not-applicable', 'no other market can be reached'),
              interval: gap('not-applicable', 'neither chance nor choice moves it'),
              n: pairs,
              ...(network.kind === 'routes' && {
                records: [...new Set(legs.filter((_, arc) => isMember(arc)).map(({ id }) => id))],
              }),
            };
          }),
        };
      },
      'states',
    ),
});
