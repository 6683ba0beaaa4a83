import { type Arc, indexed, negligible } from './arcs.ts';

/** The greatest flow through a network. */
export interface MaxFlow {
  readonly value: number;
  /** What each arc carries, in the order of the arcs. */
  readonly flow: readonly number[];
  /** Positions of the arcs of the least cut that lies nearest the origins; their capacities add up to `value`. */
  readonly cut: readonly number[];
}

/**
 * Greatest flow from origins to markets, and the least cut: no arcs of a smaller total capacity part them.
 *
 * @param arcs with capacities in a common unit; costs play no part
 * @returns 0 and an empty cut where no market can be reached
 * @throws MultivectorError `input` as `indexed` does
 * @see Dinitz, E. A. (1970). Algorithm for solution of a problem of maximum flow in networks with power estimation.
 *   Soviet Mathematics Doklady 11: 1277–1280; Ford, L. R. and Fulkerson, D. R. (1956). Maximal flow through a network.
 *   Canadian Journal of Mathematics 8: 399–404, for the cut.
 * @example maxFlow([{ from: 'a', to: 'b', capacity: 3, cost: 0 }], ['a'], ['b']).value // 3
 */
export function maxFlow(
  arcs: readonly Pick<Arc, 'from' | 'to' | 'capacity'>[],
  origins: readonly string[],
  markets: readonly string[],
): MaxFlow {
  const network = indexed(
    arcs.map(({ from, to, capacity }) => ({ from, to, capacity, cost: 0 })),
    origins,
    markets,
  );
  const { size, source, sink, from, to, given } = network;
  // More than the network can carry, so that the least cut lies within it.
  const beyond = 2 * arcs.reduce((sum, { capacity }) => sum + capacity, 0);
  const dust = negligible * arcs.reduce((most, { capacity }) => Math.max(most, capacity), 0);
  // Arc e leads along the arc it stands for as 2e, and against it as 2e + 1.
  const left = new Float64Array(from.length * 2);
  const head = new Int32Array(from.length * 2);
  const leaving: number[][] = Array.from({ length: size }, () => []);
  for (let arc = 0; arc < from.length; arc++) {
    const [tail = 0, tip = 0] = [from[arc], to[arc]];
    left[2 * arc] = arc < given ? (arcs[arc]?.capacity ?? 0) : beyond;
    head[2 * arc] = tip;
    head[2 * arc + 1] = tail;
    leaving[tail]?.push(2 * arc);
    leaving[tip]?.push(2 * arc + 1);
  }
  const level = new Int32Array(size);
  const next = new Int32Array(size);

  /** Steps from the source to every place along what is left; whether the sink is among them. */
  const measure = (): boolean => {
    level.fill(-1);
    level[source] = 0;
    const queue = [source];
    for (const place of queue)
      for (const arc of leaving[place] ?? []) {
        const tip = head[arc] ?? 0;
        if ((left[arc] ?? 0) <= dust || level[tip] !== -1) continue;
        level[tip] = (level[place] ?? 0) + 1;
        queue.push(tip);
      }
    return level[sink] !== -1;
  };
  const push = (place: number, most: number): number => {
    if (place === sink) return most;
    const arcsHere = leaving[place] ?? [];
    for (; (next[place] ?? 0) < arcsHere.length; next[place] = (next[place] ?? 0) + 1) {
      const arc = arcsHere[next[place] ?? 0] ?? 0;
      const tip = head[arc] ?? 0;
      const room = left[arc] ?? 0;
      if (room <= dust || level[tip] !== (level[place] ?? 0) + 1) continue;
      const pushed = push(tip, Math.min(most, room));
      if (pushed <= 0) continue;
      left[arc] = room - pushed;
      left[arc ^ 1] = (left[arc ^ 1] ?? 0) + pushed;
      return pushed;
    }
    return 0;
  };
  while (measure()) {
    next.fill(0);
    while (push(source, beyond) > 0);
  }
  const flow = arcs.map(({ capacity }, arc) => Math.max(0, capacity - (left[2 * arc] ?? 0)));
  const cut = arcs.flatMap((_, arc) =>
    level[from[arc] ?? 0] !== -1 && level[to[arc] ?? 0] === -1 ? [arc] : [],
  );
  return { value: cut.reduce((sum, arc) => sum + (arcs[arc]?.capacity ?? 0), 0), flow, cut };
}
