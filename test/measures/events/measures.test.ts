import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInFolder, Dossier } from '../../../src/dossier/index.ts';
import { partiesOf } from '../../../src/measures/events/parties.ts';
import { imported, itWithFiles } from '../../fixtures/archives.ts';
import { tiny } from '../../fixtures/tiny.ts';
import { runOn } from './evidence.ts';
import { answersOf, type Report } from './reports.ts';

const report = (
  day: string,
  source: string,
  target: string,
  root: string,
  more: Partial<Report> = {},
): Report => ({
  day,
  source,
  target,
  root,
  ...more,
});

const reports: Report[] = [
  // told three times on one day and once on the next: one event within two days
  report('2019-03-01', 'KAZ', 'RUS', 'CONSULT', { intensity: 1 }),
  report('2019-03-01', 'KAZ', 'RUS', 'CONSULT', { intensity: 1 }),
  report('2019-03-02', 'KAZ', 'RUS', 'CONSULT', { intensity: 4 }),
  report('2019-04-01', 'KAZ', 'RUS', 'AID', { intensity: 7 }),
  report('2019-05-01', 'KAZ', 'RUS', 'ACCUSE', { intensity: -2 }),
  report('2019-06-01', 'RUS', 'KAZ', 'SANCTION', { intensity: -4 }),
  report('2019-06-01', 'RUS', 'KAZ', 'REQUEST', { intensity: -5 }),
  report('2021-02-01', 'RUS', 'KAZ', 'AGREE', { intensity: 8 }),
];

const machine = { choices: { evidence: 'machine' }, partners: ['RUS'] } as const;

describe('net cooperation', () => {
  it('counts machine-coded acts of both sides, requests going neither way', async () => {
    const { figures, basis, sources, notes } = await runOn({ archive: answersOf(reports) })(
      'net-cooperation',
      machine,
    );
    // 2019: CONSULT on two days, AID; ACCUSE, SANCTION: (3 − 2) / 5
    expect(figures.map(({ period, value, n }) => [period, value, n])).toEqual([
      ['2019', 0.2, 5],
      ['2020', { gap: 'no-records' }, 0],
      ['2021', { gap: 'too-few-records', because: '1 of at least 3' }, 1],
    ]);
    expect([basis, sources]).toEqual(['archive', ['told']]);
    expect(notes).toContain('machine-coded events of told, not reviewed');
    expect(notes.join()).toContain('8 reports are 7 events, 1.14 reports an event');
  });
  it('looks at one side, at deeds alone, and through a wider window', async () => {
    const run = runOn({ archive: answersOf(reports) });
    const of = async (choices: object) =>
      (await run('net-cooperation', { ...machine, choices: { ...machine.choices, ...choices } })).figures[0];
    expect(await of({ direction: 'out' })).toMatchObject({ value: 0.5, n: 4 });
    expect(await of({ direction: 'in' })).toMatchObject({ value: { gap: 'too-few-records' }, n: 1 });
    expect(await of({ acts: 'material' })).toMatchObject({ n: 2, note: '1 friendly, 1 hostile' });
    expect(await of({ window: 2, direction: 'out' })).toMatchObject({ n: 3, note: '2 friendly, 1 hostile' });
  });
  it('is of the dossier where there is one, and never of both', async () => {
    const run = runOn({ records: tiny, archive: answersOf(reports) });
    const reviewed = await run('net-cooperation', { partners: ['RUS'] });
    expect(reviewed.figures).toMatchObject([
      { period: '2020', value: 0.5, n: 4, records: ['ban', 'deal', 'grain', 'plant'] },
    ]);
    expect([reviewed.basis, reviewed.sources]).toEqual(['dossier', []]);
    const coded = await run('net-cooperation', machine);
    expect(coded.figures.every(({ records, source }) => records === undefined && source === 'told')).toBe(
      true,
    );
    await expect(
      runOn({ archive: answersOf(reports) })('net-cooperation', { choices: { evidence: 'reviewed' } }),
    ).rejects.toThrow(/KAZ has no dossier/);
  });
  it('is as on the page of methods for Kazakhstan and Russia: (5 − 2) / 7', async () => {
    const { records } = await Dossier.open(`${builtInFolder}/kazakhstan`);
    const { figures } = await runOn({ records })('net-cooperation', { partners: ['RUS'] });
    expect(figures.find(({ period }) => period === '2022')?.value).toBeCloseTo(3 / 7, 12);
  });
  it('leaves out what has no month, by month, and says so', async () => {
    const dated = {
      ...tiny,
      events: tiny.events.map((one, i) => (i === 0 ? { ...one, date: '2020' } : one)),
    };
    const { figures, notes } = await runOn({ records: dated })('net-cooperation', {
      partners: ['RUS'],
      by: 'month',
    });
    expect(figures.find(({ period }) => period === '2020-06')).toMatchObject({ n: 3 });
    expect(notes).toContain('1 events of which only the year is known are left out');
  });
});

