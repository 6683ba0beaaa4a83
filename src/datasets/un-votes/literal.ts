import { MultivectorError } from '../../model/errors.ts';

/** A value written in JavaScript, read as data: a text, a list, fields by name; a number or a word has none. */
export interface Literal {
  readonly line: number;
  readonly value: string | readonly Literal[] | ReadonlyMap<string, Literal> | undefined;
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly line: number;
}

const deepest = 20;
const token =
  /(\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|([\w.$+-]+)|([[\]{}:,;])/y;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, letter = '') =>
    code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );

function tokensOf(source: string, file: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const found = token.exec(source);
    if (!found) throw new MultivectorError('data', `${file}, line ${line}: this is no list of plain values`);
    const [all, blank, quoted] = found;
    if (blank === undefined)
      tokens.push({
        text: quoted ? unescaped(quoted.slice(1, -1)) : all,
        quoted: quoted !== undefined,
        line,
      });
    line += all.split('\n').length - 1;
  }
  return tokens;
}

/**
 * The value that a JavaScript module exports by default, if it is written out: lists, fields, texts. Nothing is run.
 *
 * @throws MultivectorError `data` with the line where it is anything else
 */
export function exportedLiteral(source: string, file: string): Literal {
  const tokens = tokensOf(source, file);
  let at = 0;
  const fail = (wanted: string): never => {
    const found = tokens[at];
    throw new MultivectorError(
      'data',
      `${file}, line ${found?.line ?? tokens.at(-1)?.line ?? 1}: ${wanted} expected, not ${found ? `“${found.text.slice(0, 40)}”` : 'the end'}`,
    );
  };
  const next = (wanted: string): Token => {
    const found = tokens[at];
    if (!found || (!found.quoted && /^[[\]{}:,;]$/.test(found.text))) return fail(wanted);
    at++;
    return found;
  };
  const isMark = (mark: string): boolean => tokens[at]?.text === mark && tokens[at]?.quoted === false;
  const take = (mark: string): void => {
    if (!isMark(mark)) fail(`“${mark}”`);
    at++;
  };
  /** What stands between two marks, with commas between; one may follow the last. */
  const inside = (end: string, one: () => void): void => {
    at++;
    while (!isMark(end)) {
      one();
      if (!isMark(end)) take(',');
    }
    at++;
  };
  const value = (depth: number): Literal => {
    const line = tokens[at]?.line ?? 0;
    if (depth > deepest) fail('less depth');
    if (isMark('[')) {
      const items: Literal[] = [];
      inside(']', () => {
        items.push(value(depth + 1));
      });
      return { line, value: items };
    }
    if (isMark('{')) {
      const fields = new Map<string, Literal>();
      inside('}', () => {
        const { text } = next('a name');
        take(':');
        fields.set(text, value(depth + 1));
      });
      return { line, value: fields };
    }
    const { text, quoted } = next('a value');
    return { line, value: quoted ? text : undefined };
  };
  take('export');
  take('default');
  const exported = value(0);
  if (isMark(';')) at++;
  if (at < tokens.length) fail('the end');
  return exported;
}
