import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { imported, itWithFiles, samplesOf, type TestArchive } from '../fixtures/archives.ts';

type Question = Parameters<TestArchive['store']['rows']>[0];

/** Rows of a table as lists of their cells, in the order of the columns asked for. */
const cells = async (
  { store }: TestArchive,
  table: Question['table'],
  columns: readonly string[],
  where: Question['where'] = {},
): Promise<unknown[][]> =>
  (await store.rows({ table, columns, where, order: columns })).map((row) =>
    columns.map((column) => row[column]),
  );

const sum = async ({ store }: TestArchive, where: Question['where']): Promise<number> =>
  (await store.rows({ table: 'observation', columns: ['value'], where: where ?? {} })).reduce(
    (total, { value }) => total + Number(value),
    0,
  );

const rejected = ({ rejects }: TestArchive): unknown[][] =>
  rejects
    .map(({ line, column, reason }) => [line, column, reason])
    .sort(([one], [other]) => Number(one) - Number(other));

/** What stands in the dossier, which was made of the same files another way. */
const dossier = (name: 'observations' | 'ties'): Record<string, string>[] => {
  const [header = [], ...rows] = parse(readFileSync(`dossiers/kazakhstan/${name}.csv`, 'utf8')) as string[][];
  return rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])));
};

describe('ATOP alliances', () => {
  it('are a tie for each run of years with the same obligations, open where the data end', async () => {
    const archive = await imported(samplesOf('atop-alliances'));
    expect(archive.record.rows).toEqual({ read: 10, taken: 9, refused: 0 });
    expect(archive.record.aside).toEqual([{ because: 'none of the five obligations', rows: 1 }]);
    const columns = ['a', 'b', 'from', 'to', 'detail', 'locator'];
    expect(await cells(archive, 'tie', columns, { kind: 'alliance', source: 'atop' })).toEqual([
      ['KAZ', 'CHN', '2013', '2013', 'non-aggression', 'ccode1 705, ccode2 710, 2013 to 2013'],
      ['KAZ', 'CHN', '2015', '2015', 'non-aggression', 'ccode1 705, ccode2 710, 2015 to 2015'],
      [
        'KAZ',
        'RUS',
        '2011',
        '2012',
        'defence, non-aggression, consultation',
        'ccode1 705, ccode2 365, 2011 to 2012',
      ],
      [
        'KAZ',
        'RUS',
        '2014',
        '2014',
        'defence, non-aggression, consultation',
        'ccode1 705, ccode2 365, 2014 to 2014',
      ],
      [
        'KAZ',
        'RUS',
        '2015',
        '2016/..',
        'defence, neutrality, non-aggression, consultation',
        'ccode1 705, ccode2 365, 2015 to 2016',
      ],
      // A state that is no more keeps its number.
      ['KAZ', 'cow:315', '2012', '2012', 'non-aggression', 'ccode1 705, ccode2 315, 2012 to 2012'],
      // The other direction is another tie.
      ['RUS', 'KAZ', '2016', '2016/..', 'non-aggression', 'ccode1 365, ccode2 705, 2016 to 2016'],
    ]);
  });

  it('refuses an obligation that is neither owed nor not, with its line', async () => {
    const archive = await imported({
      'a.csv':
        'ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul\n705,365,2011,2,0,0,1,1\n705,365,2012,1,0,,1,1\n,365,2012,1,0,0,1,1\n705,365,20120,1,0,0,1,1\n705,365,2012,1,0,0,1,1\n',
    });
    expect(archive.record.rows).toEqual({ read: 5, taken: 1, refused: 4 });
    expect(rejected(archive)).toEqual([
      [2, null, 'atop_defense is none of 0, 1'],
      [3, null, 'an obligation is missing'],
      [4, null, 'a state is missing'],
      [5, null, 'year: not a year'],
    ]);
  });

  itWithFiles('give the ties of the dossier', async (data) => {
    const archive = await imported([join(data, 'alliances-igos', 'atop_alliance.csv.gz')]);
    // 273,296 rows, 170 of them all 0; the runs were counted apart, by a sort and a loop.
    expect(archive.record.rows).toEqual({ read: 273296, taken: 273126, refused: 0 });
    expect(archive.record.aside).toEqual([{ because: 'none of the five obligations', rows: 170 }]);
    expect(archive.record.tables).toEqual({ tie: 15384 });
    expect((await cells(archive, 'tie', ['a'], { to: '2018/..' })).length).toBe(8456);
    const kept = dossier('ties').filter(({ id }) => id?.startsWith('atop-'));
    expect(kept.length).toBe(11);
    const found = await cells(archive, 'tie', ['b', 'from', 'to', 'detail'], {
      a: 'KAZ',
      b: ['RUS', 'CHN', 'USA', 'TUR', 'IRN', 'IND', 'UZB', 'UKR', 'GBR'],
    });
    expect(found.map((row) => row.join('|')).sort()).toEqual(
      kept
        .map(({ b, from, to, title = '' }) => [b, from, to || '2018/..', title.split(': ')[1]].join('|'))
        .sort(),
    );
  });
});

