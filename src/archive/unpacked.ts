import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync, truncateSync, writeSync } from 'node:fs';
import type { Reject } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';

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
/** How much of a file is looked at to know it. */
export const headBytes = 64 * 1024;

/** Called as bytes are read, with how many. */
export type OnBytes = (bytes: number) => void;

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
export class Tally {
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

/** What was lost of a file. */
export const problem = (file: string, reason: string, line: number | null = null): Reject => ({
  file,
  line,
  column: null,
  reason,
  text: null,
});

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

/** Writes what passes to a file, and stops at a file that grows beyond measure. */
export class Unpacked {
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

/** A file that was unpacked. */
export const finished = (name: string, into: Unpacked, problems: readonly Reject[]): StagedFile => ({
  name,
  path: into.path,
  bytes: into.tally.bytes,
  sha256: into.tally.digest(),
  longestLine: into.tally.longestLine,
  utf8: into.tally.utf8,
  problems,
});
