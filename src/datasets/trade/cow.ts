import type { DataSource } from '../../model/bulk.ts';
import type { Format, Mapping } from '../../model/format.ts';

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

/** The file has each pair once, with both flows. */
const undirected = 'raw.importer1 IS NOT NULL';

const pair = (buyer: 'ccode1' | 'ccode2', seller: 'ccode1' | 'ccode2', flow: 'flow1' | 'flow2'): Mapping => ({
  from: `raw LEFT JOIN state a ON a.cow = raw.${buyer} LEFT JOIN state b ON b.cow = raw.${seller}`,
  where: flow === 'flow1' ? 'raw.flow1 IS NOT NULL' : `${undirected} AND raw.flow2 IS NOT NULL`,
  columns: {
    focal: `coalesce(a.id, 'cow:' || raw.${buyer})`,
    partner: `coalesce(b.id, 'cow:' || raw.${seller})`,
    indicator: "'imports'",
    period: 'raw.year::VARCHAR',
    value: `raw.${flow}`,
    unit: "'USD million'",
    locator: `'dyad-year ' || raw.ccode1 || ' ' || raw.ccode2 || ' ' || raw.year || '${flow === 'flow1' ? '' : ', flow2'}'`,
  },
});

/** Yearly imports of one state from another, million current US dollars. */
export const cowTrade: Format = {
  id: 'cow-trade',
  title: 'Correlates of War trade, dyad-years',
  source,
  quirks: [
    '-9 is “missing”, not a flow',
    '`flow1` is what `ccode1` buys from `ccode2`, `flow2` the other way round',
    'the project’s own file (with `importer1`) has each pair once, so both flows are read; a file of directed dyad-years has it twice, and of it only `flow1` is',
  ],
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
      flow2: { type: 'number', optional: true },
      importer1: { type: 'text', optional: true },
    },
  },
  aside: [
    {
      when: `raw.flow1 IS NULL AND NOT (${undirected} AND raw.flow2 IS NOT NULL)`,
      because: 'the flow is missing',
    },
  ],
  refuse: [
    { when: 'raw.flow1 < 0', because: 'flow1 is negative' },
    { when: `${undirected} AND raw.flow2 < 0`, because: 'flow2 is negative' },
  ],
  tables: { observation: [pair('ccode1', 'ccode2', 'flow1'), pair('ccode2', 'ccode1', 'flow2')] },
  expect: {
    'a pair has one figure a year':
      'SELECT focal, partner, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
