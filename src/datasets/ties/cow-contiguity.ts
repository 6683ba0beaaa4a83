import type { Format } from '../../model/format.ts';
import { cowActor, cowContiguitySource, cowJoin, cowReading } from './cow.ts';
import { hasColumns } from './header.ts';

const types = {
  1: 'land or river',
  2: 'up to 12 miles of water',
  3: 'up to 24 miles of water',
  4: 'up to 150 miles of water',
  5: 'up to 400 miles of water',
} as const;

/** Who borders on whom, by land or over how much water. */
export const cowContiguity: Format = {
  id: 'cow-contiguity',
  title: 'Correlates of War direct contiguity',
  source: cowContiguitySource,
  quirks: [
    'each dyad stands in either direction',
    'type 1 is a border by land or river and becomes `border`; types 2 to 5 are so many miles of water between and become `contiguity`',
    'type 0 marks a time in which more than 400 miles of water were between',
    'days are the first of a month and mean the month',
    'what reaches the last month of the data has its end open: 2016-12/..',
    'the data begin in January 1816, borders that are older too',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['ccode1', 'ccode2', 'conttype', 'stdate', 'enddate']),
  reading: {
    ...cowReading,
    columns: {
      ccode1: { type: 'integer' },
      ccode2: { type: 'integer' },
      conttype: { type: ['0', ...Object.keys(types)] },
      stdate: { type: 'date' },
      enddate: { type: 'date' },
    },
  },
  aside: [{ when: "raw.conttype = '0'", because: 'more than 400 miles of water between: not contiguous' }],
  refuse: [
    { when: 'raw.conttype IS NULL', because: 'conttype is missing' },
    { when: 'raw.stdate IS NULL OR raw.enddate IS NULL', because: 'a date is missing' },
    { when: 'raw.enddate < raw.stdate', because: 'the end is before the beginning' },
  ],
  tables: {
    tie: {
      from: `(SELECT raw.*, max(raw.enddate) OVER () AS coverage FROM raw) raw ${cowJoin('ccode1')} ${cowJoin('ccode2')}`,
      columns: {
        kind: "CASE WHEN raw.conttype = '1' THEN 'border' ELSE 'contiguity' END",
        a: cowActor('ccode1'),
        b: cowActor('ccode2'),
        from: "strftime(raw.stdate, '%Y-%m')",
        to: "strftime(raw.enddate, '%Y-%m') || CASE WHEN raw.enddate = raw.coverage THEN '/..' ELSE '' END",
        detail: `CASE raw.conttype ${Object.entries(types)
          .map(([type, words]) => `WHEN '${type}' THEN '${words}'`)
          .join(' ')} END`,
        locator: "'ccode1 ' || raw.ccode1 || ', ccode2 ' || raw.ccode2 || ', stdate ' || raw.stdate",
      },
    },
  },
  expect: { 'nobody borders on itself': 'FROM tie WHERE a = b' },
  edition: 'whole',
};
