import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from '../scripts/find-chromium.ts';
import { type Comparison, compare, processTime } from './measure.ts';

/** The brief as PDF, a whole process; beside the brief as HTML and a headless Chromium that prints it. */
export function benchBrief(folder: string): Promise<Comparison> {
  const program = 'bin/multivector.js';
  const browser = findChromium();
  if (!browser) throw new Error('no Chromium');
  const [pdf, html, printed] = ['brief.pdf', 'brief.html', 'printed.pdf'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  return compare(
    'multivector brief KAZ -o brief.pdf, whole process',
    () => processTime(process.execPath, [program, 'brief', 'KAZ', '-o', pdf]),
    'multivector brief KAZ -o brief.html, printed by headless Chromium',
    () =>
      processTime(process.execPath, [program, 'brief', 'KAZ', '-o', html]) +
      processTime(browser, [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${printed}`,
        pathToFileURL(html).href,
      ]),
  );
}
