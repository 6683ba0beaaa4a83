import { directionStep, directionWord } from '../figures/index.ts';
import { countsIn, hasHappened, partnersOfEvent } from '../measures/index.ts';
import { actorsOf } from '../model/actors.ts';
import { dateWords } from '../model/date.ts';
import { dimensionWords } from '../model/dimension.ts';
import { isGap } from '../model/gap.ts';
import type { Vector } from '../model/measured.ts';
import { byDate } from '../model/trace.ts';
import type { Block, Cell, Section, Sentence, Table } from './document.ts';
import { type DimensionFacts, type Facts, surelyLeads } from './facts.ts';
import { grouped } from './grouped.ts';
import { fromVectors, type Ground, type Notes } from './notes.ts';
import { roseOf, titleOf } from './roses.ts';
import {
  capitalised,
  gapText,
  hard,
  intervalWords,
  listWords,
  midSentence,
  percent,
  signed,
  twoFigures,
  withInterval,
} from './words.ts';

/** At most so many events are listed: the latest. */
const mostEvents = 24;

/** One dimension: a paragraph, the rose beside its table, and what happened. */
export function dimensionSection(facts: Facts, of: DimensionFacts, notes: Notes): Section {
  const { dimension } = of;
  const sentences = [
    ...lead(facts, of, notes),
    ...spread(facts, of, notes),
    ...direction(facts, of, notes),
    ...older(facts, of, notes),
    ...without(facts, of, notes),
  ];
  const table = vectorTable(facts, of, notes);
  const figure = roseOf(facts, of, {
    size: 470,
    labels: true,
    caption: '',
  });
  const events = happened(facts, of, notes);
  return {
    id: dimension,
    title: titleOf(dimension),
    subtitle: dimensionWords[dimension],
    noted: true,
    blocks: [
      ...(sentences.length > 0 ? [{ kind: 'paragraph', sentences } satisfies Block] : []),
      ...(table ? [figure ? ({ kind: 'beside', figure, table } satisfies Block) : table] : []),
      ...(events.length > 0
        ? ([
            { kind: 'subheading', text: 'What happened' },
            { kind: 'list', items: events },
          ] satisfies Block[])
        : []),
    ],
  };
}

/** Who weighs most, who comes next, and whether the draws tell them apart. */
function lead(
  { prose, year, records }: Facts,
  { dimension, vectors, balance }: DimensionFacts,
  notes: Notes,
): Sentence[] {
  const [first, second] = vectors.filter(({ weight, within }) => !isGap(weight) && within === undefined);
  if (!first || isGap(first.weight)) return [];
  const told = (vector: Vector, short: boolean): string =>
    withInterval(percent(vector.weight as number), intervalWords(vector.weightInterval, 'share', short));
  const { leaderHolds } = balance;
  const holds = isGap(leaderHolds) ? '' : `the lead holds in ${percent(leaderHolds)} of the draws`;
  const ground = fromVectors(
    second ? [first, second] : [first],
    ['weight', ...(holds ? (['lead'] as const) : [])],
    {
      names: [`balance:${records.focal}.${dimension}.${year}`],
    },
  );
  if (!second)
    return [notes.sentence(`only ${prose(first.partner)} has a weight, ${told(first, false)}.`, ground)];
  const shortened = !isGap(first.weightInterval);
  if (isGap(first.weightInterval) && isGap(second.weightInterval) && told(first, true) === told(second, true))
    return [
      notes.sentence(
        `${prose(first.partner)} and ${prose(second.partner)} weigh the most and hardly differ, ${told(first, true)} each.`,
        ground,
      ),
    ];
  return [
    surelyLeads(balance)
      ? notes.sentence(
          `${prose(first.partner)} weighs most, ${told(first, false)}, before ${prose(second.partner)}, ${told(second, shortened)}${holds && `; ${holds}`}.`,
          ground,
        )
      : notes.sentence(
          `${prose(first.partner)}, ${told(first, false)}, and ${prose(second.partner)}, ${told(second, shortened)}, cannot be told apart${holds && `: ${holds}`}.`,
          ground,
        ),
  ];
}

function spread(
  { records, year }: Facts,
  { dimension, vectors, balance }: DimensionFacts,
  notes: Notes,
): Sentence[] {
  if (isGap(balance.effectivePartners) || balance.n < 2) return [];
  const n = withInterval(
    twoFigures(balance.effectivePartners),
    intervalWords(balance.effectivePartnersInterval, 'number'),
  );
  return [
    notes.sentence(
      `the ties are spread as over ${n} partners of equal weight.`,
      fromVectors(vectors, ['effective'], {
        of: `vectors ${records.focal}.*.${dimension}.${year}`,
        names: [`balance:${records.focal}.${dimension}.${year}`],
      }),
    ),
  ];
}

