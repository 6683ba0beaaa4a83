import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  choicesOf,
  connectivityMeasures,
  type Measurement,
} from '../../../src/measures/index.ts';
import { measuring } from '../../../src/measuring.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { Records, Route } from '../../../src/model/records.ts';
import { empty } from '../../fixtures/tiny.ts';
import { kazakhOil, leg } from './kazakh-oil.ts';

/** Runs a measure on a dossier of a test’s own. */
const on =
  (records: Records) =>
  (id: string, asked: Partial<Asked> = {}): Promise<Measurement> =>
    measuring({ open: new Map([[records.focal, records]]) })(id, {
      focal: [records.focal],
      to: '2023',
      ...asked,
    });

const withRoutes = (...routes: readonly Route[]) => on({ ...empty, routes });

const values = ({ figures }: Measurement): Record<string, Figure['value']> =>
  Object.fromEntries(figures.map(({ partner, item, value }) => [partner ?? item ?? '', value]));

describe('oil out of Kazakhstan', () => {
  const run = on(kazakhOil);
  it('can be 67 + 6.5 million t in 2023, and 67 + 15 in 2025', async () => {
    const { figures, unit } = await run('max-flow', { from: '2023', to: '2025' });
    expect(unit).toBe('million t/year');
    expect(figures.map(({ period, value }) => [period, value])).toEqual([
      ['2023', 73.5],
      ['2024', 74.5],
      ['2025', 82],
    ]);
    expect(figures[0]).toMatchObject({ records: ['cpc', 'titr-2023'], n: 2 });
  });
  it('would lose 67 of 73.5 if Russia closed, 6.5 if Azerbaijan did, and so if the legs did', async () => {
    const found = await run('chokepoint');
    const loss = values(found);
    expect(Object.keys(loss)).toEqual(['AZE', 'GEO', 'RUS', 'cpc', 'titr-2023']);
    expect(loss.RUS).toBeCloseTo(67 / 73.5, 12);
    expect(loss.AZE).toBeCloseTo(6.5 / 73.5, 12);
    expect(loss.cpc).toBe(loss.RUS);
    const interval = found.figures.find(({ partner }) => partner === 'RUS')?.interval as {
      low: number;
      high: number;
    };
    expect(interval).toMatchObject({ level: 0.9, method: 'monte-carlo' });
    // Each within a tenth: (67 − 6.7) / (60.3 + 7.15) = .894 and 73.7 / (73.7 + 5.85) = .926 are the utmost.
    expect(interval.low).toBeGreaterThan(0.894);
    expect(interval.low).toBeLessThan(67 / 73.5);
    expect(interval.high).toBeGreaterThan(67 / 73.5);
    expect(interval.high).toBeLessThan(0.927);
  });
  it('goes through Russia by more than the 80 % of exports that are reported', async () => {
    const { RUS, AZE, GEO } = values(await run('route-share'));
    expect(RUS).toBeCloseTo(67 / 73.5, 12);
    expect(RUS).toBeGreaterThan(0.8);
    expect(AZE).toBeCloseTo(6.5 / 73.5, 12);
    expect(GEO).toBe(AZE);
  });
  it('could not go another way, but for a tenth: 6.5 of 67', async () => {
    const full = kazakhOil.routes.map((route) => ({ ...route, flow: route.id === 'cpc' ? 67 : 0 }));
    const { RUS, AZE } = values(await on({ ...kazakhOil, routes: full })('reroutable'));
    expect(RUS).toBeCloseTo(6.5 / 67, 12);
    expect(AZE).toEqual({ gap: 'not-applicable', because: 'nothing passes' });
  });
  it('is the same again with the same seed, and has no interval where none is wanted', async () => {
    expect(await run('chokepoint')).toEqual(await run('chokepoint'));
    const { figures } = await run('chokepoint', { intervals: false });
    expect(figures.every(({ interval }) => interval === undefined)).toBe(true);
  });
  it('knows nobody beside those that are named', async () => {
    expect(values(await run('chokepoint', { partners: ['RUS', 'CHN'] }))).toMatchObject({
      RUS: expect.closeTo(67 / 73.5, 12),
      CHN: 0,
    });
  });
  it('says on what it rests', async () => {
    const { basis, notes, sources } = await run('route-share');
    expect(basis).toBe('dossier');
    expect(sources).toEqual([]);
    expect(notes).toEqual([
      'network: 2 routes of the dossier, 2023; costs: one for each leg',
      'no flow is stated on every leg: shares of the greatest flow at the least cost',
    ]);
  });
});

