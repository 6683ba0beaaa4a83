import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clrs } from '../../../scripts/reproduce/textbook-networks.ts';
import {
  type Arc,
  cheapestFlow,
  closingLoss,
  flowPaths,
  maxFlow,
  reroutable,
  routeShare,
} from '../../../src/measures/index.ts';
import { places, smallNetworks } from './networks.ts';

const [from, to] = [['a'], ['e']];

/** The least capacity that parts a from e, by trying every set of places on the side of a. */
function leastCut(arcs: readonly Arc[]): number {
  const between = places.slice(1, -1);
  let least = Number.POSITIVE_INFINITY;
  for (let chosen = 0; chosen < 2 ** between.length; chosen++) {
    const side = new Set(['a', ...between.filter((_, i) => chosen & (1 << i))]);
    const crossing = arcs.filter((arc) => side.has(arc.from) && !side.has(arc.to));
    least = Math.min(
      least,
      crossing.reduce((sum, { capacity }) => sum + capacity, 0),
    );
  }
  return least;
}

/** What leaves a place beyond what enters it. */
const surplus = (arcs: readonly Arc[], flow: readonly number[], place: string): number =>
  arcs.reduce(
    (sum, arc, at) =>
      sum + (arc.from === place ? (flow[at] ?? 0) : 0) - (arc.to === place ? (flow[at] ?? 0) : 0),
    0,
  );

describe('the greatest flow', () => {
  it('is 23 in the textbook’s network, and its least cut 12 + 7 + 4', () => {
    const { value, cut } = maxFlow(clrs, ['s'], ['t']);
    expect(value).toBe(23);
    expect(cut.map((arc) => `${clrs[arc]?.from} ${clrs[arc]?.to}`)).toEqual(['v1 v3', 'v4 v3', 'v4 t']);
  });
  it('is what the least cut lets through, in every small network', () =>
    fc.assert(
      fc.property(smallNetworks, (arcs) => {
        const { value, flow, cut } = maxFlow(arcs, from, to);
        expect(value).toBe(leastCut(arcs));
        expect(surplus(arcs, flow, 'a')).toBeCloseTo(value, 9);
        for (const place of ['b', 'c', 'd']) expect(surplus(arcs, flow, place)).toBeCloseTo(0, 9);
        for (const [at, { capacity }] of arcs.entries()) {
          expect(flow[at]).toBeGreaterThanOrEqual(0);
          expect(flow[at]).toBeLessThanOrEqual(capacity);
        }
        const without = arcs.map((arc, at) => (cut.includes(at) ? { ...arc, capacity: 0 } : arc));
        expect(maxFlow(without, from, to).value).toBe(0);
      }),
      { numRuns: 500 },
    ));
  it('does not fall where a capacity rises, and grows with the unit', () =>
    fc.assert(
      fc.property(
        smallNetworks,
        fc.nat(8),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (arcs, at, unit) => {
          const { value } = maxFlow(arcs, from, to);
          const wider = arcs.map((arc, i) =>
            i === at % arcs.length ? { ...arc, capacity: arc.capacity + 3 } : arc,
          );
          expect(maxFlow(wider, from, to).value).toBeGreaterThanOrEqual(value);
          const scaled = arcs.map((arc) => ({ ...arc, capacity: arc.capacity * unit }));
          expect(maxFlow(scaled, from, to).value).toBeCloseTo(
            value * unit,
            6 - Math.ceil(Math.log10(unit + 1)),
          );
        },
      ),
    ));
  it('is nothing where nothing leads to the market, or nothing has room', () => {
    expect(maxFlow([{ from: 'a', to: 'b', capacity: 5 }], ['a'], ['e'])).toEqual({
      value: 0,
      flow: [0],
      cut: [],
    });
    expect(maxFlow([{ from: 'a', to: 'e', capacity: 0 }], ['a'], ['e']).value).toBe(0);
    expect(maxFlow([], ['a'], ['e'])).toEqual({ value: 0, flow: [], cut: [] });
  });
  it('has several origins and markets at once', () => {
    const arcs = [
      { from: 'a', to: 'm', capacity: 2 },
      { from: 'b', to: 'n', capacity: 3 },
      { from: 'a', to: 'n', capacity: 1 },
    ];
    expect(maxFlow(arcs, ['a', 'b'], ['m', 'n']).value).toBe(6);
  });
  it('refuses what no network has', () => {
    const arc = { from: 'a', to: 'e', capacity: Number.POSITIVE_INFINITY };
    expect(() => maxFlow([arc], from, to)).toThrow(
      'capacity of a – e is Infinity; it must be finite and ≥ 0',
    );
    expect(() => maxFlow([{ ...arc, capacity: -1 }], from, to)).toThrow('is -1');
    expect(() => maxFlow([{ ...arc, capacity: 1 }], ['a'], ['a'])).toThrow('“a” is an origin and a market');
    expect(() => maxFlow([{ ...arc, capacity: 1 }], [], ['a'])).toThrow('it has no origin');
  });
});

