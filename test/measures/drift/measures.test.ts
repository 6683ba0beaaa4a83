import { describe, expect, it } from 'vitest';
import { choicesFrom, placeOf } from '../../../src/measures/drift/watched.ts';
import type { Asked, Measurement } from '../../../src/measures/index.ts';
import {
  candidatesNear,
  catalogue,
  choicesOf,
  coverageAcross,
  seeded,
  shiftBetween,
} from '../../../src/measures/index.ts';
import type { Evidence, Measure } from '../../../src/measures/measure.ts';
import { inThisThread } from '../../../src/measuring.ts';
import { check } from '../../../src/model/check.ts';
import type { Figure } from '../../../src/model/figure.ts';
import { gap } from '../../../src/model/gap.ts';
import { noRecords } from '../../../src/model/no-records.ts';
import type { Records } from '../../../src/model/records.ts';
import { event, tie, tiny } from '../../fixtures/tiny.ts';
import { nile } from './nile.ts';

const found = (id: string): Measure => {
  const one = catalogue.find((measure) => measure.id === id);
  if (!one) throw new Error(`no ${id}`);
  return one;
};

/** Runs a measure of drift on figures that some other measure is said to have given. */
async function watch(
  id: string,
  figures: readonly Figure[],
  {
    records,
    asked = {},
    seen = [],
  }: { records?: Records; asked?: Omit<Asked, 'focal'>; seen?: { id: string; asked: Asked }[] } = {},
) {
  const measure = found(id);
  const inner = { title: 'Some measure' } as Measurement['measure'];
  const evidence: Evidence = {
    workers: inThisThread,
    hasDossier: async () => records !== undefined,
    records: async (focal) => records ?? noRecords(focal, []),
    archived: async (focal, partners) => noRecords(focal, partners),
    remember: (_key, make) => make(),
    progress: () => {},
    run: async (of, question) => {
      seen.push({ id: of, asked: question });
      return {
        measure: inner,
        asked: { focal: question.focal, partners: [], by: question.by ?? 'year', choices: {} },
        unit: 'share',
        figures,
        basis: 'archive',
        sources: ['somewhere'],
        notes: [],
      };
    },
  };
  return measure.compute(
    {
      focal: 'KAZ',
      partners: asked.partners ?? [],
      from: asked.from,
      to: asked.to,
      by: asked.by ?? 'year',
      choices: check(measure.choices, asked.choices ?? {}, id),
    },
    evidence,
  );
}

const yearly = (
  values: readonly (number | undefined)[],
  first = 1871,
  more: Partial<Figure> = {},
): Figure[] =>
  values.map((value, i) => ({
    about: 'KAZ',
    partner: 'RUS',
    period: String(first + i),
    value: value ?? gap('no-records'),
    n: 20,
    ...more,
  }));

