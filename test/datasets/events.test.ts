import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderStore, importFiles, type SeriesRow } from '../../src/archive/index.ts';
import { actorNames, cameoCountries, isoCodes } from '../../src/datasets/events/countries.ts';
import { fips } from '../../src/datasets/events/fips.ts';
import { mappedEvents } from '../../src/datasets/events/index.ts';
import { organisationGroups } from '../../src/datasets/events/organisations.ts';
import { isCameo } from '../../src/model/ontology.ts';
import { states } from '../../src/model/states.ts';
import { imported, itWithFiles, samplesOf, type TestArchive, written } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

/** A sample with changes to it: the text of the first of its files whose name ends so. */
const sample = (format: string, ending: string): string =>
  readFileSync(samplesOf(format).find((path) => path.endsWith(ending)) ?? '', 'utf8');

/** The visits of the samples: Kazakhstan to Russia, told twice on one day and once two days later. */
const visits = async (
  store: TestArchive['store'],
  dataset: string,
): Promise<Pick<SeriesRow, 'period' | 'root' | 'events' | 'reports'>[][]> => {
  const series = async (window: number) =>
    (await store.eventSeries({ dataset, source: 'KAZ', target: 'RUS', by: 'month', window })).map(
      ({ period, root, events, reports }) => ({ period, root, events, reports }),
    );
  return [await series(1), await series(3)];
};

const event = async (store: TestArchive['store'], dataset: string, id: string) =>
  (await store.rows({ table: 'event', where: { dataset, id } }))[0];

