import type { Answers } from '../../model/question.ts';
import { archiveOf, type Evidence } from '../measure.ts';
import { type Issue, loadVotes, type VoteTable } from '../voting/votes.ts';
import type { RefitInput } from './bootstrap.ts';
import { packed, unpacked } from './draws.ts';
import type { IdealPoints } from './estimate.ts';
import { type Layout, layOut } from './layout.ts';
import type { Recurrence } from './recurring.ts';
import { responsesOf } from './responses.ts';
import { type Posterior, type Sampling, usualSampling } from './sample.ts';

/** What decides on the points of all states and sessions. */
export interface HistoryChoices {
  readonly issue: Issue | 'all';
  readonly estimator: 'map' | 'posterior';
  readonly compat: 'none' | 'voeten2020';
  readonly matches: 'use' | 'ignore';
  readonly draws: number;
}

/** Points of all states and sessions, as they are kept between two questions. */
export interface History {
  readonly states: readonly string[];
  /** By position: state, session, votes and point. */
  readonly stateOf: readonly number[];
  readonly sessionOf: readonly number[];
  readonly votes: readonly number[];
  readonly points: readonly number[];
  /** By resolution, of the estimator alone. */
  readonly resolutions?: Readonly<Record<'beta' | 'lower' | 'upper', readonly number[]>>;
  /** Draws of the points, `packed`, of the sampler alone. */
  readonly drawn?: string;
  /** Data set of each session's roll calls. */
  readonly sources: Readonly<Record<string, string>>;
  /** Pairs of recurring resolutions that were at hand. */
  readonly recurrences: number;
  readonly converged: boolean;
}

/** Part of the keys under which answers are kept: changed with whatever changes the numbers. */
const edition = 1;

/** Refits that one task does, the same however many threads there are. */
const refitsInTask = 5;

/** Pairs of recurring resolutions that the archive has. */
async function recurrencesOf(answers: Answers): Promise<Recurrence[]> {
  const rows = await answers.rows({ table: 'roll_call_match', columns: ['roll_call', 'earlier'] });
  return rows
    .map(({ roll_call, earlier }) => ({ later: Number(roll_call), earlier: Number(earlier) }))
    .filter(({ later, earlier }) => Number.isInteger(later) && Number.isInteger(earlier))
    .sort((a, b) => a.later - b.later || a.earlier - b.earlier);
}

const archiveIn = (evidence: Evidence): Answers =>
  archiveOf(evidence, 'roll calls of the General Assembly', 'unga-votes');

const sourcesOf = ({ calls }: VoteTable): Record<string, string> =>
  Object.fromEntries(calls.map(({ session, source }) => [String(session), source]));

const keyOf = (what: string, { issue, estimator, compat, matches, draws }: HistoryChoices): string =>
  `ideal points ${edition} ${what} ${issue} ${estimator} ${compat} ${matches} ${draws}`;

/** Votes to be scaled, and what they come from. */
async function gathered({ issue, matches }: HistoryChoices, evidence: Evidence) {
  const archive = archiveIn(evidence);
  const table = await loadVotes(archive);
  const recurrences = matches === 'use' ? await recurrencesOf(archive) : [];
  return { responses: responsesOf(table, { issue, recurrences }), table, recurrences };
}

/** What is kept of a layout. */
const positionsOf = ({ states, stateOf, sessionOf, voteStart }: Layout) => ({
  states,
  stateOf: [...stateOf],
  sessionOf: [...sessionOf],
  votes: Array.from(stateOf, (_, p) => (voteStart[p + 1] ?? 0) - (voteStart[p] ?? 0)),
});

/**
 * Ideal points of all states and sessions that the archive has votes of; computed once for the same data.
 *
 * @throws MultivectorError `missing` where the archive has no votes
 */
export async function scaledHistory(choices: HistoryChoices, evidence: Evidence): Promise<History> {
  const { issue, estimator, compat, draws } = choices;
  const isSampled = estimator === 'posterior';
  archiveIn(evidence);
  return evidence.remember(keyOf('points', { ...choices, draws: isSampled ? draws : 0 }), async () => {
    const { responses, table, recurrences } = await gathered(choices, evidence);
    const about = { sources: sourcesOf(table), recurrences: recurrences.length };
    evidence.progress(0, 'ideal points');
    if (isSampled) {
      const seed = `ideal points ${issue} ${compat}`;
      const sampling: Sampling = { draws, ...usualSampling[compat], compat, seed };
      const input = { responses, sampling };
      const [posterior] = await evidence.workers.map<unknown, Posterior>('ideal-point-posterior', [input]);
      if (!posterior) throw new Error('the sampler gave no answer');
      return {
        ...positionsOf(posterior.layout),
        points: [...posterior.mean],
        drawn: packed(posterior.draws),
        ...about,
        converged: true,
      };
    }
    const [found] = await evidence.workers.map<unknown, IdealPoints>('ideal-point-estimate', [responses]);
    if (!found) throw new Error('the estimator gave no answer');
    const { theta, beta, lower, upper } = found.parameters;
    return {
      ...positionsOf(found.layout),
      points: [...theta],
      resolutions: { beta: [...beta], lower: [...lower], upper: [...upper] },
      ...about,
      converged: found.converged,
    };
  });
}

/** Draws of all points, one after the other, in steps of 1 / `stepsInUnit`; for the estimator they are refits. */
export async function drawsOf(
  history: History,
  choices: HistoryChoices,
  evidence: Evidence,
): Promise<Int16Array> {
  const { issue, draws } = choices;
  const { resolutions, drawn, points } = history;
  if (drawn !== undefined || resolutions === undefined) return unpacked(drawn ?? '');
  if (draws === 0) return new Int16Array(0);
  const refitted = await evidence.remember(keyOf('draws', choices), async () => {
    const layout = layOut((await gathered(choices, evidence)).responses);
    const parameters = {
      theta: Float64Array.from(points),
      beta: Float64Array.from(resolutions.beta),
      lower: Float64Array.from(resolutions.lower),
      upper: Float64Array.from(resolutions.upper),
    };
    const seeds = Array.from({ length: draws }, (_, draw) => `ideal points ${issue} ${draw}`);
    const inputs = Array.from(
      { length: Math.ceil(draws / refitsInTask) },
      (_, task): RefitInput => ({
        layout,
        parameters,
        seeds: seeds.slice(task * refitsInTask, (task + 1) * refitsInTask),
      }),
    );
    const all = await evidence.workers.map<RefitInput, Float64Array[]>('ideal-point-refits', inputs, (done) =>
      evidence.progress(done / inputs.length, 'ideal points: refits'),
    );
    return packed(all.flat());
  });
  return unpacked(refitted);
}