describe('changes of level', () => {
  it('are a figure each: the first year of the new level, how far, and what is near', async () => {
    const { figures, notes, unit, sources } = await watch('drift', yearly(nile));
    expect(figures).toHaveLength(1);
    const [change] = figures;
    expect(change).toMatchObject({ period: '1899', partner: 'RUS', n: 100 });
    expect(change?.value).toBeCloseTo(849.97 - 1097.75, 1); // means of 72 and of 28 years
    const { low = 0, high = 0 } = (change?.interval ?? {}) as { low?: number; high?: number };
    expect(low).toBeGreaterThan(-320);
    expect(high).toBeLessThan(-180);
    expect(change?.note).toContain('survives a penalty raised for autocorrelation');
    expect(notes?.join()).toContain('KAZ–RUS: 100 points, penalty 122000');
    expect([unit, sources]).toEqual(['difference of levels (share)', ['somewhere']]);
  });
  it('are not looked for in fewer than ten points', async () => {
    const { figures } = await watch('drift', yearly(nile.slice(24, 33)));
    expect(figures).toMatchObject([
      { value: { gap: 'too-few-records', because: '9 of at least 10 points' } },
    ]);
  });
  it('are none where nothing changes, and it says so', async () => {
    const { figures } = await watch('drift', yearly(new Array(20).fill(0.5)));
    expect(figures).toMatchObject([{ value: { gap: 'not-applicable' }, n: 20 }]);
  });
  it('skip years without a figure, and say how many', async () => {
    const holes = nile.map((value, i) => (i === 10 || i === 40 ? undefined : value));
    const { figures, notes } = await watch('drift', yearly(holes));
    expect(figures).toMatchObject([{ period: '1899', n: 98 }]);
    expect(notes).toContain('KAZ–RUS: 2 years without a figure skipped');
  });
  it('come with the dossier’s records nearest in time', async () => {
    const records: Records = {
      ...tiny,
      events: [
        event('at-once', 'KAZ', 'RUS', 'SANCTION', { date: '1899-02-03' }),
        event('late', 'KAZ', 'RUS', 'AGREE', { date: '1905' }),
        event('other', 'KAZ', 'CHN', 'AGREE', { date: '1899-01-02' }),
      ],
      ties: [tie('pact', 'KAZ', 'RUS', { from: '1870', to: '1898-11-01' })],
    };
    const { figures } = await watch('drift', yearly(nile), { records });
    expect(figures[0]?.records).toEqual(['at-once', 'pact']);
    expect(figures[0]?.note).toContain('near in time: at-once; pact');
  });
  it('say where the feed changed with the level', async () => {
    const fed = yearly(nile).map((one, i) => ({ ...one, n: i < 28 ? 20 : 70 }));
    expect((await watch('drift', fed)).figures[0]?.note).toContain(
      'changed as well, from 20 to 70: it may be the feed and not the world',
    );
    const { figures, unit } = await watch('drift', fed, {
      asked: { choices: { series: 'n', cost: 'poisson' } },
    });
    expect(figures).toMatchObject([{ period: '1899', value: 50 }]);
    expect(unit).toBe('difference of levels (records)');
  });
  it('of noise that hangs together do not all survive', async () => {
    const { normal } = seeded('red noise');
    let last = 0;
    const red = Array.from({ length: 120 }, () => (last = 0.85 * last + normal()));
    const reported = await watch('drift', yearly(red));
    const inflated = await watch('drift', yearly(red), {
      asked: { choices: { autocorrelation: 'inflate' } },
    });
    const count = ({ figures }: { figures: readonly Figure[] }) =>
      figures.filter(({ value }) => typeof value === 'number').length;
    expect(count(inflated)).toBeLessThan(count(reported));
    expect(reported.figures.some(({ note }) => note?.includes('does not survive'))).toBe(true);
  });
  it('are looked for in each pair and item by itself', async () => {
    const both = [
      ...yearly(nile, 1871, { item: 'nu' }),
      ...yearly(new Array(20).fill(0), 1871, { item: 'hr', partner: 'CHN' }),
    ];
    const { figures } = await watch('drift', both);
    expect(figures.map(({ partner, item, period }) => [partner, item, period])).toEqual([
      ['RUS', 'nu', '1899'],
      ['CHN', 'hr', '1890'],
    ]);
    expect((await watch('drift', both, { asked: { choices: { item: 'nu' } } })).figures).toHaveLength(1);
    await expect(watch('drift', both, { asked: { choices: { item: 'zz' } } })).rejects.toThrow(
      /no item “zz”/,
    );
  });
  it('ask the watched measure with its own choices', async () => {
    const seen: { id: string; asked: Asked }[] = [];
    await watch('drift', yearly(nile), {
      seen,
      asked: {
        partners: ['RUS'],
        from: '1900',
        choices: { of: 'kappa', with: 'issue=nu, window=3,strict=true' },
      },
    });
    expect(seen).toMatchObject([
      {
        id: 'kappa',
        asked: {
          focal: ['KAZ'],
          partners: ['RUS'],
          from: '1900',
          choices: { issue: 'nu', window: 3, strict: true },
        },
      },
    ]);
    await expect(watch('drift', [], { asked: { choices: { of: 'cusum' } } })).rejects.toThrow(
      /watches other/,
    );
    expect(() => choicesFrom('issue')).toThrow(/is not name=value/);
  });
});

describe('what is watched', () => {
  it('is said, so that whoever reads the figures can ask for the series', async () => {
    for (const id of ['drift', 'drift-online', 'cusum'])
      expect((await watch(id, yearly(nile))).about).toMatchObject({ choices: {}, points: 'value' });
    const { about } = await watch('drift', yearly(nile, 1871, { item: 'nu' }), {
      asked: { choices: { item: 'nu', series: 'n' } },
    });
    expect(about).toMatchObject({ item: 'nu', points: 'n' });
  });
  it('is held against the height of an alarm, or the probability of an alert', async () => {
    expect((await watch('cusum', yearly(nile), { asked: { choices: { h: 4 } } })).limits).toEqual([
      { value: 4, words: 'alarm above' },
    ]);
    const leap = Array.from({ length: 30 }, (_, i) => (i % 2) + (i < 20 ? 0 : 9));
    const { limits, figures } = await watch('drift-online', yearly(leap), {
      asked: { choices: { lambda: 100, alert: 0.6 } },
    });
    expect(limits?.[0]).toEqual({ value: 0.6, words: 'alert from' });
    expect(limits?.[1]?.value).toBeCloseTo(1 - 0.99 ** 4); // at most three values since the last change
    for (const { value, note } of figures)
      expect(note?.startsWith('alert; ')).toBe(typeof value === 'number' && value >= 0.6);
    expect(figures.find(({ note }) => note?.startsWith('alert'))?.period).toBe('1891');
  });
});

