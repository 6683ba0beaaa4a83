import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { imported, itWithFiles, samplesFolder, samplesOf } from '../fixtures/archives.ts';

const sample = (format: string, name: string): string =>
  readFileSync(join(samplesFolder, format, name), 'utf8');

/** Rows of the built-in dossier that come from these sources, without their ids. */
const dossierRows = (...sources: readonly string[]): Record<string, string>[] =>
  (parse(readFileSync('dossiers/kazakhstan/observations.csv'), { columns: true }) as Record<string, string>[])
    .filter(({ source }) => sources.includes(source ?? ''))
    .map(({ id: _, ...row }) => row);

/** Rows of the archive as they stand in a dossier, numbers with at most three decimals. */
const asInDossier = (rows: readonly Readonly<Record<string, unknown>>[]): Record<string, string>[] =>
  rows.map(({ published: _, ...row }) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value === null ? '' : typeof value === 'number' ? String(Number(value.toFixed(3))) : String(value),
      ]),
    ),
  );

const inOrder = (rows: readonly Record<string, string>[]): Record<string, string>[] =>
  [...rows].sort((a, b) =>
    JSON.stringify(Object.entries(a).sort()) < JSON.stringify(Object.entries(b).sort()) ? -1 : 1,
  );

describe('IMF direct investment positions', () => {
  it('are the host’s stock where outward, in millions whatever the scale, with confidential gaps', async () => {
    const { store, record } = await imported(samplesOf('imf-dip'));
    expect(record.format).toBe('imf-dip');
    expect(record.rows).toEqual({ read: 11, taken: 9, refused: 0 });
    expect(record.aside).toEqual([
      { because: 'a region, whose economies stand there one by one', rows: 1 },
      { because: 'a series without observations', rows: 1 },
    ]);
    const columns = ['focal', 'partner', 'indicator', 'period', 'value', 'gap', 'source'];
    const rows = await store.rows({ table: 'observation', columns });
    const of = (focal: string, partner: string, value: number, source: string) => ({
      focal,
      partner,
      indicator: 'fdi-stock',
      period: '2031',
      value,
      gap: null,
      source: `imf-dip-${source}`,
    });
    expect(new Set(rows)).toEqual(
      new Set([
        of('KAZ', 'USA', 1234.5678, 'reported'),
        { ...of('KAZ', 'USA', 0, 'reported'), period: '2032', value: null, gap: 'confidential' },
        of('KAZ', 'USA', -12.25, 'derived'),
        of('WLD', 'CHN', 100.5, 'reported'),
        of('KOR', 'CHN', 60.25, 'reported'),
        of('XKX', 'CHN', 0, 'reported'),
        of('imf:TX983', 'CHN', 40.25, 'reported'),
        of('PSE', 'CHN', 3, 'derived'),
        { ...of('USA', 'KAZ', 7.5, 'reported'), indicator: 'imf:INWD_D_NETLA_FALL_ALL' },
      ]),
    );
  });

  it('without scales are in millions, save the three rows that are known to be in dollars', async () => {
    const { store, record } = await imported(samplesOf('imf-dip-unscaled'));
    expect(record.format).toBe('imf-dip-unscaled');
    expect(record.rows).toEqual({ read: 10, taken: 7, refused: 0 });
    expect(
      await store.rows({
        table: 'observation',
        columns: ['partner', 'value'],
        where: { focal: 'CHN', source: 'imf-dip-reported' },
        order: ['partner'],
      }),
    ).toEqual([
      { partner: 'KAZ', value: 4 },
      { partner: 'KOR', value: 60250 },
      { partner: 'KWT', value: 50.25 },
      { partner: 'WLD', value: 60305.25 },
      { partner: 'XKX', value: 1 },
    ]);
  });

  it('refuses what it cannot tell the scale of, and cells that are none', async () => {
    const { record, rejects } = await imported({
      'positions.csv': sample('imf-dip-unscaled', 'positions.csv')
        .replace('"60250000000"', '"60250"')
        .replace('"60305.25"', '"60305250000"')
        .replace('"45.5"', '"n/a"')
        .replace('"2032"', '"FY32"')
        .replace('"CHN","China, People\'s Republic of","O"', '"CHN","China","Z"'),
    });
    expect(record.rows.refused).toBe(4);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'DV_TYPE.ID is neither O nor SCC'],
      [3, 'in single dollars up to now, but too small for that, and the file gives no scale'],
      [7, 'value: “n/a” is not a number'],
      [10, 'TIME_PERIOD is no year and no quarter'],
    ]);
  });

  itWithFiles('makes the dossier’s stocks to the letter, the confidential ones too', async (data) => {
    const folder = join(data, 'fdi-imf');
    const { store, receipt } = await imported(
      readdirSync(folder)
        .filter((name) => name.endsWith('.csv.gz'))
        .map((name) => join(folder, name)),
    );
    const dossier = dossierRows('imf-dip-reported', 'imf-dip-derived');
    expect(dossier.length).toBeGreaterThan(50);
    const ours = await store.rows({ table: 'observation', where: { focal: 'KAZ', indicator: 'fdi-stock' } });
    expect(inOrder(asInDossier(ours))).toEqual(inOrder(dossier));
    // Rows of the files, less headers; series without observations and regions counted with Python's csv.
    expect(Object.fromEntries(receipt.made.map(({ format, rows }) => [format, rows]))).toEqual({
      'imf-dip': { read: 15_721, taken: 14_680, refused: 0 },
      'imf-dip-unscaled': { read: 16_643, taken: 15_479, refused: 0 },
    });
  });

  itWithFiles('adds up to the World that each economy states, in every year', async (data) => {
    const folder = join(data, 'fdi-imf');
    const { store } = await imported(
      readdirSync(folder)
        .filter((name) => name.endsWith('.csv.gz'))
        .map((name) => join(folder, name)),
    );
    const sums = new Map<string, { world: number | undefined; sum: number }>();
    for (const { focal, partner, indicator, period, source, value } of await store.rows({
      table: 'observation',
    })) {
      const [economy, counterpart] = indicator === 'fdi-stock' ? [partner, focal] : [focal, partner];
      const key = [indicator, economy, period, source].join(' ');
      const of = sums.get(key) ?? { world: undefined, sum: 0 };
      if (counterpart !== 'WLD') of.sum += Number(value ?? 0);
      else if (value !== null) of.world = Number(value);
      sums.set(key, of);
    }
    const stated = [...sums.values()].filter(({ world }) => world !== undefined);
    expect(stated).toHaveLength(205);
    for (const { world, sum } of stated) expect(Math.abs(sum - Number(world))).toBeLessThan(0.01);
  });
});

