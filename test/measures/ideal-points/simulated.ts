import { type Responses, seeded } from '../../../src/measures/index.ts';

/** Votes by the model itself, from points that wander; one state in ten is not there from the beginning. */
export interface Simulated {
  readonly responses: Responses;
  /** True point of each state in each session. */
  readonly truth: readonly (readonly number[])[];
}

export interface Wanted {
  readonly states: number;
  readonly sessions: number;
  /** Roll calls in each session. */
  readonly calls: number;
  readonly seed: string;
  /** Share of each session's resolutions that recur from the one before. */
  readonly recurring?: number;
}

/** The first state is the United States, at the upper end. */
export function simulated({ states, sessions, calls, seed, recurring = 0.3 }: Wanted): Simulated {
  const { normal, uniform } = seeded(seed);
  const truth = Array.from({ length: states }, (_, s) => {
    let point = s === 0 ? 2.5 : normal();
    return Array.from({ length: sessions }, () => {
      point += 0.15 * normal();
      return point;
    });
  });
  const numbers: number[] = [];
  const kinds: { slope: number; lower: number; upper: number }[] = [];
  const all = sessions * calls;
  const votes = new Int8Array(states * all);
  for (let call = 0; call < all; call++) {
    const before = call - calls;
    if (before >= 0 && uniform() < recurring) {
      numbers.push(numbers[before] as number);
      kinds.push(kinds[before] as (typeof kinds)[number]);
    } else {
      const middle = normal();
      numbers.push(call);
      kinds.push({ slope: 0.5 + uniform(), lower: middle - 0.3, upper: middle + 0.3 });
    }
    const { slope, lower, upper } = kinds[call] as (typeof kinds)[number];
    const session = Math.floor(call / calls);
    for (let s = 0; s < states; s++) {
      if (s % 10 === 9 && session < sessions / 2) continue;
      const response = slope * (truth[s]?.[session] ?? 0) + normal();
      votes[s * all + call] = response < lower ? 1 : response < upper ? 2 : 3;
    }
  }
  return {
    responses: {
      states: Array.from({ length: states }, (_, s) => (s === 0 ? 'USA' : `S${String(s).padStart(2, '0')}`)),
      sessions: Array.from({ length: all }, (_, call) => 20 + Math.floor(call / calls)),
      resolutions: numbers,
      votes,
    },
    truth,
  };
}

/** Pearson's correlation. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, one) => sum + one, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [da, db] = [(a[i] ?? 0) - ma, (b[i] ?? 0) - mb];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / Math.sqrt(aa * bb);
}