describe('one data set at a time', () => {
  const both = [
    ...reports,
    report('2019-03-01', 'KAZ', 'RUS', 'ASSAULT', { dataset: 'gdelt-2' }),
    report('2019-03-02', 'KAZ', 'RUS', 'ASSAULT', { dataset: 'gdelt-2' }),
    report('2019-03-03', 'KAZ', 'RUS', 'ASSAULT', { dataset: 'gdelt-2' }),
  ];
  it('is the one with most about the state, and names the others', async () => {
    const { sources, notes } = await runOn({ archive: answersOf(both) })('net-cooperation', machine);
    expect(sources).toEqual(['told']);
    expect(notes.join()).toContain('told (7), gdelt-2 (3)');
  });
  it('is the one asked for; GDELT’s is labelled media attention', async () => {
    const run = runOn({ archive: answersOf(both) });
    const { figures, notes } = await run('net-cooperation', {
      partners: ['RUS'],
      choices: { dataset: 'gdelt-2' },
    });
    expect(figures).toMatchObject([{ period: '2019', value: -1, n: 3, source: 'gdelt-2' }]);
    expect(notes.join()).toContain('media attention');
    await expect(run('net-cooperation', { choices: { dataset: 'none-such' } })).rejects.toThrow(/none-such/);
  });
  it('is none where the archive has nothing of the state', async () => {
    await expect(runOn({ archive: answersOf([]) })('goldstein', machine)).rejects.toMatchObject({
      fault: 'missing',
    });
    await expect(runOn({})('goldstein', machine)).rejects.toMatchObject({ fault: 'missing' });
  });
});

describe('the European Union', () => {
  it('acts under its own code and as its members of the day', async () => {
    const told = [
      report('2003-05-01', 'POL', 'KAZ', 'AID'), // not a member yet
      report('2003-05-01', 'DEU', 'KAZ', 'AID'),
      report('2005-05-01', 'POL', 'KAZ', 'AID'),
      report('2005-05-01', 'FRA', 'KAZ', 'AID'),
      report('2005-05-01', 'EU', 'KAZ', 'AID'),
      report('2021-05-01', 'GBR', 'KAZ', 'AID'), // a member no longer
    ];
    const { figures } = await runOn({ archive: answersOf(told) })('quad-shares', {
      ...machine,
      partners: ['EU'],
    });
    const n = new Map(figures.map(({ period, n }) => [period, n]));
    expect(['2003', '2005', '2021'].map((year) => n.get(year))).toEqual([1, 3, 0]);
  });
  it('asks once for each membership it had and each side, not once a member', async () => {
    const answers = answersOf([report('2005-05-01', 'FRA', 'KAZ', 'AID')]);
    await runOn({ archive: answers })('net-cooperation', { ...machine, partners: ['EU'] });
    expect(answers.asked.length).toBeLessThan(25);
  });
  it('has stretches of time without overlap, the focal state not in them', () => {
    const parties = partiesOf('EU', 'DEU', '1970-01-01', '2022-12-31');
    expect(parties.every(({ codes }) => !codes.includes('DEU'))).toBe(true);
    for (const [i, { from }] of parties.entries())
      if (i > 0) expect(from && from > (parties[i - 1]?.to ?? '')).toBe(true);
    expect(parties[0]?.from).toBe('1970-01-01');
    expect(parties.at(-1)).toMatchObject({ from: '2020-02-01', to: '2022-12-31' });
  });
});

