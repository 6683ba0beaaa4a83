import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dossier, type Edit, eventOf } from '../../src/dossier/index.ts';
import type { Source } from '../../src/model/records.ts';
import { copyOfKazakhstan, temporaryFolder } from '../fixtures/folders.ts';
import { event } from '../fixtures/tiny.ts';

const source: Source = {
  id: 'press',
  type: 'webpage',
  title: 'Press release',
  custom: { licence: 'unknown', redistributable: false, availability: 'online' },
};
const reason = (at: string, known?: string) => ({
  by: 'analyst',
  why: 'first entry',
  at: new Date(at),
  known,
});
const visit = event('visit', 'USA', 'UZB', 'CONSULT', {
  mode: 'visit',
  date: '2023-03-01',
  dimension: 'political',
});
const added = (row = visit): Edit[] => [
  { op: 'add', table: 'events', row },
  { op: 'add', table: 'evidence', row: { id: `ev-${row.id}`, record: row.id, source: 'press' } },
];

async function uzbekistan(): Promise<Dossier> {
  return Dossier.create(join(await temporaryFolder(), 'uzb'), {
    focal: 'UZB',
    partners: ['RUS', 'CHN', 'USA'],
    title: 'Uzbekistan',
  });
}

describe('a new dossier', () => {
  it('is valid, empty and knows its focal state and partners', async () => {
    const dossier = await uzbekistan();
    expect(await Dossier.problems(dossier.folder)).toEqual([]);
    expect(dossier.records).toMatchObject({ focal: 'UZB', partners: ['RUS', 'CHN', 'USA'], events: [] });
    expect(dossier.records.actors.map(({ id }) => id)).toEqual(['UZB', 'RUS', 'CHN', 'USA']);
  });
  it('does not overwrite what is there', async () => {
    const { folder } = await uzbekistan();
    await expect(Dossier.create(folder, { focal: 'UZB', partners: [], title: 'x' })).rejects.toThrow(
      /is not empty/,
    );
  });
  it('is not made about a state that is none', async () => {
    await expect(
      Dossier.create(await temporaryFolder(), { focal: 'XYZ', partners: [], title: 'x' }),
    ).rejects.toThrow('no state “XYZ”');
  });
});

describe('opening', () => {
  it('says that there is no dossier', async () => {
    await expect(Dossier.open(await temporaryFolder())).rejects.toMatchObject({ fault: 'missing' });
    await expect(Dossier.open(join(await temporaryFolder(), 'nowhere'))).rejects.toMatchObject({
      fault: 'missing',
    });
  });
  it('says that a file is no folder', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, 'x');
    await expect(Dossier.open(file)).rejects.toMatchObject({
      fault: 'input',
      message: expect.stringContaining('is not a folder'),
    });
  });
});

