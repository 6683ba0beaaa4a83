import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import type { Reject } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import type { Head } from '../model/format.ts';

/** A file as it can be read: unpacked, in UTF-8 or one byte a letter, its content hashed. */
export interface StagedFile {
  /** Name without folders and packing. */
  readonly name: string;
  /** Where it can be read. */
  readonly path: string;
  readonly bytes: number;
  /** Of the unpacked content, so that a packed file and its content are the same. */
  readonly sha256: string;
  /** Bytes of the longest line, or a little more. */
  readonly longestLine: number;
  /** Whether all of it is valid UTF-8. */
  readonly utf8: boolean;
  /** What was lost on the way: the torn end of a packed file, an entry that cannot be taken. */
  readonly problems: readonly Reject[];
}

/** What staging may use. */
export interface Limits {
  /** Most unpacked bytes of one file. */
  readonly unpacked: number;
  /** Most times that a file may grow on unpacking, once it is larger than 64 MiB. */
  readonly growth: number;
  /** Most entries of a zip file. */
  readonly entries: number;
}

export const defaultLimits: Limits = { unpacked: 256 * 2 ** 30, growth: 250, entries: 20_000 };

const smallUnpacked = 64 * 2 ** 20;
const headBytes = 64 * 1024;

/** Called as bytes are read, with how many. */
export type OnBytes = (bytes: number) => void;

/** The files that a user means by these paths: files themselves, and those in folders, by name, hidden ones left out. */
export async function filesIn(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const is = await stat(path).catch((cause: unknown) => {
      throw new MultivectorError('missing', `there is no file or folder ${path}`, { cause });
    });
    if (!is.isDirectory()) found.push(path);
    else {
      const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
      found.push(...(await filesIn(names.map((name) => join(path, name)))));
    }
  }
  return found;
}

/** How many bytes at the end begin a letter that goes on in the next chunk. */
function begun(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Follows the bytes that pass: their hash, their number, how far apart line ends are, and whether they are UTF-8. */
class Tally {
  readonly #hash = createHash('sha256');
  bytes = 0;
  longestLine = 0;
  #run = 0;
  #valid = true;
  #begun: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    const first = chunk.indexOf(10);
    if (first === -1) this.#run += chunk.length;
    else {
      // Lines within a chunk are shorter than the chunk: what matters are those that span several.
      this.longestLine = Math.max(this.longestLine, this.#run + first, Math.min(chunk.length, 2 ** 16));
      this.#run = chunk.length - 1 - chunk.lastIndexOf(10);
    }
    this.longestLine = Math.max(this.longestLine, this.#run);
    if (!this.#valid) return;
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    const whole = bytes.length - begun(bytes);
    this.#valid = isUtf8(bytes.subarray(0, whole));
    this.#begun = bytes.slice(whole);
  }

  get utf8(): boolean {
    return this.#valid && this.#begun.length === 0;
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}

const problem = (file: string, reason: string, line: number | null = null): Reject => ({
  file,
  line,
  column: null,
  reason,
  text: null,
});

const unpackedName = (name: string): string => name.replace(/\.(gz|zip)$/i, '');

/** The first bytes of a file. */
export function firstBytes(path: string, length: number, from = 0): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, from));
  } finally {
    closeSync(file);
  }
}

type Packing = 'gzip' | 'zip' | 'utf-16le' | 'utf-16be' | 'none';

function packingOf(path: string): Packing {
  const start = firstBytes(path, 4);
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  if (start.toString('latin1') === 'PK\u0003\u0004') {
    const { size } = statSync(path);
    const ends = [firstBytes(path, headBytes), firstBytes(path, headBytes, Math.max(0, size - headBytes))];
    // Office documents are zip files too; they are read as they are.
    const office = ends.some(
      (part) => part.includes('[Content_Types].xml') || part.includes('mimetypeapplication/'),
    );
    return office ? 'none' : 'zip';
  }
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'none';
}

/** The text without its byte-order mark, UTF-8 where the bytes are, else Latin-1. */
export function textOf(bytes: Uint8Array): string {
  for (let cut = 0; cut < 4; cut++) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      // the head may end within a letter
    }
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return new TextDecoder('latin1').decode(marked ? bytes.subarray(3) : bytes);
}

