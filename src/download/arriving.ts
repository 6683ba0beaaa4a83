import type { Readable } from 'node:stream';

/** Most bytes that wait to be taken. */
const most = 4 * 2 ** 20;

/**
 * What a body brings. What arrived before the connection broke comes before the error: a stream would drop it, and a
 * download could go on from less than it has. Listening begins at once, not at the first chunk that is taken.
 */
export function arriving(body: Readable): AsyncIterableIterator<Buffer> {
  const waiting: Buffer[] = [];
  let size = 0;
  let ended = false;
  let failure: unknown;
  let wake = () => {};
  body.on('data', (chunk: Buffer) => {
    waiting.push(chunk);
    size += chunk.length;
    if (size > most) body.pause();
    wake();
  });
  const end = (error?: unknown) => {
    failure ??= error;
    ended = true;
    wake();
  };
  body.on('end', () => end());
  body.on('error', end);
  body.on('close', () => end());

  async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      const chunk = waiting.shift();
      if (chunk !== undefined) {
        size -= chunk.length;
        if (body.isPaused() && size < most / 2) body.resume();
        yield chunk;
      } else if (failure !== undefined) throw failure;
      else if (ended) return;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
  return chunks();
}
