import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Running, run, serve } from '../../scripts/program.ts';
import { launch } from './chromium.ts';
import { rollCalls } from './votes.ts';

let browser: Browser;
let running: Running;
const complaints: string[] = [];
const left: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  [browser, running] = await Promise.all([
    launch(),
    serve(['--port', '0'], { MULTIVECTOR_ARCHIVE: '/nonexistent/archive' }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await running?.stop();
});
beforeEach(() => {
  complaints.length = 0;
});
afterEach(async () => {
  for (const close of left.splice(0).reverse()) await close();
  expect(complaints).toEqual([]);
});

/** Opens the page as a reader; whatever it complains of, or asks of another host, fails the test. */
async function read(query = '', options: BrowserContextOptions = {}, from: Running = running): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  left.push(() => context.close());
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(from.url)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(from.url + query);
  return page;
}

const rose = (page: Page) => page.getByRole('group', { name: /a compass rose of \d+ partners/ });
const petal = (page: Page, name: string) => rose(page).getByRole('button', { name: new RegExp(`^${name},`) });

/** A point at which a petal is to be seen: others may lie over its middle, and its mark takes in the label at the rim. */
async function pointOn(page: Page, name: string): Promise<{ x: number; y: number }> {
  await petal(page, name).scrollIntoViewIfNeeded();
  return petal(page, name).evaluate((mark) => {
    const box = mark.querySelectorAll('path')[1]?.getBoundingClientRect() ?? new DOMRect();
    for (let row = 1; row < 20; row++)
      for (let column = 1; column < 20; column++) {
        const [x, y] = [box.x + (box.width * column) / 20, box.y + (box.height * row) / 20];
        if (document.elementFromPoint(x, y)?.closest('[role=button]') === mark) return { x, y };
      }
    throw new Error('the petal is nowhere to be seen');
  });
}

async function clickPetal(page: Page, name: string): Promise<void> {
  await petal(page, name).waitFor();
  const { x, y } = await pointOn(page, name);
  await page.mouse.click(x, y);
}

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Evidence' });
const year = (page: Page) => page.getByRole('slider', { name: 'Year' });

