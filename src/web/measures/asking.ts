import type { Address } from '../address.ts';
import { type Answered, pathOf, useAnswer } from '../api.ts';
import type { CatalogueAnswer, MeasureAnswer } from './answers.ts';

/** Every measure, by family. */
export const useCatalogue = (address: Address): Answered<CatalogueAnswer> =>
  useAnswer<CatalogueAnswer>(pathOf({ focal: address.focal }, 'measures/catalogue'));

/** The measure that is meant: the one that is named, else the first. */
export function measureOf(
  catalogue: CatalogueAnswer | undefined,
  id: string | undefined,
): MeasureAnswer | undefined {
  const all = catalogue?.flatMap(({ measures }) => measures) ?? [];
  return id === undefined ? all[0] : all.find((one) => one.id === id);
}
