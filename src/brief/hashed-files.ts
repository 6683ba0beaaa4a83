import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dossierFiles } from '../dossier/validate.ts';
import type { HashedFile } from './input.ts';

/** The files of a dossier with their hashes, by name. */
export const hashedFiles = (folder: string): Promise<HashedFile[]> =>
  Promise.all(
    dossierFiles.toSorted().map(async (name) => ({
      name,
      sha256: createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex'),
    })),
  );
