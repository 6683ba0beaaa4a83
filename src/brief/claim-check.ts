import { claimTolerance } from '../measures/disagreements.ts';
import type { Disagreement, Side } from '../model/measured.ts';
import type { Claim, Records } from '../model/records.ts';
import type { Sentence } from './document.ts';
import { grouped } from './grouped.ts';
import type { Notes } from './notes.ts';
import { hard, listWords, midSentence, percent, twoFigures } from './words.ts';

const verdictWords = {
  supported: 'the figures bear it out',
  'definition-dependent': 'it hangs on the definition and the year',
  contradicted: 'no figure at hand comes near it',
  'no data': 'there is no figure to hold it against',
} as const;

/** A claim of a figure, what is claimed, and the figures it is held against. */
export function claimOf(
  { id, sides }: Disagreement,
  records: Records,
): { claim: Claim | undefined; stated: Side | undefined; others: readonly Side[] } {
  const claim = records.claims.find((one) => `claim.${one.id}` === id);
  const stated = sides.find(({ source, value }) => source === claim?.by && value !== undefined);
  return { claim, stated, others: sides.filter((side) => side !== stated && side.value !== undefined) };
}

/** A claim, the verdict, and the figures that tell most. */
export function claimSentence(one: Disagreement, records: Records, notes: Notes): Sentence {
  const { claim, stated, others } = claimOf(one, records);
  const shown = tellingSides(stated?.value, others);
  const write = (side: Side): string =>
    one.verdict === 'supported' && stated ? distanceText(side, stated) : sideText(side);
  const figures = [...grouped(shown, ({ definition }) => definition ?? '')].map(
    ([definition, sides]) => `${midSentence(definition)} ${listWords(sides.map(write))}`,
  );
  return notes.sentence(
    `“${claim?.text ?? one.about}”: ${verdictWords[one.verdict ?? 'no data']}${figures.length > 0 ? ` (${listWords(figures, 'but')})` : ''}.`,
    ...(claim ? [{ record: claim.id }] : []),
    {
      by: ['verdict'],
      of: `${one.sides.length} figures`,
      names: [...shown, ...(stated ? [stated] : [])].map(({ record }) => record),
      sources: [...new Set(others.map(({ source }) => source))].sort(),
    },
  );
}

const sideText = ({ value = 0, unit, period }: Side): string =>
  `${unit === 'share' ? percent(value) : `${twoFigures(value)}${hard}${unit ?? ''}`.trim()} in ${period ?? ''}`.trim();

/** How far a figure is from the one claimed. */
const distanceText = ({ value = 0, period }: Side, { value: claimed = 0 }: Side): string =>
  `of ${period ?? ''}, ${value === claimed ? 'the same' : `${percent(Math.abs(value - claimed) / Math.abs(claimed))} away`}`;

/** Of a definition that comes near the claim the highest figure and the latest; of one that never does, the furthest. */
function tellingSides(stated: number | undefined, sides: readonly Side[]): Side[] {
  const away = ({ value = 0 }: Side): number => Math.abs(value - (stated ?? value));
  return [...grouped(sides, ({ definition }) => definition ?? '').values()].flatMap((group) => {
    const byDistance = group.toSorted((a, b) => away(a) - away(b));
    const [nearest] = byDistance;
    const furthest = byDistance.at(-1);
    if (!nearest || !furthest) return [];
    const near = stated !== undefined && away(nearest) <= claimTolerance * Math.abs(stated);
    if (!near) return [furthest];
    const highest = group.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0] ?? nearest;
    const latest = group.toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? 1 : -1))[0];
    return latest && latest !== highest ? [highest, latest] : [highest];
  });
}
