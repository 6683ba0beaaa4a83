import { inverseMills, logNormalProbability } from './normal.ts';

/** How a state voted, in the order of the model: 1 yes, 2 abstention, 3 no; 0 where it did not vote. */
export type Choice3 = 0 | 1 | 2 | 3;

/**
 * Log-probability of a vote: ln [Φ(upper − x) − Φ(lower − x)], the lower cutpoint of yes being −∞, the upper of no ∞.
 *
 * @param choice 1 yes, 2 abstention, 3 no
 * @param x β θ
 * @example responseLog(3, 0, 0, 0) // -0.693…
 */
export function responseLog(choice: number, x: number, lower: number, upper: number): number {
  if (choice === 1) return logNormalProbability(lower - x);
  if (choice === 3) return logNormalProbability(x - upper);
  let high = upper - x;
  let low = lower - x;
  if (high + low > 0) [high, low] = [-low, -high];
  const top = logNormalProbability(high);
  return top + Math.log(-Math.expm1(logNormalProbability(low) - top));
}

/** What `abstention` writes: φ(u) / D and φ(l) / D with D = Φ(u) − Φ(l). */
export const abstention = { upper: 0, lower: 0 };

/** The two densities at the ends of an abstention's interval over its probability, without 0 / 0 far out. */
export function atAbstention(low: number, high: number): void {
  if (high + low > 0) {
    const top = logNormalProbability(-low);
    const ratio = Math.exp(logNormalProbability(-high) - top);
    const rest = 1 - ratio;
    abstention.lower = inverseMills(-low) / rest;
    abstention.upper = (inverseMills(-high) * ratio) / rest;
    return;
  }
  const top = logNormalProbability(high);
  const ratio = Math.exp(logNormalProbability(low) - top);
  const rest = 1 - ratio;
  abstention.upper = inverseMills(high) / rest;
  abstention.lower = (inverseMills(low) * ratio) / rest;
}
