import type { Format, Mapping } from '../../model/format.ts';
import { cowActor, cowCapabilitiesSource, cowJoin, cowReading, noYear } from './cow.ts';
import { hasColumns } from './header.ts';

/** Its figures by their names in the literature, each with its unit as SQL. */
const units = {
  cinc: "'share'",
  milex: "CASE WHEN raw.year < 1914 THEN 'GBP thousand' ELSE 'USD thousand' END",
  milper: "'thousand persons'",
  irst: "'thousand tonnes'",
  pec: "'thousand tonnes of coal equivalent'",
  tpop: "'thousand persons'",
  upop: "'thousand persons'",
} as const;
const figures = Object.keys(units);

/** Population, steel, energy and arms of a state, and their mean share of the world's: the CINC. */
export const cowCapabilities: Format = {
  id: 'cow-capabilities',
  title: 'Correlates of War national material capabilities',
  source: cowCapabilitiesSource,
  quirks: [
    '-9 and an empty cell are missing: the row has no such figure',
    'military expenditure is in pounds sterling before 1914, then in US dollars, current prices',
    'numbers may be written 1e+05',
    'the urban population is that of cities above 100,000',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['ccode', 'year', ...figures]),
  reading: {
    ...cowReading,
    missing: ['NA', '-9', '-9.0'],
    columns: {
      ccode: { type: 'integer' },
      year: { type: 'integer' },
      ...Object.fromEntries(figures.map((name) => [name, { type: 'number' } as const])),
    },
  },
  aside: [{ when: `coalesce(${figures.join(', ')}) IS NULL`, because: 'all figures are missing' }],
  refuse: [
    noYear,
    { when: `least(${figures.join(', ')}) < 0`, because: 'a figure is negative' },
    { when: 'raw.cinc > 1', because: 'cinc is more than the whole' },
  ],
  tables: {
    observation: Object.entries(units).map(
      ([name, unit]): Mapping => ({
        from: `raw ${cowJoin('ccode')}`,
        where: `raw.${name} IS NOT NULL`,
        columns: {
          focal: cowActor('ccode'),
          indicator: `'${name}'`,
          period: 'raw.year',
          value: `raw.${name}`,
          unit,
          locator: `'state-year ' || raw.ccode || ' ' || raw.year || ', ${name}'`,
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
