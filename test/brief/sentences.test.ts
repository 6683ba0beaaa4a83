import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type BriefDocument,
  type BriefInput,
  compose,
  sentencesOf,
  tablesOf,
} from '../../src/brief/index.ts';
import { bands } from '../../src/measures/index.ts';
import { dimensions } from '../../src/model/dimension.ts';
import { isGap } from '../../src/model/gap.ts';
import { confidences, likelihoods } from '../../src/model/likelihood.ts';
import type { Vector } from '../../src/model/measured.ts';
import type { Records } from '../../src/model/records.ts';
import { findRecord } from '../../src/model/trace.ts';
import { Workbench } from '../../src/workbench.ts';
import { tiny } from '../fixtures/tiny.ts';
import { hostile, inputOf, sourced } from './inputs.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 }); // a busy machine is not a failure

let kazakhstan: Records;
let input: BriefInput;
let brief: BriefDocument;
beforeAll(async () => {
  kazakhstan = (await Workbench.open({ focal: 'KAZ' })).records;
  input = inputOf(kazakhstan, 2023);
  brief = compose(input);
});

const noted = ({ sections }: BriefDocument) => sections.filter((section) => section.noted);
const sentences = (of: BriefDocument) => noted(of).flatMap(({ blocks }) => sentencesOf(blocks));

