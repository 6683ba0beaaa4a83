/** A point of a state in a session, and how many votes it rests on. */
export interface StatePoint {
  readonly state: string;
  readonly session: number;
  readonly votes: number;
  readonly value: number;
}

interface Pair {
  readonly one: StatePoint;
  readonly other: StatePoint;
}

/** Pearson's correlation. */
function correlationOf(pairs: readonly Pair[]): number {
  const mean = (of: (pair: Pair) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [a, b] = [mean(({ one }) => one.value), mean(({ other }) => other.value)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const { one, other } of pairs) {
    ab += (one.value - a) * (other.value - b);
    aa += (one.value - a) ** 2;
    bb += (other.value - b) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How two sets of points agree: over all, within a state, and in each session. */
export function agreementWith(
  ours: readonly StatePoint[],
  theirs: readonly StatePoint[],
): {
  readonly pairs: readonly Pair[];
  readonly correlation: number;
  readonly within: (state: string) => number;
  readonly bySession: ReadonlyMap<number, number>;
} {
  const key = ({ state, session }: StatePoint): string => `${state} ${session}`;
  const known = new Map(theirs.map((one) => [key(one), one]));
  const pairs = ours.flatMap((one): Pair[] => {
    const other = known.get(key(one));
    return other ? [{ one, other }] : [];
  });
  const sessions = [...new Set(pairs.map(({ one }) => one.session))].sort((a, b) => a - b);
  return {
    pairs,
    correlation: correlationOf(pairs),
    within: (state) => correlationOf(pairs.filter(({ one }) => one.state === state)),
    bySession: new Map(
      sessions.map((session) => [session, correlationOf(pairs.filter(({ one }) => one.session === session))]),
    ),
  };
}
