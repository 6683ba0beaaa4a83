import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dossierFiles, fileOf } from '../dossier/validate.ts';
import { optionalTables } from '../model/records.ts';
import type { HashedFile } from './input.ts';

/** The files of a dossier with their hashes, by name; those that a dossier may do without, where they are. */
export async function hashedFiles(folder: string): Promise<HashedFile[]> {
  const there = new Set(await readdir(folder));
  const mayLack = new Set(optionalTables.map(fileOf));
  return Promise.all(
    dossierFiles
      .filter((name) => there.has(name) || !mayLack.has(name))
      .toSorted()
      .map(async (name) => ({
        name,
        sha256: createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex'),
      })),
  );
}
