import { actorsOf } from '../../model/actors.ts';
import { parseDate, sortDay } from '../../model/date.ts';
import { MultivectorError } from '../../model/errors.ts';
import type { Event } from '../../model/records.ts';
import type { Evidence } from '../measure.ts';
import { partnersOfEvent } from '../vectors/signed-records.ts';
import type { Acts, EventRequest, Gathered } from './acts.ts';
import { eventIntensity, hasHappened } from './event-balance.ts';

/** The month in which an event can first have happened, where its date tells; else the year. */
function periodOf(date: Event['date']): string {
  const { first, last } = parseDate(date) ?? {};
  const day = sortDay(date);
  return first !== undefined && first.slice(0, 7) === last?.slice(0, 7) ? day.slice(0, 7) : day.slice(0, 4);
}

/**
 * Events of the dossier that happened, one for each partner that they bear on. An event that goes on stands in the
 * period in which it began.
 *
 * @throws MultivectorError `missing` where the state has no dossier
 */
export async function reviewedActs(
  { focal, partners }: Pick<EventRequest, 'focal' | 'partners'>,
  evidence: Evidence,
): Promise<Gathered> {
  if (!(await evidence.hasDossier(focal)))
    throw new MultivectorError('missing', `${focal} has no dossier, so no reviewed events`, {
      hint: 'take machine-coded ones: --evidence machine',
    });
  const records = { ...(await evidence.records(focal)), partners };
  const actors = actorsOf(records);
  const isFocal = (event: Event) => (actor: string) => actors.party(actor, sortDay(event.date)) === focal;
  const acts = records.events.filter(hasHappened).flatMap((event) =>
    partnersOfEvent(records, actors, event).map(
      (partner): Acts => ({
        partner,
        side: event.source.some(isFocal(event))
          ? 'out'
          : event.target.some(isFocal(event))
            ? 'in'
            : 'neither',
        period: periodOf(event.date),
        root: event.root,
        events: 1,
        reports: 1,
        intensity: eventIntensity(event),
        record: event.id,
      }),
    ),
  );
  const periods = acts.map(({ period }) => period).sort();
  const [first, last] = [periods[0], periods.at(-1)];
  return {
    acts,
    kind: 'reviewed',
    basis: 'dossier',
    span: first !== undefined && last !== undefined ? [first, last] : undefined,
    notes: ['reviewed events of the dossier that happened; none that a machine coded'],
  };
}
