import type { AnyFeed, AtomFeed, DcNs } from 'feedsmith';
import { MultivectorError } from '../../model/errors.ts';
import type { Format, Head, Parsed } from '../../model/format.ts';
import { type Article, articleFormat, articleRow, namesOf } from './article.ts';
import { dateOf } from './dates.ts';
import { asciiStart, decoded } from './encoding.ts';
import { textOfMarkup } from './markup.ts';
import { isNamedAsData } from './prose.ts';

/** Most letters within one tag; more is no feed, and takes the parser long. */
const longestTag = 100_000;

const recognise = (head: Head): boolean => {
  if (isNamedAsData({ ...head, name: head.name.replace(/\.xml$/i, '') })) return false;
  const prolog = head.text.slice(0, 8000);
  const content = prolog.replace(/<!--[\s\S]*?(?:-->|$)|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/gi, '');
  const root = /<[a-z][\w.:-]*(?:\s[^>]*)?>/i.exec(content)?.[0] ?? '';
  return (
    /^\s*</.test(prolog) &&
    (/^<rss[\s>]/i.test(root) ||
      (/^<feed[\s>]/i.test(root) && root.includes('http://www.w3.org/2005/Atom')) ||
      (/^<rdf:RDF[\s>]/i.test(root) &&
        /http:\/\/(?:purl\.org\/rss\/1\.0\/|my\.netscape\.com\/rdf)/.test(root)))
  );
};

/** An entry of a feed, as the kinds of feeds have it in common. */
interface Item {
  readonly title: string | undefined;
  readonly authors: readonly string[];
  readonly date: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  /** What there may be of the text, the fullest first. */
  readonly texts: readonly (string | undefined)[];
  /** Whether titles and texts are markup. */
  readonly markup: { readonly title: boolean; readonly text: boolean };
}

interface Channel {
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly items: readonly Item[];
}

const isMarkup = (type: string | undefined): boolean =>
  type !== undefined && type !== 'text' && type !== 'text/plain';
const dcOf = (dc: DcNs.ItemOrFeed<string> | undefined) => ({
  authors: dc?.creators ?? [],
  date: dc?.dates?.[0],
  language: dc?.languages?.[0],
});
const linkOf = (links: AtomFeed.Entry<string>['links']): string | undefined =>
  (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href;

function channelOf(any: AnyFeed): Channel {
  if (any.format === 'rss') {
    const { title, language, dc, items = [] } = any.feed;
    return {
      title,
      language: language ?? dcOf(dc).language,
      items: items.map((item) => {
        const named = item.authors?.flatMap(({ name, email }) => name ?? email ?? []) ?? [];
        const own = dcOf(item.dc);
        return {
          title: item.title,
          authors: own.authors.length > 0 ? own.authors : named,
          date: item.pubDate ?? own.date,
          url: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          language: own.language,
          texts: [item.content?.encoded, item.description],
          markup: { title: true, text: true },
        };
      }),
    };
  }
  if (any.format === 'rdf') {
    const { title, dc, items = [] } = any.feed;
    return {
      title,
      language: dcOf(dc).language,
      items: items.map((item) => ({
        title: item.title,
        ...dcOf(item.dc),
        url: item.link,
        texts: [item.content?.encoded, item.description],
        markup: { title: true, text: true },
      })),
    };
  }
  if (any.format === 'atom') {
    const { title, authors: feedAuthors = [], xml, entries = [] } = any.feed;
    const names = (people: readonly { readonly name?: string }[]) => people.flatMap(({ name }) => name ?? []);
    return {
      title: title?.value,
      language: xml?.lang,
      items: entries.map((entry) => ({
        title: entry.title?.value,
        authors: names(entry.authors ?? feedAuthors),
        date: entry.published ?? entry.updated,
        url: linkOf(entry.links),
        language: entry.xml?.lang,
        texts: [entry.content?.value, entry.summary?.value],
        markup: {
          title: isMarkup(entry.title?.type),
          text: isMarkup(entry.content?.value ? entry.content.type : entry.summary?.type),
        },
      })),
    };
  }
  throw new MultivectorError('data', 'it is a JSON feed, which is not read', {
    hint: 'ask the site for RSS or Atom',
  });
}

async function articleOf(item: Item, channel: Channel): Promise<Article | { readonly problem: string }> {
  const date = item.date === undefined ? undefined : dateOf(item.date);
  if (item.date !== undefined && date === undefined)
    return { problem: `the date “${item.date.slice(0, 60)}” cannot be read` };
  const plain = (text: string, markup: boolean) => (markup ? textOfMarkup(text) : text);
  return {
    title: item.title === undefined ? undefined : await plain(item.title, item.markup.title),
    authors: item.authors.flatMap(namesOf),
    outlet: channel.title,
    date,
    language: item.language ?? channel.language,
    url: item.url,
    text: await plain(item.texts.find((text) => text?.trim()) ?? '', item.markup.text),
  };
}

async function parsedFeed(xml: string): Promise<AnyFeed> {
  if (/<!ENTITY/i.test(xml.slice(0, 100_000)))
    throw new MultivectorError('data', 'the feed defines entities of its own, which could grow without end');
  if (new RegExp(`<[A-Za-z][^<>]{${longestTag},}`).test(xml))
    throw new MultivectorError('data', `a tag has more than ${longestTag} characters`);
  const { parseFeed } = await import('feedsmith');
  try {
    return parseFeed(xml);
  } catch (cause) {
    throw new MultivectorError('data', 'it is no feed that can be read', {
      cause,
      hint:
        cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : 'download it again',
    });
  }
}

/** A feed of articles: RSS, Atom or RDF. */
export const articleFeed: Format = articleFormat({
  id: 'article-feed',
  title: 'Articles, feed (RSS, Atom, RDF)',
  quirks: [
    'the full text (content) where the feed has it, else the description, which may be a summary',
    'the outlet is the title of the feed; the day is that of publication, in Atom else of the last change',
    'the number of an item stands where others have a line',
  ],
  mostMegabytes: 64,
  recognise,
  async *rows({ name, bytes }): AsyncGenerator<Parsed> {
    const encoding = /^[^<]{0,10}<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(
      asciiStart(bytes),
    )?.[1];
    const xml = decoded(bytes, encoding);
    const read = channelOf(await parsedFeed(xml));
    const channel = { ...read, title: await textOfMarkup(read.title ?? '') };
    for (const [i, item] of channel.items.entries()) {
      const place = { locator: `${name}, item ${i + 1}`, line: i + 1 };
      try {
        const article = await articleOf(item, channel);
        if ('problem' in article) yield { ...article, line: i + 1, text: item.title };
        else yield articleRow(article, place);
      } catch (error) {
        if (!(error instanceof MultivectorError)) throw error;
        yield { line: i + 1, problem: error.message, text: item.title };
      }
    }
    const all =
      xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '').match(/<(?:item|entry)[\s/>]/g)?.length ??
      0;
    for (let empty = channel.items.length; empty < all; empty++)
      yield { problem: 'an item of the feed is empty' };
  },
});
