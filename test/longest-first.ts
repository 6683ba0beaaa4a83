import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first: begun last, one of them would run alone while processors idle. */
const longest = [
  'test/measures/publishers-files.test.ts',
  'test/archive/killed.test.ts',
  'test/archive/fuzz.test.ts',
  'test/datasets/every-file.test.ts',
  'test/dossier/fuzz.test.ts',
];

/** Begins with the longest files; the others come in vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
