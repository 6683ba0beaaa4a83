import type { DateText } from '../../model/date.ts';
import { dateOf } from './dates.ts';
import { isField } from './fields.ts';
import { plainLine } from './plain.ts';

/** What an article's own first lines say of it. */
export interface Front {
  readonly title?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly date?: DateText | undefined;
}

/** Longer lines are paragraphs. */
const longestHeading = 200;
/** Where the text has begun, nothing is looked for any more. */
const mostLines = 8;

const field = /^(\p{L}[\p{L}\p{N} _-]{0,30}):(?:\s+(.*))?$/u;

/**
 * The header block that a text may begin with, `Title: …` and so on, a line each and a blank line after it, and the
 * text that follows. A text without one is returned as it is.
 */
export function headerBlock(text: string): { fields: [string, string][]; rest: string } {
  const lines = text.split('\n', 40);
  const end = lines.findIndex((line) => line.trim() === '');
  const fields = lines.slice(0, end === -1 ? 0 : end).map((line) => field.exec(line.trim()));
  if (fields.length === 0 || fields.includes(null) || !fields.some((match) => isField(match?.[1] ?? '')))
    return { fields: [], rest: text };
  const from = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
  return {
    fields: fields.map((match) => [match?.[1] ?? '', match?.[2] ?? '']),
    rest: text.slice(from),
  };
}

const label = /^(?:published|posted|publication date|date|опубликовано|дата|жарияланды)(?: on| at)?:?\s+/i;
const place = /^\p{Lu}[\p{L}.' -]{1,30}(?:,\s*\p{Lu}[\p{L}.' -]{1,30})?,\s*/u;

/** The date that a line is, alone or as one of its parts: `By Jane Doe | 28 February 2023`, `Astana, 28 February 2023`. */
function dateInLine(line: string): DateText | undefined {
  for (const part of line.split(/\s*[|·•]\s*|\s+[–—-]\s+/)) {
    const said = part.replace(label, '');
    const date = dateOf(said) ?? dateOf(said.replace(place, ''));
    // A year or a number that looks like one is not enough to be the day of publication.
    if (date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  }
  return undefined;
}

function authorsInLine(line: string): string[] | undefined {
  const [first = ''] = line.split(/\s*[|·•]\s*|\s+[–—-]\s+/);
  const name = /^(?:By|BY|Автор:)\s+(\p{Lu}[^.!?]{1,80})$/u.exec(first)?.[1];
  return name === undefined ? undefined : [name];
}

const isHeading = (line: string): boolean =>
  line.length <= longestHeading && /\p{L}/u.test(line) && !/[.,;:]["'”’»)]*$/u.test(line);

/**
 * What the first lines of a text say: a heading that stands alone, a byline, a day of publication on a line of its own.
 * A day in a sentence is not taken for it.
 */
export function front(text: string): Front {
  const lines = text.slice(0, 4000).split('\n');
  const found: { title?: string | undefined; authors?: string[]; date?: DateText } = {};
  let seen = 0;
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.length > longestHeading || ++seen > mostLines) break;
    const date = dateInLine(line);
    const authors = authorsInLine(line);
    if (date !== undefined) found.date ??= date;
    if (authors !== undefined) found.authors ??= authors;
    if (date !== undefined || authors !== undefined) continue;
    if (found.title !== undefined || seen > 2) continue;
    const next = lines[i + 1]?.trim();
    if (next === undefined || !isHeading(line)) continue;
    if (next === '' || next.length > longestHeading || dateInLine(next) || authorsInLine(next))
      found.title = plainLine(line);
  }
  return found;
}
