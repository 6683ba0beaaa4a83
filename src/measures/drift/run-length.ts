import { normalProbability } from '../ideal-points/normal.ts';

/** States into which a sum below the height is cut; the run length is then right to four digits. */
export const chainStates = 150;

interface Scheme {
  readonly k: number;
  readonly h: number;
  /** True shift of the level in standard deviations; 0 is a steady series. */
  readonly shift?: number;
}

/** From which state to which, without an alarm: the sum's states are midpoints, the first holds what is about 0. */
function transitions({ k, h, shift = 0 }: Scheme): Float64Array[] {
  const width = (2 * h) / (2 * chainStates - 1);
  const below = (steps: number): number => normalProbability(steps * width + width / 2 + k - shift);
  return Array.from({ length: chainStates }, (_, i) =>
    Float64Array.from({ length: chainStates }, (_, j) => below(j - i) - (j === 0 ? 0 : below(j - i - 1))),
  );
}

/** Solves A x = 1 by elimination with the greatest pivot. */
function solveForOnes(rows: readonly Float64Array[]): Float64Array {
  const n = rows.length;
  const a = rows.map((row) => Float64Array.from([...row, 1]));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(a[row]?.[column] ?? 0) > Math.abs(a[pivot]?.[column] ?? 0)) pivot = row;
    const [here, there] = [a[column], a[pivot]];
    if (!here || !there) continue;
    a[column] = there;
    a[pivot] = here;
    for (const target of a.slice(column + 1)) {
      const factor = (target[column] as number) / (there[column] as number);
      if (factor !== 0)
        for (let j = column; j <= n; j++) target[j] = (target[j] as number) - factor * (there[j] as number);
    }
  }
  const x = new Float64Array(n);
  for (let row = n - 1; row >= 0; row--) {
    const own = a[row] ?? x;
    let rest = own[n] ?? 0;
    for (let j = row + 1; j < n; j++) rest -= (own[j] ?? 0) * (x[j] ?? 0);
    x[row] = rest / (own[row] ?? 1);
  }
  return x;
}

/** Mean number of values until one of the two sums, begun at 0, gives an alarm. */
function oneSided(scheme: Scheme): number {
  const staying = transitions(scheme);
  const equations = staying.map((row, i) => row.map((p, j) => (i === j ? 1 : 0) - p));
  return solveForOnes(equations)[0] ?? Number.NaN;
}

/**
 * Average run length of a two-sided CUSUM: how many independent normal values pass on average before an alarm. For a
 * steady series it is how rarely an alarm is false.
 *
 * @returns above 1
 * @see Brook, D. and Evans, D. A. (1972). An approach to the probability distribution of cusum run length. Biometrika
 *   59(3): 539–549; van Dobben de Bruyn, C. S. (1968). Cumulative Sum Tests. Griffin, for 1/ARL = 1/ARL⁺ + 1/ARL⁻.
 * @example averageRunLength({k: 0.5, h: 5}) // 465.3…
 */
export function averageRunLength({ k, h, shift = 0 }: Scheme): number {
  if (shift === 0) return oneSided({ k, h }) / 2;
  return 1 / (1 / oneSided({ k, h, shift }) + 1 / oneSided({ k, h, shift: -shift }));
}

/**
 * Probability that a steady series of so many values gives an alarm on either side, the two taken as independent.
 *
 * @returns in [0, 1]
 */
export function falseAlarmProbability({ k, h, values }: Scheme & { readonly values: number }): number {
  if (h <= 0) return 1;
  const staying = transitions({ k, h });
  let without = new Float64Array(chainStates).fill(1);
  for (let step = 0; step < values; step++) {
    const next = new Float64Array(chainStates);
    for (const [i, row] of staying.entries()) {
      let sum = 0;
      for (let j = 0; j < chainStates; j++) sum += (row[j] as number) * (without[j] as number);
      next[i] = sum;
    }
    without = next;
  }
  return 1 - (without[0] ?? 0) ** 2;
}
