import { describe, expect, it } from 'vitest';
import { measureDraws, profile, profileIntervals } from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import { dimensions } from '../../../src/model/dimension.ts';
import type { Records } from '../../../src/model/records.ts';
import { type AnsweredRow, answersFrom } from '../../fixtures/answers.ts';
import { empty, observation, tiny } from '../../fixtures/tiny.ts';

const point = (who: string, value: number) =>
  observation('', 'ideal-point', '2019', value, { id: who, focal: who, low: value - 0.1, high: value + 0.1 });
const placed: Records = {
  ...tiny,
  observations: [...tiny.observations, point('RUS', 0), point('CHN', -0.6), point('EU', 1.2)],
};
const measured = (records: Records, draws = 200) =>
  new Map(
    dimensions.map(
      (dimension) => [dimension, measureDraws(records, dimension, { year: 2020, draws })] as const,
    ),
  );
const run = (records: Records) => measuring({ open: new Map([['KAZ', records]]) });
const ask = (records: Records, choices: Readonly<Record<string, unknown>> = {}) =>
  run(records)('profile', { focal: ['KAZ'], from: '2020', to: '2020', choices });
const parts = async (records: Records, choices?: Readonly<Record<string, unknown>>) =>
  Object.fromEntries((await ask(records, choices)).figures.map((one) => [one.item ?? '', one]));

describe('intervals of a profile', () => {
  const all = measured(placed);
  const found = profile(placed, 2020, all);
  const ranges = profileIntervals(placed, 2020, all, found, 200);
  it('hold their values, and are gaps where the part is one or nothing moves it', () => {
    for (const { id, value } of found.parts) {
      const range = ranges.get(id);
      if (typeof value !== 'number') expect(range, id).toEqual(value);
      else if (range && 'low' in range) {
        expect(range.low).toBeLessThanOrEqual(value);
        expect(range.high).toBeGreaterThanOrEqual(value);
      }
    }
    expect(ranges.get('issue-split')).toMatchObject({ gap: 'too-few-records' }); // one dimension has weights
  });
  it('of exposure, by exports alone .3 … .5 and by imports alone .6, end between', () => {
    // largest share under importance ω of exports: max((.6 − .45 ω), (.2 + .05 ω)) over what the three have
    const { low, high } = ranges.get('exposure') as { low: number; high: number };
    expect(low).toBeGreaterThan(0.4);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.55);
    expect(high).toBeLessThan(0.6);
  });
  it('of signal variance: 3 friendly acts and a hostile one are 4 · ¾ · ¼, and could be others', () => {
    expect(found.parts.find(({ id }) => id === 'signal-variance')?.value).toBe(0.75);
    expect(ranges.get('signal-variance')).toMatchObject({ method: 'monte-carlo', level: 0.9 });
  });
  it('are the same for the same records', () => {
    expect([...profileIntervals(placed, 2020, measured(placed), found, 200)]).toEqual([...ranges]);
  });
});

describe('the profile as a measure', () => {
  it('gives what its function gives, with bands and the label', async () => {
    const found = profile(placed, 2020, measured(placed));
    const given = await parts(placed);
    for (const { id, value, band } of found.parts) {
      expect(given[id]?.value, id).toEqual(value);
      if (band !== 'none') expect(given[id]?.note, id).toMatch(new RegExp(`^${band}; `));
    }
    expect((await ask(placed)).notes).toEqual([`KAZ 2020: ${found.label} (${found.rule})`]);
  });
  it('exposure is less by what could be replaced: .5 · (1 − .4)', async () => {
    expect((await parts(placed)).exposure?.value).toBeCloseTo(0.5, 12);
    expect((await parts(placed, { substitutability: '0.4' })).exposure?.value).toBeCloseTo(0.3, 12);
    const economic = await parts(placed, { substitutability: 'economic=1' });
    expect(economic.exposure?.value).toBe(0);
    expect((await parts(placed, { substitutability: 'security=1' })).exposure?.value).toBeCloseTo(0.5, 12);
    for (const wrong of ['1.5', '-1', 'trade=0.5', 'economic=2'])
      await expect(parts(placed, { substitutability: wrong }), wrong).rejects.toThrow('substitutability');
  });
  it('has no say-do gap where nothing is declared, and gaps where nothing is known', async () => {
    expect((await parts(placed))['say-do-gap']?.value).toHaveProperty('gap');
    for (const { value, n } of (await ask(empty)).figures) expect([typeof value, n]).toEqual(['object', 0]);
  });
});

