import { actorsOf } from '../model/actors.ts';
import { type Dimension, dimensions } from '../model/dimension.ts';
import { isGap } from '../model/gap.ts';
import type { Workbench } from '../workbench.ts';
import {
  atOption,
  type Command,
  dimensionOf,
  dimensionOption,
  jsonOption,
  openWorkbench,
  readingOptions,
  remark,
  type Terminal,
  yearOf,
} from './command.ts';
import { textTable } from './table.ts';
import { bold, dim, numberText, percent, rangeText, shareText, signedText } from './words.ts';

/** How the ties are spread, dimension by dimension, and where they pull. */
export function printBalance(
  workbench: Workbench,
  list: readonly Dimension[],
  year: number,
  { out, colour, width }: Terminal,
): void {
  const actors = actorsOf(workbench.records);
  out(bold(colour)(`${actors.name(workbench.records.focal)} · balance · ${year}`));
  const rows = list.map((dimension) => {
    const { balance } = workbench.measured(dimension, year);
    const { pull, stand } = workbench.resultant(dimension, year);
    return [
      dimension,
      numberText(balance.effectivePartners),
      rangeText(balance.effectivePartnersInterval, (x) => x.toFixed(1)).replace('…', '–'),
      numberText(balance.effectivePartnersShannon),
      numberText(balance.evenness, 2),
      isGap(balance.leader) ? '–' : `${balance.leader.partner} ${percent(balance.leader.weight)}`,
      shareText(balance.leaderHolds),
      signedText(pull),
      signedText(stand),
    ];
  });
  const columns = [
    { title: 'dimension', flexible: true },
    { title: '1/Σp²', align: 'right' },
    { title: '90 %' },
    { title: 'exp H', align: 'right' },
    { title: 'even', align: 'right' },
    { title: 'leader' },
    { title: 'holds', align: 'right' },
    { title: 'pull', align: 'right' },
    { title: 'stand', align: 'right' },
  ] as const;
  for (const line of textTable(columns, rows, Math.min(width, 80), dim(colour))) out(line);
}

export const balanceCommand: Command = {
  name: 'balance',
  summary: 'how the ties are spread over the partners, and where they pull',
  takes: '[KAZ]',
  most: 1,
  options: { ...atOption, ...dimensionOption, ...jsonOption, ...readingOptions },
  examples: ['multivector balance KAZ', 'multivector balance KAZ --at 2019 --json'],
  async run([focal], values, terminal) {
    const workbench = await openWorkbench(focal, values);
    const year = yearOf(values.at) ?? workbench.defaultYear();
    const dimension = dimensionOf(values.dimension);
    const list = dimension ? [dimension] : dimensions;
    if (values.json)
      return terminal.out(
        JSON.stringify(
          list.map((one) => ({
            ...workbench.measured(one, year).balance,
            resultant: workbench.resultant(one, year),
          })),
          null,
          2,
        ),
      );
    printBalance(workbench, list, year, terminal);
    terminal.err(
      dim(terminal.colour)(
        '1/Σp², exp H: effective number of partners; even: 1 is equal; holds: share of draws with the same leader;',
      ),
    );
    terminal.err(
      dim(terminal.colour)(
        'pull: where the ties pull in the General Assembly, stand: where the state stands (ideal points).',
      ),
    );
    remark(workbench, terminal);
  },
};
