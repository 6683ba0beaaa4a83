import { createHash } from 'node:crypto';
import type { DataSource } from '../../model/bulk.ts';
import type { DateText } from '../../model/date.ts';
import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Head, Parsed, RawColumns } from '../../model/format.ts';
import { detectedLanguage, languageOf } from './language.ts';
import { plainLine, plainText } from './plain.ts';

/** What a file says of an article. */
export interface Article {
  readonly title?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** Newspaper, site or institute. */
  readonly outlet?: string | undefined;
  readonly date?: DateText | undefined;
  /** As stated: a tag such as `en-GB`. Where it is not, the language is detected. */
  readonly language?: string | undefined;
  readonly url?: string | undefined;
  /** As it comes; the archive keeps it as `plainText` has it. */
  readonly text: string;
}

const first = <T>(values: readonly (T | undefined)[]): T | undefined =>
  values.find(
    (value) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );

/** What several parts of a file say of one article: of each thing what the first says that knows it. */
export const together = (...parts: readonly Omit<Article, 'text'>[]): Omit<Article, 'text'> => ({
  title: first(parts.map(({ title }) => title)),
  authors: first(parts.map(({ authors }) => authors)),
  outlet: first(parts.map(({ outlet }) => outlet)),
  date: first(parts.map(({ date }) => date)),
  language: first(parts.map(({ language }) => language)),
  url: first(parts.map(({ url }) => url)),
});

/** Where in a file it is. */
export interface Place {
  readonly locator: string;
  /** Line or number of the item. */
  readonly line?: number | undefined;
}

const source: DataSource = {
  id: 'articles',
  type: 'webpage',
  title: 'Articles',
  author: [],
  note: 'texts that the user has, each by its own publisher',
  licence: 'as stated by each publisher; not to be handed on',
  redistributable: false,
};

const columns: RawColumns = {
  id: { type: 'text' },
  title: { type: 'text', optional: true },
  authors: { type: 'text', optional: true },
  outlet: { type: 'text', optional: true },
  date: { type: 'text', optional: true },
  language: { type: 'text', optional: true },
  url: { type: 'text', optional: true },
  text: { type: 'text' },
  locator: { type: 'text' },
};

/** Hash of a text, by which it is known. */
export const textId = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);

/** What is longer is no title but a text that is marked as one. */
const longestTitle = 1000;

/** The row of an article, or the problem that it has no text. */
export async function articleRow(article: Article, { locator, line }: Place): Promise<Parsed> {
  const text = plainText(article.text);
  if (!/[\p{L}\p{N}]/u.test(text))
    return { line, problem: `there is no text in ${locator}`, text: article.title ?? article.url };
  const title = article.title === undefined ? undefined : plainLine(article.title);
  const authors = article.authors?.flatMap((name) => plainLine(name) ?? []);
  const stated = article.language === undefined ? undefined : languageOf(article.language);
  return {
    line,
    row: {
      id: textId(text),
      title: title !== undefined && title.length <= longestTitle ? title : undefined,
      authors: authors && [...new Set(authors)].join('; '),
      outlet: article.outlet === undefined ? undefined : plainLine(article.outlet),
      date: article.date,
      language: stated ?? (await detectedLanguage(text)),
      url: article.url === undefined ? undefined : plainLine(article.url),
      text,
      locator,
    },
  };
}

/** Names that are written as one text: `;` is between them. A name may have a comma or an “and” in it. */
export const namesOf = (text: string): string[] =>
  text
    .replace(/^\s*(?:by|von|автор[ы]?)[:\s]\s*/i, '')
    .split(';')
    .flatMap((name) => plainLine(name) ?? []);

/** A format of articles: all fill the same table, with the same key, and are cited as each publisher says. */
export const articleFormat = ({
  id,
  title,
  quirks,
  recognise,
  rows,
  mostMegabytes = 128,
}: {
  readonly id: string;
  readonly title: string;
  readonly quirks: readonly string[];
  readonly recognise: (head: Head) => boolean;
  readonly rows: (file: FileBytes) => AsyncIterable<Parsed>;
  /** A larger file is refused. */
  readonly mostMegabytes?: number;
}): Format => ({
  id,
  title,
  source,
  quirks: [
    'the text is Unicode NFC with LF between lines, one space for several and no control characters; offsets count UTF-16 code units of it',
    'a language that is not stated is detected; a date that is not stated is left empty, never taken from the file’s own',
    ...quirks,
  ],
  version: 1,
  recognise,
  reading: {
    kind: 'parsed',
    columns,
    rows: (file) => {
      if (file.bytes.length > mostMegabytes * 2 ** 20)
        throw new MultivectorError('data', `${file.name} is larger than ${mostMegabytes} MB`, {
          hint: 'split it',
        });
      return rows(file);
    },
  },
  aside: [
    {
      when: 'row_number() OVER (PARTITION BY raw.id ORDER BY raw._file, raw._n) > 1',
      because: 'the same text stands before',
    },
  ],
  tables: {
    article: {
      columns: Object.fromEntries(Object.keys(columns).map((name) => [name, `raw.${name}`])),
    },
  },
  expect: { 'a text stands once': 'SELECT id FROM article GROUP BY id HAVING count(*) > 1' },
  edition: 'part',
});
