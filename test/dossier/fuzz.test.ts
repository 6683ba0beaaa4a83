import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asKnownOn } from '../../src/dossier/history.ts';
import { readDossier } from '../../src/dossier/validate.ts';
import { disagreements, measureDimension } from '../../src/measures/index.ts';
import { kazakhstan } from '../fixtures/folders.ts';

/** The built-in dossier with its two long tables cut short, so that a thousand readings take seconds. */
async function texts(): Promise<Map<string, string>> {
  const files = (await readdir(kazakhstan)).filter((file) => /\.(csv|json)$/.test(file));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => {
        const text = await readFile(join(kazakhstan, file), 'utf8');
        return [
          file,
          /^(observations|history)/.test(file) ? `${text.split('\n').slice(0, 60).join('\n')}\n` : text,
        ];
      }),
    ),
  );
}

const splice = (text: string, at: number, cut: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + cut);
const hostile = fc.constantFrom(
  '"',
  '""',
  ',',
  ';',
  '\n',
  '\r\n',
  '\0',
  '\ufeff',
  '=1+1',
  '@SUM(A1)',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '1e999',
  '-0',
  'NaN',
  '9'.repeat(400),
  '{}',
  '[]',
  'null',
  '𝔘',
  '\u202e',
  '2022-13-45',
  '../..',
  'KAZ',
  '',
);

it('a dossier mutated in any of 1,500 ways is read without a crash, and every error has its place', {
  timeout: 120_000,
}, async () => {
  const files = await texts();
  const names = [...files.keys()];
  let broken = 0;
  const mutation = fc.record({
    file: fc.constantFrom(...names),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    cut: fc.oneof(fc.nat(3), fc.nat(400)),
    put: fc.oneof(hostile, fc.string({ maxLength: 20 })),
  });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
      const mutated = new Map(files);
      for (const { file, at, cut, put } of mutations) {
        const text = mutated.get(file) ?? '';
        mutated.set(file, splice(text, Math.floor(at * text.length), cut, put));
      }
      const { records, history, problems } = readDossier({ texts: mutated, problems: [] });
      if (problems.length > 0) broken += 1;
      for (const { file, line, message } of problems) {
        expect(names).toContain(file);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual((mutated.get(file) ?? '').split('\n').length + 1);
        expect(message).not.toMatch(/undefined|\[object|at .*\.ts:/);
      }
      if (records && problems.length === 0) {
        // What is taken for valid can be computed with.
        measureDimension(records, 'political', { year: 2022, draws: 2 });
        disagreements(records);
        asKnownOn('2022-06-01', records, history);
      }
    }),
    { numRuns: 1500 },
  );
  expect(broken).toBeGreaterThan(500);
});
