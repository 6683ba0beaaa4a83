import { createReadStream } from 'node:fs';

/** A line of a file, without its end. One letter is one byte (Latin-1), so that what is written back is the same. */
export interface PhysicalLine {
  /** 1 being the first. */
  readonly number: number;
  readonly text: string;
  /** It has more bytes than were kept. */
  readonly tooLong: boolean;
  /** A carriage return stands within it. */
  readonly torn: boolean;
}

const kept = 1000;

/** The lines of a file. Of a line longer than `longest` bytes only the beginning is kept, so memory stays bounded. */
export async function* physicalLines(path: string, longest: number): AsyncGenerator<PhysicalLine> {
  let number = 0;
  let rest = '';
  let dropped = false;
  const line = (text: string, tooLong: boolean): PhysicalLine => {
    const clean = text.endsWith('\r') ? text.slice(0, -1) : text;
    return {
      number: ++number,
      text: tooLong ? clean.slice(0, kept) : clean,
      tooLong,
      torn: clean.includes('\r'),
    };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 }) as AsyncIterable<Buffer>) {
    const parts = chunk.toString('latin1').split('\n');
    for (const [i, part] of parts.entries()) {
      const last = i === parts.length - 1;
      if (!dropped || rest.length < kept) rest += dropped ? part.slice(0, kept) : part;
      if (rest.length > longest) {
        dropped = true;
        rest = rest.slice(0, kept);
      }
      if (last) break;
      yield line(rest, dropped);
      rest = '';
      dropped = false;
    }
  }
  if (rest !== '') yield line(rest, dropped);
}

/** How cells are set apart. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** How a quote is written within quotes, if not doubled. */
  readonly escape?: string | undefined;
}

/** How a line leaves the reader: between cells, or within a quoted one. */
export interface Shape {
  /** Cells begun, the open one too. */
  readonly cells: number;
  /** A quoted cell goes on in the next line. */
  readonly open: boolean;
  /** Something follows a closing quote within a cell. */
  readonly spoilt: boolean;
}

/** The cells and quotes of a line, as the reader sees them. */
export function shapeOf(text: string, of: Dialect, within = false): Shape {
  const { delimiter, quote } = of;
  if (quote === '' || (!within && !text.includes(quote)))
    return { cells: text.split(delimiter).length, open: false, spoilt: false };
  let cells = 1;
  let open = within;
  let spoilt = false;
  let atStart = !within;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (open) {
      if (letter === of.escape && letter !== quote) i++;
      if (letter !== quote) continue;
      if (text[i + 1] === quote) i++;
      else {
        open = false;
        while (text[i + 1] === ' ') i++;
        const next = text[i + 1];
        if (next !== undefined && next !== delimiter) spoilt = true;
      }
    } else if (letter === delimiter) {
      cells++;
      atStart = true;
      continue;
    } else if (letter === quote && atStart) open = true;
    if (letter !== ' ') atStart = false; // the reader, too, passes over spaces before a quote
  }
  return { cells, open, spoilt };
}

/** Whether a line ends within a quoted cell. */
export async function hasOpenQuote(path: string, of: Dialect): Promise<boolean> {
  for await (const { text } of physicalLines(path, 2 ** 26))
    if (text.includes(of.quote) && shapeOf(text, of).open) return true;
  return false;
}

/** A place in a file. */
export interface Place {
  readonly line: number;
  /** The line's beginning. */
  readonly text: string;
}

/** Where records are, by the two ways in which the reader counts. */
export interface Places {
  /** By the number of the record among those that it took, 1 being the first. */
  readonly records: ReadonlyMap<number, Place>;
  /** By its own number of the line, which counts a record as one line however many it has. */
  readonly lines: ReadonlyMap<number, Place>;
}

/** Finds records and lines as DuckDB's reader counts them; `refused` are its numbers of the lines that it refused. */
export async function placesOf(
  path: string,
  wanted: { readonly records: ReadonlySet<number>; readonly lines: ReadonlySet<number> },
  of: Dialect & { readonly before: number; readonly refused: ReadonlySet<number> },
): Promise<Places> {
  const records = new Map<number, Place>();
  const lines = new Map<number, Place>();
  let record = 0;
  let counted = of.before;
  let open = false;
  for await (const { number, text } of physicalLines(path, 2 ** 26)) {
    if (number <= of.before) continue;
    if (open) {
      open = shapeOf(text, of, true).open;
      continue;
    }
    counted++;
    if (text === '') continue;
    const place = { line: number, text: text.slice(0, kept) };
    if (wanted.lines.has(counted)) lines.set(counted, place);
    if (!of.refused.has(counted)) {
      record++;
      if (wanted.records.has(record)) records.set(record, place);
    }
    if (records.size === wanted.records.size && lines.size === wanted.lines.size) break;
    open = shapeOf(text, of).open;
  }
  return { records, lines };
}
