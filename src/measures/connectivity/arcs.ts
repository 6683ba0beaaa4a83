import { MultivectorError } from '../../model/errors.ts';

/** A way in one direction between two places of a network; several may join the same two. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  /** Greatest amount that it carries, finite and ≥ 0. */
  readonly capacity: number;
  /** Cost of carrying one unit along it, finite and ≥ 0. */
  readonly cost: number;
}

/** Places by number, and the arcs that leave each; one more place before all origins and one behind all markets. */
export interface Indexed {
  readonly size: number;
  /** Number of the place before all origins. */
  readonly source: number;
  /** Number of the place behind all markets. */
  readonly sink: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Arcs that leave each place; those beyond the given ones join the origins and the markets. */
  readonly leaving: readonly (readonly number[])[];
  /** Arcs of the network itself; the others cost nothing and carry anything. */
  readonly given: number;
}

/** Amounts smaller than this share of the greatest capacity are rounding. */
export const negligible = 1e-12;

const checkAmounts = (
  arcs: readonly Pick<Arc, 'from' | 'to'>[],
  name: string,
  of: (at: number) => number,
) => {
  for (const [at, { from, to }] of arcs.entries())
    if (!(of(at) >= 0 && Number.isFinite(of(at))))
      throw new MultivectorError(
        'input',
        `${name} of ${from} – ${to} is ${of(at)}; it must be finite and ≥ 0`,
      );
};

/**
 * The network with its places numbered.
 *
 * @throws MultivectorError `input` where an amount is negative or not finite, where there is no origin or no market,
 *   or where a place is both
 */
export function indexed(
  arcs: readonly Arc[],
  origins: readonly string[],
  markets: readonly string[],
): Indexed {
  checkAmounts(arcs, 'capacity', (at) => arcs[at]?.capacity ?? 0);
  checkAmounts(arcs, 'cost', (at) => arcs[at]?.cost ?? 0);
  if (origins.length === 0 || markets.length === 0)
    throw new MultivectorError(
      'input',
      `a network needs an origin and a market; it has no ${origins.length === 0 ? 'origin' : 'market'}`,
    );
  const both = origins.find((origin) => markets.includes(origin));
  if (both !== undefined)
    throw new MultivectorError('input', `“${both}” is an origin and a market; it must be one of them`);
  const numbers = new Map<string, number>();
  const number = (place: string): number => {
    const known = numbers.get(place);
    if (known !== undefined) return known;
    numbers.set(place, numbers.size);
    return numbers.size - 1;
  };
  const ends = arcs.map(({ from, to }) => [number(from), number(to)] as const);
  const firsts = [...new Set(origins)].map(number);
  const lasts = [...new Set(markets)].map(number);
  const [source, sink] = [numbers.size, numbers.size + 1];
  const all = [
    ...ends,
    ...firsts.map((place) => [source, place] as const),
    ...lasts.map((place) => [place, sink] as const),
  ];
  const leaving: number[][] = Array.from({ length: numbers.size + 2 }, () => []);
  for (const [arc, [from]] of all.entries()) leaving[from]?.push(arc);
  return {
    size: numbers.size + 2,
    source,
    sink,
    from: Int32Array.from(all, ([from]) => from),
    to: Int32Array.from(all, ([, to]) => to),
    leaving,
    given: arcs.length,
  };
}
