import type { Format, Head } from '../../model/format.ts';
import { together } from './cells.ts';
import { countryLookups, statesCoded } from './countries.ts';
import {
  entityUrl,
  isParty,
  kindOf,
  noParty,
  notListed,
  openSanctionsFamily,
  openSanctionsQuirks,
} from './opensanctions.ts';
import { openSanctionsSource } from './sources.ts';

const names = ['alias', 'weakAlias', 'previousName'];
const papers = ['registrationNumber', 'taxNumber', 'idNumber', 'passportNumber', 'innCode', 'ogrnCode'];
const codes = ['leiCode', 'swiftBic', 'imoNumber', 'mmsi', 'cryptoWallet', 'publicKey', 'isin'];
const nations = [
  'country',
  'nationality',
  'citizenship',
  'jurisdiction',
  'mainCountry',
  'flag',
  'registrationCountry',
];
const others = [
  'name',
  'birthDate',
  'address',
  'topics',
  'programId',
  'program',
  'position',
  'notes',
  'reason',
];
const ofListings = [
  'entity',
  'authority',
  'programId',
  'program',
  'startDate',
  'listingDate',
  'endDate',
  'reason',
];

/** Rows of FollowTheMoney's `Sanction`: a listing, not somebody. */
const isListing = "json_extract_string(raw.json, '$.schema') = 'Sanction'";

/**
 * SQL for FROM: `_row` and `e`, the entity with these properties; what is no text or list of texts where it should be
 * is NULL in it. Each takes its time, so ask for no more than is needed.
 */
const entities = (properties: readonly string[], where: string): string => {
  const shape = JSON.stringify({
    ...Object.fromEntries(
      ['id', 'caption', 'schema', 'first_seen', 'last_seen'].map((name) => [name, 'VARCHAR']),
    ),
    datasets: ['VARCHAR'],
    properties: Object.fromEntries(properties.map((name) => [name, ['VARCHAR']])),
  });
  return `(SELECT raw._row, json_transform(raw.json, '${shape}') AS e FROM raw WHERE ${where})`;
};
const isNoListing = `NOT (${isListing})`;

const property = (name: string): string => `coalesce(raw.e.properties.${name}, [])`;
const listOf = (some: readonly string[]): string =>
  some.map(property).reduce((before, next) => `list_concat(${before}, ${next})`);
const joined = (list: string): string =>
  `nullif(array_to_string(list_sort(list_distinct(${list})), '; '), '')`;

const name = 'coalesce(raw.e.caption, raw.e.properties.name[1])';
const aliases = `list_filter(list_concat(${property('name')}, ${listOf(names)}), x -> x <> ${name})`;
const detail = (kind: string, list: string, note: string): string =>
  `list_transform(${list}, v -> {'kind': '${kind}', 'text': v, 'note': ${note}})`;
const details = [
  detail('alias', aliases, 'NULL'),
  detail('address', property('address'), 'NULL'),
  detail('birth', property('birthDate'), "'date'"),
  ...[...papers, ...codes].map((one) => detail('identifier', property(one), `'${one}'`)),
].reduce((before, next) => `list_concat(${before}, ${next})`);

/** EDTF, if it is a date. */
const dated = (list: string): string =>
  String.raw`list_filter(list_transform(${list}, x -> left(x, 10)), x -> regexp_full_match(x, '\d{4}(-\d\d){0,2}'))`;

/** Listings by the entity that they are about: since when, and under which programmes. */
const listings = `(SELECT entity, min(since) AS since, array_to_string(list_sort(list_distinct(flatten(list(programmes)))), '; ') AS programmes
  FROM (SELECT unnest(${property('entity')}) AS entity, list_min(${dated(listOf(['startDate', 'listingDate']))}) AS since,
      CASE WHEN len(${property('programId')}) > 0 THEN raw.e.properties.programId ELSE ${property('program')} END AS programmes
    FROM ${entities(ofListings, isListing)} raw) GROUP BY entity)`;

