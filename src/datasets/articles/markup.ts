import { MultivectorError } from '../../model/errors.ts';

/** Deeper or longer pages are no articles, and would take those who read them hours. */
const mostDeep = 100;
const mostLetters = 4 * 2 ** 20;
const mostElements = 50_000;
/** Sum of the depths of all elements: what the reading view walks. */
const mostSteps = 1_000_000;
/** Tags and entities: each makes a piece of its own. */
const mostPieces = 250_000;
const mostAttributes = 5000;

const hint = 'take the article alone, as a browser’s reading view has it';

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
  if (html.length > mostLetters)
    throw new MultivectorError('data', `it has more than ${mostLetters / 2 ** 20} MB of markup`, {
      hint,
    });
  const pieces = html.match(/[<&]/g)?.length ?? 0;
  if (pieces > mostPieces)
    throw new MultivectorError('data', `it has more than ${mostPieces} tags and entities`, { hint });
  for (const [tag] of html.matchAll(/<[A-Za-z][^<>]*/g))
    if (tag.length > 2 * mostAttributes && (tag.match(/[\s=]+/g)?.length ?? 0) > mostAttributes)
      throw new MultivectorError('data', `an element has more than ${mostAttributes} attributes`, { hint });
  let elements = 0;
  let steps = 0;
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
      steps += open.length;
      if (open.length > mostDeep)
        throw new MultivectorError('data', `elements are nested more than ${mostDeep} deep`, { hint });
    }
    if (elements > mostElements || steps > mostSteps)
      throw new MultivectorError(
        'data',
        `it has more than ${mostElements} elements, or many that are nested deeply`,
        { hint },
      );
  }
}

/** Elements with a blank line before and after them, and those that begin a line. */
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
    if (between === '\n\n') out.push(between);
  };
  walk(node, false);
  return out.join('');
}

/** The markup with all that is not in its head in a body, as browsers have it. */
function withBody(html: string): string {
  if (!/<html[\s>]/i.test(html)) return withBody(`<html>${html.replace(/<!doctype[^>]*>/i, '')}</html>`);
  if (/<body[\s>]/i.test(html)) return html;
  if (/<\/head\s*>/i.test(html)) return html.replace(/<\/head\s*>/i, '</head><body>');
  return html.replace(/<html(?:\s[^>]*)?>/i, '$&<body>');
}

/**
 * A document of markup. Nothing in it is run or fetched.
 *
 * @throws MultivectorError `data` where it is nested too deeply or too long
 */
export async function documentOf(html: string): Promise<Document> {
  checkMarkup(html);
  const { parseHTML } = await import('linkedom');
  try {
    const { document } = parseHTML(withBody(html));
    // Of markup that is torn in its first tags a document without elements is made.
    if (document.documentElement && document.body) return document;
  } catch (cause) {
    throw new MultivectorError('data', 'it is no page that can be read', { cause, hint });
  }
  throw new MultivectorError('data', 'it is no page that can be read', { hint });
}

/** The plain text of a piece of markup, such as what a feed has of an article. */
export async function textOfMarkup(html: string): Promise<string> {
  if (!/[<&]/.test(html)) return html;
  const inner = withoutPrograms(html).replace(/<\/?(?:html|body)\b[^>]*>/gi, '');
  return textOfNode((await documentOf(`<html><body>${inner}</body></html>`)).body);
}
