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
