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

it('reaches to the limits that lines are held against, and says what lies there', () => {
  const line = { id: 'RUS', name: 'Russia', points: [{ period: '2020', value: 1, record: 'a' }] };
  const limits = [{ value: 5, words: 'alarm above' }];
  const drawing = series([line], { limits });
  const [limit] = all(drawing).filter(({ attributes }) => attributes.class === 'mv-limits');
  expect(limit && all(limit).flatMap(({ tag, children }) => (tag === 'text' ? children : []))).toEqual([
    'alarm above 5',
  ]);
  const yOf = (element: Element | undefined, attribute: string) => Number(element?.attributes[attribute]);
  const text = limit && all(limit).find(({ tag }) => tag === 'text');
  const dot = points(drawing)
    .flatMap(all)
    .find(({ tag, attributes }) => tag === 'circle' && !attributes.class);
  expect(yOf(text, 'y')).toBeLessThan(yOf(dot, 'cy'));
  expect(yOf(text, 'y')).toBeGreaterThan(0);
  expect(all(series([line])).some(({ attributes }) => attributes.class === 'mv-limits')).toBe(false);
});

it('has one scale of time with another drawing, and no names at its ends, where that is asked for', () => {
  const line = (periods: readonly string[]) => [
    { id: 'RUS', name: 'Russia', points: periods.map((period) => ({ period, value: 1, record: period })) },
  ];
  const years = ['2000', '2010', '2020'];
  const options = { reaches: years, named: false, leastLeft: 90 };
  const whole = points(series(line(years), options));
  const late = points(series(line(['2010']), { ...options, write: (value) => `${value} of many` }));
  expect(late.map(xOf)).toEqual(whole.slice(1, 2).map(xOf));
  expect(
    all(series(line(years), options)).some(({ attributes }) => attributes.class === 'mv-line-name'),
  ).toBe(false);
});