describe('GDELT', () => {
  it('1.0 has actors by CAMEO’s codes, places by FIPS’s, and lines with and without an address', async () => {
    const { store, record, rejects } = await imported(samplesOf('gdelt-1-events'));
    expect(rejects).toEqual([]);
    expect(record.rows).toEqual({ read: 12, taken: 11, refused: 0 });
    expect(record.aside).toEqual([{ because: 'the record has no event code', rows: 1 }]);
    expect(record.period).toEqual({ first: '2012-03-01', last: '2024-06-03' });
    expect(await event(store, 'gdelt-1', '1001')).toEqual({
      id: '1001',
      dataset: 'gdelt-1',
      date: '2024-06-01',
      source: 'KAZ',
      source_name: 'KAZAKHSTAN',
      source_sector: 'GOV',
      target: 'RUS',
      target_name: 'RUSSIA',
      target_sector: null,
      root: 'CONSULT',
      mode: 'visit',
      cameo: '042',
      contexts: null,
      intensity: 1.9,
      mentions: 4,
      place: 'Astana, Astana, Kazakhstan',
      place_state: 'KAZ',
      latitude: 51.1801,
      longitude: 71.446,
      url: 'https://news.example/visit-1',
    });
    const rows = await store.rows({
      table: 'event',
      columns: ['id', 'source', 'target', 'root', 'place_state', 'latitude', 'longitude', 'url'],
      order: ['id'],
    });
    const cells = rows.map((row) => Object.values(row));
    // Austria is AU, the Paracel Islands have no state; without a place there is no point, and 7#6.95 is none.
    expect(cells).toEqual([
      ['1001', 'KAZ', 'RUS', 'CONSULT', 'KAZ', 51.1801, 71.446, 'https://news.example/visit-1'],
      ['1002', 'KAZ', 'RUS', 'CONSULT', 'KAZ', 51.1801, 71.446, 'https://news.example/visit-2'],
      ['1003', 'KAZ', 'RUS', 'CONSULT', 'AUT', 48.2, 16.3667, 'https://news.example/visit-3'],
      ['1004', 'RUS', 'KAZ', 'AGREE', null, null, null, 'https://news.example/agreement'],
      ['1005', 'ROU', 'TLS', 'SANCTION', 'fips:PF', 16.83, 112.33, 'https://news.example/aid'],
      ['1006', 'UN', 'cameo:AFR', null, 'KAZ', 43.25, null, 'https://news.example/statement'],
      ['1007', 'EU', 'cameo:TAL', 'ACCUSE', null, null, null, 'BBC Monitoring'],
      ['1008', null, null, 'COERCE', null, null, null, 'https://news.example/arrest'],
      ['1009', 'KAZ', 'KAZ', 'PROTEST', 'KAZ', 51.1801, 71.446, 'https://news.example/rally'],
      ['11', 'KAZ', 'RUS', 'CONSULT', 'KAZ', 51.1801, 71.446, null],
      ['12', 'RUS', 'KAZ', 'SUPPORT', null, null, null, null],
    ]);
  });

  it('2.0 has a district with each place, and the same events otherwise', async () => {
    const { store, record } = await imported(samplesOf('gdelt-2-events'));
    expect(record.format).toBe('gdelt-2-events');
    expect(record.rows).toEqual({ read: 10, taken: 9, refused: 0 });
    expect(await event(store, 'gdelt-2', '1003')).toMatchObject({
      source: 'KAZ',
      target: 'RUS',
      date: '2024-06-03',
      place: 'Vienna, Wien, Austria',
      place_state: 'AUT',
      latitude: 48.2,
      url: 'https://news.example/visit-3',
    });
  });

  it('tells an act that is told twice on a day once, with the reports behind it', async () => {
    for (const [format, dataset] of [
      ['gdelt-1-events', 'gdelt-1'],
      ['gdelt-2-events', 'gdelt-2'],
    ] as const) {
      const { store } = await imported(samplesOf(format));
      const [days, windows] = await visits(store, dataset);
      expect(days).toContainEqual({ period: '2024-06', root: 'CONSULT', events: 2, reports: 3 });
      expect(windows).toContainEqual({ period: '2024-06', root: 'CONSULT', events: 1, reports: 3 });
    }
  });

  it('takes lines of 57 and 58 columns from one file', async () => {
    const { record } = await imported({
      'both.csv': sample('gdelt-1-events', '201203.csv') + sample('gdelt-1-events', 'export.CSV'),
    });
    expect(record.format).toBe('gdelt-1-events');
    expect(record.rows).toEqual({ read: 12, taken: 11, refused: 0 });
  });

  it('refuses broken lines with their number and the reason', async () => {
    const [line = '', ...rest] = sample('gdelt-1-events', 'export.CSV').split('\n');
    const cut = line.split('\t').slice(0, 30).join('\t');
    const { record, rejects } = await imported({
      'broken.export.CSV': [
        line,
        cut,
        line.replace('\t20240601\t', '\t20240631\t'),
        line.replace('\t042\t042\t', '\t42\t042\t'),
        line.replace('\t042\t042\t', '\tvisit\t042\t'),
        line.replace('\t20240601\t', '\t20240604\t'),
        line.replace('\t1.9\t', '\tnan\t'),
        line.replace('1001\t', 'x\t'),
        `${line}\tone more`,
        ...rest,
      ].join('\n'),
    });
    expect(record.rows).toEqual({ read: 18, taken: 9, refused: 8 });
    expect(rejects.map(({ line: at, reason }) => [at, reason])).toEqual([
      [2, 'the line ends before its time: DATEADDED is missing or cut off'],
      [3, 'SQLDATE: “20240631” is not a day'],
      [4, 'EventCode is no CAMEO code'],
      [5, 'EventCode is no CAMEO code'],
      [6, 'the event is dated after the day on which it was added'],
      [7, 'GoldsteinScale: not a finite number'],
      [8, 'GLOBALEVENTID: “x” is not a whole number'],
      [9, 'too many columns'],
    ]);
  });

  it('loses one line to a byte that is no UTF-8, wherever it stands', async () => {
    const bytes = Buffer.from(sample('gdelt-1-events', 'export.CSV').replace('Wien,', 'W?en,'), 'latin1');
    bytes[bytes.indexOf('W?en') + 1] = 0xef;
    const { record, rejects } = await imported({ 'bytes.export.CSV': bytes });
    expect(record.rows).toEqual({ read: 10, taken: 8, refused: 1 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[3, 'not valid UTF-8']]);
  });

  it('mentions are articles with their time', async () => {
    const { store, record } = await imported(samplesOf('gdelt-2-mentions'));
    expect(record.rows).toEqual({ read: 4, taken: 4, refused: 0 });
    expect(await store.rows({ table: 'mention', order: ['event', 'at', 'confidence'] })).toEqual([
      {
        event: '1001',
        dataset: 'gdelt-2',
        date: '2024-06-02',
        at: '2024-06-02T00:15:00Z',
        outlet: 'news.example',
        url: 'https://news.example/visit-1',
        confidence: 60,
        tone: 1.25,
      },
      expect.objectContaining({ event: '1001', confidence: 100 }),
      expect.objectContaining({ event: '1001', at: '2024-06-03T23:30:00Z', tone: -3.5 }),
      expect.objectContaining({ event: '1002', url: 'BBC Monitoring/Interfax', confidence: 20, tone: 0 }),
    ]);
  });

  it('mentions without a time or cut off are refused', async () => {
    const [line = '', ...rest] = sample('gdelt-2-mentions', 'CSV').split('\n');
    const { rejects } = await imported({
      'broken.mentions.CSV': [
        line.replace('\t20240602001500\t1\t', '\t20240632001500\t1\t'),
        line.split('\t').slice(0, 9).join('\t'),
        ...rest,
      ].join('\n'),
    });
    expect(rejects.map(({ line: at, reason }) => [at, reason])).toEqual([
      [1, 'MentionTimeDate is no day and time (YYYYMMDDHHMMSS)'],
      [2, 'the line ends before its time: MentionDocTone is missing'],
    ]);
  });

  it('lists of columns say which table they are of, in three layouts', async () => {
    const { store, record } = await imported(samplesOf('gdelt-columns'));
    expect(record.rows).toEqual({ read: 8, taken: 8, refused: 0 });
    const rows = await store.rows({
      table: 'code',
      columns: ['scheme', 'value', 'code', 'label', 'note', 'source'],
      order: ['scheme', 'value'],
    });
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['gdelt-1-events', 1, 'GLOBALEVENTID', null, null, 'gdelt-1'],
      ['gdelt-1-events', 2, 'SQLDATE', null, null, 'gdelt-1'],
      ['gdelt-1-events', 3, 'SOURCEURL', null, null, 'gdelt-1'],
      ['gdelt-2-events', 1, 'GLOBALEVENTID', 'Number of the record, one for each.', 'INTEGER', 'gdelt-2'],
      ['gdelt-2-events', 2, 'ActionGeo_ADM2Code', 'Called "district" here.', 'STRING', 'gdelt-2'],
      ['gdelt-2-gkg', 1, 'GKGRECORDID', 'Number of the record.', 'STRING', 'gdelt-2'],
      ['gdelt-2-mentions', 1, 'GLOBALEVENTID', 'Number of the event.', 'INTEGER', 'gdelt-2'],
      ['gdelt-2-mentions', 2, 'MentionTimeDate', 'When it was taken in.', 'INTEGER', 'gdelt-2'],
    ]);
  });

  it('a list of columns of another table is refused whole, a column without a name alone', async () => {
    await expect(imported({ 'other.tsv': 'tableId\nfoo\nbar\n' })).rejects.toMatchObject({
      message: 'other.tsv: not one row could be taken as GDELT lists of columns',
      hint: expect.stringContaining('it is the list of none of GDELT’s tables'),
    });
    const { rejects } = await imported({ 'gap.tsv': 'tableId\tDescription\nSQLDATE\tDay\n\tno name\n' });
    expect(rejects).toMatchObject([{ line: 3, reason: 'the column has no name', text: '\tno name' }]);
  });
});

