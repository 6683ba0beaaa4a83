import { membersOn } from '../../model/european-union.ts';
import { quantiles } from '../random.ts';
import { stepsInUnit } from './draws.ts';
import type { History } from './scaled-history.ts';

/** The day of a session on which its members of the European Union are counted: most votes are taken about then. */
export const countingDay = '12-01';

/** Votes in a session below which a state has no point there. */
export const fewestVotes = 5;

/** A state's or group's point in one session, and its draws. */
export interface Point {
  readonly session: number;
  readonly value: number;
  /** Votes that it rests on; of a group, of all members. */
  readonly votes: number;
  readonly draws: Float64Array;
}

/** Positions by state and session. */
function indexOf({ states, stateOf, sessionOf }: History): Map<string, Map<number, number>> {
  const index = new Map<string, Map<number, number>>(states.map((state) => [state, new Map()]));
  stateOf.forEach((s, p) => {
    index.get(states[s] ?? '')?.set(sessionOf[p] ?? 0, p);
  });
  return index;
}

/**
 * Gives points of states and of the European Union, the mean of its members on the day.
 *
 * @param steps draws of all points one after the other, in steps of 1 / `stepsInUnit`
 */
export function pointsIn(history: History, steps: Int16Array): (who: string) => Point[] {
  const index = indexOf(history);
  const { votes, points } = history;
  const draws = points.length === 0 ? 0 : steps.length / points.length;
  const sessions = [...new Set(history.sessionOf)].sort((a, b) => a - b);
  return (who) =>
    sessions.flatMap((session): Point[] => {
      const members = who === 'EU' ? membersOn(`${session + 1945}-${countingDay}`) : [who];
      const found = members
        .map((state) => index.get(state)?.get(session))
        .filter((p) => p !== undefined)
        .filter((p) => who !== 'EU' || (votes[p] ?? 0) >= fewestVotes);
      if (found.length === 0) return [];
      const mean = (of: (p: number) => number): number =>
        found.reduce((sum, p) => sum + of(p), 0) / found.length;
      return [
        {
          session,
          value: mean((p) => points[p] ?? 0),
          votes: found.reduce((sum, p) => sum + (votes[p] ?? 0), 0),
          draws: Float64Array.from({ length: draws }, (_, draw) =>
            mean((p) => (steps[draw * points.length + p] ?? 0) / stepsInUnit),
          ),
        },
      ];
    });
}

/** Ends of the interval with that probability, widened where need be to hold the value. */
export function intervalOf(
  draws: Float64Array,
  value: number,
  level: number,
  method: 'bootstrap' | 'monte-carlo',
) {
  const [low = value, high = value] = quantiles(draws, [(1 - level) / 2, (1 + level) / 2]);
  return { low: Math.min(low, value), high: Math.max(high, value), level, method };
}
