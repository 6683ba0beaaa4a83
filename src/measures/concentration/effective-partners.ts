import { gap, type Value } from '../../model/gap.ts';
import { entropy, hill, shares } from './hill.ts';

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
  const p = shares(amounts); // not by `hill`: no logarithm, so that few partners give exact numbers
  return p ? 1 / p.reduce((total, share) => total + share ** 2, 0) : gap('no-records');
}

/**
 * Effective number of partners after Shannon: exp(−Σ pᵢ ln pᵢ). It gives small partners more say than the
 * inverse Herfindahl index, and is never below it.
 *
 * @returns from 1 to `amounts.length`; a gap where the sum is 0
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @see Hill, M. O. (1973). Diversity and evenness. Ecology 54(2): 427–432.
 * @example effectivePartnersShannon([50, 30, 20]) // 2.8000…
 */
export const effectivePartnersShannon = (amounts: readonly number[]): Value => hill(amounts, 1);

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
