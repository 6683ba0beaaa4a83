import { z } from 'zod';
import type { Records } from '../../model/records.ts';
import type { Basis, Evidence } from '../measure.ts';
import { type Mapping, mappings, worldMappings } from './mapping.ts';

/** Which records a measure is computed from, as a choice. */
export const evidenceChoice = z
  .enum(['dossier', 'archive'])
  .default('dossier')
  .describe(
    'dossier: what an analyst stands behind; archive: bulk data alone, in the same way for every state, to compare states',
  );

/** Records about a focal state and a list of partners, and where they are from. */
export interface Grounds {
  readonly records: Records;
  readonly basis: Basis;
  /** How its indicators become weight or direction. */
  readonly mappings: readonly Mapping[];
  readonly notes: readonly string[];
}

/**
 * The records to compute from: the dossier's, or where there is none the archive's, and says so; or the archive's for
 * every state alike.
 *
 * @param partners over which shares are taken
 * @throws MultivectorError `missing` where the archive is asked for and there is none
 */
export async function groundsOf(
  evidence: Evidence,
  focal: string,
  partners: readonly string[],
  from: 'dossier' | 'archive',
): Promise<Grounds> {
  if (from === 'archive')
    return {
      records: await evidence.archived(focal, partners),
      basis: 'archive',
      mappings: worldMappings,
      notes: [],
    };
  if (await evidence.hasDossier(focal)) {
    const records = await evidence.records(focal);
    const same =
      partners.length === records.partners.length && partners.every((p, i) => p === records.partners[i]);
    return { records: same ? records : { ...records, partners }, basis: 'dossier', mappings, notes: [] };
  }
  const records = evidence.archive
    ? await evidence.archived(focal, partners)
    : { ...(await evidence.records(focal)), partners };
  return {
    records,
    basis: evidence.archive ? 'archive' : 'dossier',
    mappings: evidence.archive ? worldMappings : mappings,
    notes: [`${focal} has no dossier: what the archive has stands in`],
  };
}

/** The dossier's partners with those asked for: shares are of all of them, whichever are shown. */
export async function listOf(
  evidence: Evidence,
  focal: string,
  asked: readonly string[],
): Promise<readonly string[]> {
  const { partners } = await evidence.records(focal);
  const beside = asked.filter((partner) => !partners.includes(partner));
  return beside.length === 0 ? partners : [...partners, ...beside];
}
