import { expect } from 'vitest';
import { findingOf, multiverse } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import { imported, itWithFiles } from '../../fixtures/archives.ts';

itWithFiles(
  'Kazakhstan stands closer to China than to Russia in votes under nearly every choice',
  async (data) => {
    const { store } = await imported([`${data}/unga-votes-1946-2019`]);
    const remember = <T>(_: string, make: () => Promise<T>) => make();
    const archive = Object.assign(store, { sources: async () => [], version: async () => 'one', remember });
    const run = measuring({ archive });
    const finding = findingOf('closer-in-votes', { focal: 'KAZ', partners: ['CHN', 'RUS'] });
    const universe = {
      ...finding.universe,
      measures: finding.universe.measures.filter(({ value }) => value !== 'ideal-distance'),
    };
    const { headline, tally, until, choices } = await multiverse({ ...finding, universe }, {}, { run });
    expect(until).toBe('74');
    expect(headline.values.map(({ value }) => Number((value as number).toFixed(3)))).toEqual([0.82, 0.678]);
    expect(headline.verdict).toBe('holds');
    expect(tally.share).toBeGreaterThan(0.95);
    const measures = choices.find(({ name }) => name === 'measure')?.alternatives ?? [];
    expect(measures.map(({ value, share }) => [value, share])).toEqual([
      ['agreement', 1],
      ['s-score', 1],
      ['kappa', 1],
      ['pi', 1],
      ['alignment-index', expect.any(Number)],
    ]);
    expect(measures.at(-1)?.share).toBeLessThan(1);

    // The same figures as the plain measure gives, one by one.
    const plain = await run('agreement', {
      focal: ['KAZ'],
      partners: ['CHN', 'RUS'],
      to: '74',
      intervals: false,
    });
    const of = (partner: string) =>
      plain.figures.find((one) => one.partner === partner && one.period === '74')?.value as number;
    expect(headline.margin).toBe(of('CHN') - of('RUS'));
  },
  240_000,
);
