import { extname } from 'node:path';
import { MultivectorError, missingArgument } from '../model/errors.ts';
import type { Figure } from '../model/figure.ts';
import { isGap } from '../model/gap.ts';
import {
  type Choice,
  choicesOf,
  figureColumns,
  figureCsv,
  figureRow,
  type Measurement,
  measureNamed,
  multiverseOf,
  partnerCode,
  periods,
  stateCode,
  writeWhole,
} from '../workbench.ts';
import {
  type Command,
  jsonOption,
  type Option,
  readingOptions,
  type Terminal,
  text,
  type Values,
} from './command.ts';
import { archiveOption } from './import.ts';
import { listOf, measureProgress, withMeasures } from './measuring.ts';
import { printMultiverse } from './multiverse.ts';
import { textTable } from './table.ts';
import { bold, dim, numberIn, reasonText } from './words.ts';

const formats = ['json', 'csv', 'parquet'] as const;
type Format = (typeof formats)[number];

/** The choices of a measure as options of the command line. */
export const choiceOption = ({ kind, about, values, usual }: Choice): Option => ({
  type: kind === 'boolean' ? 'boolean' : 'string',
  ...(kind !== 'boolean' && {
    value: kind === 'one of' ? 'ONE' : kind === 'number' ? 'NUMBER' : 'TEXT',
  }),
  help: [
    about,
    ...(kind === 'one of' ? [`one of ${values.join(', ')}`] : []),
    ...(usual === undefined || usual === false ? [] : [`by default ${usual}`]),
  ].join('; '),
});

function choiceOptions(args: readonly string[]): Record<string, Option> {
  const name = args.find((arg) => !arg.startsWith('-'));
  if (name === undefined) return {};
  try {
    return Object.fromEntries(choicesOf(measureNamed(name)).map((one) => [one.name, choiceOption(one)]));
  } catch (error) {
    if (error instanceof MultivectorError) return {}; // said better once the command runs
    throw error;
  }
}

export const measureCommand: Command = {
  name: 'measure',
  summary:
    'compute a measure: agreement, ideal points, concentration, dependence, drift … “measures” lists them',
  takes: 'NAME',
  most: 1,
  options: {
    focal: {
      type: 'string',
      value: 'LIST',
      help: 'focal state, or several with commas between; by default Kazakhstan',
    },
    partner: {
      type: 'string',
      short: 'p',
      value: 'LIST',
      help: 'partners, with commas between: RUS,CHN,EU; by default those of the dossier',
    },
    from: { type: 'string', value: 'PERIOD', help: 'first session, year or month: 74, 2019, 2019-06' },
    to: { type: 'string', value: 'PERIOD', help: 'last one' },
    by: { type: 'string', value: 'UNIT', help: `${periods.join(', ')}; which of them, the measure says` },
    csv: { type: 'boolean', help: 'print CSV: about, partner, period, value, low, high, n, gap' },
    parquet: { type: 'boolean', help: 'write the same columns as Parquet; needs --output' },
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'write to a file; its ending tells the format: .csv, .json, .parquet',
    },
    multiverse: {
      type: 'boolean',
      help: 'what it says under every other defensible choice, and which of them turn it',
    },
    ...archiveOption,
    ...readingOptions,
    ...jsonOption,
  },
  optionsFor: choiceOptions,
  examples: [
    'multivector measure agreement --partner RUS,CHN,USA --from 70',
    'multivector measure kappa --focal UZB --partner RUS --by year --csv',
    'multivector measure agreement --partner CHN,RUS --multiverse',
    'multivector measure agreement --help',
  ],
  async run([name], values, terminal) {
    if (name === undefined) throw missingArgument('measure', 'NAME', 'multivector measure agreement');
    const found = measureNamed(name);
    const [format, file] = formatOf(values);
    const by = periods.find((one) => one === text(values.by));
    if (values.by !== undefined && by === undefined)
      throw new MultivectorError('input', `--by: “${values.by}” is no unit of time`, {
        hint: `there are: ${found.by.join(', ')}`,
      });
    const asked = {
      focal: values.focal === undefined ? ['KAZ'] : listOf(values.focal).map(stateCode),
      partners: values.partner === undefined ? undefined : listOf(values.partner).map(partnerCode),
      from: text(values.from),
      to: text(values.to),
      by,
      choices: chosen(choicesOf(found), values),
    };
    const onProgress = measureProgress(terminal);
    const answer = await withMeasures(asked.focal, values, terminal, onProgress, async (run) =>
      values.multiverse
        ? multiverseOf(name, asked, { run: (id, one) => run(id, one, () => {}), progress: onProgress })
        : run(name, asked),
    );
    if ('specifications' in answer) {
      if (format !== undefined && format !== 'json')
        throw new MultivectorError('input', `a multiverse has no ${format}`, { hint: 'say --json' });
      if (format === undefined) return printMultiverse(answer, terminal);
      return written(
        JSON.stringify(answer, null, 2),
        file,
        `${answer.specifications.length} specifications`,
        terminal,
      );
    }
    await print(answer, format, file, terminal);
  },
};

