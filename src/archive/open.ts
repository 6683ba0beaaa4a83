import { MultivectorError } from '../model/errors.ts';
import { FolderStore } from './folder.ts';
import type { Store } from './store.ts';

/** The archive at a place: a folder, or the address of a cluster. */
export async function openStore(place: string): Promise<Store> {
  if (!/^[a-z]+:\/\//i.test(place)) return new FolderStore(place);
  throw new MultivectorError('input', `“${place}” is no archive`, { hint: 'name a folder' });
}
