import type { Answers, SeriesQuestion, SeriesRow } from '../../../src/model/question.ts';

/** A report of an event as a machine coded it, for tests that reckon by hand. */
export interface Report {
  readonly dataset?: string;
  /** `2019-11-30` */
  readonly day: string;
  readonly source: string;
  readonly target: string;
  readonly root: string;
  readonly intensity?: number;
}

const oneOf = (wanted: string | readonly string[] | undefined, value: string): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? wanted === value : wanted.includes(value));

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Answers out of a list of reports, slowly and plainly; `asked` counts the questions. */
export function answersOf(given: readonly Report[]): Answers & { readonly asked: string[] } {
  const reports = given.map((report) => ({ dataset: 'told', intensity: 1, ...report }));
  const asked: string[] = [];
  return {
    asked,
    async rows({ table, where = {}, limit = Number.POSITIVE_INFINITY }) {
      asked.push(`rows ${table}`);
      if (table !== 'event_day') return [];
      const after = (where.dataset as { from?: string } | undefined)?.from ?? '';
      return reports
        .filter((report) => oneOf(where.source as string | undefined, report.source))
        .filter((report) => oneOf(where.target as string | undefined, report.target))
        .filter(({ dataset }) => dataset >= after)
        .sort((a, b) => (a.dataset < b.dataset ? -1 : 1))
        .slice(0, limit);
    },
    async eventSeries(question: SeriesQuestion): Promise<SeriesRow[]> {
      asked.push('series');
      const { dataset, source, target, root, from = '', to = '9999', by, window } = question;
      const wanted = reports
        .filter(
          (one) =>
            one.dataset === dataset &&
            oneOf(source, one.source) &&
            oneOf(target, one.target) &&
            oneOf(root, one.root) &&
            one.day >= from &&
            one.day <= to,
        )
        .sort((a, b) => (a.day < b.day ? -1 : 1));
      const last = new Map<string, number>();
      const rows = new Map<string, { period: string; root: string; events: number; scores: number[] }>();
      for (const one of wanted) {
        const period = one.day.slice(0, by === 'month' ? 7 : 4);
        const row = rows.get(`${period} ${one.root}`) ?? { period, root: one.root, events: 0, scores: [] };
        rows.set(`${period} ${one.root}`, row);
        row.scores.push(one.intensity);
        const chain = `${one.source} ${one.target} ${one.root}`;
        const before = last.get(chain);
        if (before === undefined || dayNumber(one.day) - before >= window) row.events++;
        last.set(chain, dayNumber(one.day));
      }
      return [...rows.values()].map(({ scores, ...row }) => ({
        ...row,
        reports: scores.length,
        mentions: scores.length,
        intensity: scores.reduce((sum, one) => sum + one, 0) / scores.length,
      }));
    },
  };
}
