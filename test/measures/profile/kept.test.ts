import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commitmentChange, type Expected, practised, practisedYear } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { Commitment, Records } from '../../../src/model/records.ts';
import { empty, event, observation } from '../../fixtures/tiny.ts';

const map = (object: Readonly<Record<string, number>>) => new Map(Object.entries(object));
const practice = {
  weights: new Map([
    ['economic', map({ RUS: 0.5, CHN: 0.3, EU: 0.2 })],
    ['security', map({ RUS: 1, CHN: 0 })],
  ] as const),
  directions: new Map([['economic', map({ RUS: 0.5, CHN: -0.5 })]] as const),
};
const economic = (expects: Expected, partners: readonly string[] = []) =>
  practised(expects, 'economic', partners, practice);

describe('what a commitment is seen in', () => {
  it('by hand', () => {
    expect(economic('breadth-high')).toBeCloseTo(1 / 0.38, 12);
    expect(economic('breadth-rises')).toBe(economic('breadth-high'));
    expect(economic('equality')).toBeCloseTo(0.9372, 4);
    expect(economic('exposure-falls')).toBe(0.5);
    expect(economic('ties-rise', ['CHN', 'EU'])).toBe(0.5);
    expect(economic('friendliness')).toBeCloseTo((0.5 * 0.5 - 0.3 * 0.5) / 0.8, 12);
  });
  it('of all dimensions is the mean, or the greatest share', () => {
    expect(practised('breadth-high', undefined, [], practice)).toBeCloseTo((1 / 0.38 + 1) / 2, 12);
    expect(practised('exposure-falls', undefined, [], practice)).toBe(1);
    expect(practised('friendliness', undefined, [], practice)).toBe(economic('friendliness'));
  });
  it('has no answer without weights, a direction, or a partner named', () => {
    expect(practised('equality', 'societal', [], practice)).toMatchObject({ gap: 'no-records' });
    expect(practised('friendliness', 'security', [], practice)).toMatchObject({ gap: 'no-records' });
    expect(economic('ties-rise')).toMatchObject({ gap: 'not-applicable' });
  });
});

const trade = (year: string, shares: Readonly<Record<string, number>>) =>
  ['exports', 'imports'].flatMap((indicator) =>
    Object.entries({ ...shares, WLD: 100 }).map(([partner, value]) =>
      observation(partner, indicator, year, value),
    ),
  );
const declared = (id: string, expects: Expected | undefined, text = 'Trade is to be spread'): Commitment => ({
  id,
  document: 'doc',
  text,
  dimension: 'economic',
  ...(expects && { expects }),
});
const records: Records = {
  ...empty,
  partners: ['RUS', 'CHN'],
  observations: [...trade('2017', { RUS: 90, CHN: 10 }), ...trade('2020', { RUS: 50, CHN: 50 })],
  documents: [
    { id: 'doc', title: 'Concept on trade with China', issuer: 'KAZ', date: '2018-03', kind: 'concept' },
  ],
  commitments: [
    declared('spread', 'breadth-rises'),
    declared('china', 'ties-rise'),
    declared('less', 'exposure-falls'),
    declared('alike', 'equality'),
    declared('broad', 'breadth-high'),
    declared('friends', 'friendliness'),
    declared('vague', undefined),
  ],
};
const run = (some: Records) => measuring({ open: new Map([['KAZ', some]]) });
const verdicts = async (
  some: Records,
  to = '2020',
  choices = {},
): Promise<Readonly<Record<string, Figure>>> =>
  Object.fromEntries(
    (await run(some)('kept', { focal: ['KAZ'], from: to, to, choices })).figures.map((one) => [
      one.item,
      one,
    ]),
  );

