import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../scripts/find-chromium.ts';
import { serve } from '../scripts/program.ts';
import { type Comparison, compare } from './measure.ts';

/** Runs in the page before all else; as text, since what a compiler adds to a function is not there. */
const noteFirstRose = `{
  const look = () => {
    if (document.querySelector('.rose svg.mv-rose [data-vector]')) globalThis.firstRose = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}`;

/** Milliseconds from the start of the navigation until the rose’s first petal is in the page; nothing is cached. */
async function firstRose(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(noteFirstRose);
    await page.goto(url);
    const found = await page.waitForFunction(() => (globalThis as { firstRose?: number }).firstRose);
    return (await found.jsonValue()) ?? Number.NaN;
  } finally {
    await context.close();
  }
}

/** The first rose in the browser, beside the floor: a file that holds the finished drawing and nothing else. */
export async function benchPage(folder: string): Promise<Comparison> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium');
  const { url, stop } = await serve(['--port', '0']);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    const drawing = await page
      .locator('.rose svg.mv-rose')
      .first()
      .evaluate((svg) => svg.outerHTML);
    await page.close();
    const file = join(folder, 'rose.html');
    writeFileSync(
      file,
      `<!doctype html><meta charset="utf-8"><title>Rose</title><div class="rose">${drawing}</div>`,
    );
    return await compare(
      'First rose in the browser, from the start of the navigation, nothing cached',
      () => firstRose(browser, url),
      'a file that holds the finished drawing and nothing else',
      () => firstRose(browser, pathToFileURL(file).href),
      9,
    );
  } finally {
    await browser.close();
    await stop();
  }
}