describe('Correlates of War memberships in international organisations', () => {
  it('stand from either side of a dyad', async () => {
    const archive = await imported(samplesOf('cow-igo-dyads'));
    expect(archive.record.rows).toEqual({ read: 4, taken: 3, refused: 0 });
    expect(archive.record.aside).toEqual([{ because: 'the number is missing', rows: 1 }]);
    const columns = ['focal', 'partner', 'period', 'value', 'unit', 'locator'];
    expect(await cells(archive, 'observation', columns, { indicator: 'joint-igos' })).toEqual([
      ['KAZ', 'RUS', '2013', 40, 'organisations', 'dyad-year 365 705 2013'],
      ['KAZ', 'RUS', '2014', 41, 'organisations', 'dyad-year 365 705 2014'],
      ['KAZ', 'cow:315', '1992', 7, 'organisations', 'dyad-year 315 705 1992'],
      ['RUS', 'KAZ', '2013', 40, 'organisations', 'dyad-year 365 705 2013'],
      ['RUS', 'KAZ', '2014', 41, 'organisations', 'dyad-year 365 705 2014'],
      ['cow:315', 'KAZ', '1992', 7, 'organisations', 'dyad-year 315 705 1992'],
    ]);
  });

  it('are counted for a state as member, associate, observer and in all', async () => {
    const archive = await imported(samplesOf('cow-igo-states'));
    expect(archive.record.rows).toEqual({ read: 3, taken: 2, refused: 0 });
    expect(archive.record.aside).toEqual([{ because: 'all numbers are missing', rows: 1 }]);
    const columns = ['indicator', 'partner', 'period', 'value', 'locator'];
    expect(await cells(archive, 'observation', columns, { focal: 'KAZ' })).toEqual([
      ['igo-associate-memberships', null, '2014', 2, 'state-year 705 2014, sum_igo_associate'],
      ['igo-memberships', null, '2014', 50, 'state-year 705 2014, sum_igo_full'],
      ['igo-observerships', null, '2014', 3, 'state-year 705 2014, sum_igo_observer'],
      ['igo-participations', null, '2014', 55, 'state-year 705 2014, sum_igo_anytype'],
    ]);
  });

  it('are refused below zero and with oneself, and where a pair has two figures a year none is taken', async () => {
    const header = 'ccode1,ccode2,year,dyadigos\n';
    const archive = await imported({
      'a.csv': `${header}705,365,2012,-3\n705,705,2012,3\n705,365,then,3\n705,365,2012,3\n`,
    });
    expect(rejected(archive)).toEqual([
      [2, null, 'dyadigos is negative'],
      [3, null, 'a state with itself'],
      [4, 'year', 'year: “then” is not a whole number'],
    ]);
    await expect(imported({ 'a.csv': `${header}705,365,2012,3\n365,705,2012,4\n` })).rejects.toThrow(
      'a pair has one figure a year',
    );
    const states = await imported({
      'b.csv':
        'ccode,year,sum_igo_full,sum_igo_associate,sum_igo_observer,sum_igo_anytype\n705,2012,-3,0,0,3\n705,2012,3,0,0,3\n',
    });
    expect(rejected(states)).toEqual([[2, null, 'a number of organisations is negative']]);
  });

  itWithFiles('are those of the dossier, and sum to what the files say', async (data) => {
    const archive = await imported([
      join(data, 'alliances-igos', 'cow_igo_ndy.csv.gz'),
      join(data, 'alliances-igos', 'cow_igo_sy.csv'),
    ]);
    const [dyads, states] = archive.receipt.made;
    expect(dyads?.rows).toEqual({ read: 432494, taken: 432494, refused: 0 });
    expect(dyads?.tables).toEqual({ observation: 864988 });
    expect(states?.rows).toEqual({ read: 15557, taken: 15557, refused: 0 });
    expect(states?.period).toEqual({ first: '1816', last: '2014' });
    // Sums of dyadigos over the 4,543 rows with 705 on either side, and of the columns sum_igo_….
    const own = { indicator: 'joint-igos', focal: 'KAZ' };
    expect(await sum(archive, own)).toBe(113352);
    expect((await cells(archive, 'observation', ['partner'], own)).length).toBe(4543);
    expect(await sum(archive, { indicator: 'igo-memberships' })).toBe(535772);
    expect(await sum(archive, { indicator: 'igo-participations' })).toBe(538965);
    const kept = dossier('observations').filter(
      ({ source, partner }) => source === 'cow-igo' && partner !== 'EU',
    );
    expect(kept.length).toBe(216);
    const found = await cells(archive, 'observation', ['partner', 'period', 'value', 'method'], {
      indicator: 'joint-igos',
      focal: 'KAZ',
      partner: ['RUS', 'CHN', 'USA', 'TUR', 'IRN', 'IND', 'UZB', 'UKR', 'GBR'],
    });
    expect(found.map((row) => row.join('|')).sort()).toEqual(
      kept.map(({ partner, period, value, method }) => [partner, period, value, method].join('|')).sort(),
    );
    expect(found).toContainEqual(['RUS', '2014', 47, 'joint full memberships as published']);
  });
});

