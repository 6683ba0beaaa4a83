import { MultivectorError } from '../../model/errors.ts';
import type { Format, Head } from '../../model/format.ts';
import { type Article, articleFormat, articleRow, namesOf, together } from './article.ts';
import { dateOf } from './dates.ts';
import { asciiStart, decoded } from './encoding.ts';
import { front } from './front.ts';
import { documentOf, textOfNode, withoutPrograms } from './markup.ts';
import { plainText } from './plain.ts';
import { isNamedAsData } from './prose.ts';

const recognise = (head: Head): boolean =>
  !isNamedAsData(head) &&
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<(?:head|body|meta|title|article|main|h1|p|div)[\s>])/i.test(
    head.text.slice(0, 16_000),
  );

const declared = (bytes: Uint8Array): string | undefined => {
  const start = asciiStart(bytes);
  return (
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(start)?.[1] ??
    /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(start)?.[1]
  );
};

const dateNames =
  'article:published_time datePublished og:article:published_time parsely-pub-date sailthru.date citation_publication_date citation_date dc.date.issued dcterms.issued dcterms.created dc.date dcterms.date pubdate publishdate publish-date publication_date date'
    .toLowerCase()
    .split(' ');

/** What stands in the page's `meta` elements, by their names; the first of a name counts. */
function metaOf(document: Document): Map<string, string> {
  const found = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim();
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content && !found.has(name)) found.set(name, content);
    }
  }
  return found;
}

/** The day in the page's `time` elements: the one that says so, the article's first, or the only one. */
function timeOf(document: Document): string | undefined {
  const days = (selector: string): string[] =>
    [...document.querySelectorAll(selector)].flatMap(
      (time) => dateOf(time.getAttribute('datetime') ?? '') ?? [],
    );
  const all = [...new Set(days('time[datetime]'))];
  return (
    days('time[itemprop="datePublished"][datetime], time[pubdate][datetime], time.published[datetime]')[0] ??
    days('article time[datetime], main time[datetime]')[0] ??
    (all.length === 1 ? all[0] : undefined)
  );
}

/** What the page says of itself, beside what the reading view finds. */
function pageOf(document: Document, html: string): Omit<Article, 'text'> {
  const meta = metaOf(document);
  const stated = dateNames.map((name) => dateOf(meta.get(name) ?? '')).find((date) => date !== undefined);
  const address =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    meta.get('og:url') ??
    /<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->/.exec(html.slice(0, 4000))?.[1];
  return {
    title: document.querySelector('title')?.textContent ?? undefined,
    date: stated ?? timeOf(document),
    outlet: meta.get('og:site_name') ?? meta.get('application-name'),
    url: address && /^https?:/i.test(address) ? address : undefined,
    language:
      document.documentElement.getAttribute('lang') ?? meta.get('og:locale') ?? meta.get('content-language'),
  };
}

async function readingView(document: Document) {
  const { Readability } = await import('@mozilla/readability');
  try {
    return new Readability<Node>(document, { serializer: (node) => node }).parse();
  } catch (cause) {
    throw new MultivectorError('data', 'the reading view cannot be made of the page', { cause });
  }
}

/** An article as a saved web page, a file each, as Mozilla's reading view shows it. */
export const articleHtml: Format = articleFormat({
  id: 'article-html',
  title: 'Article, web page',
  quirks: [
    'Mozilla’s reading view tells the article from what stands around it; programs in the page are not run',
    'the encoding is what the page says, unless the page is valid UTF-8',
    'the day of publication is from JSON-LD, meta elements or time elements, as it is written there, in the publisher’s own time',
  ],
  recognise,
  async *rows({ name, bytes }) {
    const page = decoded(bytes, declared(bytes));
    const document = await documentOf(withoutPrograms(page));
    const own = pageOf(document, page);
    const found = await readingView(document);
    const text = plainText(found?.content ? textOfNode(found.content) : '');
    const read = {
      title: found?.title ?? undefined,
      authors: namesOf(found?.byline ?? ''),
      date: dateOf(found?.publishedTime ?? ''),
      outlet: found?.siteName ?? undefined,
    };
    yield articleRow({ ...together(read, own, { date: front(text).date }), text }, { locator: name });
  },
});
