import type { Random } from '../random.ts';

/** Where rejection from the exponential begins to be cheaper than from the normal, and from the uniform. */
const tailFrom = 0.3;
const narrow = 2.5;
const mostUniform = 2;

/**
 * A standard normal number above `a`.
 *
 * @see Robert, C. P. (1995). Simulation of truncated normal variables. Statistics and Computing 5: 121–125.
 */
export function normalAbove(a: number, { normal, uniform }: Random): number {
  if (a < tailFrom)
    for (;;) {
      const x = normal();
      if (x > a) return x;
    }
  const rate = (a + Math.sqrt(a * a + 4)) / 2;
  for (;;) {
    const x = a - Math.log(1 - uniform()) / rate;
    if (Math.log(1 - uniform()) <= -((x - rate) ** 2) / 2) return x;
  }
}

/** A standard normal number between `low` and `high`. */
export function normalBetween(low: number, high: number, random: Random): number {
  if (high < 0) return -normalBetween(-high, -low, random);
  const width = high - low;
  if (low > 0 && width * low > mostUniform)
    for (;;) {
      const x = normalAbove(low, random);
      if (x < high) return x;
    }
  if (low <= 0 && width > narrow)
    for (;;) {
      const x = random.normal();
      if (x > low && x < high) return x;
    }
  const nearest = Math.max(low, 0);
  for (;;) {
    const x = low + width * random.uniform();
    if (Math.log(1 - random.uniform()) <= (nearest * nearest - x * x) / 2) return x;
  }
}
