import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { imported, itWithFiles, samplesOf, type TestArchive } from '../fixtures/archives.ts';

const figures = async ({ store }: TestArchive, focal: string) =>
  (
    await store.rows({
      table: 'observation',
      columns: ['partner', 'period', 'value', 'n'],
      where: { focal },
      order: ['period', 'partner'],
    })
  ).map(({ partner, period, value, n }) => [partner, period, Number(Number(value).toFixed(2)), n]);

describe('SIPRI trade register, one row a deal', () => {
  const preamble = 'Invented.\n\n';
  const header =
    'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\n';

  it('keeps each deal, with its marks, and one that has delivered nothing yet', async () => {
    const { store, record } = await imported(samplesOf('sipri-register'));
    expect(record.format).toBe('sipri-register');
    expect(record.rows).toEqual({ read: 10, taken: 10, refused: 0 });
    expect(record.source.redistributable).toBe(false);
    const [kite, ...more] = await store.rows({ table: 'transfer', where: { what: 'Kite-1' } });
    expect(more).toEqual([]);
    expect(kite).toEqual({
      kind: 'arms',
      supplier: 'RUS',
      supplier_name: 'Russia',
      recipient: 'KAZ',
      recipient_name: 'Kazakhstan',
      what: 'Kite-1',
      category: 'fighter aircraft',
      ordered: '2015',
      delivered: '2017; 2018; 2019',
      quantity: 8,
      amount: 80,
      unit: 'TIV million',
      uncertain: true,
      note: 'New; Barter, in part',
      source: 'sipri-arms',
      locator: 'recipient Kazakhstan, supplier Russia, ordered 2015, Kite-1',
    });
    // Latin-1, and nothing delivered: in no figure of any year.
    const engines = await store.rows({
      table: 'transfer',
      columns: ['what', 'delivered', 'amount', 'uncertain', 'supplier'],
      where: { category: 'ship engine' },
    });
    expect(engines).toEqual([
      { what: 'Wächter 12', delivered: null, amount: 0, uncertain: false, supplier: 'FRA' },
    ]);
  });

  it('splits a deal equally over its years, and has unknown suppliers in the total', async () => {
    const archive = await imported(samplesOf('sipri-register'));
    expect(await figures(archive, 'KAZ')).toEqual([
      ['RUS', '2017', 26.67, 1],
      ['WLD', '2017', 26.67, 1],
      ['RUS', '2018', 36.67, 2],
      ['TUR', '2018', 0, 1],
      ['WLD', '2018', 39.67, 4],
      ['name:unknown supplier(s)', '2018', 3, 1],
      ['RUS', '2019', 26.67, 1],
      ['WLD', '2019', 26.67, 1],
    ]);
    const [total] = await archive.store.rows({
      table: 'observation',
      columns: ['unit', 'locator', 'method'],
      where: { focal: 'KAZ', partner: 'WLD', period: '2018' },
    });
    expect(total).toEqual({
      unit: 'TIV million',
      locator: 'recipient Kazakhstan',
      method:
        'TIV of delivered weapons; a deal with several delivery years is split equally over them; n: deals delivering in the year; all suppliers, unknown ones too',
    });
  });

  it('names organisations by their acronym, what is no state by its name, the unknown not at all', async () => {
    const archive = await imported(samplesOf('sipri-register'));
    const actors = await archive.store.rows({
      table: 'transfer',
      columns: ['supplier', 'recipient', 'recipient_name'],
      where: { what: ['Ear', 'Pipe', 'Ferry'] },
      order: ['what'],
    });
    expect(actors).toEqual([
      { supplier: 'CZE', recipient: 'NATO', recipient_name: 'NATO**' },
      { supplier: 'ABW', recipient: null, recipient_name: 'unknown recipient(s)' },
      {
        supplier: 'name:Soviet Union',
        recipient: 'name:Hill rebels (Ruritania)',
        recipient_name: 'Hill rebels (Ruritania)*',
      },
    ]);
    expect(await figures(archive, 'NATO')).toEqual([
      ['CZE', '2016', 12, 1],
      ['WLD', '2016', 12, 1],
      ['CZE', '2017', 12, 1],
      ['WLD', '2017', 12, 1],
    ]);
  });

  it('keeps deals that are alike apart', async () => {
    const archive = await imported(samplesOf('sipri-register'));
    const deals = await archive.store.rows({
      table: 'transfer',
      columns: ['locator'],
      where: { recipient: 'AGO' },
      order: ['locator'],
    });
    expect(deals.map(({ locator }) => locator)).toEqual([
      'recipient Angola, supplier Russia, ordered 1999, Heron',
      'recipient Angola, supplier Russia, ordered 1999, Heron, no. 2',
    ]);
    expect(await figures(archive, 'AGO')).toEqual([
      ['RUS', '2000', 10, 2],
      ['WLD', '2000', 10, 2],
    ]);
  });

  it('refuses years that are none, a delivery without a value and marks that are none, with their lines', async () => {
    const { record, rejects } = await imported({
      'register.csv': `${preamble}${header}${[
        'Kazakhstan,Russia,2015,,1,,Kite,aircraft,1,,2017 to 2019,New,,1,1,1',
        'Kazakhstan,Russia,2015,,1,,Kite,aircraft,1,,2017,New,,1,1,',
        'Kazakhstan,Russia,2015,!,1,,Kite,aircraft,1,,2017,New,,1,1,1',
        'Kazakhstan,Russia,2015,,1,,Kite,aircraft,1,,2017,New,,1,1,-1',
        ',Russia,2015,,1,,Kite,aircraft,1,,2017,New,,1,1,1',
        'Kazakhstan,Russia,2015,,1,,Kite,aircraft,1,,2017,New,,1,1,1',
        '',
      ].join('\n')}`,
    });
    expect(record.rows).toEqual({ read: 6, taken: 1, refused: 5 });
    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [4, null, 'Year(s) of delivery: not years with “; ” between them'],
      [5, null, 'SIPRI TIV of delivered weapons: empty, though there is a year of delivery'],
      [6, null, 'ordered_mark is none of ?'],
      [7, null, 'SIPRI TIV of delivered weapons: below zero'],
      [8, null, 'no recipient or no supplier'],
    ]);
  });

  it('names the columns that are lacking', async () => {
    const file = {
      'register.csv': 'Recipient,Supplier,Year of order,Year(s) of delivery\nKazakhstan,Russia,2015,2017\n',
    };
    await expect(imported(file)).rejects.toMatchObject({
      fault: 'data',
      hint: expect.stringContaining(
        'there is no column “Weapon designation”, “Weapon description”, “Number delivered”, “SIPRI TIV of delivered weapons”',
      ),
    });
  });

  itWithFiles('makes the same figures of Kazakhstan as stand in the dossier', async (data) => {
    const archive = await imported([join(data, 'arms-sipri', 'trade-register_2026-05-18.csv')]);
    // 29,928 lines, the header on the twelfth; 1,220 deals have no year of delivery.
    expect(archive.record.rows).toEqual({ read: 29916, taken: 29916, refused: 0 });
    expect(archive.record.tables.transfer).toBe(29916);
    expect(archive.record.period).toEqual({ first: '1950', last: '2025' });
    const dossier = (
      parse(readFileSync('dossiers/kazakhstan/observations.csv', 'utf8'), { columns: true }) as Record<
        string,
        string
      >[]
    ).filter(({ source, value }) => source === 'sipri-arms' && value !== '0');
    expect(dossier.length).toBeGreaterThan(100);
    const all = await figures(archive, 'KAZ');
    const known = all.filter(([partner, , value]) => partner !== 'name:unknown supplier(s)' && value !== 0);
    const byKey = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    expect(byKey(known)).toEqual(
      byKey(dossier.map(({ partner, period, value, n }) => [partner, period, Number(value), Number(n)])),
    );
    // Sums of “SIPRI TIV of delivered weapons” over the rows that have a year of delivery, from the file itself.
    const sum = async (where: Record<string, string>) =>
      (await archive.store.rows({ table: 'observation', columns: ['value'], where })).reduce(
        (total, { value }) => total + Number(value),
        0,
      );
    expect(await sum({ focal: 'KAZ', partner: 'RUS' })).toBeCloseTo(3427.02, 6);
    expect(await sum({ partner: 'WLD' })).toBeCloseTo(2133347.71, 4);
  });
});

