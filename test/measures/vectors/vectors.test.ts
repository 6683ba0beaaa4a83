import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureDimension, resultant } from '../../../src/measures/index.ts';
import type { Vector } from '../../../src/model/measured.ts';
import type { Records } from '../../../src/model/records.ts';
import { empty, event, observation, tie, tiny } from '../../fixtures/tiny.ts';

const economic = (records: Records, year = 2020) =>
  measureDimension(records, 'economic', { year, draws: 200 });
const of = (vectors: readonly Vector[], partner: string): Vector =>
  vectors.find((vector) => vector.partner === partner) as Vector;
const weights = (vectors: readonly Vector[]) =>
  Object.fromEntries(vectors.map(({ partner, weight }) => [partner, weight]));

describe('golden vectors, worked out by hand', () => {
  const { vectors, balance } = economic(tiny);

  it('weighs: exports .15 .25 .10, imports .60 .20 .20, their means .375 .225 .15, of .75', () => {
    expect(of(vectors, 'RUS').weight).toBeCloseTo(0.5, 12);
    expect(of(vectors, 'CHN').weight).toBeCloseTo(0.3, 12);
    expect(of(vectors, 'EU').weight).toBeCloseTo(0.2, 12);
  });
  it('directs: three friendly acts and a hostile one are (3 − 1) / 4', () => {
    expect(of(vectors, 'RUS').direction).toBe(0.5);
    expect(of(vectors, 'CHN').direction).toEqual({ gap: 'no-records' });
  });
  it('balances: 1 / (.25 + .09 + .04) partners, RUS leads, half of exports and all imports are covered', () => {
    expect(balance.effectivePartners).toBeCloseTo(2.6316, 4);
    expect(balance.leader).toMatchObject({ partner: 'RUS' });
    expect(balance.coverage).toBeCloseTo(0.75, 12);
    expect(balance.n).toBe(3);
  });
  it('has contributions that sum to the value: .5 = .075/.75 + .3/.75', () => {
    const contributions = of(vectors, 'RUS')
      .terms.filter(({ part }) => part === 'weight')
      .map(({ contribution }) => contribution);
    expect(contributions[0]).toBeCloseTo(0.1, 12);
    expect(contributions[1]).toBeCloseTo(0.4, 12);
  });
  it('names the records: the EU’s are its members’', () => {
    expect(of(vectors, 'EU').terms[0]?.records).toEqual([
      'KAZ.DEU.exports.2020.made-up',
      'KAZ.FRA.exports.2020.made-up',
    ]);
  });
  it('has an interval that the choice between exports and imports spans', () => {
    // by exports alone .15 / .5 = .3, by imports alone .6
    expect(of(vectors, 'RUS').weightInterval).toMatchObject({ method: 'monte-carlo', level: 0.9 });
    const { low, high } = of(vectors, 'RUS').weightInterval as { low: number; high: number };
    expect(low).toBeGreaterThan(0.3);
    expect(low).toBeLessThan(0.4);
    expect(high).toBeGreaterThan(0.55);
    expect(high).toBeLessThan(0.6);
  });
});

