import { z } from 'zod';
import { type Dimension, dimensions } from '../../model/dimension.ts';
import type { Figure } from '../../model/figure.ts';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { usualPartners } from '../../model/no-records.ts';
import type { Records } from '../../model/records.ts';
import { defineMeasure, type Evidence } from '../measure.ts';
import { drawsChoice } from '../vectors/dimension-figures.ts';
import { intervalOf } from '../vectors/draws.ts';
import { worldMappings } from '../vectors/mapping.ts';
import { measureDraws } from '../vectors/vectors.ts';
import { bestYear, told, yearsOf } from '../vectors/years.ts';
import {
  type Entrant,
  type LeagueQuantity,
  leagueQuantities,
  quantityOfBalance,
  rankAmong,
} from './league.ts';
import { own } from './profile.ts';

/** A state's figure in a dimension and year. */
function entrantOf(
  records: Records,
  dimension: Dimension,
  year: number,
  quantity: LeagueQuantity,
  draws: number,
): Entrant & { readonly interval: Interval | Gap; readonly n: number; readonly sources: readonly string[] } {
  const measured = measureDraws(records, dimension, { year, draws, mappings: worldMappings });
  const weights = [...own(measured).values()];
  const { whole, drawn, layers, balance } = measured;
  const value =
    weights.length === 0 ? gapOf(balance.effectivePartners) : quantityOfBalance(weights, quantity);
  const columns = whole.flatMap((partner) => drawn.byPartner.get(partner) ?? []);
  const moved = Float64Array.from({ length: drawn.count }, (_, k) => {
    const some = columns.flatMap((column) => {
      const one = column[k];
      return one === undefined || Number.isNaN(one) ? [] : [one];
    });
    const of = quantityOfBalance(some, quantity);
    return isGap(of) ? Number.NaN : of;
  });
  return {
    state: records.focal,
    value,
    drawn: moved.length > 0 || isGap(value) ? moved : new Float64Array(draws).fill(value),
    interval: isGap(value)
      ? value
      : draws === 0
        ? gap('unknown', 'not drawn')
        : intervalOf(
            value,
            moved.filter((one) => !Number.isNaN(one)),
          ),
    n: weights.length,
    sources: layers.flatMap(({ source }) => source ?? []),
  };
}

const gapOf = (value: Value): Gap => (isGap(value) ? value : gap('no-records'));

/** What one call has computed already: the states of a league need each other's figures. */
const computed = new WeakMap<Evidence, Map<string, ReturnType<typeof entrantOf>>>();

/** Balance per dimension of any states, from the same partners and data, with ranks. */
export const leagueMeasure = defineMeasure({
  id: 'league',
  family: 'profile',
  title: 'League of balance',
  question: 'Whose ties are spread most evenly over the same partners, dimension by dimension?',
  formula: 'N = 1 / Σ wⱼ², J = −Σ wⱼ ln wⱼ / ln n, or max wⱼ, over the same partners for all',
  unit: 'partners, or share',
  range: [0, Number.POSITIVE_INFINITY],
  cite: [
    'Laakso, M. and Taagepera, R. (1979). “Effective” number of parties: a measure with application to West Europe. Comparative Political Studies 12(1): 3–27. doi:10.1177/001041407901200101',
    'OECD and Joint Research Centre (2008). Handbook on Constructing Composite Indicators. OECD Publishing. doi:10.1787/9789264043466-en',
  ],
  weak: 'Even ties with seven powers are not yet a multi-vector policy; shared memberships hardly tell partners apart; ranks within each other’s interval are not to be told apart.',
  interval:
    'records resampled and importances drawn from Dirichlet(1, …, 1); the interval of the rank stands in the note',
  partners: 'needed',
  by: ['year'],
  items: 'dimension',
  choices: z.object({
    quantity: z.enum(leagueQuantities).default('effective-partners').describe('what the table ranks'),
    dimension: z.enum(dimensions).optional().describe('one dimension alone'),
    draws: drawsChoice,
  }),
  chart: 'dots',
  async compute(request, evidence) {
    const { focal, from, to, choices, intervals = true, beside = [focal] } = request;
    const asked = request.named === true ? request.partners : usualPartners('');
    const states = [...new Set([focal, ...beside])].sort();
    // Nobody is its own partner, so that those who are compared drop out of everyone's list.
    const common = asked.filter((partner) => !states.includes(partner));
    const wanted = choices.dimension === undefined ? dimensions : [choices.dimension];
    const draws = intervals ? choices.draws : 0;
    const records = new Map<string, Records>();
    for (const [i, state] of states.entries()) {
      evidence.progress(i / states.length, state);
      records.set(state, await evidence.archived(state, common));
    }
    const cache = computed.get(evidence) ?? new Map<string, ReturnType<typeof entrantOf>>();
    computed.set(evidence, cache);
    const entrant = (state: string, dimension: Dimension, year: number) => {
      const key = JSON.stringify([state, dimension, year, common, choices.quantity, draws]);
      const known = cache.get(key);
      if (known) return known;
      const made = entrantOf(records.get(state) as Records, dimension, year, choices.quantity, draws);
      cache.set(key, made);
      return made;
    };
    const all = [...records.values()];
    const years =
      from === undefined && to === undefined
        ? [bestYear(all, 'archive', worldMappings) ?? []].flat()
        : [...new Set(all.flatMap((one) => yearsOf(one, from, to)))].sort((a, b) => a - b);
    const sources = new Set<string>();
    const figures = years.flatMap((year) =>
      wanted.map((dimension): Figure => {
        const entrants = states.map((state) => entrant(state, dimension, year));
        const { value, interval, n, sources: used } = entrant(focal, dimension, year);
        for (const source of used) sources.add(source);
        const place = rankAmong(entrants, focal, choices.quantity);
        return {
          about: focal,
          period: String(year),
          item: dimension,
          value,
          interval,
          n,
          ...(used.length > 0 && { source: [...new Set(used)].sort().join(', ') }),
          ...(place &&
            states.length > 1 && {
              note: `rank ${place.rank} of ${place.of}${place.low < place.high ? `, from ${place.low} to ${place.high}` : ''}`,
            }),
        };
      }),
    );
    return {
      figures: told(figures, { from, to }),
      unit: choices.quantity === 'effective-partners' ? 'partners' : 'share',
      basis: 'archive',
      sources: [...sources].sort(),
      notes: [
        `partners, the same for all: ${common.join(', ')}; rank 1 is the most evenly spread`,
        ...(common.length < asked.length
          ? [
              `left out, being compared themselves: ${asked.filter((one) => !common.includes(one)).join(', ')}`,
            ]
          : []),
      ],
    };
  },
});
