import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { seeded } from '../random.ts';
import { listOf } from './basis.ts';
import { byDimension, dimensionChoices, type OfDimension, recordsBehind } from './dimension-figures.ts';
import { scaledOf, weightsOf } from './draws.ts';
import { type RankAcceptability, rankAcceptability } from './rank-acceptability.ts';

/** Weightings that are drawn: the standard error of a share is at most 0.005. */
export const rankDraws = 10_000;

/** The partners' ranks in one dimension and year under all importances of its indicators. */
function ranksOf(
  { records, layers, whole, balance, year }: OfDimension,
  draws: number,
): RankAcceptability & { readonly partners: readonly string[] } {
  const scaled = scaledOf(layers);
  const partners = whole.filter((partner) => layers.some(({ cells }) => cells.has(partner)));
  const random = seeded(`${records.focal} ${balance.dimension} ${year} ranks`);
  const score = (weighting: readonly number[]) => {
    const { byPartner } = weightsOf(partners, partners, weighting, scaled);
    return partners.map((partner) => byPartner.get(partner) ?? 0);
  };
  return { ...rankAcceptability(score, layers.length, draws, random), partners };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** In what share of all importances a partner has which rank. */
export const rankAcceptabilityMeasure = defineMeasure({
  id: 'rank-acceptability',
  family: 'vectors',
  title: 'Acceptability of ranks',
  question: 'Under what share of all importances of the indicators does a partner come first, second, …?',
  formula: 'bⱼʳ = share of ω from Dirichlet(1, …, 1) under which rank(wⱼ) = r',
  unit: 'share of weightings',
  range: [0, 1],
  cite: [
    'Lahdelma, R. and Salminen, P. (2001). SMAA-2: stochastic multicriteria acceptability analysis for group decision making. Operations Research 49(3): 444–454. doi:10.1287/opre.49.3.444.11220',
  ],
  weak: 'All importances are taken as equally defensible; the figures themselves are taken as they are, so it is about choice alone and not about chance.',
  interval: 'none: simulation error is at most 0.005 (one standard error) at 10,000 weightings',
  partners: 'needed',
  by: ['year'],
  items: 'rank',
  choices: z.object({
    dimension: dimensionChoices.dimension.unwrap().default('economic').describe('the dimension ranked'),
    evidence: dimensionChoices.evidence,
    draws: z.number().int().min(100).max(1_000_000).default(rankDraws).describe('weightings drawn'),
  }),
  chart: 'dots',
  async compute({ choices, ...request }, evidence) {
    const list = await listOf(evidence, request.focal, request.partners);
    const notes: string[] = [];
    const computed = await byDimension(
      { ...request, choices: { ...choices, importances: undefined } },
      evidence,
      'weight',
      list,
      0,
      (one) => {
        const { records, layers, vectors, year } = one;
        const period = String(year);
        const about = records.focal;
        const none = (partner: string): Figure => ({
          about,
          partner,
          period,
          value: vectors.find((vector) => vector.partner === partner)?.within
            ? gap('not-applicable', 'its figures stand in those of its group')
            : layers.length === 0
              ? gap('no-records', 'no weights')
              : layers.length === 1
                ? gap('not-applicable', 'one indicator: there is nothing to weigh')
                : gap('not-covered'),
          n: layers.length,
          item: 'rank 1',
        });
        if (layers.length < 2) return request.partners.map(none);
        const { partners, ranks, central, ranking, holds } = ranksOf(one, choices.draws);
        notes.push(
          `${period}: ${ranking.map((i) => partners[i]).join(' > ')} as a whole holds in ${percent(holds)} of weightings`,
        );
        return request.partners.flatMap((partner): Figure[] => {
          const at = partners.indexOf(partner);
          if (at === -1) return [none(partner)];
          const typical = central[at];
          const ids = recordsBehind(
            vectors.find((vector) => vector.partner === partner)?.terms ?? [],
            'weight',
          );
          return (ranks[at] ?? []).map((value, i) => ({
            about,
            partner,
            period,
            value,
            interval: gap('not-applicable', 'a share of all weightings; only the simulation errs'),
            n: layers.length,
            records: ids,
            item: `rank ${i + 1}`,
            ...(i === 0 &&
              typical && {
                note: `first under importances such as ${layers
                  .map(({ mapping }, c) => `${mapping.indicator} ${(typical[c] ?? 0).toFixed(2)}`)
                  .join(', ')}`,
              }),
          }));
        });
      },
    );
    return { ...computed, notes: [...(computed.notes ?? []), ...notes] };
  },
});
