import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Asked, Measurement } from '../../../src/measures/index.ts';
import { type MeasuredArchive, measuring } from '../../../src/measuring.ts';
import { noRecords } from '../../../src/model/no-records.ts';
import { states } from '../../../src/model/states.ts';
import { imported, itWithFiles } from '../../fixtures/archives.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** An archive of rows of a test’s own; conditions are a value or a list of them. */
function archiveOf(rows: {
  readonly tie: readonly Row[];
  readonly observation: readonly Row[];
}): MeasuredArchive {
  return {
    rows: async ({ table, where = {} }) =>
      (table === 'tie' || table === 'observation' ? rows[table] : []).filter((row) =>
        Object.entries(where).every(([name, wanted]) =>
          Array.isArray(wanted) ? wanted.includes(row[name]) : row[name] === wanted,
        ),
      ),
    eventSeries: async () => [],
    sources: async () => [],
    remember: (_, make) => make(),
  };
}

const tie = (
  source: string,
  kind: string,
  a: string,
  b: string,
  from: string | null = null,
  to: string | null = null,
): Row => ({ kind, a, b, from, to, source });
const blank = {
  partner: null,
  low: null,
  high: null,
  n: null,
  gap: null,
  locator: null,
  method: null,
  published: null,
};
const length = (indicator: string, focal: string, value: number): Row => ({
  ...blank,
  focal,
  indicator,
  period: '2026',
  value,
  unit: 'km',
  source: 'factbook',
});

const pairs = [
  ['KAZ', 'RUS'],
  ['KAZ', 'UZB'],
  ['TKM', 'UZB'],
  ['IRN', 'TKM'],
] as const;
const factbook = {
  tie: pairs.flatMap(([a, b]) => [tie('factbook', 'border', a, b), tie('factbook', 'border', b, a)]),
  observation: [
    length('border-length', 'KAZ', 13364),
    ...['KAZ', 'UZB', 'TKM'].map((state) => length('coastline', state, 0)),
    ...['RUS', 'IRN'].map((state) => length('coastline', state, 2440)),
  ],
};
/** Correlates of War: the same borders since 1991-12, before that the Soviet Union, which had Russia’s code. */
const cow = {
  tie: [
    tie('cow-contiguity', 'border', 'IRN', 'RUS', '1816-01', '1991-12'),
    ...pairs.map(([a, b]) => tie('cow-contiguity', 'border', a, b, '1991-12', '2016-12/..')),
    tie('cow-contiguity', 'contiguity', 'AZE', 'KAZ', '1991-12', '2016-12/..'),
    tie('cow-contiguity', 'contiguity', 'RUS', 'USA', '1816-01', '2016-12/..'),
    tie('cow-contiguity', 'contiguity', 'IRN', 'SAU', '1927-05', '2016-12/..'),
  ],
  observation: [],
};

const on =
  (archive: MeasuredArchive) =>
  (id: string, asked: Partial<Asked> = {}): Promise<Measurement> => {
    const focal = asked.focal ?? ['UZB'];
    const open = new Map(focal.map((state) => [state, noRecords(state, ['RUS', 'CHN'])]));
    return measuring({ archive, open })(id, { ...asked, focal });
  };
const values = ({ figures }: Measurement) =>
  Object.fromEntries(figures.map(({ partner, item, value }) => [partner ?? item ?? '', value]));

/** The spherical law of cosines, between capitals; another formula than the one on trial. */
function apart(a: string, b: string): number {
  const [one, other] = [a, b].map((id) => states.find((state) => state.id === id));
  if (!one || !other) throw new Error(`no state ${a} or ${b}`);
  const [φ, ψ, λ] = [one.latitude, other.latitude, other.longitude - one.longitude].map(
    (x) => (x * Math.PI) / 180,
  );
  if (φ === undefined || ψ === undefined || λ === undefined) throw new Error('no coordinates');
  return 6371.0088 * Math.acos(Math.sin(φ) * Math.sin(ψ) + Math.cos(φ) * Math.cos(ψ) * Math.cos(λ));
}

