import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';
import { LongestFirst } from './test/longest-first.ts';

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 30_000, // tests share the processors
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
