import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialBearing, sumOfArrows } from '../../src/figures/bearing.ts';
import { china, kazakhstan, russia, states } from './fixtures.ts';

describe('initialBearing', () => {
  it('is 0 due north, 90 due east on the equator, 180 due south, 270 due west', () => {
    const origin = { latitude: 0, longitude: 0 };
    expect(initialBearing(origin, { latitude: 10, longitude: 0 })).toBeCloseTo(0, 9);
    expect(initialBearing(origin, { latitude: 0, longitude: 10 })).toBeCloseTo(90, 9);
    expect(initialBearing(origin, { latitude: -10, longitude: 0 })).toBeCloseTo(180, 9);
    expect(initialBearing(origin, { latitude: 0, longitude: -10 })).toBeCloseTo(270, 9);
  });

  // Astana 51.17 N 71.42 E, Moscow 55.75 N 37.62 E; Δλ = -33.80°.
  // east  = sin(-33.80°) · cos 55.75° = -0.5563 · 0.5628 = -0.3131
  // north = cos 51.17° · sin 55.75° − sin 51.17° · cos 55.75° · cos 33.80°
  //       = 0.6270 · 0.8266 − 0.7790 · 0.5628 · 0.8310 = 0.5183 − 0.3643 = 0.1540
  // atan2(-0.3131, 0.1540) = -63.8°, that is 296.2°.
  it('leaves Astana for Moscow at 296°, worked by hand', () => {
    expect(initialBearing(kazakhstan, russia)).toBeCloseTo(296.2, 0);
  });

  // Δλ = 44.97°: east = 0.7067 · 0.7669 = 0.5420;
  // north = 0.6270 · 0.6417 − 0.7790 · 0.7669 · 0.7075 = 0.4024 − 0.4227 = -0.0203; atan2 = 92.1°.
  it('leaves Astana for Beijing at 92°, a little south of east', () => {
    expect(initialBearing(kazakhstan, china)).toBeCloseTo(92.1, 0);
  });

  it('leaves Astana for Washington close to the pole, west of north', () => {
    const bearing = initialBearing(kazakhstan, states);
    expect(bearing).toBeGreaterThan(330);
    expect(bearing).toBeLessThan(345);
  });

  it('is 0 from a place to itself', () => {
    expect(initialBearing(kazakhstan, kazakhstan)).toBe(0);
  });

  it('lies in [0, 360) for any two places', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const bearing = initialBearing(from, to);
        expect(bearing).toBeGreaterThanOrEqual(0);
        expect(bearing).toBeLessThan(360);
      }),
    );
  });
});

describe('sumOfArrows', () => {
  it('adds 3 to the north and 4 to the east to 5, at 53.13°', () => {
    const sum = sumOfArrows([
      { bearing: 0, length: 3 },
      { bearing: 90, length: 4 },
    ]);
    expect(sum.length).toBeCloseTo(5, 9);
    expect(sum.bearing).toBeCloseTo(53.13, 2);
  });

  it('leaves nothing of arrows that cancel each other', () => {
    expect(
      sumOfArrows([
        { bearing: 10, length: 0.4 },
        { bearing: 190, length: 0.4 },
      ]),
    ).toEqual({ bearing: 0, length: 0 });
  });
});
