import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArchiveWorkbench } from '../../src/archive-workbench.ts';
import { Dossier } from '../../src/dossier/index.ts';
import type { DataSource } from '../../src/model/bulk.ts';
import { isGap } from '../../src/model/gap.ts';
import { agreementBySession, changes, figuresFor } from '../../src/refresh/index.ts';
import { Workbench } from '../../src/workbench.ts';
import { type AnsweredRow, answersFrom } from '../fixtures/answers.ts';
import { itWithFiles } from '../fixtures/archives.ts';
import { copyOfKazakhstan, kazakhstan, temporaryFolder } from '../fixtures/folders.ts';

const call = (n: number, session: number, more: AnsweredRow = {}): AnsweredRow => ({
  roll_call: String(n),
  source: 'unga-votes',
  organ: 'GA',
  session,
  date: `${1945 + session}-11-01`,
  ...more,
});
const vote = (n: number, state: string, how: string): AnsweredRow => ({
  roll_call: String(n),
  state,
  vote: how,
  source: 'unga-votes',
});

describe('agreement from the archive', () => {
  const tens = Array.from({ length: 10 }, (_, i) => i + 1);
  const votes = tens.flatMap((n) => [
    vote(n, 'KAZ', 'yes'),
    vote(n, 'RUS', n <= 7 ? 'yes' : 'no'),
    vote(n, 'CHN', n === 1 ? 'absent' : 'yes'),
  ]);

  it('is the share of identical votes among the roll calls in which both voted', async () => {
    const found = await agreementBySession(
      answersFrom({ roll_call: tens.map((n) => call(n, 70)), vote: votes }),
      'KAZ',
      ['RUS', 'CHN'],
    );
    expect(found.map(({ partner, measured }) => [partner, measured.value, measured.n])).toEqual([
      ['RUS', 0.7, 10],
      ['CHN', { gap: 'too-few-records', because: '9 of at least 10' }, 9],
    ]);
  });

  it('leaves out amendments, paragraphs and the Security Council, and counts a roll call of two releases once', async () => {
    const extra = [
      call(11, 70, { amendment: true }),
      call(12, 70, { paragraph: true }),
      call(13, 70, { organ: 'SC' }),
      call(1, 70, { source: 'unga-votes-voeten' }),
    ];
    const more = [11, 12, 13].flatMap((n) => [vote(n, 'KAZ', 'yes'), vote(n, 'RUS', 'no')]);
    const again = { ...vote(1, 'RUS', 'no'), source: 'unga-votes-voeten' };
    const [russia] = await agreementBySession(
      answersFrom({
        roll_call: [...tens.map((n) => call(n, 70)), ...extra],
        vote: [...votes, ...more, again],
      }),
      'KAZ',
      ['RUS'],
    );
    expect(russia?.measured).toMatchObject({ value: 0.7, n: 10 });
  });

  it('with the Union is the share of its members on the day', async () => {
    const members = tens.flatMap((n) => [
      vote(n, 'KAZ', 'yes'),
      vote(n, 'DEU', 'yes'),
      vote(n, 'FRA', 'no'),
      vote(n, 'GBR', 'no'),
    ]);
    const of = async (session: number) =>
      (
        await agreementBySession(
          answersFrom({ roll_call: tens.map((n) => call(n, session)), vote: members }),
          'KAZ',
          ['EU'],
        )
      )[0]?.measured.value;
    expect(await of(70)).toBeCloseTo(1 / 3, 12); // 2015: the United Kingdom is a member
    expect(await of(75)).toBeCloseTo(1 / 2, 12); // November 2020: it is not
  });
});

