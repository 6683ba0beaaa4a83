import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lanesByDimension,
  series,
  shareBars,
  spark,
  svgText,
  tieMap,
  timeline,
} from '../../src/figures/index.ts';
import { gap } from '../../src/model/gap.ts';
import type { Event } from '../../src/model/records.ts';
import {
  anyPartners,
  brokenAttributes,
  china,
  find,
  kazakhstan,
  ofClass,
  russia,
  states,
  textOf,
  ukraine,
  union,
  vector,
} from './fixtures.ts';

const topology = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-110m.json'), 'utf8'),
);

function event(id: string, date: string, more: Partial<Event> = {}): Event {
  return {
    id,
    date,
    source: ['KAZ'],
    target: ['RUS'],
    root: 'CONSULT',
    contexts: [],
    dimension: 'political',
    status: 'occurred',
    title: `event ${id}`,
    bears_on: [],
    ...more,
  };
}

/** Marks of opening and closing match, and no bare ampersand or quotation mark is left. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, tag = '', self] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)(?: [a-zA-Z:-]+="[^"<]*")*(\/?)>/g,
  )) {
    if (close) {
      if (open.pop() !== tag) return false;
    } else if (!self) open.push(tag);
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(svg);
}

const partners = [
  { ...russia, vector: vector('RUS', 0.31, -0.4) },
  { ...china, vector: vector('CHN', 0.24, 0.4) },
  { ...union, vector: vector('EU', 0.27, 0.75), members: ['276', '250'] },
  { ...states, vector: vector('USA', 0.05, 0.1) },
  { ...ukraine, vector: vector('UKR', gap('no-records'), gap('no-records')) },
];

describe('tieMap', () => {
  it('has a tie for each partner with a weight, and an open mark for the others', () => {
    const drawing = tieMap({ focal: kazakhstan, partners, topology });
    expect(
      ofClass(drawing, 'mv-tie')
        .map(({ attributes }) => attributes['data-vector'])
        .sort(),
    ).toEqual(['CHN', 'EU', 'RUS', 'USA'].map((id) => `KAZ.${id}.economic.2022`));
    expect(ofClass(drawing, 'mv-gap')).toHaveLength(1);
  });

  it('tints the land of a group’s members alike', () => {
    const tinted = (list: typeof partners) =>
      find(
        tieMap({ focal: kazakhstan, partners: list, topology }),
        ({ attributes }) => attributes['fill-opacity'] === 0.38,
      );
    const [only] = [partners.filter(({ id }) => id === 'EU')];
    expect(tinted(only)).toHaveLength(2);
    expect(new Set(tinted(only).map(({ attributes }) => attributes.fill)).size).toBe(1);
  });

  it('writes the label of a partner beyond the horizon inside the frame', () => {
    const [tie] = ofClass(tieMap({ focal: kazakhstan, partners, topology }, { width: 640 }), 'mv-tie').filter(
      ({ attributes }) => attributes['data-vector'] === 'KAZ.USA.economic.2022',
    );
    const [label] = tie ? find(tie, ({ tag }) => tag === 'text') : [];
    expect(textOf(label ?? { tag: '', attributes: {}, children: [] })).toContain('United States');
    expect(Number(label?.attributes.x)).toBeGreaterThan(0);
    expect(Number(label?.attributes.x)).toBeLessThan(640);
  });

  it('does not depend on order and has only finite numbers, for any focal state', () => {
    const place = fc.record({
      latitude: fc.double({ min: -60, max: 70, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(anyPartners, place, (list, at) => {
        const focal = { id: 'XAA', name: 'Here', ...at };
        const drawing = tieMap({ focal, partners: list, topology }, { width: 320 });
        expect(brokenAttributes(drawing)).toEqual([]);
        expect(svgText(tieMap({ focal, partners: list.toReversed(), topology }, { width: 320 }))).toBe(
          svgText(drawing),
        );
      }),
      { numRuns: 6 },
    );
  }, 30_000);
});

describe('timeline', () => {
  const events = [
    event('a', '1991-12-16'),
    event('b', '2022-01-05', { root: 'ASSAULT', dimension: 'security' }),
    event('c', '2022-01-05', { status: 'announced' }),
    event('d', '2022', { root: 'SANCTION' }),
    event('e', '2022-11-22/..'),
    event('f', '../2023-03-01'),
    ...['01', '02', '03', '04', '05', '06'].map((month) => event(`m${month}`, `2023-${month}-15`)),
  ];

  it('has a button for each event that says when and what', () => {
    const marks = ofClass(timeline({ lanes: lanesByDimension(events) }), 'mv-event');
    expect(marks.map(({ attributes }) => attributes['data-record']).sort()).toEqual(
      events.map(({ id }) => id).sort(),
    );
    const b = marks.find(({ attributes }) => attributes['data-record'] === 'b');
    expect(b?.attributes['aria-label']).toBe('5 January 2022, event b, material conflict, intensity −9.0');
  });

  it('parts a long thin past from a crowded end', () => {
    const words = find(timeline({ lanes: lanesByDimension(events) }), ({ tag }) => tag === 'text').map(
      textOf,
    );
    expect(words).toContain('since 2022, wider scale');
    const even = Array.from({ length: 12 }, (_, i) => event(`y${i}`, `${2000 + i * 2}-06-01`));
    expect(
      find(timeline({ lanes: lanesByDimension(even) }), ({ tag }) => tag === 'text')
        .map(textOf)
        .some((text) => text.includes('wider scale')),
    ).toBe(false);
  });

  it('stacks what falls on one day', () => {
    const marks = ofClass(
      timeline({
        lanes: [{ id: 'x', name: 'x', events: [event('p', '2022-06-17'), event('q', '2022-06-17')] }],
      }),
      'mv-event',
    );
    const start = (mark: (typeof marks)[number]) =>
      String(find(mark, ({ attributes }) => attributes.class === 'mv-focus')[0]?.attributes.d).split('a')[0];
    expect(new Set(marks.map(start)).size).toBe(2);
  });

  it('draws dates of any precision with finite numbers, in any order', () => {
    const date = fc
      .tuple(fc.integer({ min: 1950, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.nat(4))
      .map(([year, month, kind]) => {
        const day = `${year}-${String(month).padStart(2, '0')}`;
        return [`${year}`, day, `${day}-09`, `${day}/..`, `../${day}`][kind] ?? day;
      });
    fc.assert(
      fc.property(fc.array(date, { maxLength: 25 }), fc.constantFrom(320, 720), (dates, width) => {
        const list = dates.map((text, index) => event(`e${index}`, text));
        const drawing = timeline({ lanes: lanesByDimension(list) }, { width });
        expect(brokenAttributes(drawing)).toEqual([]);
        expect(svgText(timeline({ lanes: lanesByDimension(list.toReversed()) }, { width }))).toBe(
          svgText(drawing),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('shareBars', () => {
  it('says a gap in words and draws no bar for it', () => {
    const bars = ofClass(shareBars(partners), 'mv-bar');
    expect(bars.map(({ attributes }) => attributes['data-vector'])).toEqual(
      ['RUS', 'EU', 'CHN', 'USA', 'UKR'].map((id) => `KAZ.${id}.economic.2022`),
    );
    const last = bars.at(-1);
    expect(textOf(last ?? bars[0] ?? { tag: '', attributes: {}, children: [] })).toContain(
      'no figure: no records',
    );
    expect(last ? find(last, ({ tag }) => tag === 'rect') : []).toHaveLength(1); // the frame of focus alone
  });

  it('has only finite numbers, in any order', () => {
    fc.assert(
      fc.property(anyPartners, fc.constantFrom(320, 640), (list, width) => {
        expect(brokenAttributes(shareBars(list, { width }))).toEqual([]);
        expect(svgText(shareBars(list.toReversed(), { width }))).toBe(svgText(shareBars(list, { width })));
      }),
      { numRuns: 60 },
    );
  });
});

describe('series', () => {
  const line = (id: string, values: readonly (number | undefined)[]) => ({
    id,
    name: id,
    points: values.map((value, index) => ({
      period: String(2010 + index),
      value: value ?? gap('no-records'),
      vector: `KAZ.${id}.economic.${2010 + index}`,
    })),
  });

  it('breaks the line at a gap', () => {
    const [broken] = ofClass(series([line('RUS', [0.3, 0.2, undefined, 0.4, 0.5])]), 'mv-line');
    const [path] = broken ? find(broken, ({ tag }) => tag === 'path') : [];
    expect(String(path?.attributes.d).match(/M/g)).toHaveLength(2);
    expect(ofClass(broken ?? series([]), 'mv-point')).toHaveLength(4);
  });

  it('names each line at its end, one above the other', () => {
    const drawing = series([line('RUS', [0.3, 0.3]), line('CHN', [0.3, 0.3]), line('EU', [0.3, 0.3])]);
    const heights = ofClass(drawing, 'mv-line-name').flatMap((group) =>
      find(group, ({ tag }) => tag === 'text').map(({ attributes }) => Number(attributes.y)),
    );
    const sorted = heights.toSorted((a, b) => a - b);
    for (const [i, y] of sorted.slice(1).entries()) expect(y - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(12);
  });

  it('has only finite numbers, with or without figures', () => {
    const values = fc.array(fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(values, values, fc.constantFrom('share', 'position', 'number'), (a, b, unit) => {
        expect(brokenAttributes(series([line('RUS', a), line('CHN', b)], { unit }))).toEqual([]);
        expect(brokenAttributes(spark(a.map((value) => value ?? gap('no-records'))))).toEqual([]);
      }),
    );
  });
});

it('every figure is well-formed text, whatever the names hold', () => {
  const odd = partners.map((partner) => ({ ...partner, name: `${partner.name} <&"'> Ünion` }));
  const drawings = [
    tieMap({ focal: kazakhstan, partners: odd, topology }),
    shareBars(odd),
    timeline({
      lanes: [{ id: 'a', name: 'A & B', events: [event('a', '2022-01-01', { title: '“x” < y' })] }],
    }),
    series([{ id: 'RUS', name: '<Russia>', points: [{ period: '2022', value: 1 }] }]),
    spark([1, 2, 3]),
  ];
  for (const drawing of drawings) expect(isWellFormed(svgText(drawing))).toBe(true);
});
