import { userInfo } from 'node:os';
import { MultivectorError } from '../model/errors.ts';
import type { Observation } from '../model/records.ts';
import { type Command, jsonOption, openWorkbench, text } from './command.ts';
import { archiveOption, withArchive } from './import.ts';
import { textTable } from './table.ts';
import { count, dim } from './words.ts';

export const refreshCommand: Command = {
  name: 'dossier refresh',
  summary: 'compute a dossier’s figures anew from the archive: votes, trade, arms, investment',
  takes: '[KAZ]',
  most: 1,
  options: {
    dossier: {
      type: 'string',
      value: 'FOLDER',
      help: 'refresh this dossier folder in place of the one about the state',
    },
    'dry-run': { type: 'boolean', help: 'say what would change, and change nothing' },
    by: { type: 'string', value: 'NAME', help: 'who; by default the system’s user' },
    reason: { type: 'string', value: 'TEXT', help: 'why; kept in the history' },
    ...archiveOption,
    ...jsonOption,
  },
  examples: ['multivector dossier refresh KAZ --dry-run', 'multivector dossier refresh --dossier my-dossier'],
  async run([focal], values, terminal) {
    const { out, err, width, colour, now } = terminal;
    const workbench = await openWorkbench(focal, values);
    const refresh = await withArchive(values, terminal, async (archive) => {
      if ((await archive.imports()).length === 0)
        throw new MultivectorError('missing', `the archive ${archive.place} is empty`, {
          hint: 'fill it first: multivector import FILE …',
        });
      return workbench.refresh(archive);
    });
    const { added, changed, removed, unchanged, union, sources } = refresh;
    const total = added.length + changed.length + removed.length;
    if (values.json) out(JSON.stringify(refresh, null, 2));
    else {
      const rows = new Map<string, { source: string; indicator: string; n: [number, number, number] }>();
      const add = ({ source, indicator }: Observation, at: 0 | 1 | 2) => {
        const row = rows.get(`${indicator} ${source}`) ?? { source, indicator, n: [0, 0, 0] };
        row.n[at]++;
        rows.set(`${indicator} ${source}`, row);
      };
      for (const { row } of added) add(row, 0);
      for (const { after } of changed) add(after.row, 1);
      for (const row of removed) add(row, 2);
      if (rows.size > 0)
        for (const line of textTable(
          [
            { title: 'indicator', flexible: true },
            { title: 'source', flexible: true },
            { title: 'new', align: 'right' },
            { title: 'changed', align: 'right' },
            { title: 'gone', align: 'right' },
          ],
          [...rows.values()].map(({ indicator, source, n }) => [indicator, source, ...n.map(count)]),
          Math.max(60, width),
          dim(colour),
        ))
          out(line);
      out(
        `${count(unchanged)} figures are as the archive has them; ${count(total)} ${values['dry-run'] ? 'would change' : 'change'}.`,
      );
      if (union.length > 0) err('New: who is in the European Union since when.');
      if (sources.length > 0) err(`New sources: ${sources.map(({ id }) => id).join(', ')}`);
    }
    if (values['dry-run'] || total + union.length === 0) return;
    const done = await workbench.takeOver(refresh, {
      by: text(values.by) ?? userInfo().username,
      why: text(values.reason) ?? 'refreshed from the archive',
      at: now(),
    });
    err(`Written to ${done.dossier.folder}`);
  },
};
