import type { Arc } from '../../src/measures/index.ts';

/** The network of figure 26.6 in Cormen, Leiserson, Rivest and Stein (2009), Introduction to Algorithms, third edition. */
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

/** Arcs both ways between the places of pairs. */
export const bothWays = (pairs: readonly (readonly [string, string])[], cost = 1): Arc[] =>
  pairs.flatMap(([a, b]) => [
    { from: a, to: b, capacity: 1, cost },
    { from: b, to: a, capacity: 1, cost },
  ]);

/** A path of five places. */
export const path: readonly Arc[] = bothWays([
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'd'],
  ['d', 'e'],
]);

/** The network by which Yen’s algorithm is usually taught. */
export const yen: readonly Arc[] = (
  [
    ['C', 'D', 3],
    ['C', 'E', 2],
    ['D', 'F', 4],
    ['E', 'D', 1],
    ['E', 'F', 2],
    ['E', 'G', 3],
    ['F', 'G', 2],
    ['F', 'H', 1],
    ['G', 'H', 2],
  ] as const
).map(([from, to, cost]) => ({ from, to, cost, capacity: 1 }));

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
