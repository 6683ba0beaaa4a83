import { type Issue, numberings, type RollCall, type VoteTable } from '../voting/votes.ts';
import type { Responses } from './layout.ts';
import { sessionWithoutVotes } from './priors.ts';
import { type Recurrence, recurring } from './recurring.ts';

/** Votes on amendments and paragraphs count until this year; later they were recorded unevenly. */
export const lastYearOfParts = 1989;

/** Zanzibar, which voted for a few weeks of 1963 and 1964. */
export const leftOutState = 'cow:511';

/** South Africa came back to the Assembly at the end of session 48, for a few votes. */
export const leftOutVotes = { state: 'ZAF', session: 48 } as const;

/** Which votes are scaled, and how. */
export interface Scaled {
  /** Roll calls on one issue, or all. */
  readonly issue: Issue | 'all';
  /** Recurring resolutions; without them only the states' own continuity ties sessions together. */
  readonly recurrences: readonly Recurrence[];
  /** The last session. */
  readonly last?: number | undefined;
}

const yearOf = ({ day, session }: RollCall): number =>
  day === '' ? session + 1945 : Number(day.slice(0, 4));

const counts = (call: RollCall, { issue, last }: Scaled): boolean =>
  call.session !== sessionWithoutVotes &&
  call.session <= (last ?? Number.POSITIVE_INFINITY) &&
  !(yearOf(call) > lastYearOfParts && (call.amendment === true || call.paragraph === true)) &&
  (issue === 'all' || call.issues.includes(issue));

const isCast = (vote: number): boolean => vote >= 1 && vote <= 3;

/**
 * The votes that ideal points are estimated from, by the rules of Bailey, Strezhnev and Voeten: without absences, votes
 * on amendments and paragraphs after `lastYearOfParts`, session 19, `leftOutState`, `leftOutVotes` and roll calls on
 * which all who voted voted the same.
 */
export function responsesOf(table: VoteTable, scaled: Scaled): Responses {
  const calls = table.calls.length;
  const states = table.states.filter((state) => state !== leftOutState);
  const rows = states.map((state) => table.states.indexOf(state) * calls);
  const vote = (s: number, r: number): number => {
    const given = table.cells[(rows[s] ?? 0) + r] ?? 0;
    if (!isCast(given)) return 0;
    const isLeftOut = states[s] === leftOutVotes.state && table.calls[r]?.session === leftOutVotes.session;
    return isLeftOut ? 0 : given;
  };
  const kept = table.calls.flatMap((call, r) => {
    if (!counts(call, scaled)) return [];
    let first = 0;
    for (let s = 0; s < states.length; s++) {
      const own = vote(s, r);
      if (own === 0) continue;
      if (first !== 0 && own !== first) return [{ call, r }];
      first = own;
    }
    return [];
  });
  const chains = recurring(scaled.recurrences);
  const [matched = []] = numberings;
  const votes = new Int8Array(states.length * kept.length);
  for (let s = 0; s < states.length; s++)
    kept.forEach(({ r }, k) => {
      votes[s * kept.length + k] = vote(s, r);
    });
  return {
    states,
    sessions: kept.map(({ call }) => call.session),
    resolutions: kept.map(({ call }, k) => {
      const chain = matched.includes(call.source) ? chains.get(Number(call.id)) : undefined;
      return chain === undefined ? k : -1 - chain; // a chain has a number that no single roll call has
    }),
    votes,
  };
}