describe('figures from the archive', () => {
  const row = (more: AnsweredRow): AnsweredRow => ({
    focal: 'KAZ',
    unit: 'USD million',
    source: 'kaz-trade',
    ...more,
  });

  it('of two editions takes the later, and keeps since when the number was known', async () => {
    const figures = await figuresFor(
      answersFrom({
        observation: [
          row({ partner: 'RUS', indicator: 'exports', period: '2022', value: 9, published: '2023-07-28' }),
          row({
            partner: 'RUS',
            indicator: 'exports',
            period: '2022',
            value: 9.0914,
            published: '2024-07-25',
          }),
        ],
      }),
      'KAZ',
      ['RUS'],
    );
    expect(figures.map(({ row: { id, value }, known }) => [id, value, known])).toEqual([
      ['KAZ.RUS.exports.2022.kaz-trade', 9.091, '2023-07-28'],
    ]);
  });

  it('a year without deliveries between two with some has 0 in all', async () => {
    const arms = (period: string, partner: string, value: number): AnsweredRow =>
      row({
        indicator: 'arms-imports',
        unit: 'TIV million',
        source: 'sipri-arms',
        period,
        partner,
        value,
        n: 1,
      });
    const figures = await figuresFor(
      answersFrom({
        observation: [
          arms('2014', 'WLD', 3),
          arms('2014', 'RUS', 3),
          arms('2016', 'WLD', 5),
          arms('2016', 'name:unknown supplier(s)', 5),
        ],
      }),
      'KAZ',
      ['RUS'],
    );
    expect(figures.map(({ row: { partner, period, value } }) => [partner, period, value])).toEqual([
      ['RUS', '2014', 3],
      ['WLD', '2014', 3],
      ['WLD', '2015', 0],
      ['WLD', '2016', 5],
    ]);
  });

  it('a dossier is told what is new, what changes and what is gone, and figures of others stay', async () => {
    const { records } = await Dossier.open(kazakhstan);
    const [first, second, ...rest] = records.observations.filter(({ source }) => source === 'kaz-trade');
    if (!first || !second) throw new Error('no trade in the dossier');
    const refresh = changes(
      records,
      [
        { row: { ...second, value: 1 } },
        { row: { ...first, id: 'KAZ.XYZ.exports.2030.kaz-trade' } },
        ...rest.map((one) => ({ row: one })),
      ],
      [],
    );
    expect(refresh.added.map(({ row: { id } }) => id)).toEqual(['KAZ.XYZ.exports.2030.kaz-trade']);
    expect(refresh.changed.map(({ before, after }) => [before.value, after.row.value])).toEqual([
      [second.value, 1],
    ]);
    expect(refresh.removed.map(({ id }) => id)).toEqual([first.id]);
    expect(refresh.unchanged).toBe(rest.length);
    expect(refresh.union).toEqual([]); // this dossier says who is in the Union
    const factbook: DataSource = {
      id: 'factbook',
      type: 'dataset',
      title: 'The World Factbook',
      author: [],
      licence: 'public domain',
      redistributable: true,
    };
    const { union, sources } = changes({ ...records, ties: [], sources: [] }, [], [factbook]);
    expect(union.map(({ tie: { a, from, to } }) => [a, from, to])).toContainEqual([
      'GBR',
      '1973',
      '2020-01-31',
    ]);
    expect(sources.map(({ id }) => id)).toEqual(['factbook']);
  });
});

describe('from the publishers’ own files', () => {
  const folders = [
    'unga-votes-1946-2019',
    'unga-votes-2020',
    'ideal-points',
    'trade-kaz-official',
    'arms-sipri',
    'fdi-imf',
    'aid-aiddata',
    'factbook',
    'alliances-igos',
  ];

  itWithFiles(
    'the figures of the built-in dossier are what the archive gives, to the last digit',
    async (data) => {
      const archive = await ArchiveWorkbench.open(join(await temporaryFolder(), 'archive'));
      await archive.import(folders.map((name) => join(data, name)));
      const workbench = await Workbench.open({ folder: await copyOfKazakhstan() });
      const { added, changed, removed, unchanged } = await workbench.refresh(archive);
      expect({ added, changed, removed }).toEqual({ added: [], changed: [], removed: [] });
      // All but what commentary and a subscription say.
      const elsewhere = workbench.records.observations.filter(({ source }) =>
        ['commentary', 'wiiw-fdi'].includes(source),
      );
      expect(unchanged + elsewhere.length).toBe(workbench.records.observations.length);

      // Published agreement: identical votes over joint votes, amendments and paragraphs left out.
      const published = {
        74: { RUS: 0.678, CHN: 0.82, USA: 0.143, IND: 0.802 },
        73: { RUS: 0.67, CHN: 0.793, USA: 0.149 },
      };
      const found = await agreementBySession(archive, 'KAZ', ['RUS', 'CHN', 'USA', 'IND']);
      for (const [session, partners] of Object.entries(published))
        for (const [partner, value] of Object.entries(partners)) {
          const one = found.find((row) => row.session === Number(session) && row.partner === partner);
          expect(
            one && !isGap(one.measured.value) && Number(one.measured.value.toFixed(3)),
            `${partner} ${session}`,
          ).toBe(value);
        }
      await archive.close();
    },
    300_000,
  );
});