describe('Correlates of War contiguity', () => {
  it('is a border by land, else so many miles of water, with the end open where the data end', async () => {
    const archive = await imported(samplesOf('cow-contiguity'));
    expect(archive.record.rows).toEqual({ read: 5, taken: 4, refused: 0 });
    expect(archive.record.aside).toEqual([
      { because: 'more than 400 miles of water between: not contiguous', rows: 1 },
    ]);
    expect(await cells(archive, 'tie', ['kind', 'a', 'b', 'from', 'to', 'detail', 'locator'])).toEqual([
      [
        'border',
        'KAZ',
        'RUS',
        '1991-12',
        '2016-12/..',
        'land or river',
        'ccode1 705, ccode2 365, stdate 1991-12-01',
      ],
      [
        'border',
        'RUS',
        'KAZ',
        '1991-12',
        '2016-12/..',
        'land or river',
        'ccode1 365, ccode2 705, stdate 1991-12-01',
      ],
      [
        'border',
        'cow:315',
        'RUS',
        '1945-06',
        '1992-12',
        'land or river',
        'ccode1 315, ccode2 365, stdate 1945-06-01',
      ],
      [
        'contiguity',
        'KAZ',
        'AZE',
        '1992-01',
        '2016-12/..',
        'up to 150 miles of water',
        'ccode1 705, ccode2 373, stdate 1992-01-01',
      ],
    ]);
  });

  it('is refused with another type, without a date, and where it ends before it begins', async () => {
    const archive = await imported({
      'c.csv':
        'ccode1,ccode2,conttype,stdate,enddate\n1,2,6,1990-01-01,1991-01-01\n1,2,1,1990-01-01,1989-01-01\n1,2,1,1990-13-01,1991-01-01\n1,2,1,,1991-01-01\n1,2,1,1990-01-01,1991-01-01\n',
    });
    expect(archive.record.rows).toEqual({ read: 5, taken: 1, refused: 4 });
    expect(rejected(archive)).toEqual([
      [2, null, 'conttype is none of 0, 1, 2, 3, 4, 5'],
      [3, null, 'the end is before the beginning'],
      [4, 'stdate', 'stdate: “1990-13-01” is not a day'],
      [5, null, 'a date is missing'],
    ]);
  });

  itWithFiles('knows the five neighbours of Kazakhstan', async (data) => {
    const archive = await imported([join(data, 'alliances-igos', 'cow_contdir.csv')]);
    // By type: 180, 948, 50, 50, 256, 390.
    expect(archive.record.rows).toEqual({ read: 1874, taken: 1694, refused: 0 });
    expect((await cells(archive, 'tie', ['a'], { kind: 'border' })).length).toBe(948);
    expect((await cells(archive, 'tie', ['a'], { to: '2016-12/..' })).length).toBe(1112);
    expect(await cells(archive, 'tie', ['b'], { kind: 'border', a: 'KAZ' })).toEqual([
      ['CHN'],
      ['KGZ'],
      ['RUS'],
      ['TKM'],
      ['UZB'],
    ]);
  });
});

