/** The beginning of a file as text, whatever its encoding, without marks and white space. */
function textStart(head: Uint8Array): string {
  const wide =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : 'latin1';
  return new TextDecoder(wide)
    .decode(head)
    .replace(/^(ï»¿|\uFEFF)/, '')
    .trimStart();
}

/** What may stand before a page's first tag: an XML declaration, comments. */
const before = /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*/;
const page = /^<(?:!doctype\s+html|html|head|body|script|title|meta)[\s>]/i;

/**
 * Whether a file that begins like this is a web page: an error, a login form, a notice, whatever the server says it is.
 *
 * @returns the page's title, empty where it has none; nothing where the file is no page
 */
export function webPageTitle(head: Uint8Array): string | undefined {
  const text = textStart(head).replace(before, '');
  if (!page.test(text)) return undefined;
  const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? '';
  return title.replace(/\s+/g, ' ').trim().slice(0, 100);
}
