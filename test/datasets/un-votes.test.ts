import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FolderStore, Question } from '../../src/archive/index.ts';
import { imported, itWithFiles, samplesOf } from '../fixtures/archives.ts';

const votesIn = (store: FolderStore, roll_call: string) =>
  store
    .rows({ table: 'vote', columns: ['state', 'vote'], where: { roll_call }, order: ['state'] })
    .then((rows) => Object.fromEntries(rows.map(({ state, vote }) => [state, vote])));

const rollCalls = (store: FolderStore) => store.rows({ table: 'roll_call', order: ['roll_call'] });

/** How often each value stands in a column. */
const tally = (values: readonly unknown[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};

describe('votes of the unvotes package', () => {
  it('knows Namibia from a state without a code, and states that are no more', async () => {
    const { store, record } = await imported(samplesOf('unvotes-votes'));
    expect(record.rows).toEqual({ read: 13, taken: 13, refused: 0 });
    expect(await votesIn(store, '9001')).toEqual({
      KAZ: 'yes',
      RUS: 'abstain',
      NAM: 'no',
      SRB: 'yes',
      CIV: 'yes',
      'cow:678': 'yes',
      'cow:680': 'yes',
      'cow:260': 'yes',
      'cow:265': 'abstain',
      'cow:315': 'abstain',
      'cow:511': 'no',
      'name:Ruritania': 'no',
    });
    expect(await votesIn(store, '9002')).toEqual({ KAZ: 'no' });
  });

  it('refuses a vote that is none, with its line, and a file in which a state votes twice', async () => {
    const head = 'rcid,country,country_code,vote\n9001,Kazakhstan,KZ,yes\n';
    const { record, rejects } = await imported({
      'votes.csv': `${head}9001,Russia,RU,maybe\nx,China,CN,no\n`,
    });
    expect(record.rows).toEqual({ read: 3, taken: 1, refused: 2 });
    expect(rejects.map(({ line, column, reason }) => [line, column, reason]).sort()).toEqual([
      [3, null, 'vote is none of yes, abstain, no'],
      [4, 'rcid', 'rcid: “x” is not a whole number'],
    ]);
    await expect(imported({ 'votes.csv': `${head}9001,Kazakhstan,KZ,no\n` })).rejects.toThrow(
      'the file breaks the promise “a state votes once in a roll call”',
    );
  });

  it('takes a roll call with what is known of it, and leaves out a day that is a day of the week', async () => {
    const { store, record } = await imported(samplesOf('unvotes-roll-calls'));
    expect(record.rows).toEqual({ read: 5, taken: 5, refused: 0 });
    const rows = await rollCalls(store);
    expect(rows.map(({ roll_call, session, date }) => [roll_call, session, date])).toEqual([
      ['3', 1, '1946-01'],
      ['9001', 57, '2002-12'],
      ['9002', 57, '2002-12-18'],
      ['9003', 58, '2003-12-03'],
      ['9004', 74, '2019-12-12'],
    ]);
    expect(rows.map(({ important, amendment, paragraph }) => [important, amendment, paragraph])).toEqual([
      [false, true, false],
      [true, false, true],
      [false, false, false],
      [null, null, null],
      [null, false, false],
    ]);
    expect(rows[1]).toMatchObject({
      source: 'unga-votes',
      organ: 'GA',
      resolution: 'R/57/7',
      title: 'To keep a "paragraph" as it is',
    });
    expect(rows[2]?.title).toBe('A TEXT');
    expect(rows[4]?.resolution).toBeNull();
  });

  it('refuses a roll call without a day or with a mark that is none', async () => {
    const { rejects } = await imported({
      'roll-calls.csv':
        'rcid,session,importantvote,date,unres,amend,para,short,descr\n1,70,0,soon,A/1,0,0,a,b\n2,70,0,2015-12-09,A/2,0,0,a,b\n3,70,0,2015-12-09,A/3,5,0,a,b\n',
    });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'date: “soon” is not a day'],
      [4, 'amend is none of 0, 1'],
    ]);
  });

  it('takes the issues, and refuses one that it does not know', async () => {
    const { store } = await imported(samplesOf('unvotes-issues'));
    expect(await store.rows({ table: 'roll_call_issue', order: ['roll_call', 'issue'] })).toEqual([
      { roll_call: '9001', issue: 'hr', source: 'unga-votes' },
      { roll_call: '9001', issue: 'me', source: 'unga-votes' },
      { roll_call: '9002', issue: 'nu', source: 'unga-votes' },
    ]);
    const { rejects } = await imported({
      'issues.csv': 'rcid,short_name,issue\n1,me,Palestinian conflict\n2,zz,Something\n',
    });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'short_name is none of me, nu, di, hr, co, ec'],
    ]);
  });

  it('says which column is not there', async () => {
    await expect(imported({ 'calls.csv': 'rcid,session,unres\n1,70,A/RES/70/1\n' })).rejects.toMatchObject({
      hint: expect.stringContaining('there is no column “date”'),
    });
  });
});

