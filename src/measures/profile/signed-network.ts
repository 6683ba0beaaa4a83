import { MultivectorError } from '../../model/errors.ts';
import { gap, type Value } from '../../model/gap.ts';

/** Signs between actors: symmetric, 1 friends, −1 rivals, 0 neither; nothing on the diagonal. */
export type SignedNetwork = readonly (readonly (-1 | 0 | 1)[])[];

/** More actors than this are too many for an exact search of all divisions into two camps. */
export const mostForFrustration = 20;

const at = (a: readonly (readonly number[])[], i: number, j: number): number => a[i]?.[j] ?? 0;

function checkSymmetric(a: SignedNetwork): void {
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j <= i; j++)
      if (at(a, i, j) !== at(a, j, i) || (i === j && at(a, i, i) !== 0))
        throw new MultivectorError(
          'input',
          `signs ${i} and ${j}: not symmetric, or an actor has a sign with itself`,
        );
}

const trianglesOf = (
  a: SignedNetwork,
): { readonly i: number; readonly j: number; readonly k: number; readonly sign: number }[] =>
  a.flatMap((_, i) =>
    a.slice(i + 1).flatMap((_, x) => {
      const j = i + 1 + x;
      return a.slice(j + 1).flatMap((_, y) => {
        const k = j + 1 + y;
        const sign = at(a, i, j) * at(a, j, k) * at(a, i, k);
        return sign === 0 ? [] : [{ i, j, k, sign }];
      });
    }),
  );

/**
 * Degree of balance by triangles: T = (tr A³ + tr |A|³) / (2 tr |A|³), the share of triangles in which the product of
 * the signs is positive: the friend of a friend is a friend, the friend of a rival a rival.
 *
 * @returns from 0 (no triangle is balanced) to 1 (all are); a gap where there is none
 * @throws MultivectorError `input`, if the signs are not symmetric
 * @see Cartwright, D. and Harary, F. (1956). Structural balance. Psychological Review 63(5): 277–293.
 * @example triangleBalance([[0, 1, 1], [1, 0, -1], [1, -1, 0]]) // 0
 */
export function triangleBalance(a: SignedNetwork): Value {
  checkSymmetric(a);
  const triangles = trianglesOf(a);
  if (triangles.length === 0)
    return gap('not-applicable', 'no three that are all friends or rivals of each other');
  return triangles.filter(({ sign }) => sign > 0).length / triangles.length;
}

/** tr e^M = Σ e^λ of a symmetric matrix, by Taylor's series of M / 2ˢ, squared s times. */
function traceOfExponential(m: readonly (readonly number[])[]): number {
  const n = m.length;
  const norm = Math.max(1, ...m.map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)));
  const squarings = Math.ceil(Math.log2(norm)) + 4;
  const multiply = (x: readonly (readonly number[])[], y: readonly (readonly number[])[]) =>
    x.map((_, i) => x.map((_, j) => x.reduce((sum, _, k) => sum + at(x, i, k) * at(y, k, j), 0)));
  const identity = m.map((_, i) => m.map((_, j) => (i === j ? 1 : 0)));
  const small = m.map((row) => row.map((x) => x / 2 ** squarings));
  let [term, sum] = [identity as number[][], identity as number[][]];
  for (let k = 1; k <= 12; k++) {
    term = multiply(term, small).map((row) => row.map((x) => x / k));
    sum = sum.map((row, i) => row.map((x, j) => x + at(term, i, j)));
  }
  for (let s = 0; s < squarings; s++) sum = multiply(sum, sum);
  return Array.from({ length: n }, (_, i) => at(sum, i, i)).reduce((total, x) => total + x, 0);
}

/**
 * Degree of balance by closed walks of any length: tr e^A / tr e^|A|, short walks counting more.
 *
 * @returns above 0, to 1 where no closed walk is unbalanced; a gap where there are no actors
 * @throws MultivectorError `input`, if the signs are not symmetric
 * @see Estrada, E. and Benzi, M. (2014). Walk-based measure of balance in signed networks. Physical Review E 90: 042802.
 * @example walkBalance([[0, 1, 1], [1, 0, -1], [1, -1, 0]]) // 0.6857…
 */
export function walkBalance(a: SignedNetwork): Value {
  checkSymmetric(a);
  if (a.length === 0) return gap('no-records');
  return traceOfExponential(a) / traceOfExponential(a.map((row) => row.map((x) => Math.abs(x))));
}

/**
 * Frustration: how many signs at least would have to change for all to fall into two camps, friends within and rivals
 * between; exact, over all divisions.
 *
 * @returns from 0 (balanced) up; a gap for more actors than `mostForFrustration`
 * @throws MultivectorError `input`, if the signs are not symmetric
 * @see Harary, F. (1959). On the measurement of structural balance. Behavioral Science 4(4): 316–323.
 * @example frustration([[0, 1, 1], [1, 0, -1], [1, -1, 0]]) // 1
 */
export function frustration(a: SignedNetwork): Value {
  checkSymmetric(a);
  const n = a.length;
  if (n === 0) return gap('no-records');
  if (n > mostForFrustration) return gap('not-applicable', `more than ${mostForFrustration} actors`);
  let least = Number.POSITIVE_INFINITY;
  for (let camps = 0; camps < 2 ** (n - 1); camps++) {
    let wrong = 0;
    for (let i = 0; i < n && wrong < least; i++)
      for (let j = 0; j < i; j++) {
        const together = ((camps >> i) & 1) === ((camps >> j) & 1);
        if (at(a, i, j) === (together ? -1 : 1)) wrong += 1;
      }
    least = Math.min(least, wrong);
  }
  return least;
}

/** Triangles in which the first actor is a friend of two that are rivals of each other: where it is pressed to choose. */
export const pressurePoints = (a: SignedNetwork): (readonly [number, number])[] =>
  trianglesOf(a).flatMap(({ i, j, k, sign }) =>
    i === 0 && sign < 0 && at(a, 0, j) === 1 && at(a, 0, k) === 1 ? [[j, k] as const] : [],
  );
