import type { Block, Section } from './document.ts';
import type { Facts } from './facts.ts';
import { grouped } from './grouped.ts';
import type { Notes } from './notes.ts';
import { recordGrounds } from './notes.ts';
import { countWords, listWords } from './words.ts';

const tone = { kept: 'kept', 'fell short': 'fell short', 'cannot be told': 'cannot be told' } as const;

/** What policy documents declare, and what the measures say of it. Nothing where nothing is declared. */
export function declaredSection({ input, records, year }: Facts, notes: Notes): Section | undefined {
  const checks = input.commitments(year);
  if (checks.length === 0) return undefined;
  const documents = new Map(records.documents.map((document) => [document.id, document]));
  const verdicts = grouped(checks, ({ verdict }) => verdict);
  const counts = (Object.keys(tone) as (keyof typeof tone)[]).flatMap((verdict) => {
    const n = verdicts.get(verdict)?.length ?? 0;
    return n === 0
      ? []
      : [
          verdict === 'cannot be told'
            ? `of ${countWords(n)} it cannot be told`
            : `${countWords(n)} ${n === 1 ? 'is' : 'are'} ${verdict === 'kept' ? 'kept' : 'not kept in full'}`,
        ];
  });
  const ground = {
    by: ['commitments'] as const,
    of: `vectors ${records.focal}.*.*.${year}`,
    names: [`commitments:${records.focal}.${year}`],
  };
  const order = Object.keys(tone);
  const rows = checks
    .map((check, index) => ({ check, index }))
    .toSorted((a, b) => order.indexOf(a.check.verdict) - order.indexOf(b.check.verdict) || a.index - b.index)
    .map(({ check }) => check);
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      sentences: [
        notes.sentence(`of ${countWords(checks.length)} commitments ${listWords(counts)}.`, ground),
        ...checks
          .filter(({ verdict }) => verdict === 'fell short')
          .map(({ commitment, words }) =>
            notes.sentence(
              `“${commitment.text}” falls short in ${year}: ${words}.`,
              ...recordGrounds([commitment.id]),
              ground,
            ),
          ),
      ],
    },
    {
      kind: 'table',
      caption: notes.sentence(
        `Commitments, in our words, held against the vectors of ${year}`,
        ...recordGrounds(checks.map(({ commitment }) => commitment.id)),
        ground,
      ),
      columns: [
        { title: 'Document', width: 32 },
        { title: 'Declared', width: 40 },
        { title: 'Practised', width: 14 },
        { title: 'Seen in', width: 31 },
      ],
      rows: rows.map(({ commitment, verdict, words }) => [
        { text: documents.get(commitment.document)?.title ?? commitment.document, muted: true },
        { text: commitment.text },
        verdict === 'cannot be told' ? { text: verdict, muted: true } : { text: verdict, strong: true },
        { text: words, muted: verdict === 'cannot be told' },
      ]),
    },
  ];
  return {
    id: 'declared',
    title: 'Declared and practised',
    subtitle: 'what policy documents promise, and what the measures show',
    noted: true,
    blocks,
  };
}
