import { z } from 'zod';
import { readRecord, remove, sizeOf, writeWhole } from './files.ts';

/** How we know that a file has not changed at the server: its tag, or when it was last changed. */
export interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

const stateSchema = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  total: z.number().optional(),
});

/** What is known of the file of which a part has arrived. */
export type PartState = z.infer<typeof stateSchema>;

/** A part that a download can go on from. */
export interface Part {
  readonly bytes: number;
  readonly state: PartState;
}

export const partPath = (to: string): string => `${to}.part`;
const statePath = (to: string): string => `${to}.part.json`;

export const dropPart = (to: string): Promise<unknown> => remove(partPath(to), statePath(to));
export const dropState = (to: string): Promise<unknown> => remove(statePath(to));
export const saveState = (to: string, state: PartState): Promise<void> =>
  writeWhole(statePath(to), `${JSON.stringify(state)}\n`);

/** The part that has arrived of the file at the address, if there is one. */
export async function partOf(to: string, url: URL): Promise<Part | undefined> {
  const state = await readRecord(statePath(to), stateSchema);
  const bytes = await sizeOf(partPath(to));
  return state?.url === url.href && bytes !== undefined && bytes > 0 ? { bytes, state } : undefined;
}

const keptSchema = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  bytes: z.number(),
  sha256: z.string(),
  retrieved: z.string(),
});

/** What is noted beside a file that was downloaded. */
export type Kept = z.infer<typeof keptSchema>;

const keptPath = (to: string): string => `${to}.fetched.json`;

export const readKept = (to: string): Promise<Kept | undefined> => readRecord(keptPath(to), keptSchema);
export const saveKept = (to: string, kept: Kept): Promise<void> =>
  writeWhole(keptPath(to), `${JSON.stringify(kept, null, 2)}\n`);
