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
  headerLine(head, 'SIPRI AT Database ID', 'Supplier', 'Recipient', 'Delivery year');

const published = 'TIV of the deliveries as published; n: deals delivering in the year';

const imports = (partner: string, joins: string, method: string): Mapping => ({
  from: `raw ${sipriJoin('recipient')} ${joins}`,
  where: 'raw.delivered IS NOT NULL',
  columns: {
    focal: sipriActor('recipient'),
    partner,
    indicator: "'arms-imports'",
    period: 'raw.delivered',
    value: 'sum(raw.tiv ORDER BY raw._row)',
    n: 'count(DISTINCT raw.deal)',
    unit: "'TIV million'",
    locator: "'recipient ' || min(raw.recipient)",
    method: `'${method}'`,
  },
  group: 'ALL',
});

const marked = { type: ['Yes', 'No'] } as const;

/** The trade register with one row for each year in which a deal delivers. */
export const sipriDeliveries: Format = {
  id: 'sipri-deliveries',
  title: 'SIPRI arms trade register, one row a delivery year',
  source: sipriArms,
  quirks: [
    'a preamble whose length varies stands above the header',
    'a deal has a row for each year in which it delivers, under one number',
    'the TIV of a row is that of the year, so that nothing is split',
    'marks of uncertainty are “Yes” and “No”',
    'groups that are no state bear one asterisk, organisations two',
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
    columns: {
      deal: { type: 'integer', header: 'SIPRI AT Database ID' },
      supplier: { type: 'text' },
      recipient: { type: 'text' },
      designation: { type: 'text' },
      description: { type: 'text' },
      category: { type: 'text', header: 'Armament category', optional: true },
      ordered: { type: 'integer', header: 'Order date' },
      ordered_mark: { ...marked, header: 'Order date is estimate', optional: true },
      quantity: { type: 'number', header: 'Numbers delivered' },
      quantity_mark: { ...marked, header: 'Numbers delivered is estimate', optional: true },
      delivered: { type: 'integer', header: 'Delivery year' },
      delivered_mark: { ...marked, header: 'Delivery year is estimate', optional: true },
      status: { type: 'text', optional: true },
      tiv: { type: 'number', header: 'TIV delivery values' },
      local: { ...marked, header: 'Local production', optional: true },
    },
  },
  refuse: [
    { when: 'raw.deal IS NULL', because: 'no SIPRI AT Database ID' },
    { when: 'raw.recipient IS NULL OR raw.supplier IS NULL', because: 'no recipient or no supplier' },
    { when: 'raw.delivered NOT BETWEEN 1900 AND 2100', because: 'Delivery year: not a year' },
    {
      when: 'raw.delivered IS NOT NULL AND raw.tiv IS NULL',
      because: 'TIV delivery values: empty, though there is a year of delivery',
    },
    { when: 'raw.tiv < 0', because: 'TIV delivery values: below zero' },
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
        uncertain:
          "'Yes' IN (raw.ordered_mark::VARCHAR, raw.quantity_mark::VARCHAR, raw.delivered_mark::VARCHAR)",
        note: "concat_ws('; ', raw.status, raw.category, CASE WHEN raw.local = 'Yes' THEN 'local production' END)",
        locator: `concat_ws(', ', 'SIPRI AT Database ID ' || raw.deal, 'delivery year ' || raw.delivered,
          'no. ' || nullif(row_number() OVER (PARTITION BY raw.deal, raw.delivered ORDER BY raw._row), 1))`,
      },
    },
    observation: [
      imports(sipriActor('supplier'), sipriJoin('supplier'), published),
      imports("'WLD'", '', `${published}; all suppliers, unknown ones too`),
    ],
  },
  expect: sipriPromises,
  edition: 'whole',
  family: 'sipri-arms',
};
