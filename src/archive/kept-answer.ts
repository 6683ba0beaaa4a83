import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Answers that are kept; of more, those not made latest go. */
const mostKept = 200;

/**
 * What `make` gives for this key, from the folder if it was computed before. Whoever is killed meanwhile leaves nothing
 * that could be mistaken for an answer.
 */
export async function keptAnswer<T>(
  folder: string,
  key: readonly string[],
  make: () => Promise<T>,
): Promise<T> {
  const name = createHash('sha256').update(JSON.stringify(key)).digest('hex');
  const file = join(folder, `${name}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined); // not there, or not to be read: made anew
  if (known !== undefined)
    try {
      return JSON.parse(known) as T;
    } catch {
      await rm(file, { force: true });
    }
  const made = await make();
  const aside = join(folder, `${name}.${randomUUID()}.part`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(aside, JSON.stringify(made));
    await rename(aside, file);
    await sweep(folder);
  } catch {
    await rm(aside, { force: true }).catch(() => {}); // a folder that cannot be written to costs time, not the answer
  }
  return made;
}

async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= mostKept) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(mostKept))
    await rm(join(folder, name), { force: true });
}
