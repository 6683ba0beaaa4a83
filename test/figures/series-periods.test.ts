import { expect, it } from 'vitest';
import { type Element, series } from '../../src/figures/index.ts';

const all = (drawing: Element): Element[] => [
  drawing,
  ...drawing.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const points = (drawing: Element) => all(drawing).filter(({ attributes }) => attributes.class === 'mv-point');
const xOf = (point: Element) => Number(all(point).find(({ tag }) => tag === 'circle')?.attributes.cx);

it('has the ninth session before the tenth, and a window at its last year', () => {
  const line = (periods: readonly string[]) => [
    { id: 'RUS', name: 'Russia', points: periods.map((period) => ({ period, value: 1, record: period })) },
  ];
  for (const periods of [
    ['9', '10', '80'],
    ['1999/2008', '2000/2009', '2005/2014'],
  ]) {
    const drawn = points(series(line(periods)));
    expect(drawn.map(({ attributes }) => attributes['data-record'])).toEqual(periods);
    const places = drawn.map(xOf);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(new Set(places).size).toBe(periods.length);
  }
});

it('writes numbers as it is told, and draws no band that is not wanted, in the same places', () => {
  const interval = { low: 0, high: 9, level: 0.9, method: 'bootstrap' as const };
  const draw = (banded: boolean) =>
    series(
      [{ id: 'RUS', name: 'Russia', banded, points: [{ period: '2020', value: 3, interval, record: 'a' }] }],
      { write: (value) => `${value} partners` },
    );
  const bands = (drawing: Element) =>
    all(drawing).filter(({ attributes }) => attributes.class === 'mv-band').length;
  expect([bands(draw(true)), bands(draw(false))]).toEqual([1, 0]);
  const [point] = points(draw(false));
  expect(point?.attributes['aria-label']).toBe('Russia, 2020: 3 partners [0 partners to 9 partners]');
  expect(points(draw(true)).map(xOf)).toEqual(points(draw(false)).map(xOf));
});
