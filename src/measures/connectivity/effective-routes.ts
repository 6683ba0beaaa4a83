import { z } from 'zod';
import { gap, isGap, type Value } from '../../model/gap.ts';
import { effectivePartnersShannon } from '../concentration/effective-partners.ts';
import { defineMeasure } from '../measure.ts';
import { networkChoices, overNetworks } from './asked-network.ts';
import {
  logitShares,
  mostRoutes,
  routesOf,
  sharesOf,
  thetaBounds,
  weighingChoices,
  weighingWords,
} from './weighed-ways.ts';

/**
 * Effective number of ways, the exponential of the entropy of their logit shares.
 *
 * @returns from 1 to the number of costs; a gap where there are none
 * @throws MultivectorError `input`, as `logitShares` does
 * @example effectiveRoutes([100, 100], 5) // 2
 */
export const effectiveRoutes = (costs: readonly number[], theta: number, sizes?: readonly number[]): Value =>
  costs.length === 0 ? gap('no-records') : effectivePartnersShannon(logitShares(costs, theta, sizes));

export const effectiveRoutesMeasure = defineMeasure({
  id: 'effective-routes',
  family: 'connectivity',
  title: 'Effective number of routes',
  question: 'Between how many ways to its markets can the state choose, dear ones counting less?',
  formula:
    'exp(−Σ pₖ ln pₖ),  pₖ ∝ PSₖ exp(−θ (cₖ / c₁ − 1)) over the ≤ 20 cheapest ways; PSₖ = 1, or Σₐ (cₐ / cₖ) / Nₐ over its legs, Nₐ ways taking leg a',
  unit: 'routes',
  range: [1, mostRoutes],
  cite: [
    'Yen, J. Y. (1971). Finding the K shortest loopless paths in a network. Management Science 17(11): 712–716.',
    'Dial, R. B. (1971). A probabilistic multipath traffic assignment model which obviates path enumeration. Transportation Research 5(2): 83–111.',
    'Ben-Akiva, M. and Bierlaire, M. (1999). Discrete choice methods and their applications to short term travel decisions. In: Hall, R. W. (ed.), Handbook of Transportation Science, 5–33, for overlap.',
    'Jost, L. (2006). Entropy and diversity. Oikos 113(2): 363–375.',
  ],
  weak: 'Between corridors of a dossier overlap is not discounted unless asked; capacities play no part; what counts as dear is a choice.',
  interval: 'bounds: θ half and double',
  partners: 'none',
  by: ['year'],
  choices: z.object({ ...networkChoices, ...weighingChoices }),
  chart: 'lines',
  compute: (request, evidence) =>
    overNetworks(request, evidence, (network) => {
      const routes = routesOf(network);
      if (isGap(routes)) return { figures: [{ value: routes, n: 0 }] };
      const { theta, overlap } = request.choices;
      const of = (by: number): Value =>
        routes.length === 0
          ? gap('no-records')
          : effectivePartnersShannon(sharesOf(network, routes, { theta: by, overlap }));
      const notes = [weighingWords(network, overlap)];
      const legs = new Set(routes.flatMap(({ arcs }) => arcs.flatMap((arc) => network.legs[arc]?.id ?? [])));
      return {
        notes,
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
