import type { Figure } from '../../model/figure.ts';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { level } from '../events/share-interval.ts';
import type { By, Evidence, MeasureRequest } from '../measure.ts';
import { notesOnSources } from '../voting/pair-figures.ts';
import type { IdealPointChoices } from './choices.ts';
import { fewestVotes, intervalOf, pointsIn } from './positions-of.ts';
import { publishedPoints, publishedSource } from './published.ts';
import { drawsOf, type History, scaledHistory } from './scaled-history.ts';

/** A point in one session, and what else a figure needs. */
export interface SeriesPoint {
  readonly session: number;
  readonly value: Value;
  readonly n: number;
  readonly source?: string | undefined;
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

/** The session or the year in which it begins. */
export const periodOf = (session: number, by: By): string => String(by === 'year' ? session + 1945 : session);

const noDraws = gap('not-applicable', 'no draws were asked for');

/** What the axis is, and is not. */
const axis = [
  'the axis is the position towards the order led by the United States; one dimension fits the votes of 1965 to 1985 less well than others (Bailey and Voeten 2018)',
  'only resolutions put to a vote by name count',
];

function notesOf(
  { recurrences, converged, sources }: History,
  { matches, estimator }: IdealPointChoices,
): string[] {
  return [
    ...axis,
    ...(recurrences > 0
      ? [`${recurrences} pairs of recurring resolutions share their parameters over time`]
      : [
          `${matches === 'ignore' ? 'recurring resolutions are not used' : 'the archive has no pairs of recurring resolutions'}: the states’ continuity a priori alone bridges the sessions, so that levels of distant sessions are hardly comparable`,
        ]),
    ...notesOnSources(
      Object.values(sources).map((source) => ({ source })),
      false,
    ),
    ...(converged ? [] : ['the estimate had not come to rest when it was stopped']),
    ...(estimator === 'posterior'
      ? ['a short chain: rare states and early sessions may not have mixed']
      : []),
  ];
}

/** A series with a gap for each session between its first and last in which there is no point. */
function withGaps(
  points: readonly SeriesPoint[],
  who: string,
  isThere: (session: number) => boolean,
): SeriesPoint[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1]?.session ?? point.session - 1;
    const missing = Array.from({ length: point.session - before - 1 }, (_, k): SeriesPoint => {
      const session = before + 1 + k;
      const none = isThere(session)
        ? gap('no-records', `no vote of ${who} in a roll call that counts`)
        : gap('not-covered', 'the archive has no roll call of this session that counts');
      return {
        ...point,
        session,
        value: none,
        n: 0,
        interval: none,
        source: undefined,
        draws: new Float64Array(0),
      };
    });
    return [...missing, point];
  });
}

/** The series of states and groups, estimated or published. */
export async function seriesOf(
  who: readonly string[],
  { choices, intervals = true }: Pick<MeasureRequest<IdealPointChoices>, 'choices' | 'intervals'>,
  evidence: Evidence,
): Promise<Series> {
  if (choices.source === 'published') return publishedSeries(who, choices, evidence);
  const history = await scaledHistory(choices, evidence);
  const steps = intervals ? await drawsOf(history, choices, evidence) : new Int16Array(0);
  const sessions = new Set(history.sessionOf);
  const points = pointsIn(history, steps);
  const method = choices.estimator === 'map' ? 'bootstrap' : 'monte-carlo';
  const own = new Map<string, SeriesPoint[]>();
  const make = (one: string): SeriesPoint[] =>
    withGaps(
      points(one).map(({ session, value, votes, draws }): SeriesPoint => {
        const tooFew =
          votes < fewestVotes
            ? gap('too-few-records', `${votes} of at least ${fewestVotes} votes`)
            : undefined;
        const interval = tooFew ?? (draws.length === 0 ? noDraws : intervalOf(draws, value, level, method));
        const source = history.sources[String(session)];
        return { session, value: tooFew ?? value, n: votes, source, interval, draws, method };
      }),
      one,
      (session) => sessions.has(session),
    );
  return {
    of: (one) => {
      const series = own.get(one) ?? make(one);
      own.set(one, series);
      return series;
    },
    notes: notesOf(history, choices),
  };
}

async function publishedSeries(
  who: readonly string[],
  { issue }: IdealPointChoices,
  evidence: Evidence,
): Promise<Series> {
  if (issue !== 'all') return { of: () => [], notes: ['points on single issues are not published'] };
  const figures = await publishedPoints(who, evidence);
  return {
    of: (one) =>
      [...(figures.get(one)?.values() ?? [])]
        .map(
          ({ period, value, interval, n, source }): SeriesPoint => ({
            session: Number(period) - 1945,
            value,
            n,
            source,
            interval: isGap(interval) || interval === undefined ? (interval ?? gap('unknown')) : interval,
            draws: new Float64Array(0),
            method: 'monte-carlo',
          }),
        )
        .sort((a, b) => a.session - b.session),
    notes: [...axis, `points and intervals are those of ${publishedSource}`],
  };
}

/** A figure of a series. */
export const figureOf = (
  about: string,
  { session, value, interval, n, source }: SeriesPoint,
  by: By,
): Figure => ({
  about,
  period: periodOf(session, by),
  value,
  interval,
  n,
  ...(source !== undefined && { source }),
});
