import { type Gap, gap, type Interval, type Value } from '../../model/gap.ts';
import { seeded } from '../random.ts';
import { agreementDraws } from './agreement.ts';
import type { CrossTable } from './cross-table.ts';
import { isUnion, type PairVotes } from './pair-votes.ts';
import { countsResampler, percentileInterval } from './resample.ts';

/** Below this share of draws that give a value there is no interval. */
const fewestDraws = 0.5;

/**
 * The votes of a pair against each other. Each roll call weighs 1; that of a group is spread over its members' votes, so
 * that agreement read off the table is the mean over roll calls of the share of members that agree.
 */
export function pairTable(
  { own, others }: Pick<PairVotes, 'own' | 'others'>,
  calls?: Uint32Array,
): CrossTable {
  const cells = new Float64Array(9);
  const n = calls?.length ?? own.length;
  for (let i = 0; i < n; i++) {
    const r = calls ? (calls[i] ?? 0) : i;
    const row = ((own[r] ?? 1) - 1) * 3;
    const [yes = 0, abstain = 0, no = 0] = [others[r * 3], others[r * 3 + 1], others[r * 3 + 2]];
    const all = yes + abstain + no;
    cells[row] = (cells[row] ?? 0) + yes / all;
    cells[row + 1] = (cells[row + 1] ?? 0) + abstain / all;
    cells[row + 2] = (cells[row + 2] ?? 0) + no / all;
  }
  return { levels: 3, cells };
}

/** 90 % percentile bootstrap over the roll calls of a pair. */
function interval(focal: string, pair: PairVotes, formula: (table: CrossTable) => Value): Interval | Gap {
  const random = seeded(`votes ${focal} ${pair.partner} ${pair.period}`);
  const n = pair.own.length;
  const calls = new Uint32Array(n);
  const cells = new Float64Array(9);
  const resample = isUnion(pair.partner) ? undefined : countsResampler(pairTable(pair).cells, random);
  const values: number[] = [];
  for (let draw = 0; draw < agreementDraws; draw++) {
    resample?.(cells);
    if (!resample) for (let i = 0; i < n; i++) calls[i] = Math.floor(random.uniform() * n);
    const value = formula(resample ? { levels: 3, cells } : pairTable(pair, calls));
    if (typeof value === 'number') values.push(value);
  }
  return values.length < fewestDraws * agreementDraws
    ? gap('too-few-records', 'most draws of the bootstrap have no value')
    : percentileInterval(values);
}

/** What a formula of a table of votes gives for a pair, with its interval. */
export function tableStatistic(focal: string, formula: (table: CrossTable) => Value) {
  return (pair: PairVotes, intervals: boolean): { value: Value; interval?: Interval | Gap } => {
    const value = formula(pairTable(pair));
    return typeof value === 'number' && intervals
      ? { value, interval: interval(focal, pair, formula) }
      : { value };
  };
}
