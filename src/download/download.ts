import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MultivectorError } from '../model/errors.ts';
import { addressOf } from './address.ts';
import { claim } from './claim.ts';
import { type Client, openClient } from './client.ts';
import { readAt, sizeOf, sumsOf } from './files.ts';
import type { Resumed } from './headers.ts';
import { webPageTitle } from './look.ts';
import type { ConnectionOptions } from './options.ts';
import { dropPart, type Kept, partOf, partPath, readKept, saveKept } from './part.ts';
import { type Expected, isChecked, receive } from './receive.ts';
import { broken, Setback, setbackOf, setbackOfStatus, stopped, wrongFile } from './setback.ts';

/** A file to be fetched. */
export interface DownloadRequest {
  readonly url: string;
  /** Where to put it; folders on the way are made. */
  readonly to: string;
  readonly expected?: Expected | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Bytes that are there, of how many where that is known. */
  readonly onProgress?: ((progress: { readonly bytes: number; readonly total?: number }) => void) | undefined;
  /** Called before each wait for another try. */
  readonly onSetback?: ((setback: SetbackNotice) => void) | undefined;
}

export interface SetbackNotice {
  readonly error: MultivectorError;
  /** How many tries there have been. */
  readonly attempt: number;
  readonly waitMs: number;
}

export interface Downloaded {
  readonly path: string;
  readonly url: string;
  readonly bytes: number;
  readonly sha256: string;
  /** When it was fetched, ISO 8601, UTC. */
  readonly retrieved: string;
  /** It was there already, and is still what the server has. */
  readonly unchanged: boolean;
}

const matches = (
  sums: { readonly md5: string; readonly sha256: string; readonly bytes: number },
  expected: Expected,
) =>
  (expected.bytes === undefined || expected.bytes === sums.bytes) &&
  (expected.md5 === undefined || expected.md5.toLowerCase() === sums.md5) &&
  (expected.sha256 === undefined || expected.sha256.toLowerCase() === sums.sha256);

/** The file that is in place, if it came from the address and is as it came, or if it is what is expected. */
async function standing(
  to: string,
  url: URL,
  expected: Expected,
): Promise<{ readonly kept: Kept; readonly certain: boolean } | undefined> {
  if ((await sizeOf(to)) === undefined) return undefined;
  const certain = isChecked(expected);
  const noted = await readKept(to);
  if (!certain && noted?.url !== url.href) return undefined;
  const sums = await sumsOf(to);
  if (!matches(sums, expected)) return undefined;
  if (noted?.sha256 === sums.sha256 && noted.url === url.href) return { kept: noted, certain };
  if (!certain) return undefined;
  const { bytes, sha256 } = sums;
  return { kept: { url: url.href, bytes, sha256, retrieved: (await stat(to)).mtime.toISOString() }, certain };
}

