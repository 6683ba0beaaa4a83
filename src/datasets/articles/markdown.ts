import type { Format, Head } from '../../model/format.ts';
import { articleFormat, articleRow, together } from './article.ts';
import { decoded } from './encoding.ts';
import { isField, said } from './fields.ts';
import { front } from './front.ts';
import { plainText } from './plain.ts';
import { isProse } from './prose.ts';
import { unmarked } from './unmarked.ts';

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2');

/** The values of a line of front matter: a list in brackets, or one. */
const valuesOf = (value: string): string[] => {
  const list = /^\[(.*)\]$/.exec(value.trim());
  return (list ? (list[1] ?? '').split(',') : [value]).map(unquoted).filter((one) => one !== '');
};

/** Front matter between lines of `---`, of which the simple part of YAML is read: `key: value` and lists. */
function frontMatter(text: string): { fields: [string, string | string[]][]; rest: string } {
  const block = /^---\n([\s\S]*?)\n(?:---|\.\.\.)(?:\n|$)/.exec(text);
  if (!block) return { fields: [], rest: text };
  const fields: [string, string[]][] = [];
  for (const line of (block[1] ?? '').split('\n')) {
    const pair = /^([\p{L}_][\p{L}\p{N}_-]*):(?:\s(.*))?$/u.exec(line);
    const item = /^\s*-\s+(?:name:\s*)?(.*)$/.exec(line);
    if (pair) fields.push([pair[1] ?? '', valuesOf(pair[2] ?? '')]);
    else if (item) fields.at(-1)?.[1].push(...valuesOf(item[1] ?? ''));
  }
  return {
    fields: fields.map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
    rest: text.slice(block[0].length),
  };
}

/** Front matter, a first line that is a heading, a link, or the name. */
function recognise(head: Head): boolean {
  const text = head.text.replace(/\r\n?/g, '\n').replace(/^\s+/, '');
  const { fields, rest } = frontMatter(text);
  if (!isProse({ ...head, text: rest, lines: rest.split('\n') })) return false;
  return (
    fields.some(([name]) => isField(name)) ||
    /\.(md|markdown)$/i.test(head.name) ||
    /^#{1,3} \S/.test(rest) ||
    /\[[^\][\n]{1,200}\]\(https?:[^()\s]{1,500}\)/.test(rest)
  );
}

/** An article in Markdown, a file each, as clippers and static sites write it. */
export const articleMarkdown: Format = articleFormat({
  id: 'article-markdown',
  title: 'Article, Markdown',
  quirks: [
    'front matter between lines of --- says title, author, date, outlet, url and language; of YAML only `key: value` and lists are read',
    'headings, emphasis, links and lists become plain text; addresses of links are left out',
  ],
  recognise,
  async *rows({ name, bytes }) {
    const { fields, rest } = frontMatter(decoded(bytes).replace(/\r\n?/g, '\n').replace(/^\s+/, ''));
    const stated = said(fields);
    if ('problem' in stated) yield { line: 1, problem: stated.problem, text: rest };
    else {
      const { text, title } = unmarked(rest);
      yield articleRow({ ...together(stated, { title }, front(plainText(text))), text }, { locator: name });
    }
  },
});
