import type { SqlRow } from './duck.ts';
import type { Bound } from './select.ts';
import type { SeriesQuestion, SeriesRow } from './store.ts';

/** Whether a question is about one pair alone, so that rows need not be kept apart by who did it to whom. */
export const isOnePair = ({ source, target }: Pick<SeriesQuestion, 'source' | 'target'>): boolean =>
  typeof source === 'string' && typeof target === 'string';

/** A condition on an actor: one, one of several, or none. */
export function actorSql(
  column: 'source' | 'target',
  wanted: string | readonly string[] | undefined,
  write: (value: string, name: string) => string,
): string[] {
  if (wanted === undefined) return [];
  if (typeof wanted === 'string') return [`${column} = ${write(wanted, column)}`];
  if (wanted.length === 0) return ['1 = 0'];
  return [`${column} IN (${wanted.map((one, i) => write(one, `${column}${i}`)).join(', ')})`];
}

/**
 * Events of a dyad by period and root, for DuckDB. GDELT and its like count reports: the same act is told many times.
 * Reports of one dyad and root that are fewer than `window` days apart are one event, dated by its first day; a chain
 * of them stays one event, however long. Of several pairs each has its own events.
 */
export function seriesSql(question: SeriesQuestion): Bound {
  const { dataset, source, target, by, from, to, root, window } = question;
  const actors: Record<string, string> = {};
  const bind = (value: string, name: string): string => {
    actors[name] = value;
    return `$${name}`;
  };
  const pair = isOnePair(question) ? '' : ', source, target';
  const where = [
    'dataset = $dataset',
    ...actorSql('source', source, bind),
    ...actorSql('target', target, bind),
    ...(from === undefined ? [] : ['day >= CAST($from AS DATE)']),
    ...(to === undefined ? [] : ['day <= CAST($to AS DATE)']),
    ...(root === undefined ? [] : ['root = $root']),
  ].join(' AND ');
  const params = {
    dataset,
    ...actors,
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
        FROM event_day WHERE ${where} GROUP BY 1, 2${pair})
      GROUP BY 1, 2 ORDER BY 1, 2`,
    };
  }
  return {
    params: { ...params, window },
    sql: `SELECT ${by === 'month' ? "strftime(day, '%Y-%m')" : "strftime(day, '%Y')"} AS period, root, ${figures('first')}
      FROM (SELECT root, day, reports, mentions, intensity, scored,
          CASE WHEN day - lag(day) OVER (PARTITION BY root${pair} ORDER BY day) < CAST($window AS INTEGER) THEN 0 ELSE 1 END AS first
        FROM (SELECT root, day${pair}, ${sums} FROM event_day WHERE ${where} GROUP BY root, day${pair}))
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
