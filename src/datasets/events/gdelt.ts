import type { DataSource } from '../../model/bulk.ts';
import type { Format, Head, Mapping, RawColumn, RawColumns } from '../../model/format.ts';
import { degreesSql, isCameoSql } from './cameo.ts';
import { cameoCountries } from './countries.ts';
import { fips } from './fips.ts';
import { organisationGroups } from './organisations.ts';
import { gdelt1, gdelt2 } from './sources.ts';

const actorColumns = (actor: string): string[] =>
  [
    'Code',
    'Name',
    'CountryCode',
    'KnownGroupCode',
    'EthnicCode',
    'Religion1Code',
    'Religion2Code',
    'Type1Code',
    'Type2Code',
    'Type3Code',
  ].map((name) => actor + name);

const placeColumns = (place: string, districts: boolean): string[] =>
  [
    'Type',
    'FullName',
    'CountryCode',
    'ADM1Code',
    ...(districts ? ['ADM2Code'] : []),
    'Lat',
    'Long',
    'FeatureID',
  ].map((name) => `${place}Geo_${name}`);

/** The columns in their order, which no header gives. Those that are not used stay text, so that they cannot be refused. */
function columnsOf(districts: boolean): RawColumns {
  const types: Readonly<Record<string, RawColumn['type']>> = {
    GLOBALEVENTID: 'bigint',
    SQLDATE: 'date',
    GoldsteinScale: 'number',
    NumMentions: 'integer',
    DATEADDED: 'bigint',
  };
  const names = [
    'GLOBALEVENTID',
    'SQLDATE',
    'MonthYear',
    'Year',
    'FractionDate',
    ...actorColumns('Actor1'),
    ...actorColumns('Actor2'),
    'IsRootEvent',
    'EventCode',
    'EventBaseCode',
    'EventRootCode',
    'QuadClass',
    'GoldsteinScale',
    'NumMentions',
    'NumSources',
    'NumArticles',
    'AvgTone',
    ...['Actor1', 'Actor2', 'Action'].flatMap((place) => placeColumns(place, districts)),
    'DATEADDED',
    'SOURCEURL',
  ];
  return Object.fromEntries(names.map((name) => [name, { type: types[name] ?? 'text' }]));
}

/** A line of events has so many cells, and begins with an id, a day, its month and its year. */
const hasLines =
  (...cells: readonly number[]) =>
  ({ lines }: Head): boolean =>
    lines
      .slice(0, 20)
      .some(
        (line) => /^\d+\t(\d{4})(\d\d)\d\d\t\1\2\t\1\t/.test(line) && cells.includes(line.split('\t').length),
      );

/** Who an actor is: its country, else an organisation, else what CAMEO calls the region or the group. */
const actor = (n: 1 | 2): string =>
  `coalesce(country${n}.code, group${n}.code, 'cameo:' || coalesce(raw.Actor${n}CountryCode, raw.Actor${n}KnownGroupCode))`;

const event: Mapping = {
  from: `raw LEFT JOIN cameo ON cameo.code = raw.EventCode
    LEFT JOIN cameo_country country1 ON country1.name = raw.Actor1CountryCode
    LEFT JOIN cameo_country country2 ON country2.name = raw.Actor2CountryCode
    LEFT JOIN cameo_group group1 ON group1.name = raw.Actor1KnownGroupCode
    LEFT JOIN cameo_group group2 ON group2.name = raw.Actor2KnownGroupCode
    LEFT JOIN fips ON fips.name = raw.ActionGeo_CountryCode`,
  columns: {
    id: 'raw.GLOBALEVENTID',
    date: 'raw.SQLDATE',
    source: actor(1),
    source_name: 'raw.Actor1Name',
    source_sector: 'raw.Actor1Type1Code',
    target: actor(2),
    target_name: 'raw.Actor2Name',
    target_sector: 'raw.Actor2Type1Code',
    root: 'cameo.root',
    mode: 'cameo.mode',
    cameo: 'raw.EventCode',
    intensity: 'raw.GoldsteinScale',
    mentions: 'raw.NumMentions',
    place: 'raw.ActionGeo_FullName',
    place_state: "coalesce(fips.code, 'fips:' || raw.ActionGeo_CountryCode)",
    latitude: `CASE WHEN raw.ActionGeo_FullName IS NOT NULL THEN ${degreesSql('raw.ActionGeo_Lat', 90)} END`,
    longitude: `CASE WHEN raw.ActionGeo_FullName IS NOT NULL THEN ${degreesSql('raw.ActionGeo_Long', 180)} END`,
    url: 'raw.SOURCEURL',
  },
};

const quirks = [
  'no header; nothing is quoted',
  'an act is told many times: rows are reports, and no figure of them should be read as a count of acts',
  'actors have CAMEO’s country codes, mostly ISO’s; regions stay as cameo:AFR, armed groups as cameo:TAL',
  'an actor without a country that is a known organisation is that organisation (UNO is UN, EEC is EU); one without either has only a name',
  'places have FIPS 10-4 country codes, which look like ISO’s and are not: AU is Austria, CH is China',
  'where there is no place the coordinates are 0, 0; a coordinate that is no number is left out, the event stays',
  'the intensity is GDELT’s own GoldsteinScale; the root and mode come from the CAMEO code',
  'the last column is the first article’s address, or the name of what is no website, such as BBC Monitoring',
];

function events(
  of: {
    readonly id: string;
    readonly title: string;
    readonly source: DataSource;
    readonly districts: boolean;
  },
  recognise: Format['recognise'],
  more: readonly string[],
): Format {
  // Days as numbers, YYYYMMDD: the clock of the machine that added the record may be a day behind the place’s.
  const before = 'raw.SQLDATE - 1';
  const added = of.districts ? 'raw.DATEADDED // 1000000' : 'raw.DATEADDED';
  return {
    id: of.id,
    title: of.title,
    source: of.source,
    quirks: [...quirks, ...more],
    version: 1,
    recognise,
    reading: {
      kind: 'csv',
      delimiter: '\t',
      quote: '',
      header: false,
      dateFormat: '%Y%m%d',
      padded: !of.districts,
      columns: columnsOf(of.districts),
    },
    refuse: [
      {
        when: `raw.DATEADDED IS NULL OR ${added} NOT BETWEEN 19790101 AND 99991231`,
        because: 'the line ends before its time: DATEADDED is missing or cut off',
      },
      {
        when: `raw.EventCode <> '---' AND NOT ${isCameoSql('raw.EventCode')}`,
        because: 'EventCode is no CAMEO code',
      },
      {
        when: `year(${before}) * 10000 + month(${before}) * 100 + day(${before}) > ${added}`,
        because: 'the event is dated after the day on which it was added',
      },
    ],
    aside: [
      { when: "raw.EventCode IS NULL OR raw.EventCode = '---'", because: 'the record has no event code' },
    ],
    lookups: { cameo_country: cameoCountries, cameo_group: organisationGroups, fips },
    tables: { event },
    edition: 'part',
    large: true,
  };
}

export const gdelt1Events = events(
  { id: 'gdelt-1-events', title: 'GDELT 1.0 events', source: gdelt1, districts: false },
  hasLines(57, 58),
  ['57 columns before April 2013, 58 since: SOURCEURL came last; a file may have lines of both'],
);

export const gdelt2Events = events(
  { id: 'gdelt-2-events', title: 'GDELT 2.0 events', source: gdelt2, districts: true },
  hasLines(61),
  ['61 columns: each place has a district (ADM2), DATEADDED has the time too'],
);
