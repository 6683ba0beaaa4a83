import type { Interval } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { quantiles, type Random } from '../random.ts';

/** Draws from the binomial distribution of `p`: how many of `m`, given a uniform number. */
function binomial(p: number, random: Random): (m: number) => number {
  const cumulative = new Map<number, Float64Array>();
  return (m) => {
    if (m === 0 || p <= 0) return 0;
    if (p >= 1) return m;
    const none = (1 - p) ** m;
    if (none === 0) {
      let sum = 0; // too many for the table: one by one
      for (let i = 0; i < m; i++) if (random.uniform() < p) sum += 1;
      return sum;
    }
    let table = cumulative.get(m);
    if (!table) {
      table = new Float64Array(m + 1);
      let share = none;
      let sum = 0;
      for (let k = 0; k <= m; k++) {
        sum += share;
        table[k] = sum;
        share *= ((m - k) / (k + 1)) * (p / (1 - p));
      }
      cumulative.set(m, table);
    }
    const u = random.uniform();
    let [low, high] = [0, m];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((table[middle] ?? 1) > u) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/**
 * Resamples whole counts with replacement, as the bootstrap does with the records behind them: a draw is multinomial,
 * made of one binomial for each cell.
 *
 * @returns fills `into` with a draw, as long as `counts`
 */
export function countsResampler(counts: ArrayLike<number>, random: Random): (into: Float64Array) => void {
  const filled = Array.from(counts, (count, cell) => ({ count, cell })).filter(({ count }) => count > 0);
  const n = filled.reduce((sum, { count }) => sum + count, 0);
  let left = n;
  const steps = filled.map(({ count, cell }) => {
    const draw = binomial(count / left, random);
    left -= count;
    return { cell, draw };
  });
  return (into) => {
    into.fill(0);
    let remaining = n;
    for (const { cell, draw } of steps) {
      const drawn = draw(remaining);
      into[cell] = drawn;
      remaining -= drawn;
    }
  };
}

/** The equal-tailed percentile interval of bootstrap values. */
export function percentileInterval(values: ArrayLike<number>): Interval {
  const [low = Number.NaN, high = Number.NaN] = quantiles(values, [(1 - level) / 2, (1 + level) / 2]);
  return { low, high, level, method: 'bootstrap' };
}
