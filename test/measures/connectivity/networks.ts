import fc from 'fast-check';
import type { Arc } from '../../../src/measures/index.ts';

/** Figure 26.1 of Cormen, Leiserson, Rivest and Stein (2009), Introduction to Algorithms, third edition. */
export const clrs: readonly Arc[] = (
  [
    ['s', 'v1', 16],
    ['s', 'v2', 13],
    ['v1', 'v3', 12],
    ['v2', 'v1', 4],
    ['v2', 'v4', 14],
    ['v3', 'v2', 9],
    ['v3', 't', 20],
    ['v4', 'v3', 7],
    ['v4', 't', 4],
  ] as const
).map(([from, to, capacity]) => ({ from, to, capacity, cost: 1 }));

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

/** Arcs both ways between the places of pairs. */
export const bothWays = (pairs: readonly (readonly [string, string])[], cost = 1): Arc[] =>
  pairs.flatMap(([a, b]) => [
    { from: a, to: b, capacity: 1, cost },
    { from: b, to: a, capacity: 1, cost },
  ]);

/**
 * Marriages between families of Florence, about 1430.
 *
 * @see Padgett, J. F. and Ansell, C. K. (1993). American Journal of Sociology 98(6): 1259–1319.
 */
export const florence: readonly Arc[] = bothWays([
  ['Acciaiuoli', 'Medici'],
  ['Castellani', 'Peruzzi'],
  ['Castellani', 'Strozzi'],
  ['Castellani', 'Barbadori'],
  ['Medici', 'Barbadori'],
  ['Medici', 'Ridolfi'],
  ['Medici', 'Tornabuoni'],
  ['Medici', 'Albizzi'],
  ['Medici', 'Salviati'],
  ['Salviati', 'Pazzi'],
  ['Peruzzi', 'Strozzi'],
  ['Peruzzi', 'Bischeri'],
  ['Strozzi', 'Ridolfi'],
  ['Strozzi', 'Bischeri'],
  ['Ridolfi', 'Tornabuoni'],
  ['Tornabuoni', 'Guadagni'],
  ['Albizzi', 'Ginori'],
  ['Albizzi', 'Guadagni'],
  ['Bischeri', 'Guadagni'],
  ['Guadagni', 'Lamberteschi'],
]);
