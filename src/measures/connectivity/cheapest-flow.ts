import { type Arc, indexed, negligible } from './arcs.ts';

/** What is carried, at what cost, and by which arcs. */
export interface CheapestFlow {
  readonly amount: number;
  readonly cost: number;
  /** What each arc carries, in the order of the arcs. */
  readonly flow: readonly number[];
}

export interface FlowLimits {
  /** How much is to be carried; by default all that can be. */
  readonly amount?: number;
  /** The cost of a unit above which no more is carried. */
  readonly dearest?: number;
}

/**
 * The flow from origins to markets that costs least, by successive cheapest paths: each further unit costs as much as
 * the one before or more, so that a limit of cost simply ends it.
 *
 * @param arcs with capacities in one unit, and costs in one
 * @throws MultivectorError `input` as `indexed` does
 * @see Ahuja, R. K., Magnanti, T. L. and Orlin, J. B. (1993). Network Flows. Prentice Hall, section 9.7.
 * @example cheapestFlow([{ from: 'a', to: 'b', capacity: 3, cost: 2 }], ['a'], ['b']).cost // 6
 */
export function cheapestFlow(
  arcs: readonly Arc[],
  origins: readonly string[],
  markets: readonly string[],
  { amount: wanted = Number.POSITIVE_INFINITY, dearest = Number.POSITIVE_INFINITY }: FlowLimits = {},
): CheapestFlow {
  const { size, source, sink, from, to, given } = indexed(arcs, origins, markets);
  const most = arcs.reduce((greatest, { capacity }) => Math.max(greatest, capacity), 0);
  const dust = negligible * most;
  const total = arcs.reduce((sum, { capacity }) => sum + capacity, 0);
  const flow = new Float64Array(from.length);
  const costOf = (arc: number): number => arcs[arc]?.cost ?? 0;
  const room = (arc: number): number => (arc < given ? (arcs[arc]?.capacity ?? 0) : total) - (flow[arc] ?? 0);
  let amount = 0;
  while (amount < wanted - dust) {
    // Bellman and Ford, since what is taken back has a negative cost. Step 2e leads along arc e, 2e + 1 against it.
    const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const by = new Int32Array(size).fill(-1);
    least[source] = 0;
    const relax = (step: number, tail: number, tip: number, cost: number): boolean => {
      const length = (least[tail] ?? 0) + cost;
      // A gain within rounding is none: else two equal ways would be exchanged for ever.
      if (!(length < (least[tip] ?? 0) - negligible * Math.abs(length))) return false;
      least[tip] = length;
      by[tip] = step;
      return true;
    };
    for (let round = 0, isNew = true; isNew && round < size; round++) {
      isNew = false;
      for (let arc = 0; arc < from.length; arc++) {
        const [tail = 0, tip = 0] = [from[arc], to[arc]];
        if (room(arc) > dust && relax(2 * arc, tail, tip, costOf(arc))) isNew = true;
        if ((flow[arc] ?? 0) > dust && relax(2 * arc + 1, tip, tail, -costOf(arc))) isNew = true;
      }
    }
    if (!Number.isFinite(least[sink] ?? 0) || (least[sink] ?? 0) > dearest * (1 + negligible)) break;
    const path: { arc: number; isBack: boolean }[] = [];
    for (let place = sink; place !== source; ) {
      const step = by[place] ?? 0;
      const isBack = step % 2 === 1;
      const arc = step >> 1;
      path.push({ arc, isBack });
      place = (isBack ? to[arc] : from[arc]) ?? source;
    }
    const pushed = path.reduce(
      (least, { arc, isBack }) => Math.min(least, isBack ? (flow[arc] ?? 0) : room(arc)),
      wanted - amount,
    );
    for (const { arc, isBack } of path) flow[arc] = (flow[arc] ?? 0) + (isBack ? -pushed : pushed);
    amount += pushed;
  }
  const own = [...flow.subarray(0, given)];
  return { amount, cost: own.reduce((sum, each, arc) => sum + each * costOf(arc), 0), flow: own };
}

/** A way that part of a flow takes. */
export interface FlowPath {
  /** Positions of its arcs, in order. */
  readonly arcs: readonly number[];
  readonly amount: number;
}

/**
 * A flow taken apart into ways from origins to markets, those of fewest arcs first; what goes round in circles is left.
 *
 * @param flow what each arc carries
 * @see Ahuja, R. K., Magnanti, T. L. and Orlin, J. B. (1993). Network Flows. Prentice Hall, section 3.5.
 */
export function flowPaths(
  arcs: readonly Pick<Arc, 'from' | 'to'>[],
  flow: readonly number[],
  origins: readonly string[],
  markets: readonly string[],
): FlowPath[] {
  const { size, source, sink, from, to, leaving, given } = indexed(
    arcs.map(({ from, to }) => ({ from, to, capacity: 0, cost: 0 })),
    origins,
    markets,
  );
  const dust = negligible * flow.reduce((most, one) => Math.max(most, one), 0);
  const left = Float64Array.from({ length: from.length }, (_, arc) => flow[arc] ?? 0);
  const balance = new Float64Array(size);
  for (let arc = 0; arc < given; arc++) {
    balance[from[arc] ?? 0] = (balance[from[arc] ?? 0] ?? 0) + (left[arc] ?? 0);
    balance[to[arc] ?? 0] = (balance[to[arc] ?? 0] ?? 0) - (left[arc] ?? 0);
  }
  // What an origin sends out beyond what it gets, and what a market keeps.
  for (let arc = given; arc < from.length; arc++)
    left[arc] = Math.max(
      0,
      from[arc] === source ? (balance[to[arc] ?? 0] ?? 0) : -(balance[from[arc] ?? 0] ?? 0),
    );
  const paths: FlowPath[] = [];
  for (;;) {
    const by = new Int32Array(size).fill(-1);
    const queue = [source];
    for (const place of queue)
      for (const arc of leaving[place] ?? []) {
        const tip = to[arc] ?? 0;
        if ((left[arc] ?? 0) <= dust || by[tip] !== -1 || tip === source) continue;
        by[tip] = arc;
        queue.push(tip);
      }
    if (by[sink] === -1) return paths;
    const path: number[] = [];
    for (let place = sink; place !== source; place = from[path[0] ?? 0] ?? source)
      path.unshift(by[place] ?? 0);
    const amount = Math.min(...path.map((arc) => left[arc] ?? 0));
    for (const arc of path) left[arc] = (left[arc] ?? 0) - amount;
    paths.push({ arcs: path.filter((arc) => arc < given), amount });
  }
}