describe('the profile from the archive', () => {
  const row = (focal: string, partner: string | null, indicator: string, value: number): AnsweredRow => ({
    focal,
    partner,
    indicator,
    period: '2014',
    value,
    unit: '',
    source: indicator === 'ideal-point' ? 'unga-ideal-points' : 'cow-trade',
  });
  const act = (root: string, day: string): AnsweredRow => ({
    dataset: 'icews',
    source: 'BLR',
    target: 'RUS',
    root,
    day,
  });
  const archive = {
    ...answersFrom({
      observation: [
        row('BLR', 'RUS', 'imports', 60),
        row('BLR', 'CHN', 'imports', 40),
        row('RUS', 'BLR', 'imports', 60),
        row('CHN', 'BLR', 'imports', 40),
        row('BLR', null, 'ideal-point', 0),
        row('RUS', null, 'ideal-point', 0),
        row('CHN', null, 'ideal-point', -1.5),
      ],
      event_day: ['CONSULT', 'AID', 'SANCTION', 'SUPPORT'].map((root, i) => act(root, `2014-01-0${i + 1}`)),
    }),
    sources: async () => [],
    remember: <T>(_: string, make: () => Promise<T>) => make(),
  };
  const asked = { focal: ['BLR'], partners: ['RUS', 'CHN'], from: '2014', to: '2014' };
  it('is had for a state without a dossier: 1 / (.36 + .16) partners, 2 · .6 · .4 · .5 contradiction', async () => {
    const { figures, basis, sources } = await measuring({ archive })('profile', {
      ...asked,
      choices: { evidence: 'archive' },
    });
    const by = Object.fromEntries(figures.map(({ item = '', value }) => [item, value]));
    expect(by.breadth).toBeCloseTo(1 / 0.52, 12);
    expect(by.exposure).toBeCloseTo(0.6, 12);
    expect(by.contradiction).toBeCloseTo(0.24, 12);
    expect(by['signal-variance']).toMatchObject({ gap: 'no-records' });
    expect([basis, sources]).toEqual(['archive', ['cow-trade']]);
  });
  it('says so where a dossier was asked for and there is none', async () => {
    const { basis, notes } = await measuring({ archive })('profile', asked);
    expect(basis).toBe('archive');
    expect(notes[0]).toBe('BLR has no dossier: what the archive has stands in');
  });
  it('takes machine-coded acts only where it is told to: 3 friendly, 1 hostile', async () => {
    const { figures, notes, sources } = await measuring({ archive })('profile', {
      ...asked,
      choices: { evidence: 'archive', 'machine-events': 'icews' },
    });
    expect(figures.find(({ item }) => item === 'signal-variance')?.value).toBe(0.75);
    expect(notes[0]).toContain('machine-coded events of icews, not reviewed');
    expect(sources).toContain('icews');
  });
});

describe('structural balance as a measure', () => {
  it('signs the focal state’s directions and its partners’ distances: a friend of rivals is pressed', async () => {
    const directions = (['RUS', 'CHN', 'USA'] as const).map((partner) =>
      observation(partner, 'un-agreement', '2020', 0.9, { low: 0.85, high: 0.95 }),
    );
    const records: Records = {
      ...empty,
      partners: ['RUS', 'CHN', 'USA'],
      observations: [...directions, point('RUS', 0), point('CHN', -0.3), point('USA', 2.7)],
    };
    // friends of all three; RUS and CHN friends (.1), USA a rival of both (.9 and 1): 2 of 4 triangles, one sign
    const { figures, notes } = await run(records)('structural-balance', {
      focal: ['KAZ'],
      from: '2020',
      to: '2020',
    });
    expect(Object.fromEntries(figures.map(({ item = '', value }) => [item, value]))).toMatchObject({
      triangles: 0.5,
      frustration: 1,
    });
    expect(notes).toEqual(['2020: a friend of rivals, RUS and USA; CHN and USA']);
    const { figures: none } = await run(empty)('structural-balance', {
      focal: ['KAZ'],
      from: '2020',
      to: '2020',
    });
    expect(none).toMatchObject([{ item: 'triangles', value: { gap: 'no-records' } }]);
  });
});

describe('the year, where none is asked for', () => {
  it('is the one of which most is told', async () => {
    const { figures } = await run(placed)('profile', { focal: ['KAZ'] });
    expect(new Set(figures.map(({ period }) => period))).toEqual(new Set(['2020']));
    expect((await run(empty)('profile', { focal: ['KAZ'] })).figures).toEqual([]);
    expect((await run(empty)('kept', { focal: ['KAZ'] })).figures).toEqual([]);
  });
});