describe('votes as Voeten releases them', () => {
  it('reads the codes of votes and of states, and counts what has no vote', async () => {
    const { store, record } = await imported(samplesOf('voeten-votes'));
    expect(record.rows).toEqual({ read: 6, taken: 5, refused: 0 });
    expect(record.aside).toEqual([{ because: 'no vote is given', rows: 1 }]);
    expect(await votesIn(store, '9301')).toEqual({
      KAZ: 'yes',
      RUS: 'abstain',
      USA: 'no',
      SRB: 'absent',
      'cow:315': 'not-member',
    });
  });

  it('refuses a code of a vote that it does not know, and a row without a state', async () => {
    const { rejects } = await imported({ 'votes.csv': 'rcid,ccode,vote\n1,2,7\n1,20,1\n1,,1\n' });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'vote is none of 1, 2, 3, 8, 9'],
      [4, 'no state'],
    ]);
  });

  it('takes totals and issues of a roll call, and days in either notation', async () => {
    const { store, record } = await imported(samplesOf('voeten-roll-calls'));
    expect(record.rows).toEqual({ read: 3, taken: 3, refused: 0 });
    const [first, second, third] = await rollCalls(store);
    expect(first).toEqual({
      roll_call: '9301',
      source: 'unga-votes-voeten',
      organ: 'GA',
      session: 75,
      date: '2020-12-07',
      resolution: 'A/RES/75/1',
      title: 'Arms, and less of them',
      issues: 'nu; di',
      important: null,
      amendment: false,
      paragraph: false,
      yes: 130,
      no: 42,
      abstain: null,
      absent: null,
    });
    expect(second).toMatchObject({ date: '2001-11', issues: 'hr', important: true, amendment: true });
    expect(third).toMatchObject({ date: '2001-11-29', issues: null, title: 'Sea', amendment: null });
  });

  it('refuses a date that is no day', async () => {
    const { rejects } = await imported({
      'calls.csv': 'rcid,session,date,unres,me,nu\n1,75,2020-12-07,A/1,0,0\n2,75,2020-13-07,A/2,0,0\n',
    });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([[3, 'the date is no day']]);
  });

  it('takes the roll calls too where they stand in each row of the votes', async () => {
    const { store, record } = await imported(samplesOf('voeten-complete'));
    expect(record.tables).toEqual({ vote: 4, roll_call: 2 });
    expect(await votesIn(store, '9302')).toEqual({ KAZ: 'absent', 'name:Ruritania': 'no' });
    const rows = await rollCalls(store);
    expect(rows[0]).toMatchObject({ session: 75, title: 'Arms, and less of them', issues: 'nu; di', yes: 1 });
    expect(rows[1]).toMatchObject({ title: 'Sea', issues: null, paragraph: true, no: 1 });
  });

  it('refuses a row whose vote or roll call is none', async () => {
    const { record, rejects } = await imported({
      'complete.csv':
        'rcid,ccode,vote,session,unres,date\n,2,1,75,A/1,\n1,2,4,75,A/1,\n1,2,1,75,A/1,never\n1,2,3,75,A/1,\n',
    });
    expect(record.tables).toEqual({ vote: 1, roll_call: 1 });
    expect(rejects.map(({ line, reason }) => [line, reason]).sort()).toEqual([
      [2, 'no roll call'],
      [3, 'vote is none of 1, 2, 3, 8, 9'],
      [4, 'the date is no day'],
    ]);
  });
});

