/**
 * A drawing as plain data: what a figure function returns. The browser turns it into nodes, a brief into text,
 * and a test reads it; none of them needs a document.
 */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Element | string)[];
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes that are undefined are left out, numbers are kept to two decimals. */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (Element | string | undefined)[]
): Element {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) kept[name] = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  return { tag, attributes: kept, children: children.filter((child) => child !== undefined) };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (mark) => escapes[mark] ?? mark);

/** The drawing as SVG text, the same bytes for the same drawing. */
export function svgText({ tag, attributes, children }: Element): string {
  const list = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeText(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${tag}${list}/>`;
  return `<${tag}${list}>${children.map((child) => (typeof child === 'string' ? escapeText(child) : svgText(child))).join('')}</${tag}>`;
}
