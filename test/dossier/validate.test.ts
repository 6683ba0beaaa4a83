import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Dossier, problemText } from '../../src/dossier/index.ts';
import { copyOfKazakhstan } from '../fixtures/folders.ts';

/** The problems after a file's text was changed. */
async function changed(file: string, change: (text: string) => string | Buffer): Promise<string[]> {
  const folder = await copyOfKazakhstan();
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
  return (await Dossier.problems(folder)).map(problemText);
}

const append = (line: string) => (text: string) => `${text}${line}\n`;
const lines = async (file: string): Promise<number> =>
  (await readFile(join(await copyOfKazakhstan(), file), 'utf8')).split('\n').length;

describe('every problem has its place and says what would be right', () => {
  it('a date that is none', async () => {
    const found = await changed('events.csv', (text) => text.replace(',2023-02-28,', ',28.02.2023,'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^events\.csv:\d+: date: “28\.02\.2023” is not a date: write 2023-02-28/);
  });
  it('an unknown root names the allowed ones', async () => {
    expect(await changed('events.csv', (text) => text.replace(',CONSULT,visit,', ',VISIT,visit,'))).toEqual([
      expect.stringMatching(/^events\.csv:\d+: root: “VISIT” is none of: AGREE, CONSULT/),
    ]);
  });
  it('an actor that is not there', async () => {
    const line = await lines('ties.csv');
    expect(await changed('ties.csv', append('x-y,agreement,KAZ,nowhere,economic,1,,,Title,,'))).toEqual([
      expect.stringMatching(
        new RegExp(`^ties\\.csv:${line}: (b: “nowhere” is not in actors\\.csv|id: “x-y” has no evidence)`),
      ),
      expect.stringMatching(/^ties\.csv/),
    ]);
  });
  it('an id used twice, in another table', async () => {
    expect((await changed('claims.csv', append('tokayev,A claim,judgement,commentary,,,,,,,,')))[0]).toMatch(
      /claims\.csv:\d+: id: “tokayev” is already used at actors\.csv:\d+/,
    );
  });
  it('a missing, an unknown and a doubled column', async () => {
    expect(
      await changed('holders.csv', (text) => text.replace('id,person,office', 'id,persons,office,office')),
    ).toEqual([
      expect.stringContaining('holders.csv:1: person: column is missing'),
      expect.stringContaining('holders.csv:1: persons: no such column; the columns are id, person'),
      expect.stringContaining('holders.csv:1: office: column stands twice'),
    ]);
  });
  it('a row with a cell too many', async () => {
    expect((await changed('documents.csv', append('a,b,KAZ,2020,plan,,,x')))[0]).toMatch(
      /documents\.csv:\d+: has 8 cells, and the header 7/,
    );
  });
  it('an open quote', async () => {
    expect((await changed('claims.csv', append('a,"open')))[0]).toMatch(
      /claims\.csv:\d+: is not CSV: Quote Not Closed/,
    );
  });
  it('a cell that a spreadsheet would run', async () => {
    expect((await changed('claims.csv', append('a,=cmd(),judgement,commentary,,,,,,,,')))[0]).toMatch(
      /claims\.csv:\d+: text: “=cmd\(\)” begins with =/,
    );
  });
  it('text that is not UTF-8', async () => {
    expect(
      (await changed('ties.csv', (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 10])])))[0],
    ).toMatch(/^ties\.csv:\d+: is not UTF-8/);
  });
  it('a share above 1, a value with a gap, a wrong unit, an interval beside its value', async () => {
    const found = await changed(
      'observations.csv',
      (text) =>
        `${text}${[
          'a,KAZ,RUS,un-agreement,2021,1.5,,,,share,,unga-votes,,',
          'b,KAZ,RUS,un-agreement,2022,0.5,,,,share,unknown,unga-votes,,',
          'c,KAZ,RUS,un-agreement,2023,0.5,,,,per cent,,unga-votes,,',
          'd,KAZ,RUS,un-agreement,2024,0.5,0.6,0.7,,share,,unga-votes,,',
          'e,KAZ,RUS,un-agreement,2024,0.5,,,,share,,unga-votes,,',
        ].join('\n')}\n`,
    );
    expect(found).toEqual([
      expect.stringContaining('value: 1.5 is above 1'),
      expect.stringContaining('value: there must be either a value or a gap'),
      expect.stringContaining('unit: “per cent” must be “share” for un-agreement'),
      expect.stringContaining('low: the interval [0.6, 0.7] does not hold the value 0.5'),
      expect.stringContaining('id: states the same figure as line'),
    ]);
  });
  it('JSON that is none, by line', async () => {
    expect((await changed('sources.json', (text) => text.replace('"title"', '"title":')))[0]).toMatch(
      /^sources\.json:\d+: is not JSON/,
    );
  });
  it('a source without a licence', async () => {
    expect((await changed('sources.json', (text) => text.replace('"licence"', '"license"')))[0]).toMatch(
      /^sources\.json:\d+: .*licence: is missing, and must be of type string/,
    );
  });
  it('a history that brings back a broken row', async () => {
    const found = await changed(
      'history.csv',
      append('2026-12-01T00:00:00Z,2026-12-01,me,why,edit,events,blinken-visits-kazakhstan,"{""id"":""x""}"'),
    );
    expect(found[0]).toMatch(/^history\.csv:\d+: before: is the row of another record/);
  });
  it('a file that is missing', async () => {
    const folder = await copyOfKazakhstan();
    const { rm } = await import('node:fs/promises');
    await rm(join(folder, 'claims.csv'));
    expect((await Dossier.problems(folder)).map(problemText)).toEqual([
      'claims.csv:1: is missing from the dossier',
    ]);
  });
  it('all of them at once', async () => {
    const found = await changed('events.csv', (text) => text.replaceAll(',political,', ',politics,'));
    expect(found.length).toBeGreaterThan(15);
    expect(new Set(found.map((problem) => problem.split(': ')[0])).size).toBe(found.length);
  });
});
