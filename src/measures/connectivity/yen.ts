import { type Arc, type Indexed, indexed } from './arcs.ts';

/** A way from an origin to a market that passes no place twice. */
export interface Way {
  /** Positions of its arcs, in order. */
  readonly arcs: readonly number[];
  readonly cost: number;
}

/** The cheapest way from a place to the sink that avoids arcs and places; of equal ones that of the earliest arcs. */
function cheapest(
  { size, sink, to, leaving }: Indexed,
  cost: (arc: number) => number,
  start: number,
  closedArcs: ReadonlySet<number>,
  closedPlaces: ReadonlySet<number>,
): Way | undefined {
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(size).fill(-1);
  const before = new Int32Array(size).fill(-1);
  const done = new Uint8Array(size);
  least[start] = 0;
  for (;;) {
    let place = -1;
    for (let i = 0; i < size; i++)
      if (!done[i] && (least[i] ?? 0) < (place === -1 ? Number.POSITIVE_INFINITY : (least[place] ?? 0)))
        place = i;
    if (place === -1) return undefined;
    if (place === sink) break;
    done[place] = 1;
    for (const arc of leaving[place] ?? []) {
      const tip = to[arc] ?? 0;
      const length = (least[place] ?? 0) + cost(arc);
      if (closedArcs.has(arc) || closedPlaces.has(tip) || !(length < (least[tip] ?? 0))) continue;
      least[tip] = length;
      by[tip] = arc;
      before[tip] = place;
    }
  }
  const arcs: number[] = [];
  for (let place = sink; place !== start; place = before[place] ?? start) arcs.unshift(by[place] ?? 0);
  return { arcs, cost: least[sink] ?? 0 };
}

/**
 * The cheapest ways from origins to markets, cheapest first.
 *
 * @param arcs with costs in a common unit; capacities play no part
 * @param most how many at most
 * @throws MultivectorError `input` as `indexed` does
 * @see Yen, J. Y. (1971). Finding the K shortest loopless paths in a network. Management Science 17(11): 712–716.
 * @example shortestRoutes([{ from: 'a', to: 'b', cost: 3 }, { from: 'a', to: 'b', cost: 2 }], ['a'], ['b'], 9)
 *   .map(({ cost }) => cost) // [2, 3]
 */
export function shortestRoutes(
  arcs: readonly Pick<Arc, 'from' | 'to' | 'cost'>[],
  origins: readonly string[],
  markets: readonly string[],
  most: number,
): Way[] {
  const network = indexed(
    arcs.map(({ from, to, cost }) => ({ from, to, cost, capacity: 0 })),
    origins,
    markets,
  );
  const cost = (arc: number): number => arcs[arc]?.cost ?? 0;
  const sum = (list: readonly number[]): number => list.reduce((total, arc) => total + cost(arc), 0);
  const first = cheapest(network, cost, network.source, new Set(), new Set());
  const found: Way[] = first && most > 0 ? [first] : [];
  const candidates = new Map<string, Way>();
  while (found.length > 0 && found.length < most) {
    const last = found.at(-1)?.arcs ?? [];
    for (let at = 0; at < last.length; at++) {
      const root = last.slice(0, at);
      const start = network.from[last[at] ?? 0] ?? 0;
      const closed = new Set(
        found
          .filter(({ arcs: known }) => root.every((arc, i) => known[i] === arc))
          .map(({ arcs: known }) => known[at] ?? -1),
      );
      const passed = new Set(root.map((arc) => network.from[arc] ?? 0));
      const rest = cheapest(network, cost, start, closed, passed);
      if (!rest) continue;
      const route = [...root, ...rest.arcs];
      candidates.set(route.join(), { arcs: route, cost: sum(route) });
    }
    const next = [...candidates].reduce<[string, Way] | undefined>(
      (best, one) => (best === undefined || one[1].cost < best[1].cost ? one : best),
      undefined,
    );
    if (next === undefined) break;
    candidates.delete(next[0]);
    found.push(next[1]);
  }
  return found.map(({ arcs: list }) => {
    const own = list.filter((arc) => arc < network.given);
    return { arcs: own, cost: sum(own) };
  });
}
