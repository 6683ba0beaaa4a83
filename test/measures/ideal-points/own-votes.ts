import { type Asked, type Measurement, measure, type Workers } from '../../../src/measures/index.ts';
import { inThisThread } from '../../../src/measuring.ts';
import type { Answers } from '../../../src/model/question.ts';
import { type AnsweredRow, answersFrom } from '../../fixtures/answers.ts';

const words = ['', 'yes', 'abstain', 'no'];
const members = ['USA', 'KAZ', 'RUS', 'CHN', 'DEU', 'FRA', 'ITA', 'IND', 'CUB', 'ISR', 'EGY', 'BRA'];

/** Votes of twelve states in sessions 70 to 73; Kazakhstan casts none in 72, Brazil three votes in 73. */
export function ownVotes({
  matches = true,
  more = {} as Record<string, readonly AnsweredRow[]>,
} = {}): Answers {
  const calls: AnsweredRow[] = [];
  const votes: AnsweredRow[] = [];
  const pairs: AnsweredRow[] = [];
  for (let session = 70; session <= 73; session++)
    for (let k = 0; k < 24; k++) {
      const id = String(session * 100 + k);
      const source = 'unga-votes';
      calls.push({
        roll_call: id,
        source,
        organ: 'GA',
        session,
        date: `${session + 1945}-11-20`,
        issues: k % 2 === 0 ? 'hr' : 'nu',
        paragraph: k === 23,
      });
      if (session > 70 && k < 6)
        pairs.push({ roll_call: id, earlier: String((session - 1) * 100 + k), source });
      members.forEach((state, s) => {
        if (state === 'KAZ' && session === 72) return;
        if (state === 'BRA' && session === 73 && k > 2) return;
        // an order of states, and a place in it where the votes part, with some that stray
        const strays = (s * 7 + k * 5 + session) % 11 === 0 ? 4 : 0;
        const choice = s + strays < (k % 10) + 1 ? 3 : s + strays < (k % 10) + 3 ? 2 : 1;
        votes.push({ roll_call: id, state, vote: words[choice], source });
      });
    }
  return answersFrom({
    roll_call: calls,
    vote: votes,
    roll_call_match: matches ? pairs : [],
    ...more,
  });
}

/** Runs a measure on votes, without dossiers; answers are kept as an archive does, through JSON. */
export function runOn(archive: Answers | undefined, workers: Workers = inThisThread) {
  const kept = new Map<string, Promise<string>>();
  const made: string[] = [];
  const run = (id: string, asked: Asked): Promise<Measurement> =>
    measure(id, asked, {
      archive,
      records: () => Promise.reject(new Error('votes need no dossier')),
      archived: () => Promise.reject(new Error('votes need no dossier')),
      hasDossier: async () => false,
      remember: async (key, make) => {
        const known = kept.get(key);
        if (known) return JSON.parse(await known);
        made.push(key);
        const text = make().then((answer) => JSON.stringify(answer));
        kept.set(key, text);
        return JSON.parse(await text);
      },
      workers,
      progress: () => {},
    });
  return { run, made };
}
