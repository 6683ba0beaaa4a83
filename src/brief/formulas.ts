import { claimTolerance } from '../measures/disagreements.ts';
import type { Formula } from './document.ts';
import { listWords } from './words.ts';

/** What a computed sentence can rest on; its number in the appendix. */
export const formulaIds = [
  'weight',
  'direction',
  'effective',
  'lead',
  'resultant',
  'profile',
  'commitments',
  'verdict',
  'count',
] as const;
export type FormulaId = (typeof formulaIds)[number];

export const formulaNumber = (id: FormulaId): number => formulaIds.indexOf(id) + 1;

const titles: Readonly<Record<FormulaId, string>> = {
  weight: 'Weight',
  direction: 'Direction',
  effective: 'Effective number of partners',
  lead: 'Lead',
  resultant: 'Pull of the ties',
  profile: 'Profile',
  commitments: 'Declared and practised',
  verdict: 'Verdict on a figure',
  count: 'Count',
};

/** The formulas of the appendix; those of weight and direction as the workbench states them. */
export const formulaList = (stated: { readonly weight: string; readonly direction: string }): Formula[] => {
  const [weight = '', weightWords = ''] = split(stated.weight);
  const [direction = '', directionWords = ''] = split(stated.direction);
  const all: Readonly<Record<FormulaId, readonly [formula: string, words: string]>> = {
    weight: [weight, `${weightWords}; the weights of the partners sum to 1`],
    direction: [direction, `${directionWords}; fewer than three signed records give none`],
    effective: [
      'N = 1 / Σ wⱼ²',
      'the number of partners of equal weight that would be as concentrated; from 1 to the number of partners',
    ],
    lead: [
      'share of the draws in which the same partner weighs most',
      'the draws are those of the intervals',
    ],
    resultant: [
      'pull = Σ wⱼ θⱼ / Σ wⱼ',
      'θ: ideal point in the General Assembly, higher towards the United States-led order; w: weight',
    ],
    profile: [
      'six figures, each with its band',
      'the label follows from the bands by written rules, first that fits',
    ],
    commitments: [
      'evenness against 1; effective number against 3.5, or against the year before',
      'a commitment that no measure can show is left open',
    ],
    verdict: [
      `|x − s| ≤ ${claimTolerance} |s|`,
      's: the figure claimed, x: a figure of the same quantity; all near: supported, some: definition-dependent, none: contradicted',
    ],
    count: ['number of records', 'of the kind that the sentence names'],
  };
  return formulaIds.map((id) => ({
    number: formulaNumber(id),
    title: titles[id],
    formula: all[id][0],
    words: all[id][1],
  }));
};

/** “formula 1 (weight)”, “formulas 1 (weight) and 4 (lead)”. */
export const formulaWords = (ids: readonly FormulaId[]): string =>
  `${ids.length === 1 ? 'formula' : 'formulas'} ${listWords(ids.map((id) => `${formulaNumber(id)} (${titles[id].toLowerCase()})`))}`;

/** “formula   (words)” in its two parts. */
const split = (text: string): readonly string[] => {
  const match = /^(.*?)\s+\((.*)\)$/.exec(text);
  return match ? [match[1] ?? '', match[2] ?? ''] : [text, ''];
};
