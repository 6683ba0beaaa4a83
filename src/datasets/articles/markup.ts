import { MultivectorError } from '../../model/errors.ts';

/** Deeper or longer pages are no articles, and would take those who read them hours. */
const mostDeep = 200;
const mostElements = 60_000;

/** Elements without an end tag, and those that end by themselves where the next begins. */
const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const ending = new Set('p li dt dd option tr td th thead tbody tfoot colgroup rp rt'.split(' '));

/** Markup without what is never text: programs, styles, comments, and pictures that stand in addresses. Data in JSON-LD stays. */
export const withoutPrograms = (html: string): string =>
  html
    .replace(/data:[\w/+.-]{1,100};base64,[A-Za-z0-9+/=\s]{64,}/g, 'data:,')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<style\b[^>]*>[\s\S]*?(?:<\/style\s*>|$)/gi, '')
    .replace(/<script\b(?![^>]{0,500}ld\+json)[^>]*>[\s\S]*?(?:<\/script\s*>|$)/gi, '');

/**
 * Refuses markup that is nested too deeply or has too many elements, before it is made into a document.
 *
 * @throws MultivectorError `data`
 */
export function checkMarkup(html: string): void {
  const open: string[] = [];
  const count = new Map<string, number>();
  const close = (): void => {
    const name = open.pop();
    if (name !== undefined) count.set(name, (count.get(name) ?? 0) - 1);
  };
  let elements = 0;
  for (const [, slash, raw = ''] of html.matchAll(/<(\/?)([A-Za-z][^\s/>]{0,50})/g)) {
    const name = raw.toLowerCase();
    if (empty.has(name)) elements++;
    else if (slash) {
      if ((count.get(name) ?? 0) > 0) {
        while (open.at(-1) !== name) close();
        close();
      }
    } else {
      elements++;
      if (ending.has(name) && open.at(-1) === name) close();
      open.push(name);
      count.set(name, (count.get(name) ?? 0) + 1);
      if (open.length > mostDeep)
        throw new MultivectorError('data', `elements are nested more than ${mostDeep} deep`, {
          hint: 'save the article alone, from your browser’s reading view',
        });
    }
    if (elements > mostElements)
      throw new MultivectorError('data', `the page has more than ${mostElements} elements`, {
        hint: 'save the article alone, from your browser’s reading view',
      });
  }
}

/** Elements after which a blank line stands, and those after which a line ends. */
const paragraphs = new Set(
  'p div section article main header footer aside nav blockquote pre ul ol dl table figure figcaption address form h1 h2 h3 h4 h5 h6 hr'.split(
    ' ',
  ),
);
const lines = new Set('li tr dt dd caption br'.split(' '));
const noText = new Set(
  'script style template noscript svg math iframe object video audio canvas button select textarea head title'.split(
    ' ',
  ),
);

/** The text of a part of a document, with a blank line between paragraphs and a line for each item. */
export function textOfNode(node: Node): string {
  const out: string[] = [];
  const walk = (one: Node, kept: boolean): void => {
    if (one.nodeType === 3) {
      const text = one.textContent ?? '';
      out.push(kept ? text : text.replace(/\s+/g, ' '));
    }
    const name = one.nodeName.toLowerCase();
    if (noText.has(name)) return;
    const between = paragraphs.has(name) ? '\n\n' : lines.has(name) ? '\n' : '';
    if (between) out.push(between);
    for (const child of one.childNodes) walk(child, kept || name === 'pre');
    if (name === 'td' || name === 'th') out.push(' ');
    if (between && name !== 'br') out.push(between);
  };
  walk(node, false);
  return out.join('');
}

/** A document of markup. Nothing in it is run or fetched. */
export async function documentOf(html: string): Promise<Document> {
  checkMarkup(html);
  const { parseHTML } = await import('linkedom');
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

/** The plain text of a piece of markup, such as what a feed has of an article. */
export async function textOfMarkup(html: string): Promise<string> {
  if (!/[<&]/.test(html)) return html;
  const { body } = await documentOf(
    `<html><body>${withoutPrograms(html).replace(/<\/?(?:html|body)\b[^>]*>/gi, '')}</body></html>`,
  );
  return textOfNode(body);
}
