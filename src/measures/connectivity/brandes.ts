import { MultivectorError } from '../../model/errors.ts';
import type { Arc } from './arcs.ts';

/** Ways as long as this share of a length apart are equally long. */
export const sameLength = 1e-9;

type Link = Pick<Arc, 'from' | 'to' | 'cost'>;

/** Cheapest ways from one place: how long, how many, in which order they are reached and from where. */
interface Reach {
  readonly length: ReadonlyMap<string, number>;
  readonly ways: ReadonlyMap<string, number>;
  readonly order: readonly string[];
  readonly before: ReadonlyMap<string, readonly string[]>;
}

/** @throws MultivectorError `input`, if a cost is not finite and above 0: ways could not be counted in order */
const linksFrom = (arcs: readonly Link[]): ReadonlyMap<string, readonly Link[]> => {
  const wrong = arcs.find(({ cost }) => !(cost > 0 && Number.isFinite(cost)));
  if (wrong)
    throw new MultivectorError(
      'input',
      `cost of ${wrong.from} – ${wrong.to} is ${wrong.cost}; betweenness needs costs above 0`,
    );
  const leaving = new Map<string, Link[]>();
  for (const arc of arcs) leaving.set(arc.from, [...(leaving.get(arc.from) ?? []), arc]);
  return leaving;
};

const isNearly = (a: number, b: number): boolean => Math.abs(a - b) <= sameLength * Math.max(a, b);

/** Dijkstra’s search, counting ways that are equally cheap. */
function reach(leaving: ReadonlyMap<string, readonly Link[]>, start: string): Reach {
  const length = new Map([[start, 0]]);
  const ways = new Map([[start, 1]]);
  const before = new Map<string, string[]>();
  const order: string[] = [];
  const open = new Set([start]);
  while (open.size > 0) {
    const [first = start, ...others] = open;
    const at = others.reduce(
      (best, one) => ((length.get(one) ?? 0) < (length.get(best) ?? 0) ? one : best),
      first,
    );
    open.delete(at);
    order.push(at);
    const sofar = length.get(at) ?? 0;
    for (const { to, cost } of leaving.get(at) ?? []) {
      if (to === start || (!open.has(to) && length.has(to))) continue;
      const total = sofar + cost;
      const known = length.get(to);
      if (known !== undefined && isNearly(known, total)) {
        ways.set(to, (ways.get(to) ?? 0) + (ways.get(at) ?? 0));
        before.set(to, [...(before.get(to) ?? []), at]);
      } else if (known === undefined || total < known) {
        length.set(to, total);
        ways.set(to, ways.get(at) ?? 0);
        before.set(to, [at]);
        open.add(to);
      }
    }
  }
  return { length, ways, order, before };
}

/**
 * Betweenness of each place: the sum over ordered pairs of other places of the share of the cheapest ways between them
 * that pass it. Where every arc has one back, each pair counts twice.
 *
 * @param arcs with costs > 0; parallel arcs of equal cost are several ways
 * @param sources, targets the pairs that count; by default every place
 * @returns by place; from 0 to the number of pairs
 * @see Brandes, U. (2001). A faster algorithm for betweenness centrality. Journal of Mathematical Sociology
 *   25(2): 163–177.
 * @example betweenness([{ from: 'a', to: 'b', cost: 1 }, { from: 'b', to: 'c', cost: 1 }]).get('b') // 1
 */
export function betweenness(
  arcs: readonly Link[],
  sources?: readonly string[],
  targets?: readonly string[],
): Map<string, number> {
  const places = [...new Set(arcs.flatMap(({ from, to }) => [from, to]))];
  const counts = new Set(targets ?? places);
  const leaving = linksFrom(arcs);
  const sum = new Map(places.map((place) => [place, 0]));
  for (const source of new Set(sources ?? places)) {
    const { order, ways, before } = reach(leaving, source);
    const passed = new Map<string, number>();
    for (const place of order.toReversed()) {
      const share = ((counts.has(place) ? 1 : 0) + (passed.get(place) ?? 0)) / (ways.get(place) ?? 1);
      for (const earlier of before.get(place) ?? [])
        passed.set(earlier, (passed.get(earlier) ?? 0) + (ways.get(earlier) ?? 0) * share);
      if (place !== source) sum.set(place, (sum.get(place) ?? 0) + (passed.get(place) ?? 0));
    }
  }
  return sum;
}

/**
 * The share of the cheapest ways between origins and markets that takes one of some arcs, averaged over the pairs
 * that are joined at all. Where the arcs are those of a state, it is the state's betweenness.
 *
 * @param isMember whether an arc, by its position, is one of them
 * @returns in [0, 1], and how many pairs are joined; 0 of 0 where none is
 */
export function shareOfCheapestWays(
  arcs: readonly Link[],
  origins: readonly string[],
  markets: readonly string[],
  isMember: (arc: number) => boolean,
): { readonly share: number; readonly pairs: number } {
  const all = linksFrom(arcs);
  const others = linksFrom(arcs.filter((_, arc) => !isMember(arc)));
  const shares = [...new Set(origins)].flatMap((origin) => {
    const [with_, without] = [reach(all, origin), reach(others, origin)];
    return [...new Set(markets)].flatMap((market) => {
      const length = with_.length.get(market);
      if (length === undefined || market === origin) return [];
      const spared = without.length.get(market);
      const isAsShort = spared !== undefined && isNearly(spared, length);
      return [1 - (isAsShort ? (without.ways.get(market) ?? 0) / (with_.ways.get(market) ?? 1) : 0)];
    });
  });
  const pairs = shares.length;
  return { share: pairs === 0 ? 0 : shares.reduce((sum, one) => sum + one, 0) / pairs, pairs };
}
