import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FolderStore, importFiles } from '../../src/archive/index.ts';
import { formats } from '../../src/datasets/index.ts';
import { imported, itWithFiles, samplesOf, type TestArchive, written } from '../fixtures/archives.ts';

const sample = (format: string): string => readFileSync(samplesOf(format)[0] ?? '', 'utf8');

const designation = async (store: FolderStore, where: Readonly<Record<string, string>> = {}) =>
  store.rows({
    table: 'designation',
    columns: ['id', 'list', 'kind', 'name', 'aliases', 'states', 'from', 'note'],
    where,
    order: ['id'],
  });

const details = async (store: FolderStore, where: Readonly<Record<string, string>> = {}) =>
  store.rows({
    table: 'designation_detail',
    columns: ['id', 'kind', 'text', 'note', 'state'],
    where,
    order: ['id', 'kind', 'text'],
  });

const rejected = ({ rejects }: TestArchive) => rejects.map(({ line, reason }) => [line, reason]);

/** Imports files one after the other, a day apart. */
async function oneByOne(paths: readonly string[]): Promise<FolderStore> {
  const [first = '', ...rest] = paths;
  const { store } = await imported([first]);
  for (const [i, path] of rest.entries())
    await importFiles(store, [path], { formats, now: new Date(Date.UTC(2026, 1, 1 + i)), version: 'test' });
  return store;
}

