import { type Dimension, dimensions } from '../../model/dimension.ts';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import type { Profile, ProfilePart } from '../../model/measured.ts';
import type { Records } from '../../model/records.ts';
import { effectivePartners, evenness } from '../concentration/effective-partners.ts';
import { type Random, seeded } from '../random.ts';
import { intervalOf } from '../vectors/draws.ts';
import { ownFigure } from '../vectors/observed.ts';
import { positionDrawn } from '../vectors/pull.ts';
import type { MeasuredDraws } from '../vectors/vectors.ts';
import { equalityCommitments } from './commitments.ts';
import { contradiction, issueSplit, meanOrGap, signalVariance } from './formulas.ts';
import { own, type ProfileOptions, signsOf } from './profile.ts';

/** Weights by partner, of the dimensions that have some. */
type WeightsByDimension = ReadonlyMap<Dimension, ReadonlyMap<string, number>>;

/** What one draw gives for each part; nothing where it has none. */
type PartsDrawn = Readonly<Record<ProfilePart['id'], Value>>;

/** The weights of draw k; those that neither chance nor choice moves stay as they are. */
function weightsDrawn(measured: ReadonlyMap<Dimension, MeasuredDraws>, k: number): WeightsByDimension {
  const byDimension = new Map<Dimension, ReadonlyMap<string, number>>();
  for (const [dimension, one] of measured) {
    const weights =
      one.drawn.count === 0
        ? own(one)
        : new Map(
            one.whole.flatMap((partner) => {
              const weight = one.drawn.byPartner.get(partner)?.[k];
              return weight === undefined || Number.isNaN(weight) ? [] : [[partner, weight] as const];
            }),
          );
    if (weights.size > 0) byDimension.set(dimension, weights);
  }
  return byDimension;
}

/** 1 − mean evenness of the dimensions that each commitment to equality is about. */
function shortfallsDrawn(looked: readonly (readonly Dimension[])[], weights: WeightsByDimension): number[] {
  return looked.flatMap((some) => {
    const values = some.flatMap((dimension) => {
      const value = evenness([...(weights.get(dimension)?.values() ?? [])]);
      return isGap(value) ? [] : [value];
    });
    const mean = meanOrGap(values);
    return isGap(mean) ? [] : [1 - mean];
  });
}

const numbers = (values: readonly Value[]): number[] =>
  values.flatMap((value) => (isGap(value) ? [] : [value]));

/**
 * Intervals of the six parts of a profile: each part computed anew from weights under other samples and importances,
 * positions drawn from their published intervals and cooperative shares from Beta(C + ½, K + ½); the 5 % and 95 %
 * quantile, widened where need be to hold the value.
 *
 * @param measured with drawn weights, as `measureDraws` gives them, the same number of draws in each dimension
 * @param draws how many
 * @returns for each part an interval, or a gap where it has no value or nothing moves it
 */
export function profileIntervals(
  records: Records,
  year: number,
  measured: ReadonlyMap<Dimension, MeasuredDraws>,
  { parts }: Profile,
  draws: number,
  { substitutability = () => 0, signs = signsOf(records, year) }: ProfileOptions = {},
): ReadonlyMap<ProfilePart['id'], Interval | Gap> {
  const random = seeded(`${records.focal} ${year} profile`);
  const placed = records.partners.flatMap((partner) => {
    const position = ownFigure(records, partner, 'ideal-point', year);
    return position ? [{ partner, position }] : [];
  });
  const equality = equalityCommitments(records, year).map(({ dimension }) =>
    dimension === undefined ? dimensions : [dimension],
  );
  const one = (k: number): PartsDrawn => {
    const weights = weightsDrawn(measured, k);
    const lists = [...weights.values()];
    const positions = new Map(
      placed.map(({ partner, position }) => [partner, positionDrawn(position, random)] as const),
    );
    const exposed = [...weights].flatMap(([dimension, list]) =>
      [...list.values()].map((weight) => weight * (1 - substitutability(dimension))),
    );
    return {
      breadth: meanOrGap(numbers(lists.map((list) => effectivePartners([...list.values()])))),
      exposure: exposed.length > 0 ? Math.max(...exposed) : gap('no-records'),
      contradiction: meanOrGap(numbers(lists.map((list) => contradiction(list, positions)))),
      'issue-split': issueSplit(lists),
      'signal-variance': signalVariance(signs.map((sign) => signDrawn(sign, random))),
      'say-do-gap': meanOrGap(shortfallsDrawn(equality, weights)),
    };
  };
  const drawn = Array.from({ length: draws }, (_, k) => one(k));
  return new Map(
    parts.map(({ id, value }) => {
      if (isGap(value)) return [id, value] as const;
      const column = numbers(drawn.map((draw) => draw[id]));
      return [
        id,
        column.length === 0 ? gap('unknown', 'not drawn') : intervalOf(value, Float64Array.from(column)),
      ] as const;
    }),
  );
}

/** As many acts, with the cooperative share drawn from its posterior. */
function signDrawn(
  { cooperative, conflictual }: { readonly cooperative: number; readonly conflictual: number },
  random: Random,
): { cooperative: number; conflictual: number } {
  const n = cooperative + conflictual;
  const share = random.beta(cooperative + 0.5, conflictual + 0.5);
  return { cooperative: n * share, conflictual: n * (1 - share) };
}