describe('SIPRI trade register, one row a delivery year', () => {
  it('counts a deal once a year, with the value of that year', async () => {
    const archive = await imported(samplesOf('sipri-deliveries'));
    expect(archive.record.format).toBe('sipri-deliveries');
    expect(archive.record.replaces).toBe('sipri-arms');
    expect(archive.record.rows).toEqual({ read: 7, taken: 7, refused: 0 });
    expect(await figures(archive, 'KAZ')).toEqual([
      ['RUS', '2017', 50, 1],
      ['WLD', '2017', 50, 1],
      ['RUS', '2018', 50, 2],
      ['WLD', '2018', 53, 3],
      ['name:unknown supplier(s)', '2018', 3, 1],
    ]);
    const rows = await archive.store.rows({
      table: 'transfer',
      columns: ['what', 'category', 'delivered', 'quantity', 'amount', 'uncertain', 'note', 'locator'],
      where: { recipient: 'KAZ' },
      order: ['locator'],
    });
    const cells = rows.map(({ what, delivered, amount, uncertain, note, locator }) => [
      what,
      delivered,
      amount,
      uncertain,
      note,
      locator,
    ]);
    expect(cells).toEqual([
      ['Kite-1', '2017', 50, true, 'New; Aircraft', 'SIPRI AT Database ID 101, delivery year 2017'],
      ['Kite-1', '2018', 30, true, 'New; Aircraft', 'SIPRI AT Database ID 101, delivery year 2018'],
      ['Kite-1', '2018', 10, true, 'New; Aircraft', 'SIPRI AT Database ID 101, delivery year 2018, no. 2'],
      [
        'Heron',
        '2018',
        10,
        false,
        'Second hand; Aircraft; local production',
        'SIPRI AT Database ID 102, delivery year 2018',
      ],
      ['Mule', '2018', 3, false, 'Second hand; Other', 'SIPRI AT Database ID 103, delivery year 2018'],
      ['Wächter 12', null, null, false, 'New; Engines', 'SIPRI AT Database ID 105'],
    ]);
  });

  it('refuses a value that is none and a mark that is none, with line and column', async () => {
    const header =
      'SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Order date,Numbers delivered,Delivery year,Delivery year is estimate,TIV delivery values\n';
    const { record, rejects } = await imported({
      'register.csv': `Invented.\n${header}${[
        '1,Russia,Kazakhstan,Kite,aircraft,2015,1,2017,No,much',
        '1,Russia,Kazakhstan,Kite,aircraft,2015,1,2017,Perhaps,1',
        '1,Russia,Kazakhstan,Kite,aircraft,2015,1,17,No,1',
        '1,Russia,Kazakhstan,Kite,aircraft,2015,1,2017,No,',
        '1,Russia,Kazakhstan,Kite,aircraft,2015,1,2017,No,1',
        '',
      ].join('\n')}`,
    });
    expect(record.rows).toEqual({ read: 5, taken: 1, refused: 4 });
    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, 'tiv', 'tiv: “much” is not a number'],
      [4, null, 'delivered_mark is none of Yes, No'],
      [5, null, 'Delivery year: not a year'],
      [6, null, 'TIV delivery values: empty, though there is a year of delivery'],
    ]);
  });

  it('stands in the place of an import of the other layout, not beside it', async () => {
    const archive = await imported([...samplesOf('sipri-register'), ...samplesOf('sipri-deliveries')]);
    expect(archive.receipt.made.map(({ format }) => format)).toEqual(['sipri-register', 'sipri-deliveries']);
    const rows = await archive.store.rows({ table: 'transfer', columns: ['source'] });
    expect(rows.length).toBe(7);
  });
});