/** Two ways over sea to Baku, one over land; Baku is on the way to the market in the Union. */
const corridors = [
  leg('aktau-baku', {
    from: 'Aktau',
    to: 'Baku',
    capacity: 5,
    cost: 10,
    cost_unit: 'USD/t',
    flow: 3,
    time: 3,
    through: ['AZE'],
    end: ['origin'],
    direction: 'both',
  }),
  leg('baku-varna', {
    from: 'Baku',
    to: 'Varna',
    capacity: 9,
    cost: 20,
    cost_unit: 'USD/t',
    flow: 3,
    time: 5,
    through: ['GEO', 'BGR'],
    end: ['market'],
  }),
  leg('north', {
    from: 'Aktau',
    to: 'Varna',
    capacity: 8,
    cost: 25,
    cost_unit: 'USD/t',
    flow: 5,
    time: 6,
    through: ['RUS', 'BGR'],
    end: ['origin', 'market'],
  }),
  leg('nowhere', {
    from: 'Aktau',
    to: 'Khiva',
    capacity: 4,
    cost: 1,
    cost_unit: 'USD/t',
    through: ['UZB'],
    end: [],
  }),
];

describe('a network of several legs', () => {
  const run = withRoutes(...corridors);
  it('has the observed flow on its ways: 3 of 8 over Baku, 5 of 8 in the north', async () => {
    const found = await run('route-share');
    expect(values(found)).toEqual({ AZE: 3 / 8, BGR: 1, GEO: 3 / 8, RUS: 5 / 8, EU: 1 });
    expect(found.figures[0]?.interval).toEqual({ gap: 'not-applicable', because: 'flows as observed' });
    expect(found.figures[0]?.records).toEqual(['aktau-baku']);
  });
  it('takes 2 of the north’s 5 over Baku, if a fifth more may be paid', async () => {
    expect(values(await run('reroutable'))).toMatchObject({ RUS: 2 / 5, AZE: 1, BGR: 0 });
    // 30 by Baku is a fifth more than 25; a tenth more is not enough.
    expect(values(await run('reroutable', { choices: { 'cost-limit': 0.1 } }))).toMatchObject({
      RUS: 0,
      AZE: 1,
    });
  });
  it('has one cheapest way, through Russia; by legs and by days too', async () => {
    expect(values(await run('transit-betweenness'))).toEqual({ AZE: 0, BGR: 1, GEO: 0, RUS: 1, EU: 1 });
    const days = await run('transit-betweenness', { choices: { cost: 'time' } });
    expect(values(days)).toMatchObject({ RUS: 1 });
    expect(days.notes[0]).toBe('network: 3 routes of the dossier, 2023; costs: days');
  });
  it('has exp(entropy) of 1 and e⁻¹ ways, a fifth dearer by Baku', async () => {
    const [found] = (await run('effective-routes')).figures;
    const p = 1 / (1 + Math.exp(-1));
    expect(found?.value).toBeCloseTo(Math.exp(-p * Math.log(p) - (1 - p) * Math.log(1 - p)), 9);
    expect(found).toMatchObject({ n: 2, interval: { method: 'bounds' } });
    const all = await run('effective-routes', { choices: { theta: 0 } });
    expect(all.figures[0]?.value).toBeCloseTo(2, 12);
  });
  it('closes in both directions, and for the Union if a member does', async () => {
    expect(values(await run('chokepoint'))).toMatchObject({
      RUS: 8 / 13,
      AZE: expect.closeTo(5 / 13, 12),
      EU: 1,
    });
  });
  it('is of one commodity, where one is named', async () => {
    const other = withRoutes(
      ...corridors,
      leg('gas', { commodity: 'gas', unit: 'billion m3/year', capacity: 30, through: ['CHN'] }),
    );
    await expect(other('max-flow')).rejects.toThrow(
      'routes aktau-baku and gas have different units, million t/year and billion m3/year',
    );
    const gas = await other('max-flow', { choices: { commodity: 'gas' } });
    expect([gas.figures[0]?.value, gas.unit]).toEqual([30, 'billion m3/year']);
    expect((await other('max-flow', { choices: { commodity: 'grain' } })).figures[0]?.value).toEqual({
      gap: 'no-records',
      because: 'no route for grain in 2023',
    });
  });
});

