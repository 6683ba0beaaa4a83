import type { Dimension } from '../../model/dimension.ts';
import { type Gap, gap, type Interval, isGap } from '../../model/gap.ts';
import { indicatorById } from '../../model/indicator.ts';
import type { Balance, Term, Vector } from '../../model/measured.ts';
import type { Records } from '../../model/records.ts';
import { netCooperationInterval, tooFew } from '../events/event-balance.ts';
import { seeded } from '../random.ts';
import { balanceOf } from './balance.ts';
import {
  type Draws,
  drawDirections,
  drawsOf,
  drawWeights,
  intervalOf,
  scaledOf,
  weightsOf,
} from './draws.ts';
import { countSigns, type Layer, layerOf } from './layers.ts';
import { type Mapping, mappings, recordYears } from './mapping.ts';
import { groupsOf, recordsOf } from './signed-records.ts';

/** How vectors are to be computed. */
export interface VectorOptions {
  readonly year: number;
  /** How often chance and the importances are drawn for the intervals; 0 for none. */
  readonly draws?: number;
  /** Another table of indicators, or other importances. */
  readonly mappings?: readonly Mapping[];
}

/** The vectors of one dimension in one year, and their balance. */
export interface Measured {
  readonly vectors: readonly Vector[];
  readonly balance: Balance;
}

/** A dimension with what its intervals were made of, for those who draw further. */
export interface MeasuredDraws extends Measured {
  /** Partners that stand for themselves, and no group of the list. */
  readonly whole: readonly string[];
  /** The indicators behind the weights. */
  readonly layers: readonly Layer[];
  /** Drawn weights by partner, those of members of a group among them. */
  readonly drawn: Draws;
  /** Drawn directions by partner. */
  readonly drawnDirections: Draws;
}

export const defaultDraws = 1000;

/**
 * Vectors of the focal state with each partner in one dimension and year.
 *
 * Weight: wⱼ = rⱼ / Σ r over the partners, rⱼ = Σᵢ ωᵢ sᵢⱼ / Σᵢ ωᵢ, sᵢⱼ the partner's share in indicator i and ωᵢ the
 * indicator's importance, both sums over the indicators that have a figure for the partner. The weights sum to 1 over
 * the partners that are not members of another partner.
 * Direction: dⱼ = Σᵢ ωᵢ pᵢⱼ / Σᵢ ωᵢ, pᵢⱼ in [−1, 1] (see `mappings`).
 * Intervals: 5th to 95th percentile when records are resampled, votes redrawn and the importances drawn anew from
 * Dirichlet(1, …, 1): chance and choice together.
 *
 * @throws never: what cannot be computed is a gap
 */
export function measureDimension(records: Records, dimension: Dimension, options: VectorOptions): Measured {
  const { vectors, balance } = measureDraws(records, dimension, options);
  return { vectors, balance };
}

/** As `measureDimension`, and the drawn weights with it. */
export function measureDraws(records: Records, dimension: Dimension, options: VectorOptions): MeasuredDraws {
  const { year, draws = defaultDraws } = options;
  const table = (options.mappings ?? mappings).filter((mapping) => mapping.dimension === dimension);
  const groups = groupsOf(records, records.partners, year);
  const whole = records.partners.filter((partner) => !groups.has(partner));
  const layers = table.flatMap((mapping) => layerOf(records, mapping, year, whole) ?? []);
  const weighing = layers.filter(({ mapping }) => mapping.part === 'weight');
  const comparing = weighing.filter((layer) => compares(layer, whole));
  const weightLayers = comparing.some((layer) => mayStandAlone(layer, year)) ? comparing : [];
  const directionLayers = layers.filter(({ mapping }) => mapping.part === 'direction');
  const random = seeded(`${records.focal} ${dimension} ${year}`);

  const weights = weightsOf(records.partners, whole, importances(weightLayers), scaledOf(weightLayers));
  const drawn = drawWeights(records.partners, whole, weightLayers, draws, random);
  const drawnDirections = drawDirections(records.partners, directionLayers, draws, random);

  const weighsRecords = table.some(({ part, indicator }) => part === 'weight' && indicator === 'records');
  const list = weighsRecords ? recordsOf(records, dimension, year, recordYears).length : 0;
  const thin =
    comparing.length > 0
      ? gap('not-covered', `no figure of ${year} itself`)
      : weighing.length > 0
        ? gap('too-few-records', 'figures for one partner alone')
        : list === 0
          ? gap('no-records')
          : tooFew(list);
  const without = weightLayers.length === 0 ? thin : gap('not-covered');
  const vectors = records.partners.map((partner): Vector => {
    const weight = weights.byPartner.get(partner);
    const weightTerms = termsOf(partner, weightLayers, weights.scale);
    const directionTerms = directionOf(partner, directionLayers);
    const direction =
      directionTerms.length > 0 ? total(directionTerms) : directionGap(records, dimension, year, partner);
    return {
      id: `${records.focal}.${partner}.${dimension}.${year}`,
      focal: records.focal,
      partner,
      dimension,
      period: String(year),
      weight: weight ?? without,
      weightInterval: weight === undefined ? without : weightInterval(weight, weightLayers, drawn, partner),
      direction,
      directionInterval: isGap(direction)
        ? direction
        : directionInterval(direction, partner, directionLayers, drawnDirections),
      within: groups.get(partner),
      n: new Set([...weightTerms, ...directionTerms].flatMap((term) => term.records)).size,
      terms: [...weightTerms, ...directionTerms],
    };
  });
  return {
    vectors,
    balance: balanceOf(records, dimension, year, whole, vectors, drawn, weightLayers, thin),
    whole,
    layers: weightLayers,
    drawn,
    drawnDirections,
  };
}

