/**
 * Takes the pictures of the README from the built program:
 *
 *     npm run build && npx tsx scripts/screenshots.ts ARCHIVE
 *
 * ARCHIVE is a folder into which the General Assembly's votes were imported; it is only read. Without it the pictures of
 * the measures stay as they are.
 *
 * The brief's pages are turned into pictures by Poppler's `pdftoppm`, which must be installed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';
import { run, serve } from './program.ts';

const images = join('docs', 'images');
/** Pixels of air above a part that is scrolled to. */
const room = 16;
/** Milliseconds in which what was scrolled comes to rest. */
const settled = 400;
const at = '?dimension=economic&year=2023';

async function page(
  browser: Browser,
  url: string,
  file: string,
  {
    width = 1440,
    height = 900,
    dark = false,
    awaited,
    part,
  }: {
    width?: number;
    height?: number;
    dark?: boolean;
    /** Selector of what takes long. */
    awaited?: string;
    /** Selector of the part of the page that is scrolled to. */
    part?: string;
  } = {},
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const tab = await context.newPage();
  await tab.goto(url, { waitUntil: 'networkidle' });
  if (awaited !== undefined) await tab.locator(awaited).waitFor({ timeout: 120_000 });
  if (part !== undefined)
    await tab.locator(part).evaluate((node, above) => {
      scrollBy(0, node.getBoundingClientRect().top - above);
    }, room);
  await tab.waitForTimeout(settled);
  await tab.screenshot({ path: join(images, file) });
  await context.close();
}

/** The first two pages of the brief side by side. */
async function briefPages(browser: Browser, folder: string): Promise<void> {
  const pdf = join(folder, 'brief.pdf');
  await run(['brief', 'KAZ', '--at', '2023', '-o', pdf]);
  const sheets = ['1', '2'].map((name) => {
    execFileSync('pdftoppm', [
      '-png',
      '-r',
      '80',
      '-f',
      name,
      '-l',
      name,
      '-singlefile',
      pdf,
      join(folder, name),
    ]);
    const bytes = readFileSync(join(folder, `${name}.png`)).toString('base64');
    return `<img src="data:image/png;base64,${bytes}" style="box-shadow:0 1px 8px #0004;height:860px">`;
  });
  const tab = await browser.newPage({ viewport: { width: 1300, height: 940 } });
  await tab.setContent(
    `<body style="margin:0;height:100vh;display:flex;gap:32px;align-items:center;justify-content:center;background:#d9d4c7">${sheets.join('')}`,
  );
  await tab.screenshot({ path: join(images, 'brief.png') });
  await tab.close();
}

const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium: set CHROMIUM_PATH');
mkdirSync(images, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'multivector-screenshots-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const [archive] = process.argv.slice(2);
const { url, stop } = await serve(
  ['--port', '0'],
  archive === undefined ? {} : { MULTIVECTOR_ARCHIVE: archive },
);
try {
  await page(browser, url + at, 'workbench-light.png');
  await page(browser, `${url}?dimension=political&year=2022`, 'workbench-dark.png', { dark: true });
  await page(browser, `${url + at}&open=KAZ.RUS.economic.2023`, 'evidence.png');
  await page(browser, url + at, 'phone.png', { width: 375, height: 812 });
  if (archive !== undefined) {
    const votes = `${url}?view=measures&measure=agreement&partners=RUS,CHN,EU,USA`;
    await page(browser, votes, 'measures.png', { awaited: '.mv-series' });
    await page(browser, `${votes}&multiverse=yes`, 'multiverse.png', {
      awaited: '.mv-specification-curve',
      part: '.multiverse',
    });
  }
  await briefPages(browser, folder);
} finally {
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
