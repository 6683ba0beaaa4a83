import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import { gap } from '../../src/model/gap.ts';
import type { MeasureAnswer, MeasurementAnswer } from '../../src/web/measures/answers.ts';
import { citation, citedData, commandLine } from '../../src/web/measures/citation.ts';
import {
  figureId,
  figureWith,
  fullestPeriod,
  laidOut,
  periodOrder,
  ranked,
} from '../../src/web/measures/lines.ts';
import { noQuestion } from '../../src/web/measures/question.ts';
import { idWithin, questionOfWatched, seriesWatched, watchedId } from '../../src/web/measures/watched.ts';
import { optionWords, periodWords } from '../../src/web/measures/words.ts';
import { answerWriter, writerOf } from '../../src/web/measures/written.ts';

const measure: MeasureAnswer = {
  id: 'made-up',
  family: 'voting',
  title: 'Made up',
  question: 'Is it?',
  formula: 'x',
  unit: 'share',
  cite: ['Author, A. (2001). Method.', 'Author, B. (2002). More.'],
  weak: 'much',
  interval: 'none to speak of',
  partners: 'needed',
  by: ['session', 'year'],
  chart: 'lines',
  choices: [
    { name: 'issue', about: 'me Middle East', kind: 'one of', values: ['all', 'me'], usual: 'all' },
    { name: 'important', about: '', kind: 'boolean', values: [], usual: false },
    { name: 'importances', about: '', kind: 'text', values: [] },
  ],
};

const answer = (figures: readonly Figure[], more: Partial<MeasurementAnswer> = {}): MeasurementAnswer => ({
  measure,
  version: '9.9.9',
  asked: {
    focal: ['KAZ'],
    partners: ['RUS', 'CHN'],
    by: 'session',
    choices: { issue: 'all', important: false },
  },
  unit: 'share',
  figures,
  basis: 'archive',
  notes: [],
  names: { KAZ: 'Kazakhstan', UZB: 'Uzbekistan', RUS: 'Russia', CHN: 'China' },
  sources: [
    {
      id: 'votes',
      title: 'Votes',
      citation: 'UN (2024)',
      reference: 'UN (2024). Votes.',
      licence: 'with attribution',
      redistributable: false,
      from: 'archive',
    },
  ],
  ...more,
});

const figure = (partner: string | undefined, period: string, value: Figure['value'], more = {}): Figure => ({
  about: 'KAZ',
  partner,
  period,
  value,
  n: 20,
  ...more,
});

