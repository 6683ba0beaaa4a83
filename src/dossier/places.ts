import { cp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MultivectorError } from '../model/errors.ts';

/** The dossiers that come with the program. */
export const builtInFolder = fileURLToPath(new URL('../../dossiers/', import.meta.url));

/** Where a user's own dossiers are: MULTIVECTOR_DOSSIERS, or the data folder of the system's user. */
export function userFolder(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const { MULTIVECTOR_DOSSIERS: own, XDG_DATA_HOME: data, APPDATA: windows } = environment;
  return own || join(data || windows || join(homedir(), '.local', 'share'), 'multivector', 'dossiers');
}

/** A dossier that was found. */
export interface Place {
  readonly focal: string;
  readonly folder: string;
  readonly kind: 'built-in' | 'user';
}

async function dossiersIn(parent: string, kind: Place['kind']): Promise<Place[]> {
  const entries = await readdir(parent).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return [];
    throw error;
  });
  const places: Place[] = [];
  for (const name of entries.sort()) {
    const folder = join(parent, name);
    const text = await readFile(join(folder, 'datapackage.json'), 'utf8').catch(() => undefined);
    const focal = text === undefined ? undefined : /"focal"\s*:\s*"([A-Z]{3})"/.exec(text)?.[1];
    if (focal !== undefined) places.push({ focal, folder, kind });
  }
  return places;
}

/** Every dossier at hand, the user's own before those that come with the program. */
export async function places(user = userFolder()): Promise<Place[]> {
  return [...(await dossiersIn(user, 'user')), ...(await dossiersIn(builtInFolder, 'built-in'))];
}

/**
 * The dossier about a focal state.
 *
 * @throws MultivectorError `missing` with the command that makes one
 */
export async function placeOf(focal: string, user = userFolder()): Promise<Place> {
  const all = await places(user);
  const found = all.find((place) => place.focal === focal);
  if (found) return found;
  throw new MultivectorError('missing', `there is no dossier about ${focal} yet`, {
    hint: `make one with: multivector dossier new ${focal}   (there are: ${[...new Set(all.map((place) => place.focal))].join(', ') || 'none'})`,
  });
}

/** A folder that may be written: the dossier's own, or for a built-in one the user's copy, made whole or not at all. */
export async function writable(place: Place, user = userFolder()): Promise<Place> {
  if (place.kind === 'user') return place;
  const folder = join(user, place.focal);
  if (
    await stat(folder).then(
      () => true,
      () => false,
    )
  )
    throw new MultivectorError('data', `${folder} is in the way of a copy of the built-in dossier`, {
      hint: 'move it away, or name a dossier with --dossier',
    });
  const aside = `${folder}.${process.pid}.new`;
  try {
    await cp(place.folder, aside, { recursive: true });
    await rename(aside, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return { ...place, folder, kind: 'user' };
}
