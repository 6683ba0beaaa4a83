import type { Format } from '../../model/format.ts';
import { countryLookups, oneState } from './countries.ts';
import { isConsolidated, isOfac, ofacMissing } from './ofac.ts';
import { ofacSources } from './sources.ts';

type List = 'sdn' | 'consolidated';

const lists = {
  sdn: { prefix: 'ofac', name: 'SDN list', file: '' },
  consolidated: { prefix: 'ofac-consolidated', name: 'consolidated list', file: 'cons_' },
} as const;

const sameLayout = (of: List): string =>
  `the SDN list and the consolidated list have one layout; this is the ${lists[of].name}, which the file's name says`;

const common = {
  version: 1,
  edition: 'whole',
} as const;

/** Words that stand in the remarks of almost every entry. */
const hallmarks = /Linked To: |Tax ID No\. |a\.k\.a\. '|Executive Order \d|Directive \d|DOB \d|Passport /;

const delimited = {
  kind: 'csv',
  delimiter: ',',
  quote: '"',
  header: false,
  missing: ofacMissing,
} as const;

/** Addresses of the entries, by the number of the entry. */
const addresses = (of: List): Format => ({
  ...common,
  id: `${lists[of].prefix}-addresses`,
  title: `OFAC ${lists[of].name}, addresses, ${lists[of].file}add.csv`,
  source: ofacSources[of],
  quirks: [
    'there is no header; `-0- ` is “missing”, and a file cut short ends in `-0`',
    'an entry of which no address is known has a row without one',
    'the country may be a region (“Region: Gaza”) or “undetermined”',
    sameLayout(of),
  ],
  recognise: (head) =>
    isOfac(head, 6, ([, number]) => /^\d+$/.test(number ?? '')) &&
    isConsolidated(head) === (of === 'consolidated'),
  reading: {
    ...delimited,
    columns: {
      number: { type: 'integer' },
      address_number: { type: 'integer' },
      address: { type: 'text' },
      city: { type: 'text' },
      country: { type: 'text' },
      remarks: { type: 'text' },
    },
  },
  lookups: countryLookups,
  aside: [
    {
      when: 'raw.address IS NULL AND raw.city IS NULL AND raw.country IS NULL AND raw.remarks IS NULL',
      because: 'no address is known',
    },
  ],
  tables: {
    designation_detail: {
      from: 'raw LEFT JOIN country c ON c.name = lower(trim(raw.country))',
      columns: {
        id: 'raw.number::VARCHAR',
        kind: "'address'",
        text: "coalesce(nullif(concat_ws(', ', raw.address, raw.city, raw.country), ''), raw.remarks)",
        state: `CASE WHEN lower(raw.country) <> 'undetermined' THEN ${oneState('raw.country', 'c')} END`,
        note: 'raw.remarks',
        locator: "'add_num ' || raw.address_number",
      },
    },
  },
});

/** Other names of the entries, by the number of the entry. */
const aliases = (of: List): Format => ({
  ...common,
  id: `${lists[of].prefix}-aliases`,
  title: `OFAC ${lists[of].name}, other names, ${lists[of].file}alt.csv`,
  source: ofacSources[of],
  quirks: [
    'there is no header; `-0- ` is “missing”',
    'aka also known as, fka formerly, nka now',
    'names of poor quality are not here but in the remarks of the list',
    sameLayout(of),
  ],
  recognise: (head) =>
    isOfac(head, 5, ([, number, kind]) => /^\d+$/.test(number ?? '') && /^[afn]ka$/.test(kind ?? '')) &&
    isConsolidated(head) === (of === 'consolidated'),
  reading: {
    ...delimited,
    columns: {
      number: { type: 'integer' },
      alias_number: { type: 'integer' },
      kind: { type: 'text' },
      name: { type: 'text' },
      remarks: { type: 'text' },
    },
  },
  refuse: [
    {
      when: "raw.kind IS NULL OR raw.kind NOT IN ('aka', 'fka', 'nka')",
      because: 'the kind of name is none of aka, fka, nka',
    },
  ],
  tables: {
    designation_detail: {
      columns: {
        id: 'raw.number::VARCHAR',
        kind: "'alias'",
        text: 'raw.name',
        note: "nullif(concat_ws('; ', raw.kind, raw.remarks), '')",
        locator: "'alt_num ' || raw.alias_number",
      },
    },
  },
});

/** What did not fit into the remarks of an entry. */
const comments = (of: List): Format => ({
  ...common,
  id: `${lists[of].prefix}-comments`,
  title: `OFAC ${lists[of].name}, rest of the remarks, ${lists[of].file}comments.csv`,
  source: ofacSources[of],
  quirks: ['a remark goes on here in the middle of a word', sameLayout(of)],
  recognise: (head) =>
    isOfac(head, 2, ([, text = '']) => text.includes('; ') || text.endsWith('.'), false) &&
    (/comments/i.test(head.name) || hallmarks.test(head.text)) &&
    isConsolidated(head) === (of === 'consolidated'),
  reading: { ...delimited, columns: { number: { type: 'integer' }, text: { type: 'text' } } },
  tables: {
    designation_detail: {
      columns: {
        id: 'raw.number::VARCHAR',
        kind: "'remark'",
        text: 'raw.text',
        note: "'goes on from the remarks of the list'",
        locator: "'ent_num ' || raw.number",
      },
    },
  },
});

export const ofacDetails: readonly Format[] = [
  addresses('sdn'),
  aliases('sdn'),
  comments('sdn'),
  addresses('consolidated'),
  aliases('consolidated'),
  comments('consolidated'),
];
