import { MultivectorError, missingArgument } from '../model/errors.ts';
import { isGap } from '../model/gap.ts';
import type { Multiverse, Tally } from '../model/multiverse.ts';
import { findingKinds, findingOf, multiverse, partnerCode, stateCode } from '../workbench.ts';
import { type Command, dimensionOption, jsonOption, readingOptions, type Terminal, text } from './command.ts';
import { archiveOption } from './import.ts';
import { listOf, measureProgress, withMeasures } from './measuring.ts';
import { textTable, wrapped } from './table.ts';
import { bold, count, dim, shareText } from './words.ts';

const shareOf = ({ share, told, untold }: Tally): string[] => [
  shareText(share),
  count(told),
  untold === 0 ? '' : count(untold),
];

/** A finding under every defensible choice, for a reader. */
export function printMultiverse(found: Multiverse, { out, err, width, colour }: Terminal): void {
  const columns = Math.max(60, Math.min(width, 110));
  for (const line of wrapped(found.words, columns)) out(line);
  out('');
  const rows = found.choices.flatMap(({ words, alternatives, pairs, turned }) =>
    alternatives.map((one, i) => [
      i === 0 ? words : '',
      `${one.usual ? '• ' : '  '}${one.words}`,
      ...shareOf(one),
      i === 0 && pairs > 0 ? `${count(turned)} of ${count(pairs)}` : '',
    ]),
  );
  for (const line of textTable(
    [
      { title: 'choice', flexible: true, wrap: true },
      { title: '  alternative', flexible: true, wrap: true },
      { title: 'holds', align: 'right' },
      { title: 'of', align: 'right' },
      { title: 'untold', align: 'right' },
      { title: 'turns', align: 'right' },
    ],
    rows,
    columns,
    dim(colour),
  ))
    out(line);
  if (found.flips.length > 0) {
    out('');
    out(bold(colour)('Turned by'));
    for (const { switches } of found.flips.slice(0, 12))
      for (const [i, line] of wrapped(switches.join(' and '), columns - 4).entries())
        out(`  ${i === 0 ? '·' : ' '} ${line}`);
    if (found.flips.length > 12) out(`  · and ${count(found.flips.length - 12)} more`);
  }
  for (const { because, count: n } of found.leftOut) err(`Left out, ${count(n)}: ${because}`);
  for (const note of found.notes) err(note);
  err('•, as asked. Turns: of the pairs that differ in this choice alone, those with two verdicts.');
}

export const findingCommand: Command = {
  name: 'finding',
  summary: 'a finding under every defensible choice: in what share of them it holds, and what turns it',
  takes: 'NAME',
  most: 1,
  options: {
    focal: { type: 'string', value: 'KAZ', help: 'focal state; by default Kazakhstan' },
    partner: { type: 'string', short: 'p', value: 'LIST', help: 'the partners that it is about, in order' },
    since: { type: 'string', value: 'YEAR', help: 'the year to compare with, where two times are compared' },
    to: { type: 'string', value: 'YEAR', help: 'the last year looked at' },
    ...dimensionOption,
    indicator: { type: 'string', value: 'NAME', help: 'of which figures, where it is about one indicator' },
    ...archiveOption,
    ...readingOptions,
    ...jsonOption,
  },
  examples: [
    'multivector finding closer-in-votes --partner CHN,RUS',
    'multivector finding agreement-fell --partner RUS --since 2010',
    'multivector finding broad-ties --dimension economic',
  ],
  async run([name], values, terminal) {
    if (name === undefined)
      throw missingArgument(
        'finding',
        'NAME',
        `multivector finding ${findingKinds.map(({ id }) => id).join(' | ')}`,
      );
    const focal = stateCode(text(values.focal) ?? 'KAZ');
    const to = text(values.to);
    if (to !== undefined && !/^(1[89]|20)\d{2}$/.test(to))
      throw new MultivectorError('input', `--to: “${to}” is not a year`, { hint: 'write --to 2019' });
    const finding = findingOf(name, {
      focal,
      partners: listOf(values.partner).map(partnerCode),
      since: text(values.since),
      dimension: text(values.dimension)?.toLowerCase(),
      indicator: text(values.indicator),
    });
    const progress = measureProgress(terminal);
    const found = await withMeasures([focal], values, terminal, undefined, (run) =>
      multiverse(finding, { to }, { run, progress }),
    );
    if (values.json) return terminal.out(JSON.stringify(found, null, 2));
    if (isGap(found.tally.share))
      throw new MultivectorError('missing', `${found.finding.statement}: no specification can be told`, {
        hint: 'import data that cover it, or ask about others',
      });
    printMultiverse(found, terminal);
  },
};
