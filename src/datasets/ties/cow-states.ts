import type { Format } from '../../model/format.ts';
import { cowReading, cowStatesSource } from './cow.ts';
import { hasColumns } from './header.ts';

const day = (of: 'st' | 'end'): string =>
  `TRY_CAST(printf('%04d-%02d-%02d', raw.${of}year, raw.${of}month, raw.${of}day) AS DATE)`;

/** Who has been a state when. */
export const cowStates: Format = {
  id: 'cow-states',
  title: 'Correlates of War state system membership',
  source: cowStatesSource,
  quirks: [
    'a state that was occupied or divided has a row for each time',
    'the data begin in 1816, states that are older too',
    'what reaches the last day of the data has its end open: 2016-12-31/..',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['stateabb', 'ccode', 'statenme', 'styear', 'endyear']),
  reading: {
    ...cowReading,
    columns: {
      stateabb: { type: 'text' },
      ccode: { type: 'integer' },
      statenme: { type: 'text' },
      styear: { type: 'integer' },
      stmonth: { type: 'integer' },
      stday: { type: 'integer' },
      endyear: { type: 'integer' },
      endmonth: { type: 'integer' },
      endday: { type: 'integer' },
    },
  },
  refuse: [
    { when: 'raw.ccode IS NULL', because: 'ccode is missing' },
    { when: `${day('st')} IS NULL`, because: 'styear, stmonth, stday: not a day' },
    { when: `${day('end')} IS NULL`, because: 'endyear, endmonth, endday: not a day' },
    { when: `${day('end')} < ${day('st')}`, because: 'the end is before the beginning' },
  ],
  tables: {
    code: {
      from: `(SELECT raw.*, ${day('st')} AS first, ${day('end')} AS last, max(${day('end')}) OVER () AS coverage FROM raw) raw`,
      columns: {
        scheme: "'cow-state'",
        code: 'raw.ccode',
        label: 'raw.statenme',
        from: 'raw.first',
        to: "raw.last || CASE WHEN raw.last = raw.coverage THEN '/..' ELSE '' END",
        note: 'raw.stateabb',
      },
    },
  },
  expect: {
    'a number begins once a day': 'SELECT code, "from" FROM code GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
