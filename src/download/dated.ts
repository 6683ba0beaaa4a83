import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { MultivectorError } from '../model/errors.ts';
import type { DatedFiles, DayRange } from '../model/publisher.ts';
import { fileNameOf } from './address.ts';
import type { RemoteFile } from './remote.ts';

const dayMs = 24 * 60 * 60 * 1000;
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The days that a stamp means: YYYY, YYYYMM, YYYYMMDD, the last with a time after it or not; nothing if it is none. */
export function daysOf(stamp: string): DayRange | undefined {
  const match = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:\d{2}|\d{4}|\d{6})?)?)?$/.exec(stamp);
  if (!match) return undefined;
  const [year, month, date] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const first = Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1);
  const last =
    date !== undefined
      ? first
      : Date.UTC((year ?? 0) + (month === undefined ? 1 : 0), month === undefined ? 0 : month, 1) - dayMs;
  const from = day(first);
  // The 31st of June rolls over into July.
  return from.slice(0, 4 + (month ? 3 : 0) + (date ? 3 : 0)) ===
    [match[1], match[2], match[3]].filter((part) => part !== undefined).join('-')
    ? { from, to: day(last) }
    : undefined;
}

/** Whether a file with the stamp is about days of the range. A stamp that is none is about any day. */
export function within(stamp: string | undefined, range: DayRange | undefined, around = 0): boolean {
  if (range === undefined || stamp === undefined) return true;
  const days = daysOf(stamp);
  if (!days) return true;
  return (
    day(Date.parse(days.from) - around * dayMs) <= range.to &&
    day(Date.parse(days.to) + around * dayMs) >= range.from
  );
}

/** The range, if it is one. */
export function checkRange(range: DayRange): DayRange {
  for (const one of [range.from, range.to])
    if (!/^\d{4}-\d{2}-\d{2}$/.test(one) || daysOf(one.replaceAll('-', '')) === undefined)
      throw new MultivectorError('input', `“${one}” is not a day`, { hint: 'for instance: 2023-02-28' });
  if (range.from > range.to)
    throw new MultivectorError('input', `the range ends on ${range.to}, before it begins on ${range.from}`);
  return range;
}

interface Listed {
  readonly name: string;
  readonly md5: string;
  readonly bytes?: number;
}

const readers: Readonly<Record<DatedFiles['line'], (line: string) => Listed | undefined>> = {
  'md5 name': (line) => {
    const [, md5, name] = /^([0-9a-f]{32})\s+\*?(\S+)$/i.exec(line) ?? [];
    return md5 === undefined || name === undefined ? undefined : { md5, name };
  },
  'bytes md5 address': (line) => {
    const [, bytes, md5, address] = /^(\d+)\s+([0-9a-f]{32})\s+(https?:\/\/\S+)$/i.exec(line) ?? [];
    return md5 === undefined || address === undefined
      ? undefined
      : { md5, name: address.split('/').at(-1) ?? '', bytes: Number(bytes) };
  },
};

/**
 * The files of a range of days, from a publisher's list, in the order of their stamps. The list may have millions of
 * lines; where it names a file twice, the later line speaks.
 *
 * @param path the list, as a file
 */
export async function datedFiles(
  path: string,
  dated: DatedFiles,
  range: DayRange,
): Promise<{ readonly files: RemoteFile[]; readonly notes: string[] }> {
  const read = readers[dated.line];
  const found = new Map<string, RemoteFile>();
  let lines = 0;
  let odd = 0;
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const line = text.trim();
    if (line === '') continue;
    lines++;
    const listed = read(line);
    if (!listed) {
      odd++;
      continue;
    }
    const stamp = dated.files.exec(listed.name)?.groups?.stamp;
    if (stamp === undefined || daysOf(stamp) === undefined || !within(stamp, range)) continue;
    found.set(listed.name, {
      url: new URL(listed.name, dated.base).href,
      name: fileNameOf(listed.name),
      key: listed.name,
      stamp,
      expected: { md5: listed.md5, bytes: listed.bytes },
    });
  }
  if (lines === odd)
    throw new MultivectorError('data', `${dated.list} is not the list of files that it was`, {
      hint: 'the publisher may have changed it: see if there is a newer version of this program',
    });
  if (found.size === 0)
    throw new MultivectorError('missing', `${dated.list} has no files from ${range.from} to ${range.to}`, {
      hint: 'try other days: the newest may not be listed yet',
    });
  const files = [...found.values()].sort((a, b) => ((a.stamp ?? '') < (b.stamp ?? '') ? -1 : 1));
  return {
    files,
    notes:
      odd === 0
        ? []
        : [`${odd} of ${lines} lines of the publisher’s list cannot be read, and are passed over`],
  };
}
