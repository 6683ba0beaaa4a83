import { gap, type Value } from '../../model/gap.ts';
import type { Signs } from '../vectors/layers.ts';

/** Ideal points are standardised, so three units are three standard deviations of all state-sessions: full rivalry. */
export const fullRivalry = 3;

/** Arithmetic mean; of nothing NaN. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
export const meanOrGap = (values: readonly number[]): Value =>
  values.length > 0 ? mean(values) : gap('no-records');

/**
 * Contradiction K = Σ over pairs j ≠ k of wⱼ wₖ cⱼₖ, cⱼₖ = min(1, |θⱼ − θₖ| / 3): how far apart in the General
 * Assembly two ties drawn at random lie. Close ties with rivals give a high K; breadth without K is diversification.
 *
 * @returns from 0 to 1; a gap where fewer than two partners have both a weight and a position
 */
export function contradiction(
  weights: ReadonlyMap<string, number>,
  positions: ReadonlyMap<string, number>,
): Value {
  const placed = [...weights].filter(([partner]) => positions.has(partner));
  const total = placed.reduce((sum, [, weight]) => sum + weight, 0);
  if (placed.length < 2 || total === 0)
    return gap('too-few-records', 'fewer than two partners have a position');
  let sum = 0;
  for (const [j, wj] of placed)
    for (const [k, wk] of placed) {
      const distance = Math.abs((positions.get(j) ?? 0) - (positions.get(k) ?? 0));
      sum += ((wj * wk) / total ** 2) * Math.min(1, distance / fullRivalry);
    }
  return sum;
}

/** Cosine of the angle between the weights of two dimensions: 1 where they are spread alike, 0 where no partner is in both. */
export function similarity(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): number | undefined {
  const dot = [...a].reduce((sum, [partner, weight]) => sum + weight * (b.get(partner) ?? 0), 0);
  const norm = Math.hypot(...a.values()) * Math.hypot(...b.values());
  return norm > 0 ? dot / norm : undefined;
}

/**
 * Issue split: 1 − mean cosine similarity between the weights of each two dimensions.
 *
 * @returns from 0 (the same partners everywhere) to 1 (others in each dimension)
 */
export function issueSplit(profiles: readonly ReadonlyMap<string, number>[]): Value {
  const similarities = profiles.flatMap((a, i) =>
    profiles.slice(i + 1).flatMap((b) => similarity(a, b) ?? []),
  );
  return similarities.length > 0
    ? Math.max(0, 1 - mean(similarities))
    : gap('too-few-records', 'fewer than two dimensions have weights');
}

/** 4 p (1 − p), p the cooperative share: 0 where all acts are alike, 1 where half are friendly and half hostile. */
export const mixture = ({
  cooperative: c,
  conflictual: k,
}: Pick<Signs, 'cooperative' | 'conflictual'>): number => (4 * c * k) / (c + k) ** 2;

/**
 * Signal variance: 4 p (1 − p), p the cooperative share of the signed records about a partner, weighted by how many
 * there are: friendly and hostile acts to the same partner.
 *
 * @returns from 0 (each partner is met in one way only) to 1 (as many hostile as friendly acts to each)
 */
export function signalVariance(signs: readonly Pick<Signs, 'cooperative' | 'conflictual'>[]): Value {
  const counted = signs
    .map((one) => ({ n: one.cooperative + one.conflictual, mix: mixture(one) }))
    .filter(({ n }) => n > 0);
  const total = counted.reduce((sum, { n }) => sum + n, 0);
  return total > 0 ? counted.reduce((sum, { n, mix }) => sum + n * mix, 0) / total : gap('no-records');
}