describe('OFAC’s lists as CSV', () => {
  it('have no header, write “missing” as -0- and several programmes in brackets, and end in ^Z', async () => {
    const { store, record } = await imported(samplesOf('ofac-sdn'));
    expect(record.rows).toEqual({ read: 5, taken: 5, refused: 0 });
    const rows = await designation(store);
    expect(rows).toContainEqual({
      id: '101',
      list: 'CUBA',
      kind: 'entity',
      name: 'EXEMPLAR AIRWAYS',
      aliases: "EXAIR; L'EXEMPLE",
      states: null,
      from: null,
      note: "a.k.a. 'EXAIR'; a.k.a. 'L'EXEMPLE'.",
    });
    const [person] = await designation(store, { id: '202' });
    // Nobody knows Ruritania: the name stays, and says that it is one. Iran issued a passport, no more.
    expect(person).toMatchObject({
      list: 'SDGT; IFSR',
      kind: 'person',
      states: 'KAZ; RUS; name:Ruritania',
      note: expect.stringMatching(/^Director, Exemplar Airways; DOB 1 Jan 1960/),
    });
    expect(rows.map(({ id, kind, states }) => [id, kind, states])).toContainEqual(['303', 'vessel', 'HKG']);
    expect(rows.map(({ id, kind, states }) => [id, kind, states])).toContainEqual(['505', 'vessel', null]);
    expect(rows.find(({ id }) => id === '303')?.note).toBe(
      'vessel type General Cargo; call sign ABC12; tonnage 2,597; gross registered tonnage 1098; owner Sample "Star" Shipping Co.',
    );
  });

  it('are two, told apart by their programmes, and neither takes the other’s place', async () => {
    const { store, receipt } = await imported([...samplesOf('ofac-sdn'), ...samplesOf('ofac-consolidated')]);
    expect(receipt.made.map(({ format }) => format).sort()).toEqual(['ofac-consolidated', 'ofac-sdn']);
    expect(await store.rows({ table: 'designation' })).toHaveLength(7);
    const [bank] = await designation(store, { source: 'ofac-consolidated', id: '602' });
    expect(bank).toMatchObject({ list: 'UKRAINE-EO13662; RUSSIA-EO14024', kind: 'entity' });
  });

  it('are joined with addresses, names and remarks by the number of the entry', async () => {
    const parts = ['ofac-sdn', 'ofac-addresses', 'ofac-aliases', 'ofac-comments'];
    const { store, receipt } = await imported(parts.flatMap(samplesOf));
    expect(receipt.passed).toEqual([]);
    expect(await details(store, { id: '202' })).toEqual([
      {
        id: '202',
        kind: 'address',
        text: '1 Sample Street, Office "B", Almaty 050000, Kazakhstan',
        note: null,
        state: 'KAZ',
      },
      { id: '202', kind: 'alias', text: 'EXEMPLOV, Vanya', note: 'nka', state: null },
      {
        id: '202',
        kind: 'remark',
        text: "emen's Union; Linked To: EXEMPLAR AIRWAYS; Tax ID No. 000000000001 (Russia).",
        note: 'goes on from the remarks of the list',
        state: null,
      },
    ]);
  });

  it('count an entry without an address, and a torn end of file is “missing” too', async () => {
    const { store, record } = await imported(samplesOf('ofac-addresses'));
    expect(record.rows).toEqual({ read: 6, taken: 5, refused: 0 });
    expect(record.aside).toEqual([{ because: 'no address is known', rows: 1 }]);
    const rows = await details(store);
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['101', 'CUB'],
      ['202', 'KAZ'],
      ['303', null], // undetermined
      ['404', 'name:Region: Kafia Kingi'],
      ['505', 'VGB'],
    ]);
    expect(rows.at(-1)?.note).toBeNull();
  });

  it.each([
    ['ofac-consolidated-addresses', { kind: 'address', id: '602', state: 'KAZ' }],
    ['ofac-consolidated-aliases', { kind: 'alias', id: '602', text: 'OLD SAMPLE BANK', note: 'fka' }],
    ['ofac-consolidated-comments', { kind: 'remark', id: '602' }],
  ])('of the consolidated list are known by their names: %s', async (format, row) => {
    const { store, record } = await imported(samplesOf(format));
    expect([record.format, record.source.id]).toEqual([format, 'ofac-consolidated']);
    expect(await details(store, { id: '602' })).toEqual([expect.objectContaining(row)]);
  });

  it('refuse a torn row, a number that is none and a kind that is none, with their lines', async () => {
    const good = sample('ofac-sdn').split('\r\n')[0] ?? '';
    const spoilt = [
      good,
      '7,"TORN',
      good.replace('101', 'one'),
      good.replace('101', '8').replace('",-0- ,"CUBA"', '","ghost","CUBA"'),
      good.replace('101', '9').replace('"CUBA"', '-0- '),
    ];
    const archive = await imported({ 'sdn.csv': `${spoilt.join('\r\n')}\r\n\u001a` }, 'ofac-sdn');
    expect(archive.record.rows).toEqual({ read: 5, taken: 1, refused: 4 });
    expect(rejected(archive)).toEqual([
      [2, 'a quote is opened and not closed'],
      [3, 'number: “one” is not a whole number'],
      [4, 'the kind is none of individual, vessel, aircraft'],
      [5, 'no list'],
    ]);
  });

  it('refuse an unknown kind of name', async () => {
    const archive = await imported({ 'alt.csv': '1,2,"aka","A",-0- \n1,3,"xka","B",-0- \n' }, 'ofac-aliases');
    expect(rejected(archive)).toEqual([[2, 'the kind of name is none of aka, fka, nka']]);
  });

  itWithFiles('hold the SDN list, its addresses, names and remarks', async (data) => {
    const { store, receipt } = await imported(
      ['sdn.csv', 'add.csv', 'alt.csv', 'sdn_comments.csv'].map((name) => join(data, 'sanctions/ofac', name)),
    );
    // Rows counted with Python's csv.
    expect(receipt.made.map(({ format, rows }) => [format, rows])).toEqual([
      ['ofac-sdn', { read: 7379, taken: 7379, refused: 0 }],
      ['ofac-addresses', { read: 11696, taken: 9474, refused: 0 }],
      ['ofac-aliases', { read: 9682, taken: 9682, refused: 0 }],
      ['ofac-comments', { read: 13, taken: 13, refused: 0 }],
    ]);
    const rows = await designation(store);
    const having = (column: string, value: string) => rows.filter((row) => row[column] === value).length;
    expect(['person', 'entity', 'vessel', 'aircraft'].map((kind) => having('kind', kind))).toEqual([
      3845, 2994, 323, 217,
    ]);
    expect([having('list', 'CUBA'), having('list', 'SDNTK'), having('list', 'NPWMD; IFSR')]).toEqual([
      79, 1782, 216,
    ]);
    const naming = (state: string) => rows.filter(({ states }) => String(states).split('; ').includes(state));
    expect([naming('IRN').length, naming('KGZ').length]).toEqual([203, 3]);
    expect(naming('KAZ').map(({ id }) => id)).toEqual(['23243']);
    expect(rows.filter(({ aliases }) => aliases !== null)).toHaveLength(1014);

    const kazakh = await details(store, { state: 'KAZ' });
    expect(kazakh.map(({ id }) => id)).toEqual(['16274']);
    expect((await designation(store, { id: '16274' })).map(({ name }) => name)).toEqual([
      'GURGEN HOUSE FZCO',
    ]);
    const names = await details(store, { kind: 'alias' });
    expect(['aka', 'fka', 'nka'].map((kind) => names.filter(({ note }) => note === kind).length)).toEqual([
      9335, 331, 16,
    ]);
  });

  itWithFiles('give way to a later SDN list', async (data) => {
    const store = await oneByOne(
      ['sdn.csv', 'bench_sdn.csv'].map((name) => join(data, 'sanctions/ofac', name)),
    );
    expect((await store.imports()).map(({ format, rows }) => [format, rows.read, rows.refused])).toEqual([
      ['ofac-sdn', 7379, 0],
      ['ofac-sdn', 8976, 0],
    ]);
    const rows = await designation(store);
    expect(rows).toHaveLength(8976);
    expect(rows.filter(({ list }) => list === 'GLOMAG')).toHaveLength(307);
  });

  itWithFiles('hold the consolidated list, its addresses, names and remarks', async (data) => {
    const { store, receipt } = await imported(
      ['cons_prim.csv', 'cons_add.csv', 'cons_alt.csv', 'cons_comments.csv'].map((name) =>
        join(data, 'sanctions/ofac', name),
      ),
    );
    expect(receipt.made.map(({ format, rows }) => [format, rows.read, rows.taken, rows.refused])).toEqual([
      ['ofac-consolidated', 442, 442, 0],
      ['ofac-consolidated-addresses', 574, 522, 0],
      ['ofac-consolidated-aliases', 1073, 1073, 0],
      ['ofac-consolidated-comments', 10, 10, 0],
    ]);
    expect(await designation(store, { list: 'CMIC-EO13959' })).toHaveLength(68);
    const kazakh = await details(store, { state: 'KAZ' });
    expect(kazakh.map(({ id, text }) => [id, text])).toEqual([
      [
        '17016',
        '6 Floor, Business Center Q, Block A, Building 15A, Kabanbay Batyra Avenue, Astana 010000, Kazakhstan',
      ],
      ['18723', '28 Timiryazev Street, Almaty 050040, Kazakhstan'],
    ]);
  });
});