describe('votes of the UN Digital Library', () => {
  it('makes votes and roll calls, with states that are no more and sessions that are no number', async () => {
    const { store, record } = await imported(samplesOf('undl-ga-votes'));
    expect(record.rows).toEqual({ read: 9, taken: 8, refused: 0 });
    expect(record.aside).toEqual([{ because: 'no vote is given', rows: 1 }]);
    expect(await votesIn(store, '7000001')).toEqual({ KAZ: 'yes', RUS: 'no', CHN: 'abstain', USA: 'absent' });
    expect(await votesIn(store, '7000002')).toEqual({
      RUS: 'yes',
      'cow:315': 'yes',
      'iso:QQQ': 'no',
      KEN: 'absent',
    });
    const [first, second] = await rollCalls(store);
    expect(first).toEqual({
      roll_call: '7000001',
      source: 'undl-votes',
      organ: 'GA',
      session: 79,
      date: '2024-12-12',
      resolution: 'A/RES/79/1',
      title: 'Oceans, and who may sail them : resolution',
      issues: null,
      important: null,
      amendment: null,
      paragraph: null,
      yes: 1,
      no: 1,
      abstain: 1,
      absent: 1,
    });
    expect(second).toMatchObject({ session: null, date: '1980-01-14', resolution: 'A/RES/ES-6/9', yes: 2 });
  });

  const head =
    'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,total_yes,total_no,total_abstentions,total_non_voting\n';
  const [kazakhstan, russia] = ['1,KAZ,KAZAKHSTAN', '1,RUS,RUSSIAN FEDERATION'];

  it('refuses rows that are wrong, with their lines', async () => {
    const { rejects } = await imported({
      'ga_voting.csv': `${head}${kazakhstan},Y,2024-12-12,79,A/RES/79/1,Seas,1,1,0,0\n${russia},?,2024-12-12,79,A/RES/79/1,Seas,1,1,0,0\n,RUS,R,N,2024-12-12,79,A/RES/79/1,Seas,1,1,0,0\n${russia},N,12 December,79,A/RES/79/1,Seas,1,1,0,0\n`,
    });
    expect(rejects.map(({ line, reason }) => [line, reason]).sort()).toEqual([
      [3, 'ms_vote is none of Y, N, A, X, NV'],
      [4, 'no undl_id'],
      [5, 'the date is no day'],
    ]);
  });

  it('does not take a file whose votes are others than its totals say', async () => {
    const file = (vote: string) =>
      `${head}${kazakhstan},${vote},2024-12-12,79,A/RES/79/1,Seas,2,0,0,0\n${russia},Y,2024-12-12,79,A/RES/79/1,Seas,2,0,0,0\n`;
    await expect(imported({ 'ga_voting.csv': file('N') })).rejects.toThrow('nineteen in twenty');
    expect((await imported({ 'ga_voting.csv': file('Y') })).record.rows.taken).toBe(2);
  });
});

describe('votes with a column for each state', () => {
  it('tells absence in the Assembly from no vote in the Council', async () => {
    const { store, record } = await imported(samplesOf('un-votes-wide'));
    expect(record.tables).toEqual({ vote: 10, roll_call: 3 });
    expect(record.rows).toEqual({ read: 15, taken: 13, refused: 0 });
    expect(record.aside).toEqual([{ because: 'no vote in the Security Council', rows: 2 }]);
    expect(await votesIn(store, '8000001')).toEqual({
      CHN: 'yes',
      KAZ: 'yes',
      'iso:QQQ': 'absent',
      USA: 'no',
    });
    expect(await votesIn(store, '8000003')).toEqual({ CHN: 'yes', USA: 'no' });
    const rows = await rollCalls(store);
    expect(rows.map(({ organ, session, date, yes, absent }) => [organ, session, date, yes, absent])).toEqual([
      ['GA', 80, '2025-12-01', 2, 1],
      ['GA', null, '2025-02-24', 1, 1],
      ['SC', null, '2025-06-30', 1, 0],
    ]);
    expect(rows[0]).toMatchObject({ title: 'Oceans, and who may sail them', resolution: 'A/RES/80/1' });
  });

  const head = 'token,Title,Council,Resolution,Date,YES COUNT,NO COUNT,ABSTAIN COUNT,NO-VOTE COUNT';

  it('refuses what it cannot read, with the line', async () => {
    const { rejects } = await imported({
      'wide.csv': `${head},KAZ,RUS\n1,T,General Assembly,A/RES/80/1,2025-12-01,1,0,0,0,YES,PERHAPS\n2,T,General Assembly,A/RES/80/2,2025-12-01,1,0,0,0,YES\n3,T,Trusteeship Council,T/1,2025-12-01,1,0,0,0,YES,NO\n`,
    });
    expect(rejects.map(({ line, column, reason }) => [line, column, reason])).toEqual(
      expect.arrayContaining([
        [2, 'vote', 'vote: “PERHAPS” is none of YES, NO, ABSTAIN'],
        [3, null, '10 cells where there are 11 columns'],
        [4, 'council', 'council: “Trusteeship Council” is none of General Assembly, Security Council'],
      ]),
    );
  });

  it('says what a file lacks', async () => {
    await expect(
      imported({ 'wide.csv': `${head}\n1,T,General Assembly,A,2025-12-01,1,0,0,0\n` }),
    ).rejects.toMatchObject({ hint: expect.stringContaining('there is no column of a state') });
    await expect(
      imported({
        'wide.csv': `${head.replace('Title', 'Name')},KAZ\n1,T,General Assembly,A,2025-12-01,1,0,0,0,NO\n`,
      }),
    ).rejects.toMatchObject({ hint: expect.stringContaining('there is no column “Title”') });
  });
});