describe('ICEWS', () => {
  it('has states and organisations by name, sectors as roles, and fewer columns in older files', async () => {
    const { store, record } = await imported(samplesOf('icews-events'));
    expect(record.rows).toEqual({ read: 7, taken: 7, refused: 0 });
    expect(await event(store, 'icews', '1')).toEqual({
      id: '1',
      dataset: 'icews',
      date: '2018-06-01',
      source: 'KAZ',
      source_name: 'Foreign Affairs (Kazakhstan)',
      source_sector: 'GOV',
      target: 'RUS',
      target_name: 'Defense / Security Ministry (Russia)',
      target_sector: 'MIL',
      root: 'CONSULT',
      mode: 'visit',
      cameo: '042',
      contexts: null,
      intensity: 1.9,
      mentions: null,
      place: 'Astana',
      place_state: 'KAZ',
      latitude: 51.18,
      longitude: 71.45,
      url: null,
    });
    const rows = await store.rows({
      table: 'event',
      columns: ['id', 'source', 'source_sector', 'target', 'target_sector', 'root', 'place', 'place_state'],
      order: ['id'],
    });
    expect(rows.slice(2).map((row) => Object.values(row))).toEqual([
      ['3', 'KAZ', null, 'RUS', null, 'CONSULT', 'Moscow', 'RUS'],
      ['4', 'EU', 'IGO', 'EU', null, null, 'Belgium', 'BEL'],
      ['5', null, null, 'PSE', 'CVL', 'PROTEST', null, null],
      ['6', 'name:Ruritania', 'Duchy', 'KAZ', null, 'THREATEN', 'Strelsau', 'name:Ruritania'],
      ['7', 'KAZ', 'GOV', 'RUS', null, 'CONSULT', null, null],
    ]);
    const [days, windows] = await visits(store, 'icews');
    expect(days).toContainEqual({ period: '2018-06', root: 'CONSULT', events: 2, reports: 3 });
    expect(windows).toContainEqual({ period: '2018-06', root: 'CONSULT', events: 1, reports: 3 });
  });

  it('refuses codes that are none and days that are none; without a column that is needed nothing is read', async () => {
    const text = sample('icews-events', '1996.tab');
    const [header = '', line = ''] = text.split('\n');
    const { record, rejects } = await imported({
      'broken.tab': [
        header,
        line,
        line.replace('1996-02-03', '3 Feb 1996'),
        line.replace('\t040\t', '\t4\t'),
        line.replace('\t1\t', '\thigh\t'),
        line.replace('1996-02-03', ''),
      ].join('\n'),
    });
    expect(record.rows).toEqual({ read: 5, taken: 1, refused: 4 });
    expect(rejects.map(({ line: at, reason }) => [at, reason])).toEqual([
      [3, 'date: “3 Feb 1996” is not a day'],
      [4, 'the CAMEO code is none: is a leading zero lost?'],
      [5, 'intensity: “high” is not a number'],
      [6, 'no date'],
    ]);
    await expect(imported({ 'less.tab': text.replace('Target Country', 'Land') })).rejects.toMatchObject({
      hint: expect.stringContaining('there is no column “Target Country”'),
    });
  });

  it('quadruples name their events, and actors by their country or what stands in brackets', async () => {
    const { store, record } = await imported(samplesOf('icews-quadruples'));
    expect(record.rows).toEqual({ read: 8, taken: 8, refused: 0 });
    const rows = await store.rows({
      table: 'event',
      columns: ['id', 'source', 'source_name', 'target', 'cameo', 'root', 'intensity'],
      order: ['date', 'source_name', 'target_name', 'cameo'],
    });
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['2007-08-09|Citizen_(India)|036|South_Korea', 'IND', 'Citizen_(India)', 'KOR', '036', 'AGREE', 4],
      [
        '2014-05-01|Foreign Affairs (Kazakhstan)|042|Russia',
        'KAZ',
        'Foreign Affairs (Kazakhstan)',
        'RUS',
        '042',
        'CONSULT',
        1.9,
      ],
      ['2014-05-01|Kazakhstan|042|Russia', 'KAZ', 'Kazakhstan', 'RUS', '042', 'CONSULT', 1.9],
      ['2014-05-01|Kazakhstan|042|Russia', 'KAZ', 'Kazakhstan', 'RUS', '042', 'CONSULT', 1.9],
      [
        '2014-05-02|Barack Obama|010|Palestinian Territory, Occupied',
        null,
        'Barack Obama',
        'PSE',
        '010',
        null,
        0,
      ],
      [
        '2014-05-02|Citizen (India)|193|Combatant (Taliban)',
        'IND',
        'Citizen (India)',
        null,
        '193',
        'ASSAULT',
        -10,
      ],
      [
        '2014-05-02|Company - Owner or Operator (South Korea)|044|UN Security Council',
        'KOR',
        'Company - Owner or Operator (South Korea)',
        'UN',
        '044',
        'CONSULT',
        2.5,
      ],
      ['2014-05-03|Kazakhstan|040|Russia', 'KAZ', 'Kazakhstan', 'RUS', '040', 'CONSULT', 1],
    ]);
    const [days, windows] = await visits(store, 'icews-quadruples');
    expect(days).toEqual([{ period: '2014-05', root: 'CONSULT', events: 2, reports: 4 }]);
    expect(windows).toEqual([{ period: '2014-05', root: 'CONSULT', events: 1, reports: 4 }]);
  });

  it('quadruples of an event that CAMEO does not name, with fewer cells or a wrong day are refused', async () => {
    const { rejects } = await imported({
      'broken.txt': `${sample('icews-quadruples', 'train.txt')}India\tMake_tea\tChina\t2007-08-09\nIndia\tConsult\t2007-08-09\nIndia\tConsult\tChina\tsoon\n\tConsult\tChina\t2007-08-09\n`,
    });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'the event is none that CAMEO names'],
      [3, 'too few columns'],
      [4, 'date: “soon” is not a day'],
      [5, 'the actor or the one acted on is missing'],
    ]);
  });
});

