import { z } from 'zod';
import { check } from '../../model/check.ts';
import { MultivectorError } from '../../model/errors.ts';
import { type Answers, columnsOf } from '../../model/question.ts';
import { nothingOf } from '../measure.ts';

/** How a vote stands in a `VoteTable`: the codes of Voeten's data, and 0 where nothing is known. */
export const voteCodes = { none: 0, yes: 1, abstain: 2, no: 3, absent: 8, 'not-member': 9 } as const;

/** What a roll call may be about: Middle East, nuclear, disarmament, human rights, colonialism, development. */
export const issueNames = {
  me: 'Middle East (Palestinian conflict)',
  nu: 'nuclear weapons and nuclear material',
  di: 'arms control and disarmament',
  hr: 'human rights',
  co: 'colonialism',
  ec: 'economic development',
} as const;

export type Issue = keyof typeof issueNames;

/** A vote of the General Assembly taken by name. */
export interface RollCall {
  /** The number that the source gives it. */
  readonly id: string;
  readonly source: string;
  /** The regular session; an emergency special session counts in the regular one of its day. */
  readonly session: number;
  /** `2019-12-18`, or the month alone where the day is not known; empty where neither is. */
  readonly day: string;
  readonly issues: readonly Issue[];
  /** Marks that the source gives; undefined where nobody coded them. */
  readonly important: boolean | undefined;
  readonly amendment: boolean | undefined;
  readonly paragraph: boolean | undefined;
  /** Whether the source says who was absent. */
  readonly listsAbsences: boolean;
}

/** Every roll call of the General Assembly and how each state voted, compactly. */
export interface VoteTable {
  /** By session, and within it by number. */
  readonly calls: readonly RollCall[];
  /** Codes of states, sorted. */
  readonly states: readonly string[];
  /** `voteCodes`: the votes of state `s` are `cells[s × calls.length + r]`, `r` a roll call. */
  readonly cells: Int8Array;
}

/**
 * Data sets that number roll calls alike, of which the first speaks where both have one. Of two families that number
 * differently only the first that has a session speaks for it, so that no roll call counts twice.
 */
export const numberings: readonly (readonly string[])[] = [
  ['unga-votes', 'unga-votes-voeten'],
  ['undl-votes', 'unga-votes-wide'],
];

/** Data sets that have a row for a vote cast only, so that whoever has none was absent or no member. */
export const silentOnAbsences: readonly string[] = ['unga-votes'];

/** Data sets that have sessions in part, and which part that is. */
export const partOnly: Readonly<Record<string, string>> = {
  'unga-votes-wide': 'the roll calls of one calendar year only, and so sessions in part',
};

const rollCallRow = z.object({
  roll_call: z.string(),
  source: z.string(),
  session: z.number().nullable(),
  date: z.string().nullable(),
  issues: z.string().nullable(),
  important: z.boolean().nullable(),
  amendment: z.boolean().nullable(),
  paragraph: z.boolean().nullable(),
});

/** The regular session on a day: each opens in the middle of September. */
const sessionOn = (day: string): number | undefined => {
  const [year, month = 1, date = 1] = day.split('-').map(Number);
  if (!year) return undefined;
  return year - 1945 - (month > 9 || (month === 9 && date >= 15) ? 0 : 1);
};

const isIssue = (text: string): text is Issue => Object.hasOwn(issueNames, text);

