import type { Measure } from '../measure.ts';
import { chokepointMeasure } from './chokepoint.ts';
import { effectiveRoutesMeasure } from './effective-routes.ts';
import { maxFlowMeasure } from './max-flow.ts';
import { reroutableMeasure } from './reroutable.ts';
import { routeShareMeasure } from './route-share.ts';
import { transitBetweennessMeasure } from './transit-betweenness.ts';

export type { Arc } from './arcs.ts';
export { betweenness, shareOfCheapestWays } from './brandes.ts';
export {
  type CheapestFlow,
  cheapestFlow,
  type FlowLimits,
  type FlowPath,
  flowPaths,
} from './cheapest-flow.ts';
export { closingLoss } from './chokepoint.ts';
export { type MaxFlow, maxFlow } from './dinic.ts';
export { effectiveRoutes } from './effective-routes.ts';
export { greatCircle, type Position } from './great-circle.ts';
export { reroutable } from './reroutable.ts';
export { routeShare, type WeighedRoute } from './route-share.ts';
export { logitShares, pathSizes } from './weighed-ways.ts';
export { shortestRoutes, type Way } from './yen.ts';

/** Routes and their chokepoints. */
export const connectivityMeasures: readonly Measure[] = [
  routeShareMeasure,
  chokepointMeasure,
  reroutableMeasure,
  transitBetweennessMeasure,
  effectiveRoutesMeasure,
  maxFlowMeasure,
];