/** What every brief must keep, whatever its dossier. */
function lint(of: BriefDocument): string[] {
  const numbers = sentences(of).map(({ note }) => note);
  return [
    ...sentences(of).flatMap(({ text, note }) => (note === undefined ? [`no note: ${text}`] : [])),
    ...of.notes.flatMap(({ runs, number }) =>
      runs.every(({ text }) => text.trim() === '') ? [`note ${number} is empty`] : [],
    ),
    ...(numbers.join() === of.notes.map(({ number }) => number).join()
      ? []
      : ['notes are not called in their order']),
    ...sentences(of).flatMap(({ text }) =>
      /\blikelihood\b/i.test(text) && /\bconfidence\b/i.test(text)
        ? [`likelihood and confidence: ${text}`]
        : [],
    ),
    ...sentences(of).flatMap(({ text }) =>
      /NaN|undefined|Infinity|\[object/.test(text) ? [`broken: ${text}`] : [],
    ),
  ];
}

describe('the notes of a brief', () => {
  it('stand behind every sentence about Kazakhstan, each called once and in order', () => {
    expect(lint(brief)).toEqual([]);
    expect(sentences(brief).length).toBeGreaterThan(60);
  });

  it('stand behind every sentence of a tiny dossier, with sources or without', () => {
    for (const records of [tiny, sourced, hostile])
      for (const year of [2020, 2021, 1990]) expect(lint(compose(inputOf(records, year)))).toEqual([]);
  });

  it('stand behind every sentence of whatever part of the dossier is left', () => {
    const some = <T>(rows: readonly T[]) => fc.subarray([...rows], { maxLength: Math.min(40, rows.length) });
    fc.assert(
      fc.property(
        fc.record({
          events: some(kazakhstan.events),
          ties: some(kazakhstan.ties),
          observations: some(kazakhstan.observations),
          claims: some(kazakhstan.claims),
          commitments: some(kazakhstan.commitments),
          bare: fc.boolean(),
          year: fc.integer({ min: 2018, max: 2024 }),
        }),
        ({ year, bare, ...part }) => {
          const records = { ...kazakhstan, ...part, ...(bare && { evidence: [] }) };
          expect(lint(compose(inputOf(records, year, 10)))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('name a source with its place, and a note of the source that was not supplied', () => {
    const texts = brief.notes.map(({ runs }) => runs.map(({ text }) => text).join(''));
    expect(texts.some((text) => /, paras?\. \d/.test(text))).toBe(true);
    expect(texts.some((text) => /\(its note \d+: cited there, not supplied\)/.test(text))).toBe(true);
  });

  it('cite a source in full once and shortened afterwards', () => {
    const title = 'Commentary on Kazakhstan’s multi-vector foreign policy';
    const full = brief.notes.filter(({ runs }) =>
      runs.some(({ text, style }) => style === 'italic' && text.includes(title)),
    );
    expect(full).toHaveLength(1);
  });
});

/** Numbers as a reader sees them: “−0.28”, “1,800”, “51”. */
const numbersIn = (text: string): { value: number; decimals: number }[] =>
  [...text.matchAll(/(?<![\w.,])([+−-]?)(\d[\d,]*(?:\.\d+)?)/g)].map(([, sign, digits = '']) => ({
    value: Number(`${sign === '−' || sign === '-' ? '-' : ''}${digits.replaceAll(',', '')}`),
    decimals: digits.split('.')[1]?.length ?? 0,
  }));

const ends = (interval: Vector['weightInterval']): number[] =>
  isGap(interval) ? [] : [interval.low, interval.high, interval.level];
const given = (...values: unknown[]): number[] => values.filter((value) => typeof value === 'number');

/** Every number that stands behind an id which a note names. */
function numbersBehind(name: string, of: BriefInput): number[] {
  const year = of.year ?? 0;
  const [kind = '', rest = ''] = name.includes(':') ? name.split(/:(.*)/) : ['', name];
  const measured = () => dimensions.map((dimension) => of.measured(dimension, year));
  const dimension = dimensions.find((one) => rest.split('.').includes(one));
  if (kind === 'balance' && dimension) {
    const { balance } = of.measured(dimension, year);
    return [
      ...given(balance.effectivePartners, balance.leaderHolds, balance.n),
      ...ends(balance.effectivePartnersInterval),
    ];
  }
  if (kind === 'resultant' && dimension) {
    const one = of.resultant(dimension, year);
    return [...given(one.pull, one.stand), ...ends(one.standInterval), Number(one.positionPeriod)];
  }
  if (kind === 'profile')
    return [...given(...of.profile(year).parts.map(({ value }) => value)), bands.exposure[1]];
  if (kind === 'gaps') {
    const all = measured().flatMap(({ vectors }) => vectors);
    return [
      all.length,
      of.records.partners.length,
      all.filter(({ weight }) => isGap(weight)).length,
      all.filter(({ direction }) => isGap(direction)).length,
    ];
  }
  if (kind === 'commitments') {
    const checks = of.commitments(year);
    return [checks.length, ...checks.flatMap(({ words }) => numbersIn(words).map(({ value }) => value))];
  }
  if (kind === 'claims') return [of.records.claims.filter((claim) => claim.kind !== 'numeric').length];
  if (kind === 'disagreement') {
    const sides = of.disagreements().find(({ id }) => id === rest)?.sides ?? [];
    const latest = sides
      .map(({ period }) => period ?? '')
      .sort()
      .at(-1);
    const values = sides.filter(({ period }) => period === latest).flatMap(({ value }) => value ?? []);
    return [
      Math.min(...values) / Math.max(...values),
      new Set(sides.map(({ period }) => period)).size,
      Number(latest),
    ];
  }
  const vector = measured()
    .flatMap(({ vectors }) => vectors)
    .find(({ id }) => id === name);
  if (vector)
    return [
      ...given(vector.weight, vector.direction),
      ...ends(vector.weightInterval),
      ...ends(vector.directionInterval),
      ...vector.terms.map(({ period }) => Number(period.slice(0, 4))),
    ];
  const source = of.records.sources.find(({ id }) => id === name);
  const found = source ? undefined : findRecord(of.records, name);
  const row: object = found?.row ?? {};
  // What another source states of the record, and the years of the sources that a sentence names.
  const told = found?.evidence.map(({ states, citation }) => ({ states, citation })) ?? source?.issued;
  return [
    ...given(...Object.values(row)),
    ...numbersIn(JSON.stringify([row, told]).replaceAll('-', ' ')).map(({ value }) => value),
  ];
}

/** How far apart the figures are that a note names, as shares of each other. */
function distances(names: readonly string[]): number[] {
  const values = kazakhstan.observations.flatMap(({ id, value }) =>
    names.includes(id) && value !== undefined ? [value] : [],
  );
  return values.flatMap((one) => values.map((other) => Math.abs(one - other) / Math.abs(other)));
}

describe('the numbers of a brief', () => {
  it('each occur in a record or a measure that their note names', () => {
    const names = new Map(brief.notes.map((note) => [note.number, note.names]));
    const wrong = sentences(brief).flatMap(({ text, note }) => {
      const behind = [
        2023, // the year of the brief
        0.9, // the level of every interval
        ...(/scale from −1/.test(text) ? [-1, 1] : []),
        ...(names.get(note ?? 0) ?? []).flatMap((name) => numbersBehind(name, input)),
        ...distances(names.get(note ?? 0) ?? []),
      ];
      return numbersIn(text.replaceAll('\u202f%', '%'))
        .filter(
          ({ value, decimals }) =>
            !behind.some(
              (one) =>
                [one, one * 100].some((at) => Math.abs(value - at) <= 0.5 * 10 ** -decimals + 1e-9) ||
                (Math.abs(one) >= 100 && value === Number(one.toPrecision(2))),
            ),
        )
        .map(({ value }) => `${value} in: ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it('have no more than two significant figures in a computed sentence', () => {
    const computed = brief.notes.filter(({ runs }) => runs.some(({ text }) => text.includes('Computed')));
    const numbers = new Set(computed.map(({ number }) => number));
    for (const { text } of sentences(brief).filter(({ note }) => numbers.has(note ?? 0)))
      for (const [digits] of text.matchAll(/\d+\.\d+/g))
        expect(digits.replace(/^0\.0?|\./, '').length, text).toBeLessThanOrEqual(2);
  });
});

describe('the judgements of a brief', () => {
  it('keep the author’s hedges, word for word', () => {
    const cells = brief.sections
      .filter(({ id }) => id === 'judgements')
      .flatMap(({ blocks }) => tablesOf(blocks))
      .flatMap(({ rows }) => rows.flat().map(({ text }) => text));
    const hedges = kazakhstan.claims.flatMap(({ hedge, kind }) =>
      hedge && kind !== 'numeric' ? [hedge] : [],
    );
    expect(hedges.length).toBeGreaterThan(5);
    for (const hedge of hedges) expect(cells).toContain(`“${hedge}”`);
  });

  it('put likelihood and confidence into columns of their own, in the words of ICD 203', () => {
    const [table] = compose(inputOf(hostile, 2020))
      .sections.filter(({ id }) => id === 'judgements')
      .flatMap(({ blocks }) => tablesOf(blocks));
    const titles = table?.columns.map(({ title }) => title) ?? [];
    const cell = (title: string) => table?.rows[0]?.[titles.indexOf(title)]?.text;
    expect(cell('Likelihood')).toBe(likelihoods.likely.words);
    expect(confidences).toContain(cell('Confidence'));
  });
});

describe('a brief', () => {
  it('says that a lead cannot be told where the draws do not bear it out', () => {
    const open: BriefInput = {
      ...input,
      measured: (dimension, year) => {
        const measured = input.measured(dimension, year);
        return { ...measured, balance: { ...measured.balance, leaderHolds: 0.45 } };
      },
    };
    const [summary] = compose(open).sections;
    const text = sentencesOf(summary?.blocks ?? [])
      .map(({ text: one }) => one)
      .join(' ');
    expect(text).toContain('cannot be told apart');
    expect(text).not.toContain('weighs most');
  });

  it('checks the claim of sixty per cent against stock and flow', () => {
    const text = sentencesOf(brief.sections[0]?.blocks ?? [])
      .map(({ text: one }) => one)
      .join(' ')
      .replaceAll('\u202f', '');
    expect(text).toContain('63% in 2015 and 51% in 2021');
    expect(text).toContain('−30% in 2019');
  });

  it('shows no series from a source that may not be handed on', () => {
    const dispute = sentencesOf(brief.sections.find(({ id }) => id === 'disputes')?.blocks ?? []);
    const fdi = dispute.filter(({ text }) => text.startsWith('Inward FDI stock'));
    expect(fdi.length).toBeGreaterThan(0);
    for (const { text } of fdi) expect(text).toContain('left out');
  });
});
