import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import type { Reject } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import { finished, type Limits, type OnBytes, problem, type StagedFile, Unpacked } from './unpacked.ts';

/** The content of a gzip file; of a torn one what is whole. */
export async function gunzip(
  path: string,
  name: string,
  folder: string,
  limits: Limits,
  onBytes: OnBytes,
): Promise<StagedFile> {
  const packed = statSync(path).size;
  const attempt = async (salvage: boolean): Promise<Unpacked> => {
    const into = new Unpacked(join(folder, 'unpacked'), name, packed, limits);
    let refusal: unknown; // the pipeline may report its own end in place of it
    try {
      await pipeline(
        createReadStream(path, { highWaterMark: 2 ** 20 }),
        new Transform({
          transform(chunk: Buffer, _encoding, done: TransformCallback) {
            if (!salvage) onBytes(chunk.length);
            done(null, chunk);
          },
        }),
        createGunzip({ chunkSize: 2 ** 20, ...(salvage && { finishFlush: constants.Z_SYNC_FLUSH }) }),
        async (chunks: AsyncIterable<Buffer>) => {
          try {
            for await (const chunk of chunks) into.write(chunk);
          } catch (error) {
            if (error instanceof MultivectorError) refusal = error;
            throw error;
          }
        },
      );
    } catch (error) {
      if (refusal !== undefined) throw refusal;
      if (!salvage) throw error;
      // A salvaged file ends where it can no longer be unpacked.
    } finally {
      into.close();
    }
    return into;
  };
  try {
    return finished(name, await attempt(false), []);
  } catch (error) {
    if (error instanceof MultivectorError) throw error;
    const into = await attempt(true);
    const line = into.cutTornLine();
    const reason = `the gzip file is torn (${error instanceof Error ? error.message : String(error)}); what comes before this line is whole`;
    return { ...finished(name, into, [problem(name, reason, line)]), bytes: statSync(into.path).size };
  }
}

/** Why an entry of a zip file is not taken, if it is not. */
function wrongEntry(name: string): string | undefined {
  if (name.includes('\0') || name.split(/[\\/]/).includes('..') || /^([\\/]|[A-Za-z]:)/.test(name))
    return `the entry “${name.slice(0, 200)}” of the zip file points out of it`;
  return undefined;
}

/** The files in a zip file; of a torn one what is whole. */
export async function unzip(
  path: string,
  folder: string,
  limits: Limits,
  onBytes: OnBytes,
): Promise<StagedFile[]> {
  const archive = basename(path);
  const packed = statSync(path).size;
  const staged: StagedFile[] = [];
  const refused: Reject[] = [];
  let open: { name: string; into: Unpacked } | undefined;
  let failure: unknown;
  let entries = 0;

  const close = (problems: readonly Reject[] = []): void => {
    if (!open) return;
    open.into.close();
    staged.push(finished(open.name, open.into, problems));
    open = undefined;
  };
  const unpacker = new Unzip((entry) => {
    if (++entries > limits.entries)
      throw new MultivectorError('data', `${archive} has more than ${limits.entries} entries`);
    const wrong = wrongEntry(entry.name);
    if (wrong !== undefined) {
      refused.push(problem(archive, wrong));
      return;
    }
    if (entry.name.endsWith('/')) return;
    const name = basename(entry.name);
    const into = new Unpacked(join(folder, `entry-${entries}`), `${archive}/${name}`, packed, limits);
    open = { name, into };
    entry.ondata = (error, chunk, final) => {
      if (failure !== undefined) return;
      try {
        if (error) throw error;
        into.write(chunk);
        if (final) close();
      } catch (cause) {
        failure = cause;
      }
    };
    entry.start();
  });
  unpacker.register(UnzipInflate);

  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>) {
      onBytes(chunk.length);
      unpacker.push(chunk, false);
      if (failure !== undefined) throw failure;
    }
    unpacker.push(new Uint8Array(0), true);
    if (failure !== undefined) throw failure;
  } catch (error) {
    failure = error;
  }
  if (failure instanceof MultivectorError) {
    open?.into.close();
    throw failure;
  }
  // What is still open was torn off.
  if (open) {
    const line = open.into.cutTornLine();
    const { name } = open;
    close([
      problem(
        name,
        `the zip file is torn (${failure instanceof Error ? failure.message : 'it ends too early'}); what comes before this line is whole`,
        line,
      ),
    ]);
  } else if (failure !== undefined || entries === 0)
    refused.push(
      problem(
        archive,
        `the zip file cannot be read${failure instanceof Error ? `: ${failure.message}` : ''}`,
      ),
    );
  if (refused.length === 0) return staged;
  const [first, ...rest] = staged;
  if (!first)
    throw new MultivectorError('data', `${archive}: ${refused[0]?.reason ?? 'nothing in it can be read'}`, {
      hint: 'download it again',
    });
  return [{ ...first, problems: [...refused, ...first.problems] }, ...rest];
}
