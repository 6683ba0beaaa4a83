import type { By } from '../measure.ts';
import type { BallotChoices, RollCallChoices } from './choices.ts';
import { type RollCall, type VoteTable, voteCodes, votesOf } from './votes.ts';

const { none, yes, abstain, no, absent } = voteCodes;
/** Whether a code is yes, abstain or no. */
export const isCast = (code: number | undefined): boolean => code !== undefined && code >= yes && code <= no;

/** First roll call of each session and the one after its last. */
export function sessionsOf({ calls }: VoteTable): Map<number, readonly [from: number, to: number]> {
  const sessions = new Map<number, readonly [number, number]>();
  for (const [r, { session }] of calls.entries())
    sessions.set(session, [sessions.get(session)?.[0] ?? r, r + 1]);
  return sessions;
}

/**
 * The votes of a state with its absences, `voteCodes`. Where a source does not list absences, a state that voted at
 * least once in a session was a member, and absent wherever it has no vote.
 */
export function withAbsences(table: VoteTable, state: string): Int8Array | undefined {
  const known = filled.get(table) ?? new Map<string, Int8Array | undefined>();
  filled.set(table, known);
  if (!known.has(state)) known.set(state, fill(table, state));
  return known.get(state);
}

const filled = new WeakMap<VoteTable, Map<string, Int8Array | undefined>>();

function fill(table: VoteTable, state: string): Int8Array | undefined {
  const votes = votesOf(table, state)?.slice();
  if (!votes) return undefined;
  for (const [from, to] of sessionsOf(table).values()) {
    if (!votes.subarray(from, to).some(isCast)) continue;
    for (let r = from; r < to; r++)
      if (votes[r] === none && table.calls[r]?.listsAbsences === false) votes[r] = absent;
  }
  return votes;
}

/** Votes as they are compared: yes, abstain, no as `voteCodes`, and 0 for whoever does not count. */
export function ballots(votes: Int8Array, { absence, abstention }: BallotChoices): Int8Array {
  return votes.map((code) => {
    const counted = code === absent && absence === 'abstain' ? abstain : code;
    return !isCast(counted) || (counted === abstain && abstention === 'leave-out') ? none : counted;
  });
}

const unanimities = new WeakMap<VoteTable, Uint8Array>();

/** For each roll call 1 where all who voted voted the same. */
export function unanimous(table: VoteTable): Uint8Array {
  const known = unanimities.get(table);
  if (known) return known;
  const { calls, states, cells } = table;
  const seen = new Uint8Array(calls.length);
  for (let s = 0; s < states.length; s++)
    for (let r = 0; r < calls.length; r++) {
      const code = cells[s * calls.length + r];
      if (isCast(code)) seen[r] = (seen[r] ?? 0) | (1 << (code ?? 0));
    }
  const found = seen.map((bits) => ((bits & (bits - 1)) === 0 ? 1 : 0));
  unanimities.set(table, found);
  return found;
}

/** Whether a roll call is one of those asked for. */
export const isChosen = (
  { amendment, paragraph, issues, important }: RollCall,
  isUnanimous: boolean,
  choices: RollCallChoices,
): boolean =>
  !(choices.texts === 'whole' && (amendment === true || paragraph === true)) &&
  !(choices.unanimous === 'leave-out' && isUnanimous) &&
  (choices.issue === 'all' || issues.includes(choices.issue)) &&
  (choices.votes === 'all' || important === true);

/** The roll calls of one session or year. */
export interface RollCallPeriod {
  readonly period: number;
  /** Places in `table.calls` of those that were asked for. */
  readonly chosen: readonly number[];
  /** Those of all roll calls, whether asked for or not. */
  readonly all: readonly number[];
  /** Whether the source says of these roll calls what they were asked for by. */
  readonly isCoded: boolean;
}

/** Roll calls by session, or by calendar year where it is known; ascending, periods without any left out. */
export function rollCallPeriods(table: VoteTable, by: By, choices: RollCallChoices): RollCallPeriod[] {
  const same = choices.unanimous === 'leave-out' ? unanimous(table) : undefined;
  const periods = new Map<number, { period: number; chosen: number[]; all: number[]; isCoded: boolean }>();
  for (const [r, call] of table.calls.entries()) {
    const period = by === 'session' ? call.session : Number(call.day.slice(0, 4));
    if (period === 0) continue;
    let one = periods.get(period);
    if (!one) {
      one = { period, chosen: [], all: [], isCoded: choices.issue === 'all' && choices.votes === 'all' };
      periods.set(period, one);
    }
    one.all.push(r);
    if (
      (choices.issue === 'all' || call.issues.length > 0) &&
      (choices.votes === 'all' || call.important !== undefined)
    )
      one.isCoded = true;
    if (isChosen(call, same?.[r] === 1, choices)) one.chosen.push(r);
  }
  return [...periods.values()].sort((a, b) => a.period - b.period);
}

/** The part of some periods from the first in which a state voted to the last. */
export function activePeriods(periods: readonly RollCallPeriod[], votes: Int8Array): RollCallPeriod[] {
  const voted = periods.map(({ all }) => all.some((r) => isCast(votes[r])));
  return periods.slice(Math.max(0, voted.indexOf(true)), voted.lastIndexOf(true) + 1);
}
