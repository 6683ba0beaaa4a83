import { bands } from '../measures/index.ts';
import { isGap } from '../model/gap.ts';
import type { Vector } from '../model/measured.ts';
import { claimSentence } from './claim-check.ts';
import type { Block, Sentence } from './document.ts';
import { type DimensionFacts, eventsBehind, type Facts, sideWords, surelyLeads } from './facts.ts';
import { grouped } from './grouped.ts';
import { fromVectors, type Ground, type Notes, recordGrounds } from './notes.ts';
import { countWords, intervalWords, listWords, percent, signed, twoFigures, withInterval } from './words.ts';

/** What the brief says in a few sentences, each with what it rests on. */
export function summary(facts: Facts, notes: Notes): Block[] {
  const paragraphs = [
    [...leaders(facts, notes), ...breadth(facts, notes)],
    [...directions(facts, notes), ...pulls(facts, notes)],
    [...label(facts, notes), ...claims(facts, notes), ...silence(facts, notes)],
  ];
  return paragraphs
    .filter((sentences) => sentences.length > 0)
    .map((sentences): Block => ({ kind: 'paragraph', sentences }));
}

const vectorOf = ({ vectors }: DimensionFacts, partner: string): Vector | undefined =>
  vectors.find((vector) => vector.partner === partner);

/** Who weighs most where: a sentence for whoever leads most often, one for the others, one for ties that are open. */
function leaders({ dimensions, prose, year }: Facts, notes: Notes): Sentence[] {
  const led = dimensions.flatMap((facts) => {
    const { leader } = facts.balance;
    const vector = isGap(leader) ? undefined : vectorOf(facts, leader.partner);
    return vector && !isGap(vector.weight) ? [{ facts, vector, weight: vector.weight }] : [];
  });
  const sure = led.filter(({ facts }) => surelyLeads(facts.balance));
  const byPartner = grouped(sure, ({ vector }) => vector.partner);
  const groups = [...byPartner.values()].toSorted((a, b) => b.length - a.length);
  let unsaid = true;
  const told = ({ facts, vector, weight }: (typeof led)[number]): string => {
    const interval = intervalWords(vector.weightInterval, 'share', !unsaid);
    if (interval !== '') unsaid = false;
    return `${sideWords[facts.dimension]} (${[percent(weight), interval].filter(Boolean).join(', ')})`;
  };
  const [most, ...others] = groups;
  const sentences: Sentence[] = [];
  const ground = (of: readonly (typeof led)[number][]): Ground =>
    fromVectors(
      of.map(({ vector }) => vector),
      ['weight'],
    );
  if (most?.[0]) {
    const [{ vector }] = most;
    const many =
      most.length > 1 ? `${countWords(most.length)} of ${countWords(dimensions.length)} dimensions: ` : '';
    const first = listWords(most.map(told));
    const rest = others.map(
      (group) => `${prose(group[0]?.vector.partner ?? '')} in ${listWords(group.map(told))}`,
    );
    sentences.push(
      notes.sentence(
        `in ${year} ${prose(vector.partner)} weighs most in ${many}${first}${
          rest.length > 0 ? `; ${listWords(rest)}` : ''
        }.`,
        ground(groups.flat()),
      ),
    );
  }
  for (const open of led.filter(({ facts }) => !surelyLeads(facts.balance))) {
    const next = open.facts.vectors.find(
      ({ partner, within }) => partner !== open.vector.partner && within === undefined,
    );
    if (next)
      sentences.push(
        notes.sentence(
          `in ${sideWords[open.facts.dimension]} ${prose(open.vector.partner)} and ${prose(next.partner)} cannot be told apart as the heaviest partner.`,
          fromVectors([open.vector, next], ['weight', 'lead']),
        ),
      );
  }
  return sentences;
}

