import { readFile } from 'node:fs/promises';
import type { ArchiveWorkbench, Import, Progress, Receipt } from '../archive-workbench.ts';
import { MultivectorError, missingArgument } from '../model/errors.ts';
import { type Command, jsonOption, type Option, type Terminal, text, type Values } from './command.ts';
import { bar, shorten, wrapped } from './table.ts';
import { bold, count } from './words.ts';

export const archiveOption = {
  archive: {
    type: 'string',
    value: 'PLACE',
    help: 'a folder, or clickhouse://user@host:8123/database; else MULTIVECTOR_ARCHIVE',
  },
} as const satisfies Record<string, Option>;

/** Does something with the archive that is meant, and closes it. */
export async function withArchive<T>(
  values: Values,
  { environment }: Terminal,
  act: (archive: ArchiveWorkbench) => Promise<T>,
): Promise<T> {
  const { ArchiveWorkbench: Archive, archivePlace } = await import('../archive-workbench.ts');
  const archive = await Archive.open(
    text(values.archive) ?? archivePlace({ ...process.env, ...environment }),
  );
  try {
    return await act(archive);
  } finally {
    await archive.close();
  }
}

/** A short number: 1.2 M. */
function short(n: number): string {
  if (n >= 1e6) return `${(n / 1e6).toFixed(1)} M`;
  return n >= 1e4 ? `${Math.round(n / 1e3)} k` : count(n);
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A line that says how far a long work is, drawn over itself; nothing where no one looks on. */
export function progressLine({ status, width, now }: Terminal): (progress: Progress) => void {
  if (!status) return () => {};
  let began = now().getTime();
  let what = '';
  let last = 0;
  return ({ what: stage, done, rows, format = '' }) => {
    const time = now().getTime();
    if (`${stage}${format}` !== what) {
      what = `${stage}${format}`;
      began = time;
    } else if (time - last < 100 && done < 1) return;
    last = time;
    const seconds = (time - began) / 1000;
    const parts = [
      `${bar(done, 20).padEnd(20)} ${String(Math.floor(done * 100)).padStart(3)} %`,
      stage === 'reading' ? 'reading' : format,
      ...(rows > 0 && done > 0 ? [`about ${short(rows * done)} rows`] : []),
      ...(rows > 0 && done > 0 && seconds > 0.5 ? [`${short((rows * done) / seconds)} a second`] : []),
      ...(done > 0.02 && seconds > 0.5 ? [`${duration((seconds / done) * (1 - done))} left`] : []),
    ];
    status(shorten(parts.join('  '), width - 1));
  };
}

const licenceWords = ({ source }: Import): string =>
  `${source.licence}${source.redistributable || source.licence.includes('not to be handed on') ? '' : '; not to be handed on'}`;

export function printImport(record: Import, { out, colour, width }: Terminal): void {
  const { rows, period, aside, refused, tables, source, files } = record;
  out(bold(colour)(record.title));
  const names = files.map(({ name }) => name);
  const line = (label: string, words: string) => {
    for (const [i, part] of wrapped(words, Math.max(60, width - 12)).entries())
      out(`  ${(i === 0 ? label : '').padEnd(9)} ${part}`);
  };
  line('import', record.id);
  line('files', `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`);
  line('rows', `${count(rows.read)} read, ${count(rows.taken)} taken, ${count(rows.refused)} refused`);
  for (const { because, rows: n } of aside) line('', `${count(n)} left aside: ${because}`);
  for (const { because, rows: n } of refused) line('', `${count(n)} refused: ${because}`);
  if (rows.refused > 0) line('', `see them with: multivector datasets rejects ${record.id.slice(0, 6)}`);
  line(
    'tables',
    Object.entries(tables)
      .map(([table, n]) => `${table} ${count(n)}`)
      .join(', '),
  );
  if (period)
    line('period', period.first === period.last ? period.first : `${period.first} to ${period.last}`);
  line('source', source.title);
  line('licence', licenceWords(record));
}

/** Files with the same word about each of them on one line, however many. */
function printFiles(files: readonly string[], words: string, { err }: Terminal): void {
  const [first = ''] = files;
  err(
    files.length === 1
      ? `${first}: ${words}`
      : `${count(files.length)} files: ${words} (${files.slice(0, 4).join(', ')}${files.length > 4 ? ' …' : ''})`,
  );
}

function grouped(files: readonly { readonly file: string; readonly words: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { file, words } of files) groups.set(words, [...(groups.get(words) ?? []), file]);
  return groups;
}

export function printReceipt({ made, already, passed }: Receipt, terminal: Terminal): void {
  for (const record of made) printImport(record, terminal);
  const words = [
    ...already.map(({ file, record }) => ({
      file,
      words: `in the archive already, since ${record.at.slice(0, 10)}`,
    })),
    ...passed.map(({ file, because }) => ({ file, words: `passed over, ${because}` })),
  ];
  for (const [about, files] of grouped(words)) printFiles(files, about, terminal);
}

export const importCommand: Command = {
  name: 'import',
  summary: 'take publishers’ files into the archive',
  takes: 'FILE or FOLDER or URL …',
  most: Number.POSITIVE_INFINITY,
  options: {
    format: {
      type: 'string',
      value: 'NAME',
      help: 'take the files as this format; else it is known by the content',
    },
    mapping: {
      type: 'string',
      value: 'FILE',
      help: 'JSON that says which columns of a table of events are what',
    },
    memory: { type: 'string', value: 'SIZE', help: 'most memory of the engine, such as 512MB' },
    ...archiveOption,
    ...jsonOption,
  },
  examples: [
    'multivector import 20141124.export.CSV.zip',
    'multivector import downloads/ --archive ~/archive',
    'multivector import my-events.csv --mapping my-mapping.json',
  ],
  async run(paths, values, terminal) {
    if (paths.length === 0) throw missingArgument('import', 'FILE', 'multivector import downloads/');
    const memory = text(values.memory);
    if (memory !== undefined && !/^\d+(\.\d+)?\s*[KMGT]i?B$/i.test(memory))
      throw new MultivectorError('input', `--memory: “${memory}” is no size`, {
        hint: 'write --memory 512MB',
      });
    const receipt = await withArchive(values, terminal, async (archive) => {
      const own =
        text(values.mapping) === undefined ? undefined : await mappedFormat(text(values.mapping) ?? '');
      try {
        const local: string[] = [];
        for (const path of paths)
          local.push(
            /^https?:\/\//i.test(path)
              ? await archive.fetchFile(path, {
                  mirrors: mirrorsOf(terminal),
                  onProgress: (done) => progressLine(terminal)({ what: 'reading', done, rows: 0 }),
                })
              : path,
          );
        return await archive.import(local, {
          format: own?.id ?? text(values.format),
          more: own ? [own] : [],
          memory,
          now: terminal.now(),
          onProgress: progressLine(terminal),
        });
      } finally {
        terminal.status?.('');
      }
    });
    if (values.json) terminal.out(JSON.stringify(receipt, null, 2));
    else printReceipt(receipt, terminal);
  },
};

/** MULTIVECTOR_MIRRORS names other places for hosts: `dataverse.harvard.edu=https://mirror.example.org`, “,” between. */
export function mirrorsOf({ environment }: Terminal): Readonly<Record<string, string>> | undefined {
  const given = { ...process.env, ...environment }.MULTIVECTOR_MIRRORS;
  if (given === undefined || given.trim() === '') return undefined;
  return Object.fromEntries(
    given.split(',').map((pair) => {
      const [host = '', place = ''] = pair.trim().split(/=(.*)/s);
      if (host === '' || !/^https?:\/\//.test(place))
        throw new MultivectorError('input', `MULTIVECTOR_MIRRORS: “${pair}” is no mirror`, {
          hint: 'write host=https://mirror.example.org',
        });
      return [host, place] as const;
    }),
  );
}

async function mappedFormat(path: string) {
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new MultivectorError('missing', `there is no file ${path}`, { cause });
  });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new MultivectorError(
      'input',
      `${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`,
      { cause },
    );
  }
  const { mappedEvents } = await import('../archive-workbench.ts');
  return mappedEvents(value);
}