const schema = "json_extract_string(raw.json, '$.schema')";
const topics = "coalesce(json_extract(raw.json, '$.properties.topics')::VARCHAR, '')";
const isListed = `regexp_matches(${topics}, '"(sanction|sanction\\.counter|export\\.control|debarment)"')`;

const isFtm = ({ lines: [first = ''] }: Head): boolean =>
  first.startsWith('{') &&
  /"schema":\s*"[A-Z]\w+"/.test(first) &&
  /"properties":\s*\{/.test(first) &&
  /"(id|caption|datasets|referents)":/.test(first);

/** Entities as OpenSanctions gathers them, one JSON object a line in the words of FollowTheMoney: entities.ftm.json. */
export const openSanctionsFtm: Format = {
  id: 'opensanctions-ftm',
  title: 'OpenSanctions, entities.ftm.json (FollowTheMoney)',
  source: openSanctionsSource,
  quirks: [
    ...openSanctionsQuirks,
    'every property is a list of texts',
    'who is listed has the topic `sanction`, `sanction.counter`, `export.control` or `debarment`; others stand there for their ties to these',
    'the day and the programme of a listing stand in records of their own, `Sanction`, that name the entity',
  ],
  version: 1,
  recognise: isFtm,
  reading: { kind: 'json-lines' },
  lookups: countryLookups,
  refuse: [
    { when: "json_type(raw.json) <> 'OBJECT'", because: 'the line is no JSON object' },
    { when: "json_extract_string(raw.json, '$.id') IS NULL", because: 'no id' },
    { when: `${schema} IS NULL`, because: 'no schema' },
  ],
  aside: [
    { when: `${schema} <> 'Sanction' AND NOT ${isParty(schema)}`, because: noParty },
    { when: `${schema} <> 'Sanction' AND NOT ${isListed}`, because: notListed },
  ],
  tables: {
    designation: {
      from: `(SELECT p._row, p.e, s.since, s.programmes, n.states FROM ${entities([...names, ...others], isNoListing)} p
          LEFT JOIN ${listings} s ON s.entity = p.e.id
          LEFT JOIN ${statesCoded(listOf(nations), `${entities(nations, isNoListing)} raw`)} n ON n._row = p._row) raw`,
      columns: {
        id: 'raw.e.id',
        authority: joined('raw.e.datasets'),
        list: `coalesce(${joined(property('programId'))}, nullif(raw.programmes, ''), ${joined('raw.e.datasets')})`,
        kind: kindOf('raw.e.schema'),
        name,
        aliases: joined(aliases),
        states: 'raw.states',
        addresses: joined(property('address')),
        from: 'raw.since',
        note: together(
          joined(property('topics')),
          joined(property('position')),
          joined(property('notes')),
          "'first seen by OpenSanctions ' || left(raw.e.first_seen, 10)",
          "'last seen ' || left(raw.e.last_seen, 10)",
        ),
        url: entityUrl('raw.e.id'),
        locator: "'id ' || raw.e.id",
      },
    },
    designation_detail: [
      {
        from: `(SELECT _row, e.id AS id, unnest(${details}) AS d FROM ${entities([...names, ...papers, ...codes, ...others], isNoListing)} raw) raw`,
        columns: {
          id: 'raw.id',
          kind: 'raw.d.kind',
          text: 'raw.d.text',
          note: 'raw.d.note',
          locator: "'id ' || raw.id",
        },
      },
      {
        from: `(SELECT _row, e, unnest(${property('entity')}) AS entity FROM ${entities(ofListings, isListing)} raw) raw`,
        columns: {
          id: 'raw.entity',
          kind: "'listing'",
          text: `coalesce(nullif(array_to_string(${listOf(['authority', 'programId', 'program', 'startDate', 'endDate'])}, '; '), ''), raw.e.id)`,
          note: joined(property('reason')),
          locator: "'id ' || raw.e.id",
        },
      },
    ],
  },
  edition: 'whole',
  family: openSanctionsFamily,
};