/** The roll calls, each once, in order. */
async function rollCallsOf(answers: Answers): Promise<RollCall[]> {
  const sources = numberings.flat();
  const rows = await answers.rows({
    table: 'roll_call',
    columns: Object.keys(rollCallRow.shape),
    where: { source: sources, organ: 'GA' },
  });
  const issues = new Map<string, Issue[]>();
  for (const { source, roll_call, issue } of await answers.rows({
    table: 'roll_call_issue',
    columns: ['source', 'roll_call', 'issue'],
    where: { source: sources },
    order: ['issue'],
  })) {
    if (!isIssue(String(issue))) continue;
    const key = `${String(source)} ${String(roll_call)}`;
    issues.set(key, [...(issues.get(key) ?? []), String(issue) as Issue]);
  }
  const calls = new Map<string, RollCall>();
  for (const row of rows) {
    const { roll_call, source, session, date, ...marks } = check(rollCallRow, row, 'a roll call', 'data');
    const then = session ?? sessionOn(date ?? '');
    if (then === undefined) continue;
    const family = numberings.findIndex((one) => one.includes(source));
    const known = calls.get(`${family} ${roll_call}`);
    if (known && sources.indexOf(known.source) < sources.indexOf(source)) continue;
    calls.set(`${family} ${roll_call}`, {
      id: roll_call,
      source,
      session: then,
      day: date ?? '',
      issues: issues.get(`${source} ${roll_call}`) ?? (marks.issues ?? '').split('; ').filter(isIssue),
      important: marks.important ?? undefined,
      amendment: marks.amendment ?? undefined,
      paragraph: marks.paragraph ?? undefined,
      listsAbsences: !silentOnAbsences.includes(source),
    });
  }
  const familyOf = ({ source }: { readonly source: string }): number =>
    numberings.findIndex((one) => one.includes(source));
  const speaks = new Map<number, number>();
  for (const call of calls.values())
    speaks.set(call.session, Math.min(familyOf(call), speaks.get(call.session) ?? Number.POSITIVE_INFINITY));
  return [...calls.values()]
    .filter((call) => speaks.get(call.session) === familyOf(call))
    .sort((a, b) => a.session - b.session || Number(a.id) - Number(b.id) || (a.id < b.id ? -1 : 1));
}

/** Tables by the archive they were read from, for as long as its data are the same. */
const kept = new WeakMap<Answers, { readonly version: string; readonly table: Promise<VoteTable> }>();

/**
 * The votes of the General Assembly that an archive has; read once for as long as its data are the same.
 *
 * @throws MultivectorError `missing` where it has none, `data` for a vote that is none of `voteCodes`
 * @example const { states, calls } = await loadVotes(archive)
 */
export async function loadVotes(answers: Answers): Promise<VoteTable> {
  const version = await answers.version?.();
  const known = kept.get(answers);
  if (version !== undefined && known?.version === version) return known.table;
  const table = readVotes(answers);
  if (version !== undefined) {
    kept.set(answers, { version, table });
    table.catch(() => kept.delete(answers));
  }
  return table;
}

async function readVotes(answers: Answers): Promise<VoteTable> {
  const calls = await rollCallsOf(answers);
  if (calls.length === 0) throw nothingOf('roll calls of the General Assembly', 'unga-votes');
  const byState = new Map<string, Int8Array>();
  for (const source of new Set(calls.map((call) => call.source))) {
    const at = new Map(calls.flatMap((call, r) => (call.source === source ? [[call.id, r] as const] : [])));
    const {
      roll_call = [],
      state = [],
      vote = [],
    } = (await columnsOf(answers, {
      table: 'vote',
      columns: ['roll_call', 'state', 'vote'],
      where: { source },
    })) as Readonly<Record<string, readonly string[]>>;
    for (let i = 0; i < vote.length; i++) {
      const r = at.get(roll_call[i] ?? '');
      if (r === undefined) continue;
      const voter = state[i] ?? '';
      const code = voteCodes[vote[i] as keyof typeof voteCodes];
      if (code === undefined)
        throw new MultivectorError('data', `“${vote[i]}” is no vote (${source}, ${roll_call[i]}, ${voter})`, {
          hint: `a vote is ${Object.keys(voteCodes).slice(1).join(', ')}`,
        });
      let cells = byState.get(voter);
      if (cells === undefined) {
        cells = new Int8Array(calls.length);
        byState.set(voter, cells);
      }
      cells[r] = code;
    }
  }
  const states = [...byState.keys()].sort();
  const cells = new Int8Array(states.length * calls.length);
  for (const [s, state] of states.entries()) cells.set(byState.get(state) ?? [], s * calls.length);
  return { calls, states, cells };
}

/** The votes of one state over all roll calls, by `voteCodes`; nothing where it is not in the table. */
export function votesOf({ states, calls, cells }: VoteTable, state: string): Int8Array | undefined {
  const s = states.indexOf(state);
  return s < 0 ? undefined : cells.subarray(s * calls.length, (s + 1) * calls.length);
}
