import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MultivectorError } from '../model/errors.ts';
import type { DayRange, Publisher } from '../model/publisher.ts';
import { fileNameOf } from './address.ts';
import type { Client } from './client.ts';
import { dataverseFiles, dataverseList } from './dataverse.ts';
import { checkRange, datedFiles, within } from './dated.ts';
import { downloadWith, type SetbackNotice } from './download.ts';
import type { RemoteFile } from './remote.ts';

interface Resolving {
  readonly folder: string;
  readonly range?: DayRange | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onSetback?: ((setback: SetbackNotice) => void) | undefined;
}

/** Gives files of one name a name each. Case does not tell names apart, as on many disks it does not. */
function distinct(files: readonly RemoteFile[]): RemoteFile[] {
  const count = new Map<string, number>();
  for (const { name } of files) count.set(name.toLowerCase(), (count.get(name.toLowerCase()) ?? 0) + 1);
  return files.map((file) => {
    if (count.get(file.name.toLowerCase()) === 1) return file;
    const key = /^\w{1,20}$/.test(file.key)
      ? file.key
      : createHash('sha256').update(file.key).digest('hex').slice(0, 8);
    return { ...file, name: `${key}-${file.name}` };
  });
}

/** The error with the page where a person may find more. */
export const withPage = (error: MultivectorError, { id, landing }: Publisher): MultivectorError =>
  new MultivectorError(error.fault, `${id}: ${error.message}`, {
    cause: error,
    hint: [error.hint, `the publisher’s page: ${landing}`].filter((part) => part !== undefined).join('; '),
  });

const noDays = (id: string): MultivectorError =>
  new MultivectorError('input', `${id} does not come by days`, { hint: 'leave out --from and --to' });

/** The files that a publisher has, of the days asked for where it has them by day. Lists are kept in `.lists`. */
export async function resolve(
  client: Client,
  publisher: Publisher,
  { folder, range, signal, onSetback }: Resolving,
): Promise<{ readonly files: readonly RemoteFile[]; readonly notes: readonly string[] }> {
  const { id, title, get, landing } = publisher;
  const days = range && checkRange(range);
  const list = async (url: string): Promise<string> => {
    const to = join(folder, '.lists', fileNameOf(`${id}.list`));
    try {
      return (await downloadWith(client, { url, to, signal, onSetback })).path;
    } catch (error) {
      throw error instanceof MultivectorError ? withPage(error, publisher) : error;
    }
  };
  switch (get.kind) {
    case 'by-hand':
      throw new MultivectorError('input', `${title}: ${publisher.by} does not let programs fetch it`, {
        hint: [...get.steps, `see ${landing}`, 'then import the files'].join('; '),
      });
    case 'files':
      if (days) throw noDays(id);
      return {
        files: distinct(
          get.files.map(({ url, name, md5, sha256 }) => ({
            url,
            name: fileNameOf(name ?? decodeURIComponent(new URL(url).pathname)),
            key: url,
            stamp: undefined,
            expected: { md5, sha256 },
          })),
        ),
        notes: [],
      };
    case 'dataverse': {
      const { files, notes } = await dataverseFiles(await list(dataverseList(get)), get);
      if (days && files.every(({ stamp }) => stamp === undefined)) throw noDays(id);
      const fitting = files.filter(({ stamp }) => within(stamp, days, get.around));
      if (days && fitting.length === 0)
        throw new MultivectorError('missing', `${id} has no files from ${days.from} to ${days.to}`, {
          hint: `there are: ${files
            .slice(0, 20)
            .map(({ name }) => name)
            .join(', ')}`,
        });
      return { files: distinct(fitting), notes };
    }
    case 'dated': {
      if (!days)
        throw new MultivectorError('input', `${id} has a file for each day or less: from when to when?`, {
          hint: 'for instance: --from 2023-02-01 --to 2023-02-28',
        });
      const { files, notes } = await datedFiles(await list(get.list), get, days);
      return { files: distinct(files), notes };
    }
  }
}