describe('CAMEO', () => {
  it('has its tree, names and scores out of both tables, and its quotation marks back', async () => {
    const { store } = await imported([...samplesOf('cameo-codes'), ...samplesOf('cameo-codes-gdelt')]);
    const rows = await store.rows({
      table: 'code',
      columns: ['source', 'code', 'label', 'parent', 'value', 'note'],
      order: ['source', 'code'],
    });
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['gdelt-2', '0211', 'Appeal for something', '021', 3.4, null],
      ['gdelt-2', '04', 'CONSULT', null, 1, null],
      ['gdelt-2', '042', 'Make a visit', '04', 1.9, null],
      ['gdelt-2', '20', 'UNCONVENTIONAL', null, -10, null],
      ['icews', '0211', 'Appeal for economic cooperation', '021', 3.4, 'Ask for it.'],
      ['icews', '04', 'CONSULT', null, 1, null],
      ['icews', '042', 'Make a visit', '04', 1.9, 'Travel to the other’s place.'],
    ]);
  });

  it('refuses codes that lost their zero and scores that are none; a code twice breaks the promise', async () => {
    const text = sample('cameo-codes-gdelt', 'tsv');
    const { rejects } = await imported({
      'codes.tsv': `${text}43\tHost a visit\t2.8\t43\n5\tENGAGE\t3.5\t5\n06\tCOOPERATE\thigh\t06\n`,
    });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [6, 'the code is no CAMEO code: is a leading zero lost?'],
      [7, 'the code is no CAMEO code: is a leading zero lost?'],
      [8, 'goldstein: “high” is not a number'],
    ]);
    await expect(imported({ 'codes.tsv': `${text}20\tTWICE\t1\t20\n` })).rejects.toThrow(
      'the file breaks the promise “a code has one name”',
    );
    const csv = '"","eventtype_ID","name","code","goldstein"\n"1",1,"CONSULT","04",1\n"2",2,"Short"\n';
    expect((await imported({ 'codes.csv': csv })).rejects).toMatchObject([
      { line: 3, reason: '3 cells in place of 5' },
    ]);
  });
});

