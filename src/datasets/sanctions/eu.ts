import type { Format } from '../../model/format.ts';
import { joined, together, valuesOf, valuesOfAll } from './cells.ts';
import { countryLookups, statesNamed } from './countries.ts';
import { euSource } from './sources.ts';

const text = { type: 'text' } as const;
const optional = { type: 'text', optional: true } as const;

const papers = {
  passportNumber: 'passport',
  registrationNumber: 'registration number',
  taxNumber: 'tax number',
  idNumber: 'identity number',
  innCode: 'INN',
  ogrnCode: 'OGRN',
  kppCode: 'KPP',
  okpoCode: 'OKPO',
  leiCode: 'LEI',
  swiftBic: 'SWIFT/BIC',
  ticker: 'ticker',
  imoNumber: 'IMO number',
  mmsi: 'MMSI',
} as const;

/** What we have no use for; named all the same, so that the reader checks these cells too. */
const unused = [
  'gender',
  'appearance',
  'ethnicity',
  'fatherName',
  'motherName',
  'incorporationDate',
  'legalForm',
].concat(['sector', 'phone', 'email', 'website']);

const act = 'coalesce(raw.celex, raw.amendedCelex)';
const id = `concat_ws(' ', ${act}, raw.annex, raw.schema, coalesce(raw.recordId, raw.name))`;
const locator =
  "concat_ws(' ', coalesce(raw.amendmentCelex, raw.celex), 'annex ' || raw.annex, 'record ' || raw.recordId)";

/** The act may name months in full, in short, or not at all; less than a day is kept as it is. */
const day =
  "try_strptime(regexp_replace(regexp_replace(raw.startDate, '\\bSept\\b', 'Sep'), '\\s+', ' ', 'g'), ['%d.%m.%Y', '%d %B %Y', '%d %b. %Y', '%d %b %Y', '%Y-%m-%d'])";
const since = `coalesce(strftime(${day}, '%Y-%m-%d'), CASE WHEN regexp_full_match(raw.startDate, '\\d{4}(-(0[1-9]|1[0-2]))?') THEN raw.startDate END)`;

/** An address ends in its country, mostly; what else it may end in is on no list of names and stays out. */
const endOf = (address: string): string => `trim(regexp_extract(${address}, '([^,;]*)$', 1), ' .')`;
const seats = `list_filter(list_transform(${valuesOf('raw.address')}, a -> ${endOf('a')}), e -> list_contains(names.all, lower(replace(e, '’', ''''))))`;

const allNames = '(SELECT list(name) AS all FROM country WHERE length(name) > 3)';

const states = `list_concat(${valuesOfAll('raw.country', 'raw.nationality', 'raw.jurisdiction', 'raw.flag')}, ${seats})`;

const detail = (kind: string, cell: string, note: string): string =>
  `list_transform(${valuesOf(cell)}, v -> {'kind': '${kind}', 'text': v, 'note': ${note}})`;

const details = [
  detail('alias', 'raw.alias', "'alias'"),
  detail('alias', 'raw.weakAlias', "'weak'"),
  detail('alias', 'raw.previousName', "'previous name'"),
  detail('address', 'raw.address', 'NULL'),
  detail('nationality', 'raw.nationality', "'nationality'"),
  detail('nationality', 'raw.country', "'country'"),
  detail('nationality', 'raw.jurisdiction', "'jurisdiction'"),
  detail('nationality', 'raw.flag', "'flag'"),
  detail('birth', 'raw.birthDate', "'date'"),
  detail('birth', 'raw.birthPlace', "'place'"),
  ...Object.entries(papers).map(([column, note]) => detail('identifier', `raw.${column}`, `'${note}'`)),
].reduce((before, next) => `list_concat(${before}, ${next})`);

/** Whom a regulation of the European Union puts under sanctions, as transcribed by OpenSanctions. */
export const euRegulations: Format = {
  id: 'eu-regulations',
  title: 'EU sanctions by regulation (OpenSanctions’ transcription of the Official Journal)',
  source: euSource,
  quirks: [
    'two layouts: `celex` is the act whose annexes the file has; `amendedCelex` and `amendmentCelex` are the act changed and the act that changes it',
    'a regulation whose annexes list nobody is a file with a header alone',
    'cells hold several values with `;` between; a value with a `;` within is quoted as in CSV',
    'countries, nationalities and dates are in the words of the act: “(a) German, (b) Moroccan”, 26.2.2011, 2 December 1985',
    'many entries have no number; these are told by act, annex and name',
    'an act that changes another adds and alters; it never removes',
    'most firms have no country of their own but one at the end of the address; “Georgia” there is the state',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    /^(amendedCelex,amendmentCelex|celex),recordId,programKey,annex,measure,startDate,reason,schema,name\b/.test(
      header,
    ),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      celex: optional,
      amendedCelex: optional,
      amendmentCelex: optional,
      recordId: text,
      programKey: text,
      annex: text,
      measure: text,
      startDate: text,
      reason: text,
      schema: text,
      name: text,
      alias: text,
      weakAlias: optional,
      previousName: optional,
      country: text,
      nationality: text,
      jurisdiction: text,
      birthDate: optional,
      birthPlace: optional,
      position: optional,
      flag: optional,
      address: text,
      notes: optional,
      ...Object.fromEntries([...Object.keys(papers), ...unused].map((column) => [column, optional])),
    },
  },
  lookups: countryLookups,
  refuse: [
    {
      when: `${act} IS NULL OR NOT regexp_full_match(${act}, '3\\d{4}[A-Z]\\d{4}')`,
      because: 'not a CELEX number',
    },
    { when: `raw.startDate IS NOT NULL AND ${since} IS NULL`, because: 'startDate is no date' },
    { when: 'raw.measure IS NULL', because: 'no measure' },
    {
      when: "raw.schema IS NULL OR raw.schema NOT IN ('Person', 'LegalEntity', 'Organization', 'Company', 'Vessel', 'Asset')",
      because: 'the schema is none of Person, LegalEntity, Organization, Company, Vessel, Asset',
    },
  ],
  tables: {
    designation: {
      from: `raw LEFT JOIN ${statesNamed(states, `raw CROSS JOIN ${allNames} names`)} s ON s._row = raw._row`,
      columns: {
        id,
        authority: "'EU'",
        list: "raw.programKey || ': ' || raw.measure",
        kind: "CASE raw.schema WHEN 'Person' THEN 'person' WHEN 'Vessel' THEN 'vessel' WHEN 'Asset' THEN 'other' ELSE 'entity' END",
        name: 'raw.name',
        aliases: joined(valuesOfAll('raw.alias', 'raw.weakAlias', 'raw.previousName')),
        states: 's.states',
        addresses: joined(valuesOf('raw.address')),
        from: since,
        note: together(joined(valuesOf('raw.position')), 'raw.reason', joined(valuesOf('raw.notes'))),
        url: `'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:' || coalesce(raw.amendmentCelex, raw.celex)`,
        locator,
      },
    },
    designation_detail: {
      from: `(SELECT d.*, c.code FROM (SELECT raw._row, ${id} AS id, ${locator} AS locator, unnest(${details}) AS d FROM raw) d
        LEFT JOIN country c ON c.name = lower(replace(CASE WHEN d.d.kind = 'address' THEN ${endOf('d.d.text')} WHEN d.d.kind = 'nationality' THEN d.d.text END, '’', ''''))) raw`,
      columns: {
        id: 'raw.id',
        kind: 'raw.d.kind',
        text: 'raw.d.text',
        note: 'raw.d.note',
        state: 'raw.code',
        locator: 'raw.locator',
      },
    },
  },
  edition: 'part',
};