describe('ideal points', () => {
  it('finds the columns of either release, and counts a missing estimate', async () => {
    const [april = '', newer = ''] = ['estimates.csv', 'newer.csv'].map((name) =>
      samplesOf('ideal-points').find((path) => path.endsWith(name)),
    );
    const later = await imported([newer]);
    expect(await later.store.rows({ table: 'observation' })).toMatchObject([
      { focal: 'KAZ', period: '2023', value: -0.5, low: -0.7, high: -0.3, n: 90 },
    ]);
    const { store, record } = await imported([april]);
    expect(record.aside).toEqual([{ because: 'the ideal point is missing', rows: 1 }]);
    const rows = await store.rows({ table: 'observation', order: ['period', 'focal'] });
    expect(
      rows.map(({ focal, period, value, low, high, n }) => [focal, period, value, low, high, n]),
    ).toEqual([
      ['cow:260', '1975', 1.5, 1.25, 1.75, 60],
      ['CIV', '2019', -0.25, -0.5, 0.05, 81],
      ['KAZ', '2019', -0.61, -0.75, -0.45, 80],
    ]);
    expect(rows[1]).toMatchObject({
      indicator: 'ideal-point',
      partner: null,
      unit: 'ideal point',
      source: 'unga-ideal-points',
      locator: 'session 74',
    });
  });

  it('refuses what is no number, no session, or an interval the wrong way round', async () => {
    const { rejects } = await imported({
      'points.csv':
        'ccode,session,NVotes,IdealPoint,Q5%,Q95%\n705,74,1,x,0,1\n705,0,1,1,0,2\n705,74,1,1,2,0\n705,73,1,1,0,2\n705,72,1,inf,0,2\n',
    });
    expect(rejects.map(({ line, reason }) => [line, reason]).sort()).toEqual([
      [2, 'value: “x” is not a number'],
      [3, 'the session is none'],
      [4, 'the 5 % quantile is above the 95 % quantile'],
      [6, 'value: not a finite number'],
    ]);
    await expect(
      imported({ 'points.csv': 'ccode,session,IdealPoint\n705,74,1\n705,74,2\n' }),
    ).rejects.toThrow('a state has one ideal point a session');
  });

  it('keeps matches with the later roll call first, and refuses a match with itself', async () => {
    const { store } = await imported(samplesOf('roll-call-matches'));
    expect(await store.rows({ table: 'roll_call_match', order: ['roll_call'] })).toEqual([
      { roll_call: '333', earlier: '300', source: 'unga-ideal-points' },
      { roll_call: '444', earlier: '333', source: 'unga-ideal-points' },
    ]);
    const { rejects } = await imported({ 'Matches.csv': 'v1,rcid1,rcid2\n1,5,5\n2,5,six\n3,5,7\n' });
    expect(rejects.map(({ line, reason }) => [line, reason]).sort()).toEqual([
      [2, 'a roll call is matched with itself'],
      [3, 'rcid2: “six” is not a whole number'],
    ]);
  });
});

