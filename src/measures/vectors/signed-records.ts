import { type Actors, actorsOf } from '../../model/actors.ts';
import { heldIn, parseDate, sortDay } from '../../model/date.ts';
import type { Dimension } from '../../model/dimension.ts';
import type { Event, Records, Tie } from '../../model/records.ts';
import { eventIntensity, hasHappened } from '../events/event-balance.ts';
import { recordYears } from './mapping.ts';

/** An event or a tie as it bears on partners in a dimension and a year; several where one passage tells them. */
export interface SignedRecord {
  /** Ids of the records, in order. */
  readonly ids: readonly string[];
  /** 1 cooperative, 0 neither, -1 conflictual. */
  readonly sign: -1 | 0 | 1;
  /**
   * The partners it bears on and the part of it that falls to each. It is shared equally among the partners that stand
   * for themselves, so these parts sum to 1; members that are partners beside their group share its part between them.
   */
  readonly parts: ReadonlyMap<string, number>;
}

/** Whether a member state's acts stand in a group's figures that year; mid-year decides. */
export const midYear = (year: number): string => `${year}-07-01`;

/** Group among the partners to which each of them belongs in the year: its figures stand in the group's already. */
export function groupsOf(
  records: Records,
  partners: readonly string[],
  year: number,
): ReadonlyMap<string, string> {
  const actors = actorsOf(records);
  const groups = new Map<string, string>();
  for (const partner of partners)
    for (const group of partners)
      if (group !== partner && actors.isMember(partner, group, midYear(year))) groups.set(partner, group);
  return groups;
}

const gathered = new WeakMap<object, Map<string, readonly SignedRecord[]>>();

/** The dossier's records of a dimension that count in a year: events of the last `years`, and ties in force. */
export function recordsOf(
  records: Records,
  dimension: Dimension,
  year: number,
  years: number,
): readonly SignedRecord[] {
  // Weight, direction and every gap ask for the same ones.
  const known = gathered.get(records) ?? new Map<string, readonly SignedRecord[]>();
  gathered.set(records, known);
  const key = `${dimension} ${year} ${years}`;
  const found = known.get(key) ?? gather(records, dimension, year, years);
  known.set(key, found);
  return found;
}

function gather(records: Records, dimension: Dimension, year: number, years: number): SignedRecord[] {
  const actors = actorsOf(records);
  const groups = groupsOf(records, records.partners, year);
  const events = records.events
    .filter((event) => event.dimension === dimension && hasHappened(event) && countsIn(event, year, years))
    .map(
      (event): SignedRecord => ({
        ids: [event.id],
        sign: sign(eventIntensity(event)),
        parts: partsOf(partnersOfEvent(records, actors, event, groups), groups),
      }),
    );
  const ties = records.ties
    .filter((tie) => tie.dimension === dimension && heldIn(year, tie.from, tie.to))
    .map(
      (tie): SignedRecord => ({
        ids: [tie.id],
        sign: tie.sign,
        parts: partsOf(partnersOfTie(records, actors, tie, year, groups), groups),
      }),
    );
  return toldOnce(
    records,
    [...events, ...ties].filter(({ parts }) => parts.size > 0),
  );
}

/**
 * Records that rest on the very same passages, bear on the same partners and have the same sign count as one: a
 * refusal to recognise is told once, and stands in the dossier as an act and as a state of affairs.
 */
function toldOnce(records: Records, list: readonly SignedRecord[]): SignedRecord[] {
  const passages = passagesOf(records);
  const once = new Map<string, SignedRecord>();
  for (const record of list) {
    const [id = ''] = record.ids;
    const passage = passages.get(id);
    const key = passage === undefined ? id : `${passage} ${record.sign} ${[...record.parts.keys()].join()}`;
    const same = once.get(key);
    once.set(key, same ? { ...same, ids: [...same.ids, id].sort() } : record);
  }
  return [...once.values()].sort((a, b) => ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
}

/** Of each record the passages that it rests on, where all of them are known by their place in the text. */
function passagesOf(records: Records): ReadonlyMap<string, string> {
  const found = new Map<string, string[]>();
  for (const { record, source, start, end, field } of records.evidence) {
    if (field !== undefined) continue;
    const places = found.get(record) ?? [];
    found.set(record, places);
    places.push(start === undefined ? '' : `${source}:${start}-${end}`);
  }
  return new Map(
    [...found].flatMap(([id, places]) =>
      places.includes('') ? [] : [[id, places.sort().join(' ')] as const],
    ),
  );
}

function partsOf(
  partners: readonly string[],
  groups: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const whole = partners.filter((partner) => !groups.has(partner));
  return new Map(
    partners.map((partner) => {
      const beside = partners.filter((other) => groups.get(other) === groups.get(partner)).length;
      return [partner, (groups.has(partner) ? 1 / beside : 1) / whole.length];
    }),
  );
}

const sign = (x: number): -1 | 0 | 1 => (x > 0 ? 1 : x < 0 ? -1 : 0);

/** Whether an event counts in a year: it can have begun in one of the last `years`, or began earlier and goes on. */
export function countsIn(event: Pick<Event, 'date' | 'status'>, year: number, years = recordYears): boolean {
  const span = parseDate(event.date);
  const first = Number((span?.first ?? span?.last ?? '9999').slice(0, 4));
  return first <= year && (event.status === 'ongoing' || first > year - years);
}

/**
 * The listed partners that an actor stands for: itself with the group it is counted under, or, where it is none of
 * them, the groups it belonged to on the day.
 */
function asPartners(
  records: Records,
  actors: Actors,
  actor: string,
  on: string,
  groups: ReadonlyMap<string, string>,
): string[] {
  const party = actors.party(actor, on);
  if (party === undefined || party === records.focal) return [];
  const group = groups.get(party);
  if (records.partners.includes(party)) return group === undefined ? [party] : [party, group];
  return records.partners.filter((partner) => actors.isMember(party, partner, on));
}

/**
 * The partners whose vector an event carries.
 *
 * @param groups which partner stands under which, as in the year looked at; else as in the year of the event
 */
export function partnersOfEvent(
  records: Records,
  actors: Actors,
  event: Event,
  groups = groupsOf(records, records.partners, Number(sortDay(event.date).slice(0, 4))),
): string[] {
  const on = sortDay(event.date);
  const named = event.bears_on.length > 0 ? event.bears_on : [...event.source, ...event.target];
  // An event among others, without the focal state, bears on a vector only where the dossier says so.
  if (event.bears_on.length === 0 && !named.some((actor) => actors.party(actor, on) === records.focal))
    return [];
  return [...new Set(named.flatMap((actor) => asPartners(records, actors, actor, on, groups)))].sort();
}

function partnersOfTie(
  records: Records,
  actors: Actors,
  tie: Tie,
  year: number,
  groups: ReadonlyMap<string, string>,
): string[] {
  const on = midYear(year);
  const carriedBy = (some: readonly string[]): string[] =>
    [...new Set(some.flatMap((actor) => asPartners(records, actors, actor, on, groups)))].sort();
  if (tie.bears_on.length > 0) return carriedBy(tie.bears_on);
  const ends = [tie.a, tie.b];
  const own = ends.findIndex((end) => actors.party(end, on) === records.focal);
  if (own === -1) return [];
  const other = ends[1 - own] ?? '';
  if (tie.kind === 'membership') {
    // A membership ties its member to the partners that are members too.
    return carriedBy(
      records.partners.filter((partner) => partner === other || actors.isMember(partner, other, on)),
    );
  }
  return tie.kind === 'observer' ? [] : carriedBy([other]);
}
