const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** What a backslash keeps as it is, put aside while marks are taken off, in characters that no text has. */
const escapable = '\\`*_{}[]()#+-.!|~<>"\'&';
const aside = 0xfdd0;

/**
 * A line of Markdown without the marks within it. All repetitions are bounded, so that no line takes long.
 */
export const unmarkedLine = (line: string): string =>
  line
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>"'&])/g, (_, mark: string) =>
      String.fromCharCode(aside + escapable.indexOf(mark)),
    )
    .replace(/!?\[([^\][\n]{0,500})\]\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)/g, '$1')
    .replace(/!?\[([^\][\n]{1,500})\]\[[^\][\n]{0,200}\]/g, '$1')
    .replace(/<(https?:[^<>\s]{1,1000})>/g, '$1')
    .replace(/<\/?[A-Za-z][^<>\n]{0,500}>/g, '')
    .replace(/(`{1,3})([^`\n]{1,1000})\1/g, '$2')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]{1,1000}?\S?)\1/g, '$2')
    .replace(/(^|[^\p{L}\p{N}*])\*(?=[^\s*])([^*\n]{1,1000})\*/gu, '$1$2')
    .replace(/(^|[^\p{L}\p{N}_])_(?=[^\s_])([^_\n]{1,1000})_(?![\p{L}\p{N}])/gu, '$1$2')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[\ufdd0-\ufdef]/g, (mark) => escapable[mark.charCodeAt(0) - aside] ?? mark);

const fence = /^ {0,3}(?:```|~~~)/;
const rule = /^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,}|=+ *)$/;
const definition = /^ {0,3}\[[^\]^][^\]]*\]:\s*\S+/;
const marks = /^(?: {0,3}> ?)*\s*(?:#{1,6} +|[-*+] +(?:\[[ xX]\] +)?)?/;

/**
 * Markdown as plain text, and its first heading of the first rank. Code keeps its lines; rules, fences and definitions
 * of links are left out.
 */
export function unmarked(markdown: string): { text: string; title: string | undefined } {
  let code = false;
  let title: string | undefined;
  const out: string[] = [];
  for (const raw of markdown.split('\n')) {
    const line = raw.replace(/[\t ]+/g, ' ');
    if (fence.test(line)) code = !code;
    else if (code) out.push(line);
    else if (rule.test(line)) out.push('');
    else if (!definition.test(line)) {
      const plain = unmarkedLine(
        line
          .replace(marks, '')
          .replace(/ #+ ?$/, '')
          .replace(/^\[\^[^\]]{1,50}\]: */, ''),
      );
      if (title === undefined && /^ ?# \S/.test(line)) title = plain;
      out.push(plain);
    }
  }
  return { text: out.join('\n'), title };
}
