import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiverse, notIndependent } from '../../../src/measures/multiverse/multiverse.ts';
import type { Universe } from '../../../src/measures/multiverse/universe.ts';
import { above, lookedUp, runner, universe, years } from './fixture.ts';

/*
 * Worked by hand. A less B, in 2019 alone and in the mean of 2017 to 2019:
 *   alpha, absence left out   0.6 − 0.5 = +0.1   (0.5 + 0.5 + 0.6 − 0.4 − 0.5 − 0.5) / 3 = +0.2 / 3   holds, holds
 *   alpha, as abstention      0.5 − 0.6 = −0.1   (0.8 + 0.8 + 0.5 − 0.4 − 0.4 − 0.6) / 3 = +0.7 / 3   not,   holds
 *   beta,  absence left out   0.9 − 0.2 = +0.7   (0.1 + 0.1 + 0.9 − 0.8 − 0.8 − 0.2) / 3 = −0.7 / 3   holds, not
 *   beta,  as abstention      0.3 − 0.4 = −0.1   (0.3 + 0.3 + 0.3 − 0.4 − 0.4 − 0.4) / 3 = −0.1       not,   not
 */
const alpha = lookedUp('alpha', {
  'leave-out': years([0.5, 0.5, 0.6], [0.4, 0.5, 0.5]),
  abstain: years([0.8, 0.8, 0.5], [0.4, 0.4, 0.6]),
});
const beta = lookedUp('beta', {
  'leave-out': years([0.1, 0.1, 0.9], [0.8, 0.8, 0.2]),
  abstain: years([0.3, 0.3, 0.3], [0.4, 0.4, 0.4]),
});
const both = [alpha, beta];

describe('a universe of two measures, two treatments and two windows', () => {
  it('gives each of the eight its margin and its verdict', async () => {
    const { specifications } = await multiverse(above(), {}, runner(both), both);
    expect(
      specifications.map(({ id, margin, verdict }) => [id, Number((margin as number).toFixed(4)), verdict]),
    ).toEqual([
      ['alpha absence=abstain by=year window=1', -0.1, 'does not hold'],
      ['alpha absence=abstain by=year window=3', 0.2333, 'holds'],
      ['alpha absence=leave-out by=year window=1', 0.1, 'holds'],
      ['alpha absence=leave-out by=year window=3', 0.0667, 'holds'],
      ['beta absence=abstain by=year window=1', -0.1, 'does not hold'],
      ['beta absence=abstain by=year window=3', -0.1, 'does not hold'],
      ['beta absence=leave-out by=year window=1', 0.7, 'holds'],
      ['beta absence=leave-out by=year window=3', -0.2333, 'does not hold'],
    ]);
  });

  it('holds in half of them, and as asked', async () => {
    const { tally, headline, until, sources } = await multiverse(above(), {}, runner(both), both);
    expect(tally).toEqual({ told: 8, untold: 0, holding: 4, share: 0.5 });
    expect(headline).toMatchObject({
      id: 'alpha absence=leave-out by=year window=1',
      departures: [],
      verdict: 'holds',
      values: [
        { about: 'A', value: 0.6 },
        { about: 'B', value: 0.5 },
      ],
    });
    expect(until).toBe('2019');
    expect(sources).toEqual(['alpha', 'beta']);
  });

  it('tells what hangs on each choice', async () => {
    const { choices } = await multiverse(above(), {}, runner(both), both);
    const told = Object.fromEntries(
      choices.map(({ name, pairs, turned, alternatives }) => [
        name,
        [turned, pairs, ...alternatives.map(({ value, share }) => `${value} ${share}`)],
      ]),
    );
    expect(told).toEqual({
      measure: [2, 4, 'alpha 0.75', 'beta 0.25'], // both parts of a pair: the mean of 3 years
      absence: [2, 4, 'leave-out 0.75', 'abstain 0.25'], // the last year
      window: [2, 4, '1 0.5', '3 0.5'], // alpha as abstention, beta left out
    });
  });

  it('names the switches that turn the verdict', async () => {
    const { flips, words, notes } = await multiverse(above(), {}, runner(both), both);
    expect(flips).toEqual([
      {
        specification: 'alpha absence=abstain by=year window=1',
        switches: ['absence counted as abstention'],
      },
    ]);
    expect(words).toBe(
      'A stands above B. It holds as asked, and in 50 % of 8 specifications. ' +
        'One switch alone turns it: absence counted as abstention. ' +
        'It hangs most on the treatment of absence: 2 of 4 pairs of specifications that differ in it alone disagree.',
    );
    expect(notes[0]).toBe(notIndependent);
  });

  it('starts from what is asked', async () => {
    const { headline, flips } = await multiverse(
      above(),
      { measure: 'beta', choices: { absence: 'abstain' } },
      runner(both),
      both,
    );
    expect(headline).toMatchObject({ id: 'beta absence=abstain by=year window=1', verdict: 'does not hold' });
    expect(flips.map(({ switches }) => switches)).toEqual([['absence left out']]);
  });

  it('asks once for all windows of the same choices, for the years that they reach back to', async () => {
    const runs = runner(both);
    await multiverse(above(), {}, runs, both);
    expect(runs.asked).toHaveLength(4);
    expect(runs.asked.slice(1).every(([, { from, to }]) => from === '2017' && to === '2019')).toBe(true);
    expect(runs.asked.every(([, { intervals }]) => intervals === false)).toBe(true);
  });

  it('names two switches together where none turns it alone', async () => {
    const high = lookedUp('alpha', {
      'leave-out': years([0.5, 0.5, 0.6], [0.4, 0.5, 0.5]),
      abstain: years([0.8, 0.8, 0.7], [0.4, 0.4, 0.6]),
    });
    const most = lookedUp('beta', {
      'leave-out': years([0.9, 0.9, 0.9], [0.8, 0.8, 0.2]),
      abstain: years([0.3, 0.3, 0.3], [0.4, 0.4, 0.4]),
    });
    const { flips, words } = await multiverse(above(), {}, runner([high, most]), [high, most]);
    expect(flips.map(({ switches }) => switches)).toEqual([['beta', 'absence counted as abstention']]);
    expect(words).toContain(
      'No single switch turns it; 2 together do: beta with absence counted as abstention.',
    );
  });
});

