import { gap, isGap } from '../../model/gap.ts';
import type { Evidence } from '../measure.ts';
import type { IdealPointChoices } from './choices.ts';
import { publishedPoints, publishedSource } from './published.ts';
import { axis, type Series, type SeriesPoint } from './series-point.ts';

/** The series of states and groups as they are published; none on single issues. */
export async function publishedSeries(
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