describe('a network of which little is known', () => {
  it('counts ways where no capacity is stated', async () => {
    const bare = corridors.map(({ capacity, flow, cost, cost_unit, unit, ...route }) => route);
    const run = withRoutes(...bare);
    const found = await run('max-flow');
    expect([found.figures[0]?.value, found.unit]).toEqual([2, 'ways that share no leg']);
    expect(values(await run('chokepoint'))).toMatchObject({ RUS: 0.5, AZE: 0.5, BGR: 1 });
    const shares = await run('route-share');
    expect(shares.notes).toContain('shares of the ≤ 20 cheapest ways, dear ones counting less');
    expect(shares.figures[0]?.interval).toMatchObject({ method: 'bounds' });
  });
  it('has a gap where some capacities are stated and others not, and names those', async () => {
    const [first, ...others] = corridors;
    const run = withRoutes({ ...(first as Route), capacity: undefined }, ...others);
    for (const id of ['max-flow', 'chokepoint'])
      expect((await run(id)).figures).toMatchObject([
        { value: { gap: 'unknown', because: 'no capacity is stated of aktau-baku' } },
      ]);
    expect((await run('route-share', { choices: { amount: 'capacity' } })).figures[0]?.value).toEqual({
      gap: 'not-covered',
      because: 'no capacity is stated on every leg',
    });
  });
  it('has a gap where nothing has room', async () => {
    const run = withRoutes(leg('shut', { capacity: 0, through: ['RUS'] }));
    expect((await run('max-flow')).figures[0]?.value).toBe(0);
    expect((await run('chokepoint')).figures[0]?.value).toEqual({
      gap: 'not-applicable',
      because: 'nothing can be carried as it is',
    });
  });
  it('has a gap where no way leads to a market, and where no end is marked', async () => {
    const apart = withRoutes(
      leg('a', { from: 'Aktau', to: 'Baku', end: ['origin'] }),
      leg('b', { from: 'Poti', to: 'Varna', end: ['market'] }),
    );
    expect((await apart('effective-routes')).figures[0]?.value).toEqual({
      gap: 'not-applicable',
      because: 'no route leads from an origin to a market',
    });
    expect((await withRoutes(leg('a', { end: ['origin'] }))('max-flow')).figures[0]?.value).toEqual({
      gap: 'not-covered',
      because: 'no route is marked as having a market',
    });
  });
  it('has a gap in a year in which nothing is in use, and says which way costs nothing', async () => {
    const run = withRoutes(leg('old', { until: '1999', cost: 0, cost_unit: 'USD/t', through: ['RUS'] }));
    const found = await run('transit-betweenness', { from: '1999', to: '2000' });
    expect(found.figures.map(({ period, value }) => [period, value])).toEqual([
      [
        '1999',
        {
          gap: 'not-applicable',
          because: 'old costs nothing, so that cheapest ways cannot be counted: take --cost legs',
        },
      ],
      ['2000', { gap: 'no-records', because: 'no route in 2000' }],
    ]);
  });
  it('is one route: all is lost with it, and there is one way', async () => {
    const run = withRoutes(leg('only', { capacity: 3, through: ['RUS'] }));
    expect(values(await run('chokepoint'))).toEqual({ RUS: 1, only: 1 });
    expect((await run('effective-routes')).figures[0]?.value).toBe(1);
  });
  it('refuses a cost that is not stated, and a dossier that knows no year', async () => {
    const run = withRoutes(leg('only', { capacity: 3 }));
    await expect(run('max-flow', { choices: { cost: 'time' } })).rejects.toThrow('no time is stated of only');
    await expect(run('max-flow', { to: undefined })).rejects.toThrow('the dossier names no year');
  });
  it('needs an archive where the dossier has no routes', async () => {
    await expect(on(empty)('max-flow')).rejects.toThrow('the archive has no land borders');
  });
});

describe('any network', () => {
  const legs = fc.array(
    fc
      .record({
        from: fc.constantFrom('a', 'b', 'c'),
        to: fc.constantFrom('b', 'c', 'd'),
        capacity: fc.nat(5),
        cost: fc.integer({ min: 1, max: 9 }),
        flow: fc.nat(3),
        through: fc.subarray(['RUS', 'CHN', 'AZE']),
        direction: fc.constantFrom('one' as const, 'both' as const),
      })
      .filter(({ from, to }) => from !== to),
    { minLength: 1, maxLength: 6 },
  );
  it(
    'gives a share in [0, 1] or a gap for every state, within its interval',
    () =>
      fc.assert(
        fc.asyncProperty(legs, async (list) => {
          const run = withRoutes(
            ...list.map((one, i) =>
              leg(`leg-${i}`, {
                ...one,
                cost_unit: 'USD/t',
                end: [
                  ...(one.from === 'a' ? ['origin' as const] : []),
                  ...(one.to === 'd' ? ['market' as const] : []),
                ],
              }),
            ),
          );
          for (const id of ['route-share', 'chokepoint', 'reroutable', 'transit-betweenness']) {
            for (const { value, interval } of (
              await run(id, { choices: id === 'chokepoint' ? { spread: 0.5 } : {} })
            ).figures) {
              if (typeof value !== 'number') continue;
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1 + 1e-9);
              if (!interval || 'gap' in interval) continue;
              expect(interval.low).toBeLessThanOrEqual(value);
              expect(interval.high).toBeGreaterThanOrEqual(value);
            }
          }
        }),
        { numRuns: 30 },
      ),
    60_000,
  );
});

describe('the choices', () => {
  it('have a name, words and a default that the doors can show', () => {
    for (const measure of connectivityMeasures)
      for (const { name, about } of choicesOf(measure)) {
        expect(name).toMatch(/^[a-z-]+$/);
        expect(about, `${measure.id} ${name}`).not.toBe('');
      }
  });
});