/** The least cost at which an amount can be carried, by trying every whole flow. */
function leastCost(arcs: readonly Arc[], amount: number): number {
  let least = Number.POSITIVE_INFINITY;
  const attempt = (flow: number[]): void => {
    const arc = arcs[flow.length];
    if (arc) {
      for (let each = 0; each <= arc.capacity; each++) attempt([...flow, each]);
      return;
    }
    if (surplus(arcs, flow, 'a') !== amount) return;
    if (['b', 'c', 'd'].some((place) => surplus(arcs, flow, place) !== 0)) return;
    least = Math.min(
      least,
      flow.reduce((sum, each, at) => sum + each * (arcs[at]?.cost ?? 0), 0),
    );
  };
  attempt([]);
  return least;
}

describe('the cheapest flow', () => {
  it('fills the cheap way first: 3 at 2 and 1 at 5', () => {
    const arcs = [
      { from: 'a', to: 'e', capacity: 3, cost: 2 },
      { from: 'a', to: 'e', capacity: 9, cost: 5 },
    ];
    expect(cheapestFlow(arcs, from, to, { amount: 4 })).toEqual({ amount: 4, cost: 11, flow: [3, 1] });
    expect(cheapestFlow(arcs, from, to, { dearest: 4 })).toEqual({ amount: 3, cost: 6, flow: [3, 0] });
  });
  it('takes back what it sent where that is cheaper', () => {
    // The cheapest way a–b–c–e stands in the way of two that carry more.
    const arcs = (
      [
        ['a', 'b', 1, 1],
        ['b', 'c', 1, 1],
        ['c', 'e', 1, 1],
        ['a', 'c', 1, 4],
        ['b', 'e', 1, 4],
      ] as const
    ).map(([start, end, capacity, cost]) => ({ from: start, to: end, capacity, cost }));
    expect(cheapestFlow(arcs, from, to)).toEqual({ amount: 2, cost: 10, flow: [1, 0, 1, 1, 1] });
  });
  it('carries as much as the greatest flow, at the least cost that any flow has', () =>
    fc.assert(
      fc.property(
        smallNetworks.map((arcs) => arcs.slice(0, 6).map((arc) => ({ ...arc, capacity: arc.capacity % 3 }))),
        (arcs) => {
          const { amount, cost } = cheapestFlow(arcs, from, to);
          expect(amount).toBe(maxFlow(arcs, from, to).value);
          expect(cost).toBe(leastCost(arcs, amount));
        },
      ),
      { numRuns: 200 },
    ));
  it('is made of ways that add up to it', () =>
    fc.assert(
      fc.property(smallNetworks, (arcs) => {
        const { amount, flow } = cheapestFlow(arcs, from, to);
        const ways = flowPaths(arcs, flow, from, to);
        expect(ways.reduce((sum, way) => sum + way.amount, 0)).toBeCloseTo(amount, 9);
        for (const { arcs: way } of ways) {
          expect(arcs[way[0] ?? 0]?.from).toBe('a');
          expect(arcs[way.at(-1) ?? 0]?.to).toBe('e');
          for (const [i, arc] of way.slice(1).entries()) expect(arcs[arc]?.from).toBe(arcs[way[i] ?? 0]?.to);
        }
      }),
    ));
});

