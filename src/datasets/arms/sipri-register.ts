import type { Format, Mapping } from '../../model/format.ts';
import {
  headerLine,
  sipriActor,
  sipriArms,
  sipriJoin,
  sipriKnown,
  sipriNames,
  sipriPromises,
} from './sipri.ts';

const header = (head: Parameters<typeof headerLine>[0]): number | undefined =>
  headerLine(head, 'Recipient', 'Supplier', 'Year of order', 'Year(s) of delivery');

/** The marks of uncertainty stand in columns without a name, each after the figure that it is about. */
const withMarks = (names: readonly string[]): readonly string[] =>
  names.map((name, at) => (name.trim() === '' ? `uncertain ${names[at - 1] ?? ''}` : name));

const split =
  'TIV of delivered weapons; a deal with several delivery years is split equally over them; n: deals delivering in the year';

/** Deals, one row for each year in which they deliver. */
const deliveries = `(SELECT raw._row, raw.recipient, raw.supplier, unnest(string_split(raw.delivered, '; ')) AS year,
    raw.tiv / len(string_split(raw.delivered, '; ')) AS tiv
  FROM raw WHERE raw.delivered IS NOT NULL) raw`;

const imports = (partner: string, joins: string, method: string): Mapping => ({
  from: `${deliveries} ${sipriJoin('recipient')} ${joins}`,
  columns: {
    focal: sipriActor('recipient'),
    partner,
    indicator: "'arms-imports'",
    period: 'raw.year',
    // In the order of the file, so that the sum is the same to the last bit.
    value: 'sum(raw.tiv ORDER BY raw._row)',
    n: 'count(*)',
    unit: "'TIV million'",
    locator: "'recipient ' || min(raw.recipient)",
    method: `'${method}'`,
  },
  group: 'ALL',
});

/** The trade register with one row a deal. */
export const sipriRegister: Format = {
  id: 'sipri-register',
  title: 'SIPRI arms trade register, one row a deal',
  source: sipriArms,
  quirks: [
    'Latin-1, with a preamble whose length varies above the header',
    'three columns have no name: a “?” in them marks the figure before as uncertain',
    'several delivery years stand in one cell, “2017; 2018”: what was delivered is split equally over them',
    'a deal without a delivery year has delivered nothing yet',
    'groups that are no state bear one asterisk, organisations two',
    'deliveries of unknown suppliers are in the total of a recipient; towards each other they are one partner',
    'a TIV of 0 may be anything up to 0.5',
  ],
  version: 1,
  recognise: (head) => header(head) !== undefined,
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    encoding: 'latin-1',
    header: true,
    skip: (head) => header(head) ?? 0,
    names: withMarks,
    columns: {
      recipient: { type: 'text' },
      supplier: { type: 'text' },
      ordered: { type: 'integer', header: 'Year of order' },
      ordered_mark: { type: ['?'], header: 'uncertain Year of order', optional: true },
      number_mark: { type: ['?'], header: 'uncertain Number ordered', optional: true },
      designation: { type: 'text', header: 'Weapon designation' },
      description: { type: 'text', header: 'Weapon description' },
      quantity: { type: 'number', header: 'Number delivered' },
      quantity_mark: { type: ['?'], header: 'uncertain Number delivered', optional: true },
      delivered: { type: 'text', header: 'Year(s) of delivery' },
      status: { type: 'text', optional: true },
      comments: { type: 'text', optional: true },
      tiv: { type: 'number', header: 'SIPRI TIV of delivered weapons' },
    },
  },
  refuse: [
    { when: 'raw.recipient IS NULL OR raw.supplier IS NULL', because: 'no recipient or no supplier' },
    {
      when: "raw.delivered IS NOT NULL AND NOT regexp_full_match(raw.delivered, '\\d{4}(; \\d{4})*')",
      because: 'Year(s) of delivery: not years with “; ” between them',
    },
    {
      when: 'raw.delivered IS NOT NULL AND raw.tiv IS NULL',
      because: 'SIPRI TIV of delivered weapons: empty, though there is a year of delivery',
    },
    { when: 'raw.tiv < 0', because: 'SIPRI TIV of delivered weapons: below zero' },
  ],
  lookups: { sipri_name: sipriNames },
  tables: {
    transfer: {
      from: `raw ${sipriJoin('supplier')} ${sipriJoin('recipient')}`,
      columns: {
        kind: "'arms'",
        supplier: sipriKnown('supplier'),
        supplier_name: 'raw.supplier',
        recipient: sipriKnown('recipient'),
        recipient_name: 'raw.recipient',
        what: 'raw.designation',
        category: 'raw.description',
        ordered: 'raw.ordered',
        delivered: 'raw.delivered',
        quantity: 'raw.quantity',
        amount: 'raw.tiv',
        unit: "'TIV million'",
        uncertain: 'coalesce(raw.ordered_mark, raw.number_mark, raw.quantity_mark) IS NOT NULL',
        note: "concat_ws('; ', raw.status, raw.comments)",
        // The register has no numbers of deals: those alike in all of this are counted.
        locator: `concat_ws(', ', 'recipient ' || raw.recipient, 'supplier ' || raw.supplier, 'ordered ' || raw.ordered, raw.designation,
          'no. ' || nullif(row_number() OVER (PARTITION BY raw.recipient, raw.supplier, raw.ordered, raw.designation ORDER BY raw._row), 1))`,
      },
    },
    observation: [
      imports(sipriActor('supplier'), sipriJoin('supplier'), split),
      imports("'WLD'", '', `${split}; all suppliers, unknown ones too`),
    ],
  },
  expect: {
    ...sipriPromises,
    'each deal has a locator of its own':
      'SELECT locator FROM transfer GROUP BY locator HAVING count(*) > 1 OR locator IS NULL',
  },
  edition: 'whole',
  family: 'sipri-arms',
};
