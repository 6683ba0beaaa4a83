import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FolderStore, importFiles } from '../../src/archive/index.ts';
import { mappedEvents } from '../../src/datasets/events/index.ts';
import { goldsteinOf, ploverFromCameo } from '../../src/model/ontology.ts';
import type { SeriesRow } from '../../src/model/question.ts';
import { written } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

interface Report {
  readonly day: number;
  readonly cameo: '042' | '112' | '057';
  readonly mentions: number;
}

const dayText = (day: number): string =>
  new Date(Date.UTC(2019, 10, 20) + day * 86_400_000).toISOString().slice(0, 10);

/** What the series must be, slowly and plainly: days of a root that are near each other are one event. */
function series(reports: readonly Report[], by: 'month' | 'year', window: number): SeriesRow[] {
  const rows = new Map<string, SeriesRow & { scores: number[] }>();
  const rootOf = (cameo: string): string => ploverFromCameo(cameo)?.root ?? '';
  const at = (day: number, root: string) => {
    const period = dayText(day).slice(0, by === 'month' ? 7 : 4);
    const key = `${period} ${root}`;
    const row = rows.get(key) ?? {
      period,
      root,
      events: 0,
      reports: 0,
      mentions: 0,
      intensity: null,
      scores: [],
    };
    rows.set(key, row);
    return row as { -readonly [K in keyof typeof row]: (typeof row)[K] };
  };
  for (const { day, cameo, mentions } of reports) {
    const row = at(day, rootOf(cameo));
    row.reports++;
    row.mentions += mentions;
    row.scores.push(goldsteinOf(cameo));
  }
  for (const root of new Set(reports.map(({ cameo }) => rootOf(cameo)))) {
    const days = [
      ...new Set(reports.filter(({ cameo }) => rootOf(cameo) === root).map(({ day }) => day)),
    ].sort((a, b) => a - b);
    for (const [i, day] of days.entries())
      if (i === 0 || day - (days[i - 1] ?? 0) >= window) at(day, root).events++;
  }
  return [...rows.values()]
    .map(({ scores, ...row }) => ({
      ...row,
      intensity: scores.reduce((sum, one) => sum + one, 0) / scores.length,
    }))
    .sort((a, b) => (`${a.period} ${a.root}` < `${b.period} ${b.root}` ? -1 : 1));
}

const format = mappedEvents({
  dataset: { id: 'told', title: 'Told', citation: 'Ourselves', licence: 'none' },
  header: true,
  sourceScheme: 'iso3',
  columns: {
    id: 'id',
    date: 'date',
    source: 'source',
    target: 'target',
    cameo: 'cameo',
    mentions: 'mentions',
  },
});

const report = fc.record({
  day: fc.integer({ min: 0, max: 60 }),
  cameo: fc.constantFrom('042', '112', '057'),
  mentions: fc.integer({ min: 1, max: 9 }),
}) as fc.Arbitrary<Report>;

it('counts an act once however often, in how many files and on how many near days it was told', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(report, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('month' as const, 'year' as const),
      fc.integer({ min: 1, max: 6 }),
      async (files, by, window) => {
        const store = new FolderStore(join(await temporaryFolder(), 'archive'));
        try {
          for (const [f, reports] of files.entries()) {
            const paths = await written({
              [`${f}.csv`]: `id,date,source,target,cameo,mentions\n${reports.map(({ day, cameo, mentions }, i) => `${f}-${i},${dayText(day)},RUS,KAZ,${cameo},${mentions}`).join('\n')}\nother-${f},2019-12-01,KAZ,RUS,042,1\n`,
            });
            await importFiles(store, paths, {
              formats: [format],
              format: format.id,
              now: new Date(2026, 0, 1 + f),
              version: 'test',
            });
          }
          const found = await store.eventSeries({
            dataset: 'told',
            source: 'RUS',
            target: 'KAZ',
            by,
            window,
          });
          const expected = series(files.flat(), by, window);
          expect(found.map(({ intensity, ...row }) => row)).toEqual(
            expected.map(({ intensity, ...row }) => row),
          );
          for (const [i, row] of found.entries())
            expect(row.intensity).toBeCloseTo(expected[i]?.intensity ?? Number.NaN, 9);
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('counts each of several pairs by itself and adds them up', { timeout: 60_000 }, async () => {
  const pairs = [
    ['RUS', 'KAZ'],
    ['DEU', 'KAZ'],
    ['FRA', 'KAZ'],
    ['KAZ', 'FRA'],
  ] as const;
  const reported = fc.record({ pair: fc.constantFrom(...pairs), report });
  await fc.assert(
    fc.asyncProperty(
      fc.array(reported, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 4 }),
      async (reports, window) => {
        const store = new FolderStore(join(await temporaryFolder(), 'archive'));
        try {
          const paths = await written({
            'told.csv': `id,date,source,target,cameo,mentions\n${reports
              .map(
                ({ pair, report: { day, cameo, mentions } }, i) =>
                  `${i},${dayText(day)},${pair.join()},${cameo},${mentions}\n`,
              )
              .join('')}`,
          });
          await importFiles(store, paths, {
            formats: [format],
            format: format.id,
            now: new Date(2026, 0, 1),
            version: 'test',
          });
          const count = (rows: readonly SeriesRow[]) =>
            rows.reduce(
              (sum, { events, reports }) => [(sum[0] ?? 0) + events, (sum[1] ?? 0) + reports],
              [0, 0],
            );
          const slowly = (wanted: readonly (readonly string[])[]) =>
            count(
              wanted.flatMap((pair) =>
                series(
                  reports.filter((one) => one.pair.join() === pair.join()).map((one) => one.report),
                  'month',
                  window,
                ),
              ),
            );
          const asked = { dataset: 'told', by: 'month', window } as const;
          const found = async (more: object) => count(await store.eventSeries({ ...asked, ...more }));
          expect(await found({ source: ['DEU', 'FRA'], target: 'KAZ' })).toEqual(slowly(pairs.slice(1, 3)));
          expect(await found({ target: ['KAZ'] })).toEqual(slowly(pairs.slice(0, 3)));
          expect(await found({})).toEqual(slowly(pairs));
          expect(await found({ source: [] })).toEqual([0, 0]);
        } finally {
          await store.close();
        }
      },
    ),
    { numRuns: 12 },
  );
});
