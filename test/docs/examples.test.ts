import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as figures from '../../src/figures/index.ts';
import * as measures from '../../src/measures/index.ts';

const library: Readonly<Record<string, unknown>> = { ...measures, ...figures };

const examples = ['src/measures', 'src/figures'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/@example (.+?) \/\/ (.+)$/gm)].map(
        ([, call = '', result = '']) => [call, result] as const,
      ),
    ),
);

it.each(examples)('%s is %s', (call, result) => {
  const names = Object.keys(library).filter((name) => call.includes(name));
  const value: unknown = new Function(...names, `return ${call}`)(...names.map((name) => library[name]));
  const text = JSON.stringify(value).replaceAll(',', ', ');
  if (result.endsWith('…')) expect(text.startsWith(result.slice(0, -1)), text).toBe(true);
  else expect(text).toBe(result);
});

it('there are some', () => {
  expect(examples.length).toBeGreaterThanOrEqual(6);
});