describe('voting coincidence with the United States', () => {
  it('takes the year from the name of the file, and names as the State Department spells them', async () => {
    const { store, record } = await imported(samplesOf('us-voting-coincidence'));
    expect(record.rows).toEqual({ read: 9, taken: 9, refused: 0 });
    const rows = await store.rows({ table: 'observation', order: ['period', 'focal'] });
    expect(rows.map(({ focal, period, value, n, gap }) => [focal, period, value, n, gap])).toEqual([
      ['KAZ', '2016', 0.06, 16, null],
      ['MKD', '2016', 0, 13, null],
      ['RWA', '2016', null, 0, 'no-records'],
      ['TZA', '2016', 0, 18, null],
      ['GRC', '2020', 0.48, 110, null],
      ['IRQ', '2020', 0.2, 100, null],
      ['LAO', '2020', 0.3, 100, null],
      ['STP', '2020', null, 0, 'no-records'],
      ['name:Ruritania', '2020', 0.5, 100, null],
    ]);
    expect(rows[6]).toMatchObject({
      partner: 'USA',
      unit: 'share',
      locator: 'row of Lao People’s Democratic Republic',
    });
  });

  it('refuses a share that is none, one that is missing, and a file of no year', async () => {
    const rows =
      'COUNTRY,SAME,OPPOSITE,PARTIAL,ABSENT,COINCIDENCE\nChad,1,1,0,0,50\nMali,1,1,0,0,\nTogo,1,1,0,0,0.5\n';
    const { rejects } = await imported({ 'un-2019.csv': `${rows}Peru,1,one,0,0,0.5\n` });
    expect(rejects.map(({ line, reason }) => [line, reason]).sort()).toEqual([
      [2, 'the coincidence is no share'],
      [3, 'the coincidence is missing'],
      [5, 'opposite: “one” is not a whole number'],
    ]);
    await expect(imported({ 'un.csv': rows })).rejects.toMatchObject({
      hint: expect.stringContaining('the name of the file does not say of which year it is'),
    });
  });
});

describe('lists of names of votes on a resolution', () => {
  it('reads a module of JavaScript as data', async () => {
    const { store, record } = await imported(samplesOf('unga-resolution-js'));
    expect(record.tables).toEqual({ vote: 8, roll_call: 2 });
    expect(await votesIn(store, '68/262')).toEqual({
      CAN: 'yes',
      CIV: 'yes',
      BIH: 'yes',
      RUS: 'no',
      KAZ: 'abstain',
      GNQ: 'abstain',
      'name:Ruritania': 'absent',
    });
    expect(await rollCalls(store)).toMatchObject([
      { roll_call: '60/1', session: 60, date: null, title: 'A resolution of another year' },
      {
        roll_call: '68/262',
        session: 68,
        date: '2014-03-27',
        resolution: 'A/RES/68/262',
        title: 'Territorial integrity of Ukraine',
      },
    ]);
  });

  it('does not run anything, and says where a module is more than data', async () => {
    const start = 'export default [\n{ code: "1/1", approve: ["Kazakhstan"], against: [], abstain: [';
    await expect(imported({ 'voting.js': `${start} (() => { throw 1 })() ] }]` })).rejects.toMatchObject({
      hint: expect.stringContaining('voting.js, line 2'),
    });
    await expect(imported({ 'voting.js': `${start}` })).rejects.toMatchObject({
      hint: expect.stringContaining('not the end'),
    });
    const { record, rejects } = await imported({
      'voting.js': `${start} 7, "Chad"] },\n{ name: "no code" }, "x"]`,
    });
    expect(record.tables).toEqual({ vote: 2, roll_call: 1 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'what stands in abstain is not the name of a state'],
      [3, 'a resolution without its code'],
      [3, 'what stands in the list is no resolution'],
    ]);
  });

  it('reads the sheet of states of a workbook, by ISO code and else by name', async () => {
    const { store, record } = await imported(samplesOf('unga-resolution-xlsx'));
    expect(record.rows).toEqual({ read: 6, taken: 6, refused: 0 });
    expect(await votesIn(store, 'ES-11/1')).toEqual({
      CAN: 'yes',
      RUS: 'no',
      KAZ: 'abstain',
      VEN: 'absent',
      VCT: 'yes',
      'name:Ruritania': 'absent',
    });
    expect(await rollCalls(store)).toMatchObject([
      { roll_call: 'ES-11/1', session: null, date: '2022-03-02', resolution: 'A/RES/ES-11/1' },
    ]);
  });

  it('says that a workbook which is none cannot be read', async () => {
    const [path = ''] = samplesOf('unga-resolution-xlsx');
    const whole = readFileSync(path);
    await expect(
      imported({ 'votes.xlsx': whole.subarray(0, 2000) }, 'unga-resolution-xlsx'),
    ).rejects.toMatchObject({ fault: 'data' });
  });
});

