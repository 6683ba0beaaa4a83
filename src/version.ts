import { createRequire } from 'node:module';

/** The version of this program, as its package says: the same file from source, from the library and from the program. */
export const { version } = createRequire(import.meta.url)('multivector/package.json') as {
  readonly version: string;
};