describe('mean intensity, reciprocity and rates of machine-coded events', () => {
  it('weighs a root’s mean score by its events, not by how often they were told', async () => {
    const { figures } = await runOn({ archive: answersOf(reports) })('goldstein', machine);
    // CONSULT mean 2 on two days, AID 7, ACCUSE −2, SANCTION −4, REQUEST −5: (4 + 7 − 2 − 4 − 5) / 6
    expect(figures[0]).toMatchObject({ value: 0, n: 6, note: 'sum 0.0 over 6 events' });
  });
  it('correlates the months of both sides, with a lag', async () => {
    const told = Array.from({ length: 36 }, (_, i) => {
      const month = (at: number) =>
        `${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-10`;
      const root = (i * 7) % 5 < 2 ? 'ACCUSE' : 'SUPPORT';
      return [report(month(i), 'KAZ', 'RUS', root), report(month(i + 1), 'RUS', 'KAZ', root)];
    }).flat();
    const run = runOn({ archive: answersOf(told) });
    const of = async (lag: number) =>
      (await run('reciprocity', { ...machine, choices: { ...machine.choices, lag } })).figures.find(
        ({ period, item }) => period === '2017' && item === 'correlation',
      );
    expect((await of(1))?.value).toBeCloseTo(1, 12);
    expect(await of(1)).toMatchObject({ n: 36 });
    expect((await of(0))?.value).toBeLessThan(0.5);
  });
  it('holds events against all reports about either of the two', async () => {
    const others = Array.from({ length: 40 }, (_, i) =>
      report(`2019-0${(i % 8) + 1}-1${i % 5}`, i % 2 ? 'KAZ' : 'UZB', i % 2 ? 'CHN' : 'RUS', 'CONSULT'),
    );
    const strangers = [report('2019-01-01', 'USA', 'CHN', 'CONSULT')];
    const { figures, basis } = await runOn({
      records: tiny,
      archive: answersOf([...reports, ...others, ...strangers]),
    })('event-rate', { partners: ['RUS'] });
    // 6 events with Russia in 2019 out of 7 + 40 reports; the 8th report is of 2021
    expect(figures[0]).toMatchObject({ period: '2019', n: 6, note: '6 events, 47 reports about either' });
    expect(figures[0]?.value).toBeCloseTo(6000 / 47, 9);
    expect(basis).toBe('archive');
  });
  it('cuts to the years asked for', async () => {
    const { figures } = await runOn({ archive: answersOf(reports) })('net-cooperation', {
      ...machine,
      from: '2020',
      to: '2020',
    });
    expect(figures.map(({ period }) => period)).toEqual(['2020']);
  });
});

it('leaves intervals out where nobody will look at them, with the same values', async () => {
  const run = runOn({ archive: answersOf(reports) });
  for (const id of ['goldstein', 'reciprocity', 'event-rate']) {
    const asked = { partners: ['RUS'], choices: id === 'event-rate' ? {} : { evidence: 'machine' } };
    const full = await run(id, asked);
    const bare = await run(id, { ...asked, intervals: false });
    expect(bare.figures.map(({ value }) => value)).toEqual(full.figures.map(({ value }) => value));
  }
});

describe('on an archive', () => {
  itWithFiles(
    'more is coded of every pair in 2014, when more is reported, and the rate does not follow',
    async (data) => {
      const folder = join(data, 'events-icews');
      const { store } = await imported(
        readdirSync(folder)
          .filter((name) => /^mmkb_.*\.txt$/.test(name) && !name.includes('LICENSE'))
          .map((name) => join(folder, name)),
      );
      const run = runOn({ archive: store });
      const of = async (id: string) => {
        const { figures } = await run(id, {
          focal: ['USA'],
          partners: ['CHN'],
          from: '2013',
          to: '2015',
          choices: id === 'event-rate' ? {} : { evidence: 'machine' },
        });
        return figures.map(({ value, n }) => ({ value: value as number, n }));
      };
      const [before, during, after] = await of('event-rate');
      expect(during?.n).toBeGreaterThan(2.5 * Math.max(before?.n ?? 0, after?.n ?? 0));
      expect(during?.value).toBeLessThan(1.6 * Math.max(before?.value ?? 0, after?.value ?? 0));
      expect((await of('net-cooperation')).map(({ n }) => n)).toEqual([7, 38, 13]);
    },
    120_000,
  );
});
