import { expect, it } from 'vitest';
import { percent, quantityText } from '../../src/model/quantity.ts';

it.each([
  [0.6, 'share', '60 %'],
  [0.634, 'share', '63.4 %'],
  [-0.3, 'share', '−30 %'],
  [1.214, 'share', '121.4 %'],
  [1765, 'km', '1,765 km'],
  [8268.575, 'USD million', '8,269 USD million'],
  [5.5, 'records', '5.5 records'],
  [-0.61, 'ideal point', '−0.61 ideal point'],
  [0, 'records', '0 records'],
])('%d %s is written “%s”', (value, unit, text) => {
  expect(quantityText(value, unit)).toBe(text);
});

it('writes a share as whole per cent, and what is not nothing never as nothing', () => {
  expect([0, 0.001, 0.004, 0.29, 1, -0.3].map(percent)).toEqual([
    '0 %',
    '<1 %',
    '<1 %',
    '29 %',
    '100 %',
    '−30 %',
  ]);
});
