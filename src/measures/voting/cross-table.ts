import { MultivectorError } from '../../model/errors.ts';

/** How often one side's level met each level of the other's; the levels are equally far apart. */
export interface CrossTable {
  /** How many levels there are: 3 for yes, abstain, no. */
  readonly levels: number;
  /** `cells[a × levels + b]`: how often, or with what weight, the first had level `a` and the second `b`. */
  readonly cells: Float64Array;
}

/** The levels of votes: yes, abstain, no. */
export const voteLevels = [1, 3] as const;

/**
 * Counts two series of levels against each other.
 *
 * @param x whole numbers from `least` to `greatest`, one for each roll call or each other state
 * @param y as long as `x`
 * @param levels the least and the greatest level that is possible, whether or not it was met
 * @param weights one for each place, finite and ≥ 0; 1 each if left out
 * @throws MultivectorError `input` for lengths that differ, a level outside the range, or a weight below 0
 * @example crossTable([1, 1, 3], [1, 2, 3], voteLevels).levels // 3
 */
export function crossTable(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  [least, greatest]: readonly [number, number],
  weights?: ArrayLike<number>,
): CrossTable {
  const fault = (text: string): MultivectorError => new MultivectorError('input', `crossTable: ${text}`);
  if (x.length !== y.length || (weights && weights.length !== x.length))
    throw fault(
      `${[x, y, ...(weights ? [weights] : [])].map((one) => one.length).join(', ')} entries; as many are needed of each`,
    );
  if (!(Number.isInteger(least) && Number.isInteger(greatest) && greatest > least))
    throw fault(`levels from ${least} to ${greatest} are not two or more whole numbers`);
  const levels = greatest - least + 1;
  const cells = new Float64Array(levels * levels);
  const place = (level: number | undefined): number => {
    if (level !== undefined && Number.isInteger(level) && level >= least && level <= greatest)
      return level - least;
    throw fault(`a level is ${level}; it must be a whole number from ${least} to ${greatest}`);
  };
  for (let i = 0; i < x.length; i++) {
    const weight = weights ? (weights[i] ?? Number.NaN) : 1;
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw fault(`a weight is ${weight}; it must be finite and ≥ 0`);
    const at = place(x[i]) * levels + place(y[i]);
    cells[at] = (cells[at] ?? 0) + weight;
  }
  return { levels, cells };
}

/** How far apart two levels are: |a − b| or (a − b)². */
export type Distance = 'linear' | 'squared';

const distanceOf = (a: number, b: number, distance: Distance): number =>
  distance === 'squared' ? (a - b) ** 2 : Math.abs(a - b);

/** Sum of all cells. */
export const total = ({ cells }: CrossTable): number => {
  let sum = 0;
  for (const cell of cells) sum += cell;
  return sum;
};

/** Mean distance in levels of what was seen; the total must not be 0. */
export function observedDistance({ levels, cells }: CrossTable, distance: Distance): number {
  let [sum, all] = [0, 0];
  for (let a = 0; a < levels; a++)
    for (let b = 0; b < levels; b++) {
      const cell = cells[a * levels + b] ?? 0;
      sum += cell * distanceOf(a, b, distance);
      all += cell;
    }
  return sum / all;
}

/**
 * Mean distance if chance alone matched the levels.
 *
 * @param margins `own`: each side keeps its own shares of levels (Cohen); `shared`: both have the mean of the two (Scott)
 */
export function expectedDistance(
  { levels, cells }: CrossTable,
  distance: Distance,
  margins: 'own' | 'shared',
): number {
  const first = new Float64Array(levels);
  const second = new Float64Array(levels);
  let all = 0;
  for (let a = 0; a < levels; a++)
    for (let b = 0; b < levels; b++) {
      const cell = cells[a * levels + b] ?? 0;
      first[a] = (first[a] ?? 0) + cell;
      second[b] = (second[b] ?? 0) + cell;
      all += cell;
    }
  if (margins === 'shared')
    for (let a = 0; a < levels; a++) first[a] = second[a] = ((first[a] ?? 0) + (second[a] ?? 0)) / 2;
  let sum = 0;
  for (let a = 0; a < levels; a++)
    for (let b = 0; b < levels; b++) sum += (first[a] ?? 0) * (second[b] ?? 0) * distanceOf(a, b, distance);
  return sum / all ** 2;
}
