import { access, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dossier, problemText } from '../../src/dossier/index.ts';
import type { Route } from '../../src/model/records.ts';
import { findRecord } from '../../src/model/trace.ts';
import { copyOfKazakhstan, temporaryFolder } from '../fixtures/folders.ts';

const header =
  'id,corridor,from,to,mode,commodity,capacity,flow,unit,cost,cost_unit,time,through,direction,end,since,until,note';
const good =
  'pipe,Caspian Pipeline,Tengiz,Novorossiysk,pipeline,oil,67,,million t/year,,,,RUS,one,origin; market,2001,,';

/** The problems of the built-in dossier with these rows as its table of routes, every row with evidence. */
async function withRows(...rows: readonly string[]): Promise<string[]> {
  const folder = await copyOfKazakhstan();
  await writeFile(join(folder, 'routes.csv'), `${[header, ...rows].join('\n')}\n`);
  const evidence = await readFile(join(folder, 'evidence.csv'), 'utf8');
  const pointers = rows.map((row) => row.split(',')[0]).map((id) => `ev-${id},${id},commentary,,,,,,,,\n`);
  await writeFile(join(folder, 'evidence.csv'), evidence + pointers.join(''));
  return (await Dossier.problems(folder)).map(problemText);
}

describe('the table of routes', () => {
  it('may be absent, and is then empty', async () => {
    const dossier = await Dossier.open(await copyOfKazakhstan());
    expect(dossier.records.routes).toEqual([]);
  });
  it('is read where it is there', async () => {
    expect(await withRows(good)).toEqual([]);
  });
  it('must be there where the descriptor lists it', async () => {
    const folder = join(await temporaryFolder(), 'kaz');
    await Dossier.create(folder, { focal: 'KAZ', partners: ['RUS'], title: 'T' });
    const { rm } = await import('node:fs/promises');
    await rm(join(folder, 'routes.csv'));
    expect((await Dossier.problems(folder)).map(problemText)).toEqual([
      'routes.csv:1: is missing from the dossier',
    ]);
  });
  it('comes with the first leg that is added, and with its place in the descriptor', async () => {
    const folder = await copyOfKazakhstan();
    const row: Route = {
      id: 'pipe',
      corridor: 'Caspian Pipeline',
      from: 'Tengiz',
      to: 'Novorossiysk',
      mode: 'pipeline',
      through: ['RUS'],
      direction: 'one',
      end: ['origin', 'market'],
      since: '2001',
    };
    const dossier = await (await Dossier.open(folder)).change(
      [
        { op: 'add', table: 'routes', row },
        { op: 'add', table: 'evidence', row: { id: 'ev-pipe', record: 'pipe', source: 'commentary' } },
      ],
      { by: 'analyst', why: 'first leg', at: new Date('2026-02-01T00:00:00Z') },
    );
    expect(dossier.records.routes).toEqual([row]);
    expect(findRecord(dossier.records, 'pipe')).toMatchObject({
      title: 'Caspian Pipeline: Tengiz – Novorossiysk',
      when: 'from 2001',
      evidence: [{ source: 'commentary' }],
    });
    expect(dossier.asKnownOn('2026-01-01').routes).toEqual([]);
    await access(join(folder, 'routes.csv'));
    const { Package } = createRequire(import.meta.url)('datapackage') as {
      Package: {
        load(path: string): Promise<{
          errors: Error[];
          getResource(name: string): { read(options: { keyed: true }): Promise<unknown[]> };
        }>;
      };
    };
    const read = await Package.load(join(folder, 'datapackage.json'));
    expect(read.errors).toEqual([]);
    expect(await read.getResource('routes').read({ keyed: true })).toMatchObject([
      { id: 'pipe', from: 'Tengiz', through: 'RUS', end: 'origin; market', capacity: null },
    ]);
  });
});

describe('what is wrong with a leg', () => {
  it('units mixed within a commodity, by line', async () => {
    expect(
      await withRows(
        good,
        'other,Other,Aktau,Baku,sea,oil,100,,barrels/day,,,,AZE,one,,,,',
        'gas,Gas,Turkmenabat,Xinjiang,pipeline,gas,55,,billion m3/year,,,,CHN,one,,,,',
      ),
    ).toEqual(['routes.csv:3: unit: “barrels/day” is not “million t/year”, as on line 2: one unit for oil']);
  });
  it('an amount without a unit, a cost without one, an amount below nothing', async () => {
    expect(await withRows('a,A,Aktau,Baku,sea,,5,,,3,,,AZE,both,,,,')).toEqual([
      'routes.csv:2: unit: is empty, and capacity is not',
      'routes.csv:2: cost_unit: is empty, and cost is not',
    ]);
    expect(await withRows('a,A,Aktau,Baku,sea,,-5,,t/year,,,,AZE,both,,,,')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^routes\.csv:2: capacity: is below 0/)]),
    );
  });
  it('a leg that goes nowhere, or ends before it begins', async () => {
    expect(await withRows('a,A,Aktau,Aktau,sea,,,,,,,,AZE,both,,2020,2010,')).toEqual([
      'routes.csv:2: to: “Aktau” is where the leg begins: it must end elsewhere',
      'routes.csv:2: until: ends (2010) before it begins (2020)',
    ]);
  });
  it('a mode, an end and a state that are none', async () => {
    const cells = 'a,A,Aktau,Baku,ferry,,,,,,,,AZE,both,start,,,';
    expect(await withRows(cells)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^routes\.csv:2: mode: “ferry” is none of: rail, road/),
        expect.stringMatching(/^routes\.csv:2: end: “start” is none of: origin, market/),
      ]),
    );
    expect(await withRows('a,A,Aktau,Baku,sea,,,,,,,,nowhere,both,,,,')).toEqual([
      'routes.csv:2: through: “nowhere” is not in actors.csv or the list of states',
    ]);
  });
  it('a leg that nothing speaks for', async () => {
    const folder = await copyOfKazakhstan();
    await writeFile(join(folder, 'routes.csv'), `${header}\n${good}\n`);
    expect((await Dossier.problems(folder)).map(problemText)).toEqual([
      'routes.csv:2: id: “pipe” has no evidence: add a row to evidence.csv',
    ]);
  });
});
