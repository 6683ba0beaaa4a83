import { expect, it } from 'vitest';
import { choiceTallies } from '../../../src/measures/multiverse/tally.ts';
import type { Universe } from '../../../src/measures/multiverse/universe.ts';
import type { Specification } from '../../../src/model/multiverse.ts';

const because = 'it can be';
const choice = (name: string, values: readonly string[]) => ({
  name,
  words: name,
  alternatives: values.map((value) => ({ value, words: value, because })),
});
const universe: Universe = {
  measures: [],
  by: [],
  windows: [],
  choices: [
    choice('rare', ['r1', 'r2']),
    choice('common', ['c1', 'c2']),
    choice('other', ['o1', 'o2', 'o3']),
  ],
  exclusions: [],
};

/** Picks to a verdict; the first alternative of each choice is the usual one. */
function specification(picks: Record<string, string>, holds: boolean): Specification {
  return {
    id: JSON.stringify(picks),
    measure: 'one',
    picks,
    departures: Object.keys(picks).filter((name) => !picks[name]?.endsWith('1')),
    values: [],
    margin: holds ? 1 : -1,
    scaled: holds ? 1 : -1,
    verdict: holds ? 'holds' : 'does not hold',
    words: '',
  };
}

it('puts first what most specifications hang on, not the greatest share of few pairs', () => {
  const all = [
    specification({ common: 'c1', other: 'o1', rare: 'r1' }, true),
    specification({ common: 'c1', other: 'o1', rare: 'r2' }, false), // one pair differs in `rare`, and it disagrees
    specification({ common: 'c2', other: 'o1' }, false), // three pairs in `common`, of which two disagree
    specification({ common: 'c1', other: 'o2' }, true),
    specification({ common: 'c2', other: 'o2' }, false),
    specification({ common: 'c1', other: 'o3' }, true),
    specification({ common: 'c2', other: 'o3' }, true),
  ];
  const [headline] = all;
  if (!headline) throw new Error('there is none');
  const tallies = choiceTallies(all, headline, universe);
  expect(tallies.map(({ name, turned, pairs }) => [name, turned, pairs])).toEqual([
    ['common', 2, 3], // four specifications hang on it
    ['other', 2, 6], // three: c2 holds with o3 alone
    ['rare', 1, 1], // two
  ]);
});
