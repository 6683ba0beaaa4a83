import type { SeriesRow } from '../archive-workbench.ts';
import { MultivectorError, missingArgument } from '../model/errors.ts';
import { isCooperative, type Root } from '../model/ontology.ts';
import { type Command, dayOf, jsonOption, text } from './command.ts';
import { archiveOption, withArchive } from './import.ts';
import { textTable } from './table.ts';
import { dim, signed } from './words.ts';

/** A month or a year of a pair, over all roots. */
interface Line {
  readonly period: string;
  readonly events: number;
  readonly cooperative: number;
  readonly conflictual: number;
  readonly reports: number;
  readonly mentions: number;
  readonly intensity: number | null;
}

function lines(rows: readonly SeriesRow[]): Line[] {
  const periods = new Map<string, SeriesRow[]>();
  for (const row of rows) periods.set(row.period, [...(periods.get(row.period) ?? []), row]);
  const sum = (some: readonly SeriesRow[], of: (row: SeriesRow) => number) =>
    some.reduce((total, row) => total + of(row), 0);
  return [...periods].map(([period, some]) => {
    const scored = some.filter(({ intensity }) => intensity !== null);
    const reports = sum(scored, (row) => row.reports);
    return {
      period,
      events: sum(some, ({ events }) => events),
      cooperative: sum(some, ({ root, events }) => (isCooperative(root as Root) ? events : 0)),
      conflictual: sum(some, ({ root, events }) => (isCooperative(root as Root) ? 0 : events)),
      reports: sum(some, (row) => row.reports),
      mentions: sum(some, ({ mentions }) => mentions),
      intensity: reports === 0 ? null : sum(scored, (row) => (row.intensity ?? 0) * row.reports) / reports,
    };
  });
}

export const eventsCommand: Command = {
  name: 'events',
  summary:
    'machine-coded events between two actors by month or year, each counted once however often it was told',
  takes: 'SOURCE TARGET',
  most: 2,
  options: {
    dataset: { type: 'string', value: 'ID', help: 'of this data set; needed where the archive has several' },
    by: { type: 'string', value: 'UNIT', help: 'month (the default) or year' },
    from: { type: 'string', value: 'DAY', help: 'from this day on' },
    to: { type: 'string', value: 'DAY', help: 'to this day' },
    root: { type: 'string', value: 'ROOT', help: 'only this PLOVER root, such as CONSULT' },
    reports: {
      type: 'boolean',
      help: 'list the reports themselves, at most 200: day, root, mentions, address',
    },
    window: {
      type: 'string',
      value: 'DAYS',
      help: 'reports of one root fewer than so many days apart are one event; by default 1, the same day',
    },
    ...archiveOption,
    ...jsonOption,
  },
  examples: [
    'multivector events RUS KAZ --by year',
    'multivector events KAZ CHN --root CONSULT --window 3',
    'multivector events RUS KAZ --reports --from 2014-11-01 --to 2014-11-30',
  ],
  async run([source, target], values, terminal) {
    const { out, err, width, colour } = terminal;
    if (source === undefined || target === undefined)
      throw missingArgument('events', 'SOURCE TARGET', 'multivector events RUS KAZ');
    const by = text(values.by) ?? 'month';
    if (by !== 'month' && by !== 'year')
      throw new MultivectorError('input', `--by: “${by}” is no unit of time`, {
        hint: 'there are: month, year',
      });
    const window = text(values.window) ?? '1';
    if (!/^[1-9]\d{0,3}$/.test(window))
      throw new MultivectorError('input', `--window: “${window}” is no number of days`, {
        hint: 'write --window 3',
      });
    await withArchive(values, terminal, async (archive) => {
      const held = [
        ...new Map(
          (await archive.imports())
            .filter(({ tables }) => tables.event_day !== undefined)
            .map(({ source: { id, title } }) => [id, title]),
        ),
      ];
      const dataset = text(values.dataset) ?? (held.length === 1 ? held[0]?.[0] : undefined);
      if (held.length === 0)
        throw new MultivectorError('missing', `the archive ${archive.place} has no events`, {
          hint: 'import some: multivector import 20141124.export.CSV.zip',
        });
      if (dataset === undefined || held.every(([id]) => id !== dataset))
        throw new MultivectorError(
          dataset === undefined ? 'input' : 'missing',
          dataset === undefined
            ? 'the archive has events of several data sets: which?'
            : `the archive has no events of “${dataset}”`,
          {
            hint: `say --dataset with one of: ${held.map(([id]) => id).join(', ')}`,
          },
        );
      if (values.reports) {
        const reports = await archive.rows({
          table: 'event',
          columns: ['date', 'root', 'cameo', 'source_name', 'target_name', 'mentions', 'place', 'url', 'id'],
          where: {
            dataset,
            source: source.toUpperCase(),
            target: target.toUpperCase(),
            date: { from: dayOf(values.from, '--from'), to: dayOf(values.to, '--to') },
            ...(text(values.root) !== undefined && { root: text(values.root)?.toUpperCase() ?? '' }),
          },
          order: ['date', 'root', 'id'],
          limit: 200,
        });
        if (values.json) return out(JSON.stringify(reports, null, 2));
        const cell = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
        for (const line of textTable(
          [
            { title: 'day' },
            { title: 'root' },
            { title: 'who', flexible: true },
            { title: 'to whom', flexible: true },
            { title: 'mentions', align: 'right' },
            { title: 'where to read it', flexible: true },
          ],
          reports.map((row) => [
            cell(row.date),
            cell(row.root) || cell(row.cameo),
            cell(row.source_name),
            cell(row.target_name),
            cell(row.mentions),
            cell(row.url) || cell(row.id),
          ]),
          Math.max(80, width),
          dim(colour),
        ))
          out(line);
        if (reports.length === 200) err('The first 200; narrow it with --from, --to and --root.');
        return;
      }
      const rows = await archive.eventSeries({
        dataset,
        source: source.toUpperCase(),
        target: target.toUpperCase(),
        by,
        from: dayOf(values.from, '--from'),
        to: dayOf(values.to, '--to'),
        root: text(values.root)?.toUpperCase(),
        window: Number(window),
      });
      if (values.json) return out(JSON.stringify(rows, null, 2));
      if (rows.length === 0)
        return err(`no events of ${source.toUpperCase()} towards ${target.toUpperCase()} in ${dataset}`);
      for (const line of textTable(
        [
          { title: by },
          ...['events', 'cooperative', 'conflictual', 'reports', 'mentions', 'mean scale'].map((title) => ({
            title,
            align: 'right' as const,
          })),
        ],
        lines(rows).map((line) => [
          line.period,
          String(line.events),
          String(line.cooperative),
          String(line.conflictual),
          String(line.reports),
          String(line.mentions),
          line.intensity === null ? '–' : signed(line.intensity),
        ]),
        Math.max(70, width),
        dim(colour),
      ))
        out(line);
      err('Machine-coded reports, not reviewed: they show what was written about, and how often.');
    });
  },
};
