import type { DataSource } from '../../model/bulk.ts';
import type { Format, Head, Mapping } from '../../model/format.ts';
import { kazPartners } from './kaz-partners.ts';
import { kazLines } from './kaz-sheets.ts';

const source: DataSource = {
  id: 'kaz-trade',
  type: 'dataset',
  title:
    'Основные показатели внешней торговли Республики Казахстан (Main indicators of foreign trade of the Republic of Kazakhstan), by country',
  author: [
    {
      literal:
        'Bureau of National Statistics of the Agency for Strategic Planning and Reforms of the Republic of Kazakhstan',
    },
  ],
  publisher: 'Bureau of National Statistics',
  URL: 'https://stat.gov.kz',
  note: 'Series 5, Statistics of foreign and mutual trade and commodity markets. A row’s `published` is the day that the cover states, or the day on which the file was last saved.',
  licence: 'official statistics; no licence stated, so none is taken for granted',
  redistributable: false,
};

const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const title = 'внешней торговли';

/** An old spreadsheet has its texts in UTF-16 for everyone to see; of a packed one only the file's name can be read. */
function isOurs({ name, bytes }: Head): boolean {
  const start = Buffer.from(bytes);
  if (compound.every((byte, i) => start[i] === byte))
    return [title, 'долларов США'].every((words) => start.includes(Buffer.from(words, 'utf16le')));
  return (
    start.toString('latin1', 0, 4) === 'PK\u0003\u0004' && name.normalize('NFC').toLowerCase().includes(title)
  );
}

const flow = (column: string, indicator: string): Mapping => ({
  from: "raw LEFT JOIN kaz_partner p ON p.name = lower(regexp_replace(raw.name, '\\s+', ' ', 'g'))",
  where: `raw.${column} IS NOT NULL`,
  columns: {
    focal: "'KAZ'",
    partner: "CASE WHEN raw.kind = 'total' THEN 'WLD' ELSE coalesce(p.code, 'name:' || raw.name) END",
    indicator: `'${indicator}'`,
    period: 'raw.year::VARCHAR',
    value: `raw.${column} / 1000`,
    unit: "'USD million'",
    locator: `'edition ' || raw.edition || coalesce(CASE WHEN raw.stated = 'true' THEN ' (published ' ELSE ' (file of ' END || raw.published || ')', '')
      || ', sheet ' || raw.sheet || ', row ' || raw.name`,
    method: "'thousand US dollars as published, divided by 1,000'",
    published: 'raw.published::VARCHAR',
  },
});

/** Kazakhstan's trade by partner, yearly editions of the Bureau of National Statistics. */
export const kazTrade: Format = {
  id: 'kaz-trade',
  title: 'Kazakhstan’s trade by partner, official statistics',
  source,
  quirks: [
    'an edition has its own year and the one before, which it may have revised: `published` tells them apart',
    'sums of groups of countries stand among the partners and are set aside',
    'cover sheets; the row of the header varies, and so do capitals in it and in the countries’ names',
    'a sheet whose partners do not add up to its total, give or take a thousand dollars, stops the file',
    'a cell is empty where nothing was traded; such a flow has no row',
    'editions of a part of the year are not read',
  ],
  version: 1,
  recognise: isOurs,
  reading: {
    kind: 'parsed',
    columns: {
      kind: { type: ['total', 'group', 'partner', 'note'] },
      name: { type: 'text' },
      turnover: { type: 'number' },
      exports: { type: 'number' },
      imports: { type: 'number' },
      year: { type: 'integer' },
      edition: { type: 'integer' },
      published: { type: 'date' },
      stated: { type: ['true', 'false'] },
      sheet: { type: 'text' },
    },
    rows: kazLines,
  },
  aside: [
    { when: "raw.kind = 'group'", because: 'a group of countries, which stand there one by one' },
    { when: "raw.kind = 'note'", because: 'a line without figures' },
  ],
  refuse: [
    {
      when: 'raw.exports < 0 OR raw.imports < 0 OR raw.turnover < 0',
      because: 'a flow is negative',
    },
  ],
  lookups: { kaz_partner: kazPartners },
  tables: {
    observation: [flow('exports', 'exports'), flow('imports', 'imports'), flow('turnover', 'trade-turnover')],
  },
  expect: {
    'a partner has one figure a year in an edition':
      'SELECT partner, indicator, period, published FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
};