describe('OFAC’s lists as XML', () => {
  it('have names, addresses and papers with the entry', async () => {
    const { store, record } = await imported(samplesOf('ofac-non-sdn-xml'));
    expect(record.rows).toEqual({ read: 2, taken: 2, refused: 0 });
    expect(await designation(store)).toEqual([
      {
        id: '601',
        list: 'NS-PLC',
        kind: 'person',
        name: 'DEPUTY, Sample',
        aliases: null,
        states: null,
        from: null,
        note: null,
      },
      {
        id: '602',
        list: 'UKRAINE-EO13662',
        kind: 'entity',
        name: 'SAMPLE BANK & SONS KAZAKHSTAN',
        aliases: 'OLD SAMPLE BANK',
        states: 'KAZ; PSE',
        from: null,
        note: '(Linked To: SAMPLE HOLDING)',
      },
    ]);
    expect((await details(store)).map(({ kind, text, note, state }) => [kind, text, note, state])).toEqual([
      ['address', '3 Sample Street, Astana, 010000, Kazakhstan', null, 'KAZ'],
      ['address', 'Gaza, Region: Gaza', null, 'PSE'],
      ['alias', 'OLD SAMPLE BANK', 'fka', null],
      ['identifier', '000000000002', 'Tax ID No.', 'KAZ'],
    ]);
  });

  it('stand in the place of the same list as CSV', async () => {
    const store = await oneByOne([...samplesOf('ofac-sdn'), ...samplesOf('ofac-sdn-xml')]);
    expect(
      (await designation(store)).map(({ id, name, kind, states, note }) => [id, name, kind, states, note]),
    ).toEqual([
      ['202', 'EXEMPLOV, Ivan Petrovich', 'person', 'KAZ', 'Director, Exemplar Airways'],
      [
        '303',
        'SAMPLE STAR',
        'vessel',
        'HKG',
        'callSign ABC12; vesselType General Cargo; vesselFlag Hong Kong',
      ],
    ]);
    expect(await details(store, { kind: 'alias' })).toEqual([
      { id: '202', kind: 'alias', text: 'EXEMPLOV, Vanya', note: 'nka; weak', state: null },
    ]);
  });

  it('say in the advanced layout since when, and prefer a name in Latin letters', async () => {
    const { store, record } = await imported(samplesOf('ofac-sdn-advanced'));
    expect(record.rows).toEqual({ read: 3, taken: 2, refused: 0 });
    expect(record.aside).toEqual([{ because: 'a listing of a party that the file does not have', rows: 1 }]);
    expect(await designation(store)).toEqual([
      {
        id: '202',
        list: 'FTO; SDGT',
        kind: 'person',
        name: 'EXEMPLOV, Ivan',
        aliases: 'Экземплов, Иван; Vanya',
        states: 'HKG; KAZ',
        from: '2015-09-29',
        note: 'also on: Consolidated List',
      },
      {
        id: '303',
        list: 'SDN List',
        kind: 'vessel',
        name: 'SAMPLE STAR',
        aliases: null,
        states: null,
        from: null,
        note: 'the file does not say when or under which programme',
      },
    ]);
    expect((await details(store, { kind: 'birth' })).map(({ text }) => text)).toEqual([
      '1960-01-01',
      '1970-01-01/1972-12-31',
    ]);
  });

  it('refuse a party that is on another list alone', async () => {
    const archive = await imported({
      'sdn_advanced.xml': sample('ofac-sdn-advanced')
        .replace('ProfileID="9202" ListID="1550"', 'ProfileID="9202" ListID="91512"')
        .replace('ProfileID="9999"', 'ProfileID="9303"'),
    });
    expect(rejected(archive)).toEqual([[22, 'the party is on other lists, not on the SDN List']]);
    expect((await designation(archive.store)).map(({ id, from }) => [id, from])).toEqual([
      ['303', '2020-01-01'],
    ]);
  });

  it('refuse an entry that is not well-formed, not closed or without a number, and go on', async () => {
    const entry = (uid: string, more = '') =>
      `<sdnEntry><uid>${uid}</uid><lastName>N ${uid}</lastName><sdnType>Entity</sdnType><programList><program>NS-PLC</program></programList>${more}</sdnEntry>`;
    const archive = await imported({
      'consolidated.xml': [
        '<sdnList>',
        entry('1'),
        entry('2', '<remarks>a & b</remarks>'),
        entry('3').replace('</sdnEntry>', ''),
        entry('4'),
        entry(''),
        entry('6').replace('Entity', 'Ghost'),
        entry('7'),
        '<sdnEntry><uid>8</uid>',
      ].join('\n'),
    });
    expect(archive.record.rows).toMatchObject({ taken: 3 });
    expect((await designation(archive.store)).map(({ id }) => id)).toEqual(['1', '4', '7']);
    expect(archive.rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, null, 'not well-formed: undefined entity.'],
      [4, null, '<sdnEntry> is not closed before the next'],
      [6, null, 'no id'],
      [7, 'kind', 'kind: “Ghost” is none of person, entity, vessel, aircraft, other'],
      [9, null, 'not well-formed: unclosed tag: sdnEntry'],
    ]);
  });

  itWithFiles('hold the consolidated list of 8 March 2023', async (data) => {
    const { store, record } = await imported([join(data, 'sanctions/ofac/ofac_non_sdn.xml')]);
    // Its own Record_Count is 445; details counted with ElementTree.
    expect(record.rows).toEqual({ read: 445, taken: 445, refused: 0 });
    expect(record.tables).toEqual({ designation: 445, designation_detail: 1120 + 506 + 2372 + 74 + 19 + 1 });
    const rows = await designation(store);
    expect(rows.filter(({ kind }) => kind === 'person')).toHaveLength(79);
    expect(
      rows.filter(({ states }) => String(states).includes('KAZ')).map(({ id, name }) => [id, name]),
    ).toEqual([['18723', 'BANK VTB KAZAKHSTAN JOINT STOCK COMPANY']]);
  });

  itWithFiles('hold the sample of the advanced layout', async (data) => {
    const { store, record } = await imported([join(data, 'sanctions/ofac/sdn_advanced_sample.xml')]);
    // 37 parties, and 147 entries that are about others: the sample was cut out of two places.
    expect(record.rows).toEqual({ read: 37 + 147, taken: 37, refused: 0 });
    expect(record.aside.map(({ rows }) => rows)).toEqual([147]);
    const [airline] = await store.rows({ table: 'designation', where: { id: '36' } });
    expect(airline).toMatchObject({
      name: 'AEROCARIBBEAN AIRLINES',
      aliases: 'AERO-CARIBBEAN',
      addresses: 'Havana, Cuba',
      states: 'CUB',
    });
  });
});