describe('what is missing stays missing', () => {
  it('has gaps and no vector without evidence', () => {
    const { vectors, balance } = economic(empty);
    for (const vector of vectors)
      expect(vector).toMatchObject({ weight: { gap: 'no-records' }, direction: { gap: 'no-records' }, n: 0 });
    expect(balance).toMatchObject({
      effectivePartners: { gap: 'no-records' },
      leader: { gap: 'no-records' },
      n: 0,
    });
  });
  it('does not carry trade into another year', () => {
    expect(of(economic(tiny, 2021).vectors, 'CHN').weight).toMatchObject({ gap: 'no-records' });
  });
  it('tells a partner with nothing (0) from one that no source covers (a gap)', () => {
    const records: Records = { ...tiny, partners: ['RUS', 'CHN', 'EU', 'IND'] };
    expect(of(economic(records).vectors, 'IND').weight).toBe(0); // the trade table lists every partner
    const shares: Records = {
      ...empty,
      observations: [
        observation('EU', 'fdi-stock-share', '2020', 0.5, { unit: 'share' }),
        observation('RUS', 'fdi-stock-share', '2020', 0.25, { unit: 'share' }),
      ],
    };
    expect(of(economic(shares).vectors, 'CHN').weight).toMatchObject({ gap: 'not-covered' });
  });
  it('gives no weights by an indicator that knows one partner alone, and does not let it speak beside others', () => {
    const share = observation('EU', 'fdi-stock-share', '2020', 0.5, { unit: 'share' });
    const alone = of(economic({ ...empty, observations: [share] }).vectors, 'EU');
    expect(alone.weight).toEqual({ gap: 'too-few-records', because: 'figures for one partner alone' });
    const beside: Records = { ...tiny, observations: [...tiny.observations, share] };
    expect(of(economic(beside).vectors, 'EU').weight).toBe(of(economic(tiny).vectors, 'EU').weight);
  });
  it('lets an earlier figure stand beside one of the year, and not alone', () => {
    const shares = ['RUS', 'CHN', 'EU'].map((partner, i) =>
      observation(partner, 'fdi-stock-share', '2019', 0.1 * (i + 1), { unit: 'share' }),
    );
    expect(of(economic({ ...empty, observations: shares }).vectors, 'EU').weight).toEqual({
      gap: 'not-covered',
      because: 'no figure of 2020 itself',
    });
    const beside = of(economic({ ...tiny, observations: [...tiny.observations, ...shares] }).vectors, 'EU');
    expect(beside.terms.map(({ indicator, period }) => `${indicator} ${period}`)).toContain(
      'fdi-stock-share 2019',
    );
  });
  it('gives no direction on two records', () => {
    const records: Records = { ...tiny, events: tiny.events.slice(0, 2) };
    expect(of(economic(records).vectors, 'RUS').direction).toEqual({
      gap: 'too-few-records',
      because: '2 of at least 3',
    });
  });
  it('has no interval about nothing, where a full count is all that speaks of a partner', () => {
    const records: Records = { ...tiny, partners: ['RUS', 'CHN', 'EU', 'IND'] };
    const india = of(economic(records).vectors, 'IND');
    expect(india.weight).toBe(0);
    expect(india.weightInterval).toMatchObject({ gap: 'not-applicable' });
  });
  it('has no interval where one full count leaves nothing to chance or choice', () => {
    const records: Records = {
      ...tiny,
      observations: tiny.observations.filter(({ indicator }) => indicator === 'exports'),
    };
    expect(of(economic(records).vectors, 'RUS').weightInterval).toMatchObject({ gap: 'not-applicable' });
  });
});

describe('groups', () => {
  it('counts a member under its group, and leaves it out of the sum', () => {
    const records: Records = { ...tiny, partners: ['RUS', 'CHN', 'EU', 'DEU'] };
    const { vectors } = economic(records);
    expect(of(vectors, 'DEU').within).toBe('EU');
    expect(of(vectors, 'EU').weight).toBeCloseTo(0.2, 12);
    expect(of(vectors, 'DEU').weight).toBeCloseTo((0.075 + 0.1) / 2 / 0.75, 12);
  });
  it('gives a former member its own place', () => {
    const records: Records = {
      ...tiny,
      partners: ['RUS', 'EU', 'GBR'],
      observations: [2019, 2020].flatMap((year) => [
        observation('RUS', 'exports', String(year), 50),
        observation('GBR', 'exports', String(year), 30),
        observation('DEU', 'exports', String(year), 20),
        observation('WLD', 'exports', String(year), 100),
      ]),
    };
    expect(weights(economic(records, 2019).vectors)).toMatchObject({ RUS: 0.5, EU: 0.5, GBR: 0.3 });
    expect(weights(economic(records, 2020).vectors)).toMatchObject({ RUS: 0.5, EU: 0.2, GBR: 0.3 });
  });
  it('does not add up a former member twice in a window that reaches back before it left', () => {
    const arms = (partner: string, year: number, value: number) =>
      observation(partner, 'arms-imports', String(year), value, { unit: 'TIV million' });
    const records: Records = {
      ...tiny,
      partners: ['RUS', 'EU', 'GBR'],
      events: [],
      observations: [
        arms('GBR', 2018, 30),
        arms('DEU', 2018, 20),
        arms('RUS', 2021, 50),
        arms('WLD', 2021, 50),
        arms('WLD', 2018, 50),
      ],
    };
    const security = (partners: string[]) =>
      weights(measureDimension({ ...records, partners }, 'security', { year: 2021, draws: 0 }).vectors);
    expect(security(['RUS', 'EU', 'GBR'])).toEqual({ RUS: 0.5, EU: 0.2, GBR: 0.3 });
    expect(security(['RUS', 'EU'])).toEqual({ RUS: 0.5, EU: 0.5 }); // then its deliveries stay where they were made
  });
});

