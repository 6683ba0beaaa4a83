import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { makeDraft } from '../../src/archive/draft.ts';
import { Duck, literal } from '../../src/archive/duck.ts';
import { csvFile } from '../../src/archive/reading.ts';
import { stage } from '../../src/archive/stage.ts';
import type { Draft } from '../../src/archive/store.ts';
import { formats } from '../../src/datasets/index.ts';
import { seeded } from '../../src/measures/index.ts';
import { MultivectorError } from '../../src/model/errors.ts';
import type { Format } from '../../src/model/format.ts';
import { samplesFolder, samplesOf } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { mutated } from './mutations.ts';

/** How many times each document is spoilt. Lines of tables are spoilt 10,000 times in any case. */
const documents = Number(process.env.FUZZ_DOCUMENTS ?? 60);
const lines = 10_000;

// The promises are about a publisher's whole file; here its rows come again and again.
const tested = formats
  .filter(({ id }) => existsSync(join(samplesFolder, id)))
  .map((format): Format => ({ ...format, expect: {} }));

async function draftOf(format: Format, path: string): Promise<Draft> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'staged'));
  return makeDraft(format, await stage(path, join(folder, 'staged')), {
    folder,
    now: new Date('2026-01-02T00:00:00Z'),
    version: 'test',
  });
}

async function rejectsOf(draft: Draft): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (draft.rejects === undefined) return [];
  const duck = await Duck.open();
  try {
    return await duck.rows(`SELECT line, reason, text FROM read_parquet(${literal(draft.rejects)})`);
  } finally {
    duck.close();
  }
}

it('every format has a sample of our own', () => {
  expect(formats.filter(({ id }) => !existsSync(join(samplesFolder, id))).map(({ id }) => id)).toEqual([]);
});

/** Rows that were understood: taken, or set aside for a reason. */
const readable = ({ rows, aside }: Draft['record']): number =>
  rows.taken + aside.reduce((sum, { rows: n }) => sum + n, 0);

const tables = tested.filter(({ reading }) => reading.kind !== 'parsed');

it.each(tables.map((format) => [format.id, format] as const))(
  '%s: ten thousand spoilt lines cost none of the good ones',
  { timeout: 120_000 },
  async (id, format) => {
    const { uniform: random } = seeded(`lines ${id} 3`);
    const [sample = ''] = samplesOf(id);
    const folder = await temporaryFolder();
    const [staged] = await stage(sample, folder);
    if (!staged) throw new Error('no sample');
    const all = readFileSync(staged.path).toString('latin1').split('\n');
    const before = format.reading.kind === 'csv' ? csvFile(staged, format.reading).before : 0;
    const head = all.slice(0, before);
    const body = all
      .slice(before)
      .map((line) => line.replace(/\r$/, ''))
      .filter((line) => line !== '');
    const alone = await draftOf(format, sample);

    const rows: string[] = [];
    const rounds = 20;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < lines / rounds; i++) {
        const line = body[Math.floor(random() * body.length)] ?? '';
        rows.push(Buffer.from(mutated(Buffer.from(line, 'latin1'), random)).toString('latin1'));
      }
      rows.push(...body);
    }
    const path = join(folder, `spoilt-${basename(sample)}`); // a name may tell the year
    await writeFile(path, Buffer.from(`${[...head, ...rows].join('\n')}\n`, 'latin1'));
    const draft = await draftOf(format, path);
    const { record } = draft;

    // A format may set aside a row that comes again; it is counted all the same.
    expect(readable(record)).toBeGreaterThanOrEqual(rounds * readable(alone.record));
    expect(record.rows.refused).toBeGreaterThan(0);
    expect(record.rows.refused).toBe(record.refused.reduce((sum, { rows: n }) => sum + n, 0));
    const good = new Set(alone.record.rows.refused === 0 ? body : []);
    const rejects = await rejectsOf(draft);
    expect(rejects.length).toBe(record.rows.refused);
    for (const { line, reason, text } of rejects) {
      expect(Number(line)).toBeGreaterThan(before);
      expect(String(reason)).not.toBe('');
      expect(good.has(String(text)), `a good line was refused: ${String(text)} – ${String(reason)}`).toBe(
        false,
      );
    }
  },
);

const papers = tested.filter(({ reading }) => reading.kind === 'parsed');

it.each(papers.map((format) => [format.id, format] as const))(
  '%s: a spoilt document gives rows, problems or an error that names it',
  { timeout: Math.max(120_000, documents * 200) },
  async (id, format) => {
    const { reading } = format;
    if (reading.kind !== 'parsed') return;
    const { uniform: random } = seeded(`documents ${id}`);
    const samples = samplesOf(id).map((path) => readFileSync(path));
    for (let i = 0; i < documents; i++) {
      const bytes = mutated(samples[i % samples.length] ?? Buffer.alloc(0), random);
      const began = performance.now();
      try {
        for await (const parsed of reading.rows({ name: `spoilt ${i}`, bytes }))
          if ('problem' in parsed) expect(parsed.problem).not.toBe('');
      } catch (error) {
        if (!(error instanceof MultivectorError))
          throw new Error(`mutation ${i} of ${id} broke the parser`, { cause: error });
      }
      expect(performance.now() - began, `mutation ${i} of ${id} took long`).toBeLessThan(10_000);
    }
  },
);

it.each(papers.map((format) => [format.id, format] as const))(
  '%s: of a spoilt document either a whole draft is made or none',
  { timeout: 120_000 },
  async (id, format) => {
    const { uniform: random } = seeded(`drafts ${id}`);
    const [sample = ''] = samplesOf(id);
    const folder = await temporaryFolder();
    for (let i = 0; i < 5; i++) {
      const path = join(folder, `${i}`);
      await writeFile(path, mutated(readFileSync(sample), random));
      try {
        const { record } = await draftOf(format, path);
        expect(record.rows.refused).toBe(record.refused.reduce((sum, { rows: n }) => sum + n, 0));
      } catch (error) {
        expect(error).toBeInstanceOf(MultivectorError);
      }
    }
  },
);
