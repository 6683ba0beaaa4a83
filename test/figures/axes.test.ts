import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directionCell,
  dotChart,
  effectiveAxis,
  positionAxis,
  svgText,
  weightCell,
} from '../../src/figures/index.ts';
import { gap, type Interval, type Value } from '../../src/model/gap.ts';
import type { Resultant } from '../../src/model/measured.ts';
import { brokenAttributes, find, ofClass, textOf } from './fixtures.ts';

const interval = (low: number, high: number): Interval => ({ low, high, level: 0.9, method: 'bootstrap' });

const resultant = (pull: Value, stand: Value, terms: Resultant['terms'] = []): Resultant => ({
  focal: 'KAZ',
  dimension: 'political',
  period: '2022',
  pull,
  stand,
  standInterval: typeof stand === 'number' ? interval(stand - 0.2, stand + 0.2) : gap('not-covered'),
  difference: gap('not-covered'),
  terms,
});

const term = (partner: string, position: number, weight = 0.5) => ({
  partner,
  weight,
  position,
  contribution: weight * position,
  record: `${partner}.ideal-point`,
});

describe('the axis of effective partners', () => {
  it('says value, number of partners and interval', () => {
    const { attributes } = effectiveAxis({ value: 3.96, interval: interval(3.1, 4.3), partners: 10 });
    expect(attributes['aria-label']).toBe('4.0 effective partners of 10, interval 3.1 to 4.3');
  });

  it('has no dot where there is no number, and says why', () => {
    const drawing = effectiveAxis({
      value: gap('no-records'),
      interval: gap('no-records'),
      partners: 0,
    });
    expect(find(drawing, ({ tag }) => tag === 'circle')).toEqual([]);
    expect(drawing.attributes['aria-label']).toContain('no records');
  });

  it('puts the interval where its ends are, and the dot within', () => {
    const drawing = effectiveAxis({ value: 3, interval: interval(2, 4), partners: 5 }, { width: 416 });
    const [band] = find(drawing, ({ tag }) => tag === 'rect');
    const [dot] = find(drawing, ({ tag }) => tag === 'circle');
    expect([band?.attributes.x, band?.attributes.width, dot?.attributes.cx]).toEqual([108, 200, 208]);
  });
});

describe('the axis of positions', () => {
  it('has a button for every partner, which names its record', () => {
    const drawing = positionAxis({
      resultant: resultant(0.4, -0.6, [term('RUS', -0.1), term('USA', 2.6, 0.1)]),
      focal: 'KAZ',
    });
    const marks = ofClass(drawing, 'mv-position');
    expect(marks.map(({ attributes }) => attributes['data-record'])).toEqual([
      'RUS.ideal-point',
      'USA.ideal-point',
    ]);
    expect(textOf(drawing)).toContain('ties pull +0.40');
    expect(textOf(drawing)).toContain('KAZ stands −0.60');
  });

  it('says why there is none', () => {
    const drawing = positionAxis({
      resultant: resultant(gap('not-covered', 'no ideal points for this year'), gap('not-covered')),
      focal: 'KAZ',
    });
    expect(drawing.attributes['aria-label']).toContain('no ideal points for this year');
  });

  it('never has a number that is none', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.double({ min: -4, max: 4, noNaN: true }),
            w: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
        fc.integer({ min: 200, max: 900 }),
        (all, width) => {
          const terms = all.map(({ at, w }, index) => term(`P${index}`, at, w));
          const drawing = positionAxis({ resultant: resultant(0.1, 0.2, terms), focal: 'KAZ' }, { width });
          expect(brokenAttributes(drawing)).toEqual([]);
        },
      ),
    );
  });
});

describe('the cells of a table', () => {
  it('have no bar and no dot for a gap', () => {
    const none = gap('no-records');
    expect(
      find(weightCell({ weight: none, interval: none, counted: false }, 1), ({ tag }) => tag === 'rect'),
    ).toEqual([]);
    expect(find(directionCell({ direction: none, interval: none }), ({ tag }) => tag === 'circle')).toEqual(
      [],
    );
  });

  it('draw what is counted in a group already as an outline', () => {
    const [bar] = find(
      weightCell({ weight: 0.5, interval: gap('no-records'), counted: true }, 1),
      ({ tag }) => tag === 'rect',
    );
    expect(bar?.attributes['fill-opacity']).toBe(0);
  });
});

describe('statements on one axis', () => {
  const rows = [
    { name: 'stock', dots: [{ value: 0.634, text: '2015', told: 'stock, 2015: 63.4 %', record: 'a' }] },
    { name: 'flow', dots: [{ value: -0.3, text: '2019', told: 'flow, 2019: −30 %', record: 'b' }] },
  ];
  const options = { write: (value: number) => `${value}`, title: 'shares', zero: true };

  it('have a button each, and the claim as a line through all rows', () => {
    const drawing = dotChart(rows, { ...options, reference: { value: 0.6, text: 'claimed 60 %' } });
    expect(ofClass(drawing, 'mv-dot').map(({ attributes }) => attributes['aria-label'])).toEqual([
      'stock, 2015: 63.4 %',
      'flow, 2019: −30 %',
    ]);
    expect(textOf(drawing)).toContain('claimed 60 %');
  });

  it('lie in the order of their values', () => {
    const drawing = dotChart(rows, options);
    const [stock, flow] = ofClass(drawing, 'mv-dot').map((mark) =>
      Number(find(mark, ({ tag }) => tag === 'circle')[0]?.attributes.cx),
    );
    expect(stock).toBeGreaterThan(flow ?? 0);
  });

  it('never have a number that is none, and are the same for the same rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.integer({ min: 240, max: 1200 }),
        (all, width) => {
          const made = all.map((values, row) => ({
            name: `row ${row}`,
            dots: values.map((value, index) => ({
              value,
              text: '2020',
              told: 'told',
              record: `${row}.${index}`,
            })),
          }));
          const drawing = dotChart(made, { ...options, width });
          expect(brokenAttributes(drawing)).toEqual([]);
          expect(svgText(dotChart(made, { ...options, width }))).toBe(svgText(drawing));
        },
      ),
    );
  });
});
