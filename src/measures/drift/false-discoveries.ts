/** Share of false findings among those that are kept. */
export const usualDiscoveryRate = 0.1;

/**
 * Which of many findings hold when at most a share `rate` of those kept is to be false.
 *
 * @param probabilities p values, each in [0, 1]
 * @returns one for each, in their order
 * @see Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical
 *   Society B 57(1): 289–300.
 * @example benjaminiHochberg([0.01, 0.9, 0.02], 0.05) // [true, false, true]
 */
export function benjaminiHochberg(probabilities: readonly number[], rate = usualDiscoveryRate): boolean[] {
  const sorted = probabilities.toSorted((a, b) => a - b);
  const rank = sorted.findLastIndex((p, i) => p <= (rate * (i + 1)) / sorted.length);
  const greatest = sorted[rank] ?? -1;
  return probabilities.map((p) => p <= greatest);
}
