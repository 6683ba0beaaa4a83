import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { MultivectorError } from '../model/errors.ts';
import { shown } from './address.ts';
import type { Answer } from './client.ts';
import { readAt, writeAt } from './files.ts';
import {
  lengthOf,
  type Packing,
  packingOf,
  type Resumed,
  type Stretch,
  stretchOf,
  strongValidators,
} from './headers.ts';
import type { Limits } from './options.ts';
import { dropState, partPath, saveState } from './part.ts';
import { broken, Setback, wrongFile } from './setback.ts';

/** What the publisher says of the file. */
export interface Expected {
  readonly bytes?: number | undefined;
  readonly md5?: string | undefined;
  readonly sha256?: string | undefined;
}

/** Whether the publisher gives a checksum. */
export const isChecked = ({ md5, sha256 }: Expected): boolean => md5 !== undefined || sha256 !== undefined;

export interface Receiving {
  readonly url: URL;
  readonly to: string;
  readonly expected: Expected;
  readonly limits: Limits;
  readonly onBytes: (bytes: number, total: number | undefined) => void;
  readonly signal: AbortSignal;
}

const unpackers = { gzip: createGunzip, deflate: createInflate, br: createBrotliDecompress };

function refuseBeyond(bytes: number, { url, limits }: Receiving): void {
  if (bytes <= limits.bytes) return;
  const error = new MultivectorError('data', `${shown(url)} is larger than ${limits.bytes} bytes`, {
    hint: 'more than is taken without being asked: fetch it yourself if it is right',
  });
  throw new Setback(error, { again: false, afresh: true });
}

/** Refuses a file whose length is not what was promised, or of which nobody could say whether it is whole. */
function checkLength(answer: Answer, total: number | undefined, about: Receiving): void {
  const { url, expected } = about;
  const chunked = /\bchunked\b/i.test(answer.header('transfer-encoding') ?? '');
  const told = answer.header('content-length') !== undefined || chunked;
  if (!told && !isChecked(expected) && expected.bytes === undefined) {
    const error = new MultivectorError('data', `${shown(url)}: the server does not say how long it is`, {
      hint: 'a torn file could not be told from a whole one: fetch it with a browser and look at it',
    });
    throw new Setback(error, { again: false });
  }
  if (expected.bytes !== undefined && total !== undefined && total !== expected.bytes)
    throw wrongFile(url, `it has ${total} bytes, and ${expected.bytes} were promised`);
  refuseBeyond(total ?? 0, about);
}

/** The chunks, counted. */
async function* counted(
  chunks: AsyncIterable<Buffer>,
  count: (bytes: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** Hands the body on to `take`, unpacked, and counts what has arrived. Gives up when too little does. */
async function pass(
  answer: Answer,
  packing: Packing | undefined,
  take: (chunk: Buffer) => Promise<void>,
  { url, limits, signal }: Receiving,
): Promise<number> {
  let arrived = 0;
  let before = 0;
  const watch = setInterval(() => {
    if (arrived - before < limits.leastBytes)
      answer.breakOff(
        broken(url, `fewer than ${limits.leastBytes} bytes came in ${limits.idleMs / 1000} seconds`),
      );
    before = arrived;
  }, limits.idleMs);
  const body = counted(answer.chunks, (bytes) => {
    arrived += bytes;
  });
  let failure: unknown;
  const end = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    try {
      for await (const chunk of chunks) await take(chunk);
    } catch (error) {
      failure = error; // the pipeline may tell of another end instead
      throw error;
    }
  };
  try {
    if (packing) await pipeline(body, unpackers[packing](), end, { signal });
    else await end(body);
  } catch (error) {
    throw failure ?? error;
  } finally {
    clearInterval(watch);
  }
  return arrived;
}

/** Writes the body after `from`. What is there already comes again, and shows whether it is the same file. */
async function write(
  file: FileHandle,
  answer: Answer,
  {
    stretch: { from, total },
    known,
    packing,
  }: { stretch: Stretch; known: Buffer; packing: Packing | undefined },
  about: Receiving,
): Promise<number> {
  const { url, expected, onBytes } = about;
  let position = from;
  const arrived = await pass(
    answer,
    packing,
    async (chunk) => {
      refuseBeyond(position + chunk.length, about);
      const at = position - from;
      const again = Math.min(Math.max(0, known.length - at), chunk.length);
      if (!known.subarray(at, at + again).equals(chunk.subarray(0, again)))
        throw broken(url, 'it has changed at the server meanwhile', true);
      await writeAt(file, chunk.subarray(again), position + again);
      position += chunk.length;
      onBytes(position, total ?? expected.bytes);
    },
    about,
  );
  const length = lengthOf(answer, url);
  if (length !== undefined && arrived !== length)
    throw broken(url, `the connection ended after ${arrived} of ${length} bytes`);
  if (total !== undefined && position < total) throw broken(url, `${position} of ${total} bytes have come`);
  return position;
}

/**
 * Writes the body of a 200, or of a 206 after what is there, to the part file.
 *
 * @returns bytes of the whole file, which lies in the part file
 * @throws Setback where the whole of it did not arrive
 */
export async function receive(
  answer: Answer,
  resumed: Resumed | undefined,
  about: Receiving,
): Promise<number> {
  const { url, to, expected } = about;
  const packing = packingOf(answer, url);
  if (resumed && packing) throw broken(url, 'a part of it comes packed', true);
  const stretch = resumed
    ? stretchOf(answer, url, resumed)
    : { from: 0, total: packing ? undefined : lengthOf(answer, url) };
  checkLength(answer, stretch.total, about);
  const known = resumed
    ? await readAt(partPath(to), stretch.from, resumed.part.bytes - stretch.from)
    : Buffer.alloc(0);
  const file = await open(partPath(to), resumed ? 'r+' : 'w');
  try {
    if (!resumed) {
      // Noted only now, when nothing of another file is left in the part.
      const validators = packing ? {} : strongValidators(answer);
      const { total } = stretch;
      const canGoOn = !packing && (isChecked(expected) || Object.keys(validators).length > 0);
      if (canGoOn)
        await saveState(to, { url: url.href, ...validators, ...(total !== undefined && { total }) });
      else await dropState(to);
    }
    const bytes = await write(file, answer, { stretch, known, packing }, about);
    await file.truncate(bytes);
    await file.sync();
    return bytes;
  } finally {
    await file.close();
  }
}
