import { z } from 'zod';
import { observationsOf } from '../measures/asked.ts';
import { agreement, agreementDraws, type Ballot, fewestRollCalls, sameVote } from '../measures/index.ts';
import { check } from '../model/check.ts';
import { membersOn } from '../model/european-union.ts';
import { isGap } from '../model/gap.ts';
import type { Answers } from '../model/question.ts';
import { stateById } from '../model/states.ts';
import { type Draft, mean, rounded } from './observation.ts';

/** A vote taken by name, and how those voted whom we asked about. */
export interface RollCall {
  readonly session: number;
  readonly day: string;
  readonly source: string;
  readonly votes: ReadonlyMap<string, Ballot>;
}

/** Data sets that number roll calls alike (`rcid`), the one that speaks first where both have one. */
const numberedAlike = ['unga-votes', 'unga-votes-voeten'];

const rollCallRow = z.object({
  roll_call: z.string(),
  source: z.string(),
  session: z.number().nullable(),
  date: z.string().nullable(),
  amendment: z.boolean().nullable(),
  paragraph: z.boolean().nullable(),
});
const voteRow = z.object({
  roll_call: z.string(),
  state: z.string(),
  source: z.string(),
  vote: z.enum(['yes', 'no', 'abstain', 'absent', 'not-member']),
});

const isBallot = (vote: string): vote is Ballot => vote === 'yes' || vote === 'no' || vote === 'abstain';

/** Roll calls of the General Assembly on whole texts: votes on amendments and on paragraphs are left out. */
export async function rollCalls(answers: Answers, states: readonly string[]): Promise<RollCall[]> {
  const calls = new Map<string, RollCall & { readonly votes: Map<string, Ballot> }>();
  for (const row of await answers.rows({
    table: 'roll_call',
    columns: ['roll_call', 'source', 'session', 'date', 'amendment', 'paragraph'],
    where: { source: numberedAlike, organ: 'GA' },
  })) {
    const { roll_call, source, session, date, amendment, paragraph } = check(
      rollCallRow,
      row,
      'a roll call',
      'data',
    );
    const known = calls.get(roll_call);
    if (session === null || amendment === true || paragraph === true) continue;
    if (known === undefined || numberedAlike.indexOf(source) < numberedAlike.indexOf(known.source))
      calls.set(roll_call, { session, day: date ?? '', source, votes: new Map() });
  }
  for (const row of await answers.rows({
    table: 'vote',
    columns: ['roll_call', 'state', 'source', 'vote'],
    where: { source: numberedAlike, state: states },
  })) {
    const { roll_call, state, source, vote } = check(voteRow, row, 'a vote', 'data');
    const call = calls.get(roll_call);
    if (call !== undefined && call.source === source && isBallot(vote)) call.votes.set(state, vote);
  }
  // In the order of their numbers, so that the same roll calls give the same bootstrap whatever order they came in.
  return [...calls]
    .sort(([a, one], [b, other]) => one.session - other.session || Number(a) - Number(b))
    .map(([, call]) => call);
}

/** What agreement a session gives for a pair. */
export interface SessionAgreement {
  readonly partner: string;
  readonly session: number;
  readonly source: string;
  readonly measured: ReturnType<typeof agreement>;
}

/** Agreement of a state with each partner, a state or the European Union, in every session in which it voted. */
export async function agreementBySession(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<SessionAgreement[]> {
  const asked = new Set([
    focal,
    ...partners.flatMap((partner) => (partner === 'EU' ? membersOn() : [partner])),
  ]);
  const bySession = new Map<number, RollCall[]>();
  for (const call of await rollCalls(answers, [...asked]))
    bySession.set(call.session, [...(bySession.get(call.session) ?? []), call]);
  const voted = [...bySession].filter(
    ([, calls]) => calls.filter(({ votes }) => votes.has(focal)).length >= fewestRollCalls,
  );
  return voted.flatMap(([session, calls]) =>
    partners.map((partner): SessionAgreement => {
      const same = calls.flatMap(({ day, votes }) => {
        const own = votes.get(focal);
        if (own === undefined) return [];
        const others = (partner === 'EU' ? membersOn(day) : [partner]).flatMap(
          (state) => votes.get(state) ?? [],
        );
        return sameVote(own, others) ?? [];
      });
      const sources = calls.map(({ source }) => source);
      const most = numberedAlike.toSorted(
        (a, b) => sources.filter((one) => one === b).length - sources.filter((one) => one === a).length,
      )[0];
      return { partner, session, source: most ?? '', measured: agreement(same, session) };
    }),
  );
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
