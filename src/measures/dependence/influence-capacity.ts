import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { type Gap, gap, type Interval, isGap } from '../../model/gap.ts';
import { type Basis, defineMeasure, type Evidence } from '../measure.ts';
import { amountsAt } from '../partners/partner-amounts.ts';
import type { PartnerSeries } from '../partners/partner-series.ts';
import type { Quantity } from '../partners/quantities.ts';
import { seriesOf } from '../partners/series-at-hand.ts';
import { windowEnds, yearsToRead } from '../partners/windows.ts';
import { influenceCapacity, influenceWeights } from './influence.ts';
import { type InfluencePart, influenceParts } from './influence-parts.ts';
import { shareWith } from './share-with.ts';
import { sharedMemberships, type TieFigure, tieFigures } from './shared-ties.ts';

/** What a sub-indicator says of a partner in a year. */
interface PartFigure {
  readonly value: number;
  readonly interval?: Interval | Gap | undefined;
  readonly source: string;
  readonly basis: 'archive' | 'dossier';
  readonly records?: readonly string[] | undefined;
  readonly period: string;
}

function amountFigure(
  { amounts: of }: InfluencePart,
  series: readonly PartnerSeries[],
  partner: string,
  year: number,
): PartFigure | undefined {
  const amounts = of && amountsAt(series, year, of.years);
  if (!of || !amounts) return undefined;
  const { value, interval, records } = shareWith(amounts, partner);
  if (typeof value !== 'number' || amounts.whole === undefined) return undefined;
  const head = { source: amounts.source, basis: amounts.basis, records, period: amounts.period };
  if (of.form === 'share') return { ...head, value, interval };
  const largest = Math.max(0, ...[...amounts.amounts.values()].map((one) => one.value)) / amounts.whole;
  return largest === 0 ? undefined : { ...head, value: Math.min(1, value / largest) };
}

/** All that the sub-indicators are made of, read once for all partners and years. */
async function figuresOf(
  evidence: Evidence,
  focal: string,
  from: string | undefined,
  to: string | undefined,
) {
  const series = new Map<Quantity, readonly PartnerSeries[]>();
  for (const { amounts } of influenceParts)
    if (amounts && !series.has(amounts.quantity))
      series.set(
        amounts.quantity,
        await seriesOf(evidence, focal, amounts.quantity, yearsToRead(from, to, 10)),
      );
  const ties = new Map<string, TieFigure>();
  if (evidence.archive) {
    const { agreement, pact } = await tieFigures(evidence.archive, focal);
    ties.set('trade-agreement', agreement).set('defence-pact', pact);
    ties.set('shared-igos', await sharedMemberships(evidence.archive, focal));
  }
  const of = (part: InfluencePart, partner: string, year: number): PartFigure | undefined => {
    if (part.amounts) return amountFigure(part, series.get(part.amounts.quantity) ?? [], partner, year);
    const tie = ties.get(part.id)?.(partner, year);
    return tie && { ...tie, basis: 'archive', period: String(year) };
  };
  return { of, years: windowEnds(series.get('exports') ?? [], from, to, 1) };
}

export const influenceCapacityMeasure = defineMeasure({
  id: 'influence-capacity',
  family: 'dependence',
  title: 'Influence capacity (product form)',
  question:
    'How much could the partner sway the focal state, by the breadth of their ties and by its need of them?',
  formula: 'I = B · D, B = Σ w b / Σ w, D = Σ w d / Σ w, over the sub-indicators b, d that have a figure',
  unit: 'index',
  range: [0, 1],
  cite: [
    'Moyer, J. D., Meisel, C. J., Matthews, A. S., Bohl, D. K. and Burrows, M. J. (2021). China–US Competition: Measuring Global Influence. Atlantic Council and Frederick S. Pardee Center for International Futures.',
    'OECD and Joint Research Centre (2008). Handbook on Constructing Composite Indicators. OECD Publishing. doi:10.1787/9789264043466-en',
  ],
  weak: 'Inspired by the Formal Bilateral Influence Capacity index, and not it: sub-indicators and weights are ours. Capacity is not influence. A product is 0 where either factor is, so that both are shown. Sub-indicators without data drop out and are named, so that years and states with different data are not the same measure. Agreements and pacts are there or not, whatever is in them.',
  interval:
    'Monte Carlo over weights, 1,000 draws from Dirichlet(1, …, 1) within each factor; errors of the sub-indicators are not in it.',
  partners: 'needed',
  by: ['year'],
  items: 'factor or sub-indicator',
  choices: z.object({
    weights: z
      .string()
      .optional()
      .describe(
        'weights other than 1, such as import-share=2,shared-igos=0; a sub-indicator of weight 0 is left out',
      ),
  }),
  chart: 'lines',
  compute: async ({ focal, partners, from, to, choices }, evidence) => {
    const weights = influenceWeights(choices.weights);
    const { of, years } = await figuresOf(evidence, focal, from, to);
    const counted = influenceParts.filter(({ id }) => (weights.get(id) ?? 0) > 0);
    const bases = new Set<string>();
    const figures = partners.flatMap((partner) =>
      years.flatMap((year): Figure[] => {
        const found = counted.map((part) => ({ part, figure: of(part, partner, year) }));
        const parts = found.flatMap(({ part, figure }) =>
          figure ? [{ factor: part.factor, value: figure.value, weight: weights.get(part.id) ?? 0 }] : [],
        );
        for (const { figure } of found) if (figure) bases.add(figure.basis);
        const without = found.flatMap(({ part, figure }) => (figure ? [] : [part.id]));
        const result = influenceCapacity(parts, `influence-capacity ${focal} ${partner} ${year}`);
        const head = { about: focal, partner, period: String(year) };
        const dropped = without.length > 0 ? `no data: ${without.join(', ')}` : undefined;
        const records = found.flatMap(({ figure }) => figure?.records ?? []);
        return [
          ...(['product', 'bandwidth', 'dependence'] as const).map(
            (item): Figure => ({
              ...head,
              item,
              value: result[item],
              interval: isGap(result[item]) ? undefined : result.intervals[item],
              n: parts.filter(({ factor }) => item === 'product' || factor === item).length,
              records: records.length > 0 ? records : undefined,
              note: item === 'product' ? dropped : undefined,
            }),
          ),
          ...found.map(
            ({ part, figure }): Figure => ({
              ...head,
              item: part.id,
              value: figure?.value ?? gap('not-covered', 'no data: drops out'),
              interval: figure && (figure.interval ?? gap('not-applicable', 'a full count')),
              n: figure ? 1 : 0,
              records: figure?.records,
              source: figure?.basis === 'archive' ? figure.source : undefined,
              note: `${part.factor}, weight ${weights.get(part.id)}: ${part.about}`,
            }),
          ),
        ];
      }),
    );
    const basis: Basis =
      bases.size > 1 ? 'dossier and archive' : bases.has('dossier') ? 'dossier' : 'archive';
    return { figures, basis };
  },
});
