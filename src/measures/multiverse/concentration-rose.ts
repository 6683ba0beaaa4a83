import { changed } from './changed.ts';
import type { Finding } from './finding.ts';
import { type About, named, sentence, sinceOf } from './statements.ts';
import type { OpenChoice, Universe } from './universe.ts';

/** Over how many years a mean is taken. */
export const yearWindows: Universe['windows'] = [
  { value: 1, words: 'one year', because: 'it is what holds now' },
  { value: 3, words: 'the mean of 3 years', because: 'one year’s prices do not decide it' },
  { value: 5, words: 'the mean of 5 years', because: 'it is what lasts' },
];

/** What counts as trade. */
export const traded: OpenChoice = {
  name: 'indicator',
  words: 'what is traded',
  alternatives: [
    { value: 'trade', words: 'exports and imports', because: 'it is all trade' },
    { value: 'exports', words: 'exports', because: 'on them income depends' },
    { value: 'imports', words: 'imports', because: 'on them supply depends' },
  ],
};

/** Which source speaks, for trade. */
export const tradeSources: OpenChoice['alternatives'] = [
  {
    value: 'any',
    unset: true,
    words: 'the source that tells most',
    because: 'in each year the one with most partners',
  },
  {
    value: 'cow-trade',
    words: 'Correlates of War',
    because: 'one method for all years; as the importer counts',
  },
  { value: 'comtrade', words: 'Comtrade', because: 'what the state itself reports' },
  { value: 'baci', words: 'BACI', because: 'both reports of each flow, reconciled' },
  {
    value: 'kaz-trade',
    words: 'Kazakhstan’s statistics',
    because: 'the publisher nearest to the records',
  },
];

/** All ways of telling how concentrated a state's trade is. */
export const concentrationUniverse: Universe = {
  measures: [
    { value: 'herfindahl', words: 'Herfindahl index', because: 'the measure used most; Hirschman (1964)' },
    {
      value: 'effective-partners',
      words: 'effective number of partners',
      because: 'it can be read as a number of partners; Laakso and Taagepera (1979), Hill (1973)',
      sense: -1,
    },
    {
      value: 'evenness',
      words: 'evenness',
      because: 'freed of how many partners there are; Pielou (1966)',
      sense: -1,
    },
    { value: 'leader', words: 'share of the leading partner', because: 'it is the one who could press' },
    { value: 'top-share', words: 'share of the greatest partners', because: 'a few may act together' },
  ],
  by: [{ value: 'year', words: 'by year', because: 'as trade is published' }],
  windows: yearWindows,
  choices: [
    traded,
    {
      name: 'source',
      words: 'source',
      alternatives: tradeSources,
    },
    {
      name: 'union',
      words: 'counting of the European Union',
      alternatives: [
        { value: false, words: 'its members counted one by one', because: 'firms and buyers are in states' },
        { value: true, words: 'the European Union counted as one', because: 'it has one trade policy' },
      ],
    },
    {
      name: 'normalised',
      words: 'normalisation',
      alternatives: [
        { value: false, words: 'the index as it is', because: 'it is what others publish' },
        {
          value: true,
          words: 'the index freed of the number of partners',
          because: 'a source that lists more partners would look less concentrated',
        },
      ],
    },
    {
      name: 'order',
      words: 'order of the effective number',
      alternatives: [
        { value: '2', words: 'order 2', because: 'large partners matter most; Laakso and Taagepera (1979)' },
        { value: '1', words: 'order 1', because: 'small partners have their say; Hill (1973)' },
      ],
    },
    {
      name: 'k',
      words: 'how many greatest partners',
      alternatives: [
        { value: 3, words: 'the greatest 3', because: 'as few as can be a bloc' },
        { value: 5, words: 'the greatest 5', because: 'as the Factbook lists them' },
      ],
    },
  ],
  exclusions: [
    {
      because: 'the effective number of order 2 is one over the Herfindahl index: the same twice',
      excludes: ({ measure, order }) => measure === 'effective-partners' && order === '2',
    },
  ],
};

/** “The trade of Kazakhstan is more concentrated on few partners than in 2009”. */
export function concentrationRose(about: About): Finding {
  const { focal } = about;
  const since = sinceOf(about, 'concentration-rose');
  return changed(
    {
      id: 'concentration-rose',
      statement: sentence(
        `the trade of ${named(focal)} is more concentrated on few partners than in ${since}`,
      ),
      margin: `concentration now less that in ${since}`,
      focal,
      partners: [],
      since,
      usual: { choices: { indicator: 'trade' } },
      universe: concentrationUniverse,
    },
    undefined,
    1,
  );
}
