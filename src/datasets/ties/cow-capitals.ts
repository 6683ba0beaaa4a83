import type { Format } from '../../model/format.ts';
import { cowCapitalsSource, cowReading } from './cow.ts';
import { hasColumns } from './header.ts';

/** Capitals, with the time in which they were and where they are. */
export const cowCapitals: Format = {
  id: 'cow-capitals',
  title: 'Capitals of the Correlates of War states',
  source: cowCapitalsSource,
  quirks: [
    'a state whose capital moved has several rows',
    'a day that is the first of January mostly means the year',
    'what reaches the last day of the data has its end open: 2024-12-31/..',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['ccode', 'capital', 'stdate', 'enddate', 'lat', 'lng']),
  reading: {
    ...cowReading,
    // A coordinate may be -9: here that is no missing value.
    missing: ['NA'],
    columns: {
      ccode: { type: 'integer' },
      statenme: { type: 'text' },
      capital: { type: 'text' },
      stdate: { type: 'date' },
      enddate: { type: 'date' },
      lat: { type: 'number' },
      lng: { type: 'number' },
    },
  },
  refuse: [
    { when: 'raw.capital IS NULL', because: 'no capital' },
    { when: 'raw.enddate < raw.stdate', because: 'the end is before the beginning' },
    {
      when: 'abs(raw.lat) > 90 OR abs(raw.lng) > 180',
      because: 'the coordinates lie nowhere on Earth',
    },
  ],
  tables: {
    code: {
      from: '(SELECT raw.*, max(raw.enddate) OVER () AS coverage FROM raw) raw',
      columns: {
        scheme: "'cow-capital'",
        code: 'raw.ccode',
        label: 'raw.capital',
        from: 'raw.stdate',
        to: "raw.enddate || CASE WHEN raw.enddate = raw.coverage THEN '/..' ELSE '' END",
        latitude: 'raw.lat',
        longitude: 'raw.lng',
        note: 'raw.statenme',
      },
    },
  },
  expect: {
    'a state has one capital at a time': `SELECT one.code, one.label, other.label FROM code one JOIN code other
      ON other.code = one.code AND other."from" > one."from" AND other."from" <= left(one."to", 10)`,
  },
  edition: 'whole',
};
