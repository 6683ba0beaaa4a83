import { z } from 'zod';
import { dimensions } from '../../model/dimension.ts';
import type { Figure } from '../../model/figure.ts';
import type { Balance, Term, Vector } from '../../model/measured.ts';
import type { Computed, Evidence, MeasureRequest } from '../measure.ts';
import { evidenceChoice, type Grounds, groundsOf } from './basis.ts';
import { importancesChoice, withImportances } from './importances.ts';
import type { Mapping } from './mapping.ts';
import { defaultDraws, type MeasuredDraws, measureDraws } from './vectors.ts';
import { told, yearsOf } from './years.ts';

/** Choices of every measure that is given for each dimension. */
export const dimensionChoices = {
  dimension: z.enum(dimensions).optional().describe('one dimension alone'),
  evidence: evidenceChoice,
  importances: importancesChoice,
} as const;

/** How often chance and the importances are drawn, as a choice. */
export const drawsChoice = z
  .number()
  .int()
  .min(100)
  .max(100_000)
  .default(defaultDraws)
  .describe('how often chance and the importances are drawn for the intervals');

export type DimensionRequest = MeasureRequest<z.output<z.ZodObject<typeof dimensionChoices>>>;

/** What figures of one dimension and year are made of. */
export interface OfDimension extends MeasuredDraws {
  readonly records: Grounds['records'];
  readonly year: number;
}

/**
 * Figures for each dimension and year that is asked for.
 *
 * @param part whose importances the user may set
 * @param partners over which shares are taken
 * @param draws how often chance and choice are drawn; 0 where `make` needs none
 */
export async function byDimension(
  { focal, from, to, choices, intervals }: DimensionRequest,
  evidence: Evidence,
  part: Mapping['part'],
  partners: readonly string[],
  draws: number,
  make: (one: OfDimension) => readonly Figure[],
): Promise<Computed> {
  const grounds = await groundsOf(evidence, focal, partners, choices.evidence);
  const { records } = grounds;
  const table = withImportances(choices.importances, part, choices.dimension, grounds.mappings);
  const wanted = choices.dimension === undefined ? dimensions : [choices.dimension];
  const years = yearsOf(records, from, to);
  const sources = new Set<string>();
  const figures = years.flatMap((year, i) => {
    evidence.progress(i / years.length, `${focal} ${year}`);
    return wanted.flatMap((dimension) => {
      const measured = measureDraws(records, dimension, {
        year,
        draws: intervals === false ? 0 : draws,
        mappings: table,
      });
      for (const { terms } of measured.vectors)
        for (const { source, part: of } of terms)
          if (source !== undefined && of === part) sources.add(source);
      return make({ ...measured, records, year }).map((figure) => ({
        ...figure,
        item: figure.item ?? dimension,
      }));
    });
  });
  return {
    figures: told(figures, { from, to }),
    basis: grounds.basis,
    sources: [...sources].sort(),
    notes: [
      ...grounds.notes,
      ...(choices.importances === undefined
        ? []
        : [`importances as given: ${choices.importances}; the intervals are those under any importances`]),
    ],
  };
}

/** Ids of the records behind one part of a vector; none where it rests on the archive alone. */
export const recordsBehind = (terms: readonly Term[], part: Mapping['part']): string[] => [
  ...new Set(terms.filter((term) => term.part === part).flatMap(({ records }) => records)),
];

/** Ids of the records behind the weights of a dimension. */
export const recordsOfWeights = (vectors: readonly Vector[], balance: Balance): string[] => [
  ...new Set(
    vectors
      .filter(({ id }) => balance.vectors.includes(id))
      .flatMap(({ terms }) => recordsBehind(terms, 'weight')),
  ),
];
