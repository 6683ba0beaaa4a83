import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { florence, path, yen } from '../../../scripts/reproduce/textbook-networks.ts';
import {
  type Arc,
  betweenness,
  effectiveRoutes,
  greatCircle,
  logitShares,
  pathSizes,
  shareOfCheapestWays,
  shortestRoutes,
} from '../../../src/measures/index.ts';
import { allWays, places, smallNetworks } from './networks.ts';

describe('the cheapest ways', () => {
  it('are 5, 7 and 8 in the example by which Yen’s algorithm is taught', () => {
    const found = shortestRoutes(yen, ['C'], ['H'], 3);
    expect(found.map(({ cost }) => cost)).toEqual([5, 7, 8]);
    expect(found.map(({ arcs: way }) => way.map((arc) => yen[arc]?.from).join(''))).toEqual([
      'CEF',
      'CEG',
      'CDF',
    ]);
  });
  it('are all that there are, by cost, in every small network', () =>
    fc.assert(
      fc.property(smallNetworks, fc.integer({ min: 1, max: 20 }), (arcs, most) => {
        const every = allWays(arcs, 'a', 'e');
        const found = shortestRoutes(arcs, ['a'], ['e'], most);
        expect(found.map(({ cost }) => cost)).toEqual(
          every
            .map(({ cost }) => cost)
            .sort((a, b) => a - b)
            .slice(0, most),
        );
        const known = new Set(every.map((way) => way.arcs.join()));
        for (const way of found) expect(known).toContain(way.arcs.join());
        expect(new Set(found.map((way) => way.arcs.join())).size).toBe(found.length);
      }),
      { numRuns: 500 },
    ));
  it('are none where nothing leads to the market', () => {
    expect(shortestRoutes([{ from: 'a', to: 'b', cost: 1 }], ['a'], ['e'], 5)).toEqual([]);
    expect(shortestRoutes([{ from: 'a', to: 'e', cost: 1 }], ['a'], ['e'], 0)).toEqual([]);
  });
});

/** Betweenness by looking at every way between every two places. */
function byTrying(arcs: readonly Arc[], place: string): number {
  let sum = 0;
  for (const s of places)
    for (const t of places) {
      if (s === t || s === place || t === place) continue;
      const ways = allWays(arcs, s, t);
      const least = Math.min(...ways.map(({ cost }) => cost));
      const cheapest = ways.filter(({ cost }) => cost === least);
      const passing = cheapest.filter((way) => way.arcs.slice(1).some((arc) => arcs[arc]?.from === place));
      if (cheapest.length > 0) sum += passing.length / cheapest.length;
    }
  return sum;
}

describe('betweenness', () => {
  it('is 3, 4 and 3 inside a chain of five, each pair counted once', () => {
    const found = betweenness(path);
    expect(places.map((place) => (found.get(place) ?? 0) / 2)).toEqual([0, 3, 4, 3, 0]);
  });
  it('is that of the Medici, Guadagni and Strozzi: .522, .255, .103', () => {
    // Jackson, M. O. (2008). Social and Economic Networks. Princeton University Press, section 1.2.1.
    const found = betweenness(florence);
    const pairs = 14 * 13; // of the other families
    expect((found.get('Medici') ?? 0) / pairs).toBeCloseTo(0.522, 3);
    expect((found.get('Guadagni') ?? 0) / pairs).toBeCloseTo(0.255, 3);
    expect((found.get('Strozzi') ?? 0) / pairs).toBeCloseTo(0.103, 3);
  });
  it('is what trying every way gives, in every small network', () =>
    fc.assert(
      fc.property(smallNetworks, (arcs) => {
        const found = betweenness(arcs);
        for (const place of new Set(arcs.flatMap(({ from, to }) => [from, to])))
          expect(found.get(place)).toBeCloseTo(byTrying(arcs, place), 9);
      }),
      { numRuns: 300 },
    ));
  it('of a state is that of its place, over the pairs', () =>
    fc.assert(
      fc.property(smallNetworks, (arcs) => {
        const markets = ['b', 'd', 'e'];
        const touches = (arc: number) => arcs[arc]?.from === 'c' || arcs[arc]?.to === 'c';
        const { share, pairs } = shareOfCheapestWays(arcs, ['a'], markets, touches);
        expect(share * pairs).toBeCloseTo(betweenness(arcs, ['a'], markets).get('c') ?? 0, 9);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }),
    ));
  it('refuses a cost of nothing: equal ways could not be counted', () => {
    expect(() => betweenness([{ from: 'a', to: 'b', cost: 0 }])).toThrow(
      'cost of a – b is 0; betweenness needs costs above 0',
    );
  });
  it('is nothing of nothing where no market can be reached', () => {
    expect(shareOfCheapestWays([{ from: 'a', to: 'b', cost: 1 }], ['a'], ['e'], () => true)).toEqual({
      share: 0,
      pairs: 0,
    });
  });
});

