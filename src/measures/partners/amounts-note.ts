import type { PartnerAmounts } from './partner-amounts.ts';

/** Names, or how many there are where they would fill the line. */
const few = (names: readonly string[]): string =>
  names.length > 8 ? `${names.length} partners` : names.join(', ');

/** What a reader must know of the amounts. */
export function noteOf(
  amounts: PartnerAmounts,
  ...more: readonly (string | undefined)[]
): string | undefined {
  const { list, rest, mirrored, withheld, belowZero, basis, source } = amounts;
  const words = [
    ...(basis === 'dossier' ? [`${source}, as the dossier has it`] : []),
    ...(list === 'largest' ? [`the ${amounts.amounts.size} largest partners alone, in whole per cent`] : []),
    ...(rest > 0 && amounts.amounts.size > 0
      ? [`the listed partners have ${(100 * (1 - rest)).toFixed(rest < 0.001 ? 2 : 1)} % of the total`]
      : []),
    ...(mirrored ? ['as the partners count it'] : []),
    ...(withheld.length > 0 ? [`withheld: ${few(withheld)}`] : []),
    ...(belowZero.length > 0 ? [`negative, so 0 here: ${few(belowZero)}`] : []),
    ...more.flatMap((one) => one ?? []),
  ];
  return words.length > 0 ? words.join('; ') : undefined;
}