describe('The Denied Persons List', () => {
  it('has a row for each address of an order', async () => {
    const { store, record } = await imported(samplesOf('ofac-dpl'));
    expect(record.rows).toEqual({ read: 4, taken: 4, refused: 0 });
    const rows = await store.rows({
      table: 'designation',
      columns: ['id', 'name', 'states', 'addresses', 'from', 'to', 'note'],
      order: ['id'],
    });
    expect(rows).toEqual([
      {
        id: 'ODD COUNTRY LTD, 2002-03-04',
        name: 'ODD COUNTRY LTD',
        states: 'iso2:NM',
        addresses: '4 SAMPLE ROAD, SANTA FE, NM',
        from: '2002-03-04',
        to: '2056-06-29',
        note: '67 F.R. 3',
      },
      {
        id: 'SAMPLE "SAM" TRADER, 2017-10-16',
        name: 'SAMPLE "SAM" TRADER',
        states: null,
        addresses: '1 SAMPLE LANE, SUITE 2, DALLAS, TX, 75000',
        from: '2017-10-16',
        to: '2020-10-13',
        note: '82 F.R. 1 10/20/2017',
      },
      {
        id: 'SAMPLE COOLING CO., 2010-10-06',
        name: 'SAMPLE COOLING CO.',
        states: 'CHN; KAZ',
        addresses: '2 SAMPLE ROAD, ALMATY, KZ; 3 SAMPLE ROAD, BEIJING, PRC',
        from: '2010-10-06',
        to: null,
        note: 'not a standard order; 75 F.R. 2',
      },
    ]);
    expect((await details(store)).map(({ text, state }) => [text, state])).toContainEqual([
      '3 SAMPLE ROAD, BEIJING, PRC',
      'CHN',
    ]);
  });

  it('refuses dates that are none and an order that ends before it begins', async () => {
    const [header = '', good = ''] = sample('ofac-dpl').split('\n');
    const archive = await imported({
      'dpl.txt': [
        header,
        good,
        good.replace('10/16/2017', '16/10/2017'),
        good.replace('10/13/2020', '10/13/2010'),
        good.replace('10/16/2017', ''),
      ].join('\n'),
    });
    expect(rejected(archive)).toEqual([
      [3, 'effective: “16/10/2017” is not a day'],
      [4, 'the order ends before it takes effect'],
      [5, 'no day on which the order takes effect'],
    ]);
  });

  it('says which column a file lacks', async () => {
    const text = sample('ofac-dpl').replace('"City"\t', '"Town"\t');
    await expect(imported({ 'dpl.txt': text })).rejects.toMatchObject({
      fault: 'data',
      hint: expect.stringContaining('there is no column “city”'),
    });
  });

  itWithFiles('is read whole', async (data) => {
    const { store, record } = await imported([join(data, 'sanctions/ofac/dpl.txt')]);
    // 546 rows; 129 of them have a name and day that another has too (Python's csv).
    expect(record.rows).toEqual({ read: 546, taken: 546, refused: 0 });
    expect(record.tables.designation).toBe(546 - 129);
    const rows = await details(store);
    expect(rows.filter(({ state }) => state === 'USA')).toHaveLength(239);
    expect(rows.filter(({ state }) => state === 'CHN')).toHaveLength(14 + 2);
    const [cooling] = await designation(store, { name: 'PARTO ABGARDAN COOLING TOWERS CO.' });
    expect(cooling).toMatchObject({ from: '2010-10-06' });
  });
});