describe('POLECAT', () => {
  it('has PLOVER’s events, the first of several countries, and the score under both names', async () => {
    const { store, record } = await imported(samplesOf('polecat-events'));
    expect(record.rows).toEqual({ read: 7, taken: 7, refused: 0 });
    expect(await event(store, 'polecat', '20230104-1-A')).toEqual({
      id: '20230104-1-A',
      dataset: 'polecat',
      date: '2023-01-04',
      source: 'KAZ',
      source_name: 'Kassym-Jomart Tokayev',
      source_sector: 'GOV',
      target: 'RUS',
      target_name: 'Vladimir Putin',
      target_sector: 'GOV',
      root: 'CONSULT',
      mode: 'visit',
      cameo: null,
      contexts: 'diplomatic; economic',
      intensity: 4,
      mentions: null,
      place: 'Astana',
      place_state: 'KAZ',
      latitude: 51.18,
      longitude: 71.45,
      url: null,
    });
    const rows = await store.rows({
      table: 'event',
      columns: ['id', 'source', 'target', 'target_name', 'target_sector', 'root', 'mode', 'intensity'],
      order: ['id'],
    });
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['20180104-1-A', 'KAZ', 'AFG', 'Afghanistan', 'GOV', 'AID', null, 10],
      ['20230104-1-A', 'KAZ', 'RUS', 'Vladimir Putin', 'GOV', 'CONSULT', 'visit', 4],
      ['20230104-2-A', 'KAZ', 'RUS', 'Russia', 'GOV', 'CONSULT', 'visit', 4],
      ['20230104-3-A', 'EU', 'RUS', 'Minister of "Trade"', 'GOV', 'SANCTION', null, -6],
      ['20230104-4-A', null, null, null, null, 'PROTEST', 'riot', -7],
      ['20230104-5-A', 'iso:ZUB', 'KAZ', 'Kazakhstan', 'GOV', 'AGREE', null, 2.5],
      ['20230106-1-A', 'KAZ', 'RUS', 'Russia', 'GOV', 'CONSULT', null, 2.5],
    ]);
    const [days, windows] = await visits(store, 'polecat');
    expect(days).toEqual([{ period: '2023-01', root: 'CONSULT', events: 2, reports: 3 }]);
    expect(windows).toEqual([{ period: '2023-01', root: 'CONSULT', events: 1, reports: 3 }]);
  });

  it('refuses types that are none of PLOVER’s, and rows without a day', async () => {
    const text = sample('polecat-events', '2018.txt');
    const [header = '', line = ''] = text.split('\n');
    const { rejects } = await imported({
      'ngecEvents.broken.txt': [
        header,
        line,
        line.replace('\tAID\t', '\tGREET\t'),
        line.replace('2018-01-04', 'None'),
        line.replace('\t10.0\t', '\tmuch\t'),
      ].join('\n'),
    });
    expect(rejects.map(({ line: at, reason }) => [at, reason])).toEqual([
      [3, 'Event Type is no PLOVER root'],
      [4, 'no date'],
      [5, 'intensity: “much” is not a number'],
    ]);
    await expect(
      imported({ 'ngecEvents.less.txt': text.replace('Recipient Country', 'Land') }),
    ).rejects.toMatchObject({ hint: expect.stringContaining('there is no column “Recipient Country”') });
  });
});

