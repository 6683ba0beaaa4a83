import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datePrecision, dateWords, heldIn, heldOn, parseDate } from '../../src/model/date.ts';

describe('parseDate', () => {
  it.each([
    ['2023-02-28', '2023-02-28', '2023-02-28'],
    ['2022-10', '2022-10-01', '2022-10-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022~', '2022-01-01', '2022-12-31'],
    ['2022-02-24/2022-04', '2022-02-24', '2022-04-30'],
    ['../2023-03-01', undefined, '2023-03-01'],
    ['2022-11-22/..', '2022-11-22', undefined],
  ])('reads %s as the days it can mean', (text, first, last) => {
    expect(parseDate(text)).toEqual({ ...(first && { first }), ...(last && { last }) });
  });

  it.each([
    '',
    '2022-13',
    '2023-02-29',
    '22',
    '2022-1-1',
    '../..',
    '2022/',
    '2023/2022',
    '2022-10-24T00:00',
    'March 2022',
  ])('does not take “%s” for a date', (text) => expect(parseDate(text)).toBeUndefined());

  it('never fails, whatever the text', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([undefined, 'object']).toContain(parseDate(text) && typeof parseDate(text));
      }),
    ));
});

it('knows how precise a date is', () => {
  expect(['2023-02-28', '2022-10', '2022', '2022/2023', '../2022', '2022/..'].map(datePrecision)).toEqual([
    'day',
    'month',
    'year',
    'interval',
    'before',
    'after',
  ]);
});

it('writes a date as a reader would', () => {
  expect(
    ['2023-02-28', '2022-10', '2022~', '2022-11-22/..', '../2023', '2022/2023-03'].map(dateWords),
  ).toEqual([
    '28 February 2023',
    'October 2022',
    'about 2022',
    'since 22 November 2022',
    'by 2023',
    '2022 to March 2023',
  ]);
});

describe('a state of affairs', () => {
  it('holds in the years between its ends', () => {
    expect([2003, 2004, 2020, 2021].map((year) => heldIn(year, '2004-05-01', '2020-01-31'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  it('is counted only from the year by which it is known to have begun', () => {
    expect([2021, 2022].map((year) => heldIn(year, '../2022-11-22', undefined))).toEqual([false, true]);
  });
  it('can have held on any earlier day where the beginning is not known', () => {
    expect(heldOn('2020-06-01', '../2022', undefined)).toBe(true);
    expect(heldOn('2020-02-01', '2004', '2020-01-31')).toBe(false);
  });
});