describe('The Security Council’s consolidated list', () => {
  it('has names in parts, days with an offset, several nationalities and “na”', async () => {
    const { store, record } = await imported(samplesOf('un-consolidated'));
    expect(record.rows).toEqual({ read: 2, taken: 2, refused: 0 });
    const rows = await store.rows({ table: 'designation', order: ['id'] });
    expect(rows.at(-1)).toEqual({
      id: 'QDi.901',
      authority: 'UN',
      list: 'Al-Qaida',
      kind: 'person',
      name: 'IVAN PETROVICH EXEMPLOV',
      aliases: 'Иван Петрович Экземплов; Vanya',
      states: 'KAZ; KGZ; RUS; name:former Soviet Union',
      addresses: 'Osh, Kyrgyzstan; former Soviet Union',
      from: '2011-03-17',
      to: null,
      note: 'Sample officer; Speaks two languages & writes one.',
      url: null,
      source: 'un-sanctions',
      locator: 'DATAID 1001',
    });
    expect((await details(store, { id: 'QDi.901' })).map((row) => Object.values(row).slice(1))).toEqual([
      ['address', 'Osh, Kyrgyzstan', 'as of 2012', 'KGZ'],
      ['address', 'former Soviet Union', null, 'name:former Soviet Union'],
      ['alias', 'Vanya', 'Low', null],
      ['alias', 'Иван Петрович Экземплов', 'original script', null],
      ['birth', '1960/1962', 'BETWEEN', null],
      ['birth', 'Omsk, Russian Federation', 'place', 'RUS'],
      ['identifier', '000001', 'Passport', 'KAZ'],
      ['nationality', 'Kazakhstan', null, 'KAZ'],
      ['nationality', 'Russian Federation', null, 'RUS'],
    ]);
  });

  it('refuses a day that is none, an entry without a list, and bytes that are no UTF-8', async () => {
    const text = sample('un-consolidated')
      .replace('2011-03-17-04:00', '2011-02-31')
      .replace('<UN_LIST_TYPE>DPRK</UN_LIST_TYPE>', '')
      .replace(
        '</ENTITIES>',
        '<ENTITY><DATAID>3</DATAID><FIRST_NAME>Caf\u00e9</FIRST_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE></ENTITY>\n<ENTITY><DATAID>4</DATAID><FIRST_NAME>B</FIRST_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE></ENTITY></ENTITIES>',
      );
    const bytes = Buffer.from(text).toString('latin1').replace('Caf\u00c3\u00a9', 'Caf\u00e9');
    const archive = await imported({ 'list.xml': Buffer.from(bytes, 'latin1') });
    expect((await designation(archive.store)).map(({ id }) => id)).toEqual(['4']);
    expect(rejected(archive)).toEqual([
      [4, 'LISTED_ON is not a day'],
      [31, 'no list'],
      [43, 'not valid UTF-8'],
    ]);
  });

  it('keeps the publisher’s own replacement character', async () => {
    const { store, record } = await imported({
      'list.xml': sample('un-consolidated').replace('SAMPLE TRADE', 'SAMPLE \uFFFD'),
    });
    expect(record.rows.refused).toBe(0);
    expect((await designation(store, { id: 'KPe.901' }))[0]?.aliases).toBe('SAMPLE \uFFFD');
  });

  it('is refused where it lists one reference number twice', async () => {
    const text = sample('un-consolidated').replace('KPe.901', 'QDi.901');
    await expect(imported({ 'list.xml': text })).rejects.toThrow(/a reference number stands once/);
  });

  it('does not expand entities, fetch anything, or give way to depth and size', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const entity = (id: string, comment: string) =>
      `<ENTITY><DATAID>${id}</DATAID><FIRST_NAME>N ${id}</FIRST_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE><COMMENTS1>${comment}</COMMENTS1></ENTITY>`;
    const archive = await imported({
      'list.xml': [
        `<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY l0 "lol">${laughs}<!ENTITY file SYSTEM "file:///etc/hostname">]>`,
        '<CONSOLIDATED_LIST><ENTITIES>',
        entity('1', '&l9;'),
        entity('2', '&file;'),
        entity('3', '<b>'.repeat(100_000) + '</b>'.repeat(100_000)),
        entity('4', 'x'.repeat(5_000_000)),
        entity('5', 'fine'),
        '</ENTITIES></CONSOLIDATED_LIST>',
      ].join('\n'),
    });
    expect(rejected(archive)).toEqual([
      [3, 'not well-formed: undefined entity.'],
      [4, 'not well-formed: undefined entity.'],
      [5, 'elements stand within each other deeper than 50'],
      [6, 'the record is larger than 4,000,000 characters'],
    ]);
    expect(await designation(archive.store)).toEqual([expect.objectContaining({ id: '5', note: 'fine' })]);
  });

  it('tells of every record that something not closed has swallowed', async () => {
    const entity = (id: string) =>
      `<ENTITY><DATAID>${id}</DATAID><FIRST_NAME>N ${id}</FIRST_NAME><UN_LIST_TYPE>Iran</UN_LIST_TYPE></ENTITY>`;
    const archive = await imported({
      'list.xml': `<CONSOLIDATED_LIST><ENTITIES>\n${entity('1')}\n<!-- ${entity('2')}\n${entity('3')}\n</ENTITIES></CONSOLIDATED_LIST>`,
    });
    expect(archive.record.rows.taken).toBe(1);
    const reasons = archive.rejects.map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.startsWith('swallowed'))).toHaveLength(2);
    expect(reasons.filter((reason) => reason.startsWith('not well-formed'))).not.toEqual([]);
  });

  it('is none where the root is another', async () => {
    await expect(
      imported({ 'list.xml': '<OTHER><CONSOLIDATED_LIST/></OTHER>' }, 'un-consolidated'),
    ).rejects.toMatchObject({ hint: expect.stringContaining('the root element is <OTHER>') });
  });

  itWithFiles('holds the list of 27 February 2026', async (data) => {
    const { store, record } = await imported([join(data, 'sanctions/un/UN_consolidated.xml')]);
    // grep counts 730 <INDIVIDUAL> and 273 <ENTITY>.
    expect(record.rows).toEqual({ read: 730 + 273, taken: 730 + 273, refused: 0 });
    expect(record.period).toEqual({ first: '2000-04-12', last: '2026-02-24' });
    const rows = await designation(store);
    const under = (list: string) => rows.filter((row) => row.list === list).length;
    expect(['Al-Qaida', 'DPRK', 'Taliban', 'Iran', 'SouthSudan'].map(under)).toEqual([341, 155, 140, 121, 8]);
    expect(rows.filter(({ from }) => String(from).startsWith('2001'))).toHaveLength(143);
    expect(rows.filter(({ states }) => String(states).includes('UZB')).map(({ id }) => id)).toEqual([
      'QDi.311',
    ]);
    expect((await designation(store, { id: 'QDi.352' }))[0]?.from).toBe('2015-04-07');
    // Counted with ElementTree, empty ones and “na” left out.
    expect(await details(store, { kind: 'alias' })).toHaveLength(3130);
    expect(await details(store, { kind: 'nationality' })).toHaveLength(651);
    // Kazakhstan is named in one remark, and is nobody's state.
    expect(rows.filter(({ note }) => String(note).includes('Kazakhstan')).map(({ id }) => id)).toEqual([
      'QDe.168',
    ]);
    expect(rows.filter(({ states }) => String(states).includes('KAZ'))).toEqual([]);
  });
});

