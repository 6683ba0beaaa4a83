import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { check } from '../model/check.ts';
import { MultivectorError } from '../model/errors.ts';
import type { DataverseFiles } from '../model/publisher.ts';
import { fileNameOf } from './address.ts';
import type { RemoteFile } from './remote.ts';

const fileSchema = z.object({
  label: z.string().optional(),
  restricted: z.boolean().optional(),
  dataFile: z.object({
    id: z.number().int(),
    filename: z.string().optional(),
    filesize: z.number().int().nonnegative().optional(),
    md5: z.string().optional(),
    checksum: z.object({ type: z.string(), value: z.string() }).optional(),
    originalFileFormat: z.string().optional(),
    originalFileName: z.string().optional(),
    originalFileSize: z.number().int().nonnegative().optional(),
  }),
});
const versionSchema = z.object({
  status: z.literal('OK'),
  data: z.object({ files: z.array(fileSchema) }),
});

/** Where a Dataverse lists the files of a dataset's version. */
export const dataverseList = ({ host, doi, version = ':latest-published' }: DataverseFiles): string =>
  `https://${host}/api/datasets/:persistentId/versions/${version}?persistentId=doi:${doi}`;

/** The checksum in the words that we check with; Dataverse has others too. */
function sumsOf({ md5, checksum }: z.infer<typeof fileSchema>['dataFile']): {
  md5?: string;
  sha256?: string;
} {
  const type = checksum?.type.toLowerCase().replaceAll('-', '');
  const value = checksum?.value.toLowerCase();
  if (type === 'sha256' && value !== undefined) return { sha256: value };
  const sum = type === 'md5' ? value : md5?.toLowerCase();
  return sum === undefined ? {} : { md5: sum };
}

/**
 * The files that a Dataverse lists.
 *
 * A table that Dataverse has taken in is served in a form of its own unless the original is asked for, and the checksum
 * is that of the original; a file that it has not taken in has no other form, and asking for one is an error.
 *
 * @param path its answer, as a file
 */
export async function dataverseFiles(
  path: string,
  dataset: DataverseFiles,
): Promise<{ readonly files: RemoteFile[]; readonly notes: string[] }> {
  let answer: unknown;
  try {
    answer = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new MultivectorError('data', `${dataset.host} does not answer in JSON`, {
      cause,
      hint: 'try again later',
    });
  }
  const { data } = check(versionSchema, answer, `what ${dataset.host} lists of doi:${dataset.doi}`, 'data');
  const files: RemoteFile[] = [];
  const notes: string[] = [];
  const names: string[] = [];
  for (const one of data.files) {
    const { dataFile } = one;
    const name = dataFile.originalFileName ?? one.label ?? dataFile.filename ?? String(dataFile.id);
    names.push(name);
    const match = [name, one.label ?? '']
      .map((text) => dataset.files.exec(text))
      .find((found) => found !== null);
    if (!match) continue;
    if (one.restricted === true) {
      notes.push(`${name} is not open to everybody: it is left out`);
      continue;
    }
    const original = dataFile.originalFileFormat !== undefined || dataFile.originalFileName !== undefined;
    files.push({
      url: `https://${dataset.host}/api/access/datafile/${dataFile.id}${original ? '?format=original' : ''}`,
      name: fileNameOf(name),
      key: String(dataFile.id),
      stamp: match.groups?.stamp,
      expected: { bytes: original ? dataFile.originalFileSize : dataFile.filesize, ...sumsOf(dataFile) },
    });
  }
  if (files.length === 0)
    throw new MultivectorError('missing', `doi:${dataset.doi} has no open file that fits ${dataset.files}`, {
      hint: names.length === 0 ? 'it has no files' : `there are: ${names.slice(0, 20).join(', ')}`,
    });
  return { files, notes };
}
