import type { getDocumentProxy } from 'unpdf';
import { MultivectorError } from '../../model/errors.ts';
import type { Format } from '../../model/format.ts';
import { type Article, articleFormat, articleRow, namesOf, together } from './article.ts';
import { dateOf } from './dates.ts';
import { front } from './front.ts';
import { type Line, linesOf, paragraphsOf, withoutHyphens } from './pdf-lines.ts';
import { plainLine, plainText } from './plain.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const mostPages = 2000;
/** A file that takes longer is made to: a page of a book takes some hundredths of a second. */
const longest = 60_000;

const refused = (message: string, cause?: unknown): MultivectorError =>
  new MultivectorError('data', message, { cause, hint: 'open it and print it to a new PDF file' });

/** Wraps what pdf.js throws, and does not wait for ever. */
async function within<T>(work: Promise<T>, stop: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      stop();
      reject(refused(`it takes more than ${longest / 1000} s to read`));
    }, longest);
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    if (cause instanceof MultivectorError) throw cause;
    const name = cause instanceof Error ? cause.name : '';
    throw name === 'PasswordException'
      ? refused('the PDF file is protected by a password', cause)
      : refused('it is no PDF file that can be read', cause);
  } finally {
    clearTimeout(timer);
  }
}

async function pagesOf(pdf: Pdf): Promise<Line[][]> {
  if (pdf.numPages > mostPages) throw refused(`it has ${pdf.numPages} pages; at most ${mostPages} are read`);
  const pages: Line[][] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const page = await pdf.getPage(i);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
    page.cleanup();
  }
  return pages;
}

/** Titles that programs give when nobody does. */
const noTitle = /^(?:untitled|document\d*|slide \d+)$|\.(?:docx?|indd|qxd|pdf|tex|dvi|rtf)$/i;

const dateOfPdf = (text: string): string | undefined =>
  /^D:(\d{4})(\d{2})(\d{2})/.exec(text)?.slice(1).join('-');

/** What the file's own properties say. Its day is that of its making, which is about that of publication. */
async function propertiesOf(pdf: Pdf): Promise<Omit<Article, 'text'>> {
  const { info, metadata } = await pdf.getMetadata();
  const said = (name: string): string => {
    const value = name in info ? Object.entries(info).find(([key]) => key === name)?.[1] : undefined;
    return typeof value === 'string' ? value.trim() : '';
  };
  const xmp = (name: string): string => {
    const value: unknown = metadata?.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const title = said('Title').replace(/^Microsoft (?:Word|PowerPoint) - /, '');
  const published = dateOf(xmp('prism:publicationdate')) ?? dateOf(xmp('prism:coverdate'));
  const made = dateOf(dateOfPdf(said('CreationDate')) ?? '');
  return {
    title: noTitle.test(title) ? undefined : plainLine(title),
    authors: namesOf(said('Author')),
    date: published ?? (made && `${made}~`),
    outlet: plainLine(xmp('prism:publicationname')),
    language: said('Language'),
  };
}

/** An article as PDF, a file each. */
export const articlePdf: Format = articleFormat({
  id: 'article-pdf',
  title: 'Article, PDF',
  quirks: [
    'lines are joined into paragraphs, words divided at line ends too; a page ends with a blank line; running heads and page numbers stay',
    'the day on a line of its own near the top, else that of the file’s making, marked as approximate (2023-02-28~)',
    'pages that are pictures have no text, and a file of such is refused',
  ],
  recognise: ({ text }) => text.slice(0, 1024).includes('%PDF-'),
  async *rows({ name, bytes }) {
    const { getDocumentProxy } = await import('unpdf');
    const opening = getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, stopAtErrors: false });
    const pdf = await within(opening, () => {});
    try {
      const stop = () => void pdf.destroy();
      const pages = await within(pagesOf(pdf), stop);
      const properties = await within(propertiesOf(pdf), stop);
      const text = plainText(withoutHyphens(pages.map(paragraphsOf).join('\n\n')));
      const { date, ...first } = front(text);
      yield articleRow({ ...together({ date }, properties, first), text }, { locator: name });
    } finally {
      await pdf.destroy();
    }
  },
});
