import { type Gap, gap, type Interval } from '../model/gap.ts';
import { level } from './event-balance.ts';
import type { Layer } from './layers.ts';
import { quantiles, type Random } from './random.ts';

/** Partner by draw: the values that another sample and other importances would have given. */
export type Draws = readonly ReadonlyMap<string, number>[];

/** Importances drawn uniformly from all that sum to 1, Dirichlet(1, …, 1). */
const anyImportances = (layers: readonly Layer[], random: Random): number[] =>
  layers.map(() => random.gamma(1));

/** The weights under other samples of records and any importances; empty where nothing is left to chance or choice. */
export function drawWeights(
  partners: readonly string[],
  whole: readonly string[],
  layers: readonly Layer[],
  draws: number,
  random: Random,
): Draws {
  if (layers.length === 0 || (layers.length === 1 && !layers[0]?.draw)) return [];
  const fixed = scaledOf(layers);
  return Array.from(
    { length: draws },
    () =>
      weightsOf(
        partners,
        whole,
        anyImportances(layers, random),
        layers.map((layer, i) => layer.draw?.(random) ?? fixed[i] ?? new Map()),
      ).byPartner,
  );
}

/** The directions likewise, with the cooperative share drawn from its posterior. */
export function drawDirections(
  partners: readonly string[],
  layers: readonly Layer[],
  draws: number,
  random: Random,
): Draws {
  if (layers.length === 0) return [];
  return Array.from({ length: draws }, () => {
    const omega = anyImportances(layers, random);
    const values = layers.map((layer) => layer.draw?.(random) ?? new Map<string, number>());
    const directions = new Map<string, number>();
    for (const partner of partners) {
      let [sum, importance] = [0, 0];
      for (const [i, layer] of layers.entries()) {
        const value = values[i]?.get(partner);
        if (value === undefined || !layer.cells.has(partner)) continue;
        sum += (omega[i] ?? 0) * value;
        importance += omega[i] ?? 0;
      }
      if (importance > 0) directions.set(partner, sum / importance);
    }
    return directions;
  });
}

/** Draws no further apart than this are the same: what is left is rounding. */
const sameDraw = 1e-9;

/**
 * The interval of what was drawn, widened where need be to hold the value itself; a gap where no draw moves it, since
 * an interval without width would claim a certainty that nobody has.
 */
export function intervalOf(value: number, drawn: readonly number[]): Interval | Gap {
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
  const raw = new Map<string, number>();
  for (const partner of partners) {
    let [sum, importance] = [0, 0];
    for (let i = 0; i < scaled.length; i++) {
      const value = scaled[i]?.get(partner);
      if (value === undefined) continue;
      sum += (omega[i] ?? 0) * value;
      importance += omega[i] ?? 0;
    }
    if (importance > 0) raw.set(partner, sum / importance);
  }
  let named = 0;
  for (const partner of whole) named += raw.get(partner) ?? 0;
  const scale = 1 / named;
  if (!Number.isFinite(scale)) return { byPartner: new Map(), scale: 0 };
  for (const [partner, value] of raw) raw.set(partner, value * scale);
  return { byPartner: raw, scale };
}
