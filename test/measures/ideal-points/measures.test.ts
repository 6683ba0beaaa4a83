import { describe, expect, it } from 'vitest';
import { membersOn } from '../../../src/model/european-union.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { stateById } from '../../../src/model/states.ts';
import { answersFrom } from '../../fixtures/answers.ts';
import { ownVotes, runOn } from './own-votes.ts';

const draws = { draws: 20 };
const stateCodes = [...stateById.keys()];
const asked = { focal: ['KAZ'], partners: ['RUS', 'USA'], choices: draws };
const { run, made } = runOn(ownVotes());

const at = (figures: readonly Figure[], about: string, period: string, partner?: string): Figure => {
  const found = figures.filter((f) => f.about === about && f.period === period && f.partner === partner);
  expect(found.length, `${about} ${partner ?? ''} ${period}`).toBe(1);
  return found[0] as Figure;
};
const pointIn = ({ value }: Figure): number => (typeof value === 'number' ? value : Number.NaN);
const ends = ({ interval }: Figure): [number, number] =>
  interval && 'low' in interval ? [interval.low, interval.high] : [Number.NaN, Number.NaN];

describe('ideal-point', () => {
  it('gives the focal state and each partner in every session, the focal state first', async () => {
    const { figures, basis, sources, notes } = await run('ideal-point', asked);
    expect(figures.map(({ about, period }) => `${about} ${period}`)).toEqual(
      ['KAZ', 'RUS', 'USA'].flatMap((state) => [70, 71, 72, 73].map((session) => `${state} ${session}`)),
    );
    expect(at(figures, 'USA', '70')).toMatchObject({ n: 23, source: 'unga-votes' }); // without the paragraph
    expect(pointIn(at(figures, 'USA', '70'))).toBeGreaterThan(pointIn(at(figures, 'RUS', '70')));
    for (const figure of figures.filter(({ value }) => typeof value === 'number')) {
      const [low, high] = ends(figure);
      expect(low).toBeLessThanOrEqual(pointIn(figure));
      expect(high).toBeGreaterThanOrEqual(pointIn(figure));
      expect(high).toBeGreaterThan(low);
    }
    expect({ basis, sources }).toEqual({ basis: 'archive', sources: ['unga-votes'] });
    expect(notes).toContain('18 pairs of recurring resolutions share their parameters over time');
  });

  it('has a gap for a session in which a state cast no vote, or hardly any', async () => {
    const { figures } = await run('ideal-point', { ...asked, partners: ['BRA'] });
    expect(at(figures, 'KAZ', '72')).toMatchObject({ value: { gap: 'no-records' }, n: 0 });
    expect(at(figures, 'BRA', '73')).toMatchObject({ value: { gap: 'too-few-records' }, n: 3 });
  });

  it('gives no interval to a point that the end of the scale holds back, nor to a distance from it', async () => {
    const states = ['USA', ...stateCodes.filter((id) => id !== 'USA').slice(0, 89)];
    const calls = [70, 71, 72].flatMap((session) =>
      Array.from({ length: 40 }, (_, k) => ({ session, id: `${session * 100 + k}`, k })),
    );
    const source = 'unga-votes';
    const archive = answersFrom({
      roll_call: calls.map(({ session, id }) => ({ session, roll_call: id, organ: 'GA', source })),
      // One stands alone against all others, of whom now and then one strays.
      vote: calls.flatMap(({ id, k, session }) =>
        states.map((state, s) => ({
          roll_call: id,
          state,
          vote: s === 0 ? 'no' : (s * 13 + k * 7 + session) % 97 === 0 ? 'abstain' : 'yes',
          source,
        })),
      ),
    });
    const { run: runThere } = runOn(archive);
    const question = { focal: ['USA'], partners: ['CAN'], choices: draws };
    const alone = at((await runThere('ideal-point', question)).figures, 'USA', '71');
    expect(pointIn(alone)).toBeGreaterThan(4.9);
    expect(alone).toMatchObject({
      interval: { gap: 'unknown' },
      note: expect.stringContaining('end of the scale'),
    });
    const apart = at((await runThere('ideal-distance', question)).figures, 'USA', '71', 'CAN');
    expect(apart).toMatchObject({
      interval: { gap: 'unknown' },
      note: expect.stringContaining('end of the scale'),
    });
  });

  it('has a gap for a session of which the archive has no roll call', async () => {
    const vote = (state: string, roll_call: string, how: string) => ({
      state,
      roll_call,
      vote: how,
      source: 'unga-votes',
    });
    const calls = [70, 71, 74, 75].flatMap((session) =>
      Array.from({ length: 6 }, (_, k) => ({ session, id: `${session * 10 + k}` })),
    );
    const archive = answersFrom({
      roll_call: calls.map(({ session, id }) => ({
        session,
        roll_call: id,
        organ: 'GA',
        source: 'unga-votes',
      })),
      vote: calls.flatMap(({ id }) => [vote('KAZ', id, 'yes'), vote('USA', id, 'no')]),
    });
    const { figures } = await runOn(archive).run('ideal-point', { ...asked, partners: [] });
    expect(
      figures.map(({ period, value }) => [period, typeof value === 'number' ? 'point' : value.gap]),
    ).toEqual([
      ['70', 'point'],
      ['71', 'point'],
      ['72', 'not-covered'],
      ['73', 'not-covered'],
      ['74', 'point'],
      ['75', 'point'],
    ]);
  });

  it('is computed once: the next question is answered from what was kept', async () => {
    await run('ideal-point', asked);
    const before = made.length;
    const later = await run('ideal-point', { ...asked, partners: ['CHN'], from: '71' });
    await run('ideal-distance', asked);
    expect(made.length).toBe(before);
    expect(later.figures.every(({ period }) => Number(period) >= 71)).toBe(true);
  });

  it('says so where recurring resolutions are not known or not used', async () => {
    const without = await runOn(ownVotes({ matches: false })).run('ideal-point', asked);
    expect(without.notes.join()).toContain('the archive has no pairs of recurring resolutions');
    const ignored = await run('ideal-point', { ...asked, choices: { ...draws, matches: 'ignore' } });
    expect(ignored.notes.join()).toContain('recurring resolutions are not used');
    expect(ignored.figures.map(pointIn)).toEqual(without.figures.map(pointIn));
  });

  it('may be by year, on one issue, and without intervals', async () => {
    const years = await run('ideal-point', { ...asked, by: 'year' });
    expect(years.figures.map(({ period }) => period).slice(0, 2)).toEqual(['2015', '2016']);
    const rights = await run('ideal-point', { ...asked, choices: { ...draws, issue: 'hr' } });
    expect(at(rights.figures, 'USA', '70').n).toBe(12);
    const bare = await run('ideal-point', { ...asked, intervals: false });
    const full = await run('ideal-point', asked);
    expect(bare.figures.map(pointIn)).toEqual(full.figures.map(pointIn));
    expect(bare.figures[0]?.interval).toMatchObject({ gap: 'not-applicable' });
  });

  it('of the Union is the mean of its members on the day', async () => {
    const { figures } = await run('ideal-point', { ...asked, partners: ['EU', 'DEU', 'FRA', 'ITA'] });
    expect(membersOn('2015-12-01')).toEqual(expect.arrayContaining(['DEU', 'FRA', 'ITA']));
    const members = ['DEU', 'FRA', 'ITA'].map((state) => pointIn(at(figures, state, '70')));
    expect(pointIn(at(figures, 'EU', '70'))).toBeCloseTo(members.reduce((a, b) => a + b, 0) / 3, 10);
    const [low, high] = ends(at(figures, 'EU', '70'));
    expect(high).toBeGreaterThan(low);
  });

  it('of a state that never voted has no figure, and says so; without votes there is an error', async () => {
    const { figures, notes } = await run('ideal-point', { ...asked, focal: ['ATA'], partners: [] });
    expect(figures).toEqual([]);
    expect(notes).toContain('there is no point of ATA');
    await expect(runOn(undefined).run('ideal-point', asked)).rejects.toMatchObject({ fault: 'missing' });
  });

  it('may be the posterior mean, with its quantiles', async () => {
    const choices = { estimator: 'posterior', draws: 20 };
    const { figures } = await run('ideal-point', { ...asked, choices });
    const usual = await run('ideal-point', asked);
    expect(at(figures, 'USA', '71').interval).toMatchObject({ level: 0.9, method: 'monte-carlo' });
    expect(Math.sign(pointIn(at(figures, 'USA', '71')))).toBe(
      Math.sign(pointIn(at(usual.figures, 'USA', '71'))),
    );
  });
});

