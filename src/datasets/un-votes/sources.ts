import type { DataSource } from '../../model/bulk.ts';

const voetenAndOthers: DataSource['author'] = [
  { family: 'Voeten', given: 'Erik' },
  { family: 'Strezhnev', given: 'Anton' },
  { family: 'Bailey', given: 'Michael' },
];

/** Votes of the General Assembly as in the R package unvotes. */
export const ungaVotes: DataSource = {
  id: 'unga-votes',
  type: 'dataset',
  title: 'United Nations General Assembly voting data, 1946–2019',
  author: voetenAndOthers,
  issued: { 'date-parts': [[2009]] },
  publisher: 'Harvard Dataverse',
  DOI: '10.7910/DVN/LEJUQZ',
  note: 'As in the R package unvotes (David Robinson). Absences are not in it.',
  licence: 'CC0',
  redistributable: true,
};

/** The same as Voeten releases them. */
export const ungaVotesVoeten: DataSource = {
  id: 'unga-votes-voeten',
  type: 'dataset',
  title: 'United Nations General Assembly voting data',
  author: voetenAndOthers,
  issued: { 'date-parts': [[2009]] },
  publisher: 'Harvard Dataverse',
  DOI: '10.7910/DVN/LEJUQZ',
  note: 'In the layout of the Dataverse releases; absences are in it.',
  licence: 'CC0',
  redistributable: true,
};

export const ungaIdealPoints: DataSource = {
  id: 'unga-ideal-points',
  type: 'article-journal',
  title: 'Estimating dynamic state preferences from United Nations voting data',
  author: [
    { family: 'Bailey', given: 'Michael A.' },
    { family: 'Strezhnev', given: 'Anton' },
    { family: 'Voeten', given: 'Erik' },
  ],
  issued: { 'date-parts': [[2017]] },
  'container-title': 'Journal of Conflict Resolution',
  volume: '61',
  issue: '2',
  page: '430–456',
  DOI: '10.1177/0022002715595700',
  note: 'Estimates and matched resolutions: https://github.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points.',
  licence: 'MIT',
  redistributable: true,
};

export const undlVotes: DataSource = {
  id: 'undl-votes',
  type: 'dataset',
  title: 'United Nations General Assembly voting data',
  author: [{ literal: 'United Nations Dag Hammarskjöld Library' }],
  publisher: 'United Nations',
  URL: 'https://digitallibrary.un.org/record/4060887',
  licence: 'United Nations terms of use: non-commercial, with attribution',
  redistributable: false,
};

export const ungaVotesWide: DataSource = {
  id: 'unga-votes-wide',
  type: 'dataset',
  title: 'Recorded votes of the General Assembly and the Security Council, 2025',
  author: [{ literal: 'United Nations Dag Hammarskjöld Library' }],
  issued: { 'date-parts': [[2026]] },
  URL: 'https://digitallibrary.un.org',
  note: 'Gathered from the UN Digital Library: https://github.com/HZloto/unga-2025.',
  licence: 'none stated; United Nations terms of use: non-commercial, with attribution',
  redistributable: false,
};

export const usStateCoincidence: DataSource = {
  id: 'us-state-coincidence',
  type: 'dataset',
  title: 'Voting Practices in the United Nations: voting coincidence with the United States',
  author: [{ literal: 'United States Department of State' }],
  publisher: 'United States Department of State',
  URL: 'https://www.state.gov/voting-practices-in-the-united-nations/',
  note: 'Yearly tables typed off the reports: https://github.com/markschaver/UN.',
  licence: 'public domain',
  redistributable: true,
};

export const ungaUkraineVotes: DataSource = {
  id: 'unga-ukraine-votes',
  type: 'dataset',
  title: 'Roll calls on resolutions 68/262 (2014) and ES-11/1 (2022)',
  author: [{ literal: 'ONE Campaign' }, { family: 'Kinoshita', given: 'Haruki' }],
  issued: { 'date-parts': [[2022]] },
  note: 'Lists of names: https://github.com/ONEcampaign/DataDive_Ukraine (workbook), https://github.com/HarukiKinoshita/ukraine-viz (voting.js).',
  licence: 'none stated',
  redistributable: false,
};
