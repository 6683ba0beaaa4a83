import { type Gap, gap, type Interval } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { quantiles, type Random } from '../random.ts';
import type { Layer } from './layers.ts';

/**
 * What other samples and other importances would have given: for each partner a value for each draw, NaN in a draw that
 * has none. No draws, where nothing is left to chance or choice.
 */
export interface Draws {
  readonly count: number;
  readonly byPartner: ReadonlyMap<string, Float64Array>;
}

const noDraws: Draws = { count: 0, byPartner: new Map() };

/** Importances drawn uniformly from all that sum to 1, Dirichlet(1, …, 1). */
const anyImportances = (layers: readonly Layer[], random: Random): number[] =>
  layers.map(() => random.gamma(1));

/** The values of each draw, as `draw` makes them from the draw's importances. */
function drawn(partners: readonly string[], draws: number, draw: () => ReadonlyMap<string, number>): Draws {
  const columns = partners.map(() => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    const values = draw();
    for (let j = 0; j < partners.length; j++) {
      const column = columns[j];
      if (column) column[k] = values.get(partners[j] ?? '') ?? Number.NaN;
    }
  }
  return {
    count: draws,
    byPartner: new Map(partners.map((partner, j) => [partner, columns[j] ?? new Float64Array()])),
  };
}

/** The weights under other samples of records and any importances. */
export function drawWeights(
  partners: readonly string[],
  whole: readonly string[],
  layers: readonly Layer[],
  draws: number,
  random: Random,
): Draws {
  if (layers.length === 0 || (layers.length === 1 && !layers[0]?.draw)) return noDraws;
  const fixed = scaledOf(layers);
  return drawn(partners, draws, () => {
    const omega = anyImportances(layers, random);
    const scaled = layers.map((layer, i) => layer.draw?.(random) ?? fixed[i] ?? new Map());
    return weightsOf(partners, whole, omega, scaled).byPartner;
  });
}

/** The directions likewise, with the cooperative share drawn from its posterior. */
export function drawDirections(
  partners: readonly string[],
  layers: readonly Layer[],
  draws: number,
  random: Random,
): Draws {
  if (layers.length === 0) return noDraws;
  return drawn(partners, draws, () => {
    const omega = anyImportances(layers, random);
    return meansOf(
      partners,
      omega,
      layers.map((layer) => layer.draw?.(random) ?? new Map<string, number>()),
    );
  });
}

/** The mean of each partner's values, weighted by the importances of the indicators that have one. */
function meansOf(
  partners: readonly string[],
  omega: readonly number[],
  values: readonly ReadonlyMap<string, number>[],
): Map<string, number> {
  const means = new Map<string, number>();
  for (const partner of partners) {
    let [sum, importance] = [0, 0];
    for (let i = 0; i < values.length; i++) {
      const value = values[i]?.get(partner);
      if (value === undefined) continue;
      sum += (omega[i] ?? 0) * value;
      importance += omega[i] ?? 0;
    }
    if (importance > 0) means.set(partner, sum / importance);
  }
  return means;
}

/** A partner's drawn values, those of the draws that have one. */
export const drawsOf = ({ byPartner }: Draws, partner: string): Float64Array =>
  byPartner.get(partner)?.filter((value) => !Number.isNaN(value)) ?? new Float64Array();

/** Draws no further apart than this are the same: what is left is rounding. */
const sameDraw = 1e-9;

/**
 * The interval of what was drawn, widened where need be to hold the value itself; a gap where no draw moves it, since
 * an interval without width would claim a certainty that nobody has.
 */
export function intervalOf(value: number, drawn: Float64Array): Interval | Gap {
  if (drawn.every((one) => Math.abs(one - value) <= sameDraw))
    return gap(
      'not-applicable',
      'neither chance nor choice moves it: one full count, or records that all say the same',
    );
  const tail = (1 - level) / 2;
  const [low = value, high = value] = quantiles(drawn, [tail, 1 - tail]);
  return {
    low: Math.min(value, low),
    high: Math.max(value, high),
    level,
    method: 'monte-carlo',
  };
}

export const scaledOf = (layers: readonly Layer[]): ReadonlyMap<string, number>[] =>
  layers.map(({ cells }) => new Map([...cells].map(([partner, { scaled }]) => [partner, scaled])));

/** Weights by partner. */
export interface Weights {
  readonly byPartner: ReadonlyMap<string, number>;
  /** What each partner's mean share was multiplied by. */
  readonly scale: number;
}

/** Weights by partner: mean shares, scaled to sum to 1 over the partners that stand for themselves. */
export function weightsOf(
  partners: readonly string[],
  whole: readonly string[],
  omega: readonly number[],
  scaled: readonly ReadonlyMap<string, number>[],
): Weights {
  const raw = meansOf(partners, omega, scaled);
  let named = 0;
  for (const partner of whole) named += raw.get(partner) ?? 0;
  const scale = 1 / named;
  if (!Number.isFinite(scale)) return { byPartner: new Map(), scale: 0 };
  for (const [partner, value] of raw) raw.set(partner, value * scale);
  return { byPartner: raw, scale };
}
