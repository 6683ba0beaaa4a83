import { actorsOf } from '../model/actors.ts';
import { isGap } from '../model/gap.ts';
import {
  atOption,
  type Command,
  jsonOption,
  openWorkbench,
  readingOptions,
  remark,
  yearOf,
} from './command.ts';
import { textTable } from './table.ts';
import { bold, dim, gapText } from './words.ts';

export const profileCommand: Command = {
  name: 'profile',
  summary: 'what “multi-vector” means in six figures, and what is declared beside what is done',
  takes: '[KAZ]',
  most: 1,
  options: { ...atOption, ...jsonOption, ...readingOptions },
  examples: ['multivector profile KAZ --at 2022'],
  async run([focal], values, terminal) {
    const { out, colour, width } = terminal;
    const workbench = await openWorkbench(focal, values);
    const year = yearOf(values.at) ?? workbench.defaultYear();
    const profile = workbench.profile(year);
    const commitments = workbench.commitments(year);
    if (values.json) return out(JSON.stringify({ profile, commitments }, null, 2));
    out(bold(colour)(`${actorsOf(workbench.records).name(profile.focal)} · ${year} · ${profile.label}`));
    out(dim(colour)(`because ${profile.rule}`));
    out('');
    const figures = profile.parts.map(({ title, value, unit, band, words }) => [
      title,
      isGap(value) ? gapText(value) : value.toFixed(2),
      isGap(value) ? '' : unit,
      band === 'none' ? '' : band,
      words,
    ]);
    const columns = [
      { title: 'part' },
      { title: 'value', align: 'right' },
      { title: 'unit' },
      { title: 'band' },
      { title: 'what it is', flexible: true, wrap: true },
    ] as const;
    for (const line of textTable(columns, figures, Math.max(80, width), dim(colour))) out(line);
    if (commitments.length > 0) {
      out('');
      const rows = commitments.map(({ commitment, verdict, words }) => [commitment.text, verdict, words]);
      for (const line of textTable(
        [
          { title: 'declared', flexible: true, wrap: true },
          { title: 'practised', flexible: true, wrap: true },
          { title: 'seen in', flexible: true, wrap: true },
        ],
        rows,
        Math.max(80, width),
        dim(colour),
      ))
        out(line);
    }
    remark(workbench, terminal);
  },
};
