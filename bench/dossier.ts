import { createRequire } from 'node:module';
import { Dossier } from '../src/dossier/index.ts';
import { type Comparison, compare } from './measure.ts';

interface Resource {
  readonly tabular: boolean;
  read(): Promise<readonly unknown[]>;
}
const { Package } = createRequire(import.meta.url)('datapackage') as {
  Package: { load(descriptor: string): Promise<{ readonly resources: readonly Resource[] }> };
};

/** Opening and checking the built-in dossier, beside the Frictionless reference library reading its tables. */
export function benchDossier(): Promise<Comparison> {
  const folder = 'dossiers/kazakhstan';
  return compare(
    'Dossier Kazakhstan opened and checked',
    async () => {
      const start = performance.now();
      await Dossier.open(folder);
      return performance.now() - start;
    },
    'the Frictionless reference library (datapackage) reading the same tables',
    async () => {
      const start = performance.now();
      const { resources } = await Package.load(`${folder}/datapackage.json`);
      for (const resource of resources) if (resource.tabular) await resource.read();
      return performance.now() - start;
    },
  );
}