describe('events by a mapping of the user’s', () => {
  const dataset = { id: 'my-events', title: 'My events', citation: 'Doe, J. (2024).', licence: 'CC BY 4.0' };

  const mapped = async (mapping: unknown, text: string) => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    const format = mappedEvents(mapping);
    const receipt = await importFiles(store, await written({ 'mine.csv': text }), {
      formats: [format],
      format: format.id,
      now: new Date('2026-01-02T03:04:05Z'),
      version: 'test',
    });
    const record = receipt.made[0];
    const rows = await store.rows({ table: 'event', order: ['date', 'id'] });
    const rejects = record ? await store.rejects(record.id, 100) : [];
    const series = await store.eventSeries({
      dataset: 'my-events',
      source: 'KAZ',
      target: 'RUS',
      by: 'month',
      window: 1,
    });
    await store.close();
    return { record, rows, rejects, series };
  };

  it('reads CAMEO codes and names of states, days written in another way', async () => {
    const { record, rows, rejects, series } = await mapped(
      {
        dataset,
        delimiter: ';',
        header: true,
        dateFormat: '%d.%m.%Y',
        missing: ['-'],
        sourceScheme: 'name',
        columns: { id: 'No', date: 'Tag', source: 'Wer', target: 'Wem', cameo: 'Code', mentions: 'N' },
      },
      'No;Tag;Wer;Wem;Code;N;Rest\n1;01.06.2024;Kazakhstan;Russian Federation;042;3;x\n2;01.06.2024;Kazakhstan;Russia;043;-;x\n3;02.06.2024;Ruritania;European Union;010;1;x\n4;32.06.2024;Kazakhstan;Russia;042;1;x\n5;02.06.2024;Kazakhstan;Russia;42x;1;x\n6;02.06.2024;;Russia;042;1;x\n',
    );
    expect(record?.source).toMatchObject({ id: 'my-events', author: [{ literal: 'Doe, J. (2024).' }] });
    expect(record?.rows).toEqual({ read: 6, taken: 4, refused: 2 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'date: “32.06.2024” is not a day'],
      [6, 'the CAMEO code is none: is a leading zero lost?'],
    ]);
    expect(rows[0]).toMatchObject({
      id: '1',
      dataset: 'my-events',
      date: '2024-06-01',
      source: 'KAZ',
      source_name: 'Kazakhstan',
      target: 'RUS',
      root: 'CONSULT',
      mode: 'visit',
      intensity: 1.9,
      mentions: 3,
    });
    expect(rows.map(({ source, target }) => [source, target])).toEqual([
      ['KAZ', 'RUS'],
      ['KAZ', 'RUS'],
      ['name:Ruritania', 'EU'],
      [null, 'RUS'],
    ]);
    expect(series).toMatchObject([{ root: 'CONSULT', events: 1, reports: 2, mentions: 4 }]);
  });

  it('reads PLOVER roots and numbers of the Correlates of War, without a header', async () => {
    const { rows } = await mapped(
      {
        dataset,
        delimiter: '\t',
        header: ['who', 'what', 'whom', 'when', 'how much'],
        sourceScheme: 'cow',
        columns: { date: 'when', source: 'who', target: 'whom', root: 'what' },
      },
      '705\tconsult\t365\t2024-06-01\t7\n315\tTHREATEN\t705\t2024-06-02\t8\n705\tGREET\t365\t2024-06-01\t7\n',
    );
    expect(rows).toMatchObject([
      { id: '2024-06-01|705|365|consult', source: 'KAZ', target: 'RUS', root: 'CONSULT', intensity: 2.5 },
      { source: 'cow:315', target: 'KAZ', root: 'THREATEN', intensity: -3.5 },
    ]);
  });

  it('another mapping of the same file is another import', () => {
    const mapping = {
      dataset,
      header: true,
      sourceScheme: 'iso3',
      columns: { date: 'd', source: 's', target: 't', root: 'r' },
    };
    const other = { ...mapping, columns: { ...mapping.columns, url: 'u' } };
    expect(mappedEvents(mapping).version).toBe(mappedEvents(structuredClone(mapping)).version);
    expect(mappedEvents(other).version).not.toBe(mappedEvents(mapping).version);
    expect(mappedEvents(mapping).id).toBe('mapped-events-my-events');
    expect(mappedEvents(mapping).recognise({ name: '', bytes: new Uint8Array(), text: '', lines: [] })).toBe(
      false,
    );
  });

  it('says what is wrong in a mapping and where', () => {
    const mapping = {
      dataset,
      header: true,
      sourceScheme: 'iso3',
      columns: { date: 'd', source: 's', target: 't', root: 'r' },
    };
    const refusal = (value: unknown): string => {
      try {
        mappedEvents(value);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return '';
    };
    expect(refusal({ ...mapping, sourceScheme: 'fips' })).toMatch(/^the mapping: .*sourceScheme/s);
    expect(refusal({ ...mapping, columns: { ...mapping.columns, cameo: 'c' } })).toContain(
      'name one column of what was done: “cameo” or “root”',
    );
    expect(refusal({ ...mapping, columns: { ...mapping.columns, place: 'S' } })).toContain(
      'the column “S” is taken for “source” already',
    );
    expect(refusal({ ...mapping, columns: { ...mapping.columns, plaace: 'p' } })).toContain('plaace');
    expect(refusal({ ...mapping, header: ['d', 's', 't'] })).toContain(
      '“header” has no column “r”; it has: d, s, t',
    );
    expect(refusal({ ...mapping, dataset: { ...dataset, id: 'My Events' } })).toContain('such as my-events');
    expect(refusal('mapping')).toMatch(/^the mapping: /);
  });
});

describe('the lists of countries and organisations', () => {
  it('every state has a FIPS code and a CAMEO code, and no organisation’s acronym is a state’s', () => {
    const places = new Set(Object.values(fips));
    expect(states.filter(({ id }) => !places.has(id)).map(({ id }) => id)).toEqual([]);
    expect(states.filter(({ id }) => cameoCountries[id] !== id)).toEqual([]);
    expect(Object.values(organisationGroups).filter((acronym) => acronym in isoCodes)).toEqual([]);
    expect(Object.values(fips).filter((id) => !(id in isoCodes))).toEqual([]);
  });
});

