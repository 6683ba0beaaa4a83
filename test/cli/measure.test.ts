import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/measures/index.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { multivector } from '../fixtures/terminal.ts';

/** A user with the built-in dossiers and an empty archive. */
async function run(...args: readonly string[]) {
  const archive = join(await temporaryFolder(), 'archive');
  return multivector(args, { dossiers: '/nonexistent', archive });
}

const netCooperation = [
  'measure',
  'net-cooperation',
  '--from',
  '2022',
  '--to',
  '2022',
  '-p',
  'RUS,IRN',
] as const;

describe('measure', () => {
  it('prints a table with intervals and gaps, and says what it rests on', async () => {
    const { code, out, err } = await run(...netCooperation);
    expect(code).toBe(0);
    expect(out).toMatch(/^Net cooperation/);
    expect(out).toMatch(/2022 +RUS +0\.429 +−0\.186…0\.824 +7/);
    expect(out).toMatch(/2022 +IRN +– +no records/);
    expect(err).toContain('From the dossier');
    expect(err).toContain('multivector measures net-cooperation');
  });
  it('prints CSV with the same columns for every measure', async () => {
    const { out } = await run(...netCooperation, '--csv');
    expect(out.split('\n')).toEqual([
      'about,partner,period,value,low,high,n,gap',
      'KAZ,RUS,2022,0.428571,-0.185769,0.823769,7,',
      'KAZ,IRN,2022,,,,0,no-records',
    ]);
  });
  it('adds a column where a measure gives several things', async () => {
    const { out } = await run('measure', 'balance', '--from', '2022', '--to', '2022', '--csv');
    const [head, ...rows] = out.split('\n');
    expect(head).toBe('about,partner,period,value,low,high,n,gap,item');
    expect(rows.map((row) => row.split(',').at(-1))).toEqual([
      'political',
      'security',
      'economic',
      'connectivity',
      'societal',
    ]);
  });
  it('prints JSON with the records behind each figure', async () => {
    const { out } = await run(...netCooperation, '--json');
    const { figures, basis, asked } = JSON.parse(out);
    expect(basis).toBe('dossier');
    expect(asked).toMatchObject({ focal: ['KAZ'], partners: ['RUS', 'IRN'], by: 'year', from: '2022' });
    expect(figures[0].records.length).toBeGreaterThanOrEqual(7);
  });
  it('writes files, their ending telling the format, Parquet among them', async () => {
    const folder = await temporaryFolder();
    const [csv = '', parquet = ''] = ['a.csv', 'a.parquet'].map((name) => join(folder, name));
    expect(await run(...netCooperation, '-o', csv)).toMatchObject({ code: 0, out: '' });
    expect(await readFile(csv, 'utf8')).toMatch(/^about,partner.*\nKAZ,RUS.*\nKAZ,IRN.*\n$/);
    const { err } = await run(...netCooperation, '-o', parquet);
    expect(err).toContain('2 figures');
    const connection = await (await DuckDBInstance.create()).connect();
    const reader = await connection.runAndReadAll(
      `SELECT partner, round(value, 3) AS value, n, gap FROM read_parquet('${parquet}')`,
    );
    expect(reader.getRowsJS()).toEqual([
      ['RUS', 0.429, 7n, null],
      ['IRN', null, 0n, 'no-records'],
    ]);
  });
  it('takes the choices of a measure as options, and lists them in its help', async () => {
    const help = await run('measure', 'kappa', '--help');
    expect(help.out).toContain('Choices of this measure');
    expect(help.out).toContain('--weights');
    const { out } = await run(
      'measure',
      'weight',
      '--dimension',
      'economic',
      '--from',
      '2022',
      '--to',
      '2022',
      '--json',
    );
    const economic = JSON.parse(out).figures as { item: string; value: number }[];
    expect(new Set(economic.map(({ item }) => item))).toEqual(new Set(['economic']));
    const own = await run(
      ...['measure', 'weight', '--dimension', 'economic', '--from', '2022', '--to', '2022', '--json'],
      ...['--importances', 'exports=1,imports=0,fdi-stock-share=0'],
    );
    expect(JSON.parse(own.out).figures[0].value).not.toBe(economic[0]?.value);
  });
  it('looks at the dossier as it was known on a past day', async () => {
    const then = await run(...netCooperation, '--as-known-on', '2023-01-31', '--json');
    const today = await run(...netCooperation, '--json');
    expect(JSON.parse(then.out).figures[0].n).toBeLessThan(JSON.parse(today.out).figures[0].n);
  });
  it('tells what an answer says under every other choice', async () => {
    const { code, out, err } = await run(
      ...['measure', 'balance', '--dimension', 'economic', '--from', '2018', '--to', '2023', '--multiverse'],
    );
    expect(code).toBe(0);
    expect(out).toMatch(/in \d+ % of \d+ specifications/);
    expect(err).toContain('It is no probability');
    const named = await run('finding', 'broad-ties', '--dimension', 'economic', '--to', '2023', '--json');
    const { tally, specifications } = JSON.parse(named.out);
    expect(tally.told + tally.untold).toBe(specifications.length);
  });

  it.each([
    [['measure'], 2, 'measure: NAME is missing'],
    [['measure', 'affinity'], 4, 'no measure “affinity”'],
    [
      ['measure', 'agreement'],
      4,
      'the archive has no roll calls of the General Assembly – get some: multivector datasets fetch unga-votes',
    ],
    [['measure', 'agreement', '--from', 'x'], 2, 'from: “x” is not a session – such as 74'],
    [['measure', 'weight', '--from', '2022', '--to', '2021'], 2, 'the end lies before the beginning'],
    [['measure', 'weight', '--by', 'month'], 2, 'weight is not given by month – by year'],
    [['measure', 'weight', '--by', 'week'], 2, '--by: “week” is no unit of time'],
    [['measure', 'weight', '--power', 'absolute'], 2, 'Unknown option'],
    [['measure', 'kappa', '--weights', 'cubic'], 2, 'weights'],
    [['measure', 'weight', '--csv', '--json'], 2, '--json and --csv at once'],
    [['measure', 'weight', '--parquet'], 2, 'a Parquet file is not text – write it to a file'],
    [['measure', 'weight', '-o', 'a.txt'], 2, '“a.txt” has no ending that tells the format'],
    [['measure', 'weight', '--focal', 'Ruritania'], 4, 'Ruritania'],
    [['measure', 'weight', '--importances', 'gold=1'], 2, 'gold'],
    [['measure', 'weight', '--csv', '--multiverse'], 2, 'a multiverse has no csv'],
    [['finding'], 2, 'finding: NAME is missing'],
    [['finding', 'nothing'], 4, 'no finding “nothing” – there are: closer-in-votes'],
    [['finding', 'closer-in-votes', '-p', 'RUS'], 2, 'is about 2 partners'],
  ])('%s is an error of one line that names the mend', async (args, code, words) => {
    const answer = await run(...args);
    expect(answer.err.split('\n').at(-1)).toContain(words);
    expect(answer.code).toBe(code);
  });

  it('computes nothing for a broken dossier, and says where it is broken', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'datapackage.json'), '{');
    const { code, err } = await run('measure', 'weight', '--dossier', folder);
    expect(code).toBe(3);
    expect(err).toContain('datapackage.json');
  });
});

describe('measures', () => {
  it('lists every measure under its family', async () => {
    const { out } = await run('measures');
    for (const { id } of catalogue) expect(out).toMatch(new RegExp(`^ +${id} `, 'm'));
  });
  it('says of one what it answers, how, after whom and what it cannot tell', async () => {
    const { out } = await run('measures', 'kappa');
    for (const head of ['answers', 'formula', 'range', 'interval', 'cannot tell', 'after', '--weights'])
      expect(out).toContain(head);
    expect(JSON.parse((await run('measures', 'kappa', '--json')).out)).toMatchObject({ id: 'kappa' });
  });
});