describe('figures laid out', () => {
  it('are lines of partners in the order asked, periods in the order of time', () => {
    const laid = laidOut(
      answer([figure('CHN', '9', 0.5), figure('RUS', '10', 0.6), figure('RUS', '9', 0.4)]),
      noQuestion,
    );
    expect(laid.told).toBe('partner');
    expect(laid.lines.map(({ name }) => name)).toEqual(['Russia', 'China']);
    expect(laid.periods).toEqual(['9', '10']);
    expect(laid.lines[0]?.figures.map(({ value }) => value)).toEqual([0.4, 0.6]);
  });

  it('let the reader choose between items and states where partners are the lines', () => {
    const both = ['KAZ', 'UZB'].flatMap((about) =>
      ['RUS', 'CHN'].flatMap((partner) =>
        ['words', 'deeds'].map((item) => figure(partner, '2020', 1, { about, item })),
      ),
    );
    const laid = laidOut(answer(both), { item: 'deeds', about: 'UZB' });
    expect(laid).toMatchObject({
      items: ['words', 'deeds'],
      item: 'deeds',
      states: ['KAZ', 'UZB'],
      state: 'UZB',
    });
    expect(laid.lines.map(({ figures }) => figures.map(({ about, item }) => [about, item]))).toEqual([
      [['UZB', 'deeds']],
      [['UZB', 'deeds']],
    ]);
    expect(laidOut(answer(both), { item: 'nonsense' }).item).toBe('words');
  });

  it('are lines of states or of items where there are no partners', () => {
    const states = laidOut(
      answer([figure(undefined, '2020', 1), figure(undefined, '2020', 2, { about: 'UZB' })], {
        asked: { ...answer([]).asked, focal: ['UZB', 'KAZ'] },
      }),
      noQuestion,
    );
    expect(states.lines.map(({ name }) => name)).toEqual(['Uzbekistan', 'Kazakhstan']);
    const items = laidOut(
      answer(['a', 'b'].map((item) => figure(undefined, '2020', 1, { item }))),
      noQuestion,
    );
    expect(items.lines.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('have what a state and what a leg closes side by side, where a figure is of one or the other', () => {
    const laid = laidOut(
      answer([figure('RUS', '2020', 0.5), figure(undefined, '2020', 0.2, { item: 'CHN-KAZ' })], {
        names: { RUS: 'Russia', 'CHN-KAZ': 'leg China–Kazakhstan' },
      }),
      noQuestion,
    );
    expect(laid.items).toEqual([]);
    expect(laid.lines.map(({ name }) => name)).toEqual(['Russia', 'leg China–Kazakhstan']);
  });

  it('are never lines on one axis where each item has its own unit', () => {
    const items = ['triangles', 'frustration'].map((item) => figure(undefined, '2020', 1, { item }));
    const units = { triangles: 'share', frustration: 'signs' };
    expect(laidOut(answer(items, { units }), noQuestion)).toMatchObject({
      told: 'about',
      items: ['triangles', 'frustration'],
      item: 'triangles',
    });
    const dots = { ...measure, chart: 'dots' as const };
    expect(laidOut(answer(items, { units, measure: dots }), noQuestion).told).toBe('item');
    const write = answerWriter({ unit: 'either', units }, [
      ...items,
      figure(undefined, '2021', 3, { item: 'frustration' }),
    ]);
    expect(write.of('triangles').number(0.5)).toBe('50.0 %');
    expect(write.of('frustration').number(3)).toBe('3');
    expect(write.of(undefined).unit).toBe('either');
  });

  it('lose none', () => {
    const anyFigure = fc.record({
      about: fc.constantFrom('KAZ', 'UZB'),
      partner: fc.constantFrom('RUS', 'CHN', 'USA'),
      period: fc.integer({ min: 1, max: 80 }).map(String),
      value: fc.oneof(fc.double({ noNaN: true }), fc.constant(gap('no-records'))),
      n: fc.nat(),
      item: fc.constantFrom('words', 'deeds'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyFigure, { selector: figureId }), (figures) => {
        const whole = answer(figures);
        const first = laidOut(whole, noQuestion);
        const all = (first.states.length > 0 ? first.states : [undefined]).flatMap((about) =>
          (first.items.length > 0 ? first.items : [undefined]).flatMap((item) =>
            laidOut(whole, { about, item }).lines.flatMap((line) => line.figures),
          ),
        );
        expect(new Set(all.map(figureId))).toEqual(new Set(figures.map(figureId)));
        for (const one of figures) expect(figureWith(figures, figureId(one))).toBe(one);
      }),
    );
  });

  it('are ranked with those without a number last', () => {
    const { lines } = laidOut(
      answer([figure('RUS', '9', gap('too-few-records')), figure('CHN', '9', -0.5), figure('USA', '9', 0.2)]),
      noQuestion,
    );
    expect(ranked(lines, '9').map(({ line }) => line.id)).toEqual(['USA', 'CHN', 'RUS']);
  });

  it('are told of in the last period of which most is known', () => {
    const laid = laidOut(
      answer([
        ...['77', '78'].flatMap((period) => ['RUS', 'CHN'].map((partner) => figure(partner, period, 0.5))),
        figure('RUS', '79', 0.5),
        figure('CHN', '79', gap('not-covered')),
      ]),
      noQuestion,
    );
    expect(fullestPeriod(laid)).toBe('78');
    expect(fullestPeriod({ lines: [], periods: [] })).toBeUndefined();
  });

  it('know that a window stands for its last year, and a month comes after another', () => {
    expect(periodOrder('2014/2023')).toBe(periodOrder('2023'));
    expect(periodOrder('2019-11')).toBeLessThan(periodOrder('2020-01'));
  });
});

describe('series that are watched', () => {
  const about = {
    measure: 'agreement',
    choices: { issue: 'me', important: false },
    points: 'value' as const,
  };
  const watched = answer([
    figure('RUS', '10', 0.7, { interval: { low: 0.6, high: 0.8, level: 0.9, method: 'bootstrap' } }),
    figure('RUS', '9', 0.5, { n: 30 }),
    figure('CHN', '9', gap('not-covered')),
  ]);
  const drift = answer([figure('RUS', '10', -0.2), figure('CHN', '9', gap('no-records'))], { about });

  it('are asked for in the same periods and with the choices that are said', () => {
    const asked = questionOfWatched(drift, { ...noQuestion, partners: ['RUS'], from: '9', beside: ['UZB'] });
    expect(asked).toMatchObject({
      measure: 'agreement',
      partners: ['RUS'],
      beside: ['UZB'],
      by: 'session',
      from: '9',
      choices: { issue: 'me', important: 'false' },
    });
  });

  it('have beside them what is found, the greatest change first', () => {
    const [first, second, ...more] = seriesWatched(drift, watched, { state: undefined, byReach: true });
    expect(more).toEqual([]);
    expect(first?.name).toBe('Russia');
    expect(first?.points.map(({ period }) => period)).toEqual(['9', '10']);
    expect(first?.found.map(({ value }) => value)).toEqual([-0.2]);
    expect(second?.name).toBe('China');
  });

  it('can be numbers of records, and one item, and one state', () => {
    const counted = answer([], { about: { ...about, points: 'n', item: 'words' } });
    const points = answer([
      figure('RUS', '9', 0.5, { n: 30, item: 'words' }),
      figure('RUS', '10', gap('too-few-records'), { item: 'words' }),
      figure('RUS', '9', 0.1, { item: 'deeds' }),
      figure('RUS', '9', 0.1, { item: 'words', about: 'UZB' }),
    ]);
    const [one, ...more] = seriesWatched(counted, points, { state: 'KAZ', byReach: false });
    expect(more).toEqual([]);
    expect(one?.points.map(({ value }) => value)).toEqual([30, gap('no-records')]);
  });

  it('have points whose ids are not taken for figures of the measure', () => {
    const [point] = watched.figures;
    if (!point) throw new Error('a point');
    expect(idWithin(watchedId(point))).toBe(figureId(point));
    expect(idWithin(figureId(point))).toBeUndefined();
  });
});

describe('what is taken away', () => {
  it('is the command that gives the same figures', () => {
    const asked = { ...answer([]).asked, from: '70', by: 'year' as const };
    expect(commandLine(answer([]), noQuestion)).toBe('multivector measure made-up --focal KAZ');
    expect(
      commandLine(
        answer([], {
          asked: { ...asked, choices: { issue: 'me', important: true, importances: "it's 1" } },
        }),
        { ...noQuestion, partners: ['RUS', 'CHN'] },
      ),
    ).toBe(
      "multivector measure made-up --focal KAZ --partner RUS,CHN --from 70 --by year --issue me --important --importances 'it'\\''s 1'",
    );
  });

  it('says what it is, what it rests on, under which licence, and by which method', () => {
    const lines = citation(
      answer([figure('RUS', '9', 0.5)], { notes: ['one\nnote'] }),
      noQuestion,
      '2022-01-01',
    );
    expect(lines[0]).toBe('Made up: Kazakhstan with Russia, China, by session (share).');
    expect(lines[1]).toContain('Multivector 9.9.9 from the archive');
    expect(lines[1]).toContain('as known on 2022-01-01');
    expect(lines).toContain(
      'Data: UN (2024). Votes. Licence: with attribution (the data themselves may not be handed on).',
    );
    expect(lines).toContain('Method: Author, A. (2001). Method.');
    const text = citedData(lines, 'about,value\r\nKAZ,1\r\n');
    const [comments, data] = [
      text.split('\n').filter((line) => line.startsWith('#')),
      text.split('\n').filter((line) => !line.startsWith('#')),
    ];
    expect(comments).toHaveLength(lines.length);
    expect(data.join('\n')).toBe('about,value\r\nKAZ,1\r\n');
  });
});

describe('numbers and words', () => {
  it('are written as per cent, with as many decimals as they bear, and with the minus of typography', () => {
    expect(writerOf('share', [0.5]).number(0.4567)).toBe('45.7 %');
    expect(writerOf('share', [0.02]).range(0.0123, 0.02)).toBe('1.23–2.00 %');
    expect(writerOf('index', [0.5]).range(-0.25, 0.5)).toBe('−0.250 to 0.500');
    expect(writerOf('USD million', [12_345]).number(-12_345.6)).toBe('−12,346');
    expect(writerOf('partners', [3, 5]).number(5)).toBe('5');
    expect(writerOf('index', [0.5]).number(-0.0001)).toBe('0.000');
  });

  it('spell codes out where the help does', () => {
    const about = 'roll calls on one issue only: me Middle East (Palestinian conflict), nu nuclear weapons';
    expect(optionWords('me', about)).toBe('Middle East (Palestinian conflict)');
    expect(optionWords('nu', about)).toBe('Nuclear weapons');
    expect(optionWords('all', about)).toBe('all');
    expect(optionWords('leave-out', about)).toBe('leave out');
  });

  it('say which years a session lies in', () => {
    expect(periodWords('74', 'session')).toBe('Session 74 (2019/20)');
    expect(periodWords('54', 'session')).toBe('Session 54 (1999/00)');
    expect(periodWords('2019', 'year')).toBe('2019');
  });
});
