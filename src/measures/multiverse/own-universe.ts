import type { By } from '../measure.ts';
import { choicesOf } from '../run.ts';
import { concentrationUniverse } from './concentration-rose.ts';
import type { Alternative, MeasureHead, OpenChoice, Universe } from './universe.ts';
import { votesUniverse } from './votes-universe.ts';

/**
 * Choices that change the question and not the way to answer it: what is looked at, and whose records speak. Another
 * issue is another finding, and is never an alternative. Nor is an estimator that takes many minutes.
 */
export const questionChoices: ReadonlySet<string> = new Set([
  'acts',
  'commodity',
  'compat',
  'dataset',
  'dimension',
  'direction',
  'estimator',
  'evidence',
  'indicator',
  'issue',
  'network',
]);

/** Measures that answer one question, with all that can be defended to answer it. */
const sharedUniverses: readonly Universe[] = [votesUniverse, concentrationUniverse];

/** All ways of answering what a measure answers: those of its siblings too, else those of its own choices. */
export function universeOf(head: MeasureHead & { readonly title: string }, by: By): Universe {
  const shared = sharedUniverses.find(({ measures }) => measures.some(({ value }) => value === head.id));
  if (shared) return { ...shared, choices: shared.choices.filter(({ name }) => !questionChoices.has(name)) };
  return {
    measures: [{ value: head.id, words: head.title, because: 'it was asked for' }],
    by: alike(by).map((value) => ({
      value,
      words: `by ${value}`,
      because: 'both kinds of period are in use',
    })),
    windows: [
      { value: 1, words: `the last ${by}`, because: 'it is what holds now' },
      { value: 3, words: `the mean of the last 3 ${by}s`, because: 'one period does not decide it' },
      { value: 5, words: `the mean of the last 5 ${by}s`, because: 'it is what lasts' },
    ],
    choices: choicesOf(head).flatMap(({ name, about, kind, values, usual }): OpenChoice[] => {
      if (questionChoices.has(name) || (kind !== 'one of' && kind !== 'boolean')) return [];
      const settings = kind === 'boolean' ? [usual === true, usual !== true] : values;
      const alternatives = settings.map(
        (value): Alternative => ({ value, words: `${spaced(name)} ${wordOf(value)}`, because: about }),
      );
      const left: Alternative = {
        value: 'left-to-the-measure',
        unset: true,
        words: `${spaced(name)} left to the measure`,
        because: about,
      };
      return [
        {
          name,
          words: spaced(name),
          alternatives: usual === undefined ? [left, ...alternatives] : alternatives,
        },
      ];
    }),
    exclusions: [],
  };
}

/** A session and the year in which it begins are two ways of cutting the same time; a month is another question. */
const alike = (by: By): By[] => (by === 'month' ? [by] : by === 'session' ? [by, 'year'] : [by, 'session']);

const spaced = (name: string): string => name.replaceAll('-', ' ');
const wordOf = (value: string | boolean): string =>
  value === true ? 'yes' : value === false ? 'no' : spaced(value);
