/** A pair of recurring resolutions, by the numbers of their roll calls. */
export interface Recurrence {
  readonly later: number;
  readonly earlier: number;
}

/**
 * Puts resolutions that recur under one number: chains of pairs collapse to the least.
 *
 * @returns for each number named in a pair the least of its chain
 * @example recurring([{ later: 331, earlier: 299 }, { later: 350, earlier: 331 }]).get(350) // 299
 */
export function recurring(pairs: readonly Recurrence[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  const root = (number: number): number => {
    let at = number;
    for (let next = first.get(at); next !== undefined && next !== at; next = first.get(at)) at = next;
    return at;
  };
  for (const { later, earlier } of pairs) {
    const [a, b] = [root(later), root(earlier)];
    first.set(Math.max(a, b), Math.min(a, b));
    first.set(Math.min(a, b), Math.min(a, b));
  }
  return new Map(pairs.flatMap(({ later, earlier }) => [later, earlier]).map((one) => [one, root(one)]));
}
