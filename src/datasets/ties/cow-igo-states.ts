import type { Format, Mapping } from '../../model/format.ts';
import { cowActor, cowIgo, cowJoin, cowReading, noYear } from './cow.ts';
import { hasColumns } from './header.ts';

const counts = {
  'igo-memberships': 'sum_igo_full',
  'igo-associate-memberships': 'sum_igo_associate',
  'igo-observerships': 'sum_igo_observer',
  'igo-participations': 'sum_igo_anytype',
} as const;
const columns = Object.values(counts);

/** In how many organisations a state is, and as what. */
export const cowIgoStates: Format = {
  id: 'cow-igo-states',
  title: 'Correlates of War memberships in international organisations, state-years',
  source: cowIgo,
  quirks: ['full members, associates and observers are counted apart; `sum_igo_anytype` is all of them'],
  version: 1,
  recognise: (head) => hasColumns(head, ['ccode', 'year', 'sum_igo_full', 'sum_igo_anytype']),
  reading: {
    ...cowReading,
    columns: {
      ccode: { type: 'integer' },
      year: { type: 'integer' },
      ...Object.fromEntries(columns.map((name) => [name, { type: 'integer' } as const])),
    },
  },
  aside: [{ when: `coalesce(${columns.join(', ')}) IS NULL`, because: 'all numbers are missing' }],
  refuse: [
    noYear,
    { when: `least(${columns.join(', ')}) < 0`, because: 'a number of organisations is negative' },
  ],
  tables: {
    observation: Object.entries(counts).map(
      ([indicator, column]): Mapping => ({
        from: `raw ${cowJoin('ccode')}`,
        where: `raw.${column} IS NOT NULL`,
        columns: {
          focal: cowActor('ccode'),
          indicator: `'${indicator}'`,
          period: 'raw.year',
          value: `raw.${column}`,
          unit: "'organisations'",
          locator: `'state-year ' || raw.ccode || ' ' || raw.year || ', ${column}'`,
        },
      }),
    ),
  },
  expect: {
    'a state has one figure a year':
      'SELECT focal, indicator, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
