import { describe, expect, it } from 'vitest';
import { votingMeasures } from '../../../src/measures/index.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { archiveOf, run, times } from './roll-calls.ts';

const kazakhstan = { focal: ['KAZ'], partners: ['RUS'] };
const only = async (figures: Promise<{ readonly figures: readonly Figure[] }>): Promise<Figure> => {
  const [figure, ...more] = (await figures).figures;
  if (!figure || more.length > 0) throw new Error(`${more.length + 1} figures`);
  return figure;
};

/** Ten roll calls: the same in six, one step apart in three, opposite in one. */
const ten = [
  ...times(6, 70, 'KAZ Y, RUS Y, CHN Y, USA N'),
  ...times(3, 70, 'KAZ Y, RUS A, CHN Y, USA N', 7),
  { id: '10', session: 70, votes: 'KAZ Y, RUS N, CHN Y, USA N' },
];

describe('agreement', () => {
  it('is the share of the same votes, or graded', async () => {
    const archive = archiveOf(ten);
    expect(await only(run(archive, 'agreement', kazakhstan))).toMatchObject({
      about: 'KAZ',
      partner: 'RUS',
      period: '70',
      value: 0.6,
      n: 10,
      source: 'unga-votes',
      interval: { level: 0.9, method: 'bootstrap' },
    });
    const graded = { ...kazakhstan, choices: { similarity: 'graded' } };
    expect(await only(run(archive, 'agreement', graded))).toMatchObject({ value: 0.75, n: 10 });
  });

  it('with the Union is that with its members on the day, each with an equal part', async () => {
    const union = async (session: number, similarity: string) =>
      (
        await only(
          run(archiveOf(times(10, session, 'KAZ Y, DEU Y, FRA A, GBR N')), 'agreement', {
            focal: ['KAZ'],
            partners: ['EU'],
            choices: { similarity },
          }),
        )
      ).value;
    expect(await union(70, 'identical')).toBeCloseTo(1 / 3, 12);
    expect(await union(70, 'graded')).toBeCloseTo((1 + 0.5 + 0) / 3, 12);
    expect(await union(75, 'identical')).toBeCloseTo(1 / 2, 12); // without the United Kingdom
  });

  it('gives the same bytes each time, and the value without an interval where none is wanted', async () => {
    const archive = archiveOf(ten);
    const asked = { ...kazakhstan, choices: { similarity: 'graded' } };
    const first = await run(archive, 'agreement', asked);
    expect(JSON.stringify(await run(archive, 'agreement', asked))).toBe(JSON.stringify(first));
    const bare = await only(run(archive, 'agreement', { ...asked, intervals: false }));
    expect([bare.value, bare.interval]).toEqual([first.figures[0]?.value, undefined]);
  });
});

describe('similarity measures', () => {
  it.each([
    ['s-score', {}, 0.5],
    ['s-score', { power: 'squared' }, 1 - (2 * (3 + 4)) / 4 / 10],
    // Kazakhstan never varies: chance explains all of it.
    ['kappa', {}, 0],
    ['alignment-index', {}, 0],
    // Mean margins .8, .15, .05: 2·(.8·.15 + .15·.05 + .8·.05·4) = .575; observed .7.
    ['pi', {}, 1 - 0.7 / 0.575],
    // 2·(.8·.15 + .15·.05 + .8·.05·2) = .415; observed .5.
    ['pi', { weights: 'linear' }, 1 - 0.5 / 0.415],
  ] as const)('%s %j, by hand', async (id, choices, expected) => {
    const { value, interval, n } = await only(run(archiveOf(ten), id, { ...kazakhstan, choices }));
    expect(value).toBeCloseTo(expected, 12);
    expect(interval).toMatchObject({ level: 0.9, method: 'bootstrap' });
    expect(n).toBe(10);
  });

  it('have intervals around the value, for the Union too', async () => {
    const archive = archiveOf([
      ...times(20, 70, 'KAZ Y, RUS Y, DEU Y, FRA N'),
      ...times(10, 70, 'KAZ A, RUS N, DEU N, FRA N', 21),
      ...times(10, 70, 'KAZ Y, RUS A, DEU A, FRA Y', 31),
    ]);
    for (const id of ['s-score', 'kappa', 'pi', 'alignment-index']) {
      const { figures } = await run(archive, id, { focal: ['KAZ'], partners: ['RUS', 'EU'] });
      expect(figures).toHaveLength(2);
      for (const { value, interval } of figures) {
        if (typeof value !== 'number' || !interval || !('low' in interval))
          throw new Error(`${id}: no interval`);
        expect(interval.low).toBeLessThan(value);
        expect(interval.high).toBeGreaterThan(value);
      }
    }
  });

  it('kappa has a reason and no number where both always vote yes', async () => {
    const archive = archiveOf(times(12, 70, 'KAZ Y, RUS Y'));
    expect((await only(run(archive, 'kappa', kazakhstan))).value).toMatchObject({ gap: 'not-applicable' });
    expect((await only(run(archive, 's-score', kazakhstan))).value).toBe(1);
  });
});