describe('AidData on China’s public diplomacy', () => {
  it('has a figure for each count, and N/A is a gap', async () => {
    const { store, record } = await imported(samplesOf('aiddata-diplomacy'));
    expect(record.rows).toEqual({ read: 4, taken: 4, refused: 0 });
    const rows = await store.rows({ table: 'observation', where: { focal: 'KAZ' } });
    expect(rows).toHaveLength(20);
    const brief = ({ indicator, period, value, gap, unit }: (typeof rows)[number]) =>
      [indicator, period, value ?? gap, unit].join(' ');
    expect(rows.map(brief).sort()).toEqual([
      'ambassador-op-eds 2031 not-covered articles',
      'ambassador-op-eds 2032 not-covered articles',
      'confucius-institutes 2031 2 institutes',
      'confucius-institutes 2032 0 institutes',
      'government-visits 2031 6 visits',
      'government-visits 2032 not-covered visits',
      'journalist-visits 2031 3 visits',
      'journalist-visits 2032 not-covered visits',
      'media-partnerships 2031 not-covered partnerships',
      'media-partnerships 2032 not-covered partnerships',
      'military-visits 2031 1 visits',
      'military-visits 2032 not-covered visits',
      'official-visits 2031 7 visits',
      'official-visits 2032 not-covered visits',
      'sister-cities 2031 0 agreements',
      'sister-cities 2032 1 agreements',
      'students-from-partner 2031 120 students',
      'students-from-partner 2032 not-covered students',
      'students-to-partner 2031 1500 students',
      'students-to-partner 2032 not-covered students',
    ]);
    const focals = await store.rows({
      table: 'observation',
      columns: ['focal', 'partner'],
      where: { indicator: 'official-visits', period: '2031' },
      order: ['focal'],
    });
    expect(focals.map(({ focal }) => focal)).toEqual(['COK', 'KAZ', 'name:Ruritania']);
    expect(new Set(focals.map(({ partner }) => partner))).toEqual(new Set(['CHN']));
  });

  it('refuses a total that is none, a count below zero and a row without a year', async () => {
    const text = sample('aiddata-diplomacy', 'diplomacy.csv');
    const { record, rejects } = await imported({
      'a.csv': text
        .replace('6,1,7,', '6,1,8,')
        .replace('"Cook Islands",2031,0', '"Cook Islands",2031,-1')
        .replace('"Kazakhstan",2032', '"Kazakhstan",'),
    });
    expect(record.rows).toEqual({ read: 4, taken: 1, refused: 3 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'total_elite_visits is not the sum of government_visits and military_visits'],
      [3, 'no period'],
      [4, 'a count is negative'],
    ]);
    await expect(imported({ 'a.csv': text.replace('military_visits', 'navy') })).rejects.toThrow(
      'not one row could be taken',
    );
  });

  itWithFiles('makes the dossier’s visits to the letter, and sums as the file has them', async (data) => {
    const { store, record } = await imported([join(data, 'aid-aiddata', 'ChinesePublicDiplomacy.csv')]);
    expect(record.rows).toEqual({ read: 741, taken: 741, refused: 0 });
    const visits = await store.rows({
      table: 'observation',
      where: { focal: 'KAZ', indicator: 'official-visits' },
    });
    const dossier = dossierRows('aiddata-diplomacy');
    expect(dossier).toHaveLength(19);
    expect(inOrder(asInDossier(visits))).toEqual(inOrder(dossier));

    const rows = await store.rows({ table: 'observation' });
    expect(rows.filter(({ focal }) => String(focal).includes(':'))).toEqual([]);
    const of = (indicator: string) => rows.filter((row) => row.indicator === indicator);
    const sum = (indicator: string) => of(indicator).reduce((all, { value }) => all + Number(value ?? 0), 0);
    // Summed and counted in the file with Python's csv.
    expect([sum('official-visits'), sum('confucius-institutes'), sum('students-to-partner')]).toEqual([
      5930, 114, 2_490_043,
    ]);
    expect(of('official-visits').filter(({ gap }) => gap === 'not-covered')).toHaveLength(107);
    expect(of('media-partnerships').filter(({ gap }) => gap === 'not-covered')).toHaveLength(318);
  });
});

