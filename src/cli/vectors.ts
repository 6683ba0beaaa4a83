import { actorsOf } from '../model/actors.ts';
import { type Dimension, dimensions } from '../model/dimension.ts';
import { isGap } from '../model/gap.ts';
import type { Vector } from '../model/measured.ts';
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
import { bar, textTable } from './table.ts';
import {
  bold,
  dim,
  gapText,
  rangeText,
  reasonText,
  shareRange,
  shareText,
  signed,
  signedText,
} from './words.ts';

const order = (vector: Vector): number => (isGap(vector.weight) ? -1 : vector.weight);

/** The vectors of one dimension as a table of at most 80 columns. */
export function printVectors(
  workbench: Workbench,
  dimension: Dimension,
  year: number,
  { out, colour, width }: Terminal,
): void {
  const actors = actorsOf(workbench.records);
  const { vectors, balance } = workbench.measured(dimension, year);
  out(bold(colour)(`${actors.name(workbench.records.focal)} · ${dimension} · ${year}`));
  if (vectors.every(({ weight, direction }) => isGap(weight) && isGap(direction))) {
    const [gaps] = vectors.flatMap(({ weight }) => (isGap(weight) ? [gapText(weight)] : []));
    out(dim(colour)(gaps ?? '– no partners'));
    out('');
    return;
  }
  const rows = vectors
    .toSorted((a, b) => order(b) - order(a) || (a.partner < b.partner ? -1 : 1))
    .map((vector) => [
      actors.name(vector.partner) + (vector.within ? ` (in ${vector.within})` : ''),
      shareText(vector.weight),
      isGap(vector.weight) ? '' : bar(vector.weight, 12),
      shareRange(vector.weightInterval),
      signedText(vector.direction),
      isGap(vector.direction) ? reasonText(vector.direction) : rangeText(vector.directionInterval, signed),
      String(vector.n),
    ]);
  const columns = [
    { title: 'partner', flexible: true },
    { title: 'weight', align: 'right' },
    { title: '' },
    { title: '90 %' },
    { title: 'direction', align: 'right' },
    { title: '90 %', flexible: true },
    { title: 'n', align: 'right' },
  ] as const;
  for (const line of textTable(columns, rows, Math.min(width, 80), dim(colour))) out(line);
  const { effectivePartners, leader } = balance;
  if (isGap(effectivePartners)) out(dim(colour)(`no weights: ${reasonText(effectivePartners)}`));
  if (!isGap(effectivePartners) && !isGap(leader))
    out(
      dim(colour)(`${effectivePartners.toFixed(1)} effective partners; ${actors.name(leader.partner)} leads`),
    );
  out('');
}

export const vectorsCommand: Command = {
  name: 'vectors',
  summary: 'weight and direction of each partner, by dimension',
  takes: '[KAZ]',
  most: 1,
  options: { ...atOption, ...dimensionOption, ...jsonOption, ...readingOptions },
  examples: [
    'multivector vectors KAZ --at 2022',
    'multivector vectors KAZ --dimension economic --json',
    'multivector vectors KAZ --as-known-on 2023-01-31',
  ],
  async run([focal], values, terminal) {
    const workbench = await openWorkbench(focal, values);
    const year = yearOf(values.at) ?? workbench.defaultYear();
    const dimension = dimensionOf(values.dimension);
    if (values.json) return terminal.out(JSON.stringify(workbench.vectors({ at: year, dimension }), null, 2));
    for (const one of dimension ? [dimension] : dimensions) printVectors(workbench, one, year, terminal);
    remark(workbench, terminal);
    terminal.err(
      dim(terminal.colour)(
        `Down to the records: multivector explain ${workbench.records.focal}.${workbench.records.partners[0] ?? 'RUS'}.${dimension ?? 'economic'}.${year}`,
      ),
    );
  },
};
