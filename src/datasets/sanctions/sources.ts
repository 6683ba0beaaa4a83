import type { DataSource } from '../../model/bulk.ts';

const treasury = {
  type: 'dataset',
  author: [{ literal: 'Office of Foreign Assets Control' }],
  publisher: 'U.S. Department of the Treasury',
  licence: 'public domain (work of the United States government)',
  redistributable: true,
} as const;

/** The two lists that OFAC keeps, apart: who is blocked, and on whom there are lesser measures. */
export const ofacSources = {
  sdn: {
    ...treasury,
    author: [...treasury.author],
    id: 'ofac-sdn',
    title: 'Specially Designated Nationals and Blocked Persons List',
    URL: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
  },
  consolidated: {
    ...treasury,
    author: [...treasury.author],
    id: 'ofac-consolidated',
    title: 'Consolidated Sanctions List (non-SDN lists)',
    URL: 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList',
  },
} as const satisfies Record<string, DataSource>;

export const bisSource: DataSource = {
  id: 'bis-dpl',
  type: 'dataset',
  title: 'Denied Persons List',
  author: [{ literal: 'Bureau of Industry and Security' }],
  publisher: 'U.S. Department of Commerce',
  URL: 'https://www.bis.gov/licensing/end-user-guidance/denied-persons-list-dpl',
  licence: 'public domain (work of the United States government)',
  redistributable: true,
};

export const unSource: DataSource = {
  id: 'un-sanctions',
  type: 'dataset',
  title: 'United Nations Security Council Consolidated List',
  author: [{ literal: 'United Nations Security Council' }],
  publisher: 'United Nations',
  URL: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  note: 'The file states the day on which it was made.',
  licence: 'United Nations terms of use: with citation, not for sale',
  redistributable: false,
};

export const euSource: DataSource = {
  id: 'eu-sanctions',
  type: 'dataset',
  title: 'EU sanctions designations, transcribed from the Official Journal of the European Union',
  author: [{ literal: 'OpenSanctions' }],
  publisher: 'OpenSanctions',
  URL: 'https://www.opensanctions.org/datasets/eu_journal_sanctions/',
  note: 'Extracts of legal acts, one file a regulation; the name of a file is its CELEX number.',
  licence: 'CC BY-NC 4.0',
  redistributable: false,
};

export const openSanctionsSource: DataSource = {
  id: 'opensanctions',
  type: 'dataset',
  title: 'OpenSanctions',
  author: [{ literal: 'OpenSanctions' }],
  publisher: 'OpenSanctions',
  URL: 'https://www.opensanctions.org/datasets/',
  licence: 'CC BY-NC 4.0',
  redistributable: false,
};
