import type { Format } from '../../model/format.ts';
import { type Article, articleFormat, articleRow, namesOf, together } from './article.ts';
import { dateOf } from './dates.ts';
import { front } from './front.ts';
import { linesOf, paragraphsOf, withoutHyphens } from './pdf-lines.ts';
import { readPdf } from './pdf-program.ts';
import { plainText } from './plain.ts';

/** Titles that programs give when nobody does. */
const noTitle = /^(?:untitled|document\d*|slide \d+)$|\.(?:docx?|indd|qxd|pdf|tex|dvi|rtf)$/i;

/** What the file's own properties say. Its day is that of its making, which is about that of publication. */
function propertiesOf(said: Readonly<Record<string, string>>): Omit<Article, 'text'> {
  const title = (said.Title ?? '').trim().replace(/^Microsoft (?:Word|PowerPoint) - /, '');
  const [, ...day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(said.CreationDate ?? '') ?? [];
  const made = dateOf(day.join('-'));
  return {
    title: noTitle.test(title) ? undefined : title,
    authors: namesOf(said.Author ?? ''),
    date:
      dateOf(said['prism:publicationdate'] ?? '') ??
      dateOf(said['prism:coverdate'] ?? '') ??
      (made && `${made}~`),
    outlet: said['prism:publicationname'],
    language: said.Language,
  };
}

/** An article as PDF, a file each. */
export const articlePdf: Format = articleFormat({
  id: 'article-pdf',
  title: 'Article, PDF',
  quirks: [
    'lines are joined into paragraphs, words divided at line ends too; a page ends with a blank line; running heads and page numbers stay',
    'the day on a line of its own near the top, else that of the file’s making, marked as approximate (2023-02-28~)',
    'a soft hyphen, by which some programs divide words, cannot be seen: the parts of such a word stay apart',
    'pages that are pictures have no text, and a file of such is refused',
  ],
  recognise: ({ text }) => text.slice(0, 1024).includes('%PDF-'),
  async *rows({ name, bytes }) {
    const { pages, said } = await readPdf(bytes);
    const text = plainText(withoutHyphens(pages.map((pieces) => paragraphsOf(linesOf(pieces))).join('\n\n')));
    const { date, ...first } = front(text);
    yield articleRow({ ...together({ date }, propertiesOf(said), first), text }, { locator: name });
  },
});
