import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CellObject, utils, write } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { MultivectorError } from '../../src/model/errors.ts';
import { type Files, imported, itWithFiles, samplesFolder, samplesOf } from '../fixtures/archives.ts';

const flows = {
  table: 'observation',
  columns: ['focal', 'partner', 'indicator', 'period', 'value'],
} as const;
const sample = (format: string, name: string): string =>
  readFileSync(join(samplesFolder, format, name), 'latin1');

/** What an import of files that cannot be taken says, with its hint. */
const fault = (files: Files): Promise<string> =>
  imported(files).then(
    () => 'taken',
    (error: unknown) =>
      error instanceof MultivectorError ? `${error.message} (${error.hint})` : String(error),
  );

describe('Correlates of War trade', () => {
  it('is what ccode1 buys from ccode2, and -9 is no flow', async () => {
    const { store, record } = await imported(samplesOf('cow-trade'));
    expect(record.rows).toEqual({ read: 5, taken: 4, refused: 0 });
    expect(record.aside).toEqual([{ because: 'the flow is missing', rows: 1 }]);
    const rows = await store.rows({
      table: 'observation',
      columns: ['focal', 'partner', 'indicator', 'period', 'value', 'unit', 'source'],
      order: ['focal', 'partner'],
    });
    expect(rows).toContainEqual({
      focal: 'KAZ',
      partner: 'RUS',
      indicator: 'imports',
      period: '2012',
      value: 100.5,
      unit: 'USD million',
      source: 'cow-trade',
    });
    // A state that no longer exists keeps its number, with the scheme spelt out.
    expect(rows.map(({ partner }) => partner)).toContain('cow:315');
  });

  it('reads both flows where the file has each pair once', async () => {
    const { store, record } = await imported({
      'Dyadic_COW_4.0.csv':
        'ccode1,ccode2,year,importer1,importer2,flow1,flow2\n365,705,2012,Russia,Kazakhstan,100,-9\n2,705,2012,United States,Kazakhstan,-9,7\n2,365,2012,United States,Russia,-9,-9\n',
    });
    expect(record.rows).toEqual({ read: 3, taken: 2, refused: 0 });
    expect(await store.rows({ ...flows, order: ['focal'] })).toEqual([
      { focal: 'KAZ', partner: 'USA', indicator: 'imports', period: '2012', value: 7 },
      { focal: 'RUS', partner: 'KAZ', indicator: 'imports', period: '2012', value: 100 },
    ]);
  });

  it('refuses a negative flow and a year that is none, with their lines', async () => {
    const { record, rejects } = await imported({
      'trade.csv': '"ccode1","ccode2","year","flow1"\n705,365,2012,-3\n705,710,soon,4\n705,2,2012,5\n',
    });
    expect(record.rows).toEqual({ read: 3, taken: 1, refused: 2 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'flow1 is negative'],
      [3, 'year: “soon” is not a whole number'],
    ]);
  });

  itWithFiles('holds what the file says of Kazakhstan and Russia', async (data) => {
    const { store, record } = await imported([join(data, 'trade-cow', 'cow_trade_ddy_1991_2014.csv.gz')]);
    expect(record.rows).toEqual({ read: 686_440, taken: 665_057, refused: 0 });
    expect(record.period).toEqual({ first: '1991', last: '2014' });
    const [row] = await store.rows({
      table: 'observation',
      columns: ['value'],
      where: { focal: 'KAZ', partner: 'RUS', period: '2014' },
    });
    expect(row).toEqual({ value: 15524 });
  });
});

/** A yearly edition with one sheet, as .xls. */
function edition(lines: readonly (readonly (string | number | null)[])[], title = 'за 2031 год'): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    [' Основные показатели внешней торговли Республики Казахстан'],
    [title, 'тыс. долларов США'],
    ['Наименование', 'Товарооборот', null, 'Экспорт', null, 'Импорт'],
    ...lines.map(([name, turnover, exports, imports]) => [name, turnover, null, exports, null, imports]),
  ]);
  utils.book_append_sheet(book, sheet, '2031');
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
}