describe('events', () => {
  itWithFiles('GDELT 1.0, a day’s file as it is served and unpacked', async (data) => {
    const zip = await imported([join(data, 'events-gdelt', '20141124.export.CSV.zip')]);
    const plain = await imported([join(data, 'events-gdelt', '20141124.export.CSV')]);
    expect(zip.record.id).toBe(plain.record.id);
    expect(zip.record.rows).toEqual({ read: 100, taken: 100, refused: 0 });
    // Counted with awk: 902 mentions, 99 rows with a place, 13 rows of CAMEO 01, which has no root.
    const rows = await zip.store.rows({ table: 'event', order: ['id'] });
    expect(rows.reduce((sum, { mentions }) => sum + Number(mentions), 0)).toBe(902);
    expect(rows.filter(({ place_state }) => place_state !== null)).toHaveLength(99);
    expect(rows.filter(({ root }) => root === null)).toHaveLength(13);
    expect(rows.filter(({ source, target }) => source === 'ISR' && target === 'PSE')).toHaveLength(2);
    expect(rows.filter(({ place_state }) => place_state === 'CHN')).toHaveLength(5);
    expect(rows.filter(({ target }) => target === 'UN').map(({ id }) => id)).toEqual([
      '324846079',
      '324846080',
    ]);
    expect(rows.find(({ id }) => id === '324845998')).toMatchObject({
      date: '2004-11-26',
      source: 'ISR',
      target: 'PSE',
      cameo: '018',
      intensity: 3.4,
      mentions: 10,
      place: 'Jerusalem, Israel (general), Israel',
      place_state: 'ISR',
      latitude: 31.7667,
      longitude: 35.2333,
    });
  });

  itWithFiles('GDELT 1.0 of 1979 to 2015, lines of 57 and 58 columns in one file', async (data) => {
    const { store, record } = await imported([join(data, 'events-gdelt', 'aamend_events1.csv')]);
    expect(record.format).toBe('gdelt-1-events');
    expect(record.rows).toEqual({ read: 100, taken: 100, refused: 0 });
    const rows = await store.rows({ table: 'event' });
    expect(rows.filter(({ url }) => url === null)).toHaveLength(40);
    expect(rows.reduce((sum, { mentions }) => sum + Number(mentions), 0)).toBe(764);
    expect(rows.filter(({ source }) => source === 'USA')).toHaveLength(12);
    expect(rows.filter(({ place }) => place !== null)).toHaveLength(97);
    expect(rows.filter(({ latitude }) => latitude === 0)).toEqual([]);
    expect(await event(store, 'gdelt-1', '230397975')).toMatchObject({
      date: '1979-12-31',
      source: 'USA',
      target: 'IRN',
      cameo: '042',
      mentions: 2,
      place: 'Tehran, Tehran, Iran',
      place_state: 'IRN',
    });
  });

  itWithFiles('GDELT 2.0', async (data) => {
    const { store, record } = await imported([join(data, 'events-gdelt', 'aamend_events.csv')]);
    expect(record.format).toBe('gdelt-2-events');
    expect(record.rows).toEqual({ read: 100, taken: 100, refused: 0 });
    const rows = await store.rows({ table: 'event' });
    expect(rows.reduce((sum, { mentions }) => sum + Number(mentions), 0)).toBe(464);
    expect(rows.filter(({ place_state }) => place_state === 'ZWE')).toHaveLength(12);
    expect(rows.filter(({ place_state }) => place_state === 'AUS')).toHaveLength(5);
    const [australia] = await store.eventSeries({
      dataset: 'gdelt-2',
      source: 'AUS',
      target: 'NZL',
      by: 'month',
      window: 1,
    });
    expect(australia).toMatchObject({ period: '2014-02', root: 'CONSULT', events: 1, reports: 4 });
  });

  itWithFiles('GDELT’s lists of columns', async (data) => {
    const folder = join(data, 'events-gdelt');
    const { store, record } = await imported([
      join(folder, 'GDELT_1.0_event_Column_Labels_Header_Row_Sep2016.tsv'),
      join(folder, 'GDELT_2.0_Events_Column_Labels_Header_Row_Sep2016.csv'),
      join(folder, 'GDELT_2.0_eventMentions_Column_Labels_Header_Row_Sep2016.tsv'),
      join(folder, 'GDELT_2.0_gdeltKnowledgeGraph_Column_Labels_Header_Row_Sep2016.tsv'),
    ]);
    expect(record.rows).toEqual({ read: 162, taken: 162, refused: 0 });
    const last = async (scheme: string) =>
      (
        await store.rows({ table: 'code', columns: ['code', 'value'], where: { scheme }, order: ['value'] })
      ).at(-1);
    expect(await last('gdelt-1-events')).toEqual({ code: 'SOURCEURL', value: 58 });
    expect(await last('gdelt-2-events')).toEqual({ code: 'SOURCEURL', value: 61 });
    expect(await last('gdelt-2-mentions')).toEqual({ code: 'Extras', value: 16 });
    expect(await last('gdelt-2-gkg')).toMatchObject({ value: 27 });
    // The formats count on the same columns.
    for (const format of ['gdelt-1-events', 'gdelt-2-events', 'gdelt-2-mentions']) {
      const listed = await store.rows({
        table: 'code',
        columns: ['code'],
        where: { scheme: format },
        order: ['value'],
      });
      const { reading } = (await import('../../src/datasets/index.ts')).formats.find(
        ({ id }) => id === format,
      ) ?? { reading: undefined };
      expect(
        reading?.kind === 'csv' && Object.keys(reading.columns).map((name) => name.toLowerCase()),
      ).toEqual(listed.map(({ code }) => String(code).toLowerCase()));
    }
  });

  itWithFiles('CAMEO as ICEWS and as GDELT have it', async (data) => {
    const { store, receipt } = await imported([
      join(data, 'events-icews', 'cameo-codes.csv'),
      join(data, 'events-gdelt', 'cameoCodeTable.tsv'),
    ]);
    expect(receipt.made.map(({ format, rows }) => [format, rows.taken, rows.refused]).sort()).toEqual([
      ['cameo-codes', 312, 0],
      ['cameo-codes-gdelt', 280, 0],
    ]);
    // Sums of the scores, with python: -565.2 and -447.4.
    const rows = await store.rows({ table: 'code' });
    const sum = (source: string): number =>
      rows.filter((row) => row.source === source).reduce((total, { value }) => total + Number(value), 0);
    expect(sum('icews')).toBeCloseTo(-565.2);
    expect(sum('gdelt-2')).toBeCloseTo(-447.4);
    expect(rows.every(({ code }) => isCameo(String(code)))).toBe(true);
    // No letter of the wrong encoding is left.
    expect(rows.filter(({ note }) => /[\u0080-\u009fÄ¬]/.test(String(note)))).toEqual([]);
  });

  itWithFiles('ICEWS, two days of June 2018', async (data) => {
    const { store, record } = await imported([join(data, 'events-icews', 'events.2018.sample.tab')]);
    expect(record.rows).toEqual({ read: 3705, taken: 3705, refused: 0 });
    const rows = await store.rows({ table: 'event' });
    // With python: sum of intensities 138.4; 720 by India; 60 of the EU's; 708 in India.
    expect(rows.reduce((sum, { intensity }) => sum + Number(intensity), 0)).toBeCloseTo(138.4);
    expect(rows.filter(({ source }) => source === 'IND')).toHaveLength(720);
    expect(rows.filter(({ source }) => source === 'EU')).toHaveLength(60);
    expect(rows.filter(({ place_state }) => place_state === 'IND')).toHaveLength(708);
    expect(rows.filter(({ source }) => String(source).startsWith('name:'))).toEqual([]);
    const consultations = await store.eventSeries({
      dataset: 'icews',
      source: 'USA',
      target: 'PRK',
      by: 'month',
      root: 'CONSULT',
      window: 1,
    });
    expect(consultations).toMatchObject([{ period: '2018-06', events: 2, reports: 116 }]);
  });

  itWithFiles('ICEWS as quadruples, 2005–2015', async (data) => {
    const folder = join(data, 'events-icews');
    const { store, record } = await imported([
      join(folder, 'mmkb_icews_2005-2015_valid.txt'),
      join(folder, 'mmkb_icews_2005-2015_test.txt'),
    ]);
    expect(record.rows).toEqual({ read: 92_367, taken: 92_367, refused: 0 });
    expect(record.period).toEqual({ first: '2005-01-01', last: '2015-12-31' });
    const count = async (where: Record<string, string>): Promise<number> =>
      (await store.rows({ table: 'event', columns: ['id'], where })).length;
    // With python, from the names alone.
    expect(await count({ source: 'CHN' })).toBe(5000);
    expect(await count({ source: 'CHN', target: 'JPN' })).toBe(1005);
    expect(await count({ target: 'KOR' })).toBe(2849);
    const series = async (window: number) =>
      (
        await store.eventSeries({
          dataset: 'icews-quadruples',
          source: 'CHN',
          target: 'JPN',
          by: 'month',
          root: 'CONSULT',
          from: '2010-01-01',
          to: '2010-12-31',
          window,
        })
      ).map(({ period, events }) => [period, events]);
    const days = { '01': 1, '02': 1, '03': 1, '04': 2, '05': 5, '06': 1, '07': 1, '08': 2, '11': 2 };
    expect(await series(1)).toEqual(
      Object.entries(days)
        .sort()
        .map(([month, events]) => [`2010-${month}`, events]),
    );
    expect(await series(3)).toEqual(
      Object.entries({ ...days, '05': 4 })
        .sort()
        .map(([month, events]) => [`2010-${month}`, events]),
    );
  });

  itWithFiles('ICEWS as quadruples, 2014', async (data) => {
    const folder = join(data, 'events-icews');
    const { record, store } = await imported([
      join(folder, 'mmkb_icews_2014_valid.txt'),
      join(folder, 'mmkb_icews_2014_test.txt'),
    ]);
    expect(record.rows).toEqual({ read: 8941 + 8963, taken: 8941 + 8963, refused: 0 });
    expect(record.period).toEqual({ first: '2014-01-01', last: '2014-12-31' });
    const rows = await store.rows({ table: 'event', columns: ['source', 'source_name'] });
    // Every plain name of a state is known.
    const unknown = rows.filter(
      ({ source, source_name }) =>
        source === null && Object.hasOwn(actorNames, String(source_name).toLowerCase()),
    );
    expect(unknown).toEqual([]);
  });
});