function chosen(choices: readonly Choice[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    choices.flatMap(({ name, kind }): [string, unknown][] => {
      const given = values[name];
      if (given === undefined) return [];
      if (kind !== 'number') return [[name, given]];
      const number = Number(given);
      if (given === '' || Number.isNaN(number))
        throw new MultivectorError('input', `--${name}: “${given}” is not a number`);
      return [[name, number]];
    }),
  );
}

/** In which format, and into which file. */
function formatOf(values: Values): [Format | undefined, string | undefined] {
  const file = text(values.output);
  const named = formats.filter((one) => values[one] === true);
  if (named.length > 1)
    throw new MultivectorError('input', `--${named.join(' and --')} at once`, { hint: 'choose one' });
  const ending = file && extname(file).slice(1).toLowerCase();
  const format = named[0] ?? formats.find((one) => one === ending);
  if (file !== undefined && format === undefined)
    throw new MultivectorError('input', `“${file}” has no ending that tells the format`, {
      hint: `end it in ${formats.map((one) => `.${one}`).join(', ')}, or say --csv, --json or --parquet`,
    });
  if (format === 'parquet' && file === undefined)
    throw new MultivectorError('input', 'a Parquet file is not text', {
      hint: 'write it to a file: -o measure.parquet',
    });
  return [format, file];
}

async function print(
  answer: Measurement,
  format: Format | undefined,
  file: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (format === undefined) return table(answer, terminal);
  const bytes =
    format === 'json'
      ? JSON.stringify(answer, null, 2)
      : format === 'csv'
        ? figureCsv(answer).trimEnd()
        : await parquetOf(answer);
  await written(bytes, file, `${answer.figures.length} figures`, terminal);
  for (const note of answer.notes) terminal.err(note);
}

async function written(
  content: string | Uint8Array,
  file: string | undefined,
  what: string,
  { out, err }: Terminal,
): Promise<void> {
  if (file === undefined) {
    if (typeof content === 'string') out(content);
    return;
  }
  await writeWhole(file, typeof content === 'string' ? new TextEncoder().encode(`${content}\n`) : content);
  err(`${file}: ${what}`);
}

async function parquetOf(answer: Measurement): Promise<Uint8Array> {
  const { parquet } = await import('../archive-workbench.ts');
  const columns = figureColumns(answer);
  return parquet(
    columns.map((name) => ({
      name,
      type:
        name === 'n' ? 'integer' : name === 'value' || name === 'low' || name === 'high' ? 'number' : 'text',
    })),
    answer.figures.map((figure) => {
      const row = figureRow(figure, true);
      return columns.map((column) => row[column] ?? null);
    }),
  );
}

function table(answer: Measurement, { out, err, width, colour }: Terminal): void {
  const { figures, measure, asked, unit, basis, sources, notes } = answer;
  if (figures.length === 0) {
    for (const note of notes) err(note);
    throw new MultivectorError('missing', `no figures of ${measure.id} for what was asked`, {
      hint: 'ask for other periods or partners, or import data that covers them',
    });
  }
  out(bold(colour)(`${measure.title}${unit === '' ? '' : `, ${unit}`}`));
  const several = asked.focal.length > 1 || figures.some(({ about }) => about !== figures[0]?.about);
  const withPartner = figures.some(({ partner }) => partner !== undefined);
  const withInterval = figures.some(({ interval }) => interval !== undefined && !isGap(interval));
  const cell = (when: boolean, ...cells: string[]) => (when ? cells : []);
  const number = numberIn(figures.flatMap(({ value }) => (isGap(value) ? [] : [value])));
  const range = ({ value, interval }: Figure): string => {
    if (isGap(value)) return reasonText(value);
    return interval === undefined || isGap(interval)
      ? ''
      : `${number(interval.low)}…${number(interval.high)}`;
  };
  const withReason = withInterval || figures.some(({ value }) => isGap(value));
  for (const line of textTable(
    [
      ...(several ? [{ title: 'about' }] : []),
      { title: asked.by },
      ...(withPartner ? [{ title: 'partner' }] : []),
      ...(measure.items === undefined ? [] : [{ title: measure.items, flexible: true }]),
      { title: 'value', align: 'right' as const },
      ...(withReason ? [{ title: withInterval ? '90 %' : '', flexible: true }] : []),
      { title: 'n', align: 'right' as const },
      ...(figures.some(({ note }) => note !== undefined) ? [{ title: 'note', flexible: true }] : []),
    ],
    figures.map((figure) => [
      ...cell(several, figure.about),
      figure.period,
      ...cell(withPartner, figure.partner ?? ''),
      ...cell(measure.items !== undefined, figure.item ?? ''),
      isGap(figure.value) ? '–' : number(figure.value),
      ...cell(withReason, range(figure)),
      String(figure.n),
      figure.note ?? '',
    ]),
    Math.max(60, width),
    dim(colour),
  ))
    out(line);
  err(`From the ${basis}${sources.length > 0 ? `: ${sources.join(', ')}` : ''}.`);
  for (const note of notes) err(note);
  err(`${measure.formula}   How, and what it cannot tell: multivector measures ${measure.id}`);
}
