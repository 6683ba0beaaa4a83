import { describe, expect, it } from 'vitest';
import { loadVotes, votesOf } from '../../../src/measures/index.ts';
import type { Answers } from '../../../src/model/question.ts';
import { imported, itWithFiles } from '../../fixtures/archives.ts';
import { archiveOf, type Made, times } from './roll-calls.ts';

const ofWide = (call: Made): Made => ({ ...call, source: 'unga-votes-wide' });
const ids = async (archive: Answers): Promise<string[]> =>
  (await loadVotes(archive)).calls.map(({ session, id }) => `${session}/${id}`);

describe('the table of votes', () => {
  it('has roll calls by session and number, and each state’s votes in that order', async () => {
    const table = await loadVotes(
      archiveOf([
        { id: '10', session: 2, votes: 'KAZ N, RUS Y' },
        { id: '9', session: 2, votes: 'KAZ A' },
        { id: '11', session: 1, votes: 'RUS Y, KAZ X' },
      ]),
    );
    expect(table.calls.map(({ id }) => id)).toEqual(['11', '9', '10']);
    expect(table.states).toEqual(['KAZ', 'RUS']);
    expect([...(votesOf(table, 'KAZ') ?? [])]).toEqual([8, 2, 3]);
    expect([...(votesOf(table, 'RUS') ?? [])]).toEqual([1, 0, 1]);
    expect(votesOf(table, 'UZB')).toBeUndefined();
  });

  it('counts a roll call of two releases once, as the first has it', async () => {
    const table = await loadVotes(
      archiveOf([
        { id: '1', session: 70, votes: 'KAZ N', source: 'unga-votes-voeten' },
        { id: '1', session: 70, votes: 'KAZ Y' },
        { id: '2', session: 70, votes: 'KAZ A', source: 'unga-votes-voeten' },
      ]),
    );
    expect([...(votesOf(table, 'KAZ') ?? [])]).toEqual([1, 2]);
    expect(table.calls.map(({ listsAbsences }) => listsAbsences)).toEqual([false, true]);
  });

  it('takes a session from one numbering only, and later ones from the other', async () => {
    expect(
      await ids(
        archiveOf([
          ...times(2, 79, 'KAZ Y'),
          ofWide({ id: '4000001', session: 79, votes: 'KAZ Y' }),
          ofWide({ id: '4000002', session: 80, votes: 'KAZ Y' }),
        ]),
      ),
    ).toEqual(['79/1', '79/2', '80/4000002']);
  });

  it('counts an emergency special session in the regular session of its day', async () => {
    const es = (id: string, date: string) => ofWide({ id, session: null, votes: 'KAZ Y', more: { date } });
    expect(
      await ids(archiveOf([es('1', '2025-02-24'), es('2', '2025-09-20'), es('3', '2022-03-02')])),
    ).toEqual(['76/3', '79/1', '80/2']);
  });

  it('has issues from the roll call or from the file beside it', async () => {
    const { calls } = await loadVotes(
      archiveOf(
        [
          { id: '1', session: 70, votes: 'KAZ Y', more: { issues: 'nu; di' } },
          { id: '2', session: 70, votes: 'KAZ Y' },
          { id: '3', session: 70, votes: 'KAZ Y' },
        ],
        [{ source: 'unga-votes', roll_call: '2', issue: 'hr' }],
      ),
    );
    expect(calls.map(({ issues }) => issues)).toEqual([['nu', 'di'], ['hr'], []]);
  });

  it('does not have the Security Council, and says when there is nothing', async () => {
    const council = archiveOf([ofWide({ id: '1', session: 79, votes: 'KAZ Y', more: { organ: 'SC' } })]);
    await expect(loadVotes(council)).rejects.toMatchObject({ fault: 'missing' });
  });

  it('a vote that is none is an error that names it', async () => {
    await expect(loadVotes(archiveOf([{ id: '7', session: 70, votes: 'KAZ maybe' }]))).rejects.toMatchObject({
      fault: 'data',
      message: expect.stringMatching(/“maybe”.*unga-votes, 7, KAZ/),
    });
  });

  it('is read once for as long as the data are the same', async () => {
    let [asked, version] = [0, 'one'];
    const archive = archiveOf(times(1, 70, 'KAZ Y'));
    const counting: Answers = {
      ...archive,
      rows: (question) => {
        asked += 1;
        return archive.rows(question);
      },
      version: async () => version,
    };
    const first = await loadVotes(counting);
    const before = asked;
    expect(await loadVotes(counting)).toBe(first);
    expect(asked).toBe(before);
    version = 'two';
    expect(await loadVotes(counting)).not.toBe(first);
  });

  itWithFiles('has every session of the publishers’ files, 79 and 80 among them', async (data) => {
    const { store } = await imported([
      `${data}/unga-votes-1946-2019`,
      `${data}/unga-votes-2020`,
      `${data}/unga-votes-2025`,
    ]);
    const { calls, states } = await loadVotes(store);
    const of = (session: number) => calls.filter((call) => call.session === session).length;
    expect([calls.length, states.length, of(74), of(75), of(79), of(80)]).toEqual([
      6491, 200, 91, 96, 33, 159,
    ]);
    expect(new Set(calls.map(({ source, id }) => `${source} ${id}`)).size).toBe(calls.length);
  });
});