describe('a recent change', () => {
  it('is told year by year, without what came later', async () => {
    const all = await watch('drift-online', yearly(nile), { asked: { choices: { lambda: 100 } } });
    const early = await watch('drift-online', yearly(nile.slice(0, 40)), {
      asked: { choices: { lambda: 100 } },
    });
    expect(all.figures.slice(0, 30)).toEqual(early.figures);
    expect(all.figures[0]).toMatchObject({ period: '1881', n: 11 });
    const fall = all.figures.find(({ note }) => note?.startsWith('the most probable run fell'));
    expect(fall?.note).toContain('a new level since 1899');
    for (const { value } of all.figures) {
      expect(value).toBeGreaterThanOrEqual(0.01 - 1e-12);
      expect(value).toBeLessThanOrEqual(1);
    }
  });
  it('is told of counts too, and not of what is too short or never varies', async () => {
    const counts = [...new Array(30).fill(2), ...new Array(10).fill(12)];
    const { figures } = await watch('drift-online', yearly(counts), {
      asked: { choices: { model: 'poisson' } },
    });
    const peak = figures.reduce((most, one) => ((one.value as number) > (most.value as number) ? one : most));
    expect(Number(peak.period)).toBeGreaterThanOrEqual(1901);
    expect(Number(peak.period)).toBeLessThanOrEqual(1904);
    expect((await watch('drift-online', yearly(counts))).figures).toMatchObject([
      { value: { gap: 'not-applicable' } },
    ]);
    expect((await watch('drift-online', yearly(nile.slice(0, 10)))).figures).toMatchObject([
      { value: { gap: 'too-few-records', because: '10 of at least 11 points' } },
    ]);
  });
});

describe('cumulative sums of a measure', () => {
  it('print how rarely an alarm is false, over all series watched', async () => {
    const { normal } = seeded('steady');
    const steady = Array.from({ length: 60 }, () => normal());
    const three = ['RUS', 'CHN', 'USA'].flatMap((partner) =>
      yearly(partner === 'RUS' ? steady.map((x, i) => x + (i < 40 ? 0 : 4)) : steady, 1960, { partner }),
    );
    const { figures, notes = [] } = await watch('cusum', three, { asked: { choices: { training: 30 } } });
    expect(notes).toContain(
      'k 0.5, h 5: of a steady series one false alarm in 465 points (average run length)',
    );
    expect(notes).toContain('3 series watched: 0.01 false alarms a year are to be expected');
    const alarms = figures.filter(({ note }) => note?.startsWith('alarm'));
    expect(new Set(alarms.map(({ partner }) => partner))).toEqual(new Set(['RUS']));
    expect(Number(alarms[0]?.period)).toBeLessThan(2005);
    expect(alarms[0]?.note).toContain('the level rose');
    expect(notes.join()).toMatch(/1 of 3 series have left their level: KAZ–RUS \(p < 0\.0001\)/);
  });
  it('are held against twelve points a year by month', async () => {
    const months = Array.from({ length: 40 }, (_, i) => ({
      ...(yearly([i % 3])[0] as Figure),
      period: `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    }));
    const { notes = [], figures } = await watch('cusum', months, { asked: { by: 'month' } });
    expect(notes).toContain('1 series watched: 0.03 false alarms a year are to be expected');
    expect(notes).toContain('no alarm');
    expect(figures[0]?.period).toBe('2002-01'); // after 24 months of training
  });
});

describe('parts', () => {
  it('a shift is the difference of two means, inside its interval', () => {
    const { value, interval } = shiftBetween([1, 2, 3], [5, 6, 7], seeded('a'));
    expect(value).toBe(4);
    expect(interval.low).toBeLessThan(4);
    expect(interval.high).toBeGreaterThan(4);
  });
  it('coverage is compared over three points on each side', () => {
    expect(coverageAcross([9, 1, 1, 1, 4, 4, 4, 9], 4)).toEqual({ before: 1, after: 4, changed: true });
    expect(coverageAcross([5, 5, 5, 5], 2).changed).toBe(false);
  });
  it('candidates are named once, at most five, and none is far', () => {
    const records: Records = {
      ...tiny,
      events: Array.from({ length: 8 }, (_, i) =>
        event(`e${i}`, 'KAZ', 'RUS', 'AGREE', { date: `2020-0${i + 1}` }),
      ),
    };
    expect(candidatesNear(records, 'RUS', '2020', 'year').map(({ id }) => id)).toEqual([
      'e0',
      'e1',
      'e2',
      'e3',
      'e4',
    ]);
    expect(candidatesNear(records, 'RUS', '2030', 'year')).toEqual([]);
    expect(candidatesNear(records, 'RUS', '75', 'session').map(({ id }) => id)[0]).toBe('e7');
  });
  it('periods have places', () => {
    expect([placeOf('74', 'session'), placeOf('2019', 'year'), placeOf('2019-06', 'month')]).toEqual([
      74, 2019, 24234,
    ]);
    expect(placeOf('2015/2019', 'year')).toBe(2019);
  });
  it('choices can be made options of', () => {
    for (const id of ['drift', 'drift-online', 'cusum'])
      for (const { name, about } of choicesOf(found(id)))
        expect([name, about.length > 5]).toEqual([name, true]);
  });
});
