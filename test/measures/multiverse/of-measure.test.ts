import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../../src/measures/catalogue.ts';
import { multiverseOf } from '../../../src/measures/multiverse/of-measure.ts';
import { questionChoices } from '../../../src/measures/multiverse/own-universe.ts';
import { lookedUp, runner, years } from './fixture.ts';

const own = lookedUp('tea', {
  'leave-out': years([0.2, 0.3, 0.4], [0.6, 0.6, 0.3]),
  abstain: years([0.5, 0.3, 0.1], [0.6, 0.6, 0.3]),
});

describe('what an answer says at first sight', () => {
  it('is of two partners which stands above the other', async () => {
    const { finding, headline, specifications, flips } = await multiverseOf(
      'tea',
      { focal: ['KAZ'], partners: ['B', 'A'] },
      runner([own]),
      [own],
    );
    expect(finding.statement).toBe('Tea, Kazakhstan: A stands above B');
    expect(headline.verdict).toBe('holds');
    expect(specifications).toHaveLength(6); // two treatments, three windows
    expect(flips.map(({ switches }) => switches)).toEqual([
      ['absence abstain'],
      ['the mean of the last 3 years'],
      ['the mean of the last 5 years'], // of the three that have figures
    ]);
  });

  it('is of three the one above all others', async () => {
    const three = lookedUp('tea', { 'leave-out': { 'A 2019': 0.1, 'B 2019': 0.3, 'C 2019': 0.2 } });
    const { finding, headline } = await multiverseOf(
      'tea',
      { focal: ['KAZ'], partners: ['A', 'B', 'C'] },
      runner([three]),
      [three],
    );
    expect(finding.statement).toBe('Tea, Kazakhstan: B stands above all others named');
    expect(headline.margin).toBeCloseTo(0.1, 12);
  });

  it('is of one partner whether the figure rose or fell', async () => {
    const asked = { focal: ['KAZ'], partners: ['A'] };
    const { finding, headline, flips } = await multiverseOf('tea', asked, runner([own]), [own]);
    expect(finding.statement).toBe('Tea, Kazakhstan with A: it has risen since 2017');
    expect(headline.values).toEqual([
      { about: 'then', value: 0.2 },
      { about: 'now', value: 0.4 },
    ]);
    expect(flips.map(({ switches }) => switches)).toEqual([['absence abstain']]);
  });

  it('is about the focal state alone where the measure is, whoever leads', async () => {
    const figures = [
      { about: 'KAZ', partner: 'RUS', period: '2018', value: 0.5, n: 1 },
      { about: 'KAZ', partner: 'CHN', period: '2019', value: 0.4, n: 1 },
    ];
    const lead = {
      ...own,
      partners: 'none' as const,
      choices: z.object({}),
      compute: async () => ({ figures, basis: 'archive' as const }),
    };
    const { finding } = await multiverseOf('tea', { focal: ['KAZ'] }, runner([lead]), [lead]);
    expect(finding.statement).toBe('Tea, Kazakhstan: it has fallen since 2018');
  });

  it('is told by its siblings too, closeness being less of a distance', async () => {
    const agreement = lookedUp('agreement', { 'leave-out': years([0, 0, 0.6], [0, 0, 0.5]) });
    const distance = lookedUp('ideal-distance', { 'leave-out': years([0, 0, 1], [0, 0, 2]) });
    const heads = [agreement, distance];
    const { finding, specifications } = await multiverseOf(
      'ideal-distance',
      { focal: ['KAZ'], partners: ['A', 'B'] },
      runner(heads),
      heads,
    );
    expect(finding.statement).toBe('Kazakhstan stands closer to A than to B in votes');
    expect(new Set(specifications.map(({ measure }) => measure))).toEqual(
      new Set(['agreement', 'ideal-distance']),
    );
    expect(
      specifications.filter(({ picks }) => picks.window === '1').every(({ verdict }) => verdict === 'holds'),
    ).toBe(true);
  });

  it('is about one focal state', async () => {
    await expect(multiverseOf('tea', { focal: ['KAZ', 'UZB'] }, runner([own]), [own])).rejects.toThrow(
      'one focal state, not 2',
    );
  });
});

it('names no choice as part of the question that no measure has', () => {
  const names = new Set(catalogue.flatMap(({ choices }) => Object.keys(choices.shape)));
  expect([...questionChoices].filter((name) => !names.has(name))).toEqual([]);
});
