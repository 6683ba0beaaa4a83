import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  averageRunLength,
  bayesianOnline,
  fewestPoints,
  levels,
  pelt,
  usualPenalty,
} from '../../../src/measures/index.ts';
import { nile } from './nile.ts';

it('the worked cases on the page of methods are what the code gives', async () => {
  const page = (await readFile('docs/methods.md', 'utf8')).replace(/\s+/g, ' ');
  const says = (words: string) => {
    expect(page.includes(words), words).toBe(true);
  };
  const one = (value: number): string =>
    (Math.round(value * 10) / 10).toLocaleString('en-GB', { minimumFractionDigits: 1 });
  const [old, young] = levels(nile, pelt(nile));
  says(
    `b = ${Math.round(usualPenalty(nile, 'mean')).toLocaleString('en-GB')}, and one change is worth it: in ${1871 + (young?.from ?? 0)}, from ${one(old?.mean ?? 0)} to ${one(young?.mean ?? 0)}`,
  );
  const first = nile.slice(0, 10);
  const mean = first.reduce((sum, flow) => sum + flow, 0) / 10;
  const variance = first.reduce((sum, flow) => sum + (flow - mean) ** 2, 0) / 9;
  const known = bayesianOnline(nile, {
    lambda: 100,
    prior: { kind: 'normal', mean, worth: 0.1, shape: 4.5, rate: 4.5 * variance },
  }).map(({ mostProbable }) => mostProbable);
  const fall = known.findIndex((run, i) => i > 0 && run < (known[i - 1] ?? 0));
  says(
    `the most probable run falls in ${1871 + fall} from ${known[fall - 1]} to ${known[fall]}, a new level since ${1872 + fall - (known[fall] ?? 0)}`,
  );
  const [four, five] = [4, 5].map((h) => averageRunLength({ k: 0.5, h }));
  says(`with k 0.5: ${Math.round(four ?? 0)} for h 4, ${Math.round(five ?? 0)} for h 5`);
  says(`10 / ${Math.round(five ?? 0)} = ${(10 / (five ?? 1)).toFixed(2)} false alarms a year`);
  expect(fewestPoints).toBe(10);
});
