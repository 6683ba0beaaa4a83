import type { Import } from '../archive-workbench.ts';
import { MultivectorError, missingArgument } from '../model/errors.ts';
import { reference } from '../model/trace.ts';
import { type Command, jsonOption, type Terminal, text } from './command.ts';
import { archiveOption, printImport, withArchive } from './import.ts';
import { textTable, wrapped } from './table.ts';
import { bold, count, dim } from './words.ts';

/** How long ago, in the largest unit that fits. */
function age(at: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(at)) / 86_400_000);
  if (days < 1) return 'today';
  if (days < 60) return `${days} ${days === 1 ? 'day' : 'days'}`;
  return days < 730 ? `${Math.floor(days / 30.44)} months` : `${Math.floor(days / 365.25)} years`;
}

const periodWords = (imports: readonly Import[]): string => {
  const ends = imports
    .flatMap(({ period }) => (period ? [period.first.slice(0, 4), period.last.slice(0, 4)] : []))
    .sort();
  const [first, last] = [ends[0], ends.at(-1)];
  return first === undefined ? '' : first === last ? first : `${first}–${last}`;
};

export const datasetsCommand: Command = {
  name: 'datasets',
  summary: 'what is known, what is in the archive, how old it is and how to cite it',
  takes: '[FORMAT or IMPORT]',
  most: 1,
  options: {
    held: { type: 'boolean', help: 'only what is in the archive' },
    ...archiveOption,
    ...jsonOption,
  },
  examples: ['multivector datasets', 'multivector datasets unga-votes', 'multivector datasets --held --json'],
  async run([name], values, terminal) {
    const { out, err, colour, width, now } = terminal;
    await withArchive(values, terminal, async (archive) => {
      if (name !== undefined) {
        const found = await archive.find(name);
        if (values.json) return out(JSON.stringify(found, null, 2));
        if ('rows' in found) return printImport(found, terminal);
        const { format, imports } = found;
        out(bold(colour)(format.title));
        const line = (label: string, words: string) => {
          for (const [i, part] of wrapped(words, Math.max(40, width - 12)).entries())
            out(`  ${(i === 0 ? label : '').padEnd(9)} ${part}`);
        };
        line('format', format.id);
        line('cite', reference(format.source));
        line(
          'licence',
          `${format.source.licence}${format.source.redistributable ? '' : '; not to be handed on'}`,
        );
        for (const [i, quirk] of format.quirks.entries()) line(i === 0 ? 'quirks' : '', quirk);
        line('makes', Object.keys(format.tables).join(', '));
        if (imports.length === 0) line('held', 'nothing in the archive yet');
        for (const record of imports) printImport(record, terminal);
        return;
      }
      const all = await archive.holdings();
      const shown = values.held ? all.filter(({ imports }) => imports.length > 0) : all;
      if (values.json)
        return out(
          JSON.stringify(
            shown.map(({ format, imports }) => ({
              format: format.id,
              title: format.title,
              source: format.source,
              tables: Object.keys(format.tables),
              imports,
            })),
            null,
            2,
          ),
        );
      if (shown.length === 0) {
        err(`The archive ${archive.place} is empty. Fill it with: multivector import FILE …`);
        return;
      }
      const columns = [
        { title: 'format' },
        { title: 'what', flexible: true },
        { title: 'rows', align: 'right' as const },
        { title: 'period' },
        { title: 'taken in' },
      ];
      const rows = shown.map(({ format, imports }) => [
        format.id,
        format.title,
        imports.length === 0 ? '' : count(imports.reduce((sum, { rows: { taken } }) => sum + taken, 0)),
        periodWords(imports),
        imports.length === 0 ? '' : age(imports.at(-1)?.at ?? '', now()),
      ]);
      for (const row of textTable(columns, rows, width, dim(colour))) out(row);
      err(`The archive is ${archive.place}. Details and citation: multivector datasets FORMAT`);
    });
  },
};

export const rejectsCommand: Command = {
  name: 'datasets rejects',
  summary: 'the rows of an import that were refused, with line and reason',
  takes: 'IMPORT',
  most: 1,
  options: {
    limit: { type: 'string', value: 'N', help: 'at most so many; by default 100' },
    csv: { type: 'boolean', help: 'print CSV; cells that a spreadsheet would run are made harmless' },
    ...archiveOption,
    ...jsonOption,
  },
  examples: [
    'multivector datasets rejects 3f2a90',
    'multivector datasets rejects 3f2a90 --csv --limit 100000',
  ],
  async run([id], values, terminal) {
    if (id === undefined)
      throw missingArgument('datasets rejects', 'IMPORT', 'multivector datasets rejects 3f2a90');
    const given = text(values.limit) ?? '100';
    if (!/^\d{1,9}$/.test(given))
      throw new MultivectorError('input', `--limit: “${given}” is no number`, { hint: 'write --limit 1000' });
    await withArchive(values, terminal, async (archive) => {
      const record = await archive.importNamed(id);
      const rejects = await archive.rejects(record.id, Number(given));
      const { out, err, width, colour } = terminal;
      if (values.json) return out(JSON.stringify(rejects, null, 2));
      if (values.csv) {
        const { stringify } = await import('csv-stringify/sync');
        const columns = ['file', 'line', 'column', 'reason', 'text'];
        out(stringify([...rejects], { header: true, columns, escape_formulas: true }).trimEnd());
      } else
        for (const row of textTable(
          [
            { title: 'file', flexible: true },
            { title: 'line', align: 'right' },
            { title: 'reason', flexible: true },
            { title: 'what stood there', flexible: true },
          ],
          rejects.map(({ file, line, reason, text: what }) => [
            file,
            line === null ? '' : count(line),
            reason,
            (what ?? '').replaceAll(/\s+/g, ' '),
          ]),
          Math.max(80, width),
          dim(colour),
        ))
          out(row);
      if (record.rows.refused > rejects.length)
        err(`${count(rejects.length)} of ${count(record.rows.refused)} are shown.`);
      if (record.rows.refused === 0) err('Nothing was refused.');
    });
  },
};

export const removeCommand: Command = {
  name: 'datasets remove',
  summary: 'take an import out of the archive again',
  takes: 'IMPORT',
  most: 1,
  options: { ...archiveOption },
  examples: ['multivector datasets remove 3f2a90'],
  async run([id], values, terminal) {
    if (id === undefined)
      throw missingArgument('datasets remove', 'IMPORT', 'multivector datasets remove 3f2a90');
    await withArchive(values, terminal, async (archive) => {
      const record = await archive.importNamed(id);
      await archive.remove(record.id);
      terminal.out(`${record.title}: import ${record.id} is out of the archive`);
      terminal.err(
        `Its files were ${record.files
          .map(({ name }) => name)
          .slice(0, 5)
          .join(', ')}; import them again to undo this.`,
      );
    });
  },
};

export type { Terminal };