describe('Kazakhstan’s official trade', () => {
  it('has partners and the published total, in millions, and groups are set aside', async () => {
    const { store, record } = await imported(samplesOf('kaz-trade'));
    expect(record.format).toBe('kaz-trade');
    expect(record.rows).toEqual({ read: 16, taken: 9, refused: 0 });
    expect(record.aside).toEqual([
      { because: 'a group of countries, which stand there one by one', rows: 6 },
      { because: 'a line without figures', rows: 1 },
    ]);
    const rows = await store.rows({
      table: 'observation',
      columns: ['focal', 'partner', 'indicator', 'value', 'unit', 'locator', 'published'],
      where: { period: '2031' },
      order: ['indicator', 'partner'],
    });
    const file = 'edition 2031 (file of 2032-02-03), sheet 12_2031, row';
    const of = (indicator: string, partner: string, value: number, row: string) => ({
      focal: 'KAZ',
      partner,
      indicator,
      value,
      unit: 'USD million',
      locator: `${file} ${row}`,
      published: '2032-02-03',
    });
    expect(rows).toEqual([
      of('exports', 'CHN', 0.30025, 'Китай'),
      of('exports', 'RUS', 0.3, 'Россия'),
      of('exports', 'WLD', 0.60025, 'Всего'),
      of('imports', 'CHN', 0.2, 'Китай'),
      of('imports', 'MMR', 0.04025, 'Мьянма'),
      of('imports', 'RUS', 0.15, 'Россия'),
      of('imports', 'WLD', 0.40025, 'Всего'),
      of('imports', 'name:Рурития', 0.01, 'Рурития'),
      of('trade-turnover', 'CHN', 0.50025, 'Китай'),
      of('trade-turnover', 'MMR', 0.04025, 'Мьянма'),
      of('trade-turnover', 'RUS', 0.45, 'Россия'),
      of('trade-turnover', 'WLD', 1.0005, 'Всего'),
      of('trade-turnover', 'name:Рурития', 0.01, 'Рурития'),
    ]);
  });

  it('takes the day of publication from the cover, where one states it', async () => {
    const { store } = await imported(samplesOf('kaz-trade'));
    const rows = await store.rows({
      table: 'observation',
      columns: ['partner', 'value', 'locator', 'published'],
      where: { period: '2032', indicator: 'exports', partner: 'VIR' },
    });
    expect(rows).toEqual([
      {
        partner: 'VIR',
        value: 0.05,
        locator: 'edition 2032 (published 2033-07-25), sheet 2032, row Виргинские Острова, Сша',
        published: '2033-07-25',
      },
    ]);
  });

  it('stops at partners that do not add up: an unknown group would count twice', async () => {
    await expect(
      fault({
        'a.xls': edition([
          ['Всего', 20, 10, 10],
          ['Страны Рурии', 20, 10, 10],
          ['Китай', 20, 10, 10],
        ]),
      }),
    ).resolves.toContain('a.xls, sheet 2031: the partners’ turnover miss the total by 20 thousand');
  });

  it('refuses a cell that is no number, with its row, and takes the others', async () => {
    const { record, rejects } = await imported({
      'a.xls': edition([
        ['Всего', 20, 10, 10],
        ['Китай', 10, 'нет', 10],
        ['Россия', 10, 10, null],
      ]),
    });
    expect(record.rows).toEqual({ read: 3, taken: 2, refused: 1 });
    expect(rejects).toEqual([
      { file: 'a.xls', line: 5, column: 'exports', reason: 'exports: “нет” is not a number', text: 'нет' },
    ]);
  });

  it('does not read a part of a year, a file without a total, or one without the columns', async () => {
    const lines = [['Всего', 20, 10, 10]] as const;
    await expect(fault({ 'a.xls': edition(lines, 'за январь-июнь 2031 года') })).resolves.toContain(
      'it is about a part of a year',
    );
    await expect(fault({ 'a.xls': edition(lines, 'за 2030 год') })).resolves.toContain(
      'do not say the same year',
    );
    await expect(fault({ 'a.xls': edition([['Китай', 20, 10, 10]]) })).resolves.toContain('no line “Всего”');
    const book = utils.book_new();
    const cell: CellObject = { t: 's', v: 'внешней торговли, тыс. долларов США' };
    utils.book_append_sheet(book, { A1: cell, '!ref': 'A1' }, '2031');
    const file = write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
    await expect(fault({ 'a.xls': file })).resolves.toContain('no sheet has a header with Товарооборот');
  });

  itWithFiles('knows every country of the five editions, and they add up to the totals', async (data) => {
    const folder = join(data, 'trade-kaz-official');
    const { store, record } = await imported(
      readdirSync(folder)
        .filter((name) => name.endsWith('.xls'))
        .map((name) => join(folder, name)),
    );
    // Ten sheets of eleven groups each; lines counted with SheetJS.
    expect(record.rows).toEqual({ read: 2041, taken: 1931, refused: 0 });
    expect(record.aside).toEqual([
      { because: 'a group of countries, which stand there one by one', rows: 110 },
    ]);
    expect(record.period).toEqual({ first: '2018', last: '2023' });

    const rows = await store.rows({
      table: 'observation',
      columns: ['partner', 'indicator', 'period', 'value', 'published'],
    });
    expect(rows.filter(({ partner }) => String(partner).includes(':'))).toEqual([]);
    const sheets = new Map<string, { total: number; sum: number }>();
    for (const { partner, indicator, period, value, published } of rows) {
      const key = [indicator, period, published].join(' ');
      const sheet = sheets.get(key) ?? { total: 0, sum: 0 };
      if (partner === 'WLD') sheet.total += Number(value);
      else sheet.sum += Number(value);
      sheets.set(key, sheet);
    }
    expect(sheets.size).toBe(30);
    for (const { total, sum } of sheets.values()) expect(Math.abs(total - sum)).toBeLessThan(0.001);
    expect(sheets.get('trade-turnover 2023 2024-07-25')?.total).toBeCloseTo(139_551.038, 3);
    expect(sheets.get('exports 2018 2020-08-13')?.total).toBeCloseTo(61_111.2214, 4);
  });

  itWithFiles('has every figure of the built-in dossier, to the letter', async (data) => {
    const folder = join(data, 'trade-kaz-official');
    const { store } = await imported(
      readdirSync(folder)
        .filter((name) => name.endsWith('.xls'))
        .map((name) => join(folder, name)),
    );
    const columns = [
      'focal',
      'partner',
      'indicator',
      'period',
      'value',
      'unit',
      'source',
      'locator',
      'method',
    ];
    const line = (row: Readonly<Record<string, unknown>>): string =>
      columns
        .map((name) => (name === 'value' ? String(Number(Number(row[name]).toFixed(3))) : String(row[name])))
        .join('|');
    const ours = new Set((await store.rows({ table: 'observation', columns })).map(line));
    const dossier = (
      parse(readFileSync('dossiers/kazakhstan/observations.csv'), { columns: true }) as Record<
        string,
        string
      >[]
    ).filter(({ source }) => source === 'kaz-trade');
    expect(dossier.length).toBeGreaterThan(500);
    expect(dossier.map(line).filter((wanted) => !ours.has(wanted))).toEqual([]);
  });
});

