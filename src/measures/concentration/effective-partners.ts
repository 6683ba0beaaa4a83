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

/**
 * Effective number of partners, the inverse Herfindahl index: 1 / Σ pᵢ².
 *
 * @param amounts one per partner, in one unit; each finite and ≥ 0
 * @returns from 1 (one partner has it all) to `amounts.length` (all equal); a gap where the sum is 0
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @see Laakso, M. and Taagepera, R. (1979). Comparative Political Studies 12(1): 3–27.
 * @example effectivePartners([50, 30, 20]) // 2.6315…
 */
export function effectivePartners(amounts: readonly number[]): Value {
  const p = shares(amounts);
  return p ? 1 / p.reduce((total, share) => total + share ** 2, 0) : gap('no-records');
}

/** Shannon's entropy in nats, −Σ pᵢ ln pᵢ. */
const entropy = (p: readonly number[]): number =>
  -p.reduce((total, share) => total + (share > 0 ? share * Math.log(share) : 0), 0);

/**
 * Effective number of partners after Shannon: exp(−Σ pᵢ ln pᵢ). It gives small partners more say than the
 * inverse Herfindahl index, and is never below it.
 *
 * @returns from 1 to `amounts.length`; a gap where the sum is 0
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @see Hill, M. O. (1973). Diversity and evenness. Ecology 54(2): 427–432.
 * @example effectivePartnersShannon([50, 30, 20]) // 2.8000…
 */
export function effectivePartnersShannon(amounts: readonly number[]): Value {
  const p = shares(amounts);
  return p ? Math.exp(entropy(p)) : gap('no-records');
}

/**
 * Evenness J: Shannon's entropy over its maximum ln n, n the number of partners looked at, those with
 * nothing among them.
 *
 * @returns from 0 (one has it all) to 1 (all equal); a gap where the sum is 0 or there is but one partner
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @see Pielou, E. C. (1966). Journal of Theoretical Biology 13: 131–144.
 * @example evenness([50, 30, 20]) // 0.9372…
 */
export function evenness(amounts: readonly number[]): Value {
  const p = shares(amounts);
  if (!p) return gap('no-records');
  if (amounts.length < 2) return gap('not-applicable', 'one partner alone is neither even nor uneven');
  return Math.min(1, entropy(p) / Math.log(amounts.length));
}
