import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/measures/catalogue.ts';
import { combinationsOf } from '../../../src/measures/multiverse/combinations.ts';
import {
  type FindingAsked,
  findingKinds,
  findingOf,
} from '../../../src/measures/multiverse/finding-kinds.ts';
import { multiverse } from '../../../src/measures/multiverse/multiverse.ts';
import { lookedUp, runner, years } from './fixture.ts';

const asked: FindingAsked = {
  focal: 'KAZ',
  partners: ['CHN', 'RUS', 'EU', 'NLD', 'USA'],
  since: '2009',
  dimension: 'economic',
  indicator: 'fdi-stock',
};
const all = findingKinds.map(({ id }) => findingOf(id, asked));
const combinations = all.map((finding) => combinationsOf(finding.universe, catalogue, finding.usual));

describe.each(all.map((finding, i) => [finding.id, finding, combinations[i]] as const))(
  'the universe of %s',
  (_, { universe, statement }, made) => {
    it('has measures of the catalogue, each with one alternative or more of every choice that it has', () => {
      for (const { value } of universe.measures)
        expect(
          made?.all.some(({ measure }) => measure.value === value),
          value,
        ).toBe(true);
      for (const { name, alternatives } of universe.choices)
        for (const { value } of alternatives)
          expect(
            made?.all.some(({ picks }) => picks[name] === String(value)) ||
              made?.leftOut.some(({ count }) => count > 0),
            `${name} ${value}`,
          ).toBe(true);
    });

    it('asks measures for nothing that they do not know', () => {
      for (const { measure, by, choices } of made?.all ?? []) {
        const head = catalogue.find(({ id }) => id === measure.value);
        expect(head?.by).toContain(by);
        expect(head?.choices.strict().safeParse(choices).error, measure.value).toBeUndefined();
      }
    });

    it('gives a reason for every alternative and every rule', () => {
      const { measures, by, windows, choices, exclusions } = universe;
      const alternatives = [measures, by, windows, ...choices.map((choice) => choice.alternatives)].flat();
      for (const { words, because } of alternatives)
        expect(
          [words.length, because.length].every((length) => length > 3),
          words,
        ).toBe(true);
      for (const { because } of exclusions) expect(because.length).toBeGreaterThan(20);
      expect(new Set(alternatives.map(({ words }) => words)).size).toBe(alternatives.length);
    });

    it('speaks in a sentence with names', () => {
      expect(statement).toMatch(/^[A-ZÀ-Þ]/);
      expect(statement).toMatch(/Kazakhstan/);
      expect(statement).not.toMatch(/KAZ|CHN|undefined/);
    });

    it('has its headline among its combinations, where nothing is switched', () => {
      expect(made?.all.filter(({ departures }) => departures.length === 0)).toEqual([made?.headline]);
    });
  },
);

describe('closer in votes', () => {
  const [, made] = [all[0], combinations[0]];
  it('knows more than 900 ways, none of which says the same twice', () => {
    const ids = made?.all.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(900);
    expect(new Set(ids).size).toBe(ids.length);
    const without = made?.all.filter(({ picks }) => picks.abstention === 'leave-out') ?? [];
    expect(without.every(({ picks }) => picks.absence === 'leave-out')).toBe(true);
    expect(without.some(({ measure }) => measure.value === 's-score')).toBe(false);
    expect(without.some(({ measure }) => measure.value === 'alignment-index')).toBe(true);
  });

  it('keeps what is asked though a rule would leave it out', () => {
    const { headline, all: kept } = combinationsOf(findingOf('closer-in-votes', asked).universe, catalogue, {
      measure: 's-score',
    });
    expect(headline.choices.power).toBe('absolute');
    expect(kept).toContain(headline);
  });
});

describe('leads in', () => {
  it('does not set members of a group beside the group', () => {
    expect(findingOf('leads-in', { ...asked, partners: ['EU', 'NLD', 'GBR', 'USA'] }).partners).toEqual([
      'EU',
      'GBR',
      'USA',
    ]);
  });

  it('compares with those that have a figure, and with nobody where there is none', async () => {
    const share = lookedUp('partner-share', {
      'leave-out': { 'EU 2020': 0.5, 'USA 2020': 0.3, 'EU 2021': 0.5 },
    });
    const of = findingOf('leads-in', { ...asked, partners: ['EU', 'USA', 'CHN'] });
    const measures = of.universe.measures.map((one) => ({ ...one, choices: {} }));
    const universe = { ...of.universe, measures, choices: [] };
    const told = async (to: string) =>
      (await multiverse({ ...of, universe }, { to }, runner([share]), [share])).headline;
    expect(await told('2020')).toMatchObject({
      verdict: 'holds',
      values: [{ about: 'EU' }, { about: 'USA' }],
    });
    expect(await told('2021')).toMatchObject({ verdict: 'cannot be told' });
  });
});

describe('what is not named', () => {
  it.each([
    ['closer-in-votes', { partners: ['RUS'] }, /2 partners, not 1/],
    ['closer-in-votes', { partners: ['RUS', 'RUS', 'KAZ'] }, /2 partners, not 1/],
    ['agreement-fell', { since: undefined }, /compares with a year/],
    ['concentration-rose', { since: 'yore' }, /“yore” is none/],
    ['broad-ties', { dimension: 'culinary' }, /“culinary” is no dimension/],
    ['leads-in', { indicator: 'tea' }, /“tea” is nothing that partners have shares of/],
    ['as-good-as', {}, /no finding “as-good-as”/],
  ])('is an error of whoever asks: %s %j', (id, more, message) => {
    expect(() => findingOf(id, { ...asked, ...more })).toThrow(message);
  });
});

it('windows that overlap compare nothing', async () => {
  const alpha = lookedUp('agreement', {
    'leave-out': years([0.9, 0.7, 0.5], [0, 0, 0]),
    abstain: years([0.9, 0.7, 0.5], [0, 0, 0]),
  });
  const fell = findingOf('agreement-fell', { ...asked, partners: ['A'], since: '2017' });
  const { specifications } = await multiverse(
    { ...fell, universe: { ...fell.universe, measures: fell.universe.measures.slice(0, 1) } },
    { by: 'year' },
    runner([alpha]),
    [alpha],
  );
  const verdicts = Object.fromEntries(
    specifications
      .filter(({ picks }) => picks.absence === 'leave-out')
      .map(({ picks, verdict }) => [picks.window, verdict]),
  );
  expect(verdicts).toEqual({ 1: 'holds', 3: 'cannot be told', 5: 'cannot be told' });
});