describe('UN Comtrade', () => {
  it('counts totals once and keeps products, re-exports and areas that are no state apart', async () => {
    const { store, record } = await imported(samplesOf('comtrade-csv'));
    expect(record.format).toBe('comtrade-csv');
    expect(record.rows).toEqual({ read: 13, taken: 9, refused: 0 });
    expect(record.aside).toEqual([
      { because: 'part of a total: by customs procedure, transport, supply or second partner', rows: 2 },
      { because: 'the same row once more', rows: 1 },
      { because: 'trade in services', rows: 1 },
    ]);
    expect(await store.rows({ ...flows, order: ['focal', 'indicator', 'partner'] })).toEqual([
      { focal: 'EU', partner: 'KAZ', indicator: 'imports:S4:776', period: '2031', value: 3 },
      { focal: 'KAZ', partner: 'BLM', indicator: 'exports', period: '2031', value: 0.0125 },
      { focal: 'KAZ', partner: 'comtrade:_X', indicator: 'exports', period: '2031', value: 7 },
      { focal: 'KAZ', partner: 'RUS', indicator: 'exports:8542', period: '2031', value: 2 },
      { focal: 'KAZ', partner: 'RUS', indicator: 'imports', period: '2031', value: 200 },
      { focal: 'KAZ', partner: 'TWN', indicator: 'imports', period: '2031', value: 100 },
      { focal: 'KAZ', partner: 'WLD', indicator: 'imports', period: '2031', value: 300 },
      { focal: 'KAZ', partner: 'RUS', indicator: 're-exports', period: '2031', value: 1 },
      { focal: 'USA', partner: 'KAZ', indicator: 'imports', period: '2031-01', value: 4 },
    ]);
  });

  it('reads the API’s answer, by number where it has no letters', async () => {
    const { store, record } = await imported(samplesOf('comtrade-json'));
    expect(record.format).toBe('comtrade-json');
    expect(record.rows).toEqual({ read: 8, taken: 7, refused: 0 });
    expect(await store.rows({ ...flows, order: ['indicator', 'value'] })).toEqual([
      { focal: 'KAZ', partner: 'USA', indicator: 'exports', period: '2031', value: 1.5 },
      { focal: 'KAZ', partner: 'FRA', indicator: 'exports', period: '2031', value: 2.5 },
      { focal: 'KAZ', partner: 'HKG', indicator: 'exports', period: '2031', value: 3.5 },
      { focal: 'KAZ', partner: 'comtrade:X1', indicator: 'exports', period: '2031', value: 4.5 },
      { focal: 'KAZ', partner: 'comtrade:838', indicator: 'exports', period: '2031', value: 5.5 },
      { focal: 'KAZ', partner: 'RUS', indicator: 'imports', period: '2031', value: 200.00000025 },
      { focal: 'KAZ', partner: 'WLD', indicator: 'imports', period: '2031', value: 300 },
    ]);
  });

  it('refuses values and flows that are none, with their lines', async () => {
    const whole = sample('comtrade-csv', 'TradeData.csv');
    const [header = '', world = '', russia = ''] = whole.split('\r\n');
    const { record, rejects } = await imported({
      'TradeData.csv': [
        header,
        world.replace('"300000000"', '"lots"'),
        russia.replace('"200000000"', '"-1"'),
        russia.replace('"M"', '"Q"'),
        russia.replace('"200000000"', ''),
        russia.replaceAll('"2031"', '"2031-13"'),
        russia,
        '',
      ].join('\r\n'),
    });
    expect(record.rows).toEqual({ read: 6, taken: 1, refused: 5 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'primaryValue: “lots” is not a number'],
      [3, 'primaryValue is negative'],
      [4, 'flowCode is none that is known'],
      [5, 'primaryValue is empty'],
      [6, 'period is no year and no month'],
    ]);
    const answer = await imported({
      'answer.json': sample('comtrade-json', 'answer.json').replace(
        '"data": [',
        '"data": [7, {"reporterCode": "KAZ", "primaryValue": 1},',
      ),
    });
    expect(answer.record.rows).toEqual({ read: 10, taken: 7, refused: 2 });
    expect(answer.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [1, null, 'an element of “data” is no record'],
      [2, 'reporterCode', 'reporterCode: “KAZ” is not a whole number'],
    ]);
    await expect(
      fault({ 'answer.json': '{"data": [{"reporterCode": 398, "primaryValue": ' }),
    ).resolves.toContain('answer.json is not JSON');
    await expect(fault({ 'a.csv': whole.replace('period', 'when') })).resolves.toContain(
      'no column “period”',
    );
  });

  it('stops where two files give one figure differently', async () => {
    const whole = sample('comtrade-csv', 'TradeData.csv');
    await expect(
      fault({ 'a.csv': whole, 'b.csv': whole.replaceAll('"200000000"', '"200000001"') }),
    ).resolves.toContain('a reporter has one figure of a flow with a partner and period');
  });

  itWithFiles('adds up to each reporter’s own World, and keeps mirror figures apart', async (data) => {
    const { store, record } = await imported([join(data, 'trade-comtrade', 'TradeData_multi_TOTAL.csv')]);
    expect(record.rows).toEqual({ read: 1352, taken: 1352, refused: 0 });
    const rows = await store.rows(flows);
    const sumOf = (focal: string, indicator: string, world: boolean): number =>
      rows
        .filter(
          (row) => row.focal === focal && row.indicator === indicator && (row.partner === 'WLD') === world,
        )
        .reduce((sum, { value }) => sum + Number(value), 0);
    // The World rows of the file, in million dollars.
    for (const [focal, indicator, world] of [
      ['CHN', 'imports', 2_715_997.517261],
      ['CHN', 'exports', 3_593_601.435602],
      ['DEU', 'imports', 1_588_852.981506719],
      ['DEU', 'exports', 1_686_141.996013135],
      ['USA', 'imports', 3_372_902.165775],
      ['USA', 'exports', 2_062_089.832731],
    ] as const) {
      expect(sumOf(focal, indicator, true)).toBeCloseTo(world, 6);
      expect(sumOf(focal, indicator, false)).toBeCloseTo(world, 5);
    }
    const areas = new Set(
      rows.map(({ partner }) => String(partner)).filter((partner) => /[^A-Z]/.test(partner)),
    );
    expect([...areas].sort()).toEqual(
      ['A59', 'A79', 'E19', 'F19', 'X1', '_X'].map((area) => `comtrade:${area}`).sort(),
    );
  });
});

