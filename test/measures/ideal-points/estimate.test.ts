import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutpointPrecision } from '../../../src/measures/ideal-points/priors.ts';
import {
  estimateIdealPoints,
  type IdealPoints,
  inverseMills,
  type Responses,
  recurring,
} from '../../../src/measures/index.ts';
import { correlation, simulated } from './simulated.ts';

/** Points by state and session. */
const pointsOf = ({ layout, parameters }: IdealPoints): Map<string, number> =>
  new Map(
    Array.from(parameters.theta, (point, p) => [
      `${layout.states[layout.stateOf[p] ?? 0]} ${layout.sessionOf[p]}`,
      point,
    ]),
  );

const small = simulated({ states: 20, sessions: 6, calls: 30, seed: 'small' });

/** The same votes with states and roll calls in another order. */
function shuffled({ states, sessions, resolutions, votes }: Responses): Responses {
  const calls = sessions.length;
  const s = states.map((_, i) => i).reverse();
  const r = Array.from({ length: calls }, (_, i) => (i * 7) % calls);
  return {
    states: s.map((i) => states[i] ?? ''),
    sessions: r.map((i) => sessions[i] ?? 0),
    resolutions: r.map((i) => resolutions[i] ?? 0),
    votes: Int8Array.from(s.flatMap((i) => r.map((j) => votes[i * calls + j] ?? 0))),
  };
}

const coprime = (n: number): boolean => n % 7 !== 0;

describe('ideal points', () => {
  it('of two states that voted differently once lie at 1 and −1, and the resolution is as can be worked out', () => {
    const { parameters, converged } = estimateIdealPoints(
      { states: ['RUS', 'USA'], sessions: [1], resolutions: [0], votes: [1, 3] },
      { tolerance: 1e-12 },
    );
    expect(converged).toBe(true);
    expect(parameters.theta[1]).toBeCloseTo(1, 12);
    expect(parameters.theta[0]).toBeCloseTo(-1, 12);
    // ln Φ(β − γ) + ln Φ(β − γ) − β² / 2 − κ γ² + ln 2γ, cutpoints ∓γ: its slopes in β and γ are 0
    const [beta = 0, upper = 0] = [parameters.beta[0], parameters.upper[0]];
    expect(parameters.lower[0]).toBeCloseTo(-upper, 8);
    expect(2 * inverseMills(beta - upper) - beta).toBeCloseTo(0, 5);
    expect(-2 * inverseMills(beta - upper) - 2 * cutpointPrecision * upper + 1 / upper).toBeCloseTo(0, 5);
  });

  it('that made the votes are found again', () => {
    const { responses, truth } = simulated({ states: 40, sessions: 10, calls: 40, seed: 'truth' });
    const found = pointsOf(estimateIdealPoints(responses));
    const [a, b]: [number[], number[]] = [[], []];
    for (const [key, point] of found) {
      const [state = '', session = ''] = key.split(' ');
      a.push(point);
      b.push(truth[responses.states.indexOf(state)]?.[Number(session) - 20] ?? Number.NaN);
    }
    expect(a.length).toBeGreaterThan(350);
    expect(correlation(a, b)).toBeGreaterThan(0.95);
  });

  it('have mean 0 and standard deviation 1, the United States above 0', () => {
    const found = estimateIdealPoints(small.responses);
    const { theta } = found.parameters;
    const mean = theta.reduce((sum, one) => sum + one, 0) / theta.length;
    expect(mean).toBeCloseTo(0, 10);
    expect(theta.reduce((sum, one) => sum + (one - mean) ** 2, 0) / theta.length).toBeCloseTo(1, 10);
    expect(pointsOf(found).get('USA 22')).toBeGreaterThan(0);
  });

  it('do not depend on the order of states and roll calls', () => {
    expect(coprime(small.responses.sessions.length)).toBe(true);
    const one = pointsOf(estimateIdealPoints(small.responses, { tolerance: 1e-9, most: 500 }));
    const other = pointsOf(estimateIdealPoints(shuffled(small.responses), { tolerance: 1e-9, most: 500 }));
    expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
    for (const [key, point] of one) expect(other.get(key), key).toBeCloseTo(point, 6);
  });

  it('stay where they are, and slopes turn round, where yes is no and no is yes', () => {
    const how = { tolerance: 1e-9, most: 500 };
    const one = estimateIdealPoints(small.responses, how);
    const votes = Int8Array.from(small.responses.votes, (vote) => (vote === 0 ? 0 : 4 - vote));
    const other = estimateIdealPoints({ ...small.responses, votes }, how);
    for (const [key, point] of pointsOf(one)) expect(pointsOf(other).get(key), key).toBeCloseTo(point, 6);
    for (const [r, slope] of one.parameters.beta.entries()) {
      expect(other.parameters.beta[r]).toBeCloseTo(-slope, 6);
      expect(other.parameters.upper[r]).toBeCloseTo(-(one.parameters.lower[r] ?? 0), 6);
    }
  });

  it('are finite, whatever was voted', () => {
    const votes = fc.record({
      states: fc.integer({ min: 0, max: 5 }),
      calls: fc.integer({ min: 0, max: 8 }),
      cells: fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 40, maxLength: 40 }),
      sessions: fc.array(fc.constantFrom(1, 2, 3, 18, 20, 74), { minLength: 8, maxLength: 8 }),
    });
    fc.assert(
      fc.property(votes, ({ states, calls, cells, sessions }) => {
        const { parameters, layout } = estimateIdealPoints({
          states: Array.from({ length: states }, (_, s) => `S${s}`),
          sessions: sessions.slice(0, calls),
          resolutions: Array.from({ length: calls }, (_, call) => call),
          votes: cells.slice(0, states * calls),
        });
        for (const list of Object.values(parameters) as Float64Array[])
          expect(list.every(Number.isFinite)).toBe(true);
        for (let r = 0; r < layout.resolutions; r++)
          expect(parameters.upper[r]).toBeGreaterThan(parameters.lower[r] ?? Number.NaN);
      }),
    );
  });

  it('are all 0 where all vote the same', () => {
    const { parameters } = estimateIdealPoints({
      states: ['KAZ', 'RUS'],
      sessions: [70, 71],
      resolutions: [0, 1],
      votes: [1, 1, 1, 1],
    });
    expect([...parameters.theta]).toEqual([0, 0, 0, 0]);
  });

  it('of a state are there in the sessions in which it voted, and in no other', () => {
    const { layout } = estimateIdealPoints({
      states: ['KAZ', 'RUS', 'USA'],
      sessions: [1, 40, 74],
      resolutions: [0, 1, 2],
      votes: [0, 0, 1, 1, 0, 2, 3, 3, 3],
    });
    expect([...layout.stateOf]).toEqual([0, 1, 1, 2, 2, 2]);
    expect([...layout.sessionOf]).toEqual([74, 1, 74, 1, 40, 74]);
  });
});

