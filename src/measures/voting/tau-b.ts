import { gap, type Value } from '../../model/gap.ts';
import type { CrossTable } from './cross-table.ts';

/**
 * Kendall's τ_b of two series of levels: (C − D) / √((P − Tₓ)(P − T_y)), over all pairs P of places, C concordant, D
 * discordant, T tied. For comparison with older work only: it tells how levels rank, not how near they are.
 *
 * @returns from −1 to 1; a gap where one side has a single level
 * @see Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33(3): 239–251; against its use
 *   for policy positions: Signorino and Ritter (1999).
 * @example tauB(crossTable([1, 2, 3], [1, 2, 3], voteLevels)) // 1
 */
export function tauB({ levels, cells }: CrossTable): Value {
  const at = (a: number, b: number): number => cells[a * levels + b] ?? 0;
  const all = Array.from({ length: levels }, (_, level) => level);
  let difference = 0;
  for (const a of all)
    for (const b of all)
      for (let c = a + 1; c < levels; c++)
        for (const d of all) difference += at(a, b) * at(c, d) * Math.sign(d - b);
  const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);
  const n = sum([...cells]);
  if (n === 0) return gap('no-records');
  const untied = (margin: (level: number) => number): number =>
    (n ** 2 - sum(all.map((level) => margin(level) ** 2))) / 2;
  const first = untied((a) => sum(all.map((b) => at(a, b))));
  const second = untied((b) => sum(all.map((a) => at(a, b))));
  if (first <= 0 || second <= 0) return gap('not-applicable', 'one side is at the same level throughout');
  return difference / Math.sqrt(first * second);
}
