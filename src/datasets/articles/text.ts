import type { Format } from '../../model/format.ts';
import { articleFormat, articleRow, together } from './article.ts';
import { decoded } from './encoding.ts';
import { said } from './fields.ts';
import { front, headerBlock } from './front.ts';
import { plainText } from './plain.ts';
import { isProse } from './prose.ts';

/** An article as plain text, a file each. */
export const articleText: Format = articleFormat({
  id: 'article-text',
  title: 'Article, plain text',
  quirks: [
    'the title is the first line where it stands alone; it stays in the text',
    'a day of publication is taken only from a line of its own near the top, or from a header block: Title, Author, Date, URL, Outlet and a blank line',
    'text that is not UTF-8 is refused unless only its quotation marks and dashes are Windows’',
  ],
  recognise: isProse,
  async *rows({ name, bytes }) {
    const { fields, rest } = headerBlock(plainText(decoded(bytes)));
    const stated = said(fields);
    if ('problem' in stated) yield { line: 1, problem: stated.problem, text: rest };
    else yield articleRow({ ...together(stated, front(rest)), text: rest }, { locator: name });
  },
});