/** What axe finds wrong with the page as it is. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (options: object) => Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'] });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary.slice(0, 240)}`,
    );
  });
}

describe('from the rose to the source', () => {
  it('shows the rose, and a petal leads to formula, terms, records and a note that was not supplied', async () => {
    const page = await read('?dimension=political&year=2022');
    await rose(page).waitFor();
    await clickPetal(page, 'Russia');
    await drawer(page)
      .getByRole('heading', { name: /Kazakhstan.*Russia/ })
      .waitFor();
    expect(page.url()).toContain('open=KAZ.RUS.political.2022');
    const formula = drawer(page).getByRole('figure', { name: 'Formula' }).first();
    expect(await formula.textContent()).toContain('wⱼ = rⱼ / Σ r');

    const terms = drawer(page).getByRole('table', { name: 'Terms of the weight' });
    const adds = await terms.locator('tbody tr td:last-child').allTextContents();
    const sum = Number(await terms.locator('tfoot td').textContent());
    expect(adds.map(Number).reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 0);

    await expect(
      drawer(page).getByText('its note 4: cited there, not supplied').first().isVisible(),
    ).resolves.toBe(true);
    await drawer(page).getByRole('link', { name: 'Kazakhstan offers to mediate' }).first().click();
    await drawer(page).getByRole('heading', { name: 'Kazakhstan offers to mediate', level: 2 }).waitFor();
    await drawer(page)
      .getByRole('link', { name: /Commentary/ })
      .first()
      .click();
    await drawer(page).getByText('text not included').waitFor();

    await drawer(page).getByRole('button', { name: 'Back' }).click();
    await drawer(page).getByRole('heading', { name: 'Kazakhstan offers to mediate', level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
  });

  it('goes from the effective number down to a record', async () => {
    const page = await read('?dimension=economic&year=2022');
    await page
      .getByRole('link', { name: /^Effective number of partners: \d/ })
      .last()
      .click();
    await drawer(page).getByText('N = 1 / Σ wⱼ²').waitFor();
    await drawer(page).getByRole('link', { name: 'European Union' }).click();
    await drawer(page)
      .getByRole('heading', { name: /European Union/, level: 2 })
      .waitFor();
    const term = drawer(page)
      .getByText(/: \d+ records?$/)
      .first();
    if ((await drawer(page).getByRole('listitem').count()) === 0) await term.click();
    const record = drawer(page).locator('.records').getByRole('link').first();
    if (!(await record.isVisible())) await term.click();
    await record.click();
    await drawer(page).getByRole('heading', { name: 'The record' }).waitFor();
    await drawer(page).getByRole('button', { name: 'Copy citation' }).waitFor();
  });

  it('walks by keyboard alone, and Escape gives the focus back', async () => {
    const page = await read('?dimension=political&year=2022');
    await rose(page).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const first = await label();
    expect(first).toMatch(/bearing \d+°, weight/);
    await page.keyboard.press('ArrowRight');
    const second = await label();
    expect(second).not.toBe(first);
    const bearing = (text: string) => Number(/bearing (\d+)/.exec(text)?.[1]);
    expect(bearing(second)).toBeGreaterThanOrEqual(bearing(first));
    await page.keyboard.press('Enter');
    await drawer(page).getByRole('heading', { level: 2 }).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('dialog');
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    expect(await label()).toBe(second);
  });
});

describe('the page’s state is its address', () => {
  it('moves through the years, with numbers and address, and back', async () => {
    const page = await read('?dimension=political&year=2022');
    await petal(page, 'Russia').waitFor();
    const said = await petal(page, 'Russia').getAttribute('aria-label');
    await year(page).focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/year=2018/);
    await expect.poll(() => petal(page, 'Russia').getAttribute('data-vector')).toBe('KAZ.RUS.political.2018');
    expect(await petal(page, 'Russia').getAttribute('aria-label')).not.toBe(said);
    await page.goBack();
    await page.waitForURL(/year=2022/);
    await expect.poll(() => petal(page, 'Russia').getAttribute('aria-label')).toBe(said);
  });

  it('opens a deep link, and the browser’s back button closes what was opened', async () => {
    const page = await read('?dimension=security&year=2022&open=record:kaz-offers-mediation');
    await drawer(page).getByRole('heading', { name: 'Kazakhstan offers to mediate' }).waitFor();
    await drawer(page).getByRole('button', { name: 'Close the evidence' }).click();
    await drawer(page).waitFor({ state: 'detached' });
    await page
      .getByRole('navigation', { name: 'Dimension' })
      .getByRole('link', { name: /Economic/ })
      .click();
    await page.waitForURL(/dimension=economic/);
    await page.keyboard.press('2');
    await page.waitForURL(/dimension=security/);
    await clickPetal(page, 'Russia');
    await drawer(page).waitFor();
    await page.goBack();
    await drawer(page).waitFor({ state: 'detached' });
    expect(page.url()).toContain('dimension=security');
  });

  it('filters the timeline', async () => {
    const page = await read();
    const filters = page.getByRole('form', { name: 'Filters of the timeline' });
    await filters.getByRole('combobox', { name: 'Partner' }).selectOption('CHN');
    await page.waitForURL(/partner=CHN/);
    await filters.getByRole('searchbox', { name: 'Words' }).fill('protests');
    await page.waitForURL(/find=protests/);
    const drawing = page.getByRole('group', { name: /events? in \d+ lanes?/ });
    await expect.poll(() => drawing.getByRole('button').count()).toBeLessThan(5);
    const labels = await drawing
      .getByRole('button')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')));
    expect(labels.length).toBeGreaterThan(0);
    for (const label of labels) expect(label).toMatch(/protest/i);
    await drawing.getByRole('button').first().click();
    await drawer(page)
      .getByRole('heading', { name: /Protests/ })
      .waitFor();
  });

  it('shows the dossier as it was known on a past day', async () => {
    const page = await read('?as-known-on=2022-06-30&dimension=political&year=2022');
    await page.getByText('The dossier as it was known on').waitFor();
    await expect.poll(() => page.getByText(/^\d+ events/).textContent()).not.toMatch(/^41 events/);
    await page.getByRole('button', { name: 'Back to today' }).first().click();
    await expect.poll(() => page.getByText(/^\d+ events/).textContent()).toMatch(/^41 events/);
  });
});

describe('what sources state differently', () => {
  it('has the claimed 60 % beside 63.4 % and −30 %', async () => {
    const page = await read();
    const claim = page.getByRole('article').filter({ hasText: 'Sixty per cent' });
    const marks = claim.getByRole('button');
    await marks.first().waitFor();
    const told = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label') ?? ''));
    for (const figure of ['60 %', '63.4 %', '−30 %'])
      expect(
        told.some((label) => label.endsWith(figure)),
        figure,
      ).toBe(true);
    await claim.getByRole('button', { name: /−30 %/ }).click();
    await drawer(page).getByText('wiiw-fdi').first().waitFor();
  });
});

describe('every reader', () => {
  it.each([
    ['light', 1440],
    ['dark', 1440],
    ['light', 375],
    ['dark', 375],
  ] as const)('has a page without accessibility faults, %s at %i pixels', async (colorScheme, width) => {
    const page = await read('?dimension=political&year=2022&open=KAZ.RUS.political.2022', {
      colorScheme,
      viewport: { width, height: 812 },
      reducedMotion: 'reduce',
    });
    await petal(page, 'Russia').waitFor();
    await drawer(page).getByRole('heading', { level: 2 }).first().waitFor();
    await page.getByRole('heading', { name: 'Claims' }).waitFor({ state: 'attached' });
    await page.evaluate(() => {
      for (const part of document.querySelectorAll<HTMLElement>('section, footer'))
        part.style.contentVisibility = 'visible'; // what is not painted is not looked at
    });
    expect(await faults(page)).toEqual([]);
  });

  it('has all of it on a phone, without scrolling sideways', async () => {
    const page = await read('?dimension=economic&year=2022', {
      viewport: { width: 375, height: 812 },
      hasTouch: true,
    });
    await petal(page, 'China').waitFor();
    await page.getByRole('heading', { name: 'Claims' }).waitFor({ state: 'attached' });
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
    const { x, y } = await pointOn(page, 'China');
    await page.touchscreen.tap(x, y);
    await drawer(page).getByRole('heading', { level: 2 }).first().waitFor();
    expect(await sideways()).toBe(0);
    const box = await drawer(page).boundingBox();
    expect(box?.width).toBe(375);
  });

  it('chooses the theme, and finds it again', async () => {
    const page = await read();
    await rose(page).waitFor();
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const before = await ground();
    const toggle = page.getByRole('button', { name: /^Theme/ });
    await toggle.click();
    await toggle.click();
    await expect.poll(ground).not.toBe(before);
    const dark = await ground();
    await page.reload();
    await rose(page).waitFor();
    expect(await ground()).toBe(dark);
  });
});

describe('measures', () => {
  let archived: Running;
  let archive: string;
  beforeAll(async () => {
    archive = await mkdtemp(join(tmpdir(), 'multivector-e2e-'));
    const votes = join(archive, 'ga_voting.csv');
    await writeFile(votes, rollCalls());
    const environment = { MULTIVECTOR_ARCHIVE: join(archive, 'archive') };
    expect(await run(['import', votes], environment)).toMatchObject({ code: 0 });
    archived = await serve(['--port', '0'], environment);
  });
  afterAll(async () => {
    await archived?.stop();
    await rm(archive, { recursive: true, force: true });
  });

  const room = (page: Page) => page.getByRole('main');
  const figures = (page: Page) => room(page).getByRole('table').first();
  const chip = (page: Page, name: string) =>
    room(page).getByRole('group', { name: 'Partners' }).getByRole('button', { name, exact: true });

  it('are reached from the rose, and found again by the back button and the last question', async () => {
    const page = await read('?dimension=economic&year=2022', {}, archived);
    await rose(page).waitFor();
    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    await rooms.getByRole('link', { name: 'Measures' }).click();
    await page.waitForURL(/view=measures/);
    const catalogue = page.getByRole('navigation', { name: 'Measures' });
    await catalogue.getByRole('searchbox', { name: 'Find a measure' }).fill('vote alike');
    await catalogue.getByRole('link', { name: 'Agreement in the General Assembly' }).click();
    await page.waitForURL(/measure=agreement/);
    await room(page).getByRole('heading', { name: 'Agreement in the General Assembly' }).waitFor();
    await expect.poll(() => page.title()).toContain('Agreement in the General Assembly');
    await rooms.getByRole('link', { name: 'The rose' }).click();
    await rose(page).waitFor();
    expect(page.url()).toContain('dimension=economic&year=2022');
    await page.keyboard.press('m');
    await page.waitForURL(/view=measures/);
    await page.goBack();
    await rose(page).waitFor();
    await rooms.getByRole('link', { name: 'Measures' }).click();
    await room(page).getByRole('heading', { name: 'Agreement in the General Assembly' }).waitFor();
  });

  it('show lines, intervals and figures, take partners and choices, and lead to their evidence', async () => {
    const page = await read('?view=measures&measure=agreement&partners=RUS,CHN,USA', {}, archived);
    const drawing = room(page).getByRole('group', { name: /^Agreement in the General Assembly, 76 to 78$/ });
    await drawing.waitFor();
    await drawing.getByRole('button', { name: /^China, 78: 90 % \[/ }).waitFor();
    await room(page).getByText('from the archive, not reviewed').waitFor();
    expect(await figures(page).getByRole('row').count()).toBe(4);

    await chip(page, 'United States').click();
    await page.waitForURL(/partners=RUS%2CCHN(&|$)/);
    await expect.poll(() => drawing.getByRole('button', { name: /United States/ }).count()).toBe(0);
    await room(page).getByText('Choices', { exact: false }).first().click();
    await room(page).getByRole('combobox', { name: 'Similarity' }).selectOption('graded');
    await page.waitForURL(/choice\.similarity=graded/);
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain('choice.');
    await page.goBack();
    await drawing.getByRole('button', { name: /^United States, 78: 10 %/ }).waitFor();

    await figures(page)
      .getByRole('link', { name: /^Russia, 77: 70\.0 %/ })
      .click();
    await drawer(page).getByRole('heading', { name: 'Kazakhstan – Russia' }).waitFor();
    expect(page.url()).toContain('open=figure');
    expect(await drawer(page).getByRole('figure', { name: 'Formula' }).textContent()).toContain('Σ');
    await drawer(page).getByText('20 records').waitFor();
    await drawer(page)
      .getByRole('link', { name: /Hammarskjöld/ })
      .click();
    await drawer(page).getByText('Data set of the archive').waitFor();
    await drawer(page).getByRole('button', { name: 'Back' }).click();
    await drawer(page).getByRole('heading', { name: 'Kazakhstan – Russia' }).waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
  });

  it('from the dossier lead to their records in one step', async () => {
    const page = await read('?view=measures&measure=weight&partners=RUS,CHN&from=2022&to=2022', {}, archived);
    await room(page).getByText('from the dossier, reviewed').waitFor();
    await room(page)
      .getByRole('link', { name: /show the evidence/ })
      .first()
      .click();
    await drawer(page)
      .getByRole('heading', { name: /records? behind it/ })
      .waitFor();
    await drawer(page).getByRole('region', { name: 'Records' }).getByRole('link').first().click();
    await drawer(page).getByRole('heading', { name: 'The record' }).waitFor();
  });

  it('are copied with their citation, or laid out to be copied by hand', async () => {
    const permitted = { permissions: ['clipboard-read', 'clipboard-write'] };
    const page = await read('?view=measures&measure=agreement&partners=RUS,CHN', permitted, archived);
    await room(page).getByRole('button', { name: 'Copy data and citation' }).click();
    await room(page).getByText('Copied 6 figures with their citation').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const lines = text.split('\n').map((line) => line.trim());
    expect(lines[0]).toBe(
      '# Agreement in the General Assembly: Kazakhstan with Russia, China, by session (share).',
    );
    expect(text).toMatch(/# Data: .*Hammarskjöld.* Licence: /);
    expect(text).toMatch(/# Method: .*Voeten/);
    const data = lines.filter((line) => line !== '' && !line.startsWith('#'));
    expect(data[0]).toBe('about,partner,period,value,low,high,n,gap');
    expect(data).toHaveLength(7);

    // The command that it names gives the same figures.
    const command = /# Again: multivector (.*)/.exec(text)?.[1]?.split(' ') ?? [];
    const again = await run([...command, '--csv'], { MULTIVECTOR_ARCHIVE: join(archive, 'archive') });
    for (const line of data) expect(again.out).toContain(line);

    await page.evaluate(() => {
      for (const name of ['write', 'writeText'])
        Object.defineProperty(navigator.clipboard, name, { value: () => Promise.reject(new Error('no')) });
    });
    await room(page).getByRole('button', { name: 'Copy citation' }).click();
    const field = room(page).getByRole('textbox', { name: /The browser does not allow copying/ });
    await field.waitFor();
    expect(await field.inputValue()).toContain('Agreement in the General Assembly');
    expect(await field.evaluate((node) => document.activeElement === node)).toBe(true);
  });

  it('are walked by keyboard', async () => {
    const page = await read('?view=measures&measure=agreement&partners=RUS,CHN', {}, archived);
    const drawing = room(page).getByRole('group', { name: /, 76 to 78$/ });
    await drawing.waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the measure');
    await drawing.getByRole('button').first().focus();
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const first = await label();
    await page.keyboard.press('ArrowRight');
    expect(await label()).not.toBe(first);
    const second = await label();
    await page.keyboard.press('Enter');
    await drawer(page).getByRole('heading', { level: 2 }).waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    expect(await label()).toBe(second);
  });

  it('say whether what they show holds under other choices', async () => {
    const page = await read('?view=measures&measure=agreement&partners=RUS,CHN', {}, archived);
    await room(page).getByRole('button', { name: 'Does it hold under other choices?' }).click();
    await page.waitForURL(/multiverse=yes/);
    await room(page)
      .getByText(/^Kazakhstan stands closer to China than to Russia in votes\. It holds as asked/)
      .waitFor();
    await room(page).getByText('The choices as a table').click();
    await room(page).getByRole('rowheader', { name: 'treatment of absence' }).first().waitFor();
  });

  it('of drift are drawn over the series that is watched; a change opens what is on record near it', async () => {
    const asked = 'choice.of=weight&choice.with=dimension%3Dpolitical&by=year&partners=RUS,CHN';
    const page = await read(`?view=measures&measure=drift&${asked}`, {}, archived);
    await room(page)
      .getByText(/changes? of level/)
      .first()
      .waitFor();
    const change = room(page)
      .getByRole('button', { name: /level from/ })
      .first();
    await change.waitFor();
    expect(
      await room(page)
        .getByRole('button', { name: /^(Russia|China), 20/ })
        .count(),
    ).toBeGreaterThan(20);
    await room(page)
      .getByRole('button', { name: /^(Russia|China), / })
      .first()
      .focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await drawer(page)
      .getByText(/near in time/)
      .first()
      .waitFor();
    await drawer(page)
      .getByRole('heading', { name: /Kazakhstan – (Russia|China)/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });

    // A point of the series is a figure of the measure that is watched.
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await drawer(page).getByText('Weight of a partner', { exact: false }).first().waitFor();

    const sums = await read(`?view=measures&measure=cusum&${asked}`, {}, archived);
    await room(sums)
      .getByRole('group', { name: /^Cumulative sums, (Russia|China)/ })
      .first()
      .waitFor();
    expect(await room(sums).locator('.mv-limits').first().textContent()).toBe('alarm above 5');
  });

  it('say without an archive how to get one', async () => {
    const page = await read('?view=measures&measure=agreement', {}, running);
    await room(page).getByRole('alert').getByText('multivector datasets fetch').first().waitFor();
    complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes('404')));
  });

  it.each([
    ['agreement&partners=RUS,CHN,USA&multiverse=yes', 'light', 1440],
    ['rank-acceptability&partners=RUS,CHN,USA', 'dark', 1440],
    ['weight&partners=RUS,CHN,USA', 'light', 390],
    ['drift&choice.of=weight&choice.with=dimension%3Dpolitical&partners=RUS,CHN', 'light', 390],
    ['cusum&choice.of=weight&choice.with=dimension%3Dpolitical&partners=RUS,CHN', 'dark', 1440],
    ['profile', 'light', 390],
    ['kept', 'dark', 390],
    ['agreement&partners=RUS,CHN,USA&multiverse=yes', 'dark', 390],
  ] as const)('have no accessibility faults: %s, %s at %i pixels', async (asked, colorScheme, width) => {
    const page = await read(
      `?view=measures&measure=${asked}`,
      { colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' },
      archived,
    );
    await figures(page).waitFor();
    if (asked.includes('multiverse')) await room(page).getByText('The choices as a table').click();
    if (width < 600) await room(page).getByRole('button', { name: 'Change what is asked' }).click();
    await room(page).getByText('Choices', { exact: false }).first().click();
    expect(await faults(page)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  });
});

describe('when things are not as they should be', () => {
  it('says that the server has stopped, and goes on when it is back', async () => {
    const own = await serve(['--port', '0']);
    left.push(own.stop);
    const page = await read('', {}, own);
    await rose(page).waitFor();
    await page.waitForLoadState('networkidle');
    await own.stop();
    await page
      .getByRole('navigation', { name: 'Dimension' })
      .getByRole('link', { name: /Societal/ })
      .click();
    await page.keyboard.press('[');
    await page.getByRole('alert').filter({ hasText: 'does not answer' }).first().waitFor();
    const back = await serve(['--port', new URL(own.url).port]);
    left.push(back.stop);
    expect(back.url).toBe(own.url);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').filter({ hasText: 'does not answer' }).waitFor({ state: 'detached' });
    complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes('ERR_CONNECTION')));
  });

  it('says what an address that leads nowhere lacks', async () => {
    const page = await read('?open=record:no-such-record');
    await drawer(page).getByRole('alert').filter({ hasText: 'no record “no-such-record”' }).waitFor();
    complaints.splice(0, complaints.length, ...complaints.filter((one) => !one.includes('404')));
  });

  it('takes another port where one is taken', async () => {
    const port = new URL(running.url).port;
    const second = await serve(['--port', port]);
    left.push(second.stop);
    expect(new URL(second.url).port).not.toBe(port);
    expect((await fetch(`${second.url}api/claims`)).status).toBe(200);
  });

  it('greets an empty dossier with what it lacks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'multivector-e2e-'));
    left.push(() => rm(folder, { recursive: true, force: true }));
    const environment = { MULTIVECTOR_DOSSIERS: folder };
    expect(await run(['dossier', 'new', 'UZB'], environment)).toMatchObject({ code: 0 });
    const own = await serve(['UZB', '--port', '0'], environment);
    left.push(own.stop);
    const page = await read('', {}, own);
    await page.getByRole('heading', { name: 'Uzbekistan', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'What is missing' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('multivector dossier add-event UZB');
    await page.getByRole('combobox', { name: 'State' }).selectOption('KAZ');
    await petal(page, 'Russia').waitFor();
  });
});