const costs = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 });
const theta = fc.double({ min: 0, max: 50, noNaN: true });

describe('shares of ways by their cost', () => {
  it('are e⁻¹ to 1 for a way that costs a fifth more, θ 5', () => {
    const [cheap = 0, dear = 0] = logitShares([100, 120], 5);
    expect(dear / cheap).toBeCloseTo(Math.exp(-1), 12);
    expect(cheap).toBeCloseTo(0.731059, 6);
  });
  it('add up to 1, do not see the unit of cost, and never favour the dearer', () =>
    fc.assert(
      fc.property(costs, theta, fc.integer({ min: 1, max: 9 }), (list, by, unit) => {
        const shares = logitShares(list, by);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        const scaled = logitShares(
          list.map((cost) => cost * unit),
          by,
        );
        for (const [i, share] of shares.entries()) {
          expect(scaled[i]).toBeCloseTo(share, 9);
          for (const [j, other] of shares.entries())
            if ((list[i] ?? 0) < (list[j] ?? 0)) expect(share).toBeGreaterThanOrEqual(other);
        }
      }),
    ));
  it('refuse a cost of nothing and a θ below it', () => {
    expect(() => logitShares([0, 1], 5)).toThrow('a cost is 0; it must be finite and > 0');
    expect(() => logitShares([1], -1)).toThrow('θ is -1; it must be ≥ 0');
  });
  it('count a shared leg by half where two ways take it: (2/4)/2 + 2/4 = 3/4', () => {
    const ways = [
      { arcs: [0, 1], cost: 4 },
      { arcs: [0, 2], cost: 4 },
      { arcs: [3], cost: 5 },
    ];
    expect(pathSizes(ways, (arc) => [2, 2, 2, 5][arc] ?? 0)).toEqual([0.75, 0.75, 1]);
  });
});

describe('the effective number of ways', () => {
  it('is 2 for two alike, 1 for one, and exp(entropy) of .731 and .269 for one a fifth dearer', () => {
    expect(effectiveRoutes([100, 100], 5)).toBeCloseTo(2, 12);
    expect(effectiveRoutes([100], 5)).toBeCloseTo(1, 12);
    const entropy = -(0.7310586 * Math.log(0.7310586) + 0.2689414 * Math.log(0.2689414));
    expect(effectiveRoutes([100, 120], 5)).toBeCloseTo(Math.exp(entropy), 6);
  });
  it('lies between 1 and the number of ways, all of them where cost counts for nothing', () =>
    fc.assert(
      fc.property(costs, theta, (list, by) => {
        const found = effectiveRoutes(list, by) as number;
        expect(found).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(found).toBeLessThanOrEqual(list.length + 1e-9);
        expect(effectiveRoutes(list, 0)).toBeCloseTo(list.length, 9);
      }),
    ));
  it('is a gap where there is no way', () => {
    expect(effectiveRoutes([], 5)).toEqual({ gap: 'no-records' });
  });
});

describe('the distance between two places', () => {
  it('is a quarter of the circumference to the pole, half of it to the other side', () => {
    const quarter = (Math.PI / 2) * 6371.0088;
    const equator = { latitude: 0, longitude: 0 };
    expect(greatCircle(equator, { latitude: 90, longitude: 77 })).toBeCloseTo(quarter, 6);
    expect(greatCircle(equator, { latitude: 0, longitude: 180 })).toBeCloseTo(2 * quarter, 6);
  });
});
