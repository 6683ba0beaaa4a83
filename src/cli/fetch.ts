import type { FetchEvent, Receipt } from '../archive-workbench.ts';
import { MultivectorError } from '../model/errors.ts';
import { type Command, dayOf, jsonOption, type Terminal, text, type Values } from './command.ts';
import { archiveOption, mirrorsOf, printReceipt, progressLine, withArchive } from './import.ts';
import { bar, textTable, wrapped } from './table.ts';
import { bold, dim } from './words.ts';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function rangeOf(values: Values): { from: string; to: string } | undefined {
  const [from, to] = [dayOf(values.from, '--from'), dayOf(values.to, '--to')];
  if (from === undefined && to === undefined) return undefined;
  const range = { from: from ?? to ?? '', to: to ?? from ?? '' };
  if (range.from > range.to)
    throw new MultivectorError('input', `--from ${range.from} is after --to ${range.to}`);
  return range;
}

/** Says what happens while files come in. */
function teller({ err, status }: Terminal): (event: FetchEvent) => void {
  let file = '';
  return (event) => {
    if (event.kind === 'note') err(event.text);
    else if (event.kind === 'found')
      err(
        `${event.files} ${event.files === 1 ? 'file' : 'files'}${event.bytes === undefined ? '' : `, ${megabytes(event.bytes)}`}`,
      );
    else if (event.kind === 'begun')
      file = event.of > 1 ? `${event.nth} of ${event.of}  ${event.name}` : event.name;
    else if (event.kind === 'progress')
      status?.(
        event.total === undefined
          ? `${file}  ${megabytes(event.bytes)}`
          : `${bar(event.bytes / event.total, 20).padEnd(20)} ${String(Math.floor((100 * event.bytes) / event.total)).padStart(3)} %  ${file}  ${megabytes(event.bytes)}`,
      );
    else if (event.kind === 'setback')
      err(`${event.name}: ${event.error.message}; once more in ${Math.ceil(event.waitMs / 1000)} s`);
    else if (event.kind === 'missing') err(`${event.name}: ${event.because}`);
    else if (event.file.unchanged) err(`${event.name}: as it was`);
  };
}

export const fetchCommand: Command = {
  name: 'datasets fetch',
  summary:
    'download a data set from its publisher and take it into the archive; without a name, what there is',
  takes: '[ID]',
  most: 1,
  options: {
    from: { type: 'string', value: 'DAY', help: 'first day, where there is a file for each' },
    to: { type: 'string', value: 'DAY', help: 'last day' },
    folder: { type: 'string', value: 'FOLDER', help: 'where to put the files; by default with the archive' },
    'no-import': { type: 'boolean', help: 'download only' },
    ...archiveOption,
    ...jsonOption,
  },
  examples: [
    'multivector datasets fetch',
    'multivector datasets fetch unga-votes',
    'multivector datasets fetch gdelt-1 --from 2024-01-01 --to 2024-01-07',
  ],
  async run([id], values, terminal) {
    const { out, err, width, colour, now } = terminal;
    if (id === undefined) {
      const { publishers } = await import('../archive-workbench.ts');
      if (values.json)
        return out(
          JSON.stringify(
            publishers.map(({ get, ...rest }) => ({ ...rest, how: get.kind })),
            null,
            2,
          ),
        );
      for (const line of textTable(
        [
          { title: 'id' },
          { title: 'what', flexible: true },
          { title: 'by', flexible: true },
          { title: 'how' },
        ],
        publishers.map(({ id: one, title, by, get }) => [
          one,
          title,
          by,
          get.kind === 'by-hand' ? 'by hand' : get.kind === 'dated' ? 'by day' : 'fetch',
        ]),
        Math.max(80, width),
        dim(colour),
      ))
        out(line);
      return;
    }
    const range = rangeOf(values);
    await withArchive(values, terminal, async (archive) => {
      const { publisherNamed } = await import('../archive-workbench.ts');
      const publisher = publisherNamed(id);
      if (publisher.get.kind === 'by-hand') {
        err(bold(colour)(`${publisher.title}: a form, a key or an account stands before the files.`));
        for (const [i, step] of publisher.get.steps.entries())
          for (const [k, line] of wrapped(step, Math.max(40, width - 4)).entries())
            err(`${k === 0 ? `${i + 1}.` : '  '} ${line}`);
        throw new MultivectorError('missing', `${id} cannot be fetched by a program`, {
          hint: `see ${publisher.landing}, then: multivector import FILE`,
        });
      }
      const tell = teller(terminal);
      const folder = text(values.folder);
      const events = archive.fetch(id, {
        range,
        mirrors: mirrorsOf(terminal),
        ...(folder !== undefined && { folder }),
      });
      let step = await events.next();
      try {
        for (; !step.done; step = await events.next()) tell(step.value);
      } finally {
        terminal.status?.('');
      }
      const { files } = step.value;
      let receipt: Receipt | undefined;
      if (!values['no-import'])
        try {
          receipt = await archive.import(
            files.map(({ path }) => path),
            { now: now(), onProgress: progressLine(terminal) },
          );
        } finally {
          terminal.status?.('');
        }
      if (values.json) return out(JSON.stringify({ files, ...receipt }, null, 2));
      if (receipt) printReceipt(receipt, terminal);
      else for (const { path, sha256 } of files) out(`${path}  ${sha256}`);
    });
  },
};
