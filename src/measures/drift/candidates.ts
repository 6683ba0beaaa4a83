import { actorsOf } from '../../model/actors.ts';
import { parseDate } from '../../model/date.ts';
import type { Records, Tie } from '../../model/records.ts';
import { hasHappened } from '../events/event-balance.ts';
import type { By } from '../measure.ts';
import { partnersOfEvent } from '../vectors/signed-records.ts';

/** How many records are named for a change. */
export const mostCandidates = 5;

/** How far from the beginning of a new level a record may lie, in days: a year about years and sessions, a quarter about months. */
export const candidateDays: Readonly<Record<By, number>> = { session: 366, year: 366, month: 92 };

/** A record near a change, which may explain it. */
export interface Candidate {
  readonly id: string;
  readonly title: string;
  /** Days from the beginning of the new level; negative before it. */
  readonly days: number;
}

/** The day on which a period begins; a session of the General Assembly opens in September. */
export function dayOf(period: string, by: By): string {
  const last = period.split(/[/–]/).at(-1) ?? period;
  if (by === 'session') return `${Number(last) + 1945}-09-15`;
  return by === 'month' ? `${last}-01` : `${last}-01-01`;
}

const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Days between a day and the stretch of days that a date can mean; nothing where it has no bound. */
function distance(date: string | undefined, day: string): number | undefined {
  const span = date === undefined ? undefined : parseDate(date);
  const [first, last] = [span?.first ?? span?.last, span?.last ?? span?.first];
  if (first === undefined || last === undefined) return undefined;
  if (number(first) > number(day)) return number(first) - number(day);
  return number(last) < number(day) ? number(last) - number(day) : 0;
}

const isAbout = (tie: Tie, focal: string, partner: string | undefined): boolean => {
  const named = [tie.a, tie.b, ...tie.bears_on];
  return partner === undefined ? named.includes(focal) : named.includes(partner);
};

/**
 * The dossier's records nearest to the beginning of a new level: events with the partner, and ties that begin or end.
 * They are candidates for an explanation; that they are near explains nothing.
 *
 * @param period first period of the new level
 * @returns at most `mostCandidates`, the nearest first, none further than `candidateDays`
 */
export function candidatesNear(
  records: Records,
  partner: string | undefined,
  period: string,
  by: By,
): Candidate[] {
  const day = dayOf(period, by);
  const asked = partner === undefined ? records : { ...records, partners: [partner] };
  const actors = actorsOf(asked);
  const events = records.events
    .filter((event) => hasHappened(event) && partnersOfEvent(asked, actors, event).length > 0)
    .map(({ id, title, date }) => ({ id, title, days: distance(date, day) }));
  const ties = records.ties
    .filter((tie) => isAbout(tie, records.focal, partner))
    .flatMap(({ id, title, from, to }) =>
      [from, to].map((date) => ({ id, title, days: distance(date, day) })),
    );
  const near = [...events, ...ties]
    .flatMap(({ days, ...record }) =>
      days !== undefined && Math.abs(days) <= candidateDays[by] ? [{ ...record, days }] : [],
    )
    .sort((a, b) => Math.abs(a.days) - Math.abs(b.days) || (a.id < b.id ? -1 : 1));
  return [...new Map(near.toReversed().map((one) => [one.id, one])).values()]
    .reverse()
    .slice(0, mostCandidates);
}
