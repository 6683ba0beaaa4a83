import { MultivectorError } from '../../model/errors.ts';

/** Slack in standard deviations: half the shift to be found soonest, one deviation. */
export const usualSlack = 0.5;

/** Height of an alarm in standard deviations: a false one in 465 values of a steady series. */
export const usualHeight = 5;

/** Sums after a value. */
export interface Sums {
  /** S⁺, what has gathered above the level. */
  readonly up: number;
  /** S⁻, what has gathered below it. */
  readonly down: number;
  /** Whether a sum has passed the height here; both then begin again. */
  readonly alarm: 'up' | 'down' | undefined;
}

export interface CusumOptions {
  /** The level to be kept. */
  readonly mean: number;
  /** Standard deviation about it, above 0. */
  readonly deviation: number;
  readonly k?: number;
  readonly h?: number;
}

/**
 * Cumulative sums of what lies above and below a level, S⁺ = max(0, S⁺ + z − k) and S⁻ = max(0, S⁻ − z − k), with an
 * alarm where one passes h.
 *
 * @returns one for each value; sums are in standard deviations, at least 0
 * @throws MultivectorError `input` for what cannot be
 * @see Page, E. S. (1954). Continuous inspection schemes. Biometrika 41(1/2): 100–115; Montgomery, D. C. (2013).
 *   Introduction to Statistical Quality Control, 7th edition. Wiley, section 9.1.
 * @example cusum([0, 3, 3], {mean: 0, deviation: 1, h: 4}).map(({up}) => up) // [0, 2.5, 5]
 */
export function cusum(
  series: readonly number[],
  { mean, deviation, k = usualSlack, h = usualHeight }: CusumOptions,
): Sums[] {
  if (!(deviation > 0 && Number.isFinite(deviation)))
    throw new MultivectorError('input', `the deviation is ${deviation}; it must be finite and above 0`);
  if (!(k >= 0 && h > 0))
    throw new MultivectorError('input', `k is ${k} and h ${h}; k must be ≥ 0 and h above 0`);
  let [up, down] = [0, 0];
  return series.map((value) => {
    const z = (value - mean) / deviation;
    up = Math.max(0, up + z - k);
    down = Math.max(0, down - z - k);
    const alarm = Math.max(up, down) <= h ? undefined : up > down ? 'up' : 'down';
    const sums: Sums = { up, down, alarm };
    if (alarm) [up, down] = [0, 0];
    return sums;
  });
}