describe('changing', () => {
  it('adds an event with its source, and keeps who, why and when', async () => {
    const dossier = await (await uzbekistan()).change(added(), reason('2023-03-02T10:00:00Z'), [source]);
    expect(dossier.records.events).toEqual([visit]);
    expect(dossier.records.sources).toEqual([source]);
    expect(dossier.history).toMatchObject([
      { op: 'add', table: 'events', record: 'visit', by: 'analyst', why: 'first entry', known: '2023-03-02' },
      { op: 'add', table: 'evidence' },
    ]);
  });
  it('takes all of a change or none of it, and says what would break', async () => {
    const before = await uzbekistan();
    await expect(
      before.change(
        [{ op: 'add', table: 'events', row: { ...visit, source: ['nobody'] } }],
        reason('2023-03-02'),
      ),
    ).rejects.toThrow(/nothing was changed: .*events\.csv:2: source: “nobody”/);
    await expect(before.change([added()[0] as Edit], reason('2023-03-02'))).rejects.toThrow(
      /has no evidence/,
    );
    expect((await Dossier.open(before.folder)).records.events).toEqual([]);
  });
  it('does not lose another writer’s work', async () => {
    const dossier = await (await uzbekistan()).change(added(), reason('2023-03-02'), [source]);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(names.map((id) => dossier.change(added({ ...visit, id }), reason('2023-03-03'))));
    const ids = (await Dossier.open(dossier.folder)).records.events.map(({ id }) => id);
    expect(ids.toSorted()).toEqual([...names, 'visit']);
  });
  it('refuses an id that is taken, and an edit of what is not there', async () => {
    const dossier = await (await uzbekistan()).change(added(), reason('2023-03-02'), [source]);
    await expect(dossier.change(added(), reason('2023-03-02'))).rejects.toThrow(/already/);
    await expect(
      dossier.change([{ op: 'remove', table: 'events', id: 'none' }], reason('2023-03-02')),
    ).rejects.toMatchObject({ fault: 'missing' });
  });
  it('leaves the bytes of the other tables alone, and its own stable', async () => {
    const folder = await copyOfKazakhstan();
    const read = async () =>
      Promise.all(
        ['events.csv', 'observations.csv', 'ties.csv'].map((file) => readFile(join(folder, file), 'utf8')),
      );
    const [events, observations, ties] = await read();
    const dossier = await Dossier.open(folder);
    await dossier.change(
      [{ op: 'edit', table: 'events', id: 'blinken-visits-kazakhstan', set: { note: 'seen twice' } }],
      reason('2026-12-01'),
    );
    const [eventsAfter, ...rest] = await read();
    expect(rest).toEqual([observations, ties]);
    const changed = (eventsAfter ?? '')
      .split('\n')
      .filter((line, i) => line !== (events ?? '').split('\n')[i]);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/^blinken-visits-kazakhstan,.*seen twice$/);
  });
});

describe('a past day', () => {
  it('is rebuilt from the history: added, edited and removed again', async () => {
    let dossier = await (await uzbekistan()).change(added(), reason('2023-03-02'), [source]);
    dossier = await dossier.change(
      [{ op: 'edit', table: 'events', id: 'visit', set: { title: 'A visit to Tashkent' } }],
      reason('2023-04-01'),
    );
    dossier = await dossier.change(
      [
        { op: 'remove', table: 'evidence', id: 'ev-visit' },
        { op: 'remove', table: 'events', id: 'visit' },
      ],
      reason('2023-05-01'),
    );
    const titles = (day: string) => dossier.asKnownOn(day).events.map(({ title }) => title);
    expect([titles('2023-03-01'), titles('2023-03-02'), titles('2023-04-01'), titles('2023-05-01')]).toEqual([
      [],
      ['visit'],
      ['A visit to Tashkent'],
      [],
    ]);
    expect(dossier.asKnownOn('2023-04-15').evidence).toHaveLength(1);
  });
  it('follows when a thing was known, not when it was written down', async () => {
    const dossier = await (await uzbekistan()).change(added(), reason('2026-01-01', '2023-03'), [source]);
    expect([
      dossier.asKnownOn('2023-03-30').events.length,
      dossier.asKnownOn('2023-03-31').events.length,
    ]).toEqual([0, 1]); // March: by its last day
  });
});

describe('an event as an analyst gives it', () => {
  const given = {
    date: '2023-02-28',
    source: ['American'],
    target: ['Uzbekistan'],
    root: 'CONSULT',
    mode: 'visit',
    dimension: 'political',
    status: 'occurred',
    title: 'A visit',
    bears_on: [],
  };
  it('gets its codes, CAMEO and an id', async () => {
    expect(eventOf((await uzbekistan()).records, given)).toMatchObject({
      id: '2023-02-28-usa-consult-uzb',
      source: ['USA'],
      target: ['UZB'],
      cameo: '042',
    });
  });
  it('is refused with all that is wrong with it', async () => {
    const { records } = await uzbekistan();
    expect(() => eventOf(records, { ...given, date: '28.2.2023', root: 'VISIT', title: '=cmd' })).toThrow(
      /date: .*is not a date.*root: “VISIT” is none of: AGREE.*title: “=cmd” begins with =/,
    );
  });
});
