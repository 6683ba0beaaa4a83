import { isUtf8 } from 'node:buffer';
import { MultivectorError } from '../../model/errors.ts';

/** An element of an XML file with all that is in it. */
export interface XmlElement {
  /** Without its namespace's prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands directly in it. */
  readonly text: string;
  /** Line on which it begins. */
  readonly line: number;
}

export interface XmlProblem {
  readonly problem: string;
  readonly line: number;
  readonly text: string;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Most elements within each other, and most characters, of one record. */
const deepest = 50;
const largest = 4_000_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The children of that name. */
export const all = (of: XmlElement | undefined, ...path: readonly string[]): readonly XmlElement[] =>
  path.reduce<readonly XmlElement[]>(
    (some, name) => some.flatMap(({ children }) => children.filter((child) => child.name === name)),
    of ? [of] : [],
  );

/** Text of the first child of that name, spaces collapsed; undefined where there is none. */
export const textAt = (of: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  all(of, ...path)[0]
    ?.text.replace(/\s+/g, ' ')
    .trim() || undefined;

/** Texts of all children of that name, empty ones left out. */
export const textsAt = (of: XmlElement | undefined, ...path: readonly string[]): string[] =>
  all(of, ...path)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');

/** Gathers the records while the parser goes through the file. */
class Records {
  readonly found: (XmlElement | XmlProblem)[] = [];
  readonly #wanted: ReadonlySet<string>;
  readonly #reported = new Set<string>();
  /** The open elements of the record that is being read, itself first. */
  #path: Open[] = [];
  /** How many open elements are too deep to be kept. */
  #below = 0;
  #size = 0;
  #problem: string | undefined;
  /** Records begun. */
  begun = 0;
  /** Faults of the file, wherever they were. */
  faults = 0;
  /** Whether U+FFFD stands for bytes that are not UTF-8; else it is the publisher's own. */
  readonly #spoilt: boolean;

  constructor(names: readonly string[], spoilt: boolean) {
    this.#wanted = new Set(names);
    this.#spoilt = spoilt;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    if (this.#wanted.has(name)) this.begun++;
    if (this.#path[0]?.name === name) {
      this.#problem ??= `<${name}> is not closed before the next`;
      this.end();
    }
    if (this.#path.length === 0 && !this.#wanted.has(name)) return;
    this.#grow(Object.entries(attributes).reduce((sum, cells) => sum + cells.join().length, name.length));
    if (this.#path.length >= deepest) {
      this.#problem ??= `elements stand within each other deeper than ${deepest}`;
      this.#below++;
      return;
    }
    const element: Open = { name, attributes: { ...attributes }, children: [], text: '', line };
    this.#path.at(-1)?.children.push(element);
    this.#path.push(element);
  }

  text(text: string): void {
    const element = this.#path.at(-1);
    if (!element) return;
    this.#grow(text.length);
    if (this.#spoilt && text.includes('\uFFFD')) this.#problem ??= 'not valid UTF-8';
    if (this.#problem === undefined) element.text += text;
  }

  close(): void {
    if (this.#below > 0) this.#below--;
    else if (this.#path.length > 1) this.#path.pop();
    else this.end();
  }

  fault(because: string, line: number): void {
    this.faults++;
    if (this.#path.length > 0) this.#problem ??= because;
    else if (!this.#reported.has(because)) {
      this.#reported.add(because); // outside of the records, one fault may show itself before each
      this.found.push({ problem: because, line, text: '' });
    }
  }

  #grow(by: number): void {
    this.#size += by;
    if (this.#size > largest)
      this.#problem ??= `the record is larger than ${largest.toLocaleString('en')} characters`;
  }

  /** The record is at its end, or the file. */
  end(): void {
    const [record] = this.#path;
    if (record)
      this.found.push(
        this.#problem === undefined
          ? record
          : {
              problem: this.#problem,
              line: record.line,
              text: record.children
                .map(({ name, text }) => `${name}: ${text.trim().slice(0, 80)}`)
                .join('; '),
            },
      );
    this.#path = [];
    this.#below = 0;
    this.#size = 0;
    this.#problem = undefined;
  }
}

/** What a lone `&` is made into, so that the parser sees a fault there and not a name that goes on for pages. */
const lone = '&lone-ampersand;';
const loneAmpersand = /&(?!#?\w{1,40};)/g;

/** The text of a file in pieces, none of which ends within the name of an entity or a tag. */
function* piecesOf(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  const size = 2 ** 16;
  let rest = '';
  for (let from = 0; from < bytes.length; from += size) {
    const text = rest + decoder.decode(bytes.subarray(from, from + size), { stream: true });
    const cut = Math.max(text.lastIndexOf('&'), text.lastIndexOf('<'));
    const at = cut > text.length - 100 ? cut : text.length;
    rest = text.slice(at);
    yield text.slice(0, at);
  }
  yield rest + decoder.decode();
}

/**
 * The elements of an XML file that have one of these names, each with its contents, as they come; what stands outside
 * them is passed over. An element that is not well-formed, not closed, or deeper or larger than any record is yielded
 * as a problem, and the next is read; one that is swallowed by something not closed before it is a problem too. A
 * document type is not read and its entities are not expanded: nothing is fetched, and nothing grows.
 *
 * @param root name of the root element
 * @throws MultivectorError `data` where the file has another root, or none
 */
export async function* elementsOf(
  bytes: Uint8Array,
  root: string,
  names: readonly string[],
): AsyncGenerator<XmlElement | XmlProblem> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false, position: true });
  const records = new Records(names, !isUtf8(bytes));
  const begins = new RegExp(`<(?:\\w+:)?(?:${names.join('|')})(?=[\\s/>])`, 'g');
  let begun = 0;
  let rootSeen = false;
  let line = 1;

  parser.on('error', ({ message }) => {
    records.fault(`not well-formed: ${message.replace(/^.*?\d+:\d+: /, '')}`, parser.line);
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (!rootSeen && local(name) !== root)
      throw new MultivectorError('data', `the root element is <${name.slice(0, 80)}>, not <${root}>`);
    rootSeen = true;
    records.open(local(name), attributes, line);
  });
  parser.on('text', (text) => records.text(text));
  parser.on('cdata', (text) => records.text(text.replaceAll(lone, '&')));
  parser.on('closetag', () => records.close());

  for (const piece of piecesOf(bytes)) {
    begun += piece.match(begins)?.length ?? 0;
    parser.write(piece.replace(loneAmpersand, lone));
    yield* records.found.splice(0);
  }
  parser.close();
  records.end();
  yield* records.found.splice(0);
  if (!rootSeen) throw new MultivectorError('data', `the file has no element; a <${root}> was expected`);
  if (records.faults > 0)
    for (let lost = records.begun; lost < begun; lost++)
      yield { problem: 'swallowed by something before it that is not closed', line: parser.line, text: '' };
}
