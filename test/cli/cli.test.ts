import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { commandHelp, programHelp } from '../../src/cli/help.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { multivector } from '../fixtures/terminal.ts';

const nowhere = { dossiers: '/nonexistent' };
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length));

describe('help', () => {
  it('is in docs/cli.md as it is on the screen', async () => {
    const blocks = [programHelp(commands, 'VERSION'), ...commands.map((command) => commandHelp(command))].map(
      (text) => `\`\`\`text\n${text}\n\`\`\``,
    );
    await expect(`# The command line\n\n${blocks.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/cli.md');
  });
  it('is there for every command, in both ways, 80 columns wide but for its examples', async () => {
    for (const { name } of commands) {
      const { code, out } = await multivector([...name.split(' '), '--help']);
      expect([code, (await multivector(['help', ...name.split(' ')])).out]).toEqual([0, out]);
      expect(widest(out.split('For instance')[0] ?? ''), name).toBeLessThanOrEqual(80);
    }
  });
  it('is what comes without a command', async () => {
    expect((await multivector([])).out).toContain('multivector COMMAND');
  });
});

describe('errors are one line, with what to do, and a code', () => {
  it.each([
    [['vectros'], 2, 'no command “vectros” – there are: start, vectors'],
    [['dossier', 'mend'], 2, 'no command “dossier mend” – there are: dossier new'],
    [['vectors', '--yeer', '2022'], 2, 'vectors: Unknown option --yeer – see multivector vectors --help'],
    [['vectors', 'KAZ', 'extra'], 2, 'vectors: “extra” is too much – usage: multivector vectors [KAZ]'],
    [['vectors', '--at', '22'], 2, '--at: “22” is not a year – write --at 2022'],
    [
      ['vectors', '-d', 'military'],
      2,
      '--dimension: there is no dimension “military” – there are: political, security',
    ],
    [
      ['vectors', '--as-known-on', 'yesterday'],
      2,
      '--as-known-on: “yesterday” is not a day such as 2023-01-31',
    ],
    [['vectors', 'Kazakhstn'], 4, 'no actor “Kazakhstn” – there are: KAZ (Kazakhstan)'],
    [['vectors', 'UZB'], 4, 'there is no dossier about UZB yet – make one with: multivector dossier new UZB'],
    [['explain'], 2, 'explain: ID is missing'],
    [['explain', 'KAZ.RUS.naval.2022'], 2, '“KAZ.RUS.naval.2022” is not the id of a vector'],
    [['explain', 'KAZ.MNG.economic.2022'], 4, 'MNG is not among the partners – there are: RUS, CHN'],
    [['explain', 'no-such-record'], 4, 'no record “no-such-record”'],
    [['timeline', '-p', 'Mongolia'], 4, 'MNG is not among the partners'],
    [['brief', '-o', 'brief.xls'], 2, '“xls” is no format of a brief – end the file in .pdf'],
    [['brief', '-o', 'brief'], 2, '“brief” has no ending that tells the format – end the file in .pdf'],
    [['dossier', 'validate', '/nonexistent/x'], 4, 'there is no folder /nonexistent/x'],
    [['brief', '-f', 'pdf'], 2, 'a pdf is not text'],
    [['serve', '--port', '99999'], 2, '--port: “99999” is not a port'],
    [['vectors', '--dossier', '/nonexistent'], 4, 'there is no dossier here'],
  ] as const)('%j', async (args, code, message) => {
    const found = await multivector(args, nowhere);
    expect(found).toMatchObject({ code, out: '' });
    expect(found.err.split('\n')).toHaveLength(1);
    expect(found.err).toContain(message);
  });
  it('shows where it comes from with --debug alone', async () => {
    expect((await multivector(['vectors', 'UZB', '--debug'], nowhere)).err).toMatch(/\n\s+at /);
  });
  it('takes control characters out of what it echoes', async () => {
    expect((await multivector(['vectors', '\u001b[31mKAZ\u0007'], nowhere)).err).not.toMatch(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
      /[\u001b\u0007]/,
    );
  });
});

describe('tables fit 80 columns', () => {
  it.each([
    ['vectors'],
    ['balance'],
    ['timeline'],
    ['profile'],
    ['disagreements'],
    ['dossier', 'show'],
    ['dossier', 'show', 'KAZ', 'claims'],
    ['dossier', 'show', 'KAZ', 'sources'],
    ['dossier', 'history'],
  ])('%s %s', async (...args) => {
    const { code, out } = await multivector(args, nowhere);
    expect(code).toBe(0);
    expect(widest(out)).toBeLessThanOrEqual(80);
  });
});

describe('--json', () => {
  it.each([
    ['vectors'],
    ['balance'],
    ['timeline'],
    ['profile'],
    ['disagreements'],
    ['explain', 'KAZ.RUS.economic.2022'],
    ['explain', 'blinken-visits-kazakhstan'],
    ['dossier', 'show'],
    ['dossier', 'show', 'KAZ', 'events'],
    ['dossier', 'history'],
    ['dossier', 'validate', 'KAZ'],
  ])('of %s %s is JSON', async (...args) => {
    const { code, out } = await multivector([...args, '--json'], nowhere);
    expect(code).toBe(0);
    expect(typeof JSON.parse(out)).toBe('object');
  });
  it('of vectors has what each is made of', async () => {
    const vectors = JSON.parse(
      (await multivector(['vectors', 'KAZ', '--at', '2022', '-d', 'economic', '--json'], nowhere)).out,
    ) as { id: string; terms: { records: string[] }[] }[];
    expect(vectors.find(({ id }) => id === 'KAZ.RUS.economic.2022')?.terms[0]?.records).toEqual([
      'KAZ.RUS.exports.2022.kaz-trade',
    ]);
  });
});

describe('explain', () => {
  it('goes down from a vector to the figure and its source', async () => {
    const { out } = await multivector(['explain', 'KAZ.EU.economic.2021', '--all'], nowhere);
    expect(out).toMatch(/wⱼ = rⱼ \/ Σ r/);
    expect(out).toContain('KAZ.NLD.exports.2021.kaz-trade');
    expect(out).toContain('KAZ.EU.fdi-stock-share.2021.wiiw-fdi');
  });
  it('goes down from an event to the paragraph, and the note that was not supplied', async () => {
    const { out } = await multivector(['explain', 'kaz-supports-peace-plan'], nowhere);
    expect(out).toMatch(/para\. 7 \(its note 9: cited there, not supplied\)/);
  });
});

describe('--as-known-on', () => {
  it('leaves out what was not known yet, and says of when it speaks', async () => {
    const now = await multivector(['timeline', '-p', 'USA'], nowhere);
    const then = await multivector(['timeline', '-p', 'USA', '--as-known-on', '2023-01-31'], nowhere);
    expect(now.out).toContain('Blinken visits');
    expect(then.out).not.toContain('Blinken visits');
    expect(then.err).toContain('As known on 2023-01-31');
  });
  it('leaves out of the history what was not known yet', async () => {
    const { out } = await multivector(
      ['dossier', 'history', '--json', '--last', '9999', '--as-known-on', '2023-01-31'],
      nowhere,
    );
    expect(out).not.toContain('blinken-visits-kazakhstan');
    expect(out).toContain('michel-visits-kazakhstan');
  });
  it('is an option of every command that reads a dossier', () => {
    const others = ['dossier new', 'dossier add-event', 'dossier validate', 'dossier refresh'];
    // What asks the archive alone takes no dossier.
    const reading = commands.filter(({ options }) => !('archive' in options) || 'dossier' in options);
    expect(reading.filter(({ options }) => !('as-known-on' in options)).map(({ name }) => name)).toEqual(
      [...others, 'measures'], // the last reads none: it says what there is
    );
  });
});

describe('another focal state', () => {
  it('has a valid empty dossier, and every command says what is missing', async () => {
    const dossiers = await temporaryFolder();
    const made = await multivector(['dossier', 'new', 'Uzbekistan'], { dossiers });
    expect(made).toMatchObject({ code: 0, out: join(dossiers, 'UZB') });
    for (const args of [
      ['vectors', 'UZB'],
      ['balance', 'UZB'],
      ['profile', 'UZB'],
      ['timeline', 'UZB'],
      ['dossier', 'show', 'UZB'],
      ['explain', 'UZB.RUS.economic.2022'],
      ['brief', 'UZB'],
    ]) {
      const { code, err } = await multivector(args, { dossiers });
      expect(code, args.join(' ')).toBe(0);
      expect(err, args.join(' ')).toMatch(
        /It lacks\n.*events: add one with “multivector dossier add-event UZB --help”/,
      );
    }
    expect(await multivector(['dossier', 'validate', 'UZB'], { dossiers })).toMatchObject({ code: 0 });
    expect((await multivector(['disagreements', 'UZB'], { dossiers })).out).toContain('nowhere disagree');
  });

  const visit = [
    '--date',
    '2023-03-01',
    '--source',
    'American',
    '--target',
    'UZB',
    '--root',
    'consult',
    '--mode',
    'visit',
    '-d',
    'political',
    '--title',
    'A visit to Tashkent',
    '--cite',
    'Press release of the day',
    '--url',
    'https://example.org/1',
    '--locator',
    'para. 1',
    '--why',
    'first entry',
    '--by',
    'analyst',
  ];

  it('takes an event, with its source and its place in the history', async () => {
    const dossiers = await temporaryFolder();
    await multivector(['dossier', 'new', 'UZB'], { dossiers });
    expect(await multivector(['dossier', 'add-event', 'UZB', ...visit], { dossiers })).toMatchObject({
      code: 0,
      out: '2023-03-01-usa-consult-uzb',
    });
    expect((await multivector(['timeline', 'UZB', '-p', 'USA'], { dossiers })).out).toContain(
      'A visit to Tashkent',
    );
    expect(
      (
        await multivector(['explain', '2023-03-01-usa-consult-uzb', '--dossier', join(dossiers, 'UZB')], {
          dossiers,
        })
      ).out,
    ).toContain('Press release of the day, para. 1');
    expect((await multivector(['dossier', 'history', 'UZB'], { dossiers })).out).toMatch(
      /2026-11-24 +2026-11-24 +add .*analyst/,
    );
    expect((await multivector(['timeline', 'UZB', '--as-known-on', '2026-11-23'], { dossiers })).out).toBe(
      'no events',
    );
  });
  it('is refused an event without a reason', async () => {
    const dossiers = await temporaryFolder();
    await multivector(['dossier', 'new', 'UZB'], { dossiers });
    expect(
      await multivector(
        [
          'dossier',
          'add-event',
          'UZB',
          ...visit.filter((_, i) => i !== visit.indexOf('--why') && i !== visit.indexOf('--why') + 1),
        ],
        { dossiers },
      ),
    ).toMatchObject({ code: 2, err: expect.stringContaining('--why is missing') });
  });
  it('leaves the built-in dossier alone: a change goes to the user’s copy', async () => {
    const dossiers = await temporaryFolder();
    const builtIn = await readFile('dossiers/kazakhstan/events.csv', 'utf8');
    const { code, err } = await multivector(
      ['dossier', 'add-event', 'KAZ', ...visit.map((word) => (word === 'UZB' ? 'KAZ' : word))],
      { dossiers },
    );
    expect([code, err]).toEqual([0, expect.stringContaining(`copied to ${join(dossiers, 'KAZ')}`)]);
    expect(await readFile('dossiers/kazakhstan/events.csv', 'utf8')).toBe(builtIn);
    expect((await multivector(['timeline', 'KAZ', '--from', '2023-03'], { dossiers })).out).toContain(
      'A visit to Tashkent',
    );
  });
});