describe('commitments of 2018, trade of 2017 beside that of 2020', () => {
  it('exports and imports move alike, so no importance moves them: the difference speaks', async () => {
    const found = await verdicts(records);
    expect(found.spread?.value).toBeCloseTo(2 - 1 / 0.82, 12);
    expect(found.spread?.note).toMatch(
      /^kept: “Trade is to be spread” \(effective number of partners: 1\.22 in 2017, 2\.00 in 2020\)/,
    );
    expect(found.china?.value).toBeCloseTo(0.4, 12); // its document names China
    expect(found.china?.note).toMatch(/^kept/);
    expect(found.less?.value).toBeCloseTo(-0.4, 12);
    expect(found.less?.note).toMatch(/^kept/);
    expect(found.alike?.note).toMatch(/^kept/);
    expect(found.broad?.note).toMatch(/^fell short/); // 2 of at most 2, where 3.5 would be broad
  });
  it('leaves open what nothing can tell', async () => {
    const found = await verdicts(records);
    expect(found.vague).toMatchObject({ value: { gap: 'not-applicable' }, n: 0 });
    expect(found.vague?.note).toBe(
      'cannot be told: “Trade is to be spread” (no measure at hand can show it)',
    );
    expect(found.friends?.note).toMatch(/^cannot be told/);
  });
  it('cannot be held against a year before them, nor against nothing', async () => {
    for (const one of Object.values(await verdicts(records, '2017')))
      expect(one.note).toMatch(/^cannot be told/);
    const without = { ...records, observations: trade('2020', { RUS: 50, CHN: 50 }) };
    const found = await verdicts(without);
    expect(found.spread?.note).toMatch(/^cannot be told.*nothing known of 2017, 2\.00 in 2020/);
    expect(found.alike?.note).toMatch(/^kept/); // it speaks of the year alone
  });
  it('fall short where the opposite came to pass', async () => {
    const turned = {
      ...records,
      observations: [...trade('2017', { RUS: 50, CHN: 50 }), ...trade('2020', { RUS: 90, CHN: 10 })],
    };
    const found = await verdicts(turned);
    for (const id of ['spread', 'china', 'less', 'alike']) expect(found[id]?.note, id).toMatch(/^fell short/);
  });
  it('cannot be told where exports say this and imports that', async () => {
    const split = {
      ...records,
      observations: [
        ...trade('2017', { RUS: 60, CHN: 40 }),
        observation('RUS', 'exports', '2020', 50),
        observation('CHN', 'exports', '2020', 50),
        observation('RUS', 'imports', '2020', 90),
        observation('CHN', 'imports', '2020', 10),
      ],
    };
    const { spread } = await verdicts(split);
    expect(spread?.note).toMatch(/^cannot be told/);
    const { low, high } = (spread?.interval ?? {}) as { low: number; high: number };
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
  });
  it('what shows them kept can be the user’s to say, if it is something', async () => {
    const found = await verdicts(records, '2020', { expects: 'vague=breadth-rises' });
    expect(found.vague?.note).toMatch(/^kept/);
    await expect(verdicts(records, '2020', { expects: 'vage=equality' })).rejects.toThrow(
      'expects, part 1: there is no commitment “vage”',
    );
    await expect(verdicts(records, '2020', { expects: 'vague=glory' })).rejects.toThrow('“glory” is nothing');
  });
  it('friendliness is kept where all acts are friendly', async () => {
    const events = ['a', 'b', 'c', 'd'].map((id) => event(id, 'KAZ', 'RUS', 'AID'));
    const { friends } = await verdicts({ ...records, events });
    expect(friends?.note).toMatch(/^kept.*mean direction/);
  });
});

describe('for any trade', () => {
  const share = fc.integer({ min: 1, max: 99 });
  it('before and now trade places, and the difference its sign', () =>
    fc.assert(
      fc.property(share, share, (before, now) => {
        const of = (first: number, second: number) => {
          const some = {
            ...records,
            observations: [
              ...trade('2017', { RUS: first, CHN: 100 - first }),
              ...trade('2020', { RUS: second, CHN: 100 - second }),
            ],
          };
          return commitmentChange(some, declared('x', 'breadth-rises'), 'breadth-rises', 2020, 20, (year) =>
            practisedYear(some, year, 0),
          );
        };
        const [there, back] = [of(before, now), of(now, before)];
        expect(there.difference).toBeCloseTo(-(back.difference as number), 9);
        if (there.verdict === 'kept') expect(back.verdict).toBe('fell short');
      }),
      { numRuns: 30 },
    ));
});
