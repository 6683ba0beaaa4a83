import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/**
 * The architecture, from the ground up: what a folder may import beside itself, and only folders that stand above it
 * here. `version.ts` is a constant.
 */
const mayImport: Record<string, string[]> = {
  model: [],
  'version.ts': [],
  archive: ['model'],
  datasets: ['model'],
  download: ['model'],
  dossier: ['model'],
  measures: ['model'],
  figures: ['model'],
  refresh: ['model', 'measures'],
  brief: ['model', 'dossier', 'measures', 'figures'],
  workers: ['model', 'measures'],
  'measuring.ts': ['model', 'dossier', 'measures', 'refresh'],
  'workbench.ts': [
    'model',
    'dossier',
    'measures',
    'refresh',
    'workers',
    'measuring.ts',
    'brief',
    'version.ts',
  ],
  'archive-workbench.ts': ['model', 'archive', 'datasets', 'download', 'version.ts'],
  cli: ['model', 'workbench.ts', 'archive-workbench.ts', 'version.ts', 'server'],
  server: ['model', 'measures', 'workbench.ts', 'version.ts'],
  web: ['model', 'figures'],
};
/** `cli` starts the server: a door may open another door, and `cli` knows nothing of its routes. */
const doors = { cli: 'server' };

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.tsx?$/.test(file),
);

it('imports point downwards only', () => {
  const wrong: string[] = [];
  for (const file of sources)
    for (const [, path] of readFileSync(join('src', file), 'utf8').matchAll(
      /(?:from|import\()\s*'(\.[^']+)'/g,
    )) {
      const to = normalize(join(dirname(file), path ?? '')).split('/')[0] ?? '';
      const from = file.split('/')[0] ?? '';
      if (to !== from && !mayImport[from]?.includes(to)) wrong.push(`${file} imports ${path}`);
    }
  expect(wrong).toEqual([]);
});

it('the order has no cycle', () => {
  const names = Object.keys(mayImport);
  for (const [name, below] of Object.entries(mayImport))
    for (const other of below)
      if (doors[name as keyof typeof doors] !== other)
        expect(names.indexOf(other), `${name} may import ${other}`).toBeLessThan(names.indexOf(name));
});

it('every folder is in the table', () => {
  const folders = new Set(sources.map((file) => file.split('/')[0] ?? ''));
  expect([...folders].filter((folder) => !(folder in mayImport))).toEqual([]);
});

it('only the dossier folder writes dossiers, and the model does no input or output', () => {
  for (const file of sources.filter((name) => /^(model|measures|figures)\//.test(name)))
    expect(readFileSync(join('src', file), 'utf8'), file).not.toMatch(
      /from 'node:(fs|net|http|child_process)/,
    );
});
