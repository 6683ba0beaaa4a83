import { z } from 'zod';
import { type Asked, defineMeasure, type Measure, type Measurement } from '../../../src/measures/measure.ts';
import type { Finding } from '../../../src/measures/multiverse/finding.ts';
import { isAbove } from '../../../src/measures/multiverse/statements.ts';
import type { Universe } from '../../../src/measures/multiverse/universe.ts';
import { MultivectorError } from '../../../src/model/errors.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { gap, isGap } from '../../../src/model/gap.ts';

/** Figures of a measure by its choices: `partner period` to a value. */
export type Table = Readonly<Record<string, number>>;

/** A measure that looks its figures up in a table, with one choice of its own. */
export function lookedUp(
  id: string,
  tables: Readonly<Record<string, Table>>,
  more: Partial<Measure> = {},
): Measure {
  const settings = Object.keys(tables) as [string, ...string[]];
  const measure = defineMeasure({
    id,
    family: 'voting',
    title: id,
    question: '',
    formula: '',
    unit: 'share',
    range: [0, 1],
    cite: [],
    weak: '',
    interval: '',
    partners: 'needed',
    by: ['year'],
    choices: z.object({ absence: z.enum(settings).default(settings[0]).describe('treatment of absence') }),
    chart: 'lines',
    async compute({ focal, partners, from, to, choices: { absence } }) {
      const figures = Object.entries(tables[absence] ?? {}).flatMap(([key, value]): Figure[] => {
        const [partner = '', period = ''] = key.split(' ');
        if (!partners.includes(partner) || period < (from ?? '') || period > (to ?? '9999')) return [];
        return [{ about: focal, partner, period, value, n: 1, source: id }];
      });
      return { figures, basis: 'archive' };
    },
  });
  return { ...measure, ...more };
}

/** What was asked of measures, and a runner of these alone. */
export function runner(measures: readonly Measure[]): {
  readonly asked: (readonly [string, Asked])[];
  run(id: string, asked: Asked): Promise<Measurement>;
} {
  const log: (readonly [string, Asked])[] = [];
  return {
    asked: log,
    async run(id, asked) {
      log.push([id, asked]);
      const found = measures.find((one) => one.id === id);
      if (!found) throw new MultivectorError('missing', `no data for ${id}`);
      const { compute, choices: schema, ...head } = found;
      const [focal = ''] = asked.focal;
      const partners = asked.partners ?? [];
      const by = asked.by ?? head.by[0];
      const choices = schema.strict().parse(asked.choices ?? {});
      const computed = await compute({ ...asked, focal, partners, by, choices }, {} as never);
      return {
        measure: head,
        asked: { focal: [focal], partners, by, choices },
        unit: head.unit,
        sources: [id],
        notes: [],
        figures: computed.figures,
        basis: computed.basis,
      };
    },
  };
}

/** Two measures, two treatments, two windows. */
export const universe: Universe = {
  measures: [
    { value: 'alpha', words: 'alpha', because: 'one way' },
    { value: 'beta', words: 'beta', because: 'another' },
  ],
  by: [{ value: 'year', words: 'by year', because: 'as it is' }],
  windows: [
    { value: 1, words: 'the last year', because: 'now' },
    { value: 3, words: 'the mean of 3 years', because: 'what lasts' },
  ],
  choices: [
    {
      name: 'absence',
      words: 'treatment of absence',
      alternatives: [
        { value: 'leave-out', words: 'absence left out', because: 'not voted' },
        { value: 'abstain', words: 'absence counted as abstention', because: 'a way not to choose' },
      ],
    },
  ],
  exclusions: [],
};

/** “A stands above B.” */
export const above = (of: Universe = universe): Finding => ({
  id: 'above',
  statement: 'A stands above B',
  margin: 'A less B',
  focal: 'KAZ',
  partners: ['A', 'B'],
  needs: ['A', 'B'],
  universe: of,
  judge({ sense, means }) {
    const both = means(['A', 'B']);
    if (isGap(both)) return both;
    const [a = 0, b = 0] = both;
    const margin = sense * (a - b);
    return {
      margin,
      holds: isAbove(margin),
      values: [
        { about: 'A', value: a },
        { about: 'B', value: b },
      ],
    };
  },
});

/** Figures of A and B in 2017, 2018 and 2019. */
export const years = (a: readonly number[], b: readonly number[]): Table =>
  Object.fromEntries(
    [2017, 2018, 2019].flatMap((year, i) => [
      [`A ${year}`, a[i] ?? 0],
      [`B ${year}`, b[i] ?? 0],
    ]),
  );

export const nothing = gap('no-records');
