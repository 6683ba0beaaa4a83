import { dotChart } from '../figures/index.ts';
import { dateWords, parseDate } from '../model/date.ts';
import type { Disagreement, Side } from '../model/measured.ts';
import { quantityText } from '../model/quantity.ts';
import { claimOf, claimSentence } from './claim-check.ts';
import type { Block, Cell, Figure, Section, Sentence, Table } from './document.ts';
import { drawn } from './drawn.ts';
import type { Facts } from './facts.ts';
import { grouped } from './grouped.ts';
import { type Notes, recordGrounds } from './notes.ts';
import { countWords, listWords, percent } from './words.ts';

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
      ...shownSides(one, facts, notes),
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
            { record: one.sides[0]?.record ?? '', all: true },
          ),
        ],
      },
    ];
  return [{ kind: 'paragraph', sentences: [apart(one, facts, notes)] }];
}

/** All sides in a table; where they are many, on an axis above it. */
function shownSides(one: Disagreement, facts: Facts, notes: Notes): Block[] {
  if (one.sides.length === 0) return [];
  const table = sides(one, one.sides, facts, notes);
  const figure = one.sides.length > fewestDots ? axis(one, facts) : undefined;
  return [...(figure ? [figure] : []), table];
}

/** Fewer figures than these need no drawing. */
const fewestDots = 3;

/** The figures on one axis, a row for each definition, with a line where the claim is. */
function axis(one: Disagreement, { records }: Facts): Figure {
  const { claim, stated, others } = claimOf(one, records);
  const write = (value: number): string =>
    others[0]?.unit === 'share' ? percent(value) : quantityText(value, others[0]?.unit ?? '');
  const rows = [...grouped(others, ({ definition }) => definition ?? '')].map(([name, list]) => ({
    name,
    dots: list.map(({ value = 0, period = '', record }) => ({
      value,
      text: period,
      told: `${name}, ${period}: ${write(value)}`,
      record,
    })),
  }));
  const title = `${claim?.text ?? one.about}: ${others.length} figures of ${rows.length} definitions, and the figure claimed`;
  return drawn(title, (theme) =>
    dotChart(rows, {
      theme,
      title,
      write,
      width: 640,
      zero: true,
      interactive: false,
      ...(stated?.value !== undefined && {
        reference: { value: stated.value, text: `claimed: ${write(stated.value)}` },
      }),
    }),
  );
}

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
    `${one.about}: in ${latest} ${low > 0 ? `the lowest figure is ${percent(low / high)} of the highest` : 'the figures differ'}${
      times > 1 ? `, and they differ in ${countWords(times)} years in all` : ''
    }${shut ? '; the figures themselves are left out, since their licence does not let them go' : ''}.`,
    ...recordGrounds(last.map(({ record }) => record)),
    { by: ['count'], of: 'the figures that differ', names: [`disagreement:${one.id}`] },
  );
}

/** Whether a source's licence lets its figures be handed on. */
export const mayPass = (records: Facts['records'], source: string): boolean =>
  records.sources.find(({ id }) => id === source)?.custom.redistributable ?? false;

function sides(one: Disagreement, list: readonly Side[], { records }: Facts, notes: Notes): Table {
  const own = records.claims.find(({ id }) => `claim.${id}` === one.id)?.by;
  return {
    kind: 'table',
    caption: notes.sentence(
      `All that is stated: ${one.about}`,
      ...recordGrounds(list.map(({ record }) => record)),
    ),
    columns: [
      { title: 'Stated as', width: 40 },
      { title: 'Period', align: 'right', width: 12 },
      { title: 'Figure', align: 'right', width: 14 },
      { title: 'Source', width: 50 },
    ],
    rows: list.map((side): Cell[] => [
      { text: side.definition ?? '' },
      { text: side.period ?? '', muted: true },
      { text: side.states, strong: side.source === own },
      { text: notes.short(side.source), muted: true },
    ]),
  };
}