describe('Correlates of War states and capitals', () => {
  it('are codes with the time in which they hold', async () => {
    const archive = await imported([...samplesOf('cow-capitals'), ...samplesOf('cow-states')]);
    expect(archive.receipt.made.map(({ format }) => format)).toEqual(['cow-capitals', 'cow-states']);
    const columns = ['scheme', 'code', 'label', 'from', 'to', 'latitude', 'longitude', 'note'];
    expect(await cells(archive, 'code', columns)).toEqual([
      ['cow-capital', '705', 'Almaty', '1991-01-01', '1998-05-05', 43.2, 76.9, 'Kazakhstan'],
      ['cow-capital', '705', 'Astana', '1998-05-06', '2024-12-31/..', 51.1, 71.5, 'Kazakhstan'],
      // Nine degrees south are no missing value.
      ['cow-capital', '999', 'Null Island', '1950-01-01', '1960-12-31', -9, 0, 'Nowhere'],
      ['cow-state', '40', 'Cuba', '1902-05-20', '1906-09-25', null, null, 'CUB'],
      ['cow-state', '40', 'Cuba', '1909-01-23', '2016-12-31/..', null, null, 'CUB'],
      ['cow-state', '705', 'Kazakhstan', '1991-12-26', '2016-12-31/..', null, null, 'KZK'],
    ]);
  });

  it('are refused where a day is none and where a place is nowhere', async () => {
    const states = await imported({
      's.csv':
        'stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday\nA,1,A,1991,2,30,2016,12,31\nA,1,A,1991,2,3,1990,12,31\nA,1,A,1991,2,3,2016,12,31\n',
    });
    expect(rejected(states)).toEqual([
      [2, null, 'styear, stmonth, stday: not a day'],
      [3, null, 'the end is before the beginning'],
    ]);
    const header = 'ccode,statenme,capital,stdate,enddate,lat,lng\n';
    const capitals = await imported({
      'c.csv': `${header}1,A,B,1990-01-01,1991-01-01,91,0\n1,A,,1990-01-01,1991-01-01,1,0\n1,A,B,1990-01-01,1991-01-01,9,0\n`,
    });
    expect(rejected(capitals)).toEqual([
      [2, null, 'the coordinates lie nowhere on Earth'],
      [3, null, 'no capital'],
    ]);
    await expect(
      imported({
        'c.csv': `${header}1,A,B,1990-01-01,1995-01-01,1,0\n1,A,C,1991-01-01,1996-01-01,9,0\n`,
      }),
    ).rejects.toThrow('a state has one capital at a time');
  });

  itWithFiles('hold what the files say', async (data) => {
    const archive = await imported([
      join(data, 'alliances-igos', 'cow_capitals.csv'),
      join(data, 'alliances-igos', 'cow_states.csv'),
    ]);
    expect(archive.receipt.made.map(({ rows }) => rows)).toEqual([
      { read: 242, taken: 242, refused: 0 },
      { read: 243, taken: 243, refused: 0 },
    ]);
    expect((await cells(archive, 'code', ['code'], { to: '2024-12-31/..' })).length).toBe(198);
    expect((await cells(archive, 'code', ['code'], { to: '2016-12-31/..' })).length).toBe(195);
    expect(
      await cells(archive, 'code', ['label', 'from', 'to'], { code: '705', scheme: 'cow-capital' }),
    ).toEqual([
      ['Almaty', '1991-01-01', '1998-05-05'],
      ['Astana', '1998-05-06', '2024-12-31/..'],
    ]);
  });
});

describe('Correlates of War capabilities', () => {
  it('have a row for each figure that there is, in its unit', async () => {
    const archive = await imported(samplesOf('cow-capabilities'));
    expect(archive.record.rows).toEqual({ read: 3, taken: 2, refused: 0 });
    expect(archive.record.aside).toEqual([{ because: 'all figures are missing', rows: 1 }]);
    const columns = ['focal', 'indicator', 'period', 'value', 'unit'];
    expect(await cells(archive, 'observation', columns)).toEqual([
      ['GBR', 'cinc', '1913', 0.11, 'share'],
      ['GBR', 'milex', '1913', 75000, 'GBP thousand'],
      ['GBR', 'milper', '1913', 400, 'thousand persons'],
      ['GBR', 'pec', '1913', 180000, 'thousand tonnes of coal equivalent'],
      ['GBR', 'tpop', '1913', 45000, 'thousand persons'],
      ['KAZ', 'cinc', '2014', 0.0029, 'share'],
      ['KAZ', 'irst', '2014', 4000, 'thousand tonnes'],
      ['KAZ', 'milex', '2014', 2000000, 'USD thousand'],
      ['KAZ', 'milper', '2014', 39, 'thousand persons'],
      ['KAZ', 'pec', '2014', 140000, 'thousand tonnes of coal equivalent'],
      ['KAZ', 'tpop', '2014', 17500, 'thousand persons'],
      ['KAZ', 'upop', '2014', 8000, 'thousand persons'],
    ]);
  });

  it('are refused below zero, above the whole and where they are no numbers', async () => {
    const archive = await imported({
      'n.csv':
        'ccode,year,milex,milper,irst,pec,tpop,upop,cinc\n705,2014,-5,1,1,1,1,1,0.1\n705,2014,1,1,1,1,1,1,1.1\n705,2014,1,1,1,many,1,1,0.1\n705,2014,1,1,1,1,1,1,0.1\n',
    });
    expect(rejected(archive)).toEqual([
      [2, null, 'a figure is negative'],
      [3, null, 'cinc is more than the whole'],
      [4, 'pec', 'pec: “many” is not a number'],
    ]);
  });

  itWithFiles('hold what the file says', async (data) => {
    const archive = await imported([join(data, 'alliances-igos', 'cow_nmc.csv')]);
    expect(archive.record.rows).toEqual({ read: 17121, taken: 17121, refused: 0 });
    // Cells that are not empty: 14761 + 16665 + 17095 + 16673 + 17121 + 17053 + 17121.
    expect(archive.record.tables).toEqual({ observation: 116489 });
    expect(await sum(archive, { indicator: 'cinc', period: '2014' })).toBeCloseTo(1.0068990177720603, 12);
    expect(
      await cells(archive, 'observation', ['indicator', 'value'], { focal: 'KAZ', period: '2014' }),
    ).toEqual([
      ['cinc', 0.0028643701],
      ['irst', 3681],
      ['milex', 2030000],
      ['milper', 39],
      ['pec', 150316],
      ['tpop', 17488],
      ['upop', 5434],
    ]);
  });
});

