import type { Answer } from './client.ts';
import type { Part, Validators } from './part.ts';
import { broken } from './setback.ts';

/** What goes on from a part, and the place in the file that was asked for. */
export interface Resumed {
  readonly part: Part;
  readonly from: number;
}

export interface Stretch {
  /** Where in the file the body begins. */
  readonly from: number;
  /** Bytes of the whole file, where the server says. */
  readonly total: number | undefined;
}

export type Packing = 'gzip' | 'deflate' | 'br';

/** How the body is packed, if it is; a file that is itself a gzip file is left as it is. */
export function packingOf(answer: Answer, url: URL): Packing | undefined {
  const encoding = (answer.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return undefined;
  if (encoding === 'gzip' || encoding === 'x-gzip')
    return [url, answer.url].some(({ pathname }) => /\.t?gz$/i.test(pathname)) ? undefined : 'gzip';
  if (encoding === 'deflate' || encoding === 'br') return encoding;
  throw broken(url, `it comes packed in a way that is not known here (${encoding.slice(0, 40)})`, true);
}

/** Bytes of the body, where the server says. */
export function lengthOf(answer: Answer, url: URL): number | undefined {
  const text = answer.header('content-length');
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw broken(url, `the server gives its length as “${text.slice(0, 40)}”`);
  return Number(text);
}

/** A time is a validator only when it is older than this: within a second, a file can change twice. */
const oldMs = 60_000;

/** Validators by which a part can be gone on from: a weak tag or a time just now does not tell two files apart. */
export function strongValidators(answer: Answer): Validators {
  const etag = answer.header('etag');
  const lastModified = answer.header('last-modified');
  const age = Date.parse(answer.header('date') ?? '') - Date.parse(lastModified ?? '');
  return {
    ...(etag !== undefined && /^"[^"]*"$/.test(etag) && { etag }),
    ...(lastModified !== undefined && age >= oldMs && { lastModified }),
  };
}

/** Which part of the file a 206 brings; it must be what was asked for, of the same file. */
export function stretchOf(answer: Answer, url: URL, { part: { state }, from }: Resumed): Stretch {
  const range = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(answer.header('content-range') ?? '');
  const [first, last] = [Number(range?.[1]), Number(range?.[2])];
  const total = range?.[3] === '*' ? state.total : Number(range?.[3]);
  const length = lengthOf(answer, url);
  if (
    !range ||
    first !== from ||
    last < first ||
    (total !== undefined && last >= total) ||
    (length !== undefined && length !== last - first + 1)
  )
    throw broken(url, 'the server answers with another part of the file than was asked for', true);
  const { etag = state.etag, lastModified = state.lastModified } = strongValidators(answer);
  const changed =
    (state.total !== undefined && total !== state.total) ||
    (state.etag !== undefined && etag !== state.etag) ||
    (state.lastModified !== undefined && lastModified !== state.lastModified);
  if (changed) throw broken(url, 'it has changed at the server meanwhile', true);
  return { from, total };
}
