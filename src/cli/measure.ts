import { MultivectorError, missingArgument } from '../model/errors.ts';
import { isGap } from '../model/gap.ts';
import { stateCode } from '../workbench.ts';
import { type Command, jsonOption, text } from './command.ts';
import { archiveOption, withArchive } from './import.ts';
import { textTable } from './table.ts';
import { dim, reasonText } from './words.ts';

/** Measures that are computed straight from the archive. */
const measures = ['agreement'] as const;

function session(given: string | undefined, option: string): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d{1,2}$/.test(given)) return Number(given);
  if (/^(19|20)\d{2}$/.test(given)) return Number(given) - 1945;
  throw new MultivectorError('input', `${option}: “${given}” is neither a session nor a year`, {
    hint: `write ${option} 74 or ${option} 2019`,
  });
}

export const measureCommand: Command = {
  name: 'measure',
  summary: 'compute a measure from the archive: agreement in the General Assembly, by session',
  takes: 'agreement',
  most: 1,
  options: {
    focal: { type: 'string', value: 'KAZ', help: 'focal state; by default Kazakhstan' },
    partner: { type: 'string', short: 'p', value: 'LIST', help: 'partners, with commas between: RUS,CHN,EU' },
    from: { type: 'string', value: 'SESSION', help: 'first session, or the year in which it begins' },
    to: { type: 'string', value: 'SESSION', help: 'last session' },
    csv: { type: 'boolean', help: 'print CSV: about, partner, period, value, low, high, n, gap' },
    ...archiveOption,
    ...jsonOption,
  },
  examples: [
    'multivector measure agreement --partner RUS,CHN,USA --from 70',
    'multivector measure agreement --focal UZB --partner RUS --csv',
  ],
  async run([name], values, terminal) {
    const { out, err, width, colour } = terminal;
    if (name === undefined) throw missingArgument('measure', 'NAME', 'multivector measure agreement');
    if (!measures.some((one) => one === name))
      throw new MultivectorError('missing', `no measure “${name}”`, {
        hint: `there are: ${measures.join(', ')}`,
      });
    const focal = stateCode(text(values.focal) ?? 'KAZ');
    const partners = (text(values.partner) ?? 'RUS,CHN,USA')
      .split(',')
      .map((one) => (one.trim().toUpperCase() === 'EU' ? 'EU' : stateCode(one.trim())));
    const [from = 0, to = 999] = [session(text(values.from), '--from'), session(text(values.to), '--to')];
    const found = await withArchive(values, terminal, (archive) => archive.agreement(focal, partners));
    const rows = found
      .filter((one) => one.session >= from && one.session <= to)
      .map(({ partner, session: number, source, measured: { value, interval, n } }) => ({
        about: focal,
        partner,
        period: number,
        value,
        low: interval?.low,
        high: interval?.high,
        n,
        gap: isGap(value) ? value.gap : undefined,
        source,
      }));
    if (values.json) return out(JSON.stringify(rows, null, 2));
    const number = (value: unknown): string => (typeof value === 'number' ? value.toFixed(4) : '');
    if (values.csv) {
      out('about,partner,period,value,low,high,n,gap');
      for (const { about, partner, period, value, low, high, n, gap } of rows)
        out([about, partner, period, number(value), number(low), number(high), n, gap ?? ''].join(','));
      return;
    }
    if (rows.length === 0)
      throw new MultivectorError('missing', `the archive has no votes of ${focal}`, {
        hint: 'fetch some: multivector datasets fetch unga-votes',
      });
    for (const line of textTable(
      [
        { title: 'session' },
        { title: 'partner' },
        { title: 'agreement', align: 'right' },
        { title: '90 %' },
        { title: 'n', align: 'right' },
      ],
      rows.map(({ period, partner, value, low, high, n }) => [
        String(period),
        partner,
        isGap(value) ? '–' : value.toFixed(3),
        isGap(value) ? reasonText(value) : `${low?.toFixed(3)}…${high?.toFixed(3)}`,
        String(n),
      ]),
      Math.max(60, width),
      dim(colour),
    ))
      out(line);
    err(
      'Share of identical votes among the roll calls in which both voted; amendments and paragraphs left out.',
    );
  },
};