describe('The EU’s lists by regulation', () => {
  it('have several values a cell, and countries and days in the words of the act', async () => {
    const { store, record } = await imported(samplesOf('eu-regulations'));
    expect(record.rows).toEqual({ read: 5, taken: 5, refused: 0 });
    const rows = await store.rows({ table: 'designation', order: ['id'] });
    expect(rows.map(({ id, list, kind, states, from }) => [id, list, kind, states, from])).toEqual([
      ['39001R0001 I Organization 9', 'EU-XXX: Asset freeze', 'entity', 'RUS', null],
      ['39001R0001 I Person 1', 'EU-XXX: Asset freeze', 'person', 'DEU; KAZ', '2011-02-26'],
      ['39001R0001 I Person 8', 'EU-XXX: Asset freeze', 'person', 'name:Ruritanian', '2011-02'],
      ['39001R0001 IV LegalEntity TOO Sample', 'EU-XXX: Export control', 'entity', 'KAZ', '2023-12-02'],
      ['39001R0001 XLII Vessel 7', 'EU-XXX: Transportation restrictions', 'vessel', 'HKG', '2024-09-07'],
    ]);
    expect(rows[1]).toMatchObject({
      authority: 'EU',
      name: 'Ivan EXEMPLOV',
      aliases: 'Vanya; Ivan; "the Sample"; IE',
      note: 'Officer; For a sample.; Owns a sample.',
      url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:39001R0001',
      locator: '39001R0001 annex I record 1',
    });
    expect(rows[0]).toMatchObject({ locator: '39026R0002 annex I record 9' });
    expect(await details(store, { kind: 'address' })).toEqual([
      {
        id: '39001R0001 IV LegalEntity TOO Sample',
        kind: 'address',
        text: '3 Sample Street, Nowhere',
        note: null,
        state: null,
      },
      {
        id: '39001R0001 IV LegalEntity TOO Sample',
        kind: 'address',
        text: 'Office 1; 2 Sample Street, Almaty, Republic of Kazakhstan',
        note: null,
        state: 'KAZ',
      },
    ]);
  });

  it('take what an amending act says in place of what was, and leave the rest', async () => {
    const [consolidated = '', amending = ''] = samplesOf('eu-regulations');
    const { store } = await imported([consolidated]);
    const [changed] = await written({
      '39026R0002.csv': readFileSync(amending, 'utf8').replace(
        ',9,EU-XXX,I,Asset freeze,,,Organization,Sample Society',
        ',1,EU-XXX,I,Asset freeze,,,Person,Ivan P. EXEMPLOV',
      ),
    });
    await importFiles(store, [changed ?? ''], {
      formats,
      now: new Date('2026-02-03T00:00:00Z'),
      version: 'test',
    });
    const rows = await designation(store);
    expect(rows).toHaveLength(4);
    expect(rows.map(({ id, name }) => [id, name])).toContainEqual([
      '39001R0001 I Person 1',
      'Ivan P. EXEMPLOV',
    ]);
  });

  it('may list nobody', async () => {
    const { store, record } = await imported({
      '39004R0003.csv': `${sample('eu-regulations').split('\r\n')[0]}\r\n`,
    });
    expect(record.rows).toEqual({ read: 0, taken: 0, refused: 0 });
    expect(await designation(store)).toEqual([]);
  });

  it('refuse a day, an act, a schema and a measure that are none', async () => {
    const [header = '', row = ''] = sample('eu-regulations').split('\r\n');
    const archive = await imported({
      '39001R0001.csv': [
        header,
        row,
        row.replace('26.2.2011', '31.2.2011'),
        row.replace('39001R0001', 'L 123'),
        row.replace(',Person,', ',Ghost,'),
        row.replace(',Asset freeze,', ',,'),
        row.replace(',I,', ','),
      ].join('\r\n'),
    });
    expect(archive.record.rows.taken).toBe(1);
    expect(rejected(archive)).toEqual([
      [3, 'startDate is no date'],
      [4, 'not a CELEX number'],
      [5, 'the schema is none of Person, LegalEntity, Organization, Company, Vessel, Asset'],
      [6, 'no measure'],
      [7, 'too few columns'],
    ]);
  });

  itWithFiles('hold every extract', async (data) => {
    const { store, receipt, record } = await imported([join(data, 'sanctions/eu_opensanctions')]);
    // Counted with Python's csv, cells split as FORMAT.md says.
    expect(record.rows).toEqual({ read: 8434, taken: 8434, refused: 0 });
    expect(receipt.passed.filter(({ file }) => file.endsWith('.csv')).map(({ because }) => because)).toEqual(
      Array(7).fill('the same content as another file'), // eight have nothing but the header
    );
    const rows = await designation(store);
    const under = (measure: string) =>
      rows.filter(({ list }) => String(list).endsWith(`: ${measure}`)).length;
    expect(
      ['Asset freeze', 'Export control', 'Transportation restrictions', 'Services ban'].map(under),
    ).toEqual([6453, 1003, 733, 32]);
    expect(rows.filter(({ list }) => String(list).startsWith('EU-UKR: '))).toHaveLength(3026);
    expect(rows.filter(({ kind }) => kind === 'vessel')).toHaveLength(752);
    expect(rows.filter(({ from }) => from === null)).toHaveLength(306);
    expect(await details(store, { kind: 'alias' })).toHaveLength(13513);
    expect(await details(store, { kind: 'address' })).toHaveLength(4933);
    expect(await details(store, { note: 'IMO number' })).toHaveLength(815);
    const kazakh = rows.filter(({ states }) => String(states).includes('KAZ'));
    expect(kazakh.map(({ id, name, from }) => [id, name, from])).toEqual([
      ['32014R0269 I.ENTITIES LegalEntity 699', 'LLP “United Trading Group”', '2026-04-23'],
      ['32014R0833 IV LegalEntity 606', 'TOO Elem Group', '2024-02-23'],
      ['32014R0833 IV LegalEntity 666', 'Da Group 22', '2024-06-25'],
      ['32014R0833 IV LegalEntity 736', 'MetallStan LLP', '2025-02-25'],
      ['32014R0833 IV LegalEntity 737', 'LIMITED LIABILITY PARTNERSHIP KAZSTANEX', '2025-02-25'],
      ['32014R0833 IV LegalEntity 966', 'TOO TauKZ', '2026-07-24'],
      ['32014R0833 IV LegalEntity 968', 'KBR Tekhnologii TOO', '2026-07-24'],
      ['32016R0044 III.B LegalEntity 17', 'Sigma Airlines', '2020-09-21'],
    ]);
  });
});

