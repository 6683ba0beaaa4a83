import { type Asked, type Measurement, measure } from '../../../src/measures/index.ts';
import type { Answers, Question } from '../../../src/model/question.ts';

type Row = Readonly<Record<string, unknown>>;

/** A roll call of one's own making, and how each state voted: Y, A, N, absent as X; `KAZ Y, RUS A`. */
export interface Made {
  readonly id: string;
  readonly session: number | null;
  readonly votes: string;
  readonly source?: string;
  readonly more?: Row;
}

const words: Readonly<Record<string, string>> = { Y: 'yes', A: 'abstain', N: 'no', X: 'absent' };

const matches = (row: Row, { where = {} }: Pick<Question, 'where'>): boolean =>
  Object.entries(where).every(([name, wanted]) =>
    Array.isArray(wanted) ? wanted.includes(row[name] as string) : row[name] === wanted,
  );

/** An archive of roll calls. */
export function archiveOf(calls: readonly Made[], issues: readonly Row[] = []): Answers {
  const tables: Readonly<Record<string, readonly Row[]>> = {
    roll_call: calls.map(({ id, session, source = 'unga-votes', more }) => ({
      roll_call: id,
      source,
      organ: 'GA',
      session,
      date: session === null ? null : `${1945 + session}-11-01`,
      issues: null,
      important: null,
      amendment: null,
      paragraph: null,
      ...more,
    })),
    roll_call_issue: issues,
    vote: calls.flatMap(({ id, votes, source = 'unga-votes' }) =>
      votes.split(', ').map((one) => {
        const [state = '', how = ''] = one.split(' ');
        return { roll_call: id, source, state, vote: words[how] ?? how };
      }),
    ),
  };
  return {
    rows: async (question) => (tables[question.table] ?? []).filter((row) => matches(row, question)),
    eventSeries: async () => [],
  };
}

/** `n` roll calls of a session with the same votes, numbered from `first`. */
export const times = (n: number, session: number, votes: string, first = 1, more: Row = {}): Made[] =>
  Array.from({ length: n }, (_, i) => ({ id: String(first + i), session, votes, more }));

/** Runs a measure on an archive, without dossiers. */
export const run = (archive: Answers, id: string, asked: Asked): Promise<Measurement> =>
  measure(id, asked, {
    archive,
    records: () => Promise.reject(new Error('votes need no dossier')),
    archived: () => Promise.reject(new Error('votes need no dossier')),
    hasDossier: async () => false,
    remember: (_, make) => make(),
    workers: { count: 1, map: () => Promise.reject(new Error('votes need no threads')) },
    progress: () => {},
  });