describe('the publishers’ files on votes', () => {
  const unvotes = (data: string, ...names: readonly string[]) =>
    names.map((name) => join(data, 'unga-votes-1946-2019', name));
  const late = (data: string) =>
    ['un_roll_calls_2020_voeten.csv', 'un_votes_2020_voeten.csv'].map((name) =>
      join(data, 'unga-votes-2020', name),
    );

  // Counted with Python’s csv module.
  itWithFiles('are whole: 870,109 votes of 6,203 roll calls', async (data) => {
    const { store, receipt } = await imported(
      unvotes(data, 'un_votes.csv.gz', 'un_roll_calls.csv', 'un_roll_call_issues.csv'),
    );
    expect(Object.fromEntries(receipt.made.map(({ format, rows }) => [format, rows]))).toEqual({
      'unvotes-votes': { read: 870_109, taken: 870_109, refused: 0 },
      'unvotes-roll-calls': { read: 6203, taken: 6203, refused: 0 },
      'unvotes-issues': { read: 5745, taken: 5745, refused: 0 },
    });
    const cast = async (where: NonNullable<Question['where']>) =>
      (await store.rows({ table: 'vote', columns: ['state'], where })).map(({ state }) => state);
    const [abstained, against] = [await cast({ vote: 'abstain' }), await cast({ vote: 'no' })];
    expect([abstained.length, against.length]).toEqual([110_897, 65_548]); // so 693,664 are yes
    expect(new Set([...abstained, ...against]).size).toBe(200);
    const some = {
      KAZ: 2394,
      NAM: 2455,
      RUS: 6145,
      SRB: 5475,
      'cow:260': 2151,
      'cow:265': 2067,
      'cow:315': 3752,
      'cow:511': 2,
      'cow:678': 3291,
      'cow:680': 2378,
    };
    expect(tally(await cast({ state: Object.keys(some) }))).toEqual(some);
    expect(await cast({ state: { from: 'name:', to: 'name:~' } })).toEqual([]);

    const calls = await rollCalls(store);
    const sessions = tally(calls.map(({ session }) => session));
    expect(sessions).toMatchObject({ 1: 43, 19: 1, 37: 160, 47: 75, 72: 124, 73: 95, 74: 91 });
    expect(Object.keys(sessions)).toHaveLength(74);
    expect(tally(calls.map(({ amendment }) => amendment))).toEqual({ true: 311, false: 2557, null: 3335 });
    expect(tally(calls.map(({ paragraph }) => paragraph))).toEqual({ true: 991, false: 2217, null: 2995 });
    expect(calls.filter(({ important }) => important === true)).toHaveLength(411);
    expect(calls.find(({ roll_call }) => roll_call === '9079')).toMatchObject({
      session: 74,
      date: '2020-01-14',
      resolution: 'A/RES/74/267',
    });
    const issues = await store.rows({ table: 'roll_call_issue', columns: ['issue'] });
    expect(tally(issues.map(({ issue }) => issue))).toEqual({
      di: 1092,
      me: 1061,
      hr: 1015,
      co: 957,
      nu: 855,
      ec: 765,
    });
  });

  itWithFiles('go on to 2021 in Voeten’s layout, where rcid 9079 stands again', async (data) => {
    const { store, receipt } = await imported(late(data));
    expect(receipt.made.map(({ format, rows }) => [format, rows.taken, rows.refused]).sort()).toEqual([
      ['voeten-roll-calls', 97, 0],
      ['voeten-votes', 18_720, 0],
    ]);
    const votes = await store.rows({ table: 'vote', columns: ['roll_call', 'state', 'vote'] });
    expect(tally(votes.map(({ vote }) => vote))).toEqual({
      yes: 14_191,
      abstain: 1747,
      absent: 1563,
      no: 1219,
    });
    expect(votes.filter(({ state }) => String(state).includes(':'))).toEqual([]);
    // The totals that the descriptions publish are those of the votes; NA is none.
    const calls = await rollCalls(store);
    for (const { roll_call, yes, no, abstain } of calls) {
      const own = tally(votes.filter((row) => row.roll_call === roll_call).map(({ vote }) => vote));
      expect([own.yes ?? 0, own.no ?? 0, own.abstain ?? 0], String(roll_call)).toEqual([
        yes ?? 0,
        no ?? 0,
        abstain ?? 0,
      ]);
    }
    expect(tally(calls.map(({ session }) => session))).toEqual({ 74: 1, 75: 96 });
    expect(calls.find(({ roll_call }) => roll_call === '9079')).toMatchObject({
      yes: 120,
      no: 48,
      abstain: 4,
    });
  });

  itWithFiles('give the agreement that is published, session by session', async (data) => {
    const { store } = await imported([
      ...unvotes(data, 'un_votes.csv.gz', 'un_roll_calls.csv'),
      ...late(data),
    ]);
    const whole = (await store.rows({ table: 'roll_call', where: { session: [73, 74, 75] } })).filter(
      ({ amendment, paragraph }) => amendment !== true && paragraph !== true,
    );
    const sessionOf = new Map(whole.map(({ roll_call, session }) => [roll_call, session]));
    const cast = new Map<string, unknown>();
    for (const { roll_call, state, vote } of await store.rows({
      table: 'vote',
      where: { state: ['KAZ', 'RUS', 'CHN', 'USA', 'IND'], vote: ['yes', 'no', 'abstain'] },
    }))
      if (sessionOf.has(roll_call)) cast.set(`${roll_call} ${state}`, vote); // 9079 is in both sets, and counts once
    const agreement = (partner: string, session: number): string => {
      const joint = [...sessionOf].flatMap(([roll_call, of]) => {
        const [own, other] = [cast.get(`${roll_call} KAZ`), cast.get(`${roll_call} ${partner}`)];
        return of === session && own !== undefined && other !== undefined ? [own === other] : [];
      });
      return (joint.filter(Boolean).length / joint.length).toFixed(3);
    };
    expect(['RUS', 'CHN', 'USA', 'IND'].map((partner) => agreement(partner, 74))).toEqual([
      '0.678',
      '0.820',
      '0.143',
      '0.802',
    ]);
    expect(['RUS', 'CHN', 'USA'].map((partner) => agreement(partner, 73))).toEqual([
      '0.670',
      '0.793',
      '0.149',
    ]);
  });

  itWithFiles('of 2025 have 192 roll calls of the Assembly and 44 of the Council', async (data) => {
    const { store, record } = await imported([join(data, 'unga-votes-2025', 'un_votes_2025_processed.csv')]);
    // 236 lines with 191 states each; 659 votes in the Council.
    expect(record.rows).toEqual({ read: 236 * 192, taken: 236 + 192 * 191 + 659, refused: 0 });
    expect(record.aside).toEqual([{ because: 'no vote in the Security Council', rows: 44 * 191 - 659 }]);
    const calls = await rollCalls(store);
    expect(tally(calls.map(({ organ }) => organ))).toEqual({ GA: 192, SC: 44 });
    const votes = await store.rows({ table: 'vote', columns: ['roll_call', 'state', 'vote'] });
    expect(votes.filter(({ state }) => String(state).includes(':'))).toEqual([]);
    expect(tally(votes.map(({ vote }) => vote))).toMatchObject({ yes: 29_994, abstain: 2382, no: 1656 });
    const byCall = new Map<unknown, unknown[]>();
    for (const { roll_call, vote } of votes) byCall.set(roll_call, [...(byCall.get(roll_call) ?? []), vote]);
    for (const { roll_call, yes, no, abstain } of calls) {
      const own = tally(byCall.get(roll_call) ?? []);
      expect([own.yes ?? 0, own.no ?? 0, own.abstain ?? 0], String(roll_call)).toEqual([yes, no, abstain]);
    }
  });

  itWithFiles('have the published ideal points, and the pairs of recurring resolutions', async (data) => {
    const { store, receipt } = await imported(
      ['IdealpointestimatesAll_Apr2020.csv', 'Matches.csv'].map((name) => join(data, 'ideal-points', name)),
    );
    expect(receipt.made.map(({ format, rows }) => [format, rows]).sort()).toEqual([
      ['ideal-points', { read: 10_469, taken: 10_469, refused: 0 }],
      ['roll-call-matches', { read: 955, taken: 955, refused: 0 }],
    ]);
    const rows = await store.rows({
      table: 'observation',
      columns: ['focal', 'value', 'low', 'high', 'n'],
      where: { period: '2019', focal: ['KAZ', 'RUS', 'CHN', 'USA'] },
      order: ['focal'],
    });
    expect(rows.map(({ focal, value }) => [focal, Number(value).toFixed(3)])).toEqual([
      ['CHN', '-0.334'],
      ['KAZ', '-0.610'],
      ['RUS', '0.142'],
      ['USA', '2.695'],
    ]);
    expect(rows[1]).toEqual({ focal: 'KAZ', value: -0.6101132, low: -0.8926483, high: -0.3610299, n: 91 });
    const states = new Set(
      (await store.rows({ table: 'observation', columns: ['focal'] })).map(({ focal }) => String(focal)),
    );
    expect([...states].filter((state) => state.includes(':')).sort()).toEqual([
      'cow:260',
      'cow:265',
      'cow:315',
      'cow:678',
      'cow:680',
    ]);
    expect(
      await store.rows({ table: 'roll_call_match', columns: ['earlier'], where: { roll_call: '9065' } }),
    ).toContainEqual({ earlier: '6157' });
  });

  itWithFiles('have voting coincidence of every member for eleven years', async (data) => {
    const folder = join(data, 'us-state-coincidence');
    const { store, record } = await imported(
      readdirSync(folder)
        .filter((name) => name.endsWith('.csv'))
        .map((name) => join(folder, name)),
    );
    expect(record.rows).toEqual({ read: 11 * 192, taken: 11 * 192, refused: 0 });
    expect(record.period).toEqual({ first: '2013', last: '2023' });
    const rows = await store.rows({ table: 'observation', order: ['period', 'focal'] });
    expect(rows.filter(({ focal }) => String(focal).includes(':'))).toEqual([]);
    expect(rows.filter(({ focal }) => focal === 'KAZ').map(({ value, n }) => [value, n])).toEqual([
      [0, 18],
      [0, 18],
      [0, 18],
      [0, 18],
      [0.05, 21],
      [0.22, 108],
      [0.21, 99],
      [0.22, 99],
      [0.33, 84],
      [0.36, 82],
      [0.36, 81],
    ]);
    expect(rows.filter(({ gap }) => gap !== null).map(({ focal, period }) => [focal, period])).toEqual([
      ['CAF', '2013'],
      ['STP', '2015'],
      ['RWA', '2016'],
      ['STP', '2017'],
      ['VEN', '2022'],
      ['VEN', '2023'],
    ]);
  });

  itWithFiles('name who voted how on 68/262 and ES-11/1', async (data) => {
    const folder = join(data, 'unga-ukraine-votes');
    const lists = await imported([join(folder, 'voting.js')]);
    const workbook = await imported([join(folder, 'resolution_vote.xlsx')]);
    expect(lists.record.rows).toEqual({ read: 386, taken: 386, refused: 0 });
    expect(workbook.record.rows).toEqual({ read: 193, taken: 193, refused: 0 });
    const crimea = await votesIn(lists.store, '68/262');
    expect(tally(Object.values(crimea))).toEqual({ yes: 100, no: 11, abstain: 58, absent: 24 });
    const invasion = await votesIn(workbook.store, 'ES-11/1');
    expect(tally(Object.values(invasion))).toEqual({ yes: 141, no: 5, abstain: 35, absent: 12 });
    expect(invasion).toEqual(await votesIn(lists.store, 'ES-11/1'));
    expect([crimea.KAZ, invasion.KAZ, crimea.ARM, invasion.BLR]).toEqual(['abstain', 'abstain', 'no', 'no']);
    expect(Object.keys({ ...crimea, ...invasion }).filter((state) => state.includes(':'))).toEqual([]);
  });
});