/** One try after another, until the file is there or there is no use in another. */
async function fetchInto(client: Client, url: URL, request: DownloadRequest, holds: () => Promise<boolean>) {
  const { to, expected = {}, onProgress, onSetback } = request;
  const { limits, clock } = client;
  const signal = request.signal ?? new AbortController().signal;
  const done = ({ bytes, sha256, retrieved }: Kept, unchanged: boolean): Downloaded => ({
    path: to,
    url: url.href,
    bytes,
    sha256,
    retrieved,
    unchanged,
  });
  const old = await standing(to, url, expected);
  if (old?.certain) return done(old.kept, true);
  /** Whole files that came and were not what was promised. */
  let spoilt = 0;

  async function attempt(): Promise<Downloaded> {
    const part = await partOf(to, url);
    const goesOn =
      part && (isChecked(expected) || (part.state.etag ?? part.state.lastModified) !== undefined);
    const resumed: Resumed | undefined = goesOn
      ? { part, from: Math.max(0, part.bytes - limits.overlap) }
      : undefined;
    const since = part === undefined ? old?.kept : undefined;
    const validator = resumed?.part.state.etag ?? resumed?.part.state.lastModified;
    const answer = await client.get(
      url,
      {
        ...(resumed && { range: `bytes=${resumed.from}-` }),
        ...(validator !== undefined && { 'if-range': validator }),
        ...(since?.etag !== undefined && { 'if-none-match': since.etag }),
        ...(since?.etag === undefined &&
          since?.lastModified !== undefined && { 'if-modified-since': since.lastModified }),
      },
      signal,
    );
    try {
      if (answer.status === 304 && since) return done(since, true);
      if (answer.status === 416) throw broken(url, 'it has become shorter at the server', true);
      const fitting = answer.status === 200 || (answer.status === 206 && resumed !== undefined);
      if (!fitting) throw setbackOfStatus(answer.status, url, answer.header('retry-after'), clock.now());
      const bytes = await receive(answer, answer.status === 206 ? resumed : undefined, {
        url,
        to,
        expected,
        limits,
        signal,
        onBytes: (there, total) => onProgress?.({ bytes: there, ...(total !== undefined && { total }) }),
      });
      const etag = answer.header('etag');
      const lastModified = answer.header('last-modified');
      return await settle(bytes, {
        ...(etag !== undefined && { etag }),
        ...(lastModified !== undefined && { lastModified }),
      });
    } finally {
      await answer.end();
    }
  }

  /** Looks at the whole file, and puts it in its place. */
  async function settle(
    bytes: number,
    validators: { etag?: string; lastModified?: string },
  ): Promise<Downloaded> {
    const path = partPath(to);
    const title = webPageTitle(await readAt(path, 0, 4096));
    if (title !== undefined || bytes === 0) {
      const what = bytes === 0 ? 'it is empty' : `a web page came in its place${title && ` (“${title}”)`}`;
      const { error } = wrongFile(url, what, 'open the address in a browser and see what it says');
      throw new Setback(error, { again: false, afresh: true });
    }
    const sums = await sumsOf(path, signal);
    if (sums.bytes !== bytes || !matches(sums, expected)) {
      spoilt++;
      const { error } = wrongFile(
        url,
        expected.bytes !== undefined && expected.bytes !== sums.bytes
          ? `it has ${sums.bytes} bytes, and ${expected.bytes} were promised`
          : `its checksum is not the one that the publisher gives (${sums.md5}, not ${expected.md5 ?? expected.sha256})`,
      );
      throw new Setback(error, { again: spoilt < 2, afresh: true });
    }
    if (!(await holds()))
      throw new Setback(broken(url, 'another process has taken its place').error, { again: false });
    const kept: Kept = {
      url: url.href,
      ...validators,
      bytes,
      sha256: sums.sha256,
      retrieved: new Date(clock.now()).toISOString(),
    };
    // A note that is older than the file is known by its checksum, and passed over.
    await rename(path, to);
    await saveKept(to, kept);
    await dropPart(to);
    return done(kept, false);
  }

  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (signal.aborted) throw stopped(url, error);
      const setback = setbackOf(error, url);
      if (setback.afresh) await dropPart(to);
      const doubled = Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** (tries - 1));
      const waitMs = Math.round(Math.max(doubled * (0.5 + clock.random() / 2), setback.askedMs ?? 0));
      if (
        !setback.again ||
        tries >= limits.tries ||
        waitMs > Math.max(limits.longestAskedMs, limits.longestWaitMs)
      )
        throw setback.error;
      onSetback?.({ error: setback.error, attempt: tries, waitMs });
      try {
        await clock.sleep(waitMs, signal);
      } catch (cause) {
        if (signal.aborted) throw stopped(url, cause);
        throw cause;
      }
    }
  }
}

/** As `download`, with a client that is open. */
export async function downloadWith(client: Client, request: DownloadRequest): Promise<Downloaded> {
  const url = addressOf(request.url);
  if (request.signal?.aborted) throw stopped(url, request.signal.reason);
  let held: Awaited<ReturnType<typeof claim>> | undefined;
  try {
    await mkdir(dirname(request.to), { recursive: true });
    held = await claim(request.to);
    return await fetchInto(client, url, request, held.holds);
  } catch (error) {
    throw setbackOf(error, url).error;
  } finally {
    await held?.release();
  }
}

/**
 * Fetches a file, whole or not at all: under its name stands the old file or the new one, never a piece. What has
 * arrived lies beside it as `….part`, and another call goes on from there.
 *
 * A length or checksum that the publisher gives is checked; without one, the length that the server gives is. So a
 * server that serves half a file, calls it whole and gives no checksum is believed.
 *
 * @throws MultivectorError saying what to do; `missing` where the file is not there, `data` where it is not what it
 *   should be, `input` where the connection, the proxy or the disk is at fault
 */
export async function download(options: DownloadRequest & ConnectionOptions): Promise<Downloaded> {
  const client = openClient(options);
  try {
    return await downloadWith(client, options);
  } finally {
    await client.close();
  }
}
