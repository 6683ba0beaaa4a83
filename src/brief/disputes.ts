import type { Disagreement, Side } from '../measures/index.ts';
import { dateWords, parseDate } from '../model/date.ts';
import type { Block, Cell, Section, Sentence } from './document.ts';
import type { Facts } from './facts.ts';
import { type Notes, recordGrounds } from './notes.ts';
import { claimSentence } from './summary.ts';
import { listWords, percent } from './words.ts';

/** Where sources state one thing differently: all of them, side by side. Nothing where all agree. */
export function disputesSection(facts: Facts, notes: Notes): Section | undefined {
  const all = facts.input.disagreements();
  if (all.length === 0) return undefined;
  return {
    id: 'disputes',
    title: 'Where sources disagree',
    subtitle: 'both are kept',
    noted: true,
    blocks: all.flatMap((one) => block(one, facts, notes)),
  };
}

function block(one: Disagreement, facts: Facts, notes: Notes): Block[] {
  const { records } = facts;
  if (one.kind === 'claim')
    return [
      { kind: 'paragraph', sentences: [claimSentence(one, records, notes)] },
      ...(one.sides.length > 0 ? [sides(one, one.sides, facts, notes)] : []),
    ];
  if (one.kind === 'field')
    return [
      {
        kind: 'paragraph',
        sentences: [
          notes.sentence(
            `${one.about}: ${listWords(
              one.sides.map(
                ({ source, states }) => `${statement(states)} according to ${notes.short(source)}`,
              ),
              'but',
            )}.`,
            { record: one.sides[0]?.record ?? '' },
            ...elsewhere(one, facts),
          ),
        ],
      },
    ];
  return [{ kind: 'paragraph', sentences: [apart(one, facts, notes)] }];
}

/** The other source of a field, whose evidence is a pointer and not a record. */
const elsewhere = ({ sides: list }: Disagreement, { records }: Facts) =>
  list.slice(1).map(({ source, record }) => ({
    by: ['count'] as const,
    of: 'the statements of these sources',
    names: [source, ...records.evidence.filter(({ id }) => id === record).map((evidence) => evidence.record)],
    sources: [source],
  }));

const statement = (text: string): string => (parseDate(text) ? dateWords(text) : text);

/** How far apart the figures of the latest time are; the whole series stays in the dossier. */
function apart(one: Disagreement, { records }: Facts, notes: Notes): Sentence {
  const latest = one.sides
    .map(({ period }) => period ?? '')
    .sort()
    .at(-1);
  const last = one.sides.filter(({ period }) => period === latest);
  const values = last.flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const times = new Set(one.sides.map(({ period }) => period)).size;
  const shut = last.some(({ source }) => !mayPass(records, source));
  return notes.sentence(
    `${one.about}: in ${latest} the lowest figure is ${percent(low / high)} of the highest${
      times > 1 ? `, and they differ in ${times} years in all` : ''
    }${shut ? '; the figures themselves are left out, since their licence does not let them go' : ''}.`,
    ...recordGrounds(last.map(({ record }) => record)),
    { by: ['count'], of: 'the figures that differ', names: [`disagreement:${one.id}`] },
  );
}

/** Whether a source's licence lets its figures be handed on. */
export const mayPass = (records: Facts['records'], source: string): boolean =>
  records.sources.find(({ id }) => id === source)?.custom.redistributable ?? false;

function sides(one: Disagreement, list: readonly Side[], { records }: Facts, notes: Notes): Block {
  const shown = ({ value, unit, states }: Side): string =>
    value === undefined
      ? states
      : unit === 'share'
        ? percent(value)
        : `${value.toLocaleString('en')} ${unit}`;
  const own = records.claims.find(({ id }) => `claim.${id}` === one.id)?.by;
  return {
    kind: 'table',
    caption: notes.sentence(
      `All that is stated: ${one.about}`,
      ...recordGrounds(list.map(({ record }) => record)),
    ),
    columns: [
      { title: 'Stated as', width: 42 },
      { title: 'Period', align: 'right', width: 12 },
      { title: 'Figure', align: 'right', width: 14 },
      { title: 'Source', width: 52 },
    ],
    rows: list.map((side): Cell[] => [
      { text: side.definition ?? '' },
      { text: side.period ?? '', muted: true },
      { text: shown(side), strong: side.source === own },
      { text: notes.short(side.source), muted: true },
    ]),
  };
}
