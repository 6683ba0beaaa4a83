import type { DataSource } from '../../model/bulk.ts';
import type { Format } from '../../model/format.ts';

const source: DataSource = {
  id: 'cow-trade',
  type: 'dataset',
  title: 'Correlates of War Project Trade Data Set, version 4.0',
  author: [
    { family: 'Barbieri', given: 'Katherine' },
    { family: 'Keshk', given: 'Omar M. G.' },
  ],
  issued: { 'date-parts': [[2016]] },
  version: '4.0',
  publisher: 'Correlates of War Project',
  URL: 'https://correlatesofwar.org/data-sets/bilateral-trade/',
  licence: 'free use with citation',
  redistributable: true,
};

/** Yearly imports of one state from another, directed dyad-years, million current US dollars. */
export const cowTrade: Format = {
  id: 'cow-trade',
  title: 'Correlates of War trade, directed dyad-years',
  source,
  quirks: ['-9 is “missing”, not a flow', '`flow1` is what `ccode1` buys from `ccode2`'],
  version: 1,
  recognise: ({ lines: [header = ''] }) => /\bccode1\b.*\bccode2\b.*\bflow1\b/.test(header),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    missing: ['NA', '-9'],
    columns: {
      ccode1: { type: 'integer' },
      ccode2: { type: 'integer' },
      year: { type: 'integer' },
      flow1: { type: 'number' },
    },
  },
  aside: [{ when: 'raw.flow1 IS NULL', because: 'the flow is missing' }],
  refuse: [{ when: 'raw.flow1 < 0', because: 'flow1 is negative' }],
  tables: {
    observation: {
      from: 'raw LEFT JOIN state a ON a.cow = raw.ccode1 LEFT JOIN state b ON b.cow = raw.ccode2',
      columns: {
        focal: "coalesce(a.id, 'cow:' || raw.ccode1)",
        partner: "coalesce(b.id, 'cow:' || raw.ccode2)",
        indicator: "'imports'",
        period: 'raw.year::VARCHAR',
        value: 'raw.flow1',
        unit: "'USD million'",
        locator: "'dyad-year ' || raw.ccode1 || ' ' || raw.ccode2 || ' ' || raw.year",
      },
    },
  },
  expect: {
    'a pair has one figure a year':
      'SELECT focal, partner, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
