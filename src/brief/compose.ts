import { actorsOf } from '../model/actors.ts';
import { dateWords } from '../model/date.ts';
import { isGap } from '../model/gap.ts';
import { appendix } from './appendix.ts';
import { citationsOf } from './citations.ts';
import { declaredSection } from './declared.ts';
import { dimensionSection } from './dimension-section.ts';
import { disputesSection } from './disputes.ts';
import type { Block, BriefDocument, Section, Table } from './document.ts';
import { type Facts, factsOf } from './facts.ts';
import type { BriefInput } from './input.ts';
import { judgementsSection } from './judgements.ts';
import { Notes } from './notes.ts';
import { roseOf, titleOf } from './roses.ts';
import { summary } from './summary.ts';
import { hard, intervalWords, percent, signed, twoFigures } from './words.ts';

/** The brief as plain data, in no format yet. */
export function compose(input: BriefInput): BriefDocument {
  const { records, year, changed } = input;
  const citations = citationsOf(records.sources);
  const notes = new Notes(records, citations);
  const facts = year === undefined ? undefined : factsOf(input, year);
  const hasVectors = facts?.dimensions.some(({ vectors }) => vectors.some(({ n }) => n > 0)) ?? false;

  const hero = facts && hasVectors ? roses(facts) : undefined;
  const sections: Section[] = [
    ...(facts && hasVectors ? [summarySection(facts, notes)] : []),
    ...missing(input, hasVectors),
    ...(facts && hasVectors ? facts.dimensions.map((of) => dimensionSection(facts, of, notes)) : []),
    ...(facts
      ? [
          declaredSection(facts, notes),
          disputesSection(facts, notes),
          judgementsSection(facts, notes),
        ].filter((section) => section !== undefined)
      : []),
  ];
  const cited = notes.cited;
  const name = actorsOf(records).name(records.focal);
  const date = records.asKnownOn ?? changed;
  return {
    title: `${name} between its partners${year === undefined ? '' : `, ${year}`}`,
    subtitle: [
      'A brief on multi-vector foreign policy',
      records.asKnownOn && `as known on ${dateWords(records.asKnownOn)}`,
    ]
      .filter(Boolean)
      .join(', '),
    date,
    dateWords: date && dateWords(date),
    basis: basis(input),
    description: `How ${name}’s ties with its partners are spread, where they pull, and what is not known; every sentence with what it rests on.`,
    keywords: ['foreign policy', name, ...records.partners.map((partner) => actorsOf(records).name(partner))],
    hero,
    sections,
    appendix: appendix(input, cited),
    notes: notes.list,
    bibliography: citations.bibliography(cited),
  };
}

const counts = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const basis = ({ records, version }: BriefInput): string =>
  `Computed by Multivector ${version} from ${counts(records.events.length, 'event')}, ${counts(records.ties.length, 'tie')}, ${counts(records.observations.length, 'figure')} and ${counts(records.claims.length, 'claim')} of the dossier “${records.title}”.`;

const summarySection = (facts: Facts, notes: Notes): Section => ({
  id: 'summary',
  title: 'Summary',
  noted: true,
  blocks: [...summary(facts, notes), glance(facts, notes)],
});

/** The roses of all dimensions in a row. */
function roses(facts: Facts): Block | undefined {
  const figures = facts.dimensions.flatMap((of) => {
    const figure = roseOf(facts, of, { size: 300, labels: false, caption: titleOf(of.dimension) });
    return figure ? [figure] : [];
  });
  if (figures.length < 2) return undefined;
  return {
    kind: 'strip',
    figures,
    caption: {
      text: `The ties of ${facts.year}: a petal for each partner, at its bearing from the capital, as long as its weight, in the colour of its direction`,
    },
  };
}

/** Dimension by dimension: the leader, how broad, where the ties pull and where the state stands. */
function glance({ dimensions, name, records, year }: Facts, notes: Notes): Table {
  const gap = { text: '–', muted: true };
  return {
    kind: 'table',
    caption: notes.sentence(
      `The balance of ${year}: who leads, over how many equal partners, where the ties pull and where ${name(records.focal)} stands`,
      {
        by: ['weight', 'effective', 'resultant'],
        of: `vectors ${records.focal}.*.*.${year}`,
        names: dimensions.flatMap(({ dimension }) => [
          `balance:${records.focal}.${dimension}.${year}`,
          `resultant:${records.focal}.${dimension}.${year}`,
        ]),
      },
    ),
    columns: [
      { title: 'Dimension', width: 22 },
      { title: 'Leader', width: 24 },
      { title: 'Weight', align: 'right', width: 12 },
      { title: `90${hard}%`, align: 'right', width: 15 },
      { title: 'Holds in', align: 'right', width: 13 },
      { title: 'Partners', align: 'right', width: 13 },
      { title: `90${hard}%`, align: 'right', width: 18 },
      { title: 'Pull', align: 'right', width: 12 },
      { title: 'Stand', align: 'right', width: 12 },
    ],
    rows: dimensions.map(({ dimension, balance, vectors, resultant }) => {
      const { leader, leaderHolds, effectivePartners: n, effectivePartnersInterval } = balance;
      const leading = isGap(leader) ? undefined : vectors.find(({ partner }) => partner === leader.partner);
      return [
        { text: titleOf(dimension) },
        leading ? { text: name(leading.partner) } : gap,
        leading && !isGap(leading.weight) ? { text: percent(leading.weight), strong: true } : gap,
        leading ? { text: intervalWords(leading.weightInterval, 'share', true), muted: true } : gap,
        isGap(leaderHolds) ? gap : { text: percent(leaderHolds) },
        isGap(n) ? gap : { text: twoFigures(n), strong: true },
        { text: intervalWords(effectivePartnersInterval, 'number', true), muted: true },
        isGap(resultant.pull) ? gap : { text: signed(resultant.pull) },
        isGap(resultant.stand) ? gap : { text: signed(resultant.stand) },
      ];
    }),
  };
}

/** What the dossier does not hold yet, as a friendly list of what to add. */
function missing({ lacking, records, year }: BriefInput, hasVectors: boolean): Section[] {
  if (lacking.length === 0 && hasVectors) return [];
  const name = actorsOf(records).name(records.focal);
  const silent =
    year === undefined || hasVectors ? [] : [{ text: `No event, tie or figure at hand bears on ${year}.` }];
  const sentences =
    lacking.length === 0
      ? [...silent, { text: 'Another year can be named, or records be added to the dossier.' }]
      : [
          {
            text: `The dossier about ${name} does not yet hold all that a brief is made of, and this brief does not guess.`,
          },
          ...silent,
          { text: 'It will tell more with each of these:' },
        ];
  return [
    {
      id: 'missing',
      title: 'What is still missing',
      noted: false,
      blocks: [
        { kind: 'paragraph', sentences },
        ...(lacking.length === 0
          ? []
          : [
              {
                kind: 'list',
                items: lacking.map((line) => {
                  const [what = '', ...rest] = line.split(': ');
                  return { label: what, text: { text: rest.join(': ') } };
                }),
              } satisfies Block,
            ]),
      ],
    },
  ];
}
