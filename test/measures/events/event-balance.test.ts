import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventBalance, netCooperation, netCooperationInterval } from '../../../src/measures/index.ts';
import { event, tiny } from '../../fixtures/tiny.ts';

describe('net cooperation', () => {
  it('is (9 − 3) / 12 by hand', () => {
    expect(netCooperation(9, 3)).toBe(0.5);
  });
  it('has no answer below three records', () => {
    expect(netCooperation(2, 0)).toEqual({ gap: 'too-few-records', because: '2 of at least 3' });
    expect(netCooperation(0, 0)).toEqual({ gap: 'no-records' });
  });
  it('refuses a count that cannot be', () => {
    expect(() => netCooperation(-1, 2)).toThrow(/a count is -1/);
  });
  it('has Jeffreys’ interval: 7 of 10 is .4419 to .8827 of a share at 90 %', () => {
    // Beta(7.5, 3.5), its 5 % and 95 % quantiles by numerical integration
    const { low, high } = netCooperationInterval(7, 3);
    expect((low + 1) / 2).toBeCloseTo(0.441873, 6);
    expect((high + 1) / 2).toBeCloseTo(0.882671, 6);
  });
  it('has an interval that ends where nothing was seen: 3 of 3 is .1119 to 1', () => {
    const { low, high } = netCooperationInterval(3, 0);
    expect(low).toBeCloseTo(0.111866, 6); // 2 · .555933 − 1, the 5 % quantile of Beta(3.5, .5)
    expect(high).toBe(1);
    expect(netCooperationInterval(0, 3).low).toBe(-1);
  });
  it('lies within its interval, which lies in [−1, 1] and turns round with its sides', () =>
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (c, k) => {
        const { low, high } = netCooperationInterval(c, k);
        const turned = netCooperationInterval(k, c);
        expect(turned.low).toBeCloseTo(-high, 6);
        if (c + k > 0) {
          const value = (c - k) / (c + k);
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        }
        expect(Math.min(low, -high)).toBeGreaterThanOrEqual(-1);
      }),
    ));
});

describe('the balance of events', () => {
  it('counts what happened and leaves out what was promised', () => {
    // AGREE 2.5, COOPERATE 9.5, AID 10, SANCTION −6; the announced sanction does not count
    expect(eventBalance(tiny.events)).toMatchObject({
      n: 4,
      netCooperation: 0.5,
      meanIntensity: 4,
      quads: {
        'verbal-cooperation': 1,
        'material-cooperation': 2,
        'verbal-conflict': 0,
        'material-conflict': 1,
      },
    });
  });
  it('takes an event’s own intensity before the ontology’s', () => {
    expect(eventBalance([event('a', 'KAZ', 'RUS', 'CONSULT', { intensity: -4 })]).meanIntensity).toBe(-4);
  });
  it('has no answer without events', () => {
    expect(eventBalance([])).toMatchObject({
      n: 0,
      netCooperation: { gap: 'no-records' },
      meanIntensity: { gap: 'no-records' },
    });
  });
});
