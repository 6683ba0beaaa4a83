import fc from 'fast-check';
import type { Element, RosePartner } from '../../src/figures/index.ts';
import { gap, type Value } from '../../src/model/gap.ts';
import type { Vector } from '../../src/model/measured.ts';

/** A vector of Kazakhstan's made for a test. */
export function vector(partner: string, weight: Value, direction: Value, more: Partial<Vector> = {}): Vector {
  return {
    id: `KAZ.${partner}.economic.2022`,
    focal: 'KAZ',
    partner,
    dimension: 'economic',
    period: '2022',
    weight,
    weightInterval:
      typeof weight === 'number'
        ? { low: weight * 0.8, high: Math.min(1, weight * 1.2), level: 0.9, method: 'bootstrap' }
        : gap('too-few-records'),
    direction,
    directionInterval: gap('too-few-records'),
    n: 14,
    terms: [],
    ...more,
  };
}

export const kazakhstan = { id: 'KAZ', name: 'Kazakhstan', latitude: 51.17, longitude: 71.42 };
export const russia = { id: 'RUS', name: 'Russia', latitude: 55.75, longitude: 37.62 };
export const china = { id: 'CHN', name: 'China', latitude: 39.92, longitude: 116.39 };
export const union = { id: 'EU', name: 'European Union', latitude: 50.85, longitude: 4.35 };
export const states = { id: 'USA', name: 'United States', latitude: 38.9, longitude: -77.04 };
export const ukraine = { id: 'UKR', name: 'Ukraine', latitude: 50.43, longitude: 30.52 };

/** All elements of a drawing of which the test holds. */
export function find(root: Element, test: (element: Element) => boolean): Element[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : find(child, test)));
  return test(root) ? [root, ...below] : below;
}

export const ofClass = (root: Element, name: string): Element[] =>
  find(root, ({ attributes }) => attributes.class === name);

export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** Attributes that no drawing may have: what is not a number, or without end. */
export const brokenAttributes = (root: Element): string[] =>
  find(root, () => true).flatMap(({ tag, attributes }) =>
    Object.entries(attributes)
      .filter(([, value]) => /NaN|Infinity|undefined/.test(String(value)))
      .map(([name, value]) => `${tag} ${name}=${value}`),
  );

const value = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(gap('no-records')) },
);
const position = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: -1, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constant(gap('too-few-records')) },
);

/** Up to ten partners anywhere on the globe, with or without figures. */
export const anyPartners: fc.Arbitrary<RosePartner[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[A-Z]{3}$/),
      name: fc.stringMatching(/^[A-Z][a-z]{2,13}$/),
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      weight: value,
      direction: position,
      within: fc.option(fc.constant('EU'), { freq: 5, nil: undefined }),
    }),
    { selector: ({ id }) => id, maxLength: 10 },
  )
  .map((partners) =>
    partners.map(({ id, name, latitude, longitude, weight, direction, within }) => ({
      id,
      name,
      latitude,
      longitude,
      vector: vector(id, weight, direction, { within }),
    })),
  );