describe('ideal-distance', () => {
  it('is how far two points lie apart, its interval from the refits of both', async () => {
    const { figures } = await run('ideal-distance', asked);
    const points = (await run('ideal-point', asked)).figures;
    for (const period of ['70', '71', '73']) {
      const figure = at(figures, 'KAZ', period, 'RUS');
      const apart = Math.abs(pointIn(at(points, 'KAZ', period)) - pointIn(at(points, 'RUS', period)));
      expect(pointIn(figure)).toBeCloseTo(apart, 12);
      const [low, high] = ends(figure);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeGreaterThan(low);
    }
    expect(at(figures, 'KAZ', '72', 'RUS').value).toMatchObject({ gap: 'no-records' });
  });
});

describe('published points', () => {
  const point = (focal: string, period: string, value: number): Record<string, unknown> => ({
    focal,
    indicator: 'ideal-point',
    period,
    value,
    low: value - 0.2,
    high: value + 0.2,
    n: 60,
    unit: 'ideal point',
    source: 'unga-ideal-points',
  });
  const observation = [point('KAZ', '2015', -0.4), point('DEU', '2015', 1.2), point('FRA', '2015', 1.6)];
  const archive = ownVotes({ more: { observation } });
  const published = { focal: ['KAZ'], partners: ['EU'], choices: { source: 'published' } };

  it('are given as they stand, of the Union their mean', async () => {
    const { figures, sources } = await runOn(archive).run('ideal-point', published);
    expect(at(figures, 'KAZ', '70')).toMatchObject({
      value: -0.4,
      n: 60,
      interval: { low: -0.6000000000000001, level: 0.9 },
    });
    expect(pointIn(at(figures, 'EU', '70'))).toBeCloseTo(1.4, 12);
    expect(at(figures, 'EU', '70').interval).toMatchObject({ gap: 'not-applicable' });
    expect(sources).toEqual(['unga-ideal-points']);
    const apart = await runOn(archive).run('ideal-distance', published);
    expect(pointIn(at(apart.figures, 'KAZ', '70', 'EU'))).toBeCloseTo(1.8, 12);
  });

  it('are missed where the archive has none, and there are none on one issue', async () => {
    await expect(runOn(ownVotes()).run('ideal-point', published)).rejects.toMatchObject({ fault: 'missing' });
    const choices = { source: 'published', issue: 'hr' };
    const { notes } = await runOn(archive).run('ideal-point', { ...published, choices });
    expect(notes).toContain('points on single issues are not published');
  });
});
