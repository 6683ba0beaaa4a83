import { isGap } from '../../model/gap.ts';
import type { ChoiceTally, Flip, Specification, Tally } from '../../model/multiverse.ts';
import { percent } from '../../model/quantity.ts';
import type { OpenChoice, Picks, Universe } from './universe.ts';

/** Every choice of a universe, the measure, the window and the kind of period among them. */
export const alternativesOf = ({ measures, by, windows, choices }: Universe): OpenChoice[] => [
  { name: 'measure', words: 'measure', alternatives: measures },
  ...choices,
  { name: 'window', words: 'window', alternatives: windows },
  { name: 'by', words: 'kind of period', alternatives: by },
];

/** An alternative as a noun. */
export function switchWords(universe: Universe, name: string, value: string | undefined): string {
  const choice = alternativesOf(universe).find((one) => one.name === name);
  return choice?.alternatives.find((one) => String(one.value) === value)?.words ?? `${name} ${value}`;
}

/** All picks of a specification: “Cohen’s kappa, absences left out, by session”. */
export const picksWords = (picks: Picks, universe: Universe): string =>
  alternativesOf(universe)
    .flatMap(({ name }) => (picks[name] === undefined ? [] : [switchWords(universe, name, picks[name])]))
    .join(', ');

/** A share as whole per cent that says 0 % and 100 % only where none or all are meant. */
export function sharePercent(part: number, whole: number): string {
  if (part < whole && Math.round((part / whole) * 100) === 100) return '>99 %';
  return percent(part / whole);
}

/** How many flips are named before the rest is only counted. */
const mostNamed = 6;

/** A finding in a few sentences: how far it holds, what turns it, on what it hangs. */
export function summary(
  statement: string,
  headline: Specification,
  { told, untold, holding }: Tally,
  choices: readonly ChoiceTally[],
  flips: readonly Flip[],
): string {
  const rest = untold === 0 ? '' : ` (${untold} more cannot be told)`;
  if (told === 0) return `${statement}. This cannot be told in any of ${untold} specifications.`;
  const asked = isGap(headline.margin)
    ? 'As asked this cannot be told; it holds'
    : headline.verdict === 'holds'
      ? 'It holds as asked, and'
      : 'It does not hold as asked; it holds';
  return [
    `${statement}. ${asked} in ${sharePercent(holding, told)} of ${told} specifications${rest}.`,
    flipWords(headline, holding, told, flips),
    hangWords(choices),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function flipWords(headline: Specification, holding: number, told: number, flips: readonly Flip[]): string {
  if (headline.verdict === 'cannot be told') return '';
  if (holding === 0 || holding === told) return 'No choice turns it.';
  const named = flips.slice(0, mostNamed).map(({ switches }) => switches.join(' with '));
  const more = flips.length > mostNamed ? `; and ${flips.length - mostNamed} more` : '';
  const count = flips[0]?.switches.length ?? 0;
  return count === 1
    ? `One switch alone turns it: ${named.join('; ')}${more}.`
    : `No single switch turns it; ${count} together do: ${named.join('; ')}${more}.`;
}

function hangWords([first]: readonly ChoiceTally[]): string {
  if (!first || first.turned === 0) return '';
  return `It hangs most on the ${first.words}: ${first.turned} of ${first.pairs} pairs of specifications that differ in it alone disagree.`;
}
