/** Marks on one letter beyond which it is no writing; thousands of them would take the normalisation hours. */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;
/** Characters that are not seen: controls, soft hyphens, marks of direction and order. Joiners belong to the writing. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * The plain text that the archive keeps: offsets into it are UTF-16 code units and do not change, for the same input
 * gives the same text for ever, and the function leaves its own result as it is.
 *
 * - Unicode NFC; halves of characters become U+FFFD
 * - LF between lines, at most one blank line between paragraphs, none at the beginning or the end
 * - one plain space where there were spaces, tabs or non-breaking spaces, none at the ends of lines
 * - no byte-order mark, no NUL or other control character, no soft hyphen, nothing invisible but joiners
 */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\f/g, '\n\n')
    .replace(/\v/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(unseen, '')
    .replace(tooManyMarks, '$1')
    .normalize('NFC')
    .replace(/[\t\p{Zs}]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The same in one line, for titles and names; nothing where nothing is left. */
export const plainLine = (text: string): string | undefined =>
  plainText(text).replace(/\n+/g, ' ') || undefined;
