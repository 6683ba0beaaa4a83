import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dossier } from '../../../src/dossier/index.ts';
import {
  bands,
  commitmentChecks,
  contradiction,
  issueSplit,
  measureDimension,
  profile,
  signalVariance,
} from '../../../src/measures/index.ts';
import { dimensions } from '../../../src/model/dimension.ts';
import type { Records } from '../../../src/model/records.ts';
import { kazakhstan } from '../../fixtures/folders.ts';
import { empty, observation, tiny } from '../../fixtures/tiny.ts';

const share = fc.double({ min: 0.001, max: 1, noNaN: true });
const names = ['RUS', 'CHN', 'EU', 'USA'];
const weightsOfAny = fc.array(share, { minLength: 4, maxLength: 4 }).map((list) => {
  const sum = list.reduce((total, x) => total + x, 0);
  return new Map(names.map((name, i) => [name, (list[i] ?? 0) / sum]));
});
const positionsOfAny = fc
  .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 })
  .map((list) => new Map(names.map((name, i) => [name, list[i] ?? 0])));

describe('contradiction', () => {
  const positions = new Map([
    ['RUS', 0],
    ['USA', 3],
    ['CHN', 1.5],
  ]);
  it('is ½ where half of the ties are with each of two full rivals, by hand', () => {
    const halves = new Map([
      ['RUS', 0.5],
      ['USA', 0.5],
    ]);
    expect(contradiction(halves, positions)).toBe(0.5); // 2 · ½ · ½ · min(1, 3 / 3)
  });
  it('is 2 (.3 · .2 · 1 + .3 · .5 · ½ + .2 · .5 · ½) = .37 with a third between them', () => {
    const three = new Map([
      ['RUS', 0.3],
      ['USA', 0.2],
      ['CHN', 0.5],
    ]);
    expect(contradiction(three, positions)).toBeCloseTo(0.37, 12);
  });
  it('is 0 among the like-minded, and has no answer with one position', () => {
    const both = new Map([
      ['RUS', 0.5],
      ['USA', 0.5],
    ]);
    expect(
      contradiction(
        both,
        new Map([
          ['RUS', 1],
          ['USA', 1],
        ]),
      ),
    ).toBe(0);
    expect(contradiction(both, new Map([['RUS', 1]]))).toMatchObject({ gap: 'too-few-records' });
  });
  it('lies in [0, 1], and neither the order nor a common shift of positions matters', () =>
    fc.assert(
      fc.property(weightsOfAny, positionsOfAny, (weights, where) => {
        const k = contradiction(weights, where) as number;
        expect(k).toBeGreaterThanOrEqual(0);
        expect(k).toBeLessThanOrEqual(1);
        expect(contradiction(new Map([...weights].toReversed()), where)).toBeCloseTo(k, 9);
        const shifted = new Map([...where].map(([name, position]) => [name, position + 0.7]));
        expect(contradiction(weights, shifted)).toBeCloseTo(k, 9);
      }),
    ));
});

describe('the issue split', () => {
  it('is 1 where other partners lead in each dimension, 0 where the same do', () => {
    const [a, b] = [new Map([['RUS', 1]]), new Map([['CHN', 1]])];
    expect(issueSplit([a, b])).toBe(1);
    expect(issueSplit([a, a])).toBe(0);
    expect(issueSplit([a])).toMatchObject({ gap: 'too-few-records' });
  });
  it('lies in [0, 1], whatever the order of the dimensions', () =>
    fc.assert(
      fc.property(fc.array(weightsOfAny, { minLength: 2, maxLength: 5 }), (profiles) => {
        const split = issueSplit(profiles) as number;
        expect(split).toBeGreaterThanOrEqual(0);
        expect(split).toBeLessThanOrEqual(1);
        expect(issueSplit(profiles.toReversed())).toBeCloseTo(split, 9);
      }),
    ));
});

describe('signal variance', () => {
  it('is (4 · .75 + 2 · 0) / 6 = .5 for three friendly acts and a hostile one to one, two friendly ones to another', () => {
    expect(
      signalVariance([
        { cooperative: 3, conflictual: 1 },
        { cooperative: 2, conflictual: 0 },
      ]),
    ).toBeCloseTo(0.5, 12);
    expect(signalVariance([])).toMatchObject({ gap: 'no-records' });
  });
  it('lies in [0, 1] and does not see which side is the friendly one', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 1 }), (list) => {
        const signs = list.map(([cooperative, conflictual]) => ({ cooperative, conflictual }));
        const turned = signs.map((s) => ({ cooperative: s.conflictual, conflictual: s.cooperative }));
        const found = signalVariance(signs);
        if (typeof found !== 'number') {
          expect(found).toMatchObject({ gap: 'no-records' });
          return;
        }
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1 + 1e-12);
        expect(signalVariance(turned)).toBeCloseTo(found, 9);
      }),
    ));
});

