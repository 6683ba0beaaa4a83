import type { Format } from '../../model/format.ts';
import { atop, cowActor, cowJoin, cowReading, noYear } from './cow.ts';
import { hasColumns } from './header.ts';

const obligations = {
  atop_defense: 'defence',
  atop_offense: 'offence',
  atop_neutral: 'neutrality',
  atop_nonagg: 'non-aggression',
  atop_consul: 'consultation',
} as const;
const columns = Object.keys(obligations);
const same = columns.map((name) => `raw.${name}`).join(', ');
const flag = { type: ['0', '1'] } as const;

/** Years of a dyad in a row with the same obligations have the same difference of year and rank. */
const runs = `(SELECT raw.*, max(raw.year) OVER () AS coverage,
    raw.year - dense_rank() OVER (PARTITION BY raw.ccode1, raw.ccode2, ${same} ORDER BY raw.year) AS run
  FROM raw) raw`;

/** What states owe each other by treaty: one tie for each run of years in which it is the same. */
export const atopAlliances: Format = {
  id: 'atop-alliances',
  title: 'ATOP alliance obligations, directed dyad-years',
  source: atop,
  quirks: [
    'dyads are directed: the obligations of `ccode1` towards `ccode2`, which are not always returned',
    'a run of years that reaches the last year of the data has its end open: 2018/..',
    'a few dyad-years have an alliance without any of the five obligations',
    'West Germany has the number 260, Germany 255; the Soviet Union has Russia’s, 365',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['ccode1', 'ccode2', 'year', ...columns]),
  reading: {
    ...cowReading,
    columns: {
      ccode1: { type: 'integer' },
      ccode2: { type: 'integer' },
      year: { type: 'integer' },
      ...Object.fromEntries(columns.map((name) => [name, flag])),
    },
  },
  aside: [
    {
      when: `list_bool_and([${columns.map((name) => `raw.${name} = '0'`).join(', ')}])`,
      because: 'none of the five obligations',
    },
  ],
  refuse: [
    { when: 'raw.ccode1 IS NULL OR raw.ccode2 IS NULL', because: 'a state is missing' },
    noYear,
    {
      when: columns.map((name) => `raw.${name} IS NULL`).join(' OR '),
      because: 'an obligation is missing',
    },
  ],
  tables: {
    tie: {
      from: `${runs} ${cowJoin('ccode1')} ${cowJoin('ccode2')}`,
      columns: {
        kind: "'alliance'",
        a: cowActor('ccode1'),
        b: cowActor('ccode2'),
        from: 'min(raw.year)',
        to: "max(raw.year) || CASE WHEN max(raw.year) = raw.coverage THEN '/..' ELSE '' END",
        detail: `concat_ws(', ', ${Object.entries(obligations)
          .map(([name, words]) => `CASE WHEN raw.${name} = '1' THEN '${words}' END`)
          .join(', ')})`,
        locator:
          "'ccode1 ' || raw.ccode1 || ', ccode2 ' || raw.ccode2 || ', ' || min(raw.year) || ' to ' || max(raw.year)",
      },
      group: `raw.ccode1, raw.ccode2, s_ccode1.id, s_ccode2.id, ${same}, raw.run, raw.coverage`,
    },
  },
  expect: {
    'each tie names an obligation': "FROM tie WHERE detail = ''",
    'nobody has a tie to itself': 'FROM tie WHERE a = b',
  },
  edition: 'whole',
};
