import { z } from 'zod';
import { check } from '../../model/check.ts';
import { membersOn } from '../../model/european-union.ts';
import { ontology, roots } from '../../model/ontology.ts';
import type { Answers } from '../../model/question.ts';
import { fewestRecords } from '../events/event-balance.ts';
import { recordYears } from '../vectors/mapping.ts';
import { midYear } from '../vectors/signed-records.ts';
import type { PartnerSigns } from './profile.ts';

const dayRow = z.object({
  source: z.string(),
  target: z.string(),
  root: z.enum(roots).nullable().catch(null),
});

/** Who acts for a partner: a state for itself, the European Union under its own code and as its members. */
const codesOf = (partner: string, year: number): readonly string[] =>
  partner === 'EU' ? ['EU', ...membersOn(midYear(year))] : [partner];

/**
 * Machine-coded acts of each pair, of five years, those of one kind on one day counted once: cooperative where the
 * PLOVER root has a score above 0, conflictual below, material conflict apart.
 *
 * @param pairs who acts towards whom, and back where `both` is set
 */
export async function machineSigns(
  answers: Answers,
  dataset: string,
  pairs: readonly (readonly [a: string, b: string])[],
  year: number,
  both: boolean,
): Promise<
  readonly (Omit<PartnerSigns, 'partner' | 'records'> & { readonly material: number; readonly all: number })[]
> {
  const actors = [...new Set(pairs.flat())].flatMap((actor) => codesOf(actor, year));
  const rows = (
    await answers.rows({
      table: 'event_day',
      columns: ['source', 'target', 'root'],
      where: {
        dataset,
        source: actors,
        target: actors,
        day: { from: `${year - recordYears + 1}-01-01`, to: `${year}-12-31` },
      },
    })
  ).map((row) => check(dayRow, row, 'an event of the archive', 'data'));
  return pairs.map(([a, b]) => {
    const [ours, theirs] = [new Set(codesOf(a, year)), new Set(codesOf(b, year))];
    const acts = rows.flatMap(({ source, target, root }) =>
      root !== null &&
      ((ours.has(source) && theirs.has(target)) || (both && theirs.has(source) && ours.has(target)))
        ? [ontology[root]]
        : [],
    );
    const cooperative = acts.filter(({ intensity }) => intensity > 0).length;
    const conflictual = acts.filter(({ intensity }) => intensity < 0).length;
    return {
      cooperative,
      conflictual,
      n: cooperative + conflictual,
      material: acts.filter(({ quad }) => quad === 'material-conflict').length,
      all: acts.length,
    };
  });
}

/** Machine-coded acts of the focal state towards each partner, of those with enough of them. */
export async function partnerSigns(
  answers: Answers,
  dataset: string,
  focal: string,
  partners: readonly string[],
  year: number,
): Promise<PartnerSigns[]> {
  const pairs = partners.map((partner) => [focal, partner] as const);
  const counted = await machineSigns(answers, dataset, pairs, year, false);
  return partners.flatMap((partner, i) => {
    const signs = counted[i];
    return signs && signs.n >= fewestRecords ? [{ ...signs, partner, records: [] }] : [];
  });
}
