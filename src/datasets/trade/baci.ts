import type { DataSource } from '../../model/bulk.ts';
import type { Format, Mapping } from '../../model/format.ts';
import { unArea } from './un-area.ts';

export const baciSource: DataSource = {
  id: 'baci',
  type: 'report',
  title: 'BACI: International Trade Database at the Product-Level. The 1994–2007 Version',
  author: [
    { family: 'Gaulier', given: 'Guillaume' },
    { family: 'Zignago', given: 'Soledad' },
  ],
  issued: { 'date-parts': [[2010]] },
  publisher: 'CEPII',
  'container-title': 'CEPII Working Paper',
  issue: '2010-23',
  URL: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37',
  licence: 'Etalab Open Licence 2.0',
  redistributable: true,
};

const actor = (column: 'i' | 'j'): string =>
  `coalesce(area_${column}.code, state_${column}.id, 'baci:' || raw.${column})`;
const joins = (column: 'i' | 'j'): string =>
  `LEFT JOIN un_area area_${column} ON area_${column}.name = raw.${column}::VARCHAR
   LEFT JOIN state state_${column} ON state_${column}."numeric" = raw.${column}`;

/** Flows of all products between two states. The sum is one of decimals, so that it does not depend on their order. */
const flow = (indicator: 'exports' | 'imports', focal: 'i' | 'j', partner: 'i' | 'j'): Mapping => ({
  from: `raw ${joins('i')} ${joins('j')}`,
  group: 'raw._file, raw.t, raw.i, raw.j, area_i.code, area_j.code, state_i.id, state_j.id',
  columns: {
    focal: actor(focal),
    partner: actor(partner),
    indicator: `'${indicator}'`,
    period: 'raw.t::VARCHAR',
    value: 'sum((raw.v / 1000)::DECIMAL(18, 9))::DOUBLE',
    n: 'count(*)',
    unit: "'USD million'",
    locator: "'t ' || raw.t || ', i ' || raw.i || ', j ' || raw.j",
    method:
      "'sum over the products, f.o.b., reconciled of both sides’ reports; thousand US dollars divided by 1,000'",
  },
});

/** World trade by product, one reconciled figure for each exporter, importer and product. */
export const baci: Format = {
  id: 'baci',
  title: 'CEPII BACI, trade by product',
  source: baciSource,
  quirks: [
    '`i` exports to `j`; `v` is in thousand US dollars, `q` (tonnes, often NA) is not read',
    'products are added up: a pair has one figure a year, as exports of the one and as imports of the other; `n` is the number of products',
    'countries are numbers, some of Comtrade’s own: 842 the United States, 251 France, 699 India, 490 Taiwan; one that is not known stays: baci:849',
    'the same year in two classifications (HS92, HS17) is the same trade once more: two such files in one import are refused, and in later imports the last one counts',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) => header.replaceAll('"', '').trim() === 't,i,j,k,v,q',
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      t: { type: 'integer' },
      i: { type: 'integer' },
      j: { type: 'integer' },
      k: { type: 'text' },
      v: { type: 'number' },
    },
  },
  refuse: [
    {
      when: 'raw.t IS NULL OR raw.i IS NULL OR raw.j IS NULL OR raw.k IS NULL OR raw.v IS NULL',
      because: 'year, exporter, importer, product or value is empty',
    },
    { when: 'raw.v < 0', because: 'v is negative' },
  ],
  lookups: { un_area: unArea },
  tables: { observation: [flow('exports', 'i', 'j'), flow('imports', 'j', 'i')] },
  expect: {
    'a pair has one figure a year: no two files have the same year':
      'SELECT focal, partner, indicator, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
};