const measured = (records: Records, year = 2020) =>
  new Map(
    dimensions.map((dimension) => [dimension, measureDimension(records, dimension, { year, draws: 100 })]),
  );
const trade = (
  amounts: Readonly<Record<string, number>>,
  positions: Readonly<Record<string, number>> = {},
) => ({
  ...empty,
  partners: Object.keys(amounts),
  observations: [
    ...Object.entries(amounts).map(([who, value]) => observation(who, 'exports', '2020', value)),
    ...Object.entries(positions).map(([who, value]) =>
      observation('', 'ideal-point', '2020', value, { id: `${who}.ideal`, focal: who, unit: 'ideal point' }),
    ),
  ],
});
const labelOf = (records: Records) => profile(records, 2020, measured(records)).label;

describe('the label, by the written rules', () => {
  it.each([
    ['cannot be told', empty],
    ['leaning on one partner', trade({ RUS: 90, CHN: 10 })],
    ['broad, rivalry unknown', trade({ RUS: 50, CHN: 50 })],
    ['diversified among like-minded partners', trade({ RUS: 50, CHN: 50 }, { RUS: 0, CHN: 0.5 })],
    ['multi-vector, with one exposed flank', trade({ RUS: 50, USA: 50 }, { RUS: 0, USA: 3 })],
    ['multi-vector', trade({ RUS: 40, USA: 35, CHN: 25 }, { RUS: 0, USA: 3, CHN: -0.5 })],
  ])('is “%s”', (label, records) => {
    expect(labelOf(records)).toBe(label);
  });
  it('rests on six parts of which those without evidence are gaps, not 0', () => {
    const { parts } = profile(empty, 2020, measured(empty));
    expect(parts).toHaveLength(6);
    for (const { value, band } of parts) expect([typeof value, band]).toEqual(['object', 'none']);
  });
  it('takes the greatest weight for the exposure, even where several have it', () => {
    const { parts } = profile(trade({ RUS: 50, CHN: 50 }), 2020, measured(trade({ RUS: 50, CHN: 50 })));
    expect(parts.find(({ id }) => id === 'exposure')).toMatchObject({ value: 0.5, band: 'high' });
  });
});

describe('commitments', () => {
  const declared = (
    expects: 'equality' | 'breadth-high' | 'breadth-rises' | undefined,
    date = '2019',
  ): Records => ({
    ...tiny,
    documents: [{ id: 'doc', title: 'Doctrine', issuer: 'KAZ', date, kind: 'doctrine' }],
    commitments: [
      { id: 'one', document: 'doc', text: 'words', dimension: 'economic', ...(expects && { expects }) },
    ],
  });
  const check = (records: Records) => commitmentChecks(records, 2020, measured(records))[0];

  it('to equality fall short by 1 − evenness: 1 − 1.0297 / ln 3 = .0628, which is kept', () => {
    const found = check(declared('equality'));
    expect(found?.shortfall).toBeCloseTo(0.0628, 3);
    expect(found?.verdict).toBe('kept');
  });
  it('to breadth are held against the effective number: 2.6 is short of 3.5', () => {
    expect(check(declared('breadth-high'))).toMatchObject({
      verdict: 'fell short',
      words: '2.6 effective partners',
    });
    expect(bands.breadth[1]).toBe(3.5);
  });
  it('cannot be told where nothing can show them, nothing is known, or the document came later', () => {
    for (const records of [
      declared(undefined),
      declared('breadth-rises'), // of 2018, the year before, nothing is known
      declared('equality', '2021'),
      { ...declared('equality'), observations: [] },
    ])
      expect(check(records)?.verdict).toBe('cannot be told');
  });
});

describe('the terms of a part', async () => {
  const { records } = await Dossier.open(kazakhstan);
  const { parts } = profile(
    records,
    2022,
    new Map(dimensions.map((one) => [one, measureDimension(records, one, { year: 2022, draws: 50 })])),
  );

  it.each(parts)('$id makes its value in the way its method says', ({ id, value, terms }) => {
    const values = terms.map((term) => term.value);
    const weights = terms.map((term) => term.weight ?? 1);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = values.reduce((sum, one, i) => sum + one * (weights[i] ?? 0), 0) / total;
    expect(terms.length).toBeGreaterThan(0);
    expect(id === 'exposure' ? Math.max(...values) : mean).toBeCloseTo(value as number, 12);
  });
});