/** What a format is known by. */
export function headOf(file: StagedFile): Head {
  const bytes = firstBytes(file.path, headBytes);
  const text = textOf(bytes);
  return { name: file.name, bytes, text, lines: text.split(/\r\n|\n|\r/) };
}

/** Writes what passes to a file, and stops at a file that grows beyond measure. */
class Unpacked {
  readonly tally = new Tally();
  readonly #file: number;
  readonly path: string;
  readonly #name: string;
  readonly #packed: number;
  readonly #limits: Limits;

  constructor(path: string, name: string, packed: number, limits: Limits) {
    this.path = path;
    this.#name = name;
    this.#packed = packed;
    this.#limits = limits;
    this.#file = openSync(path, 'w');
  }

  write(chunk: Uint8Array): void {
    const bytes = this.tally.bytes + chunk.length;
    const most = Math.max(smallUnpacked, this.#packed * this.#limits.growth);
    if (bytes > Math.min(this.#limits.unpacked, most))
      throw new MultivectorError(
        'data',
        `${this.#name} grows to more than ${Math.floor(bytes / 1e6)} MB on unpacking`,
        {
          hint: 'it looks like a zip bomb; unpack it yourself if you trust it, and import what comes out',
        },
      );
    this.tally.add(chunk);
    for (let from = 0; from < chunk.length; ) from += writeSync(this.#file, chunk, from);
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Cuts the line that was torn off at the end; returns its number. */
  cutTornLine(): number {
    let size = statSync(this.path).size;
    let end = 0;
    while (size > 0 && end === 0) {
      const from = Math.max(0, size - headBytes);
      const at = firstBytes(this.path, size - from, from).lastIndexOf(10);
      end = at === -1 ? 0 : from + at + 1;
      size = from;
    }
    truncateSync(this.path, end);
    let lines = 0;
    for (let from = 0; from < end; from += 2 ** 20)
      for (const byte of firstBytes(this.path, Math.min(2 ** 20, end - from), from)) if (byte === 10) lines++;
    return lines + 1;
  }
}

const finished = (name: string, into: Unpacked, problems: readonly Reject[]): StagedFile => ({
  name,
  path: into.path,
  bytes: into.tally.bytes,
  sha256: into.tally.digest(),
  longestLine: into.tally.longestLine,
  utf8: into.tally.utf8,
  problems,
});

async function gunzip(
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

async function unzip(path: string, folder: string, limits: Limits, onBytes: OnBytes): Promise<StagedFile[]> {
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

/** Rewrites UTF-16 as UTF-8. */
async function toUtf8(
  path: string,
  name: string,
  folder: string,
  encoding: string,
  onBytes: OnBytes,
): Promise<StagedFile> {
  const into = new Unpacked(join(folder, 'utf8'), name, Number.MAX_SAFE_INTEGER, defaultLimits);
  const decoder = new TextDecoder(encoding);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
      onBytes(chunk.length);
      into.write(Buffer.from(decoder.decode(chunk, { stream: true })));
    }
    into.write(Buffer.from(decoder.decode()));
  } finally {
    into.close();
  }
  return finished(name, into, []);
}

async function asIs(path: string, name: string, onBytes: OnBytes): Promise<StagedFile> {
  const tally = new Tally();
  const file = await open(path, 'r');
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
      tally.add(chunk);
      onBytes(chunk.length);
    }
  } finally {
    await file.close();
  }
  return {
    name,
    path,
    bytes: tally.bytes,
    sha256: tally.digest(),
    longestLine: tally.longestLine,
    utf8: tally.utf8,
    problems: [],
  };
}

/**
 * The files that a path holds, unpacked into the folder where they are packed: a gzip or zip file, or itself. A file
 * that is torn yields what is whole.
 *
 * @param folder an empty folder of its own
 * @throws MultivectorError `data` for a file that grows beyond measure or of which nothing can be read
 */
export async function stage(
  path: string,
  folder: string,
  limits: Limits = defaultLimits,
  onBytes: OnBytes = () => {},
): Promise<StagedFile[]> {
  const name = unpackedName(basename(path));
  const packing = packingOf(path);
  if (packing === 'gzip') return [await gunzip(path, name, folder, limits, onBytes)];
  if (packing === 'zip') return unzip(path, folder, limits, onBytes);
  if (packing === 'none') return [await asIs(path, name, onBytes)];
  return [await toUtf8(path, name, folder, packing, onBytes)];
}
