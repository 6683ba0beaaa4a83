import { randomUUID } from 'node:crypto';
import { link, readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { MultivectorError } from '../model/errors.ts';
import { isCode, remove } from './files.ts';

/** Who we are: a process that died may have had the same number. */
const self = `${process.pid} ${Math.round(performance.timeOrigin)}`;

/** Whether the claim is that of a process that lives. */
function lives(claim: string): boolean {
  const pid = Number.parseInt(claim, 10);
  if (!(pid > 0)) return false;
  if (pid === process.pid) return claim.startsWith(`${self} `);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Takes a dead process's claim away, and only that: another one may have taken its place since we looked. */
async function takeAway(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await read(aside)) !== dead) await link(aside, path);
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'EEXIST')) throw error;
  } finally {
    await remove(aside);
  }
}

export interface Claim {
  /** Whether it is still ours. */
  readonly holds: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

/**
 * Claims a file for writing, against other processes and within this one. A claim ends with its process.
 *
 * @throws MultivectorError `input` where another one has it
 */
export async function claim(target: string): Promise<Claim> {
  const path = `${target}.lock`;
  const mine = `${self} ${randomUUID()}\n`;
  for (;;) {
    // Written aside and linked into place, so that nobody reads half a claim.
    const aside = `${path}.${randomUUID()}`;
    try {
      await writeFile(aside, mine);
      await link(aside, path);
      break;
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      await remove(aside);
    }
    const other = await read(path);
    if (other === undefined) continue;
    if (lives(other))
      throw new MultivectorError(
        'input',
        `${target} is being downloaded already (process ${Number.parseInt(other, 10)})`,
        {
          hint: `wait until it is done; if there is no such process, delete ${basename(path)}`,
        },
      );
    await takeAway(path, other);
  }
  const holds = async () => (await read(path)) === mine;
  return {
    holds,
    release: async () => {
      if (await holds()) await remove(path);
    },
  };
}
