import { membersOn } from '../../model/european-union.ts';
import type { By } from '../measure.ts';
import { activePeriods, ballots, rollCallPeriods, withAbsences } from './ballots.ts';
import { type BallotChoices, type RollCallChoices, usualChoices } from './choices.ts';
import { type VoteTable, voteCodes } from './votes.ts';

/** How a state and a partner voted in one session or year. */
export interface PairVotes {
  readonly partner: string;
  readonly period: number;
  /** The state's votes, 1 yes, 2 abstain, 3 no, one for each roll call in which both sides voted. */
  readonly own: Uint8Array;
  /** Beside each of them how many of the partner voted yes, abstain, no: of a state one; of a group its members. */
  readonly others: Uint8Array;
  /** Roll calls asked for in which the state voted, whatever its partner did. */
  readonly ownVotes: number;
  /** Roll calls asked for. */
  readonly asked: number;
  /** Whether the source says of roll calls what they were asked for by. */
  readonly isCoded: boolean;
  /** Whether a vote of the partner is known at all. */
  readonly isKnown: boolean;
  /** The data set that most of the roll calls are from. */
  readonly source: string;
  /** What the state, and the partner where it is one, did in the roll calls asked for. */
  readonly conduct: readonly Conduct[];
}

/** What a state did beside yes and no. */
export interface Conduct {
  readonly state: string;
  readonly voted: number;
  readonly abstained: number;
  readonly absent: number;
}

/** Counts the votes, abstentions and absences of a state in some roll calls. */
export function conductOf(state: string, votes: Int8Array, calls: readonly number[]): Conduct {
  let [voted, abstained, absent] = [0, 0, 0];
  for (const r of calls) {
    const code = votes[r] ?? voteCodes.none;
    if (code === voteCodes.absent) absent += 1;
    else if (code >= voteCodes.yes && code <= voteCodes.no) voted += 1;
    if (code === voteCodes.abstain) abstained += 1;
  }
  return { state, voted, abstained, absent };
}

/** The European Union has no vote of its own: its members on the day do. */
export const isUnion = (partner: string): boolean => partner === 'EU';

/** How many of a partner voted yes, abstain, no in each roll call; nothing for a partner of whom no vote is known. */
function countsOf(table: VoteTable, partner: string, choices: BallotChoices): Uint8Array | undefined {
  const { calls } = table;
  const counts = new Uint8Array(calls.length * 3);
  const add = (state: string, isMember: (r: number) => boolean): boolean => {
    const votes = withAbsences(table, state);
    if (!votes) return false;
    for (const [r, code] of ballots(votes, choices).entries())
      if (code !== 0 && isMember(r)) counts[r * 3 + code - 1] = (counts[r * 3 + code - 1] ?? 0) + 1;
    return true;
  };
  if (!isUnion(partner)) return add(partner, () => true) ? counts : undefined;
  const days = new Map<string, ReadonlySet<string>>();
  for (const { day } of calls) if (!days.has(day)) days.set(day, new Set(membersOn(day)));
  const found = membersOn().map((state) =>
    add(state, (r) => days.get(calls[r]?.day ?? '')?.has(state) ?? false),
  );
  return found.includes(true) ? counts : undefined;
}

/** The votes of a state beside those of each partner, period by period, from the first in which the state voted to the last. */
export function pairVotes(
  table: VoteTable,
  {
    focal,
    partners,
    by,
    from,
    to,
  }: {
    readonly focal: string;
    readonly partners: readonly string[];
    readonly by: By;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  },
  choices: RollCallChoices & BallotChoices = usualChoices,
): PairVotes[] {
  const votes = withAbsences(table, focal);
  if (!votes) return [];
  const own = ballots(votes, choices);
  const sides = partners.map((partner) => ({
    partner,
    counts: countsOf(table, partner, choices),
    votes: isUnion(partner) ? undefined : withAbsences(table, partner),
  }));
  return activePeriods(rollCallPeriods(table, by, choices), votes)
    .filter(({ period }) => (from === undefined || period >= from) && (to === undefined || period <= to))
    .flatMap(({ period, chosen, isCoded }) => {
      const cast = chosen.filter((r) => own[r] !== 0);
      const conduct = conductOf(focal, votes, chosen);
      const tally = new Map<string, number>();
      for (const r of chosen) {
        const source = table.calls[r]?.source ?? '';
        tally.set(source, (tally.get(source) ?? 0) + 1);
      }
      const [source = ''] = [...tally].sort(([, a], [, b]) => b - a)[0] ?? [];
      return sides.map(({ partner, counts, votes: theirs }): PairVotes => {
        const both = counts
          ? cast.filter((r) => (counts[r * 3] ?? 0) + (counts[r * 3 + 1] ?? 0) + (counts[r * 3 + 2] ?? 0) > 0)
          : [];
        const others = new Uint8Array(both.length * 3);
        for (const [i, r] of both.entries()) if (counts) others.set(counts.subarray(r * 3, r * 3 + 3), i * 3);
        return {
          partner,
          period,
          own: Uint8Array.from(both, (r) => own[r] ?? 0),
          others,
          ownVotes: cast.length,
          asked: chosen.length,
          isCoded,
          isKnown: counts !== undefined,
          source,
          conduct: [conduct, ...(theirs ? [conductOf(partner, theirs, chosen)] : [])],
        };
      });
    });
}
