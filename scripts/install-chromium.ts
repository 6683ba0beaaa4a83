/** Sees to it that there is a Chromium for the browser tests, or ends with one line that says what to do. */
import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

function run(command: string, ...args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

const asRoot = process.getuid?.() === 0;

if (!findChromium()) {
  process.stderr.write('No Chromium found for the browser tests: installing one …\n');
  const installed =
    (asRoot &&
      run('apt-get', 'update', '-qq') &&
      run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')) ||
    run(process.execPath, 'node_modules/playwright-core/cli.js', 'install', 'chromium');
  if (!installed || !findChromium()) {
    process.stderr.write(
      'The browser tests need Chromium, and none could be installed. Install Chromium or Google Chrome, or set CHROMIUM_PATH to its program, and run “npm test” again.\n',
    );
    process.exitCode = 1;
  }
}
