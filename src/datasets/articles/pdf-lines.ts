import type { Piece } from './pdf-program.ts';

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Size of the letters. */
  readonly size: number;
}

/** The lines of a page, in the order of drawing, which is that of reading wherever columns are typeset one by one. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let open: { text: string; left: number; right: number; y: number; size: number } | undefined;
  const close = (): void => {
    if (open && open.text.trim() !== '') lines.push(open);
    open = undefined;
  };
  for (const { str, size, x, y, width, ends } of pieces) {
    if (str !== '') {
      if (!open) open = { text: '', left: x, right: x, y, size: 0 };
      open.text += str;
      open.right = Math.max(open.right, x + width);
      if (str.trim() !== '') {
        if (open.size === 0) open.y = y;
        open.size = Math.max(open.size, size);
      }
    }
    if (ends) close();
  }
  close();
  return lines;
}

/** The distance of lines within a paragraph: a short one among those that there are, since gaps between paragraphs are wider. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.slice(1).flatMap((line, i) => {
    const gap = (lines[i]?.y ?? 0) - line.y;
    return gap > 0.5 * line.size && gap < 4 * line.size ? [gap] : [];
  });
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? Number.POSITIVE_INFINITY;
}

/**
 * The text of a page with its lines joined to paragraphs: a new one begins where the gap is wider than usual, the size
 * of letters changes, a line is indented, or the next column begins after the end of a sentence. A word that is divided
 * keeps its hyphen and a line break, for `withoutHyphens`.
 */
export function paragraphsOf(lines: readonly Line[]): string {
  const usual = usualGap(lines);
  const out: string[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before)
      out.push(
        isNewParagraph(before, line, usual) ? '\n\n' : /\p{L}[-\u00ad]\s*$/u.test(before.text) ? '\n' : ' ',
      );
    out.push(line.text.trim());
  }
  return out.join('');
}

function isNewParagraph(before: Line, line: Line, usual: number): boolean {
  if (Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size)) return true;
  const gap = before.y - line.y;
  const isSentenceEnd = /[.!?:…]["'”’»)\]]*\s*$/.test(before.text);
  if (gap < -line.size || gap > 4 * line.size) return isSentenceEnd || gap > 0; // next column, or far below
  if (gap > 1.3 * usual) return true;
  return isSentenceEnd && line.left > before.left + 0.7 * line.size;
}

/**
 * Joins words that are divided at the end of a line. Where the text has the word with its hyphen elsewhere, and not
 * without (multi-vector), the hyphen is its own and stays.
 */
export function withoutHyphens(text: string): string {
  const words = new Set(text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu));
  return text
    .replace(/\u00ad\s*\n/g, '')
    .replace(
      /(?<![\p{L}-])(\p{L}{1,60}(?:-\p{L}{1,60}){0,4})-\n(\p{L}{1,60})/gu,
      (_, head: string, tail: string) => {
        const whole = `${head}${tail}`;
        const isOwn = words.has(`${head}-${tail}`.toLowerCase()) && !words.has(whole.toLowerCase());
        return isOwn || !/^\p{Ll}/u.test(tail) ? `${head}-${tail}` : whole;
      },
    );
}
