import fc from 'fast-check';
import { expect, it } from 'vitest';
import { abstention, atAbstention } from '../../../src/measures/ideal-points/response.ts';
import {
  inverseMills,
  logNormalProbability,
  normalDensity,
  normalProbability,
  responseLog,
} from '../../../src/measures/index.ts';

it('is the table of every textbook', () => {
  expect(normalProbability(-1.96)).toBeCloseTo(0.0249978951482204, 14);
  expect(normalProbability(1.2815515655446004)).toBeCloseTo(0.9, 14);
  expect(normalProbability(-10) / 7.619853024160527e-24).toBeCloseTo(1, 12);
  expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
  expect(inverseMills(0)).toBeCloseTo(Math.sqrt(2 / Math.PI), 8);
});

it('does not underflow far below 0', () => {
  expect(logNormalProbability(-10)).toBeCloseTo(-53.23128515051247, 7);
  expect(logNormalProbability(-100)).toBeCloseTo(-5005.524208694205, 6);
  expect(inverseMills(-100)).toBeCloseTo(100.0099980009992, 4);
});

const numbers = fc.double({ min: -36, max: 12, noNaN: true });

it('the table agrees with the functions between its nodes', () => {
  fc.assert(
    fc.property(numbers, (x) => {
      expect(Math.abs(logNormalProbability(x) - Math.log(normalProbability(x)))).toBeLessThan(1e-7);
      expect(Math.abs(inverseMills(x) - normalDensity(x) / normalProbability(x))).toBeLessThan(1e-7);
    }),
  );
});

const places = fc.double({ min: -30, max: 30, noNaN: true });
const rooms = fc.double({ min: 1e-3, max: 14, noNaN: true });

it('a state votes yes, abstains or votes no', () => {
  fc.assert(
    fc.property(fc.double({ min: -4, max: 4, noNaN: true }), places, rooms, (x, lower, room) => {
      const total = [1, 2, 3].reduce(
        (sum, choice) => sum + Math.exp(responseLog(choice, x, lower, lower + room)),
        0,
      );
      expect(total).toBeCloseTo(1, 6);
    }),
  );
});

it('abstentions far out give finite slopes, those that the logarithm has', () => {
  fc.assert(
    fc.property(places, rooms, (low, room) => {
      atAbstention(low, low + room);
      const { lower, upper } = abstention;
      expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeGreaterThanOrEqual(0);
      const step = 1e-4;
      const slope =
        (responseLog(2, step, low, low + room) - responseLog(2, -step, low, low + room)) / (2 * step);
      expect(Math.abs(lower - upper - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)));
    }),
  );
});