describe('OpenSanctions', () => {
  it('as FollowTheMoney: listings are records of their own, and not everybody is listed', async () => {
    const { store, record } = await imported(samplesOf('opensanctions-ftm'));
    expect(record.rows).toEqual({ read: 8, taken: 5, refused: 0 });
    expect(record.aside.map(({ rows }) => rows)).toEqual([2, 1]);
    const rows = await store.rows({ table: 'designation', order: ['id'] });
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      id: 'NK-aaa',
      authority: 'us_ofac_sdn; xx_list',
      list: 'Older order; XX-PROG',
      kind: 'entity',
      name: 'Ferrum Trading LLP',
      aliases: 'Ferrum; ТОО «Феррум Трейдинг»',
      states: 'KAZ; RUS',
      addresses: '1 Example Street, Almaty; office 2',
      from: '2021',
      to: null,
      note: 'export.control; sanction; first seen by OpenSanctions 2023-04-20; last seen 2026-01-01',
      url: 'https://www.opensanctions.org/entities/NK-aaa/',
      source: 'opensanctions',
      locator: 'id NK-aaa',
    });
    expect(rows.map(({ kind, states, list }) => [kind, states, list]).slice(1)).toEqual([
      ['person', 'ftm:suhh; iso2:zy', 'xx_list'],
      ['vessel', 'HKG', 'yy_list'],
    ]);
    expect(await details(store, { kind: 'listing' })).toEqual([
      {
        id: 'NK-aaa',
        kind: 'listing',
        text: 'Office of Examples; XX-PROG; 2023-04-12',
        note: 'sold examples',
        state: null,
      },
      { id: 'NK-aaa', kind: 'listing', text: 'Older order; 2021', note: null, state: null },
    ]);
  });

  it('as FollowTheMoney: lines that are no entity are refused, odd properties are not', async () => {
    const [good = ''] = sample('opensanctions-ftm').split('\n');
    const archive = await imported({
      'entities.ftm.json': [
        good,
        good.slice(0, 100),
        '[1, 2]',
        '7',
        good.replace('"id":"NK-aaa",', ''),
        good.replace('"schema":"Company",', ''),
        good.replace('"datasets":["us_ofac_sdn","xx_list"]', '"datasets":[]').replace('NK-aaa', 'NK-zzz'),
        good.replace('"country":["kz"]', '"country":"kz","address":{"a":1}').replace('NK-aaa', 'NK-odd'),
      ].join('\n'),
    });
    expect(archive.record.rows).toEqual({ read: 8, taken: 2, refused: 6 });
    expect(rejected(archive)).toEqual([
      [2, 'the line is not valid JSON'],
      [3, 'the line is no JSON object'],
      [4, 'the line is no JSON object'],
      [5, 'no id'],
      [6, 'no schema'],
      [7, 'no authority'],
    ]);
  });

  it('as a simple table: lists within cells, and the programme where it is given', async () => {
    const { store, record } = await imported(samplesOf('opensanctions-simple'));
    expect(record.rows).toEqual({ read: 4, taken: 3, refused: 0 });
    expect(record.aside.map(({ rows }) => rows)).toEqual([1]);
    const rows = await store.rows({ table: 'designation', order: ['id'] });
    expect(rows[0]).toMatchObject({
      id: 'NK-aaa',
      authority: 'Office of Examples; XX List',
      list: 'XX-PROG; XX-OLD',
      kind: 'entity',
      aliases: 'Ferrum; Ferrum; Trading',
      states: 'KAZ; RUS',
      addresses: '1 Example Street; office 2, Almaty',
      from: null,
    });
    expect(rows.map(({ list, states }) => [list, states]).slice(1)).toEqual([
      ['XX List', 'ftm:suhh'],
      ['YY-SHIPS', 'HKG; iso2:zy'],
    ]);
    expect((await details(store, { id: 'NK-aaa', kind: 'alias' })).map(({ text }) => text)).toEqual([
      'Ferrum',
      'Ferrum; Trading',
    ]);
  });

  it('as a simple table of before 2025 has no column of programmes', async () => {
    const { record, store } = await imported({
      'targets.simple.csv': sample('opensanctions-simple').replaceAll(/,"[^",]*"$/gm, ''),
    });
    expect(record.rows).toMatchObject({ read: 4, taken: 2 }); // without a programme the ship names no listing
    expect((await designation(store)).map(({ list }) => list)).toEqual([
      'Office of Examples; XX List',
      'XX List',
    ]);
  });

  it('refuses rows without id, schema, name or data set', async () => {
    const [header = '', row = ''] = sample('opensanctions-simple').split('\n');
    const archive = await imported({
      'targets.simple.csv': [
        header,
        row,
        row.replace('"NK-aaa"', '""'),
        row.replace('"Company"', '""'),
        row.replace('"Ferrum Trading LLP"', '""'),
        row.replace('"Office of Examples;XX List"', '""'),
      ].join('\n'),
    });
    expect(rejected(archive)).toEqual([
      [3, 'no id'],
      [4, 'no schema'],
      [5, 'no name'],
      [6, 'no dataset'],
    ]);
  });

  it('keeps the latest file, in whichever layout it comes', async () => {
    const store = await oneByOne([...samplesOf('opensanctions-simple'), ...samplesOf('opensanctions-ftm')]);
    expect((await designation(store)).map(({ list }) => list)).toEqual([
      'Older order; XX-PROG',
      'xx_list',
      'yy_list',
    ]);
  });
});
