import { MultivectorError } from '../../model/errors.ts';
import { gap, type Interval, type Value } from '../../model/gap.ts';
import { gammaQuantile } from '../gamma.ts';
import { quantiles, type Random } from '../random.ts';
import { level } from './share-interval.ts';

/** Reports to which the rate refers. */
export const rateReports = 1000;

/** Reports about either state, below which no rate is given. */
export const fewestReports = 30;

/** Draws of the bootstrap over months; 0 leaves the interval out. */
export const rateDraws = 1000;

/** Months with reports, below which the interval takes events as independent instead of drawing months. */
export const fewestRateMonths = 6;

/** Events of a pair in a month, and all reports about either of the two. */
export interface Exposure {
  readonly events: number;
  readonly reports: number;
}

/**
 * Events per 1,000 reports about either state: how much of what is written about them is about the two together. More
 * reporting lifts the number of events, and leaves the rate as it is.
 *
 * @param months one or several; counts ≥ 0
 * @returns at least 0; a gap below `fewestReports`. Over months the interval is a bootstrap of the ratio over months,
 *   which sees that events come in clusters; of few months, or where nothing happened, Jeffreys' for a Poisson rate,
 *   Gamma(x + ½) / reports
 * @throws MultivectorError `input`, if a count is negative or not finite
 * @see Cochran, W. G. (1977). Sampling Techniques, 3rd edition. Wiley, chapter 6; King, G. (1989). Event count models
 *   for international relations. International Studies Quarterly 33(2): 123–147.
 * @example eventRate([{events: 3, reports: 60}], seeded('a')).value // 50
 */
export function eventRate(
  months: readonly Exposure[],
  random: Random,
  draws = rateDraws,
): {
  readonly value: Value;
  readonly interval: Interval | undefined;
  readonly n: number;
  readonly reports: number;
} {
  const wrong = months
    .flatMap(({ events, reports }) => [events, reports])
    .find((count) => !(count >= 0 && Number.isFinite(count)));
  if (wrong !== undefined)
    throw new MultivectorError('input', `a count is ${wrong}; it must be finite and ≥ 0`);
  const told = months.filter(({ reports, events }) => reports > 0 || events > 0);
  const events = told.reduce((sum, month) => sum + month.events, 0);
  const reports = told.reduce((sum, month) => sum + month.reports, 0);
  if (reports < fewestReports)
    return {
      value:
        reports === 0
          ? gap('no-records')
          : gap('too-few-records', `${reports} of at least ${fewestReports} reports`),
      interval: undefined,
      n: events,
      reports,
    };
  const per = (count: number): number => (rateReports * count) / reports;
  const value = per(events);
  const tail = (1 - level) / 2;
  if (told.length < fewestRateMonths || events === 0) {
    const at = (p: number) => per(gammaQuantile(p, events + 0.5));
    const interval: Interval = {
      low: events === 0 ? 0 : at(tail),
      high: at(1 - tail),
      level,
      method: 'jeffreys',
    };
    return { value, interval, n: events, reports };
  }
  if (draws === 0) return { value, interval: undefined, n: events, reports };
  const rates = Array.from({ length: draws }, () => {
    let [drawnEvents, drawnReports] = [0, 0];
    for (let i = 0; i < told.length; i++) {
      const month = told[Math.floor(random.uniform() * told.length)];
      drawnEvents += month?.events ?? 0;
      drawnReports += month?.reports ?? 0;
    }
    return (rateReports * drawnEvents) / Math.max(1, drawnReports);
  });
  const [low = value, high = value] = quantiles(rates, [tail, 1 - tail]);
  return {
    value,
    interval: { low: Math.min(low, value), high: Math.max(high, value), level, method: 'bootstrap' },
    n: events,
    reports,
  };
}
