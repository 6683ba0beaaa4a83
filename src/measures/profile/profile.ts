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
import { contradiction, issueSplit, meanOrGap, mixture, signalVariance, similarity } from './formulas.ts';

type ByDimension = ReadonlyMap<Dimension, Measured>;

/** What a user knows beside the records. */
export interface ProfileOptions {
  /** Share of the ties of a dimension that could be replaced, [0, 1]; by default none. */
  readonly substitutability?: ((dimension: Dimension) => number) | undefined;
  /** Friendly and hostile acts to each partner, in place of those on record. */
  readonly signs?: readonly PartnerSigns[] | undefined;
}

/** Friendly and hostile acts to one partner. */
export interface PartnerSigns extends Signs {
  readonly partner: string;
}

/** Weights of the partners that stand for themselves. */
export function own(measured: Measured): Map<string, number> {
  return new Map(
    measured.vectors.flatMap(({ partner, weight, within }) =>
      isGap(weight) || within ? [] : [[partner, weight] as const],
    ),
  );
}

/** The signed records about each partner that has enough of them. */
export function signsOf(records: Records, year: number): PartnerSigns[] {
  const signed = dimensions.flatMap((dimension) => recordsOf(records, dimension, year, recordYears));
  return records.partners
    .map((partner) => ({ partner, ...countSigns(signed, partner) }))
    .filter(({ n }) => n >= fewestRecords);
}

/** What “multi-vector” means in numbers: six figures, their bands, and a label from written rules. Never one score. */
export function profile(
  records: Records,
  year: number,
  measured: ByDimension,
  { substitutability = () => 0, signs = signsOf(records, year) }: ProfileOptions = {},
): Profile {
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
  const replaceable = withWeights.some(({ dimension }) => substitutability(dimension) > 0);
  const most = withWeights
    .flatMap(({ dimension, weights }) =>
      [...weights].map(([partner, weight]) => ({
        dimension,
        partner,
        exposed: weight * (1 - substitutability(dimension)),
      })),
    )
    .toSorted((a, b) => b.exposed - a.exposed)[0];
  const name = (partner: string) => actorsOf(records).name(partner);

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
      most?.exposed ?? gap('no-records'),
      most
        ? `the largest share of any one partner: ${name(most.partner)}, ${most.dimension}; ` +
            (replaceable
              ? 'less what is taken to be replaceable'
              : 'how much of it could be replaced is not known, so it is the most that it can be')
        : 'no partner has a weight',
      replaceable ? 'max over dimensions and partners of w (1 − s)' : 'max over dimensions and partners of w',
      withWeights.flatMap(({ dimension, weights }): ProfileTerm[] => {
        const [first] = [...weights].toSorted(([, a], [, b]) => b - a);
        if (!first) return [];
        const [partner, weight] = first;
        const value = weight * (1 - substitutability(dimension));
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