/**
 * Whether an indicator sets partners side by side. One that knows a single partner of several says nothing of that
 * partner's share beside the others; the dossier's own records do, since they could have been about any.
 */
const compares = ({ mapping, cells }: Layer, whole: readonly string[]): boolean =>
  mapping.indicator === 'records' ||
  whole.length < 2 ||
  whole.filter((partner) => cells.has(partner)).length > 1;

/**
 * Whether weights of the year may rest on the indicator alone. Figures of earlier years stand in beside those of the
 * year itself; alone they would show a change of what is counted as a change of the ties.
 */
const mayStandAlone = ({ mapping, period }: Layer, year: number): boolean =>
  mapping.indicator === 'records' ||
  period.endsWith(String(year)) ||
  indicatorById.get(mapping.indicator)?.steady === true;

const total = (terms: readonly Term[]): number =>
  terms.reduce((sum, { contribution }) => sum + contribution, 0);

const importances = (layers: readonly Layer[]): number[] => layers.map(({ mapping }) => mapping.importance);

function termsOf(partner: string, layers: readonly Layer[], scale: number): Term[] {
  const own = layers.filter(({ cells }) => cells.has(partner));
  const importance = own.reduce((sum, { mapping }) => sum + mapping.importance, 0);
  return own.map((layer) => term(layer, partner, (scale * layer.mapping.importance) / importance));
}

function directionOf(partner: string, layers: readonly Layer[]): Term[] {
  return termsOf(partner, layers, 1);
}

function term(
  { mapping, title, unit, period, source, total, cells }: Layer,
  partner: string,
  factor: number,
): Term {
  const { amount, scaled, records } = cells.get(partner) ?? { amount: 0, scaled: 0, records: [] };
  return {
    part: mapping.part,
    indicator: mapping.indicator,
    title,
    period,
    amount,
    unit,
    total,
    scaled,
    importance: mapping.importance,
    contribution: scaled * factor,
    records,
    source,
  };
}

/** Why a partner has no direction. */
function directionGap(records: Records, dimension: Dimension, year: number, partner: string): Gap {
  const { n } = countSigns(recordsOf(records, dimension, year, recordYears), partner);
  return n === 0 ? gap('no-records') : tooFew(n);
}

function weightInterval(
  weight: number,
  layers: readonly Layer[],
  drawn: Draws,
  partner: string,
): Interval | Gap {
  if (drawn.count === 0)
    return layers.some(({ draw }) => draw) || layers.length > 1
      ? gap('unknown', 'not drawn')
      : gap('not-applicable', 'one full count: neither chance nor choice is in it');
  return intervalOf(weight, drawsOf(drawn, partner));
}

function directionInterval(
  value: number,
  partner: string,
  layers: readonly Layer[],
  drawn: Draws,
): Interval | Gap {
  const own = layers.filter(({ cells }) => cells.has(partner));
  if (drawn.count === 0) return gap('unknown', 'not drawn');
  const [only] = own;
  if (own.length === 1 && only) {
    const signs = only.signs?.get(partner);
    if (signs) return netCooperationInterval(signs.cooperative, signs.conflictual); // exact, where draws only come near
  }
  return intervalOf(value, drawsOf(drawn, partner));
}
