import { observationsOf } from '../measures/asked.ts';
import { agreement, agreementDraws, fewestRollCalls, loadVotes } from '../measures/index.ts';
import { agreements } from '../measures/voting/agreement-measure.ts';
import { pairVotes } from '../measures/voting/pair-votes.ts';
import { numberings } from '../measures/voting/votes.ts';
import { MultivectorError } from '../model/errors.ts';
import { membersOn } from '../model/european-union.ts';
import { isGap } from '../model/gap.ts';
import type { Answers } from '../model/question.ts';
import { stateById } from '../model/states.ts';
import { type Draft, mean, rounded } from './observation.ts';

/** What agreement a session gives for a pair. */
export interface SessionAgreement {
  readonly partner: string;
  readonly session: number;
  readonly source: string;
  readonly measured: ReturnType<typeof agreement>;
}

/**
 * Agreement of a state with each partner, a state or the European Union, in every session in which it voted. A session
 * of which the data are a part only is left to the measure, which says so: a dossier's series is of whole sessions.
 */
export async function agreementBySession(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<SessionAgreement[]> {
  const [whole = []] = numberings;
  const table = await loadVotes(answers).catch((error: unknown) => {
    if (error instanceof MultivectorError && error.fault === 'missing') return undefined;
    throw error;
  });
  if (!table) return [];
  return pairVotes(table, { focal, partners, by: 'session' })
    .filter(({ ownVotes, source }) => ownVotes >= fewestRollCalls && whole.includes(source))
    .map((pair) => ({
      partner: pair.partner,
      session: pair.period,
      source: pair.source,
      measured: agreement(agreements(pair), pair.period),
    }));
}

/** Agreement in the General Assembly as observations, session by session. */
export async function unAgreement(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<Draft[]> {
  const name = (id: string): string => stateById.get(id)?.name ?? id;
  return (await agreementBySession(answers, focal, partners)).map(
    ({ partner, session, source, measured: { value, interval, n } }): Draft => {
      const what = {
        focal,
        partner,
        indicator: 'un-agreement',
        period: String(1945 + session),
        unit: 'share',
        n,
        source,
        locator: `session ${session}`,
        known: `${1946 + session}-09`, // votes are public: at the latest since the session's end
      };
      if (isGap(value))
        return {
          ...what,
          gap: 'too-few-records',
          method: `fewer than ${fewestRollCalls} roll calls in which ${name(partner)} and ${name(focal)} both voted`,
        };
      return {
        ...what,
        value: rounded(value, 4),
        low: interval && rounded(interval.low, 4),
        high: interval && rounded(interval.high, 4),
        method:
          (partner === 'EU'
            ? `share of the members on the day that voted as ${name(focal)} did, averaged over roll calls`
            : 'share of identical votes (yes, abstain, no) among roll calls in which both voted') +
          `; amendments and paragraphs left out; 90 % percentile bootstrap over roll calls, ${agreementDraws} draws, mulberry32 seed ${session}`,
      };
    },
  );
}

/** Published ideal points of the focal state, its partners and the European Union, from the focal state's first session on. */
export async function idealPoints(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<Draft[]> {
  const members = partners.includes('EU') ? membersOn() : [];
  const rows = await observationsOf(answers, {
    indicator: 'ideal-point',
    focal: [...new Set([focal, ...partners.filter((partner) => partner !== 'EU'), ...members])],
  });
  const first = rows
    .filter((row) => row.focal === focal)
    .map(({ period }) => period)
    .sort()[0];
  if (first === undefined) return [];
  const since = rows.filter(({ period }) => period >= first);
  const published = since
    .filter((row) => row.focal === focal || partners.includes(row.focal))
    .map(
      ({ value, low, high, ...row }): Draft => ({
        ...row,
        value: value === undefined ? undefined : rounded(value, 4),
        low: low === undefined ? undefined : rounded(low, 4),
        high: high === undefined ? undefined : rounded(high, 4),
        method:
          'posterior mean as published, April 2020 release; interval: its 5 % and 95 % quantiles; n: votes cast',
      }),
    );
  if (members.length === 0) return published;
  const union = [...new Set(since.map(({ period }) => period))].flatMap((period): Draft[] => {
    const then = membersOn(`${period}-12-31`);
    const points = since.filter((row) => row.period === period && then.includes(row.focal));
    const [one] = points;
    if (!one) return [];
    return [
      {
        focal: 'EU',
        indicator: 'ideal-point',
        period,
        unit: one.unit,
        source: one.source,
        locator: one.locator,
        value: rounded(mean(points.flatMap(({ value }) => value ?? [])), 4),
        n: points.length,
        method:
          'mean of the published points of the states that were members on 31 December; n: members; no interval, as the joint posterior is not published',
      },
    ];
  });
  return [...published, ...union];
}
