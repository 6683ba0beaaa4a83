import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.ts';

/**
 * The browser of the tests.
 *
 * @throws where there is none, with what to do
 */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error(
      'No Chromium found for the browser tests: install Chromium or Google Chrome, or set CHROMIUM_PATH to its program.',
    );
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
}