describe('the ways of a state without a coast to the sea', () => {
  const run = on(archiveOf(factbook));
  it('are two that share no border, and half is lost with each state on them', async () => {
    const found = await run('max-flow');
    expect([found.figures[0]?.value, found.unit, found.basis, found.sources]).toEqual([
      2,
      'ways that share no border',
      'archive',
      ['factbook'],
    ]);
    expect(found.figures[0]).toMatchObject({ period: '2026', interval: { gap: 'not-applicable' } });
    expect(values(await run('chokepoint'))).toMatchObject({ IRN: 0.5, KAZ: 0.5, RUS: 0.5, TKM: 0.5 });
  });
  it('are weighed by the distances between the capitals', async () => {
    const north = apart('UZB', 'KAZ') + apart('KAZ', 'RUS');
    const south = apart('UZB', 'TKM') + apart('TKM', 'IRN');
    const weight = Math.exp(-5 * (Math.max(north, south) / Math.min(north, south) - 1));
    const shares = values(await run('route-share'));
    expect(shares.IRN).toBeCloseTo((south < north ? 1 : weight) / (1 + weight), 6);
    expect(shares.TKM).toBe(shares.IRN);
    expect(shares.RUS).toBeCloseTo(1 - (shares.IRN as number), 12);
    const limit = Math.max(north, south) / Math.min(north, south) - 1;
    const near = south < north ? 'IRN' : 'RUS';
    expect(values(await run('reroutable', { choices: { 'cost-limit': limit + 1e-6 } }))[near]).toBe(1);
    expect(values(await run('reroutable', { choices: { 'cost-limit': limit - 1e-6 } }))[near]).toBe(0);
  });
  it('end at the first coast, and are not asked of a state that has one, or no border', async () => {
    const answers = await run('effective-routes', { focal: ['KAZ', 'RUS', 'ISL'] });
    expect(answers.figures.map(({ about, value }) => [about, value])).toEqual([
      ['KAZ', expect.any(Number)],
      ['RUS', { gap: 'not-applicable', because: 'it has a coast on the open sea of its own' }],
      ['ISL', { gap: 'not-applicable', because: 'it has no land border' }],
    ]);
  });
  it('are not what betweenness is about: that is the ways to every state that can be reached by land', async () => {
    const { figures, notes } = await run('transit-betweenness');
    // From Tashkent to Kazakhstan, Turkmenistan, Russia by Kazakhstan, Iran by Turkmenistan; itself no transit.
    expect(figures.map(({ partner, value, n }) => [partner, value, n])).toEqual([
      ['IRN', 0, 3],
      ['KAZ', expect.closeTo(1 / 3, 12), 3],
      ['RUS', 0, 3],
      ['TKM', expect.closeTo(1 / 3, 12), 3],
    ]);
    expect(notes).toContain('the markets are all states that can be reached by land');
  });
  it('know no days, and need an archive with borders in it', async () => {
    expect((await run('max-flow', { choices: { cost: 'time' } })).figures[0]?.value).toEqual({
      gap: 'not-covered',
      because: 'how long it takes to cross a border is not known',
    });
    await expect(on(archiveOf({ tie: [], observation: [] }))('max-flow')).rejects.toThrow(
      'the archive has no land borders',
    );
  });
});

describe('borders of the past', () => {
  const run = on(archiveOf(cow));
  it('are those of Correlates of War, and the Caspian is no sea', async () => {
    const found = await run('max-flow', { focal: ['KAZ'] });
    expect(found.figures[0]).toMatchObject({ period: '2016', value: 2, source: 'cow-contiguity' });
    expect(found.notes.join()).toContain('the Caspian left out');
  });
  it('begin when they begin', async () => {
    const { figures } = await run('max-flow', { focal: ['KAZ'], from: '1990', to: '1992' });
    expect(figures.map(({ period, value }) => [period, value])).toEqual([
      ['1990', { gap: 'not-applicable', because: 'it has no land border' }],
      ['1991', { gap: 'not-applicable', because: 'it has no land border' }],
      ['1992', 2],
    ]);
  });
  it('give way to the Factbook’s after their last year', async () => {
    const both = on(archiveOf({ tie: [...factbook.tie, ...cow.tie], observation: factbook.observation }));
    const { figures } = await both('max-flow', { from: '2016', to: '2017' });
    expect(figures.map(({ source }) => source)).toEqual(['cow-contiguity', 'factbook']);
    expect((await both('max-flow')).figures[0]?.period).toBe('2026');
  });
});

describe('the borders of all states', () => {
  itWithFiles(
    'leave 45 without a coast, as the Factbook counts them, two of them behind others',
    async (data) => {
      const { store } = await imported([join(data, 'factbook')]);
      const kept = new Map<string, Promise<unknown>>();
      const archive: MeasuredArchive = {
        rows: (question) => store.rows(question),
        eventSeries: async () => [],
        sources: async () => [],
        remember: <T>(key: string, make: () => Promise<T>) => {
          const made = (kept.get(key) as Promise<T> | undefined) ?? make();
          kept.set(key, made);
          return made;
        },
      };
      const focal = states.map(({ id }) => id);
      const { figures } = await on(archive)('max-flow', { focal, choices: { cost: 'legs' } });
      const landlocked = figures.filter(({ value }) => typeof value === 'number').map(({ about }) => about);
      // World > Geography > Land boundaries names 46, of which the West Bank is no state of our list.
      expect(landlocked.length).toBe(45);
      expect(landlocked).toEqual(expect.arrayContaining(['AZE', 'KAZ', 'TKM', 'UZB', 'XKX', 'SSD', 'LIE']));
      // θ is so great that only ways of the fewest borders count: more than one, where the first is no coast.
      const ways = await on(archive)('route-share', {
        focal: landlocked,
        choices: { cost: 'legs', theta: 1000 },
      });
      const sums = new Map<string, number>();
      for (const { about, value } of ways.figures)
        if (typeof value === 'number') sums.set(about, (sums.get(about) ?? 0) + value);
      expect([...sums].filter(([, sum]) => sum > 1.5).map(([state]) => state)).toEqual(['LIE', 'UZB']);
      // As on the page of methods.
      const kazakhstan = async (id: string, partner?: string) =>
        (await on(archive)(id, { focal: ['KAZ'] })).figures.find((one) => one.partner === partner);
      expect((await kazakhstan('max-flow'))?.value).toBe(5);
      expect((await kazakhstan('chokepoint', 'RUS'))?.value).toBeCloseTo(0.2, 12);
      const routes = await kazakhstan('effective-routes');
      expect(routes?.value).toBeCloseTo(8.0, 1);
      expect(routes?.interval).toMatchObject({ low: expect.closeTo(4.5, 1), high: expect.closeTo(12.6, 1) });
      expect((await kazakhstan('route-share', 'RUS'))?.value).toBeCloseTo(0.45, 2);
    },
  );
});