describe('the leader', () => {
  const events = (...partners: string[]) =>
    partners.map((partner, i) => event(`e${i}`, 'KAZ', partner, 'AID', { dimension: 'societal' }));
  const lead = (records: Records) =>
    measureDimension(records, 'societal', { year: 2020, draws: 5000 }).balance;
  it('is nobody where several weigh the same', () => {
    expect(lead({ ...empty, events: events('RUS', 'CHN', 'RUS', 'CHN') })).toMatchObject({
      leader: { gap: 'not-applicable', because: 'RUS, CHN weigh the same' },
      leaderHolds: { gap: 'not-applicable' },
    });
  });
  it('holds only in the draws in which nobody weighs as much', () => {
    // two records of three are RUS’s: RUS has 0, 1, 2 or 3 of three draws with 1, 6, 12 and 8 chances of 27
    const { leader, leaderHolds } = lead({ ...empty, events: events('RUS', 'RUS', 'CHN') });
    expect(leader).toMatchObject({ partner: 'RUS' });
    expect(Math.abs((leaderHolds as number) - 20 / 27)).toBeLessThan(0.02); // three standard errors of 5,000 draws
  });
});

describe('records', () => {
  const societal = (records: Records) =>
    measureDimension(records, 'societal', { year: 2020, draws: 0 }).vectors;
  it('are shared equally among the partners they bear on', () => {
    const records: Records = {
      ...empty,
      events: [
        event('a', 'KAZ', 'RUS', 'CONSULT', { dimension: 'societal' }),
        event('b', 'KAZ', 'KAZ', 'CONSULT', { dimension: 'societal', bears_on: ['RUS', 'CHN'] }),
        event('c', 'KAZ', 'KAZ', 'CONSULT', { dimension: 'societal', bears_on: ['RUS', 'CHN'] }),
        event('d', 'KAZ', 'RUS', 'CONSULT', { dimension: 'societal' }),
      ],
    };
    expect(weights(societal(records))).toMatchObject({ RUS: 0.75, CHN: 0.25, EU: { gap: 'not-covered' } });
  });
  it('are no weights where there are but one or two', () => {
    const events = ['a', 'b'].map((id) => event(id, 'KAZ', 'RUS', 'AID', { dimension: 'societal' }));
    expect(of(societal({ ...empty, events }), 'RUS').weight).toEqual({
      gap: 'too-few-records',
      because: '2 of at least 3',
    });
  });
  it('that all speak of one partner give it all, and no interval', () => {
    const events = ['a', 'b', 'c'].map((id) => event(id, 'KAZ', 'RUS', 'AID', { dimension: 'societal' }));
    const { vectors } = measureDimension({ ...empty, events }, 'societal', { year: 2020, draws: 50 });
    expect(of(vectors, 'RUS')).toMatchObject({ weight: 1, weightInterval: { gap: 'not-applicable' } });
  });
  it('fall to a group through its members, and count for five years', () => {
    const events = [
      ...['a', 'c', 'd'].map((id) => event(id, 'DEU', 'KAZ', 'AID', { dimension: 'societal', date: '2016' })),
      event('b', 'RUS', 'KAZ', 'AID', { dimension: 'societal', date: '2015' }),
    ];
    expect(weights(societal({ ...tiny, events }))).toMatchObject({ EU: 1, RUS: { gap: 'not-covered' } });
  });
  it('of a member that is a partner beside its group are the group’s too, and are counted once', () => {
    const events = [
      event('a', 'DEU', 'KAZ', 'AID', { dimension: 'societal' }),
      event('b', 'RUS', 'KAZ', 'AID', { dimension: 'societal' }),
      event('c', 'KAZ', 'KAZ', 'AID', { dimension: 'societal', bears_on: ['DEU', 'FRA', 'RUS'] }),
    ];
    const joined = weights(societal({ ...tiny, partners: ['RUS', 'EU'], events }));
    const split = weights(societal({ ...tiny, partners: ['RUS', 'EU', 'DEU', 'FRA'], events }));
    expect(joined).toEqual({ RUS: 0.5, EU: 0.5 });
    expect(split).toMatchObject({ ...joined, FRA: 0.25 / 3 });
    expect(split.DEU).toBeCloseTo((1 + 0.25) / 3, 12);
  });
  it('that one passage tells count as one, but not with another partner, sign or passage', () => {
    const told = (record: string, start: number) => ({
      id: `ev-${record}`,
      record,
      source: 's',
      start,
      end: start + 9,
    });
    const records: Records = {
      ...empty,
      events: [
        event('act', 'KAZ', 'RUS', 'REJECT', { dimension: 'societal' }),
        event('aid', 'KAZ', 'RUS', 'AID', { dimension: 'societal' }),
        event('other', 'KAZ', 'CHN', 'REJECT', { dimension: 'societal' }),
        event('later', 'KAZ', 'RUS', 'REJECT', { dimension: 'societal' }),
      ],
      ties: [tie('state', 'KAZ', 'RUS', { dimension: 'societal', sign: -1 })],
      evidence: [told('act', 5), told('state', 5), told('aid', 5), told('other', 5), told('later', 40)],
    };
    const { weight, direction, terms } = of(societal(records), 'RUS');
    expect(weight).toBe(0.75); // act and state are one, aid and later two more, of four
    expect(direction).toBeCloseTo((1 - 2) / 3, 12);
    expect(terms[0]?.records).toEqual(['act', 'state', 'aid', 'later']);
  });
  it('that bear on an actor that is no partner carry nobody’s vector', () => {
    const ties = [
      tie('a', 'KAZ', 'OTS', { kind: 'membership', dimension: 'societal', bears_on: ['OTS'] }),
      tie('b', 'RUS', 'OTS', { kind: 'membership', dimension: 'societal' }),
    ];
    const actors = [{ id: 'OTS', kind: 'organisation' as const, name: 'OTS', demonym: [], aliases: [] }];
    expect(weights(societal({ ...empty, actors, ties }))).toMatchObject({ RUS: { gap: 'no-records' } });
  });
  it('do not count between others, unless the dossier says on whom they bear', () => {
    expect(
      weights(societal({ ...empty, events: [event('a', 'RUS', 'CHN', 'AID', { dimension: 'societal' })] })),
    ).toMatchObject({ RUS: { gap: 'no-records' } });
  });
  it('of a shared membership tie the partners that are members too', () => {
    const member = (who: string, org: string) =>
      tie(`${who}-${org}`, who, org, { kind: 'membership', dimension: 'societal' });
    const actors = ['CSTO', 'SCO', 'CICA', 'CIS'].map((id) => ({
      id,
      kind: 'organisation' as const,
      name: id,
      demonym: [],
      aliases: [],
    }));
    const records: Records = {
      ...empty,
      actors,
      ties: [
        member('KAZ', 'CSTO'),
        member('RUS', 'CSTO'),
        member('KAZ', 'SCO'),
        member('RUS', 'SCO'),
        member('CHN', 'SCO'),
        ...['KAZ', 'RUS', 'CHN'].map((who) => member(who, 'CICA')),
        ...['KAZ', 'RUS'].map((who) => member(who, 'CIS')),
      ],
    };
    expect(weights(societal(records))).toMatchObject({ RUS: 0.75, CHN: 0.25 });
  });
});

