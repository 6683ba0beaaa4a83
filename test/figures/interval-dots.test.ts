import { describe, expect, it } from 'vitest';
import { distinctColours, type Element, intervalDots, paperTheme } from '../../src/figures/index.ts';
import { gap } from '../../src/model/gap.ts';

const all = (drawing: Element): Element[] => [
  drawing,
  ...drawing.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const rows = (drawing: Element) => all(drawing).filter(({ attributes }) => attributes.class === 'mv-row');
const write = (value: number) => value.toFixed(2);
const interval = { low: 0.2, high: 0.6, level: 0.9, method: 'bootstrap' as const };

describe('dots with intervals', () => {
  const drawing = intervalDots(
    [
      { name: 'China', value: 0.4, interval, record: 'a' },
      { name: 'Russia', value: -0.3, record: 'b' },
      { name: 'India', value: gap('too-few-records', '3 of at least 10'), record: 'c' },
    ],
    { title: 'Made up', write, width: 600 },
  );

  it('are one mark a row in the order given, each of which says all', () => {
    expect(rows(drawing).map(({ attributes }) => attributes['aria-label'])).toEqual([
      'China: 0.40 [0.20 to 0.60]',
      'Russia: -0.30',
      'India: no figure, 3 of at least 10',
    ]);
    expect(rows(drawing).map(({ attributes }) => attributes['data-record'])).toEqual(['a', 'b', 'c']);
  });

  it('have a dot within its interval, and none where there is no number', () => {
    const [china, russia, india] = rows(drawing).map((row) => {
      const parts = all(row);
      return {
        dot: parts.find(({ tag, attributes }) => tag === 'circle' && attributes.class === undefined),
        line: parts.find(({ attributes }) => attributes.class === 'mv-interval'),
      };
    });
    const [, from = 0, to = 0] = (
      /^M([\d.]+),[\d.]+H([\d.]+)/.exec(String(china?.line?.attributes.d)) ?? []
    ).map(Number);
    const x = Number(china?.dot?.attributes.cx);
    expect(from).toBeLessThan(x);
    expect(to).toBeGreaterThan(x);
    expect(Number(russia?.dot?.attributes.cx)).toBeLessThan(from);
    expect(russia?.line).toBeUndefined();
    expect(india?.dot).toBeUndefined();
  });

  it('stand on scales of their own where their units differ, with the bounds of their bands', () => {
    const scaled = (limits: readonly { value: number; words: string }[], unit: string) => ({
      unit,
      write,
      tick: String,
      limits,
    });
    const mixed = intervalDots(
      [
        {
          name: 'breadth',
          value: 4,
          record: 'a',
          scale: scaled(
            [
              { value: 2, words: 'low below' },
              { value: 3.5, words: 'high from' },
            ],
            'partners',
          ),
        },
        { name: 'gap', value: 0.4, record: 'b', scale: scaled([], 'share') },
        { name: 'unknown', value: gap('no-records'), record: 'c', scale: scaled([], 'share') },
      ],
      { title: 'Mixed', write, width: 700 },
    );
    const [breadth, share, unknown] = rows(mixed);
    if (!breadth || !share || !unknown) throw new Error('three rows');
    expect(breadth.attributes['aria-label']).toBe('breadth: 4.00 partners');
    const texts = (row: Element) =>
      all(row).flatMap(({ tag, children }) => (tag === 'text' ? children.join('') : []));
    expect(texts(breadth)).toEqual([
      '0',
      'low below 2',
      'high from 3.5', // in place of the end of the axis, for which there is no room
      'breadth',
      'partners',
      '4.00',
    ]);
    const bands = all(breadth).filter(
      ({ tag, attributes }) => tag === 'rect' && attributes['fill-opacity'] !== 0,
    );
    expect(bands).toHaveLength(3);
    const dot = (row: Element) =>
      Number(
        all(row).find(({ tag, attributes }) => tag === 'circle' && attributes.class === undefined)?.attributes
          .cx,
      );
    // 4 of 4 partners and 0.4 of 0.4 both stand at the end of their own axis.
    expect(dot(breadth)).toBeCloseTo(dot(share));
    expect(all(unknown).some(({ attributes }) => attributes.class === 'mv-scale')).toBe(false);
  });

  it('have long names above them where there is no room beside them', () => {
    const long = 'No state, association of states or organisation is left out';
    const named = (width: number) => {
      const [row] = rows(
        intervalDots([{ name: long, value: 1, record: 'a' }], { title: 'Long', write, width }),
      );
      const text = row && all(row).find(({ tag }) => tag === 'text');
      return { x: text?.attributes.x, words: text?.children.join('') };
    };
    expect(named(390)).toEqual({ x: 0, words: long });
    expect(named(900).x).toBeGreaterThan(100);
  });

  it('can be drawn of nothing at all', () => {
    expect(rows(intervalDots([], { title: 'Nothing', write }))).toEqual([]);
    const gaps = [{ name: 'x', value: gap('no-records'), record: 'x' }];
    expect(rows(intervalDots(gaps, { title: 'Gap', write }))).toHaveLength(1);
  });
});

describe('colours of lines', () => {
  it('are those of known partners, and differ as long as there are any', () => {
    const ids = ['XKA', 'RUS', 'CHN', 'USA', 'ABW', 'AFG', 'AGO', 'ALB'];
    const colours = distinctColours(paperTheme, ids);
    expect(colours.get('RUS')).toBe(paperTheme.partner('RUS'));
    expect(new Set(colours.values()).size).toBe(ids.length);
    expect(distinctColours(paperTheme, [...ids, 'DZA']).size).toBe(9);
  });
});
