import { type Actors, actorsOf } from '../model/actors.ts';
import { heldIn, parseDate, sortDay } from '../model/date.ts';
import type { Dimension } from '../model/dimension.ts';
import type { Event, Records, Tie } from '../model/records.ts';
import { eventIntensity, hasHappened } from './event-balance.ts';

/** An event or a tie as it bears on partners in a dimension and a year. */
export interface SignedRecord {
  readonly id: string;
  /** 1 cooperative, 0 neither, -1 conflictual. */
  readonly sign: -1 | 0 | 1;
  /** The partners it bears on; it is shared equally among them. */
  readonly partners: readonly string[];
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

/** The dossier's records of a dimension that count in a year: events of the last `years`, and ties in force. */
export function recordsOf(
  records: Records,
  dimension: Dimension,
  year: number,
  years: number,
): SignedRecord[] {
  const actors = actorsOf(records);
  const events = records.events
    .filter((event) => event.dimension === dimension && hasHappened(event) && liesIn(event, year, years))
    .map(
      (event): SignedRecord => ({
        id: event.id,
        sign: sign(eventIntensity(event)),
        partners: partnersOfEvent(records, actors, event),
      }),
    );
  const ties = records.ties
    .filter((tie) => tie.dimension === dimension && heldIn(year, tie.from, tie.to))
    .map(
      (tie): SignedRecord => ({
        id: tie.id,
        sign: tie.sign,
        partners: partnersOfTie(records, actors, tie, year),
      }),
    );
  return [...events, ...ties]
    .filter(({ partners }) => partners.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const sign = (x: number): -1 | 0 | 1 => (x > 0 ? 1 : x < 0 ? -1 : 0);

function liesIn(event: Event, year: number, years: number): boolean {
  const span = parseDate(event.date);
  const first = Number((span?.first ?? span?.last ?? '9999').slice(0, 4));
  const last = event.status === 'ongoing' ? Number.POSITIVE_INFINITY : first;
  return first <= year && last > year - years;
}

/** The listed partners that an actor stands for on a day: itself, or the group it belongs to. */
function asPartners(records: Records, actors: Actors, actor: string, on: string): string[] {
  const party = actors.party(actor, on);
  if (party === undefined || party === records.focal) return [];
  if (records.partners.includes(party)) return [party];
  return records.partners.filter((partner) => actors.isMember(party, partner, on));
}

/** The partners whose vector an event carries. */
export function partnersOfEvent(records: Records, actors: Actors, event: Event): string[] {
  const on = sortDay(event.date);
  const named = event.bears_on.length > 0 ? event.bears_on : [...event.source, ...event.target];
  // An event among others, without the focal state, bears on a vector only where the dossier says so.
  if (event.bears_on.length === 0 && !named.some((actor) => actors.party(actor, on) === records.focal))
    return [];
  return [...new Set(named.flatMap((actor) => asPartners(records, actors, actor, on)))].sort();
}

function partnersOfTie(records: Records, actors: Actors, tie: Tie, year: number): string[] {
  const on = midYear(year);
  if (tie.bears_on.length > 0)
    return [...new Set(tie.bears_on.flatMap((actor) => asPartners(records, actors, actor, on)))].sort();
  const ends = [tie.a, tie.b];
  const own = ends.findIndex((end) => actors.party(end, on) === records.focal);
  if (own === -1) return [];
  const other = ends[1 - own] ?? '';
  if (tie.kind === 'membership') {
    // A membership ties its member to the partners that are members too.
    return records.partners
      .filter((partner) => partner === other || actors.isMember(partner, other, on))
      .sort();
  }
  return tie.kind === 'observer' ? [] : asPartners(records, actors, other, on).sort();
}
