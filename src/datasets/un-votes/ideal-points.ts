import type { Format } from '../../model/format.ts';
import { hasColumns } from './header.ts';
import { ungaIdealPoints } from './sources.ts';

/** Ideal points of states as Bailey, Strezhnev and Voeten estimate them, one row a state and session. */
export const idealPoints: Format = {
  id: 'ideal-points',
  title: 'UN General Assembly ideal points (Bailey, Strezhnev, Voeten)',
  source: ungaIdealPoints,
  quirks: [
    'a session is named by the year in which it begins, 1945 + its number',
    'names of columns change from release to release (IdealPoint, IdealPointAll); the first is unnamed in some',
    'states go by Correlates of War numbers; iso3c is not unique (YAR is both Yemens, DEU both Germanies)',
    'not in UTF-8 in some releases',
  ],
  version: 1,
  recognise: (head) =>
    hasColumns(head, ['ccode', 'session', 'idealpoint']) ||
    hasColumns(head, ['ccode', 'session', 'idealpointall']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    encoding: 'latin-1',
    header: true,
    missing: ['NA'],
    columns: {
      ccode: { type: 'integer' },
      session: { type: 'integer' },
      votes: { type: 'integer', header: ['NVotes', 'NVotesAll'], optional: true },
      value: { type: 'number', header: ['IdealPoint', 'IdealPointAll'] },
      low: { type: 'number', header: ['Q5%', 'Q5%All', 'Q5'], optional: true },
      high: { type: 'number', header: ['Q95%', 'Q95%All', 'Q95'], optional: true },
    },
  },
  aside: [{ when: 'raw.value IS NULL', because: 'the ideal point is missing' }],
  refuse: [
    { when: 'raw.session < 1', because: 'the session is none' },
    { when: 'raw.low > raw.high', because: 'the 5 % quantile is above the 95 % quantile' },
  ],
  tables: {
    observation: {
      from: 'raw LEFT JOIN state s ON s.cow = raw.ccode',
      columns: {
        focal: "coalesce(s.id, 'cow:' || raw.ccode)",
        indicator: "'ideal-point'",
        period: '(1945 + raw.session)::VARCHAR',
        value: 'raw.value',
        low: 'raw.low',
        high: 'raw.high',
        n: 'raw.votes',
        unit: "'ideal point'",
        locator: "'session ' || raw.session",
        method: "'posterior mean as published; interval: its 5 % and 95 % quantiles; n: votes cast'",
      },
    },
  },
  expect: {
    'a state has one ideal point a session':
      'SELECT focal, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