describe('AidData’s projects', () => {
  it('are transfers from China, quotes written with a backslash, umbrellas set aside', async () => {
    const { store, record } = await imported(samplesOf('aiddata-projects'));
    expect(record.rows).toEqual({ read: 4, taken: 2, refused: 0 });
    expect(record.aside.map(({ rows }) => rows)).toEqual([1, 1]);
    const rows = await store.rows({ table: 'transfer', order: ['locator'] });
    expect(rows).toEqual([
      {
        kind: 'aid',
        supplier: 'CHN',
        supplier_name: 'China',
        recipient: 'KAZ',
        recipient_name: 'Kazakhstan',
        what: 'China lends for a “power line”',
        category: 'Loan (excluding debt rescheduling); Energy',
        ordered: '2031',
        delivered: '2033',
        quantity: null,
        amount: 7.5000005,
        unit: 'USD million',
        uncertain: false,
        note: 'Completion; ODA-like; Development',
        source: 'aiddata-projects',
        locator: 'project_id 90001',
      },
      expect.objectContaining({
        ordered: '2032',
        delivered: null,
        amount: null,
        unit: null,
        uncertain: true,
      }),
    ]);
  });

  it('refuses amounts and flags that are none, and a project that stands there twice', async () => {
    const text = sample('aiddata-projects', 'projects.csv');
    const { record, rejects } = await imported({
      'a.csv':
        text.replace('7500000.5', '-1').replace(',true,false,2032,', ',true,maybe,2032,') +
        text.split('\n')[1]?.replace('90001', '90005'),
    });
    expect(record.rows).toEqual({ read: 5, taken: 1, refused: 2 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'usd_current is negative'],
      [3, 'umbrella_project is neither true nor false'],
    ]);
    await expect(imported({ 'a.csv': `${text}${text.split('\n')[1]}\n` })).rejects.toThrow(
      'a project stands there once',
    );
  });

  itWithFiles('adds up to what the file does', async (data) => {
    const { store, record } = await imported([
      join(data, 'aid-aiddata', 'ChineseFinancialPublicDiplomacyProjectDetails.csv'),
    ]);
    expect(record.rows).toEqual({ read: 1308, taken: 1308, refused: 0 });
    const rows = await store.rows({ table: 'transfer' });
    // With Python's csv: usd_current in 1,007 rows, together 153,339,025,028.09 dollars; 32 recipients.
    expect(rows.filter(({ amount }) => amount !== null)).toHaveLength(1007);
    expect(rows.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0)).toBeCloseTo(153_339.02502809, 5);
    expect(new Set(rows.map(({ recipient }) => recipient)).size).toBe(32);
    expect(rows.filter(({ supplier }) => supplier !== 'CHN')).toEqual([]);
  });
});
