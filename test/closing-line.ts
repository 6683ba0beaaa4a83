import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line that counts it: `262 passed, 0 failed`. A file that cannot be loaded counts as failed. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: 'passed' | 'failed' | 'skipped') =>
      tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter(
      (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
    );
    const skipped = count('skipped');
    const line = `${count('passed')} passed, ${count('failed') + broken.length + errors.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    // After the other reporters’ summaries.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}