describe('what cannot be told', () => {
  it('is counted beside the share, never in it', async () => {
    const { tally, specifications } = await multiverse(above(), {}, runner([alpha]), both);
    expect(tally).toEqual({ told: 4, untold: 4, holding: 3, share: 0.75 });
    expect(specifications.find(({ measure }) => measure === 'beta')).toMatchObject({
      verdict: 'cannot be told',
      margin: { gap: 'no-records', because: 'no data for beta' },
    });
  });

  it('is a window with figures in half of its periods or fewer', async () => {
    const thin = lookedUp('alpha', { 'leave-out': { 'A 2019': 0.4, 'B 2019': 0.1, 'A 2018': 0.4 } });
    const { specifications } = await multiverse(above(), {}, runner([thin]), [thin]);
    expect(specifications.map(({ verdict }) => verdict)).toEqual(['holds', 'cannot be told']);
    expect(specifications[1]?.margin).toEqual({
      gap: 'too-few-records',
      because: 'figures in 1 of 3 periods, more than half are needed',
    });
  });

  it('is everything where the headline has no figure', async () => {
    const empty = lookedUp('alpha', { 'leave-out': {}, abstain: {} });
    const { tally, until, words } = await multiverse(above(), {}, runner([empty, beta]), [empty, beta]);
    expect(until).toBeUndefined();
    expect(tally).toMatchObject({ told: 0, untold: 8, share: { gap: 'no-records' } });
    expect(words).toBe('A stands above B. This cannot be told in any of 8 specifications.');
  });

  it('is an error where the headline cannot be asked for at all', async () => {
    await expect(multiverse(above(), {}, runner([beta]), both)).rejects.toThrow('no data for alpha');
  });
});

