import { MultivectorError } from '../../model/errors.ts';
import { gap, type Value } from '../../model/gap.ts';

/**
 * Shares of a total: pᵢ = xᵢ / Σ x.
 *
 * @param amounts in one unit; each finite and ≥ 0
 * @returns as many numbers in [0, 1], summing to 1; nothing where the sum is 0
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @example shares([30, 10]) // [0.75, 0.25]
 */
export function shares(amounts: readonly number[]): number[] | undefined {
  const wrong = amounts.find((amount) => !(amount >= 0 && Number.isFinite(amount)));
  if (wrong !== undefined)
    throw new MultivectorError('input', `an amount is ${wrong}; it must be finite and ≥ 0`);
  const largest = amounts.reduce((most, amount) => Math.max(most, amount), 0);
  if (largest === 0) return undefined;
  const scaled = amounts.map((amount) => amount / largest); // so that no sum overflows
  const sum = scaled.reduce((total, s) => total + s, 0);
  return scaled.map((s) => s / sum);
}

/** Shannon's entropy in nats, −Σ pᵢ ln pᵢ, of shares that sum to 1. */
export const entropy = (p: readonly number[]): number =>
  -p.reduce((total, share) => total + (share > 0 ? share * Math.log(share) : 0), 0);

/**
 * Hill number of order q, an effective number of partners: (Σ pᵢ^q)^(1/(1−q)), and its limit exp(−Σ pᵢ ln pᵢ) for
 * q = 1. The greater the order, the less small partners count: 0 counts every partner that has something, 1 is Shannon’s
 * number, 2 the inverse Herfindahl index, ∞ the inverse of the greatest share.
 *
 * @param amounts one per partner, in one unit; each finite and ≥ 0
 * @param order q ≥ 0
 * @returns from 1 (one partner has it all) to `amounts.length` (all equal); a gap where the sum is 0
 * @throws MultivectorError `input`, if an amount is negative or not finite, or the order is negative or not a number
 * @see Hill, M. O. (1973). Diversity and evenness: a unifying notation and its consequences. Ecology 54(2): 427–432.
 * @example hill([50, 30, 20], 2) // 2.6315…
 */
export function hill(amounts: readonly number[], order: number): Value {
  if (!(order >= 0))
    throw new MultivectorError('input', `the order of a Hill number is ${order}; it must be ≥ 0`);
  const p = shares(amounts)?.filter((share) => share > 0);
  if (!p) return gap('no-records');
  if (order === 1) return Math.exp(entropy(p));
  const greatest = Math.max(...p);
  if (order === Number.POSITIVE_INFINITY) return 1 / greatest;
  // Scaled by the greatest share, so that a high order does not underflow: Σ (p/g)^q · g^q.
  const sum = p.reduce((total, share) => total + (share / greatest) ** order, 0);
  return Math.exp((Math.log(sum) + order * Math.log(greatest)) / (1 - order));
}
