import { MultivectorError } from '../../model/errors.ts';
import type { Format, Head } from '../../model/format.ts';
import { articleFormat, articleRow, namesOf, together } from './article.ts';
import { front } from './front.ts';
import { documentOf, textOfNode } from './markup.ts';
import { plainText } from './plain.ts';
import { wordParts } from './word-parts.ts';

const recognise = ({ bytes, text, name }: Head): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (text.includes('word/document.xml') || /\.docx$/i.test(name));

/** The document as HTML, headings and footnotes told apart. Pictures are left out, and nothing outside the file is read. */
async function htmlOf(docx: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docx) },
      {
        styleMap: ["p[style-name='Title'] => h1:fresh"],
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return value;
  } catch (cause) {
    throw new MultivectorError('data', 'it is no Word document that can be read', {
      cause,
      hint: 'open it in a word processor and save it again as .docx',
    });
  }
}

/** What the properties of the document say: dates are the file's own and are passed over. */
async function propertiesOf(xml: string): Promise<{ title?: string; authors: string[] }> {
  const { DOMParser } = await import('linkedom');
  const found = new DOMParser().parseFromString(xml, 'text/xml');
  const of = (name: string): string => found.querySelector(name)?.textContent?.trim() ?? '';
  return { title: of('dc\\:title'), authors: namesOf(of('dc\\:creator')) };
}

/** An article as a Word document, a file each. */
export const articleDocx: Format = articleFormat({
  id: 'article-docx',
  title: 'Article, Word document',
  quirks: [
    'the title is the first heading, else that of the document’s properties; the author too is theirs',
    'deleted text, comments and pictures are left out; footnotes stand at the end',
  ],
  recognise,
  async *rows({ name, bytes }) {
    const { docx, core } = wordParts(bytes);
    const { body } = await documentOf(await htmlOf(docx));
    for (const mark of body.querySelectorAll(
      'sup > a[href^="#footnote-"], sup > a[href^="#endnote-"], a[href^="#footnote-ref"], a[href^="#endnote-ref"]',
    ))
      mark.remove();
    const heading = body.querySelector('h1');
    const text = plainText(textOfNode(body));
    const headed = { title: heading ? textOfNode(heading) : undefined };
    const properties = core === undefined ? {} : await propertiesOf(core);
    yield articleRow({ ...together(headed, front(text), properties), text }, { locator: name });
  },
});
