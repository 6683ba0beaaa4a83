import fc from 'fast-check';
import type { Arc } from '../../../src/measures/index.ts';

/** Places of the random networks: goods set out at a and are wanted at e. */
export const places = ['a', 'b', 'c', 'd', 'e'] as const;

/** Networks small enough to try everything; capacities and costs are whole numbers. */
export const smallNetworks: fc.Arbitrary<Arc[]> = fc.array(
  fc
    .record({
      from: fc.constantFrom(...places),
      to: fc.constantFrom(...places),
      capacity: fc.nat(4),
      cost: fc.integer({ min: 1, max: 5 }),
    })
    .filter(({ from, to }) => from !== to),
  { minLength: 1, maxLength: 9 },
);

/** Every way from one place to another that passes no place twice, found by trying. */
export function allWays(
  arcs: readonly Pick<Arc, 'from' | 'to' | 'cost'>[],
  from: string,
  to: string,
  passed: readonly string[] = [],
): { readonly arcs: readonly number[]; readonly cost: number }[] {
  if (from === to) return [{ arcs: [], cost: 0 }];
  return arcs.flatMap((arc, at) =>
    arc.from !== from || passed.includes(arc.to)
      ? []
      : allWays(arcs, arc.to, to, [...passed, from]).map((rest) => ({
          arcs: [at, ...rest.arcs],
          cost: arc.cost + rest.cost,
        })),
  );
}
