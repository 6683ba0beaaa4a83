import type { Format } from '../../model/format.ts';
import { articleDocx } from './docx.ts';
import { articleFeed } from './feed.ts';
import { articleHtml } from './html.ts';
import { articleJsonl } from './jsonl.ts';
import { articleMarkdown } from './markdown.ts';
import { articlePdf } from './pdf.ts';
import { articleText } from './text.ts';

/** Articles, in the order in which a file is tried: plain text could be anything and comes last. */
export const articlesFormats: readonly Format[] = [
  articlePdf,
  articleDocx,
  articleFeed,
  articleHtml,
  articleJsonl,
  articleMarkdown,
  articleText,
];
