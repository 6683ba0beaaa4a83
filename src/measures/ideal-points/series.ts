import { gap } from '../../model/gap.ts';
import { level } from '../events/share-interval.ts';
import type { Evidence, MeasureRequest } from '../measure.ts';
import { notesOnSources } from '../voting/pair-figures.ts';
import type { IdealPointChoices } from './choices.ts';
import { fewestVotes, intervalOf, pointsIn } from './positions-of.ts';
import { greatestPoint } from './priors.ts';
import { publishedSeries } from './published-series.ts';
import { drawsOf, type History, scaledHistory } from './scaled-history.ts';
import { axis, type Series, type SeriesPoint } from './series-point.ts';

const noDraws = gap('not-applicable', 'no draws were asked for');

/** Points beyond it were held back by the bound of the scale. */
const atTheEnd = 0.98 * greatestPoint;

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
        note: undefined,
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
        // Draws that the end of the scale holds back are alike for that reason alone.
        const held =
          Math.abs(value) > atTheEnd ? gap('unknown', 'held back by the end of the scale') : undefined;
        const interval =
          tooFew ?? held ?? (draws.length === 0 ? noDraws : intervalOf(draws, value, level, method));
        const source = history.sources[String(session)];
        const note = held && 'at the end of the scale: it may lie further out';
        return { session, value: tooFew ?? value, n: votes, source, note, interval, draws, method };
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
