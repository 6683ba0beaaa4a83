import type { Format, Mapping } from '../../model/format.ts';
import { cowActor, cowIgo, cowJoin, cowReading, noYear } from './cow.ts';
import { hasColumns } from './header.ts';

const towards = (focal: string, partner: string): Mapping => ({
  from: `raw ${cowJoin('ccode1')} ${cowJoin('ccode2')}`,
  columns: {
    focal: cowActor(focal),
    partner: cowActor(partner),
    indicator: "'joint-igos'",
    period: 'raw.year',
    value: 'raw.dyadigos',
    unit: "'organisations'",
    locator: "'dyad-year ' || raw.ccode1 || ' ' || raw.ccode2 || ' ' || raw.year",
    method: "'joint full memberships as published'",
  },
});

/** In how many organisations two states are full members. */
export const cowIgoDyads: Format = {
  id: 'cow-igo-dyads',
  title: 'Correlates of War joint memberships in international organisations, dyad-years',
  source: cowIgo,
  quirks: ['a dyad stands once, the smaller number first; the archive has it from either side'],
  version: 1,
  recognise: (head) => hasColumns(head, ['ccode1', 'ccode2', 'year', 'dyadigos']),
  reading: {
    ...cowReading,
    columns: {
      ccode1: { type: 'integer' },
      ccode2: { type: 'integer' },
      year: { type: 'integer' },
      dyadigos: { type: 'integer' },
    },
  },
  aside: [{ when: 'raw.dyadigos IS NULL', because: 'the number is missing' }],
  refuse: [
    noYear,
    { when: 'raw.dyadigos < 0', because: 'dyadigos is negative' },
    { when: 'raw.ccode1 = raw.ccode2', because: 'a state with itself' },
  ],
  tables: { observation: [towards('ccode1', 'ccode2'), towards('ccode2', 'ccode1')] },
  expect: {
    'a pair has one figure a year':
      'SELECT focal, partner, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
