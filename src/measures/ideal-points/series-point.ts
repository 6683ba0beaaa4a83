import type { Figure } from '../../model/figure.ts';
import type { Gap, Interval, Value } from '../../model/gap.ts';
import type { By } from '../measure.ts';

/** A point in one session, and what else a figure needs. */
export interface SeriesPoint {
  readonly session: number;
  readonly value: Value;
  readonly n: number;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  /** Interval of the point alone. */
  readonly interval: Interval | Gap;
  /** Draws, where there are any; common to all states. */
  readonly draws: Float64Array;
  readonly method: 'bootstrap' | 'monte-carlo';
}

/** Series of points of those asked for, and what a reader must know of them. */
export interface Series {
  readonly of: (who: string) => readonly SeriesPoint[];
  readonly notes: readonly string[];
}

/** What the axis is, and is not. */
export const axis = [
  'the axis is the position towards the order led by the United States; one dimension fits the votes of 1965 to 1985 less well than others (Bailey and Voeten 2018)',
  'only resolutions put to a vote by name count',
];

/** The session or the year in which it begins. */
export const periodOf = (session: number, by: By): string => String(by === 'year' ? session + 1945 : session);

/** A figure of a series. */
export const figureOf = (
  about: string,
  { session, value, interval, n, source, note }: SeriesPoint,
  by: By,
): Figure => ({
  about,
  period: periodOf(session, by),
  value,
  interval,
  n,
  ...(source !== undefined && { source }),
  ...(note !== undefined && { note }),
});