describe('DESTA trade agreements', () => {
  it('tie each two members, and where there are sides only those on different ones', async () => {
    const archive = await imported(samplesOf('desta'));
    expect(archive.record.rows).toEqual({ read: 7, taken: 7, refused: 0 });
    const columns = ['number', 'kind', 'a', 'b', 'from', 'title', 'detail'];
    const group = 'EC; Kazakhstan';
    const signed = 'base treaty; group and third state; signed 2015';
    const acceded = 'accession; signed 2016';
    const accession = 'Steppe Union Armenia Kosovo accession';
    const union = 'base treaty; plurilateral; signed 2014';
    const antilles = ['Antilles Kazakhstan Western Sahara', 'base treaty; plurilateral; signed 1990'];
    expect(await cells(archive, 'tie', columns)).toEqual([
      ['1', 'agreement', 'KAZ', 'RUS', '1998', 'Kazakhstan Russia', 'base treaty; bilateral; signed 1992'],
      ['2', 'agreement', 'BLR', 'KAZ', '2015', 'Steppe Union', union],
      ['2', 'agreement', 'BLR', 'RUS', '2015', 'Steppe Union', union],
      ['2', 'agreement', 'KAZ', 'RUS', '2015', 'Steppe Union', union],
      // Who accedes is tied with the members and with the others who accede.
      ['2+1', 'agreement', 'ARM', 'KAZ', '2017', accession, acceded],
      ['2+1', 'agreement', 'ARM', 'RUS', '2017', accession, acceded],
      ['2+1', 'agreement', 'ARM', 'XKX', '2017', accession, acceded],
      ['2+1', 'agreement', 'KAZ', 'XKX', '2017', accession, acceded],
      ['2+1', 'agreement', 'RUS', 'XKX', '2017', accession, acceded],
      [
        '2_1',
        'withdrawal',
        'BLR',
        'KAZ',
        '2020/..',
        'Steppe Union withdrawal Belarus',
        'withdrawal; signed 2020',
      ],
      [
        '2_1',
        'withdrawal',
        'BLR',
        'RUS',
        '2020/..',
        'Steppe Union withdrawal Belarus',
        'withdrawal; signed 2020',
      ],
      // The members of the Union are on one side; no entry into force is stated.
      ['3', 'agreement', 'BEL', 'KAZ', '2015/..', group, signed],
      ['3', 'agreement', 'FRA', 'KAZ', '2015/..', group, signed],
      ['4', 'negotiation', 'IND', 'KAZ', null, 'India Kazakhstan', 'negotiation; bilateral'],
      ['5', 'agreement', 'ESH', 'KAZ', '1991', ...antilles],
      ['5', 'agreement', 'ESH', 'iso:530', '1991', ...antilles],
      ['5', 'agreement', 'KAZ', 'iso:530', '1991', ...antilles],
    ]);
  });

  it('are refused without two members and with words that we do not know', async () => {
    const archive = await imported({
      'd.csv':
        'number;base_treaty;name;entry_type;year;entryforceyear;typememb;c1;c2\n1;1;A;base_treaty;1990;NA;1;398;NA\n2;2;A;promise;1990;NA;1;398;643\n3;3;A;base_treaty;soon;NA;1;398;643\n4;4;A;base_treaty;1990;NA;9;398;643\n5;5;A;base_treaty;1990;19;1;398;643\n6;6;A;base_treaty;1990;NA;1;398;643\n',
    });
    expect(archive.record.rows).toEqual({ read: 6, taken: 1, refused: 5 });
    expect(rejected(archive)).toEqual([
      [2, null, 'fewer than two members'],
      [
        3,
        null,
        'entry_type is none of base_treaty, accession, consolidated, protocol or amendment, negotiation, withdrawal',
      ],
      [4, 'year', 'year: “soon” is not a whole number'],
      [5, null, 'typememb: none of 1 to 7'],
      [6, null, 'year or entryforceyear: not a year'],
    ]);
  });

  itWithFiles('give the ties of the dossier', async (data) => {
    const archive = await imported([join(data, 'treaties-desta', 'DESTA.csv')]);
    expect(archive.record.rows).toEqual({ read: 1217, taken: 1217, refused: 0 });
    // Pairs counted apart, by the same rule in another language.
    for (const [kind, pairs] of [
      ['agreement', 18554],
      ['negotiation', 1770],
      ['withdrawal', 439],
    ] as const)
      expect((await cells(archive, 'tie', ['a'], { kind })).length).toBe(pairs);
    const kept = dossier('ties').filter(({ id }) => id?.startsWith('desta-'));
    expect(kept.length).toBe(12);
    const all = [
      ...(await cells(archive, 'tie', ['number', 'a', 'b', 'from', 'detail'], { a: 'KAZ' })),
      ...(await cells(archive, 'tie', ['number', 'b', 'a', 'from', 'detail'], { b: 'KAZ' })),
    ].map((row) => row.join('|'));
    for (const { id = '', b, from, note = '' } of kept) {
      const number = id.split('-')[1];
      // The Union's members of the time stand for it.
      const partner = b === 'EU' ? 'FRA' : b;
      const [signed] = /signed \d{4}/.exec(note) ?? [];
      const found = all.filter((row) => row.startsWith(`${number}|KAZ|${partner}|${from}|`));
      expect(found.length, id).toBe(1);
      expect(found[0]).toContain(`; ${signed}`);
    }
    expect(all.filter((row) => row.startsWith('997|')).length).toBe(27);
  });
});

