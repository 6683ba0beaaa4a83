import { createReadStream, statSync } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MultivectorError } from '../model/errors.ts';
import type { Head } from '../model/format.ts';
import {
  defaultLimits,
  finished,
  firstBytes,
  headBytes,
  type Limits,
  type OnBytes,
  type StagedFile,
  Tally,
  Unpacked,
} from './unpacked.ts';
import { gunzip, unzip } from './unzip.ts';

export { defaultLimits, type Limits, type OnBytes, type StagedFile } from './unpacked.ts';

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

const unpackedName = (name: string): string => name.replace(/\.(gz|zip)$/i, '');

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
