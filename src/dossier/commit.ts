import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  access,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { MultivectorError } from '../model/errors.ts';
import type { Problem } from './problem.ts';

/**
 * Several files are replaced as one. New contents are written aside and made durable; one rename of their folder
 * to `.commit` is the instant at which the dossier becomes the new one. What follows only carries the files to
 * their places, and whoever opens the folder next carries on where a killed writer stopped. A lock file with the
 * writer's process id keeps two writers apart; a dead writer's lock is taken over.
 */
const staging = '.commit.tmp';
const committed = '.commit';
const lockFile = '.lock';

const patienceMs = 5_000;
const stepMs = 20;

const isCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path, constants.F_OK);
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!isCode(error, 'EPERM', 'EINVAL', 'EISDIR')) throw error; // some systems cannot sync a folder
  } finally {
    await handle.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

/** Process id in the lock, or nothing where there is no lock or none that can be read. */
async function lockOwner(folder: string): Promise<number | undefined> {
  try {
    const pid = Number.parseInt(await readFile(join(folder, lockFile), 'utf8'), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function lock(folder: string): Promise<void> {
  const path = join(folder, lockFile);
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      // The id is written aside and linked into place, so that nobody reads a lock without one.
      const mine = `${path}.${randomUUID()}`;
      await writeDurably(mine, `${process.pid}\n`);
      try {
        await link(mine, path);
        return;
      } finally {
        await rm(mine, { force: true });
      }
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const owner = await lockOwner(folder);
    if (owner === undefined || !isAlive(owner)) {
      await takeAway(path, owner);
      continue;
    }
    if (Date.now() > until)
      throw new MultivectorError(
        'data',
        `${folder}: another process (${owner}) has been writing for ${patienceMs / 1000} seconds`,
        {
          hint: 'try again when it is done; if there is no such process on this machine, delete the file .lock',
        },
      );
    await pause(stepMs);
  }
}

/** Removes a dead writer's lock, and only that: another waiter may have taken the lock since we looked. */
async function takeAway(path: string, dead: number | undefined): Promise<void> {
  const aside = `${path}.dead.${randomUUID()}`;
  try {
    await rename(path, aside);
    if (Number.parseInt(await readFile(aside, 'utf8'), 10) !== dead) await link(aside, path);
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'EEXIST')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function unlock(folder: string): Promise<void> {
  await rm(join(folder, lockFile), { force: true });
}

/** Carries committed files to their places. Safe to repeat, whole or in part. */
async function carryOut(folder: string): Promise<void> {
  const from = join(folder, committed);
  if (!(await isThere(from))) return;
  for (const name of (await readdir(from)).sort()) {
    const aside = join(folder, `.${name}.new`);
    await copyFile(join(from, name), aside);
    await rename(aside, join(folder, name));
  }
  await syncFolder(folder);
  await rm(from, { recursive: true, force: true });
}

/**
 * Replaces the files in `contents` together, whatever happens to the process: a reader finds all old or all new.
 * `prepare` runs under the lock, so that what it reads cannot change before it is replaced.
 */
export async function commitFiles(
  folder: string,
  prepare: () => Promise<ReadonlyMap<string, string>>,
): Promise<void> {
  await lock(folder);
  try {
    await carryOut(folder);
    const aside = join(folder, staging);
    await rm(aside, { recursive: true, force: true });
    const contents = await prepare();
    await mkdir(aside);
    for (const [name, content] of contents) await writeDurably(join(aside, name), content);
    await syncFolder(aside);
    await rename(aside, join(folder, committed));
    await syncFolder(folder);
    await carryOut(folder);
  } finally {
    await unlock(folder);
  }
}

/** Finishes what a killed writer had committed; waits for a living one. A folder that cannot be written is left alone. */
async function settle(folder: string): Promise<void> {
  if (!(await isThere(join(folder, committed)))) return;
  const owner = await lockOwner(folder);
  if (owner !== undefined && owner !== process.pid && isAlive(owner)) {
    await pause(stepMs);
    return;
  }
  await lock(folder);
  try {
    await carryOut(folder);
  } finally {
    await unlock(folder);
  }
}

/** Texts of a folder's files, all of one state, and what could not be read. */
export interface Files {
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * The files' texts as one state of the dossier: if a writer commits while they are read, they are read again.
 *
 * @returns text by file name; a file that is not there is absent, one that is not UTF-8 is a problem
 * @throws MultivectorError `data` where writers leave no quiet moment
 */
export async function readFiles(folder: string, names: readonly string[]): Promise<Files> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    await settle(folder);
    const before = await fingerprint(folder, names);
    const texts = new Map<string, string>();
    const problems: Problem[] = [];
    for (const name of names) {
      const text = await readText(folder, name);
      if (typeof text === 'string') texts.set(name, text);
      else if (text) problems.push(text);
    }
    if (before === (await fingerprint(folder, names))) return { texts, problems };
  }
  throw new MultivectorError('data', `${folder}: is being written without a pause`, {
    hint: 'try again in a moment',
  });
}

/** Changes with every commit and with every file changed by hand, and is open while a commit is under way. */
export async function fingerprint(folder: string, names: readonly string[]): Promise<string> {
  if (await isThere(join(folder, committed))) return `open ${Math.random()}`;
  const parts: string[] = [];
  for (const name of names) {
    try {
      const { ino, mtimeMs, size } = await stat(join(folder, name));
      parts.push(`${ino}:${mtimeMs}:${size}`);
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
      parts.push('-');
    }
  }
  return parts.join(' ');
}

async function readText(folder: string, file: string): Promise<string | Problem | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, file));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return { file, line: firstBadLine(bytes), message: 'is not UTF-8: save the file again with that encoding' };
}

/** The line of the first bytes that are not UTF-8. */
function firstBadLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, stop))) return line;
    start = stop;
  }
  return line;
}

/** Writes a file so that a reader finds the old one or the new one, never a part. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(aside, bytes);
    await rename(aside, path);
  } catch (cause) {
    await rm(aside, { force: true });
    throw new MultivectorError('input', `${path}: cannot be written`, {
      cause,
      hint: 'is the folder there, and yours to write?',
    });
  }
}
