import { gap } from '../../model/gap.ts';
import type { ChoiceTally, Flip, Specification, Tally } from '../../model/multiverse.ts';
import type { Universe } from './universe.ts';
import { alternativesOf, switchWords } from './words.ts';

/** In how many specifications the finding holds, of those that can be told. */
export function tallyOf(specifications: readonly Pick<Specification, 'verdict'>[]): Tally {
  const holding = specifications.filter(({ verdict }) => verdict === 'holds').length;
  const untold = specifications.filter(({ verdict }) => verdict === 'cannot be told').length;
  const told = specifications.length - untold;
  return {
    told,
    untold,
    holding,
    share: told === 0 ? gap('no-records', 'none can be told') : holding / told,
  };
}

/**
 * For each choice with more than one alternative: in which share of the specifications that take an alternative the
 * finding holds, and in how many of the pairs that differ in this choice alone it holds on one side only. The choices
 * come first of which most specifications hang: those whose verdict another pick of this choice alone would turn. A
 * share of pairs would put first what concerns few.
 */
export function choiceTallies(
  specifications: readonly Specification[],
  headline: Specification,
  universe: Universe,
): ChoiceTally[] {
  const tallies = alternativesOf(universe).flatMap(({ name, words, alternatives }) => {
    const taken = alternatives.flatMap(({ value, words: noun, because }) => {
      const own = specifications.filter(({ picks }) => picks[name] === String(value));
      const usual = headline.picks[name] === String(value);
      return own.length === 0 ? [] : [{ value: String(value), words: noun, because, usual, ...tallyOf(own) }];
    });
    if (taken.length < 2) return [];
    const { hanging, ...pairs } = pairsOf(name, specifications);
    return [{ hanging, tally: { name, words, alternatives: taken, ...pairs } satisfies ChoiceTally }];
  });
  return tallies
    .sort((a, b) => b.hanging - a.hanging || (a.tally.name < b.tally.name ? -1 : 1))
    .map(({ tally }) => tally);
}

/**
 * Pairs of told specifications that differ in one choice alone, those of them that have different verdicts, and how many
 * specifications are in such pairs.
 */
function pairsOf(
  name: string,
  specifications: readonly Specification[],
): { pairs: number; turned: number; hanging: number } {
  const alike = new Map<string, Map<string, boolean>>();
  for (const one of specifications) {
    const pick = one.picks[name];
    if (pick === undefined || one.verdict === 'cannot be told') continue;
    const key = JSON.stringify(
      one.departures.filter((other) => other !== name).map((other) => [other, one.picks[other]]),
    );
    if (!alike.has(key)) alike.set(key, new Map());
    alike.get(key)?.set(pick, one.verdict === 'holds');
  }
  let [pairs, turned, hanging] = [0, 0, 0];
  for (const verdicts of alike.values()) {
    const holding = [...verdicts.values()].filter(Boolean).length;
    pairs += (verdicts.size * (verdicts.size - 1)) / 2;
    turned += holding * (verdicts.size - holding);
    if (holding > 0 && holding < verdicts.size) hanging += verdicts.size;
  }
  return { pairs, turned, hanging };
}

/** The specifications that turn the headline's verdict with the fewest switches; those with one, where there are any. */
export function flipsOf(
  specifications: readonly Specification[],
  headline: Specification,
  universe: Universe,
): Flip[] {
  if (headline.verdict === 'cannot be told') return [];
  const turned = specifications.filter(
    ({ verdict }) => verdict !== 'cannot be told' && verdict !== headline.verdict,
  );
  const fewest = Math.min(...turned.map(({ departures }) => departures.length));
  return turned
    .filter(({ departures }) => departures.length === fewest)
    .map(({ id, picks, departures }) => ({
      specification: id,
      switches: departures.map((name) => switchWords(universe, name, picks[name])),
    }));
}