/** Where the ties are spread most widely, and where least. */
function breadth({ dimensions, records, year }: Facts, notes: Notes): Sentence[] {
  const known = dimensions
    .flatMap((facts) =>
      isGap(facts.balance.effectivePartners) ? [] : [{ facts, n: facts.balance.effectivePartners }],
    )
    .toSorted((a, b) => b.n - a.n);
  const [widest, least] = [known[0], known.at(-1)];
  if (!widest || !least) return [];
  const told = ({ facts, n }: typeof widest, short: boolean): string =>
    withInterval(twoFigures(n), intervalWords(facts.balance.effectivePartnersInterval, 'number', short));
  const ground = (of: readonly DimensionFacts[]): Ground =>
    fromVectors(
      of.flatMap(({ vectors }) => vectors),
      ['effective'],
      {
        of: `vectors ${listWords(of.map(({ dimension }) => `${records.focal}.*.${dimension}.${year}`))}`,
        names: of.map(({ dimension }) => `balance:${records.focal}.${dimension}.${year}`),
      },
    );
  if (widest === least)
    return [
      notes.sentence(
        `in ${sideWords[widest.facts.dimension]} the ties are spread as over ${told(widest, false)} partners of equal weight.`,
        ground([widest.facts]),
      ),
    ];
  return [
    notes.sentence(
      `the ties are spread most widely in ${sideWords[widest.facts.dimension]}, as over ${told(widest, false)} partners of equal weight, and least in ${sideWords[least.facts.dimension]}, as over ${told(least, !isGap(widest.facts.balance.effectivePartnersInterval))}.`,
      ground([widest.facts, least.facts]),
    ),
  ];
}

/** Vectors whose direction the dossier's own events carry. */
function witnessed({ dimensions, records }: Facts) {
  return dimensions
    .flatMap(({ vectors }) => vectors)
    .flatMap((vector) => {
      const { direction, directionInterval: interval } = vector;
      if (isGap(direction) || isGap(interval) || vector.within !== undefined) return [];
      const friendly = eventsBehind(records, vector, 1);
      const hostile = eventsBehind(records, vector, -1);
      return friendly.length + hostile.length > 0 ? [{ vector, direction, interval, friendly, hostile }] : [];
    });
}

const quoted = (events: readonly { readonly title: string }[]): string =>
  listWords(events.map(({ title }) => `“${title}”`));

/** Closest, most strained, and most mixed, with the events that make it so. */
function directions(facts: Facts, notes: Notes): Sentence[] {
  const { prose } = facts;
  const all = witnessed(facts);
  type Witnessed = (typeof all)[number];
  const closest = all
    .filter(({ interval, friendly }) => interval.low > 0 && friendly.length > 0)
    .toSorted((a, b) => b.interval.low - a.interval.low || (a.vector.id < b.vector.id ? -1 : 1))[0];
  const strained = all
    .filter(({ interval, hostile }) => interval.high < 0 && hostile.length > 0)
    .toSorted((a, b) => a.interval.high - b.interval.high || (a.vector.id < b.vector.id ? -1 : 1))[0];
  const mixed = all
    .filter(
      ({ interval, friendly, hostile }) =>
        interval.low <= 0 && interval.high >= 0 && friendly.length > 0 && hostile.length > 0,
    )
    .toSorted((a, b) => b.vector.n - a.vector.n || (a.vector.id < b.vector.id ? -1 : 1))[0];
  let first = true;
  const told = ({ direction, interval }: Witnessed): string => {
    const text = `direction ${signed(direction)}, ${intervalWords(interval, 'signed', !first)}`;
    first = false;
    return text;
  };
  const ground = ({ vector }: Witnessed): Ground => fromVectors([vector], ['direction']);
  const ids = (events: readonly { readonly id: string }[]): Ground[] =>
    recordGrounds(events.map(({ id }) => id));
  const sentences: Sentence[] = [];
  const part = (one: Witnessed, word: string, events: readonly { readonly title: string }[]): string =>
    `${word} with ${prose(one.vector.partner)} in ${sideWords[one.vector.dimension]} (${told(one)}: ${quoted(events)})`;
  const parts = [
    ...(closest ? [{ one: closest, word: 'closest', events: closest.friendly.slice(0, 2) }] : []),
    ...(strained ? [{ one: strained, word: 'most strained', events: strained.hostile.slice(0, 2) }] : []),
  ];
  if (parts.length > 0)
    sentences.push(
      notes.sentence(
        `on a scale from −1 (conflict) to +1 (cooperation), relations are ${listWords(parts.map(({ one, word, events }) => part(one, word, events)))}.`,
        ...parts.map(({ one }) => ground(one)),
        ...parts.flatMap(({ events }) => ids(events)),
      ),
    );
  if (mixed) {
    const events = [...mixed.friendly.slice(0, 1), ...mixed.hostile.slice(0, 1)];
    sentences.push(
      notes.sentence(
        `with ${prose(mixed.vector.partner)} the signals in ${sideWords[mixed.vector.dimension]} are mixed (${told(mixed)}): beside ${quoted(events.slice(0, 1))} stands ${quoted(events.slice(1))}.`,
        ground(mixed),
        ...ids(events),
      ),
    );
  }
  return sentences;
}

