import { describe, expect, it } from 'vitest';
import { measureDimension, resultant } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { Records } from '../../../src/model/records.ts';
import { empty, observation, tiny } from '../../fixtures/tiny.ts';

const position = (who: string, value: number, half?: number) =>
  observation('', 'ideal-point', '2019', value, {
    id: `${who}.-.ideal-point.2019`,
    focal: who,
    unit: 'ideal point',
    ...(half !== undefined && { low: value - half, high: value + half }),
  });
const placed: Records = {
  ...tiny,
  observations: [
    ...tiny.observations,
    position('RUS', 0.2, 0.1),
    position('CHN', -0.5, 0.1),
    position('EU', 1),
    position('KAZ', -0.6, 0.2),
  ],
};
const run = (records: Records) => measuring({ open: new Map([['KAZ', records]]) });
const year = { focal: ['KAZ'], from: '2020', to: '2020' };
const economic = { dimension: 'economic' };
const by = (figures: readonly Figure[], partner: string) => figures.filter((one) => one.partner === partner);

describe('the measures of vectors give what their functions give', () => {
  const { vectors, balance } = measureDimension(placed, 'economic', { year: 2020 });
  it('weight and direction', async () => {
    const weight = await run(placed)('weight', { ...year, choices: economic });
    const direction = await run(placed)('direction', { ...year, choices: economic });
    for (const vector of vectors) {
      expect(by(weight.figures, vector.partner)).toMatchObject([
        { value: vector.weight, interval: vector.weightInterval, period: '2020', item: 'economic' },
      ]);
      expect(by(direction.figures, vector.partner)).toMatchObject([{ value: vector.direction }]);
    }
    expect(by(weight.figures, 'EU')[0]?.records).toContain('KAZ.DEU.exports.2020.made-up');
    expect(weight).toMatchObject({ basis: 'dossier', sources: ['made-up'] });
  });
  it('balance, with the leader', async () => {
    const { figures } = await run(placed)('balance', { ...year, choices: economic });
    expect(figures).toMatchObject([
      { value: balance.effectivePartners, interval: balance.effectivePartnersInterval, n: 3 },
    ]);
    expect(figures[0]?.note).toMatch(/^RUS leads with 0\.50, in \d+ % of draws$/);
  });
  it('resultant, and stand and pull: −.6 − .15 = −.75', async () => {
    const found = resultant(placed, 'economic', 2020, vectors);
    const pull = await run(placed)('resultant', { ...year, choices: economic });
    const stand = await run(placed)('stand-and-pull', { ...year, choices: economic });
    expect(pull.figures).toMatchObject([{ value: found.pull, note: 'positions of 2019', n: 3 }]);
    expect(stand.figures[0]?.value).toBeCloseTo(-0.75, 12);
    for (const { value, interval } of [...pull.figures, ...stand.figures]) {
      const { low, high } = interval as { low: number; high: number };
      expect(low).toBeLessThan(value as number);
      expect(high).toBeGreaterThan(value as number);
    }
  });
  it('ranks: RUS weighs .15 … .6 against .25 … .2 of CHN: first where ω of exports is below ⅘', async () => {
    // r = ω (.15, .25, .10) + (1 − ω) (.6, .2, .2): RUS above CHN where .1 ω < .4 (1 − ω)
    const { figures, notes } = await run(placed)('rank-acceptability', { ...year, choices: economic });
    const first = by(figures, 'RUS').find(({ item }) => item === 'rank 1')?.value as number;
    expect(Math.abs(first - 0.8)).toBeLessThan(0.02);
    expect(by(figures, 'EU').find(({ item }) => item === 'rank 3')?.value).toBe(1); // .2 of imports too, and less of exports
    expect(notes).toEqual([
      expect.stringMatching(/^2020: RUS > CHN > EU as a whole holds in (79|80|81) % of/),
    ]);
  });
});

describe('what is asked of the measures of vectors', () => {
  it('partners narrow what is shown, not what shares are taken of', async () => {
    const { figures } = await run(placed)('weight', { ...year, partners: ['RUS'], choices: economic });
    expect(figures).toHaveLength(1);
    expect(figures[0]?.value).toBeCloseTo(0.5, 12);
  });
  it('a balance is over the partners named', async () => {
    const { figures } = await run(placed)('balance', {
      ...year,
      partners: ['RUS', 'CHN'],
      choices: economic,
    });
    expect(figures[0]?.value).toBeCloseTo(1 / (0.625 ** 2 + 0.375 ** 2), 12);
  });
  it('years without any figure at either end are left out, unless they are asked for', async () => {
    const all = await run(placed)('weight', { focal: ['KAZ'], choices: economic });
    expect(new Set(all.figures.map(({ period }) => period))).toEqual(new Set(['2020']));
    const asked = await run(placed)('weight', {
      focal: ['KAZ'],
      from: '2018',
      to: '2020',
      choices: economic,
    });
    expect(by(asked.figures, 'RUS').map(({ value }) => typeof value)).toEqual(['object', 'object', 'number']);
  });
  it('values are the same without intervals', async () => {
    const [with_, without] = await Promise.all(
      [true, false].map((intervals) =>
        run(placed)('stand-and-pull', { ...year, choices: economic, intervals }),
      ),
    );
    expect(without?.figures.map(({ value }) => value)).toEqual(with_?.figures.map(({ value }) => value));
    expect(without?.figures[0]?.interval).toMatchObject({ gap: 'unknown' });
  });
  it('the same question has the same answer, to the last digit', async () => {
    const ask = () => run(placed)('resultant', { ...year });
    expect(JSON.stringify(await ask())).toBe(JSON.stringify(await ask()));
  });
  it('own importances stand in a note, and an unknown one is refused', async () => {
    const asked = { ...year, choices: { ...economic, importances: 'exports=1,imports=0' } };
    const { figures, notes } = await run(placed)('weight', asked);
    expect(by(figures, 'RUS')[0]?.value).toBeCloseTo(0.3, 12);
    expect(notes[0]).toContain('importances as given: exports=1,imports=0');
    await expect(run(placed)('weight', { ...year, choices: { importances: 'x=1' } })).rejects.toThrow(
      'no “x”',
    );
  });
  it.each(['weight', 'direction', 'balance', 'resultant', 'stand-and-pull', 'rank-acceptability'])(
    '%s of nothing is gaps',
    async (id) => {
      const { figures } = await run(empty)(id, year);
      expect(figures.length).toBeGreaterThan(0);
      for (const { value, n } of figures) expect([typeof value, n]).toEqual(['object', 0]);
    },
  );
  it('one partner has it all, and no rank to lose', async () => {
    const lone: Records = { ...placed, partners: ['RUS'] };
    expect((await run(lone)('weight', { ...year, choices: economic })).figures[0]?.value).toBe(1);
    const { figures } = await run(lone)('rank-acceptability', { ...year, choices: economic });
    expect(figures).toMatchObject([{ item: 'rank 1', value: 1 }]);
  });
});