describe('The World Factbook', () => {
  it('says how long borders are: stretches added up, commas and remarks survived', async () => {
    const archive = await imported(samplesOf('factbook'));
    expect(archive.record.rows).toEqual({ read: 37, taken: 35, refused: 0 });
    expect(archive.record.aside).toEqual([
      { because: 'the total of a part of the state', rows: 1 },
      { because: 'trade partners named without shares', rows: 1 },
    ]);
    const columns = ['focal', 'partner', 'period', 'value', 'unit', 'method', 'locator'];
    const where = (page: string) => `${page}.json > Geography > Land boundaries`;
    const total = 'published total';
    expect(await cells(archive, 'observation', columns, { indicator: 'border-length' })).toEqual([
      ['ARE', 'WLD', '2026', 0, 'km', total, where('ae')],
      ['EU', 'RUS', '2026', 7000, 'km', null, where('ee')],
      ['EU', 'WLD', '2026', 7000, 'km', total, where('ee')],
      ['HKG', 'CHN', '2026', 33, 'km', null, where('hk')],
      ['HKG', 'WLD', '2026', 33, 'km', total, where('hk')],
      ['KAZ', 'CHN', '2026', 1700, 'km', null, where('kz')],
      ['KAZ', 'KGZ', '2026', 2000.5, 'km', null, where('kz')],
      ['KAZ', 'RUS', '2026', 7000, 'km', null, where('kz')],
      ['KAZ', 'UZB', '2026', 2300, 'km', null, where('kz')],
      ['KAZ', 'WLD', '2026', 13000.5, 'km', total, where('kz')],
    ]);
    expect(await cells(archive, 'tie', ['a', 'b'], { kind: 'border' })).toEqual([
      ['EU', 'RUS'],
      ['HKG', 'CHN'],
      ['KAZ', 'CHN'],
      ['KAZ', 'KGZ'],
      ['KAZ', 'RUS'],
      ['KAZ', 'UZB'],
    ]);
  });

  it('says how long coasts are, those of lakes left out', async () => {
    const archive = await imported(samplesOf('factbook'));
    const columns = ['focal', 'partner', 'period', 'value', 'unit', 'method'];
    expect(await cells(archive, 'observation', columns, { indicator: 'coastline' })).toEqual([
      ['ARE', null, '2026', 1318.5, 'km', 'excludes islands'],
      ['KAZ', null, '2026', 0, 'km', 'landlocked'],
    ]);
  });

  it('lays coasts aside that are given island by island, and refuses what is no length', async () => {
    const coast = (text: string) =>
      JSON.stringify({
        Introduction: { Background: { text: 'Invented.' } },
        Geography: { Coastline: { text } },
        Government: { 'Country name': { 'conventional short form': { text: 'Kazakhstan' } } },
      });
    const archive = await imported({
      'kz.json': coast('<b>Long Island: </b>60 km<br> <b>Short Island: </b>NA'),
      'uz.json': coast('NA'),
      'kg.json': coast('long'),
    });
    expect(archive.record.aside).toEqual([{ because: 'the coast island by island, without a sum', rows: 1 }]);
    expect(archive.rejects.map(({ reason, text }) => [reason, text])).toEqual([
      ['Coastline: not a length in km', 'long'],
    ]);
  });

  it('says with whom a state trades; a name may have a comma, a letter may be an entity', async () => {
    const archive = await imported(samplesOf('factbook'));
    const columns = ['indicator', 'partner', 'period', 'value', 'method'];
    expect(await cells(archive, 'observation', columns, { unit: 'share' })).toEqual([
      ['export-partner-share', 'BIH', '2023', 0.01, 'top export partners'],
      ['export-partner-share', 'CHN', '2023', 0.16, 'top export partners'],
      ['export-partner-share', 'CIV', '2023', 0.155, 'top export partners'],
      ['import-partner-share', 'CHN', '2022', 0.28, null],
      ['import-partner-share', 'GMB', '2022', 0.04, null],
      ['import-partner-share', 'name:Ruritania', '2022', 0.02, null],
    ]);
  });

  it('says in which organisations a state is, and as what', async () => {
    const archive = await imported(samplesOf('factbook'));
    const ties = await cells(archive, 'tie', ['a', 'b', 'kind', 'detail'], {
      kind: ['membership', 'observer', 'participation'],
    });
    const absent = 'Emirati delegates do not attend';
    expect(ties).toEqual([
      ['ARE', 'OPEC', 'membership', absent],
      ['ARE', 'UN', 'membership', absent],
      ['KAZ', 'ADB', 'membership', 'nonregional member'],
      ['KAZ', 'CIS', 'participation', 'associate member, has not ratified the charter'],
      ['KAZ', 'EAEU', 'membership', null],
      ['KAZ', 'EITI', 'membership', 'compliant country; suspended'],
      ['KAZ', 'ICC', 'participation', 'NGOs'],
      ['KAZ', 'NAM', 'observer', 'observer'],
      ['KAZ', 'SCO', 'membership', null],
      ['KAZ', 'UN Security Council', 'membership', 'temporary'],
    ]);
  });

  it('has every page in the code list, oceans and the world among them', async () => {
    const archive = await imported(samplesOf('factbook'));
    expect(await cells(archive, 'code', ['code', 'label', 'note', 'latitude', 'longitude'])).toEqual([
      ['AE', 'United Arab Emirates', 'ARE', -24.5, -54.25],
      ['EE', 'European Union', 'EU', null, null],
      ['HK', 'Hong Kong', 'HKG', null, null],
      ['KZ', 'Kazakhstan', 'KAZ', 48, 68],
      ['XO', 'Indian Ocean', 'gec:xo', -20, 80],
      ['XX', 'World', 'WLD', null, null],
    ]);
  });

  const page = (geography: object, more: object = {}) =>
    JSON.stringify({
      Introduction: { Background: { text: 'Invented.' } },
      Geography: { 'Land boundaries': geography },
      Government: { 'Country name': { 'conventional short form': { text: 'Kazakhstan' } } },
      ...more,
    });

  it('is known by the names in a page, whatever the file is called', async () => {
    const archive = await imported({ 'a page.json': page({ total: { text: '5 km' } }) });
    expect(await cells(archive, 'code', ['code', 'note'])).toEqual([['Kazakhstan', 'KAZ']]);
    expect(await sum(archive, { focal: 'KAZ', partner: 'WLD' })).toBe(5);
  });

  it('refuses what it cannot read in a page and takes the rest, and refuses what is no page', async () => {
    const archive = await imported({
      'kz.json': page(
        {
          total: { text: 'long' },
          'border countries (2)': { text: 'China 5 km; Russia long' },
          coast: { text: '0 km' },
        },
        {
          Economy: {
            'Exports - partners': { text: 'China 5%, Russia (2023)' },
            'Imports - partners': { text: 'China 5%' },
          },
        },
      ),
      'zz.json': '{"Introduction": {"Background": {"text": "cut',
      'zz2.json': '{"Introduction": {"Background": {}}}',
    });
    expect(archive.record.rows).toEqual({ read: 10, taken: 3, refused: 7 });
    expect(archive.rejects.map(({ file, reason, text }) => [file, reason, text].join(' | ')).sort()).toEqual([
      'kz.json | Land boundaries: no “country 1,234 km” | Russia long',
      'kz.json | Land boundaries: “coast” is not known | 0 km',
      'kz.json | Land boundaries: “total” is not a length in km | long',
      'kz.json | exports: no “partner 12%” | Russia',
      'kz.json | imports: no year in brackets at the end | China 5%',
      'zz.json | zz.json: not valid JSON | ',
      'zz2.json | the page does not say what it is about, and the file is not named by a GEC code | ',
    ]);
  });

  it('has a list of its fields', async () => {
    const archive = await imported(samplesOf('factbook-categories'));
    expect(archive.record.rows).toEqual({ read: 5, taken: 5, refused: 0 });
    expect(await cells(archive, 'code', ['code', 'label', 'parent', 'value'])).toEqual([
      ['Geography', 'Geography', null, 2],
      ['Geography > Land boundaries', 'Land boundaries', 'Geography', 1],
      ['Introduction', 'Introduction', null, 3],
      ['Introduction > Background', 'Background', 'Introduction', 3],
      ['Introduction > Background > Some Island', 'Some Island', 'Introduction > Background', 1],
    ]);
    const broken = await imported({
      'c.json': '{"Introduction": {"count": 1}, "Geography": 7, "Economy": {"count": -1}}',
    });
    expect(broken.rejects.map(({ reason }) => reason)).toEqual([
      'Geography: not a field with its count',
      'count is negative',
    ]);
  });

  itWithFiles('is taken whole, every page, and gives what stands in the dossier', async (data) => {
    const archive = await imported([join(data, 'factbook')]);
    const { made, passed } = archive.receipt;
    const [fields, pages] = made;
    expect(passed.map(({ file }) => file)).toEqual(['LICENSE.md', 'README.md', 'SOURCE.txt']);
    expect(fields?.rows).toEqual({ read: 1001, taken: 1001, refused: 0 });
    expect(pages?.files.length).toBe(261);
    expect(pages?.rows.refused).toBe(0);
    expect(pages?.aside).toEqual([
      { because: 'trade partners named without shares', rows: 8 },
      { because: 'the coast island by island, without a sum', rows: 3 },
      { because: 'the total of a part of the state', rows: 2 },
    ]);
    expect(pages?.tables.code).toBe(261);
    const subjects = await cells(archive, 'code', ['note'], { scheme: 'factbook-gec' });
    expect(new Set(subjects.flat()).size).toBe(261);
    expect(subjects.flat().filter((note) => String(note).startsWith('name:'))).toEqual([]);

    // 2,327 per-cent signs in the fields of partners; 674 lengths of borders, 4 of them second stretches, and 254 totals.
    expect((await cells(archive, 'observation', ['value'], { unit: 'share' })).length).toBe(2327);
    expect((await cells(archive, 'tie', ['a'], { kind: 'border' })).length).toBe(670);
    const coasts = await cells(archive, 'observation', ['focal', 'value'], { indicator: 'coastline' });
    expect(coasts.length).toBe(261 - 3 - 2); // three by islands; one page has none, one says NA
    expect(new Map(coasts as [string, number][]).get('AZE')).toBe(0);
    expect((await cells(archive, 'observation', ['value'], { unit: 'km' })).length).toBe(670 + 254 + 256);
    const km = await archive.store.rows({
      table: 'observation',
      columns: ['partner', 'value'],
      where: { unit: 'km', indicator: 'border-length' },
    });
    const lengths = km.filter(({ partner }) => partner !== 'WLD');
    expect(lengths.reduce((total, { value }) => total + Number(value), 0)).toBeCloseTo(557953.6, 3);
    // No trade partner but has a code.
    expect(
      (await cells(archive, 'observation', ['partner'], { unit: 'share' }))
        .flat()
        .filter((partner) => String(partner).startsWith('name:')),
    ).toEqual([]);
    expect(
      await cells(archive, 'observation', ['partner', 'value'], {
        focal: 'KAZ',
        indicator: 'import-partner-share',
        period: '2023',
      }),
    ).toEqual([
      ['CHN', 0.28],
      ['GMB', 0.04],
      ['RUS', 0.24],
      ['TUR', 0.04],
      ['USA', 0.04],
    ]);

    const kept = dossier('observations').filter(({ source }) => source === 'factbook');
    const borders = kept.filter(({ indicator }) => indicator === 'border-length');
    expect(borders.length).toBe(6);
    expect(
      await cells(archive, 'observation', ['partner', 'value', 'locator'], {
        focal: 'KAZ',
        indicator: 'border-length',
      }),
    ).toEqual(
      borders
        .map(({ partner = '', value, locator }) => [partner, Number(value), locator] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );

    // Shared full memberships, counted over the lists.
    const full = async (state: string): Promise<Set<unknown>> =>
      new Set(
        (await cells(archive, 'tie', ['b', 'detail'], { a: state, kind: 'membership' }))
          .filter(
            ([, detail]) =>
              detail === null ||
              /^(nonregional members?|(implementing|compliant) country)$/.test(String(detail)),
          )
          .map(([organisation]) => organisation),
      );
    const own = await full('KAZ');
    const joint = kept.filter(({ indicator, partner }) => indicator === 'joint-igos' && partner !== 'EU');
    expect(joint.length).toBe(9);
    for (const { partner = '', value } of joint)
      expect([...(await full(partner))].filter((one) => own.has(one)).length, partner).toBe(Number(value));

    // Memberships and observers' places of the dossier's ties.
    const ties = dossier('ties').filter(({ note }) => note?.startsWith('as listed in the edition'));
    expect(ties.length).toBeGreaterThan(60);
    const inArchive = new Set((await cells(archive, 'tie', ['kind', 'a', 'b'])).map((row) => row.join(' ')));
    expect(ties.map(({ kind, a, b }) => `${kind} ${a} ${b}`).filter((one) => !inArchive.has(one))).toEqual(
      [],
    );
  });
});