/** With whom relations are best and worst, among those of whom it can be told. */
function direction({ prose }: Facts, { vectors }: DimensionFacts, notes: Notes): Sentence[] {
  const known = vectors
    .flatMap((vector) => (isGap(vector.direction) ? [] : [{ vector, direction: vector.direction }]))
    .toSorted((a, b) => b.direction - a.direction || (a.vector.partner < b.vector.partner ? -1 : 1));
  const told = ({ vector, direction }: (typeof known)[number], short: boolean): string =>
    `${prose(vector.partner)} (${[signed(direction), intervalWords(vector.directionInterval, 'signed', short)].filter(Boolean).join(', ')})`;
  const [best, worst] = [known[0], known.at(-1)];
  const silent = vectors.filter((vector) => isGap(vector.direction));
  const sentences: Sentence[] = [];
  if (best && worst)
    sentences.push(
      best === worst
        ? notes.sentence(
            `only with ${told(best, false)} can the direction be told: ${directionWord(best.direction)}.`,
            fromVectors([best.vector], ['direction']),
          )
        : best.direction === worst.direction
          ? notes.sentence(
              `with ${listWords(known.map((one, index) => told(one, index > 0)))} the direction is ${directionWord(best.direction)}.`,
              fromVectors(
                known.map(({ vector }) => vector),
                ['direction'],
              ),
            )
          : notes.sentence(
              `relations are best with ${told(best, false)} and least good with ${told(worst, true)}.`,
              fromVectors([best.vector, worst.vector], ['direction']),
            ),
    );
  if (silent.length > 0 && silent.length < vectors.length)
    sentences.push(
      notes.sentence(
        `for ${listWords(silent.map(({ partner }) => prose(partner)))} there is no direction: ${reasons(silent.map(({ direction: one }) => one))}.`,
        fromVectors(silent, ['direction']),
      ),
    );
  if (silent.length > 0 && silent.length === vectors.length)
    sentences.push(
      notes.sentence(
        `for no partner can the direction be told: ${reasons(silent.map(({ direction: one }) => one))}.`,
        fromVectors(silent, ['direction']),
      ),
    );
  return sentences;
}

/** Why there are no figures: in full where all have one reason, else each kind once: “too few records or no records”. */
function reasons(values: readonly Vector['weight'][]): string {
  const gaps = values.filter(isGap);
  const whole = [...new Set(gaps.map(gapText))];
  return whole.length === 1
    ? listWords(whole)
    : listWords([...new Set(gaps.map(({ gap }) => gapText({ gap })))], 'or');
}

/** Figures that are older than the year they stand for. */
function older({ year, records }: Facts, { dimension, vectors }: DimensionFacts, notes: Notes): Sentence[] {
  const terms = vectors
    .flatMap((vector) => vector.terms)
    .filter(
      ({ indicator, period }) =>
        indicator !== 'records' && Number(period.slice(0, 4)) < year && !period.includes('/'),
    );
  const periods = [...grouped(terms, ({ title }) => title)].map(
    ([title, of]) => `${midSentence(title)} (${[...new Set(of.map(({ period }) => period))].sort().at(-1)})`,
  );
  if (periods.length === 0) return [];
  return [
    notes.sentence(
      `where ${year} has no figure the latest before it stands in: ${listWords(periods)}.`,
      fromVectors(
        vectors.filter(({ terms: own }) => own.some((term) => terms.includes(term))),
        ['weight', 'direction'],
        { of: `vectors ${records.focal}.*.${dimension}.${year}` },
      ),
    ),
  ];
}

function without({ prose }: Facts, { vectors }: DimensionFacts, notes: Notes): Sentence[] {
  const weightless = vectors.filter(({ weight }) => isGap(weight));
  if (weightless.length === 0) return [];
  const why = reasons(weightless.map(({ weight }) => weight));
  return [
    weightless.length === vectors.length
      ? notes.sentence(`no partner has a weight: ${why}.`, fromVectors(weightless, ['weight']))
      : notes.sentence(
          `${listWords(weightless.map(({ partner }) => prose(partner)))} ${weightless.length === 1 ? 'has' : 'have'} no weight: ${why}.`,
          fromVectors(weightless, ['weight']),
        ),
  ];
}

function vectorTable(
  { name, year, records }: Facts,
  { dimension, vectors }: DimensionFacts,
  notes: Notes,
): Table | undefined {
  if (vectors.length === 0) return undefined;
  return {
    kind: 'table',
    caption: notes.sentence(
      `${capitalised(dimension)} weights and directions of ${year} with 90${hard}% intervals; n: records`,
      fromVectors(vectors, ['weight', 'direction'], {
        of: `vectors ${records.focal}.*.${dimension}.${year}`,
      }),
    ),
    columns: [
      { title: 'Partner', width: 27 },
      { title: 'Weight', align: 'right', width: 12 },
      { title: `90${hard}%`, align: 'right', width: 11 },
      { title: 'Direction', align: 'right', width: 15 },
      { title: `90${hard}%`, align: 'right', width: 26 },
      { title: 'n', align: 'right', width: 6 },
    ],
    rows: vectors.map((vector): Cell[] => [
      { text: name(vector.partner) + (vector.within ? ` (in ${name(vector.within)})` : '') },
      isGap(vector.weight)
        ? { text: '–', muted: true }
        : { text: percent(vector.weight, true), strong: true },
      {
        text: intervalWords(vector.weightInterval, 'share', true).replace(/ to /, '–').replace(/\s%$/u, ''),
        muted: true,
      },
      isGap(vector.direction)
        ? { text: '–', muted: true }
        : { text: signed(vector.direction), strong: true, swatch: directionStep(vector.direction) },
      isGap(vector.direction)
        ? { text: gapText({ gap: vector.direction.gap }), muted: true }
        : { text: intervalWords(vector.directionInterval, 'signed', true), muted: true },
      { text: String(vector.n), muted: true },
    ]),
  };
}

/** Events that count for the year, in the order of their dates. */
function happened({ records, year, name }: Facts, { dimension }: DimensionFacts, notes: Notes) {
  const actors = actorsOf(records);
  const within = byDate(records.events).filter(
    (event) => event.dimension === dimension && countsIn(event, year),
  );
  return within.slice(-mostEvents).map((event) => {
    const partners = partnersOfEvent(records, actors, event)
      .map(name)
      .filter((partner) => !event.title.includes(partner));
    const status = hasHappened(event) ? '' : ` (${event.status})`;
    const ground: Ground = { record: event.id };
    return {
      label: dateWords(event.date),
      text: notes.sentence(
        `${event.title}${status}${partners.length > 0 ? ` · ${partners.join(', ')}` : ''}`,
        ground,
      ),
    };
  });
}
