import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  allPairs,
  crossTable,
  loadVotes,
  pairAgreement,
  pairAt,
  pairSScore,
  sScore,
  voteLevels,
} from '../../../src/measures/index.ts';
import { archiveOf, type Made, times } from './roll-calls.ts';

const states = ['CHN', 'KAZ', 'RUS', 'USA', 'UZB'];
const history = fc
  .array(
    fc.tuple(
      fc.constantFrom(70, 71),
      fc.array(fc.constantFrom('Y', 'A', 'N', 'X', '-'), { minLength: 5, maxLength: 5 }),
    ),
    {
      minLength: 1,
      maxLength: 80, // more than two words of 32 bits
    },
  )
  .map((calls) =>
    calls.map(
      ([session, votes], i): Made => ({
        id: String(i + 1),
        session,
        votes: votes.flatMap((how, s) => (how === '-' ? [] : [`${states[s]} ${how}`])).join(', ') || 'FRA X',
      }),
    ),
  );

it('counts what counting roll call by roll call does', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const found = allPairs(await loadVotes(archiveOf(made)));
      for (const { session, states: present, ...counts } of found)
        for (const [b, later] of present.entries())
          for (const [a, earlier] of present.slice(0, b).entries()) {
            const of = (state: string, votes: string) =>
              'YAN'.indexOf(votes.match(`${state} (.)`)?.[1] ?? '?') + 1;
            const both = made
              .filter((call) => call.session === session)
              .map(({ votes }) => [of(earlier, votes), of(later, votes)] as const)
              .filter(([x, y]) => x > 0 && y > 0);
            const at = pairAt(a, b);
            expect(counts.both[at]).toBe(both.length);
            expect(counts.same[at]).toBe(both.filter(([x, y]) => x === y).length);
            expect(counts.opposite[at]).toBe(both.filter(([x, y]) => Math.abs(x - y) === 2).length);
            const table = crossTable(
              both.map(([x]) => x),
              both.map(([, y]) => y),
              voteLevels,
            );
            const s = sScore(table);
            if (typeof s === 'number')
              expect(pairSScore({ session, states: present, ...counts }, at)).toBeCloseTo(s, 12);
          }
    }),
    { numRuns: 50 },
  );
});

it('gives agreement and S of a pair, and a gap to those who never voted together', async () => {
  const votes = await loadVotes(
    archiveOf([
      ...times(6, 70, 'KAZ Y, RUS Y'),
      ...times(3, 70, 'KAZ Y, RUS A', 7),
      { id: '10', session: 70, votes: 'KAZ Y, RUS N' },
      { id: '11', session: 70, votes: 'UZB Y' },
    ]),
  );
  const [session] = allPairs(votes, 70);
  if (!session) throw new Error('there is no session 70');
  const at = (a: string, b: string) => pairAt(session.states.indexOf(a), session.states.indexOf(b));
  expect(pairAgreement(session, at('KAZ', 'RUS'))).toBe(0.6);
  expect(pairAgreement(session, at('KAZ', 'RUS'), true)).toBe(0.75);
  expect(pairSScore(session, at('KAZ', 'RUS'))).toBe(0.5);
  expect(pairSScore(session, at('KAZ', 'UZB'))).toMatchObject({ gap: 'no-records' });
  expect(allPairs(votes, 71)).toEqual([]);
});

it('a session by itself is as in the whole history', async () => {
  const votes = await loadVotes(
    archiveOf([...times(40, 70, 'KAZ Y, RUS N, CHN A'), ...times(5, 71, 'KAZ Y, UZB N', 41)]),
  );
  expect([...allPairs(votes, 70), ...allPairs(votes, 71)]).toEqual(allPairs(votes));
});
