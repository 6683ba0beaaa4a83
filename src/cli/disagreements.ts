import { type Command, jsonOption, openWorkbench, readingOptions } from './command.ts';
import { wrap } from './help.ts';
import { textTable } from './table.ts';
import { bold, dim } from './words.ts';

export const disagreementsCommand: Command = {
  name: 'disagreements',
  summary: 'where sources state a thing differently, side by side',
  takes: '[KAZ]',
  most: 1,
  options: { ...jsonOption, ...readingOptions },
  examples: ['multivector disagreements KAZ'],
  async run([focal], values, terminal) {
    const { out, colour, width } = terminal;
    const workbench = await openWorkbench(focal, values);
    const list = workbench.disagreements();
    if (values.json) return out(JSON.stringify(list, null, 2));
    if (list.length === 0) return out('The sources of this dossier nowhere disagree.');
    for (const { about, verdict, sides } of list) {
      out(bold(colour)(wrap(about, 0)));
      if (verdict) out(`  the figures say: ${verdict}`);
      const rows = sides.map(({ source, states, period, definition }) => [
        source,
        period ?? '',
        states,
        definition ?? '',
      ]);
      for (const line of textTable(
        [
          { title: 'source' },
          { title: 'period' },
          { title: 'states', align: 'right' },
          { title: 'as', flexible: true, wrap: true },
        ],
        rows,
        Math.max(80, width) - 2,
        dim(colour),
      ))
        out(`  ${line}`);
      out('');
    }
  },
};