describe('combinations', () => {
  it('that make no sense are left out by their rule, and counted; what was asked stays', async () => {
    const ruled: Universe = {
      ...universe,
      exclusions: [{ because: 'alpha knows no absence', excludes: ({ measure }) => measure === 'alpha' }],
    };
    const { specifications, leftOut } = await multiverse(above(ruled), {}, runner(both), both);
    expect(specifications).toHaveLength(5);
    expect(leftOut).toEqual([{ because: 'alpha knows no absence', count: 3 }]);
  });

  it('of measures that cannot be asked the question are left out', async () => {
    const issue = lookedUp('alpha', { 'leave-out': years([1, 1, 1], [0, 0, 0]) });
    const withIssue = {
      ...issue,
      choices: issue.choices.extend({ issue: issue.choices.shape.absence as never }),
    };
    const heads = [withIssue, beta];
    const { specifications, leftOut } = await multiverse(
      above(),
      { choices: { issue: 'leave-out' } },
      runner(heads),
      heads,
    );
    expect(new Set(specifications.map(({ measure }) => measure))).toEqual(new Set(['alpha']));
    expect(leftOut).toEqual([{ because: 'beta cannot be asked with issue leave-out', count: 4 }]);
  });
});

describe('any universe', () => {
  const value = fc.integer({ min: 0, max: 4 }).map((n) => n / 4);
  const triple = fc.tuple(value, value, value);
  const table = fc.tuple(triple, triple).map(([a, b]) => years(a, b));
  const measures = fc
    .tuple(table, table, table, table)
    .map(([a, b, c, d]) => [
      lookedUp('alpha', { 'leave-out': a, abstain: b }),
      lookedUp('beta', { 'leave-out': c, abstain: d }),
    ]);

  it('has shares in [0, 1] and the plain measure for its headline', () =>
    fc.assert(
      fc.asyncProperty(measures, async (list) => {
        const { tally, choices, headline } = await multiverse(above(), {}, runner(list), list);
        for (const { share } of [tally, ...choices.flatMap(({ alternatives }) => alternatives)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        const plain = await runner(list).run('alpha', { focal: ['KAZ'], partners: ['A', 'B'] });
        const of = (partner: string) =>
          plain.figures.find((one) => one.partner === partner && one.period === '2019')?.value as number;
        expect(headline.verdict).toBe(of('A') > of('B') ? 'holds' : 'does not hold');
      }),
    ));

  it('does not depend on the order of its alternatives', () =>
    fc.assert(
      fc.asyncProperty(measures, async (list) => {
        const turned: Universe = {
          ...universe,
          measures: universe.measures.toReversed(),
          windows: universe.windows.toReversed(),
          choices: universe.choices.map((one) => ({ ...one, alternatives: one.alternatives.toReversed() })),
        };
        const asked = { measure: 'alpha', choices: { absence: 'leave-out' } };
        const one = await multiverse(above(), asked, runner(list), list);
        const other = await multiverse(above(turned), asked, runner(list), list.toReversed());
        expect(other.tally).toEqual(one.tally);
        expect(other.specifications.map(({ id, verdict }) => [id, verdict])).toEqual(
          one.specifications.map(({ id, verdict }) => [id, verdict]),
        );
      }),
    ));

  it('has a specification once, however often its alternatives are listed', () =>
    fc.assert(
      fc.asyncProperty(measures, async (list) => {
        const doubled: Universe = {
          ...universe,
          measures: [...universe.measures, ...universe.measures],
          windows: [...universe.windows, ...universe.windows],
          choices: universe.choices.map((one) => ({
            ...one,
            alternatives: [...one.alternatives, ...one.alternatives],
          })),
        };
        const once = await multiverse(above(), {}, runner(list), list);
        const twice = await multiverse(above(doubled), {}, runner(list), list);
        expect(twice.specifications).toEqual(once.specifications);
        expect(twice.tally).toEqual(once.tally);
        expect(twice.choices).toEqual(once.choices);
      }),
    ));
});