describe('recurring resolutions', () => {
  it('collapse to the first of their chain, in whatever order the pairs come', () => {
    const pairs = [
      { later: 331, earlier: 299 },
      { later: 350, earlier: 331 },
      { later: 12, earlier: 7 },
      { later: 400, earlier: 350 },
    ];
    for (const given of [pairs, pairs.toReversed()]) {
      const chains = recurring(given);
      expect([299, 331, 350, 400].map((one) => chains.get(one))).toEqual([299, 299, 299, 299]);
      expect([chains.get(7), chains.get(12), chains.get(8)]).toEqual([7, 7, undefined]);
    }
  });
  it('hold sessions together that have no state in common', () => {
    // two states vote in session 1, two others in session 2, on the same resolutions
    const votes = [
      1, 1, 1, 1, 0, 0, 0, 0, 3, 3, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 3, 3, 3, 1,
    ];
    const sessions = [1, 1, 1, 1, 2, 2, 2, 2];
    const states = ['A', 'USA', 'C', 'D'];
    const same = pointsOf(
      estimateIdealPoints(
        { states, sessions, votes, resolutions: [0, 1, 2, 3, 0, 1, 2, 3] },
        { tolerance: 1e-8 },
      ),
    );
    expect(same.get('C 2')).toBeCloseTo(same.get('A 1') ?? Number.NaN, 4);
    expect(same.get('D 2')).toBeCloseTo(same.get('USA 1') ?? Number.NaN, 4);
  });
});
