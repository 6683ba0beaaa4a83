import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  frustration,
  mostForFrustration,
  pressurePoints,
  type SignedNetwork,
  triangleBalance,
  walkBalance,
} from '../../../src/measures/index.ts';

type Sign = -1 | 0 | 1;
/** Three actors with these signs between 1 and 2, 1 and 3, 2 and 3. */
const three = (a: Sign, b: Sign, c: Sign): SignedNetwork => [
  [0, a, b],
  [a, 0, c],
  [b, c, 0],
];
/** Friends within each camp, rivals between. */
const camps = (of: readonly number[]): SignedNetwork =>
  of.map((one, i) => of.map((other, j): Sign => (i === j ? 0 : one === other ? 1 : -1)));

describe('three actors', () => {
  it.each([
    [three(1, 1, 1), 1, 0],
    [three(1, 1, -1), 0, 1],
    [three(1, -1, -1), 1, 0],
    [three(-1, -1, -1), 0, 1],
  ] as const)('%j have T = %d and %d sign to change', (a, t, wrong) => {
    expect(triangleBalance(a)).toBe(t);
    expect(frustration(a)).toBe(wrong);
  });
  it('with one hostile tie: eigenvalues −2, 1, 1 over 2, −1, −1, so (e⁻² + 2 e) / (e² + 2 / e)', () => {
    const expected = (Math.exp(-2) + 2 * Math.E) / (Math.exp(2) + 2 / Math.E);
    expect(walkBalance(three(1, 1, -1))).toBeCloseTo(expected, 12);
    expect(walkBalance(three(1, -1, -1))).toBeCloseTo(1, 12);
  });
  it('press the first where its two friends are rivals', () => {
    expect(pressurePoints(three(1, 1, -1))).toEqual([[1, 2]]);
    expect(pressurePoints(three(1, 1, 1))).toEqual([]);
    expect(pressurePoints(three(-1, -1, -1))).toEqual([]); // unbalanced, and no friend of anybody
  });
});

describe('two camps', () => {
  it('are balanced in every sense', () => {
    const a = camps([1, 1, 1, 2, 2]);
    expect([triangleBalance(a), frustration(a)]).toEqual([1, 0]);
    expect(walkBalance(a)).toBeCloseTo(1, 12);
  });
  it('three camps that are all rivals are not: one of four triangles, and one sign', () => {
    const a = camps([1, 1, 2, 3]);
    expect(triangleBalance(a)).toBe(0.5); // 1-1-2 and 1-1-3 are balanced, 1-2-3 twice is not
    expect(frustration(a)).toBe(1);
  });
});

describe('what cannot be told', () => {
  it('nobody, two, or no three that know each other', () => {
    expect(triangleBalance([])).toMatchObject({ gap: 'not-applicable' });
    expect(walkBalance([])).toMatchObject({ gap: 'no-records' });
    expect(frustration([])).toMatchObject({ gap: 'no-records' });
    expect(triangleBalance(three(1, 1, 0))).toMatchObject({ gap: 'not-applicable' });
  });
  it('too many for all divisions', () => {
    const many = camps(Array.from({ length: mostForFrustration + 1 }, () => 1));
    expect(frustration(many)).toMatchObject({ gap: 'not-applicable' });
  });
  it('signs that are not symmetric are refused', () => {
    const lame: SignedNetwork = [
      [0, 1],
      [-1, 0],
    ];
    for (const measure of [triangleBalance, walkBalance, frustration])
      expect(() => measure(lame)).toThrow('not symmetric');
  });
});

describe('for any signs', () => {
  const network = fc
    .integer({ min: 2, max: 7 })
    .chain((n) =>
      fc
        .array(fc.constantFrom<Sign>(-1, 0, 1), { minLength: n * n, maxLength: n * n })
        .map((cells) =>
          Array.from({ length: n }, (_, i) =>
            Array.from(
              { length: n },
              (_, j): Sign => (i === j ? 0 : (cells[Math.min(i, j) * n + Math.max(i, j)] ?? 0)),
            ),
          ),
        ),
    );
  const product = (a: SignedNetwork, b: readonly (readonly number[])[]) =>
    a.map((_, i) => a.map((_, j) => a.reduce((sum, _, k) => sum + (a[i]?.[k] ?? 0) * (b[k]?.[j] ?? 0), 0)));
  const trace = (m: readonly (readonly number[])[]) => m.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  it('T is (tr A³ + tr |A|³) / (2 tr |A|³)', () =>
    fc.assert(
      fc.property(network, (a) => {
        const size = a.map((row) => row.map((x) => Math.abs(x) as Sign));
        const [signed, all] = [trace(product(a, product(a, a))), trace(product(size, product(size, size)))];
        const t = triangleBalance(a);
        if (all === 0) expect(t).toMatchObject({ gap: 'not-applicable' });
        else expect(t).toBeCloseTo((signed + all) / (2 * all), 12);
      }),
    ));
  it('to change sides turns all signs of an actor, and neither balance nor frustration', () =>
    fc.assert(
      fc.property(network, fc.nat(), (a, pick) => {
        const who = pick % a.length;
        const turned = a.map((row, i) =>
          row.map((x, j) => ((i === who) !== (j === who) ? -x || 0 : x) as Sign),
        );
        expect(frustration(turned)).toEqual(frustration(a));
        expect(triangleBalance(turned)).toEqual(triangleBalance(a));
        expect(walkBalance(turned)).toBeCloseTo(walkBalance(a) as number, 9);
      }),
    ));
  it('no sign need change exactly where no closed walk is unbalanced', () =>
    fc.assert(
      fc.property(network, (a) => {
        const walks = walkBalance(a) as number;
        expect(walks).toBeGreaterThan(0);
        expect(walks).toBeLessThanOrEqual(1 + 1e-12);
        expect(frustration(a) === 0).toBe(walks > 1 - 1e-9);
      }),
    ));
});
