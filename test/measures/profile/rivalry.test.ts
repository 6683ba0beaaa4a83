import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rivalryInActs, rivalryInVotes } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import type { Records } from '../../../src/model/records.ts';
import { type AnsweredRow, answersFrom } from '../../fixtures/answers.ts';
import { empty, observation } from '../../fixtures/tiny.ts';

const point = (who: string, value: number) =>
  observation('', 'ideal-point', '2018', value, { id: who, focal: who, low: value - 0.1, high: value + 0.1 });
const records: Records = {
  ...empty,
  partners: ['RUS', 'CHN', 'USA'],
  observations: [point('RUS', 0), point('CHN', -0.6), point('USA', 2.4), point('KAZ', 0)],
};
const act = (source: string, target: string, root: string, day: string): AnsweredRow => ({
  dataset: 'icews',
  source,
  target,
  root,
  day,
  reports: 1,
  mentions: 1,
  intensity: 0,
  scored: 1,
});
const archive = {
  ...answersFrom({
    event_day: [
      act('RUS', 'CHN', 'CONSULT', '2018-02-01'),
      act('CHN', 'RUS', 'AGREE', '2017-02-01'),
      act('CHN', 'RUS', 'AGREE', '2013-12-31'), // too long ago
      act('RUS', 'CHN', 'SANCTION', '2016-02-01'),
      act('RUS', 'CHN', 'ACCUSE', '2016-03-01'),
      act('RUS', 'USA', 'ASSAULT', '2018-01-01'),
    ],
  }),
  sources: async () => [],
  remember: <T>(_: string, make: () => Promise<T>) => make(),
};
const run = measuring({ open: new Map([['KAZ', records]]), archive });
const ask = (choices: Readonly<Record<string, unknown>> = {}) =>
  run('rivalry', { focal: ['KAZ'], from: '2018', to: '2018', choices });
const pairs = async (choices?: Readonly<Record<string, unknown>>) =>
  Object.fromEntries((await ask(choices)).figures.map((one) => [`${one.about} ${one.partner}`, one]));

describe('rivalry', () => {
  it('in votes: .6 / 3, 2.4 / 3, and 1 at three units', async () => {
    const found = await pairs();
    expect(found['RUS CHN']?.value).toBeCloseTo(0.2, 12);
    expect(found['RUS USA']?.value).toBeCloseTo(0.8, 12);
    expect(found['CHN USA']?.value).toBe(1);
    expect(found['RUS CHN']?.interval).toMatchObject({ method: 'monte-carlo' });
    const { low, high } = (found['RUS CHN']?.interval ?? {}) as { low: number; high: number };
    expect(low).toBeLessThan(0.2);
    expect(high).toBeGreaterThan(0.2);
  });
  it('in acts of five years: one of four between Russia and China is material conflict, either way', async () => {
    const found = await pairs({ grounds: 'material-conflict', 'machine-events': 'icews' });
    expect(found['RUS CHN']).toMatchObject({ value: 0.25, n: 4, interval: { method: 'jeffreys' } });
    expect(found['RUS USA']?.value).toMatchObject({ gap: 'too-few-records' });
    expect(found['CHN USA']?.value).toMatchObject({ gap: 'no-records' });
  });
  it('in both is the mean, and says that it is mixed', async () => {
    const asked = { grounds: 'both', 'machine-events': 'icews' };
    expect((await pairs(asked))['RUS CHN']?.value).toBeCloseTo((0.2 + 0.25) / 2, 12);
    expect(await ask(asked)).toMatchObject({
      basis: 'dossier and archive',
      sources: ['icews', 'made-up'],
      notes: [expect.stringContaining('not reviewed')],
    });
  });
  it('in acts needs to know whose', async () => {
    await expect(ask({ grounds: 'both' })).rejects.toThrow('needs a data set of events');
  });
  it('lies in [0, 1], is the same both ways, and 0 with oneself', () =>
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.nat(50),
        fc.nat(50),
        (one, other, material, rest) => {
          const votes = rivalryInVotes(one, other);
          expect(votes).toBeGreaterThanOrEqual(0);
          expect(votes).toBeLessThanOrEqual(1);
          expect(rivalryInVotes(other, one)).toBe(votes);
          expect(rivalryInVotes(one, one)).toBe(0);
          const acts = rivalryInActs(material, material + rest);
          if (material + rest < 3) expect(acts).toHaveProperty('gap');
          else expect(acts).toBe(material / (material + rest));
        },
      ),
    ));
});
