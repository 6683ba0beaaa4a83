import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKnownOn } from '../../src/dossier/history.ts';
import { Dossier } from '../../src/dossier/index.ts';
import type { Change, Event, Records } from '../../src/model/records.ts';
import { kazakhstan, temporaryFolder } from '../fixtures/folders.ts';
import { empty, event } from '../fixtures/tiny.ts';

type Step = {
  readonly op: Change['op'];
  readonly id: string;
  readonly field: 'title' | 'place';
  readonly value: string;
};

const days = Array.from({ length: 20 }, (_, i) => `2023-03-${String(i + 1).padStart(2, '0')}`);
const steps = fc.array(
  fc.record({
    op: fc.constantFrom('add' as const, 'edit' as const, 'edit' as const, 'remove' as const),
    id: fc.constantFrom('a', 'b', 'c'),
    field: fc.constantFrom('title' as const, 'place' as const),
    value: fc.constantFrom('one', 'two', 'three'),
  }),
  { maxLength: 20 },
);

/** Plays the steps that can be taken, and writes them down as a dossier does. */
function play(list: readonly Step[], knownOn: (i: number) => string) {
  const rows = new Map<string, Event>();
  const history: Change[] = [];
  const states: Event[][] = [[]];
  for (const { op, id, field, value } of list) {
    const old = rows.get(id);
    if ((op === 'add') === (old !== undefined)) continue;
    if (op === 'remove') rows.delete(id);
    else rows.set(id, { ...(old ?? event(id, 'KAZ', 'RUS', 'AID')), [field]: value });
    history.push({
      at: '2026-01-01T00:00:00.000Z',
      known: knownOn(history.length),
      by: 'test',
      why: 'test',
      op,
      table: 'events',
      record: id,
      ...(old && { before: JSON.stringify(old) }),
    });
    states.push([...rows.values()]);
  }
  return { records: { ...empty, events: [...rows.values()] } satisfies Records, history, states };
}

const byId = (events: readonly Event[]) => events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const then = (day: string, records: Records, history: readonly Change[]) =>
  byId(asKnownOn(day, records, history).events);

describe('a past day, for any history', () => {
  it('is each state passed through, where things are written down as they become known', () =>
    fc.assert(
      fc.property(steps, (list) => {
        const { records, history, states } = play(list, (i) => days[i] ?? '');
        expect(then('2023-02-28', records, history)).toEqual([]);
        for (const [i, state] of states.slice(1).entries())
          expect(then(days[i] ?? '', records, history)).toEqual(byId(state));
      }),
    ));
  it('is today from the last change on', () =>
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat(19)), (list, stream) => {
        const { records, history } = play(list, () => days[stream.next().value ?? 0] ?? '');
        expect(asKnownOn('2023-03-20', records, history).events).toEqual(records.events);
      }),
    ));
  it('is what the changes known by then make, in whatever order they became known', () =>
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.nat(19), { minLength: 20, maxLength: 20 }),
        fc.constantFrom(...days),
        (list, known, day) => {
          const { records, history } = play(list, (i) => days[known[i] ?? 0] ?? '');
          const taken = list
            .filter(takeable())
            .map((step, i) => ({ step, known: days[known[i] ?? 0] ?? '' }));
          const rows = new Map<string, Event>();
          const full = new Map<string, Event>();
          for (const { step, known: on } of taken) {
            const { op, id, field, value } = step;
            const was = full.get(id);
            if (op === 'remove') full.delete(id);
            else full.set(id, { ...(was ?? event(id, 'KAZ', 'RUS', 'AID')), [field]: value });
            if (on > day) continue;
            const seen = rows.get(id);
            if (op === 'remove') rows.delete(id);
            else if (op === 'add') rows.set(id, full.get(id) as Event);
            else if (seen && was?.[field] !== value) rows.set(id, { ...seen, [field]: value });
          }
          expect(then(day, records, history)).toEqual(byId([...rows.values()]));
        },
      ),
    ));
  it('is the same through the disk', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps.filter((list) => list.length > 2),
        async (list) => {
          const folder = join(await temporaryFolder(), 'kaz');
          let dossier = await Dossier.create(folder, { focal: 'KAZ', partners: ['RUS'], title: 'T' });
          const source = {
            id: 'press',
            type: 'webpage',
            title: 'Press',
            custom: { licence: 'unknown', redistributable: false, availability: 'online' },
          } as const;
          const states: Event[][] = [];
          for (const { op, id, field, value } of list.filter(takeable())) {
            const row = { ...event(id, 'KAZ', 'RUS', 'AID'), [field]: value };
            const evidence = { id: `ev-${id}`, record: id, source: 'press' };
            dossier = await dossier.change(
              op === 'add'
                ? [
                    { op, table: 'events', row },
                    { op, table: 'evidence', row: evidence },
                  ]
                : op === 'edit'
                  ? [{ op, table: 'events', id, set: { [field]: value } }]
                  : [
                      { op, table: 'evidence', id: evidence.id },
                      { op, table: 'events', id },
                    ],
              { by: 'test', why: 'test', at: new Date(`${days[states.length]}T12:00:00Z`) },
              states.length === 0 ? [source] : [],
            );
            states.push(byId(dossier.records.events));
          }
          for (const [i, state] of states.entries())
            expect(byId(dossier.asKnownOn(days[i] ?? '').events)).toEqual(state);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});

/** Whether each step in turn can be taken: nothing is added twice, or changed before it is there. */
function takeable(): (step: Step) => boolean {
  const there = new Set<string>();
  return ({ op, id }) => {
    if ((op === 'add') === there.has(id)) return false;
    if (op === 'add') there.add(id);
    if (op === 'remove') there.delete(id);
    return true;
  };
}

describe('an entry made late about what was known early', () => {
  it('stands, although an entry between them is not known yet', () => {
    const row = event('visit', 'KAZ', 'RUS', 'CONSULT');
    const change = (known: string, op: Change['op'], was?: Event): Change => ({
      at: '2026-01-01T00:00:00.000Z',
      known,
      by: 'analyst',
      why: 'entered in retrospect',
      op,
      table: 'events',
      record: 'visit',
      ...(was && { before: JSON.stringify(was) }),
    });
    const placed = { ...row, place: 'Astana' };
    const today = { ...placed, title: 'Talks' };
    const history = [
      change('2023-03-01', 'add'),
      change('2023-03-10', 'edit', row),
      change('2023-03-05', 'edit', placed),
    ];
    const on = (day: string) => asKnownOn(day, { ...empty, events: [today] }, history).events;
    expect(on('2023-03-02')).toEqual([row]);
    expect(on('2023-03-07')).toEqual([{ ...row, title: 'Talks' }]); // the place is learnt on the 10th
    expect(on('2023-03-10')).toEqual([today]);
  });
});

describe('the built-in dossier', () => {
  it('is today’s from the day after the last change, and never knows more on an earlier day than on a later', async () => {
    const dossier = await Dossier.open(kazakhstan);
    const count = (day: string) => {
      const { events, ties, claims, observations, evidence } = dossier.asKnownOn(day);
      return [events, ties, claims, observations, evidence].map(({ length }) => length);
    };
    const { events, ties, claims, observations, evidence } = dossier.records;
    expect(count('2027-01-01')).toEqual(
      [events, ties, claims, observations, evidence].map(({ length }) => length),
    );
    const years = Array.from({ length: 40 }, (_, i) => count(`${1990 + i}-06-30`));
    for (const [i, later] of years.slice(1).entries())
      for (const [j, n] of later.entries()) expect(n).toBeGreaterThanOrEqual(years[i]?.[j] ?? 0);
  });
});
