import { logGamma } from './beta.ts';

/**
 * Regularised lower incomplete gamma function P(a, x): by its series below a + 1, by Lentz's continued fraction above.
 *
 * @param a above 0
 * @param x at least 0
 * @see Abramowitz, M. and Stegun, I. A. (1964). Handbook of Mathematical Functions, 6.5.29 and 6.5.31.
 */
export function incompleteGamma(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const step = n * (a - n);
    b += 2;
    d = 1 / (step * d + b || tiny);
    c = b + step / c || tiny;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return 1 - front * fraction;
}

/** The x for which P(a, x) = p, by bisection to 1e-12 of its size. */
export function gammaQuantile(p: number, a: number): number {
  let high = a + 1;
  while (incompleteGamma(a, high) < p) high *= 2;
  let low = 0;
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (incompleteGamma(a, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
