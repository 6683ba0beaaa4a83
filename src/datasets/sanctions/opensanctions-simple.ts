import type { Format } from '../../model/format.ts';
import { joined, labelled, together, valuesOf } from './cells.ts';
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

const text = { type: 'text' } as const;
const optional = { type: 'text', optional: true } as const;

const detail = (kind: string, column: string, note: string): string =>
  `list_transform(${valuesOf(`raw.${column}`)}, v -> {'kind': '${kind}', 'text': v, 'note': ${note}})`;
const details = [
  detail('alias', 'aliases', 'NULL'),
  detail('address', 'addresses', 'NULL'),
  detail('identifier', 'identifiers', 'NULL'),
  detail('birth', 'birth_date', "'date'"),
  detail('listing', 'sanctions', 'NULL'),
].reduce((before, next) => `list_concat(${before}, ${next})`);

const lists = `coalesce(${joined(valuesOf('raw.program_ids'))}, ${joined(valuesOf('raw.dataset'))})`;

/** Targets of sanctions as OpenSanctions gathers them, a row each: targets.simple.csv. */
export const openSanctionsSimple: Format = {
  id: 'opensanctions-simple',
  title: 'OpenSanctions, targets.simple.csv',
  source: openSanctionsSource,
  quirks: [
    ...openSanctionsQuirks,
    'cells hold several values with `;` between; a value with a `;` within is quoted as in CSV',
    'the programme stands in `program_ids` since 2025; before, the list is the data set',
    'the day of listing stands, if at all, in the words of `sanctions`, so there is none',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    /^"?id"?,"?schema"?,"?name"?,"?aliases"?,"?birth_date"?,"?countries"?,"?addresses"?,.*\bsanctions\b.*\bdataset\b/.test(
      header,
    ),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    longestLine: 16_000_000,
    columns: {
      id: text,
      schema: text,
      name: text,
      aliases: text,
      birth_date: text,
      countries: text,
      addresses: text,
      identifiers: text,
      sanctions: text,
      phones: optional,
      emails: optional,
      dataset: text,
      first_seen: optional,
      last_seen: optional,
      last_change: optional,
      program_ids: optional,
    },
  },
  lookups: countryLookups,
  refuse: [
    { when: 'raw.id IS NULL', because: 'no id' },
    { when: 'raw.schema IS NULL', because: 'no schema' },
    { when: 'raw.name IS NULL', because: 'no name' },
    { when: 'raw.dataset IS NULL', because: 'no dataset' },
  ],
  aside: [
    { when: `NOT ${isParty('raw.schema')}`, because: noParty },
    { when: 'raw.sanctions IS NULL AND raw.program_ids IS NULL', because: notListed },
  ],
  tables: {
    designation: {
      from: `raw LEFT JOIN ${statesCoded(valuesOf('raw.countries'))} s ON s._row = raw._row`,
      columns: {
        id: 'raw.id',
        authority: joined(valuesOf('raw.dataset')),
        list: lists,
        kind: kindOf('raw.schema'),
        name: 'raw.name',
        aliases: joined(valuesOf('raw.aliases')),
        states: 's.states',
        addresses: joined(valuesOf('raw.addresses')),
        note: together(
          joined(valuesOf('raw.sanctions')),
          labelled('first seen by OpenSanctions', 'left(raw.first_seen, 10)'),
          labelled('last seen', 'left(raw.last_seen, 10)'),
        ),
        url: entityUrl('raw.id'),
        locator: "'id ' || raw.id",
      },
    },
    designation_detail: {
      from: `(SELECT raw._row, raw.id, unnest(${details}) AS d FROM raw) raw`,
      columns: {
        id: 'raw.id',
        kind: 'raw.d.kind',
        text: 'raw.d.text',
        note: 'raw.d.note',
        locator: "'id ' || raw.id",
      },
    },
  },
  edition: 'whole',
  family: openSanctionsFamily,
};
