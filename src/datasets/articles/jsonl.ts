import type { Format, Head, Parsed } from '../../model/format.ts';
import { articleFormat, articleRow } from './article.ts';
import { said } from './fields.ts';

const textNames = ['text', 'body', 'content', 'full_text', 'fulltext', 'article'];
const longestLine = 64 * 2 ** 20;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function recordOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (record: Readonly<Record<string, unknown>>): string | undefined =>
  textNames
    .map((name) => record[name])
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');

/** One of the first lines is an object with a text and something said of it; a long first line is cut in the head. */
const recognise = ({ lines, text }: Head): boolean => {
  if (!/^\s*\{\s*"/.test(text)) return false;
  const told =
    /"(?:title|headline|url|link|date|published|published_at|outlet|source|publisher|authors?)"\s*:/;
  const texts = /"(?:text|body|content|full_?text|article)"\s*:\s*"/;
  return lines
    .slice(0, 20)
    .some(
      (line, i) =>
        texts.test(line) &&
        told.test(line) &&
        (recordOf(line) !== undefined || (i === 0 && lines.length === 1)),
    );
};

function* linesOf(bytes: Uint8Array): Iterable<{ readonly number: number; readonly bytes: Uint8Array }> {
  for (let from = 0, number = 1; from < bytes.length; number++) {
    const at = bytes.indexOf(10, from);
    const end = at === -1 ? bytes.length : at;
    yield { number, bytes: bytes.subarray(from, end) };
    from = end + 1;
  }
}

function lineOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return undefined;
  }
}

async function parsedLine(bytes: Uint8Array, number: number, name: string): Promise<Parsed | undefined> {
  const problem = (what: string, text?: string): Parsed => ({ line: number, problem: what, text });
  if (bytes.length > longestLine) return problem('the line is too long');
  const line = lineOf(bytes);
  if (line === undefined) return problem('the line is not valid UTF-8');
  if (line === '') return undefined;
  const record = recordOf(line);
  if (record === undefined) return problem('the line is no JSON object', line);
  const stated = said(Object.entries(record));
  if ('problem' in stated) return problem(stated.problem, line);
  return articleRow(
    { ...stated, text: textOf(record) ?? '' },
    { locator: `${name}, line ${number}`, line: number },
  );
}

/** Articles as JSON, one object a line. */
export const articleJsonl: Format = articleFormat({
  id: 'article-jsonl',
  title: 'Articles, JSON lines',
  quirks: [
    'the text is in text, body or content; title, date or published, author or authors, outlet, source or publisher, url or link, language or lang are taken where they are',
    'a number is a year, or seconds or milliseconds since 1970',
    'a line that is no object, or whose date cannot be read, is refused alone',
  ],
  mostMegabytes: 2048,
  recognise,
  async *rows({ name, bytes }) {
    for (const line of linesOf(bytes)) {
      const parsed = await parsedLine(line.bytes, line.number, name);
      if (parsed) yield parsed;
    }
  },
});
