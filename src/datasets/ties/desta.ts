import type { DataSource } from '../../model/bulk.ts';
import type { Format } from '../../model/format.ts';
import { hasColumns } from './header.ts';

const source: DataSource = {
  id: 'desta',
  type: 'article-journal',
  title: 'The design of international trade agreements: Introducing a new dataset',
  author: [
    { family: 'Dür', given: 'Andreas' },
    { family: 'Baccini', given: 'Leonardo' },
    { family: 'Elsig', given: 'Manfred' },
  ],
  issued: { 'date-parts': [[2014]] },
  'container-title': 'The Review of International Organizations',
  volume: '9',
  issue: '3',
  page: '353–375',
  DOI: '10.1007/s11558-013-9179-8',
  note: 'List of treaties as in https://github.com/globalgov/manytrade',
  licence: 'CC BY (manytrade), with citation',
  redistributable: true,
};

/** ISO numbers of members that the list of states has not, and 900, the data set’s own for Kosovo. */
const territories: Readonly<Record<string, string>> = {
  86: 'IOT',
  92: 'VGB',
  136: 'CYM',
  175: 'MYT',
  184: 'COK',
  234: 'FRO',
  238: 'FLK',
  239: 'SGS',
  248: 'ALA',
  258: 'PYF',
  260: 'ATF',
  304: 'GRL',
  344: 'HKG',
  446: 'MAC',
  500: 'MSR',
  533: 'ABW',
  540: 'NCL',
  570: 'NIU',
  612: 'PCN',
  654: 'SHN',
  660: 'AIA',
  666: 'SPM',
  732: 'ESH',
  796: 'TCA',
  876: 'WLF',
  900: 'XKX',
};

const most = 91;
const places = Array.from({ length: most }, (_, i) => i + 1);
const memberColumns = Object.fromEntries(
  places.flatMap((place) => [
    [`c${place}`, { type: 'integer', optional: place > 2 } as const],
    [`mc${place}`, { type: 'integer', optional: true } as const],
  ]),
);
const listOf = (prefix: string): string => `[${places.map((place) => `raw.${prefix}${place}`).join(', ')}]`;
const members = `list_filter(${listOf('c')}, member -> member IS NOT NULL)`;

/** The members of each treaty with the side on which they are. */
const sided = `(SELECT m._row, m.side, coalesce(state.id, desta_territory.code, 'iso:' || lpad(m.member::VARCHAR, 3, '0')) AS id
  FROM (SELECT raw._row, unnest(${listOf('c')}) AS member, unnest(${listOf('mc')}) AS side FROM raw) m
  LEFT JOIN state ON state."numeric" = m.member LEFT JOIN desta_territory ON desta_territory.name = m.member::VARCHAR
  WHERE m.member IS NOT NULL)`;

/** Pairs whom a treaty ties: those on different sides, where it has sides; newcomers with each other; else everybody. */
const pairs = `(SELECT DISTINCT raw._row, raw.number, raw.name, raw.entry_type, raw.year, raw.entryforceyear, raw.typememb, one.id AS a, other.id AS b
  FROM raw JOIN ${sided} one ON one._row = raw._row JOIN ${sided} other ON other._row = raw._row AND other.id > one.id
  WHERE raw.typememb IN (1, 2) OR one.side IS NULL OR other.side IS NULL OR one.side <> other.side
    OR (raw.typememb IN (5, 6) AND one.side = 1) OR len(list_distinct(${listOf('mc')})) = 1) raw`;

const entryTypes = [
  'base_treaty',
  'accession',
  'consolidated',
  'protocol or amendment',
  'negotiation',
  'withdrawal',
] as const;

/** Trade agreements, as ties between each two states that one ties. */
export const desta: Format = {
  id: 'desta',
  title: 'DESTA trade agreements',
  source,
  quirks: [
    'members are ISO numbers in 91 columns; 900 is Kosovo, 530 the Netherlands Antilles, which are no more',
    'the European Union is no member: its members of the time stand for it',
    'where one side is a group (a treaty of the Union with a third state), the members of a side are not tied to each other by it; `mc` tells the sides',
    'an accession ties those who accede with everybody else, not the old members with each other',
    'negotiations and withdrawals are listed too, and are ties of these kinds, not agreements',
    'without a year of entry into force the tie begins with the signature or later: 2015/..',
    'a few entries into force are before the signature, as published',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['number', 'base_treaty', 'entryforceyear', 'c1', 'c2'], ';'),
  reading: {
    kind: 'csv',
    delimiter: ';',
    quote: '"',
    header: true,
    missing: ['NA'],
    columns: {
      number: { type: 'text' },
      name: { type: 'text' },
      entry_type: { type: entryTypes },
      year: { type: 'integer' },
      entryforceyear: { type: 'integer' },
      typememb: { type: 'integer' },
      ...memberColumns,
    },
  },
  refuse: [
    { when: 'raw.number IS NULL', because: 'the treaty has no number' },
    { when: 'raw.entry_type IS NULL', because: 'entry_type is missing' },
    {
      when: 'raw.typememb IS NULL OR raw.typememb NOT BETWEEN 1 AND 7',
      because: 'typememb: none of 1 to 7',
    },
    {
      when: 'least(raw.year, raw.entryforceyear) < 1500 OR greatest(raw.year, raw.entryforceyear) > 2100',
      because: 'year or entryforceyear: not a year',
    },
    { when: `len(list_distinct(${members})) < 2`, because: 'fewer than two members' },
  ],
  lookups: { desta_territory: territories },
  tables: {
    tie: {
      from: pairs,
      columns: {
        kind: "CASE WHEN raw.entry_type IN ('negotiation', 'withdrawal') THEN raw.entry_type::VARCHAR ELSE 'agreement' END",
        a: 'raw.a',
        b: 'raw.b',
        from: "coalesce(raw.entryforceyear::VARCHAR, raw.year || '/..')",
        title: 'raw.name',
        detail: `concat_ws('; ', replace(raw.entry_type::VARCHAR, '_', ' '),
          CASE raw.typememb WHEN 1 THEN 'bilateral' WHEN 2 THEN 'plurilateral' WHEN 3 THEN 'group and third state'
            WHEN 4 THEN 'two groups' WHEN 6 THEN 'to an agreement with a third state' END,
          'signed ' || raw.year)`,
        number: 'raw.number',
        locator: "'number ' || raw.number",
      },
    },
  },
  expect: {
    'nobody has an agreement with itself': 'FROM tie WHERE a = b',
    'a treaty ties a pair once': 'SELECT number, a, b FROM tie GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