const partner = fc.constantFrom('RUS', 'CHN', 'DEU', 'FRA', 'USA', 'WLD');
const anyObservations = fc
  .uniqueArray(
    fc.record({
      partner,
      indicator: fc.constantFrom('exports', 'imports'),
      value: fc.double({ min: 0, max: 1e6, noNaN: true }),
    }),
    { selector: ({ partner, indicator }) => `${partner} ${indicator}`, maxLength: 12 },
  )
  .map((list) => list.map(({ partner, indicator, value }) => observation(partner, indicator, '2020', value)));
const anyEvents = fc
  .array(
    fc.record({
      source: fc.constantFrom('KAZ', 'RUS', 'CHN', 'DEU'),
      target: fc.constantFrom('KAZ', 'RUS', 'USA'),
      root: fc.constantFrom('AID' as const, 'SANCTION' as const, 'CONSULT' as const, 'REQUEST' as const),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ source, target, root }, i) => event(`e${i}`, source, target, root)));
const anyRecords = fc.tuple(anyObservations, anyEvents).map(
  ([observations, events]): Records => ({
    ...tiny,
    partners: ['RUS', 'CHN', 'EU', 'USA', 'DEU'],
    observations,
    events,
  }),
);

describe('for any records', () => {
  it('weights sum to 1 over the partners that stand for themselves, and directions lie in [−1, 1]', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const { vectors } = measureDimension(records, 'economic', { year: 2020, draws: 20 });
        const own = vectors.filter(({ weight, within }) => typeof weight === 'number' && !within);
        if (own.length > 0)
          expect(own.reduce((sum, { weight }) => sum + (weight as number), 0)).toBeCloseTo(1, 9);
        for (const { direction, directionInterval, weight, weightInterval, terms } of vectors) {
          if (typeof direction === 'number') expect(Math.abs(direction)).toBeLessThanOrEqual(1);
          for (const [value, interval] of [
            [direction, directionInterval],
            [weight, weightInterval],
          ] as const)
            if (typeof value === 'number' && 'low' in interval) {
              expect(interval.low).toBeLessThanOrEqual(value);
              expect(interval.high).toBeGreaterThanOrEqual(value);
            }
          if (typeof weight === 'number')
            expect(
              terms
                .filter(({ part }) => part === 'weight')
                .reduce((sum, { contribution }) => sum + contribution, 0),
            ).toBeCloseTo(weight, 9);
        }
      }),
    ));
  it('the order of records changes nothing', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const turned = {
          ...records,
          observations: records.observations.toReversed(),
          events: records.events.toReversed(),
        };
        const [one, other] = [records, turned].map((some) =>
          measureDimension(some, 'economic', { year: 2020, draws: 20 }),
        );
        for (const [i, vector] of (one?.vectors ?? []).entries()) {
          const same = other?.vectors[i];
          if (typeof vector.weight === 'number') expect(same?.weight).toBeCloseTo(vector.weight, 9);
          else expect(same?.weight).toEqual(vector.weight);
          expect(same?.direction).toEqual(vector.direction);
          expect(same?.n).toBe(vector.n);
        }
      }),
    ));
  it('the order of the partners changes nothing', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const turned = { ...records, partners: records.partners.toReversed() };
        const [one, other] = [records, turned].map((some) =>
          measureDimension(some, 'economic', { year: 2020, draws: 20 }),
        );
        for (const { partner, weight, direction } of one?.vectors ?? []) {
          const same = of(other?.vectors ?? [], partner);
          if (typeof weight === 'number') expect(same.weight).toBeCloseTo(weight, 9);
          else expect(same.weight).toEqual(weight);
          expect(same.direction).toEqual(direction);
        }
        const [a, b] = [one?.balance.leader, other?.balance.leader];
        expect(a && 'partner' in a ? a.partner : a?.gap).toBe(b && 'partner' in b ? b.partner : b?.gap);
      }),
    ));
  it('making a group’s members partners beside it changes no weight of those that stand for themselves', () =>
    fc.assert(
      fc.property(anyRecords, (records) => {
        const [joined, split] = [
          ['RUS', 'CHN', 'EU', 'USA'],
          ['RUS', 'CHN', 'EU', 'USA', 'DEU', 'FRA'],
        ].map((partners) => weights(economic({ ...records, partners }).vectors));
        for (const [partner, weight] of Object.entries(joined ?? {}))
          if (typeof weight === 'number') expect(split?.[partner]).toBeCloseTo(weight, 9);
          else expect(split?.[partner]).toEqual(weight);
      }),
    ));
  it('a partner split into members of its group adds up', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 2 }),
        fc.double({ min: 0.001, max: 1e6, noNaN: true }),
        ([a = 1, b = 1], rus) => {
          const whole = (list: Records['observations']) =>
            weights(economic({ ...tiny, observations: list }).vectors);
          const world = observation('WLD', 'exports', '2020', a + b + rus);
          const split = whole([
            observation('DEU', 'exports', '2020', a),
            observation('FRA', 'exports', '2020', b),
            observation('RUS', 'exports', '2020', rus),
            world,
          ]);
          const joined = whole([
            observation('EU', 'exports', '2020', a + b),
            observation('RUS', 'exports', '2020', rus),
            world,
          ]);
          expect(split.EU).toBeCloseTo(joined.EU as number, 9);
        },
      ),
    ));
});

describe('the resultant', () => {
  const position = (who: string, value: number) =>
    observation('', 'ideal-point', '2019', value, {
      id: `${who}.-.ideal-point.2019`,
      focal: who,
      unit: 'ideal point',
    });
  const records: Records = {
    ...tiny,
    observations: [
      ...tiny.observations,
      position('RUS', 0.2),
      position('CHN', -0.5),
      position('EU', 1),
      position('KAZ', -0.6),
    ],
  };
  it('pulls to .5 · .2 + .3 · −.5 + .2 · 1 = .15, by hand', () => {
    const found = resultant(records, 'economic', 2020, economic(records).vectors);
    expect(found.pull).toBeCloseTo(0.15, 12);
    expect(found.stand).toBe(-0.6);
    expect(found.difference).toBeCloseTo(-0.75, 12);
    expect(found.positionPeriod).toBe('2019');
  });
  it('has no answer where no positions are known', () => {
    expect(resultant(tiny, 'economic', 2020, economic(tiny).vectors)).toMatchObject({
      pull: { gap: 'not-covered' },
      stand: { gap: 'not-covered' },
    });
  });
});