describe('choices', () => {
  const agreementWith = async (
    archive: ReturnType<typeof archiveOf>,
    choices: Record<string, string>,
    by?: 'year',
  ) =>
    (
      await run(archive, 'agreement', { ...kazakhstan, choices, ...(by && { by }), intervals: false })
    ).figures.map(({ period, value, n }) => [period, value, n]);

  it('an absent member counts as abstaining where that is wanted, a state that is no member yet does not', async () => {
    const archive = archiveOf([
      ...times(10, 69, 'KAZ Y, CHN Y'), // Russia has no vote in the session: no member
      ...times(10, 70, 'KAZ A, RUS A, CHN Y', 11),
      ...times(10, 70, 'KAZ A, CHN Y', 21), // absent, though not listed
    ]);
    const none = { gap: 'too-few-records', because: expect.any(String) };
    expect(await agreementWith(archive, {})).toEqual([
      ['69', none, 0],
      ['70', 1, 10],
    ]);
    expect(await agreementWith(archive, { absence: 'abstain' })).toEqual([
      ['69', none, 0],
      ['70', 1, 20],
    ]);
    const { notes } = await run(archive, 'agreement', kazakhstan);
    expect(notes.join()).toMatch(/lists no absences/);
  });

  it('where absences are listed, who has no row was not there at all', async () => {
    const source = 'unga-votes-voeten';
    const archive = archiveOf(
      [
        ...times(10, 75, 'KAZ A, RUS A'),
        ...times(5, 75, 'KAZ A, RUS X', 11),
        ...times(5, 75, 'KAZ A', 16),
      ].map((call) => ({ ...call, source })),
    );
    expect(await agreementWith(archive, { absence: 'abstain' })).toEqual([['75', 1, 15]]);
  });

  it('abstentions, unanimous roll calls, amendments and paragraphs may be left out', async () => {
    const archive = archiveOf([
      ...times(10, 70, 'KAZ Y, RUS N'),
      ...times(10, 70, 'KAZ Y, RUS A', 11),
      ...times(10, 70, 'KAZ Y, RUS Y', 21),
      ...times(10, 70, 'KAZ Y, RUS Y, USA N', 31, { amendment: true }),
      ...times(10, 70, 'KAZ Y, RUS Y, USA N', 41, { paragraph: true }),
    ]);
    expect(await agreementWith(archive, {})).toEqual([['70', 1 / 3, 30]]);
    expect(await agreementWith(archive, { abstention: 'leave-out' })).toEqual([['70', 1 / 2, 20]]);
    expect(await agreementWith(archive, { unanimous: 'leave-out' })).toEqual([['70', 0, 20]]);
    expect(await agreementWith(archive, { texts: 'all' })).toEqual([['70', 3 / 5, 50]]);
  });

  it('one issue, or important votes; where nobody coded them that is a gap', async () => {
    const archive = archiveOf([
      ...times(10, 70, 'KAZ Y, RUS Y', 1, { issues: 'nu; di', important: false }),
      ...times(10, 70, 'KAZ Y, RUS N', 11, { issues: 'hr', important: true }),
      ...times(10, 71, 'KAZ Y, RUS N', 21),
    ]);
    const uncoded = ['71', { gap: 'not-covered', because: expect.any(String) }, 0];
    expect(await agreementWith(archive, { issue: 'nu' })).toEqual([['70', 1, 10], uncoded]);
    expect(await agreementWith(archive, { votes: 'important' })).toEqual([['70', 0, 10], uncoded]);
    const none = ['70', { gap: 'no-records', because: expect.any(String) }, 0];
    expect(await agreementWith(archive, { issue: 'co' })).toEqual([none, uncoded]);
  });

  it('by calendar year takes roll calls by their day', async () => {
    const archive = archiveOf([
      ...times(10, 70, 'KAZ Y, RUS Y'),
      ...times(10, 70, 'KAZ Y, RUS N', 11, { date: '2016-05-01' }),
      ...times(10, 71, 'KAZ Y, RUS Y', 21),
    ]);
    expect(await agreementWith(archive, {}, 'year')).toEqual([
      ['2015', 1, 10],
      ['2016', 0.5, 20],
    ]);
  });
});

