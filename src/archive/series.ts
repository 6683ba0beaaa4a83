import type { SqlRow } from './duck.ts';
import type { Bound } from './select.ts';
import type { SeriesQuestion, SeriesRow } from './store.ts';

/**
 * Events of a dyad by period and root, for DuckDB. GDELT and its like count reports: the same act is told many times.
 * Reports of one dyad and root that are fewer than `window` days apart are one event, dated by its first day; a chain
 * of them stays one event, however long.
 */
export function seriesSql({ dataset, source, target, by, from, to, root, window }: SeriesQuestion): Bound {
  const where = [
    'dataset = $dataset AND source = $source AND target = $target',
    ...(from === undefined ? [] : ['day >= CAST($from AS DATE)']),
    ...(to === undefined ? [] : ['day <= CAST($to AS DATE)']),
    ...(root === undefined ? [] : ['root = $root']),
  ].join(' AND ');
  const params = {
    dataset,
    source,
    target,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(root !== undefined && { root }),
  };
  const figures = (events: string) => `sum(${events})::BIGINT AS events, sum(reports)::BIGINT AS reports,
        sum(mentions)::BIGINT AS mentions, sum(intensity) / nullif(sum(scored), 0) AS intensity`;
  const sums =
    'sum(reports) AS reports, sum(mentions) AS mentions, sum(intensity) AS intensity, sum(scored) AS scored';
  if (window <= 1) {
    // The days of a month on which something was told are bits, so that days that several imports have count once.
    const period =
      by === 'month' ? "printf('%04d-%02d', month // 100, month % 100)" : "printf('%04d', month // 100)";
    return {
      params,
      sql: `SELECT ${period} AS period, root, ${figures('days')}
      FROM (SELECT year(day) * 100 + month(day) AS month, root,
          bit_count(bit_or(1::INTEGER << (day(day)::INTEGER - 1))) AS days, ${sums}
        FROM event_day WHERE ${where} GROUP BY 1, 2)
      GROUP BY 1, 2 ORDER BY 1, 2`,
    };
  }
  return {
    params: { ...params, window },
    sql: `SELECT ${by === 'month' ? "strftime(day, '%Y-%m')" : "strftime(day, '%Y')"} AS period, root, ${figures('first')}
      FROM (SELECT root, day, reports, mentions, intensity, scored,
          CASE WHEN day - lag(day) OVER (PARTITION BY root ORDER BY day) < CAST($window AS INTEGER) THEN 0 ELSE 1 END AS first
        FROM (SELECT root, day, ${sums} FROM event_day WHERE ${where} GROUP BY root, day))
      GROUP BY 1, 2 ORDER BY 1, 2`,
  };
}

/** A row of the answer, whichever engine gave it. */
export const seriesRow = ({ period, root, events, reports, mentions, intensity }: SqlRow): SeriesRow => ({
  period: String(period),
  root: String(root),
  events: Number(events),
  reports: Number(reports),
  mentions: Number(mentions),
  intensity: intensity === null ? null : Number(intensity),
});
