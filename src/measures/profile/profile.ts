import { actorsOf } from '../../model/actors.ts';
import { type Dimension, dimensions } from '../../model/dimension.ts';
import { gap, isGap, type Value } from '../../model/gap.ts';
import type { Profile, ProfilePart, ProfileTerm } from '../../model/measured.ts';
import type { Records } from '../../model/records.ts';
import { fewestRecords } from '../events/event-balance.ts';
import { countSigns, type Signs } from '../vectors/layers.ts';
import { recordYears } from '../vectors/mapping.ts';
import { ownFigure } from '../vectors/observed.ts';
import { recordsOf } from '../vectors/signed-records.ts';
import type { Measured } from '../vectors/vectors.ts';
import { bands } from './bands.ts';
import { commitmentChecks } from './commitments.ts';

type ByDimension = ReadonlyMap<Dimension, Measured>;

/** Ideal points are standardised, so three units are three standard deviations of all state-sessions: full rivalry. */
export const fullRivalry = 3;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const meanOrGap = (values: readonly number[]): Value =>
  values.length > 0 ? mean(values) : gap('no-records');

function own(measured: Measured): Map<string, number> {
  return new Map(
    measured.vectors.flatMap(({ partner, weight, within }) =>
      isGap(weight) || within ? [] : [[partner, weight] as const],
    ),
  );
}

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
function similarity(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number | undefined {
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
const mixture = ({ cooperative: c, conflictual: k }: Pick<Signs, 'cooperative' | 'conflictual'>): number =>
  (4 * c * k) / (c + k) ** 2;

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

/** What “multi-vector” means in numbers: six figures, their bands, and a label from written rules. Never one score. */
export function profile(records: Records, year: number, measured: ByDimension): Profile {
  const withWeights = dimensions.flatMap((dimension) => {
    const found = measured.get(dimension);
    return found && own(found).size > 0 ? [{ dimension, weights: own(found), balance: found.balance }] : [];
  });
  const positions = new Map(
    records.partners.flatMap((partner) => {
      const position = ownFigure(records, partner, 'ideal-point', year);
      return position ? [[partner, position.value] as const] : [];
    }),
  );
  const most = withWeights
    .flatMap(({ dimension, weights }) =>
      [...weights].map(([partner, weight]) => ({ dimension, partner, weight })),
    )
    .toSorted((a, b) => b.weight - a.weight)[0];
  const name = (partner: string) => actorsOf(records).name(partner);
  const signed = dimensions.flatMap((dimension) => recordsOf(records, dimension, year, recordYears));
  const signs = records.partners
    .map((partner) => ({ partner, ...countSigns(signed, partner) }))
    .filter(({ n }) => n >= fewestRecords);

  const breadth = withWeights.flatMap(
    ({ dimension, balance: { effectivePartners: value } }): ProfileTerm[] =>
      isGap(value) ? [] : [{ about: dimension, dimension, value }],
  );
  const rivalry = withWeights.flatMap(({ dimension, weights }): ProfileTerm[] => {
    const value = contradiction(weights, positions);
    return isGap(value) ? [] : [{ about: dimension, dimension, value }];
  });
  const splits = withWeights.flatMap((a, i) =>
    withWeights.slice(i + 1).flatMap((b): ProfileTerm[] => {
      const alike = similarity(a.weights, b.weights);
      return alike === undefined
        ? []
        : [{ about: `${a.dimension} and ${b.dimension}`, value: Math.max(0, 1 - alike) }];
    }),
  );
  const shortfalls = commitmentChecks(records, year, measured).flatMap(
    ({ commitment, shortfall }): ProfileTerm[] =>
      isGap(shortfall) ? [] : [{ about: commitment.text, record: commitment.id, value: shortfall }],
  );
  const valuesOf = (terms: readonly ProfileTerm[]) => terms.map(({ value }) => value);

  const parts: ProfilePart[] = [
    part(
      'breadth',
      'Breadth',
      'partners',
      meanOrGap(valuesOf(breadth)),
      'mean effective number of partners over the dimensions',
      'mean of 1 / Σ w² over the dimensions',
      breadth,
    ),
    part(
      'exposure',
      'Exposure',
      'share',
      most?.weight ?? gap('no-records'),
      most
        ? `the largest share of any one partner: ${name(most.partner)}, ${most.dimension}; how much of it could be replaced is not known, so it is the most that it can be`
        : 'no partner has a weight',
      'max over dimensions and partners of w',
      withWeights.flatMap(({ dimension, weights }): ProfileTerm[] => {
        const [first] = [...weights].toSorted(([, a], [, b]) => b - a);
        if (!first) return [];
        const [partner, value] = first;
        return [
          {
            about: `${name(partner)}, ${dimension}`,
            dimension,
            vector: `${records.focal}.${partner}.${dimension}.${year}`,
            value,
          },
        ];
      }),
    ),
    part(
      'contradiction',
      'Contradiction',
      'share of full rivalry',
      meanOrGap(valuesOf(rivalry)),
      'how far apart in the General Assembly two ties drawn at random lie',
      'mean over dimensions of Σ wⱼ wₖ min(1, |θⱼ − θₖ| / 3)',
      rivalry,
    ),
    part(
      'issue-split',
      'Issue split',
      'share',
      issueSplit(withWeights.map(({ weights }) => weights)),
      'how far different partners lead in different dimensions',
      '1 − mean cosine similarity of the weights of two dimensions',
      splits,
    ),
    part(
      'signal-variance',
      'Signal variance',
      'share',
      signalVariance(signs),
      'how mixed friendly and hostile acts to the same partner are',
      `4 p (1 − p), weighted by records, partners with at least ${fewestRecords} signed records`,
      signs.map((one) => ({
        about: name(one.partner),
        value: mixture(one),
        weight: one.cooperative + one.conflictual,
      })),
    ),
    part(
      'say-do-gap',
      'Say-do gap',
      'share',
      meanOrGap(valuesOf(shortfalls)),
      shortfalls.length > 0
        ? 'how far the practice falls short of the equality declared'
        : 'no commitment at hand can be held against a figure',
      'mean over the commitments to equality of 1 − evenness',
      shortfalls,
    ),
  ];
  const { label, rule } = labelOf(parts);
  return { focal: records.focal, period: String(year), label, rule, parts };
}

function part(
  id: ProfilePart['id'],
  title: string,
  unit: string,
  value: Value,
  words: string,
  method: string,
  terms: readonly ProfileTerm[],
): ProfilePart {
  const [lowBelow, highFrom] = bands[id];
  const band = isGap(value) ? 'none' : value < lowBelow ? 'low' : value >= highFrom ? 'high' : 'middle';
  return { id, title, value, unit, band, words, method, terms };
}

/** The rules of the label, first that fits. */
function labelOf(parts: readonly ProfilePart[]): { label: string; rule: string } {
  const band = (id: ProfilePart['id']) => parts.find((one) => one.id === id)?.band ?? 'none';
  if (band('breadth') === 'none') return { label: 'cannot be told', rule: 'no dimension has weights' };
  if (band('breadth') === 'low') return { label: 'leaning on one partner', rule: 'breadth is low' };
  if (band('contradiction') === 'none')
    return {
      label: 'broad, rivalry unknown',
      rule: 'breadth is not low, and the partners’ positions are not known',
    };
  if (band('contradiction') === 'low')
    return { label: 'diversified among like-minded partners', rule: 'breadth is not low, contradiction is' };
  return band('exposure') === 'high'
    ? {
        label: 'multi-vector, with one exposed flank',
        rule: 'neither breadth nor contradiction is low, and exposure is high',
      }
    : { label: 'multi-vector', rule: 'neither breadth nor contradiction is low, and exposure is not high' };
}
