import { join } from 'node:path';
import { MultivectorError } from '../model/errors.ts';
import type { DayRange, Publisher } from '../model/publisher.ts';
import { type Client, openClient } from './client.ts';
import { type Downloaded, downloadWith, type SetbackNotice } from './download.ts';
import type { ConnectionOptions } from './options.ts';
import type { RemoteFile } from './remote.ts';
import { resolve, withPage } from './resolve.ts';

export interface FetchOptions extends ConnectionOptions {
  /** Where to put the files. */
  readonly folder: string;
  /** Needed where a publisher has a file for each day; elsewhere it narrows, where the names tell the period. */
  readonly range?: DayRange | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A file that the publisher names and does not have. */
export interface MissingFile {
  readonly name: string;
  readonly url: string;
  readonly because: string;
}

export interface Fetched {
  readonly files: readonly Downloaded[];
  readonly missing: readonly MissingFile[];
}

/** What happens meanwhile. */
export type FetchEvent =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'found'; readonly files: number; readonly bytes: number | undefined }
  | {
      readonly kind: 'begun';
      readonly name: string;
      readonly url: string;
      readonly nth: number;
      readonly of: number;
    }
  | {
      readonly kind: 'progress';
      readonly name: string;
      readonly bytes: number;
      readonly total: number | undefined;
    }
  | ({ readonly kind: 'setback'; readonly name: string } & SetbackNotice)
  | { readonly kind: 'done'; readonly name: string; readonly file: Downloaded }
  | ({ readonly kind: 'missing' } & MissingFile);

/**
 * Yields what a task reports while it runs, and returns what it returns. Of reports with the same key that nobody has
 * taken yet, the last one counts. Who stops listening stops the task.
 */
async function* reporting<E, T>(
  task: (report: (event: E, key?: string) => void, signal: AbortSignal) => Promise<T>,
  outer: AbortSignal | undefined,
): AsyncGenerator<E, T, undefined> {
  const stop = new AbortController();
  const signal = outer ? AbortSignal.any([outer, stop.signal]) : stop.signal;
  const waiting = new Map<string, E>();
  let wake = () => {};
  let count = 0;
  let ended = false;
  const running = task((event, key = String(count++)) => {
    waiting.set(key, event);
    wake();
  }, signal).finally(() => {
    ended = true;
    wake();
  });
  running.catch(() => {}); // it is awaited below, perhaps later than it fails
  try {
    for (;;) {
      const events = [...waiting.values()];
      waiting.clear();
      yield* events;
      if (waiting.size > 0) continue;
      if (ended) return await running;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (ended || waiting.size > 0) resolve();
      });
    }
  } finally {
    stop.abort();
    await running.catch(() => {});
  }
}

async function fetchAll(
  client: Client,
  publisher: Publisher,
  { folder, range }: FetchOptions,
  report: (event: FetchEvent, key?: string) => void,
  signal: AbortSignal,
): Promise<Fetched> {
  const { files, notes } = await resolve(client, publisher, {
    folder,
    range,
    signal,
    onSetback: (setback) => report({ kind: 'setback', name: 'the list of files', ...setback }),
  });
  for (const text of notes) report({ kind: 'note', text });
  const sizes = files.map(({ expected }) => expected.bytes);
  report({
    kind: 'found',
    files: files.length,
    bytes: sizes.reduce((sum, size) => (sum === undefined || size === undefined ? undefined : sum + size), 0),
  });

  const one = async ({ url, name, expected }: RemoteFile): Promise<Downloaded> =>
    downloadWith(client, {
      url,
      to: join(folder, name),
      expected,
      signal,
      onProgress: ({ bytes, total }) => report({ kind: 'progress', name, bytes, total }, `progress ${name}`),
      onSetback: (setback) => report({ kind: 'setback', name, ...setback }),
    });
  const done: Downloaded[] = [];
  const missing: MissingFile[] = [];
  for (const [index, remote] of files.entries()) {
    const { name, url } = remote;
    report({ kind: 'begun', name, url, nth: index + 1, of: files.length });
    try {
      const file = await one(remote);
      done.push(file);
      report({ kind: 'done', name, file });
    } catch (error) {
      // A file that is listed and not there is a gap in the publisher's series; anything else may pass, and ends it.
      if (!(error instanceof MultivectorError)) throw error;
      if (error.fault !== 'missing') throw withPage(error, publisher);
      const gap = { name, url, because: error.message };
      missing.push(gap);
      report({ kind: 'missing', ...gap });
    }
  }
  if (done.length === 0)
    throw new MultivectorError('missing', `${publisher.id}: ${missing[0]?.because ?? 'there are no files'}`, {
      hint: `it has moved or gone: look at ${publisher.landing}, fetch it with a browser and import the file`,
    });
  return { files: done, missing };
}

/**
 * Fetches the files of a publisher into a folder, one after another. Files that are there already are not fetched again;
 * after an error, another call goes on where this one ended.
 *
 * @returns (as the generator's value) the files, and those that the publisher names and does not have
 * @throws MultivectorError for whatever ends it, with what to do
 */
export async function* fetchPublisher(
  publisher: Publisher,
  options: FetchOptions,
): AsyncGenerator<FetchEvent, Fetched, undefined> {
  const client = openClient(options);
  try {
    return yield* reporting<FetchEvent, Fetched>(
      (report, signal) => fetchAll(client, publisher, options, report, signal),
      options.signal,
    );
  } finally {
    await client.close();
  }
}