const isOf = (chosen: readonly number[]) => (arc: number) => chosen.includes(arc);

describe('the loss when arcs close', () => {
  it('is 1 − 11 / 23 without v1 – v3 in the textbook’s network', () => {
    // Without v1 – v3 nothing but v2 – v4 leads on: 7 + 4 of 23 are left.
    expect(closingLoss(clrs, ['s'], ['t'], isOf([2]))).toBeCloseTo(1 - 11 / 23, 12);
  });
  it('is nothing where nothing closes, all where all does, and never falls where more closes', () =>
    fc.assert(
      fc.property(smallNetworks, fc.array(fc.nat(8)), fc.nat(8), (arcs, closed, more) => {
        const some = closingLoss(arcs, from, to, isOf(closed));
        if (typeof some !== 'number') {
          expect(leastCut(arcs)).toBe(0);
          return;
        }
        expect(closingLoss(arcs, from, to, () => false)).toBe(0);
        expect(closingLoss(arcs, from, to, () => true)).toBe(1);
        expect(some).toBeGreaterThanOrEqual(0);
        expect(some).toBeLessThanOrEqual(1);
        expect(closingLoss(arcs, from, to, isOf([...closed, more]))).toBeGreaterThanOrEqual(some);
      }),
    ));
});

describe('what could go another way', () => {
  const arcs = [
    { from: 'a', to: 'e', capacity: 10, cost: 10 },
    { from: 'a', to: 'e', capacity: 6, cost: 11 },
    { from: 'a', to: 'e', capacity: 5, cost: 15 },
  ];
  const first = isOf([0]);
  it('is what the others have free: 4 of 8 within a tenth, all within a half', () => {
    // Eight units take the first way, two the second, which has room for four; the third costs half as much again.
    expect(reroutable(arcs, [8, 2, 0], from, to, first, 0.1)).toBe(0.5);
    expect(reroutable(arcs, [8, 2, 0], from, to, first, 0.5)).toBe(1);
    expect(reroutable(arcs, [8, 2, 0], from, to, first, 0)).toBe(0);
  });
  it('is not asked where nothing passes', () => {
    expect(reroutable(arcs, [0, 2, 0], from, to, first, 1)).toEqual({
      gap: 'not-applicable',
      because: 'nothing passes',
    });
  });
  it('lies in [0, 1], is nothing where all closes, and never falls with the limit or with room', () =>
    fc.assert(
      fc.property(
        smallNetworks,
        fc.array(fc.nat(8)),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (net, closed, limit) => {
          const { flow } = cheapestFlow(net, from, to, { amount: 2 });
          const wide = net.map((arc) => ({ ...arc, capacity: arc.capacity + 1 }));
          const [narrow, wider, dearer] = [
            reroutable(net, flow, from, to, isOf(closed), limit),
            reroutable(wide, flow, from, to, isOf(closed), limit),
            reroutable(net, flow, from, to, isOf(closed), limit + 1),
          ];
          if (typeof narrow !== 'number' || typeof wider !== 'number' || typeof dearer !== 'number') return;
          expect(narrow).toBeGreaterThanOrEqual(0);
          expect(narrow).toBeLessThanOrEqual(wider + 1e-9);
          expect(narrow).toBeLessThanOrEqual(dearer + 1e-9);
          expect(Math.max(wider, dearer)).toBeLessThanOrEqual(1);
          expect(reroutable(net, flow, from, to, () => true, limit)).toBe(0);
        },
      ),
    ));
});

describe('the share of what is carried', () => {
  it('is 3 of 4 where three units take the arc', () => {
    const ways = [
      { arcs: [0, 1], amount: 3 },
      { arcs: [2], amount: 1 },
    ];
    expect(routeShare(ways, isOf([1]))).toBe(0.75);
    expect(routeShare(ways, isOf([1, 2]))).toBe(1);
    expect(routeShare([], isOf([1]))).toEqual({ gap: 'no-records', because: 'nothing is carried' });
  });
});
