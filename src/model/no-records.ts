import type { Records } from './records.ts';

/** The powers that most multi-vector policies move between; a dossier's own list replaces it. */
export const usualPartners = (focal: string): string[] =>
  ['RUS', 'CHN', 'EU', 'USA', 'TUR', 'IRN', 'IND'].filter((partner) => partner !== focal);

/** What a dossier about a state holds before anything is in it. */
export const noRecords = (focal = '', partners: readonly string[] = []): Records => ({
  focal,
  partners,
  title: '',
  actors: [],
  holders: [],
  ties: [],
  events: [],
  routes: [],
  observations: [],
  documents: [],
  commitments: [],
  claims: [],
  evidence: [],
  sources: [],
});
