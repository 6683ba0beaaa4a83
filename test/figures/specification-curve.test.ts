import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specificationCurve, svgText } from '../../src/figures/index.ts';
import { columnsOf } from '../../src/figures/specification-columns.ts';
import { gap } from '../../src/model/gap.ts';
import type { ChoiceTally, Multiverse, Specification } from '../../src/model/multiverse.ts';
import { brokenAttributes, find, ofClass, textOf } from './fixtures.ts';
import { pretty } from './pretty.ts';

const measures = ['agreement', 'kappa'];
const treatments = ['left out', 'abstention'];

/** A specification of two choices, with its margin. */
function specification(nth: number, margin: number | undefined): Specification {
  const picks = { measure: measures[nth % 2] ?? '', absence: treatments[Math.floor(nth / 2) % 2] ?? '' };
  const told = margin === undefined ? gap('no-records') : margin;
  return {
    id: `specification ${String(nth).padStart(4, '0')}`,
    measure: picks.measure,
    picks,
    departures: [
      ...(nth % 2 === 0 ? [] : ['measure']),
      ...(Math.floor(nth / 2) % 2 === 0 ? [] : ['absence']),
      ...(nth < 4 ? [] : ['window']),
    ],
    values: [],
    margin: told,
    scaled: told,
    verdict: margin === undefined ? 'cannot be told' : margin > 0 ? 'holds' : 'does not hold',
    words: `${picks.measure}, absence ${picks.absence}`,
  };
}

function tally(
  name: string,
  words: string,
  values: readonly string[],
  all: readonly Specification[],
): ChoiceTally {
  return {
    name,
    words,
    pairs: 0,
    turned: 0,
    alternatives: values.map((value, i) => {
      const own = all.filter(({ picks, verdict }) => picks[name] === value && verdict !== 'cannot be told');
      const holding = own.filter(({ verdict }) => verdict === 'holds').length;
      return {
        value,
        words: value,
        because: '',
        usual: i === 0,
        told: own.length,
        untold: 0,
        holding,
        share: own.length === 0 ? gap('no-records') : holding / own.length,
      };
    }),
  };
}

/** A multiverse of so many margins, the first the headline. */
function multiverse(margins: readonly (number | undefined)[]): Multiverse {
  const specifications = margins.map((margin, nth) => specification(nth, margin));
  const [headline = specification(0, undefined)] = specifications;
  const told = specifications.filter(({ verdict }) => verdict !== 'cannot be told');
  const holding = told.filter(({ verdict }) => verdict === 'holds').length;
  const flips = specifications.filter(
    ({ departures, verdict }) =>
      departures.length === 1 && verdict !== headline.verdict && verdict !== 'cannot be told',
  );
  return {
    finding: { id: 'above', statement: 'A stands above B', margin: 'A less B' },
    focal: 'KAZ',
    partners: ['A', 'B'],
    until: '2019',
    headline,
    specifications,
    tally: {
      told: told.length,
      untold: specifications.length - told.length,
      holding,
      share: told.length === 0 ? gap('no-records') : holding / told.length,
    },
    choices: [
      tally('measure', 'measure', measures, specifications),
      tally('absence', 'treatment of absence', treatments, specifications),
    ],
    flips: flips.map(({ id }) => ({ specification: id, switches: ['one'] })),
    leftOut: [],
    words: 'A stands above B. It holds as asked.',
    notes: [],
    sources: [],
  };
}

describe('a specification curve', () => {
  it('has a mark for each specification from the least margin to the greatest, without those that cannot be told', () => {
    const drawing = specificationCurve(multiverse([0.1, -0.2, 0.3, undefined]));
    expect(
      ofClass(drawing, 'mv-specification').map(({ attributes }) => attributes['data-specification']),
    ).toEqual(['specification 0001', 'specification 0000', 'specification 0002']);
    expect(textOf(drawing)).toContain('not drawn: 1 that cannot be told');
  });

  it('names each alternative with the share in which the finding holds, for whoever cannot see it', () => {
    const drawing = specificationCurve(multiverse([0.1, -0.2, 0.3, 0.4]));
    expect(ofClass(drawing, 'mv-alternative').map(({ attributes }) => attributes['aria-label'])).toEqual([
      'measure: agreement (as asked): holds in 2 of 2',
      'measure: kappa: holds in 1 of 2; switched alone, it turns the finding',
      'treatment of absence: left out (as asked): holds in 1 of 2',
      'treatment of absence: abstention: holds in 2 of 2',
    ]);
    expect(drawing.attributes['aria-label']).toBe('A stands above B. It holds as asked.');
  });

  it('marks what turns the finding alone, and says what the mark is', () => {
    const drawing = specificationCurve(multiverse([0.1, -0.2, 0.3, 0.4]));
    expect(ofClass(drawing, 'mv-turns')).toHaveLength(2); // at kappa, and in the key
    expect(ofClass(specificationCurve(multiverse([0.1, 0.2, 0.3, 0.4])), 'mv-turns')).toHaveLength(0);
  });

  it('can be walked by keyboard by its rows, and by its columns where they are few', () => {
    const stops = (count: number) =>
      find(
        specificationCurve(multiverse(Array.from({ length: count }, (_, i) => (i - 3) / count))),
        ({ attributes }) => attributes.tabindex === 0,
      ).length;
    expect(stops(12)).toBe(16);
    expect(stops(600)).toBe(4);
    const still = specificationCurve(multiverse([0.1, 0.2]), { interactive: false });
    expect(find(still, ({ attributes }) => attributes.tabindex !== undefined)).toEqual([]);
  });

  it('puts neighbours into one column where there are many, none with both verdicts', () => {
    const margins = Array.from({ length: 600 }, (_, i) => Math.sin(i * 7) / 2);
    const { specifications } = multiverse(margins);
    const columns = columnsOf(specifications, 100);
    expect(columns.length).toBeLessThanOrEqual(102);
    for (const { specifications: own, holds, low, high } of columns) {
      expect(low).toBeLessThanOrEqual(high);
      expect(own.every(({ verdict }) => (verdict === 'holds') === holds)).toBe(true);
    }
    expect(columns.flatMap(({ specifications: own }) => own)).toHaveLength(600);
  });

  it('has only finite numbers, in any order, with any number of specifications', () => {
    const margin = fc.option(fc.double({ min: -2, max: 2, noNaN: true }), { nil: undefined, freq: 5 });
    fc.assert(
      fc.property(fc.array(margin, { maxLength: 60 }), fc.constantFrom(320, 720), (margins, width) => {
        const one = multiverse(margins);
        const drawing = specificationCurve(one, { width });
        expect(brokenAttributes(drawing)).toEqual([]);
        const turned = { ...one, specifications: one.specifications.toReversed() };
        expect(svgText(specificationCurve(turned, { width }))).toBe(svgText(drawing));
      }),
    );
  });

  it('is drawn like this', async () => {
    const drawing = specificationCurve(multiverse([0.1, -0.2, 0.3, 0.4, -0.05, 0.02, 0.22, undefined]), {
      width: 480,
    });
    await expect(pretty(drawing)).toMatchFileSnapshot('../golden/figures/specification-curve.svg');
  });
});
