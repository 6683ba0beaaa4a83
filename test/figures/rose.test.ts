import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../src/figures/collide.ts';
import {
  initialBearing,
  paperTheme,
  type RoseInput,
  type RosePartner,
  rose,
  svgText,
} from '../../src/figures/index.ts';
import { layOut } from '../../src/figures/rose-layout.ts';
import { gap } from '../../src/model/gap.ts';
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
import { pretty } from './pretty.ts';

const input = (partners: readonly RosePartner[]): RoseInput => ({
  focal: kazakhstan,
  partners,
  dimension: 'economic',
  period: '2022',
});

const partners: readonly RosePartner[] = [
  { ...russia, vector: vector('RUS', 0.31, -0.4) },
  { ...china, vector: vector('CHN', 0.24, 0.4) },
  { ...union, vector: vector('EU', 0.27, 0.75) },
  { ...ukraine, vector: vector('UKR', gap('no-records'), gap('no-records')) },
];

/** How far from the hub the furthest point of a petal's outline is. */
function length(drawing: ReturnType<typeof rose>, id: string): number {
  const [hub] = find(drawing, ({ attributes }) => attributes.class === 'mv-resultant').flatMap((group) =>
    find(group, ({ tag }) => tag === 'circle'),
  );
  const [petal] = find(drawing, ({ attributes }) => attributes['data-vector'] === id);
  const [outline] = petal ? find(petal, ({ attributes }) => attributes.class === 'mv-focus') : [];
  const numbers = [...String(outline?.attributes.d ?? '').matchAll(/(-?[\d.]+),(-?[\d.]+)/g)];
  return Math.max(
    ...numbers.map(([, x, y]) =>
      Math.hypot(Number(x) - Number(hub?.attributes.cx), Number(y) - Number(hub?.attributes.cy)),
    ),
  );
}

describe('rose', () => {
  it('gives the longer petal to the heavier partner', () => {
    const drawing = rose(input(partners));
    const lengths = ['RUS', 'EU', 'CHN'].map((id) => length(drawing, `KAZ.${id}.economic.2022`));
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(new Set(lengths).size).toBe(3);
  });

  it('makes the length of a petal beyond the hub proportional to the weight', () => {
    const drawing = rose(
      input([
        { ...russia, vector: vector('RUS', 0.4, 0) },
        { ...china, vector: vector('CHN', 0.2, 0) },
      ]),
    );
    const hub = Number(
      find(drawing, ({ attributes }) => attributes.class === 'mv-resultant').flatMap((group) =>
        find(group, ({ tag }) => tag === 'circle'),
      )[0]?.attributes.r,
    );
    const [long, short] = ['RUS', 'CHN'].map((id) => length(drawing, `KAZ.${id}.economic.2022`) - hub);
    expect((long ?? 0) / (short ?? 1)).toBeCloseTo(2, 1);
  });

  it('has no petal where there is no figure, and says so', () => {
    const drawing = rose(input(partners));
    expect(ofClass(drawing, 'mv-petal')).toHaveLength(3);
    const [open] = ofClass(drawing, 'mv-gap');
    expect(open?.attributes['data-vector']).toBe('KAZ.UKR.economic.2022');
    expect(open?.attributes['aria-label']).toContain('no figure (no records)');
    expect(textOf(open ?? drawing)).toContain('no figure');
  });

  it('says of a petal all that it shows', () => {
    const [first] = ofClass(rose(input(partners)), 'mv-petal');
    expect(first?.attributes['aria-label']).toBe(
      'Russia, bearing 296°, weight 31 % [25–37], direction −0.4, conflictual, 14 records',
    );
    expect(first?.attributes).toMatchObject({
      tabindex: 0,
      role: 'button',
      'data-vector': 'KAZ.RUS.economic.2022',
    });
  });

  it('is a picture without buttons where nothing can be pressed', () => {
    const drawing = rose(input(partners), { interactive: false });
    expect(drawing.attributes.role).toBe('img');
    expect(find(drawing, ({ attributes }) => 'tabindex' in attributes)).toHaveLength(0);
    expect(rose(input(partners)).attributes.role).toBe('group');
  });

  it('does not count a partner twice in the needle', () => {
    const twice = { ...states, vector: vector('USA', 0.5, 0, { within: 'EU' }) };
    const told = (list: readonly RosePartner[]) =>
      String(rose(input(list)).attributes['aria-label']).split('resultant')[1];
    expect(told([...partners, twice])).toBe(told(partners));
  });

  it('keeps two heavy partners at nearly one bearing apart, and their true bearings in the labels', () => {
    const crowded = [
      { ...russia, vector: vector('RUS', 0.3, 0) },
      { ...union, vector: vector('EU', 0.29, 0) },
    ];
    const bearers = crowded.map(({ id, name, vector: { weight }, ...place }) => ({
      id,
      name,
      weight,
      bearing: initialBearing(kazakhstan, place),
    }));
    const plan = layOut(bearers, { bearing: 0, length: 0 }, { size: 640, labels: true, max: 0.3 });
    const [a = 0, b = 0] = ['RUS', 'EU'].map((id) => plan.fanned.get(id));
    expect(Math.abs(a - b)).toBeGreaterThan(6);
    for (const { id, bearing } of bearers)
      expect(Math.abs((plan.fanned.get(id) ?? 0) - bearing)).toBeLessThanOrEqual(9);
  });

  it('does not depend on the order of the partners', () => {
    fc.assert(
      fc.property(anyPartners, (list) => {
        expect(svgText(rose(input(list.toReversed())))).toBe(svgText(rose(input(list))));
      }),
      { numRuns: 40 },
    );
  });

  it('has only finite numbers, whatever it is given', () => {
    fc.assert(
      fc.property(anyPartners, fc.constantFrom(24, 120, 320, 640), fc.boolean(), (list, size, labels) => {
        expect(brokenAttributes(rose(input(list), { size, labels }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('lays no label on another, nor over the edge', () => {
    fc.assert(
      fc.property(anyPartners, fc.constantFrom(320, 640), (list, size) => {
        const bearers = list.map(({ id, name, vector: { weight }, ...place }) => ({
          id,
          name,
          weight,
          bearing: initialBearing(kazakhstan, place),
        }));
        const plan = layOut(bearers, { bearing: 300, length: 0.2 }, { size, labels: true, max: 1 });
        const boxes = [...plan.places.values()].map(({ box }) => box);
        for (const [i, a] of boxes.entries()) {
          for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBeLessThan(0.01);
          expect(Math.min(a.left, a.top)).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(size);
          expect(a.bottom).toBeLessThanOrEqual(plan.height);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('stands still when only the weights change', () => {
    const later = partners.map((partner) => ({ ...partner, vector: vector(partner.id, 0.2, 0) }));
    const rim = (list: readonly RosePartner[]) =>
      find(rose(input(list), { max: 0.5 }), ({ attributes }) => attributes.class === 'mv-compass').flatMap(
        (group) => find(group, ({ tag }) => tag === 'circle').map(({ attributes }) => attributes.r),
      );
    expect(rim(later.slice(0, 3))).toEqual(rim(partners.slice(0, 3)));
  });

  it('is drawn like this', async () => {
    const drawing = rose(
      { ...input(partners.filter(({ id }) => id !== 'EU')) },
      { size: 320, theme: paperTheme },
    );
    await expect(pretty(drawing)).toMatchFileSnapshot('../golden/figures/rose.svg');
  });
});
