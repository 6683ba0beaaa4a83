import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  ...readdirSync('bench')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('bench', name)),
];

/** The anchor of a heading, as code hosts make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

it.each(pages)('every link in %s leads somewhere', (page) => {
  const text = readFileSync(page, 'utf8').replace(/```[\s\S]*?```/g, '');
  const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const path = file === '' ? page : join(dirname(page), file);
      if (!existsSync(path)) return true;
      if (anchor === undefined) return false;
      const headings = [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(
        ([, heading = '']) => heading,
      );
      return !headings.some((heading) => anchorOf(heading) === anchor);
    });
  expect(broken).toEqual([]);
});

it('the README and the documents are all linked to', () => {
  const all = pages.map((page) => readFileSync(page, 'utf8')).join('\n');
  const unseen = pages.filter(
    (page) =>
      page !== 'README.md' && !all.includes(`](${page})`) && !all.includes(`](${page.replace('docs/', '')})`),
  );
  expect(unseen).toEqual([]);
});
