import type { DataSource } from '../../model/bulk.ts';

export const factbookSource: DataSource = {
  id: 'factbook',
  type: 'dataset',
  title: 'The World Factbook',
  author: [{ literal: 'Central Intelligence Agency' }],
  issued: { 'date-parts': [[2026]] },
  version: 'last edition',
  publisher: 'Central Intelligence Agency',
  URL: 'https://www.cia.gov/the-world-factbook/',
  note: 'Published until February 2026. JSON copy: https://github.com/factbook/factbook.json',
  licence: 'public domain',
  redistributable: true,
};

/** Year of the last edition. The files do not say of which they are. */
export const factbookEdition = '2026';
