import type { DataSource } from '../../model/bulk.ts';
import type { Format, Mapping, RawColumns } from '../../model/format.ts';

const source: DataSource = {
  id: 'aiddata-diplomacy',
  type: 'dataset',
  title: 'China’s public diplomacy: receiving country-years',
  author: [{ literal: 'AidData' }],
  publisher: 'AidData at William & Mary',
  URL: 'https://www.aiddata.org/china-public-diplomacy',
  note: 'Title ours; the file (ChinesePublicDiplomacy.csv) states no version.',
  licence: 'ODC-BY',
  redistributable: true,
};

interface Count {
  readonly indicator: string;
  readonly unit: string;
  readonly method?: string;
}

/** What the columns count. */
const counts: Readonly<Record<string, Count>> = {
  total_elite_visits: {
    indicator: 'official-visits',
    unit: 'visits',
    method:
      'government and military visits, added up as published; the file does not say in which direction they went',
  },
  government_visits: { indicator: 'government-visits', unit: 'visits' },
  military_visits: { indicator: 'military-visits', unit: 'visits' },
  confucius_institutes: { indicator: 'confucius-institutes', unit: 'institutes' },
  sister_cities_established: { indicator: 'sister-cities', unit: 'agreements' },
  ambassador_op_eds: { indicator: 'ambassador-op-eds', unit: 'articles' },
  journalist_visits: { indicator: 'journalist-visits', unit: 'visits' },
  media_partnerships: { indicator: 'media-partnerships', unit: 'partnerships' },
  outbound_chinese_students: {
    indicator: 'students-from-partner',
    unit: 'students',
    method: 'students who went from China to the receiving country',
  },
  inbound_students_to_china: {
    indicator: 'students-to-partner',
    unit: 'students',
    method: 'students who went from the receiving country to China',
  },
};

const observed = ([column, { indicator, unit, method }]: readonly [string, Count]): Mapping => ({
  from: `raw LEFT JOIN state_name named ON named.name = lower(trim(raw.receiving_country))
    LEFT JOIN territory ON territory.name = lower(trim(raw.receiving_country))`,
  columns: {
    focal: "coalesce(named.id, territory.code, 'name:' || trim(raw.receiving_country))",
    partner: "'CHN'",
    indicator: `'${indicator}'`,
    period: 'raw.year::VARCHAR',
    value: `raw.${column}`,
    gap: `CASE WHEN raw.${column} IS NULL THEN 'not-covered' END`,
    unit: `'${unit}'`,
    locator: `'${column}'`,
    ...(method !== undefined && { method: `'${method}'` }),
  },
});

const columns: RawColumns = {
  receiving_country: { type: 'text' },
  year: { type: 'integer' },
  ...Object.fromEntries(Object.keys(counts).map((column) => [column, { type: 'number' } as const])),
};

/** Visits, institutes, students and media by which China courts a state, by year. */
export const aiddataDiplomacy: Format = {
  id: 'aiddata-diplomacy',
  title: 'AidData, Chinese public diplomacy',
  source,
  quirks: [
    'N/A is “not covered”, not zero',
    'total_elite_visits adds up government and military visits, one that is N/A as none: it is set beside them, not added to them',
    'countries are named in English; the Cook Islands are no state in our list',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    ['receiving_country', 'total_elite_visits', 'confucius_institutes'].every((name) =>
      header.includes(name),
    ),
  reading: { kind: 'csv', delimiter: ',', quote: '"', header: true, missing: ['N/A'], columns },
  refuse: [
    {
      when: 'raw.total_elite_visits <> coalesce(raw.government_visits, 0) + coalesce(raw.military_visits, 0)',
      because: 'total_elite_visits is not the sum of government_visits and military_visits',
    },
    {
      when: Object.keys(counts)
        .map((column) => `raw.${column} < 0`)
        .join(' OR '),
      because: 'a count is negative',
    },
  ],
  lookups: { territory: { 'cook islands': 'COK', 'hong kong': 'HKG', macau: 'MAC' } },
  tables: { observation: Object.entries(counts).map(observed) },
  expect: {
    'a country has one row a year':
      'SELECT focal, indicator, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
