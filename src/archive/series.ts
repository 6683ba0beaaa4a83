import type { Bound } from './select.ts';
import type { SeriesQuestion } from './store.ts';

/**
 * Events of a dyad by period and root, for DuckDB. GDELT and its like count reports: the same act is told many times.
 * Reports of one dyad and root that are fewer than `window` days apart are one event, dated by its first day; a chain
 * of them stays one event, however long.
 */
export function seriesSql({ dataset, source, target, by, from, to, root, window }: SeriesQuestion): Bound {
  const period = by === 'month' ? "strftime(day, '%Y-%m')" : "strftime(day, '%Y')";
  const where = [
    'dataset = $dataset AND source = $source AND target = $target',
    ...(from === undefined ? [] : ['day >= CAST($from AS DATE)']),
    ...(to === undefined ? [] : ['day <= CAST($to AS DATE)']),
    ...(root === undefined ? [] : ['root = $root']),
  ].join(' AND ');
  const first =
    window <= 1
      ? '1'
      : 'CASE WHEN day - lag(day) OVER (PARTITION BY root ORDER BY day) < CAST($window AS INTEGER) THEN 0 ELSE 1 END';
  return {
    params: {
      dataset,
      source,
      target,
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(root !== undefined && { root }),
      ...(window > 1 && { window }),
    },
    sql: `SELECT ${period} AS period, root, sum(first)::BIGINT AS events, sum(reports)::BIGINT AS reports,
        sum(mentions)::BIGINT AS mentions, sum(intensity) / nullif(sum(scored), 0) AS intensity
      FROM (SELECT root, day, reports, mentions, intensity, scored, ${first} AS first FROM (
        SELECT root, day, sum(reports) AS reports, sum(mentions) AS mentions, sum(intensity) AS intensity, sum(scored) AS scored
        FROM event_day WHERE ${where} GROUP BY root, day))
      GROUP BY 1, 2 ORDER BY 1, 2`,
  };
}