/** Where the ties pull in the General Assembly, and where the state stands. */
function pulls({ dimensions, prose, records, year }: Facts, notes: Notes): Sentence[] {
  const known = dimensions.flatMap(({ dimension, resultant }) =>
    isGap(resultant.pull) || isGap(resultant.stand)
      ? []
      : [{ dimension, resultant, pull: resultant.pull, stand: resultant.stand }],
  );
  const sorted = known.toSorted((a, b) => a.pull - b.pull);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return [];
  const { stand, resultant } = least;
  const own = withInterval(signed(stand), intervalWords(resultant.standInterval, 'signed'));
  const further =
    stand < least.pull
      ? 'further from the United States-led order than'
      : stand > most.pull
        ? 'nearer to the United States-led order than'
        : 'within the range where';
  const pull =
    least === most
      ? `${signed(least.pull)} in ${sideWords[least.dimension]}`
      : `${signed(least.pull)} (${sideWords[least.dimension]}) to ${signed(most.pull)} (${sideWords[most.dimension]})`;
  const positions = resultant.terms.flatMap(({ record }) => (record === '' ? [] : [record]));
  return [
    notes.sentence(
      `by votes in the General Assembly of ${resultant.positionPeriod ?? year}, ${prose(records.focal)} stands at ${own}, ${further} its ties pull it: its partners’ positions, weighted, come to ${pull}.`,
      {
        by: ['resultant'],
        of: `vectors ${listWords(known.map(({ dimension }) => `${records.focal}.*.${dimension}.${year}`))}`,
        names: known.map(({ dimension }) => `resultant:${records.focal}.${dimension}.${year}`),
        sources: [
          ...new Set(
            records.observations.filter(({ id }) => positions.includes(id)).map(({ source }) => source),
          ),
        ].sort(),
      },
    ),
  ];
}

/** The label of the profile and the rule that gave it. */
function label({ input, year, records, dimensions, prose }: Facts, notes: Notes): Sentence[] {
  const profile = input.profile(year);
  const exposure = profile.parts.find(({ id }) => id === 'exposure');
  const high = exposure !== undefined && /exposure is high/.test(profile.rule) && !isGap(exposure.value);
  const most = dimensions
    .flatMap(({ vectors }) => vectors)
    .find(({ weight }) => high && weight === exposure.value);
  const flank = most
    ? ` (${prose(most.partner)} in ${sideWords[most.dimension]}, ${percent(most.weight as number)}; high from ${percent(bands.exposure[1])})`
    : '';
  const ground: Ground = {
    by: ['profile'],
    of: `vectors ${records.focal}.*.*.${year}`,
    names: [`profile:${records.focal}.${year}`],
  };
  if (profile.parts.every(({ value }) => isGap(value))) return [];
  return [
    notes.sentence(
      `by the rules of the profile the policy is “${profile.label}”, because ${profile.rule}${flank}.`,
      ground,
      ...(most ? [fromVectors([most], ['weight'])] : []),
    ),
  ];
}

/** Figures that sources claim, held against the data: those that hang on the definition first. */
function claims({ input }: Facts, notes: Notes): Sentence[] {
  const checked = input
    .disagreements()
    .filter(({ kind, verdict }) => kind === 'claim' && verdict !== undefined && verdict !== 'supported');
  return checked.slice(0, 1).map((claim) => claimSentence(claim, input.records, notes));
}

/** What the dossier cannot say. */
function silence({ dimensions, records, year }: Facts, notes: Notes): Sentence[] {
  const all = dimensions.flatMap(({ vectors }) => vectors);
  const weightless = all.filter(({ weight }) => isGap(weight)).length;
  const undirected = all.filter(({ direction }) => isGap(direction)).length;
  if (all.length === 0 || weightless + undirected === 0) return [];
  return [
    notes.sentence(
      `of ${all.length} vectors (${records.partners.length} partners in ${countWords(dimensions.length)} dimensions) ${countWords(weightless)} have no weight and ${countWords(undirected)} no direction, for want of records: the brief says nothing of them, which is not to say that there is nothing.`,
      {
        by: ['count'],
        of: `vectors ${records.focal}.*.*.${year}`,
        names: [`gaps:${records.focal}.${year}`],
      },
    ),
  ];
}