describe('states and periods that come and go', () => {
  const archive = archiveOf([
    ...times(10, 46, 'RUS Y, USA N'),
    ...times(10, 47, 'KAZ Y, RUS Y, USA N', 11),
    ...times(10, 50, 'KAZ Y, RUS Y, USA N', 21),
    ...times(9, 51, 'KAZ Y, RUS Y, USA N', 31),
    ...times(10, 52, 'RUS Y, USA N', 41),
  ]);

  it('begin with a state’s first vote, end with its last, and say what is missing between', async () => {
    const { figures } = await run(archive, 'agreement', { ...kazakhstan, intervals: false });
    expect(figures.map(({ period, value }) => [period, value])).toEqual([
      ['47', 1],
      ['48', { gap: 'not-covered', because: expect.any(String) }],
      ['49', { gap: 'not-covered', because: expect.any(String) }],
      ['50', 1],
      ['51', { gap: 'too-few-records', because: expect.any(String) }],
    ]);
  });

  it('have no figure for a state nobody knows, and say why; a partner nobody knows is a gap', async () => {
    const unknown = await run(archive, 'agreement', { focal: ['UZB'], partners: ['RUS'] });
    expect([unknown.figures, unknown.notes]).toEqual([[], ['the archive has no vote of UZB']]);
    const { figures } = await run(archive, 'kappa', {
      focal: ['KAZ'],
      partners: ['UZB'],
      from: '47',
      to: '47',
    });
    expect(figures.map(({ value }) => value)).toEqual([
      { gap: 'no-records', because: 'no vote of UZB is known' },
    ]);
  });

  it('need an archive, and say where votes are to be had', async () => {
    for (const { id } of votingMeasures)
      await expect(run(archiveOf([]), id, kazakhstan)).rejects.toMatchObject({
        fault: 'missing',
        hint: expect.stringMatching(/datasets fetch unga-votes/),
      });
  });
});

describe('abstentions and absences', () => {
  const archive = archiveOf([
    ...times(12, 70, 'KAZ Y, USA N'),
    ...times(3, 70, 'KAZ A, USA N', 13),
    ...times(5, 70, 'USA N', 16),
    ...times(10, 71, 'USA N', 21),
    ...times(10, 72, 'KAZ Y, USA N', 31),
  ]);

  it('are shares of the votes cast, and of the roll calls of a member', async () => {
    const abstentions = await run(archive, 'abstention-share', { focal: ['KAZ'] });
    expect(abstentions.figures.map(({ period, value, n }) => [period, value, n])).toEqual([
      ['70', 0.2, 15],
      ['71', { gap: 'too-few-records', because: expect.any(String) }, 0],
      ['72', 0, 10],
    ]);
    const absences = await run(archive, 'absence-share', { focal: ['KAZ'] });
    expect(absences.figures.map(({ period, value, n }) => [period, value, n])).toEqual([
      ['70', 0.25, 20],
      ['71', { gap: 'too-few-records', because: expect.any(String) }, 0], // no vote in it: no member
      ['72', 0, 10],
    ]);
    expect(absences.notes.join()).toMatch(/lists no absences/);
  });

  it('have Jeffreys intervals, from 0 where nothing was seen', async () => {
    const { figures } = await run(archive, 'abstention-share', { focal: ['KAZ'], from: '72' });
    expect(figures[0]?.interval).toMatchObject({ low: 0, level: 0.9, method: 'jeffreys' });
  });
});

it('a figure says who abstained and who was absent', async () => {
  const archive = archiveOf([...times(15, 70, 'KAZ Y, RUS A'), ...times(5, 70, 'KAZ A', 16)]);
  expect((await only(run(archive, 's-score', kazakhstan))).note).toBe(
    'KAZ abstained in 25 %, was absent in 0 %; RUS abstained in 75 %, was absent in 25 %',
  );
});
