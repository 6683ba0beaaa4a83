import { z } from 'zod';
import type { Dimension } from '../../model/dimension.ts';
import { MultivectorError } from '../../model/errors.ts';
import { type Mapping, mappings } from './mapping.ts';
import { pairsOf } from './pairs.ts';

/** The user's own importances, as a choice. */
export const importancesChoice = z
  .string()
  .optional()
  .describe(
    'importances of the indicators, as exports=2,imports=1,fdi-stock-share=0; those not named keep theirs, 0 leaves one out',
  );

/**
 * The table of mappings with the user's own importances in it; an indicator of importance 0 is left out of it.
 *
 * @param text `exports=2,imports=1`
 * @param part which part they are for: an indicator may stand in both
 * @param dimension only the indicators of this one may be named, where one is looked at
 * @param usual the table without them
 * @throws MultivectorError `input` where a part cannot be read or names no indicator, with those that there are; or
 *   where nothing would be left
 */
export function withImportances(
  text: string | undefined,
  part: Mapping['part'],
  dimension?: Dimension,
  usual: readonly Mapping[] = mappings,
): readonly Mapping[] {
  if (text === undefined) return usual;
  const own = usual.filter(
    (mapping) => mapping.part === part && (dimension === undefined || mapping.dimension === dimension),
  );
  const given = pairsOf(text, 'importances', [...new Set(own.map(({ indicator }) => indicator))]);
  const table = usual.flatMap((mapping): Mapping[] => {
    const importance = mapping.part === part ? given.get(mapping.indicator) : undefined;
    if (importance === undefined) return [mapping];
    return importance === 0 ? [] : [{ ...mapping, importance }];
  });
  if (own.every(({ indicator }) => given.get(indicator) === 0))
    throw new MultivectorError('input', `importances: every indicator has 0, so there is no ${part}`);
  return table;
}
