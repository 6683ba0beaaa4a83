import type { DataSource } from '../../model/bulk.ts';

const gdelt: Omit<DataSource, 'id' | 'title' | 'version'> = {
  type: 'dataset',
  author: [
    { family: 'Leetaru', given: 'Kalev' },
    { family: 'Schrodt', given: 'Philip A.' },
  ],
  issued: { 'date-parts': [[2013]] },
  publisher: 'The GDELT Project',
  URL: 'https://www.gdeltproject.org/',
  licence: 'free use with citation',
  redistributable: true,
};

/** The events of GDELT 1.0: one file a day since April 2013, by year and month before. */
export const gdelt1: DataSource = {
  ...gdelt,
  id: 'gdelt-1',
  title: 'GDELT: Global Data on Events, Location and Tone, 1979–2012; GDELT 1.0 Event Database',
  version: '1.0',
};

/** The events of GDELT 2.0: one file every 15 minutes since February 2015, and the articles that mention them. */
export const gdelt2: DataSource = {
  ...gdelt,
  id: 'gdelt-2',
  title: 'GDELT: Global Data on Events, Location and Tone; GDELT 2.0 Event Database',
  version: '2.0',
};

export const icews: DataSource = {
  id: 'icews',
  type: 'dataset',
  title: 'ICEWS Coded Event Data',
  author: [
    { family: 'Boschee', given: 'Elizabeth' },
    { family: 'Lautenschlager', given: 'Jennifer' },
    { family: 'O’Brien', given: 'Sean' },
    { family: 'Shellman', given: 'Steve' },
    { family: 'Starz', given: 'James' },
    { family: 'Ward', given: 'Michael' },
  ],
  issued: { 'date-parts': [[2015]] },
  publisher: 'Harvard Dataverse',
  DOI: '10.7910/DVN/28075',
  URL: 'https://doi.org/10.7910/DVN/28075',
  licence: 'terms of use of the ICEWS Dataverse; free for research with citation',
  redistributable: false,
};

export const icewsQuadruplesSource: DataSource = {
  id: 'icews-quadruples',
  type: 'dataset',
  title:
    'ICEWS as a temporal knowledge graph: Learning Sequence Encoders for Temporal Knowledge Graph Completion',
  author: [
    { family: 'García-Durán', given: 'Alberto' },
    { family: 'Dumančić', given: 'Sebastijan' },
    { family: 'Niepert', given: 'Mathias' },
  ],
  issued: { 'date-parts': [[2018]] },
  publisher: 'NEC Laboratories Europe',
  URL: 'https://github.com/mniepert/mmkb',
  note: 'made from the ICEWS Coded Event Data, doi:10.7910/DVN/28075',
  licence: 'BSD-3-Clause',
  redistributable: true,
};

export const polecat: DataSource = {
  id: 'polecat',
  type: 'dataset',
  title: 'POLECAT Weekly Data',
  author: [
    { family: 'Halterman', given: 'Andrew' },
    { family: 'Bagozzi', given: 'Benjamin E.' },
    { family: 'Beger', given: 'Andreas' },
    { family: 'Schrodt', given: 'Philip' },
    { family: 'Scarborough', given: 'Grace' },
  ],
  issued: { 'date-parts': [[2023]] },
  publisher: 'Harvard Dataverse',
  DOI: '10.7910/DVN/AJGVIT',
  URL: 'https://doi.org/10.7910/DVN/AJGVIT',
  licence: 'CC0 1.0 (Harvard Dataverse), with citation',
  redistributable: true,
};
