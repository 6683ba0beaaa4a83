import { type Dimension, dimensions } from '../model/dimension.ts';
import { likelihoods } from '../model/likelihood.ts';
import type { Claim } from '../model/records.ts';
import { evidenceOf } from '../model/trace.ts';
import type { Block, Cell, Column, Section } from './document.ts';
import type { Facts } from './facts.ts';
import { type Notes, places, recordGrounds } from './notes.ts';
import { titleOf } from './roses.ts';
import { countWords, listWords } from './words.ts';

/**
 * What somebody judges, with the author's own hedges. Likelihood and confidence stand in columns of their own and
 * never in one sentence: the first is about the world, the second about the sources.
 */
export function judgementsSection(facts: Facts, notes: Notes): Section | undefined {
  const { records } = facts;
  const claims = records.claims.filter(({ kind }) => kind !== 'numeric');
  if (claims.length === 0) return undefined;
  const hedged = claims.filter(({ hedge }) => hedge !== undefined);
  const likely = claims.filter(({ likelihood }) => likelihood !== undefined);
  const confident = claims.filter(({ confidence }) => confidence !== undefined);
  const authors = [...new Set(claims.map(({ by }) => by))].sort();
  const ground = {
    by: ['count'] as const,
    of: 'the claims of the dossier',
    names: [`claims:${records.focal}`],
    sources: authors.filter((by) => records.sources.some(({ id }) => id === by)),
  };
  const groups: readonly (Dimension | undefined)[] = [...dimensions, undefined];
  return {
    id: 'judgements',
    title: 'Judgements',
    subtitle: 'of the sources, not of this brief',
    noted: true,
    blocks: [
      {
        kind: 'paragraph',
        sentences: [
          notes.sentence(
            `the ${countWords(claims.length)} judgements below are those of ${listWords(authors.map((by) => authorName(facts, notes, by)))}, told in our words; ${countWords(hedged.length)} ${hedged.length === 1 ? 'is' : 'are'} hedged, and the hedge is the author’s.`,
            ground,
          ),
          likely.length === 0
            ? notes.sentence('no analyst has yet put a likelihood to any of them.', ground)
            : notes.sentence(
                `an analyst has put a likelihood to ${countWords(likely.length)} of them.`,
                ...recordGrounds(likely.map(({ id }) => id)),
                ground,
              ),
          confident.length === 0
            ? notes.sentence('nor has anyone said how much confidence the sources deserve.', ground)
            : notes.sentence(
                `to ${countWords(confident.length)} a confidence in the sources is put.`,
                ...recordGrounds(confident.map(({ id }) => id)),
                ground,
              ),
        ],
      },
      ...groups.flatMap((dimension): Block[] => {
        const own = claims.filter((claim) => claim.dimension === dimension);
        if (own.length === 0) return [];
        return [
          judgementTable(facts, notes, dimension, own, {
            likely: likely.length > 0,
            confident: confident.length > 0,
          }),
        ];
      }),
    ],
  };
}

const authorName = ({ records, prose }: Facts, notes: Notes, by: string): string =>
  records.sources.some(({ id }) => id === by) ? notes.short(by) : prose(by);

function judgementTable(
  { records, name }: Facts,
  notes: Notes,
  dimension: Dimension | undefined,
  claims: readonly Claim[],
  { likely, confident }: { likely: boolean; confident: boolean },
): Block {
  const columns: Column[] = [
    { title: 'Judgement of the source, in our words', width: 62 },
    { title: 'About', width: 22 },
    { title: 'Its own hedge', width: 17 },
    ...(likely ? [{ title: 'Likelihood', width: 15 }] : []),
    ...(confident ? [{ title: 'Confidence', width: 13 }] : []),
    { title: 'Where', width: 14 },
  ];
  return {
    kind: 'table',
    caption: notes.sentence(
      `${dimension === undefined ? 'Other' : titleOf(dimension)} judgements`,
      ...recordGrounds(claims.map(({ id }) => id)),
    ),
    columns,
    rows: claims.map((claim): Cell[] => [
      { text: claim.text },
      { text: claim.partners.map(name).join(', '), muted: true },
      { text: claim.hedge === undefined ? '' : `“${claim.hedge}”` },
      ...(likely ? [{ text: claim.likelihood ? likelihoods[claim.likelihood].words : '–' }] : []),
      ...(confident ? [{ text: claim.confidence ?? '–' }] : []),
      { text: where(evidenceOf(records, claim.id)), muted: true },
    ]),
  };
}

/** “para. 7, n. 9”: place in the source, and the note that it cites there. */
function where(evidence: ReturnType<typeof evidenceOf>): string {
  const told = evidence.filter(({ role }) => role !== 'mentions');
  return [
    ...new Set(
      (told.length > 0 ? told : evidence).map((view) =>
        places([{ ...view, note: undefined }]).replace(/^, /, ''),
      ),
    ),
  ].join('; ');
}
