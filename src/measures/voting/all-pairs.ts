import { gap, type Value } from '../../model/gap.ts';
import { isCast, isChosen, unanimous } from './ballots.ts';
import { type BallotChoices, type RollCallChoices, usualChoices } from './choices.ts';
import { type VoteTable, voteCodes } from './votes.ts';

/** How every two states voted in one session: whole counts, one for each pair. */
export interface PairCounts {
  readonly session: number;
  /** Those that voted in it, sorted. The pair of states `a < b` stands at `pairAt(a, b)`. */
  readonly states: readonly string[];
  /** Roll calls in which both voted. */
  readonly both: Uint16Array;
  /** Of them: in which both voted the same. */
  readonly same: Uint16Array;
  /** Of them: in which one voted yes and the other no. */
  readonly opposite: Uint16Array;
}

/** Where the pair of the states with places `a < b` stands. */
export const pairAt = (a: number, b: number): number => (b * (b - 1)) / 2 + a;

/** Bits that are set in a word of 32. */
function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The votes of every two states in every session, or in one. Each state's yes, abstentions and noes of a session are
 * sets of bits, so that 32 roll calls are compared at once. Absences are left out.
 *
 * @example pairAgreement(allPairs(votes, 74)[0], 0)
 */
export function allPairs(
  table: VoteTable,
  session?: number,
  choices: RollCallChoices & Pick<BallotChoices, 'abstention'> = usualChoices,
): PairCounts[] {
  const same = choices.unanimous === 'leave-out' ? unanimous(table) : undefined;
  const bySession = new Map<number, number[]>();
  for (const [r, call] of table.calls.entries()) {
    if (session !== undefined && call.session !== session) continue;
    if (!isChosen(call, same?.[r] === 1, choices)) continue;
    const chosen = bySession.get(call.session) ?? [];
    bySession.set(call.session, chosen);
    chosen.push(r);
  }
  return [...bySession].map(([one, chosen]) => pairsOf(table, one, chosen, choices.abstention === 'keep'));
}

function pairsOf(
  { states, calls, cells }: VoteTable,
  session: number,
  chosen: readonly number[],
  withAbstentions: boolean,
): PairCounts {
  const words = Math.ceil(chosen.length / 32);
  const present = states.flatMap((_, s) =>
    chosen.some((r) => isCast(cells[s * calls.length + r])) ? [s] : [],
  );
  const sets = (): Int32Array => new Int32Array(present.length * words);
  const [cast, yes, no] = [sets(), sets(), sets()];
  for (const [p, s] of present.entries())
    for (const [i, r] of chosen.entries()) {
      const code = cells[s * calls.length + r];
      if (!isCast(code) || (code === voteCodes.abstain && !withAbstentions)) continue;
      const word = p * words + (i >>> 5);
      const bit = 1 << (i & 31);
      cast[word] = (cast[word] ?? 0) | bit;
      if (code === voteCodes.yes) yes[word] = (yes[word] ?? 0) | bit;
      if (code === voteCodes.no) no[word] = (no[word] ?? 0) | bit;
    }
  const pairs = (present.length * (present.length - 1)) / 2;
  const counts = {
    both: new Uint16Array(pairs),
    same: new Uint16Array(pairs),
    opposite: new Uint16Array(pairs),
  };
  // Plain names in the innermost loop: taking arrays apart here would cost three times as much.
  for (let b = 0, pair = 0; b < present.length; b++)
    for (let a = 0; a < b; a++, pair++) {
      let both = 0;
      let different = 0;
      let opposite = 0;
      for (let x = a * words, y = b * words, end = x + words; x < end; x++, y++) {
        const together = (cast[x] as number) & (cast[y] as number);
        const oneYes = (yes[x] as number) ^ (yes[y] as number);
        const oneNo = (no[x] as number) ^ (no[y] as number);
        const contrary = oneYes & oneNo & together;
        both += ones(together);
        different += ones((oneYes | oneNo) & together);
        if (contrary !== 0) opposite += ones(contrary);
      }
      counts.both[pair] = both;
      counts.same[pair] = both - different;
      counts.opposite[pair] = opposite;
    }
  return { session, states: present.map((s) => states[s] ?? ''), ...counts };
}

/** Agreement of a pair from its counts, [0, 1]; a gap where the two never voted together. */
export function pairAgreement({ both, same, opposite }: PairCounts, pair: number, graded = false): Value {
  const n = both[pair] ?? 0;
  if (n === 0) return gap('no-records', 'never voted together');
  const alike = same[pair] ?? 0;
  return (graded ? alike + (n - alike - (opposite[pair] ?? 0)) / 2 : alike) / n;
}

/** Signorino and Ritter's S of a pair from its counts, absolute, [−1, 1]; a gap where the two never voted together. */
export function pairSScore(counts: PairCounts, pair: number): Value {
  const graded = pairAgreement(counts, pair, true);
  return typeof graded === 'number' ? 2 * graded - 1 : graded;
}