describe('BACI', () => {
  it('adds up products to what one state sells another, seen from both', async () => {
    const { store, record } = await imported(samplesOf('baci'));
    expect(record.rows).toEqual({ read: 8, taken: 8, refused: 0 });
    const rows = await store.rows({
      ...flows,
      columns: [...flows.columns, 'n'],
      order: ['indicator', 'value'],
    });
    const exports = [
      ['KAZ', 'baci:849', 0.002, 1],
      ['IND', 'HKG', 0.0035, 1],
      ['FRA', 'CHE', 0.007, 1],
      ['TWN', 'KAZ', 0.01225, 1],
      ['USA', 'KAZ', 0.2505, 1],
      ['KAZ', 'USA', 1.50051, 3],
    ] as const;
    expect(rows).toEqual([
      ...exports.map(([focal, partner, value, n]) => ({
        focal,
        partner,
        indicator: 'exports',
        period: '2031',
        value,
        n,
      })),
      ...exports.map(([partner, focal, value, n]) => ({
        focal,
        partner,
        indicator: 'imports',
        period: '2031',
        value,
        n,
      })),
    ]);
  });

  it('refuses rows without a value, and two files of one year', async () => {
    const { rejects } = await imported({
      'BACI_HS92_Y2031.csv':
        't,i,j,k,v,q\n2031,398,842,010121,NA,1\n2031,398,842,010129,,1\n2031,398,842,0102,2,1\n',
    });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'v: “NA” is not a number'],
      [3, 'year, exporter, importer, product or value is empty'],
    ]);
    const row = (k: string) => `t,i,j,k,v,q\n2031,398,842,${k},2,1\n`;
    await expect(fault({ 'HS92.csv': row('010121'), 'HS17.csv': row('010130') })).resolves.toContain(
      'no two files have the same year',
    );
  });

  it('has the codes of its countries and products', async () => {
    const countries = await imported(samplesOf('baci-countries'));
    expect(countries.record.format).toBe('baci-countries');
    const code = {
      table: 'code',
      columns: ['scheme', 'code', 'label', 'note', 'parent'],
      order: ['code'],
    } as const;
    expect(await countries.store.rows({ ...code, where: { code: '490' } })).toEqual([
      {
        scheme: 'baci-country',
        code: '490',
        label: 'Other Asia, not elsewhere specified',
        note: 'TWN',
        parent: null,
      },
    ]);
    const products = await imported(samplesOf('baci-products'));
    expect(products.record.format).toBe('baci-products');
    const [first] = await products.store.rows(code);
    expect(first).toEqual({
      scheme: 'hs92',
      code: '010121',
      label: 'Horses: live, for our tests',
      note: null,
      parent: '0101',
    });
    const broken = await imported({
      'country_codes_V1.csv':
        'country_code,country_name,country_iso2,country_iso3\nKZ,Kazakhstan,KZ,KAZ\n4,A,AF,AFG\n',
      'product_codes_HS17_V1.csv': 'code,description\n010121,Horses\n,nothing\n',
    });
    expect(broken.receipt.made.map(({ rows }) => rows.refused)).toEqual([1, 1]);
    await expect(
      fault({ 'c.csv': 'country_code,country_name_abbreviation,iso_3digit_alpha\n4,A,AFG\n' }),
    ).resolves.toContain('no column “country_name”');
  });
});
