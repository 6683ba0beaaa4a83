import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { gap, type Value } from '../../model/gap.ts';
import { archiveOf, defineMeasure } from '../measure.ts';
import { mirrorOf, mirrorReports, reconciled } from '../partners/mirror.ts';
import { membersOf } from '../partners/partner-amounts.ts';
import { archivedSeries } from '../partners/series-at-hand.ts';
import { windowEnds, yearsToRead } from '../partners/windows.ts';
import { notCovered } from './with-partners.ts';

/**
 * Gap between two reports of one flow: (a − b) / max(a, b).
 *
 * @param own as the one side reports it; finite and ≥ 0
 * @param mirrored as the other side does, in the same unit
 * @returns from −1 (the one side has nothing of what the other reports) to 1; a gap where neither has anything
 * @see Yeats, A. J. (1995). Are partner-country statistics useful for estimating “missing” trade data? World Bank
 *   Policy Research Working Paper 1501.
 * @example mirrorGap(80, 100) // -0.2
 */
export function mirrorGap(own: number, mirrored: number): Value {
  const most = Math.max(own, mirrored);
  if (!(own >= 0 && mirrored >= 0) || most === 0) return gap('no-records', 'neither side reports any');
  return (own - mirrored) / most;
}

/**
 * Log ratio of two reports of one flow: ln(a / b).
 *
 * @returns 0 where both agree; 0.7 is twice as much; a gap where one has nothing
 * @example mirrorLogRatio(80, 100) // -0.2231…
 */
export function mirrorLogRatio(own: number, mirrored: number): Value {
  if (!(own > 0 && mirrored > 0)) return gap('not-applicable', 'one side reports nothing');
  return Math.log(own / mirrored);
}

const million = (value: number): string => `${Math.round(value).toLocaleString('en')} USD million`;

export const mirrorGapMeasure = defineMeasure({
  id: 'mirror-gap',
  family: 'dependence',
  title: 'Gap between two reports of one flow',
  question: 'How far do the focal state’s and the partner’s own counts of the same trade differ?',
  formula: '(xᵢⱼ − mⱼᵢ) / max(xᵢⱼ, mⱼᵢ), or ln(xᵢⱼ / mⱼᵢ)',
  unit: 'index',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  cite: [
    'Yeats, A. J. (1995). Are partner-country statistics useful for estimating “missing” trade data? World Bank Policy Research Working Paper 1501.',
    'Morgenstern, O. (1963). On the Accuracy of Economic Observations. 2nd ed. Princeton University Press, chapter 9.',
  ],
  weak: 'Imports are counted with freight and insurance, exports without, so that a gap of about a tenth is no error. Goods in transit, oil above all, are sold to one place and arrive at another. It tells that the counts differ, not which is right.',
  interval: 'None: each side’s figure is a full count, and the gap between them is the uncertainty.',
  partners: 'needed',
  by: ['year'],
  choices: z.object({
    indicator: z
      .enum(['exports', 'imports', 'fdi-stock'])
      .default('exports')
      .describe('the focal state’s exports, its imports, or the investment held in it'),
    scale: z
      .enum(['share', 'log'])
      .default('share')
      .describe('share of the greater figure, from −1 to 1, or the natural logarithm of the ratio'),
  }),
  chart: 'lines',
  compute: async ({ focal, partners, from, to, choices: { indicator, scale } }, evidence) => {
    const archive = archiveOf(evidence, 'figures of both sides', 'comtrade');
    const read = yearsToRead(from, to, 1);
    const series = (await archivedSeries(archive, [focal], indicator, read)).filter(
      ({ mirrored, source, unit }) => !mirrored && !reconciled.has(source) && unit === 'USD million',
    );
    // Of investment the two sides' reports are two sources; of trade, the rows of two reporters.
    const own =
      indicator === 'fdi-stock' ? series.filter(({ source }) => source === 'imf-dip-derived') : series;
    const theirs =
      indicator === 'fdi-stock'
        ? new Map(
            series
              .filter(({ source }) => source === 'imf-dip-reported')
              .flatMap(({ years, source }) =>
                [...years].map(
                  ([year, { partners: all }]) =>
                    [
                      year,
                      new Map(
                        [...all].flatMap(([partner, { value }]) =>
                          value === undefined ? [] : [[partner, { value, source }] as const],
                        ),
                      ),
                    ] as const,
                ),
              ),
          )
        : await mirrorReports(archive, focal, indicator, read);
    const figures = partners.flatMap((partner) =>
      windowEnds(own, from, to, 1).map((year): Figure => {
        const members = membersOf(partner, year).filter((member) => member !== focal);
        const reports = members.flatMap((member) => theirs.get(year)?.get(member) ?? []);
        const one = own
          .filter(({ years }) =>
            members.every((member) => years.get(year)?.partners.get(member)?.value !== undefined),
          )
          .sort((a, b) => (a.source < b.source ? -1 : 1))[0];
        if (!one || reports.length < members.length)
          return {
            ...notCovered(focal, partner, indicator, year, 1),
            value: gap(
              'not-covered',
              one ? `${partner} has no report of its own at hand` : `${focal} has no report of it`,
            ),
          };
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const a = sum(members.map((member) => one.years.get(year)?.partners.get(member)?.value ?? 0));
        const b = sum(reports.map(({ value }) => value));
        const sources = [...new Set(reports.map(({ source }) => source))].join(', ');
        const mirror = indicator === 'fdi-stock' ? 'outward stock' : mirrorOf[indicator];
        return {
          about: focal,
          partner,
          period: String(year),
          value: scale === 'log' ? mirrorLogRatio(a, b) : mirrorGap(a, b),
          interval: gap('not-applicable', 'a full count on either side'),
          n: 2,
          source: one.source,
          note: `${focal}’s ${indicator} ${million(a)} (${one.source}), ${partner}’s ${mirror} ${million(b)} (${sources})`,
        };
      }),
    );
    return {
      figures,
      unit: scale === 'log' ? 'log ratio' : 'share of the greater',
      basis: 'archive',
      sources: [
        ...new Set([...theirs.values()].flatMap((all) => [...all.values()].map(({ source }) => source))),
      ],
      notes: figures.length === 0 ? [`${focal} has no report of its own at hand`] : [],
    };
  },
});
