import { join } from 'node:path';
import { stateById, states } from '../../src/model/states.ts';
import { cell, numberIn, readCsv, rounded } from './files.ts';
import { focal, type Observation, partnerStates } from './observation.ts';
import { membersOn } from './union.ts';

type Vote = 'yes' | 'abstain' | 'no';

interface RollCall {
  readonly session: number;
  readonly day: string;
  readonly votes: Map<string, Vote>;
}

const firstSession = 47;
const draws = 2000;
const fewest = 10;

/** Roll calls on whole texts: votes on amendments and on paragraphs are left out. */
function rollCallsIn(path: string): Map<string, RollCall> {
  const rollCalls = new Map<string, RollCall>();
  for (const row of readCsv(path)) {
    const whole = cell(row, 'amend') !== '1' && cell(row, 'para') !== '1';
    if (whole && numberIn(row, 'session') >= firstSession)
      rollCalls.set(cell(row, 'rcid'), {
        session: numberIn(row, 'session'),
        day: cell(row, 'date'),
        votes: new Map(),
      });
  }
  return rollCalls;
}

const byIso2 = new Map(states.map((state) => [state.iso2, state.id]));
const byCow = new Map(states.map((state) => [state.cow, state.id]));
const codes: Readonly<Record<string, Vote>> = { '1': 'yes', '2': 'abstain', '3': 'no' };

/** The roll calls of sessions 47 to 75. A roll call that is in both releases (rcid 9079) is counted once. */
function readRollCalls(data: string): RollCall[] {
  const early = rollCallsIn(join(data, 'unga-votes-1946-2019', 'un_roll_calls.csv'));
  for (const row of readCsv(join(data, 'unga-votes-1946-2019', 'un_votes.csv.gz'))) {
    const state = byIso2.get(cell(row, 'country_code'));
    if (state !== undefined) early.get(cell(row, 'rcid'))?.votes.set(state, cell(row, 'vote') as Vote);
  }
  const late = rollCallsIn(join(data, 'unga-votes-2020', 'un_roll_calls_2020_voeten.csv'));
  for (const row of readCsv(join(data, 'unga-votes-voeten', 'un_votes_2020_voeten.csv'))) {
    const state = byCow.get(numberIn(row, 'ccode'));
    const vote = codes[cell(row, 'vote')];
    if (state !== undefined && vote !== undefined) late.get(cell(row, 'rcid'))?.votes.set(state, vote);
  }
  return [...new Map([...late, ...early]).values()];
}

/** Uniform numbers in [0, 1), the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Ends of the 90 % percentile bootstrap interval of the mean, drawing whole roll calls. */
function interval(values: readonly number[], seed: number): readonly [low: number, high: number] {
  const random = seeded(seed);
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] ?? 0;
    return sum / values.length;
  }).sort((a, b) => a - b);
  const quantile = (share: number): number => {
    const at = share * (draws - 1);
    const below = means[Math.floor(at)] ?? 0;
    return below + (at - Math.floor(at)) * ((means[Math.ceil(at)] ?? 0) - below);
  };
  return [quantile(0.05), quantile(0.95)];
}

/** How the focal state and a partner agreed on a roll call: 1, 0, a mean over members, or nothing if either did not vote. */
function agreementOn({ day, votes }: RollCall, partner: string): number | undefined {
  const own = votes.get(focal);
  if (own === undefined) return undefined;
  const others = (partner === 'EU' ? membersOn(day) : [partner]).flatMap((state) => votes.get(state) ?? []);
  return others.length === 0 ? undefined : mean(others.map((vote) => (vote === own ? 1 : 0)));
}

/** Agreement in the General Assembly, session by session. */
export function unAgreement(data: string): Observation[] {
  const bySession = new Map<number, RollCall[]>();
  for (const rollCall of readRollCalls(data))
    bySession.set(rollCall.session, [...(bySession.get(rollCall.session) ?? []), rollCall]);

  return [...bySession].flatMap(([session, rollCalls]) =>
    [...partnerStates, 'EU'].map((partner): Observation => {
      const values = rollCalls.flatMap((rollCall) => agreementOn(rollCall, partner) ?? []);
      const what = {
        focal,
        partner,
        indicator: 'un-agreement',
        period: String(1945 + session),
        unit: 'share',
        n: values.length,
        source: session < 75 ? 'unga-votes' : 'unga-votes-voeten',
        locator: `session ${session}`,
      };
      if (values.length < fewest) {
        const who = stateById.get(partner)?.name ?? partner;
        return {
          ...what,
          gap: 'too-few-records',
          method: `fewer than ${fewest} roll calls in which ${who} and Kazakhstan both voted`,
        };
      }
      const [low, high] = interval(values, session);
      return {
        ...what,
        value: rounded(mean(values), 4),
        low: rounded(low, 4),
        high: rounded(high, 4),
        method:
          (partner === 'EU'
            ? 'share of the members on the day that voted as Kazakhstan did, averaged over roll calls'
            : 'share of identical votes (yes, abstain, no) among roll calls in which both voted') +
          `; amendments and paragraphs left out; 90 % percentile bootstrap over roll calls, ${draws} draws, mulberry32 seed ${session}`,
      };
    }),
  );
}

/** Published ideal points of the focal state, its partners and the European Union. */
export function idealPoints(data: string): Observation[] {
  const rows = readCsv(join(data, 'ideal-points', 'IdealpointestimatesAll_Apr2020.csv'))
    .filter((row) => numberIn(row, 'session') >= firstSession)
    .map((row) => ({ row, session: numberIn(row, 'session'), state: byCow.get(numberIn(row, 'ccode')) }));

  const of = (session: number) => ({
    indicator: 'ideal-point',
    period: String(1945 + session),
    unit: 'ideal point',
    source: 'unga-ideal-points',
    locator: `session ${session}`,
  });
  const published = rows
    .filter(({ state }) => [focal, ...partnerStates].some((wanted) => wanted === state))
    .map(
      ({ row, session, state = '' }): Observation => ({
        ...of(session),
        focal: state,
        value: rounded(numberIn(row, 'IdealPoint'), 4),
        low: rounded(numberIn(row, 'Q5%'), 4),
        high: rounded(numberIn(row, 'Q95%'), 4),
        n: numberIn(row, 'NVotes'),
        method:
          'posterior mean as published, April 2020 release; interval: its 5 % and 95 % quantiles; n: votes cast',
      }),
    );

  const union = [...new Set(rows.map(({ session }) => session))].map((session): Observation => {
    const members = membersOn(`${1945 + session}-12-31`);
    const points = rows.filter((r) => r.session === session && members.some((member) => member === r.state));
    return {
      ...of(session),
      focal: 'EU',
      value: rounded(mean(points.map(({ row }) => numberIn(row, 'IdealPoint'))), 4),
      n: points.length,
      method:
        'mean of the published points of the states that were members on 31 December; n: members; no interval, as the joint posterior is not published',
    };
  });
  return [...published, ...union];
}
