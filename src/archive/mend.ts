import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Reject } from '../model/bulk.ts';
import { type Dialect, type PhysicalLine, physicalLines, shapeOf } from './lines.ts';

/** How a file is laid out. */
export interface Layout extends Dialect {
  /** Lines before the first record, the header among them; they are kept as they are. */
  readonly before: number;
  readonly cells: number;
  readonly longestLine: number;
  /** Quoted cells may go on over several lines. */
  readonly multiline: boolean;
  /** Every line must be valid UTF-8. */
  readonly utf8: boolean;
  /** The file is in Latin-1 (as Windows writes it); the copy is in UTF-8. */
  readonly recoded: boolean;
}

/** What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters. */
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const ofWindows = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (letter) => windows[letter.charCodeAt(0) - 0x80] ?? letter);

/** A quoted cell of a sound file does not go on over more lines than this. */
const mostLines = 500;

/**
 * Writes a copy of a delimited file from which one line that is broken is taken, so that it cannot spoil those after
 * it: an open quote, a carriage return, a line without end, a byte that is no UTF-8. The copy has an empty line in its place, so line numbers
 * stay.
 *
 * @returns what was taken out
 */
export async function mend(path: string, into: string, file: string, layout: Layout): Promise<Reject[]> {
  const { before, cells, longestLine, multiline, utf8, recoded } = layout;
  const rejects: Reject[] = [];
  const out = createWriteStream(into);
  const write = async (text: string): Promise<void> => {
    const written = recoded ? out.write(`${ofWindows(text)}\n`) : out.write(`${text}\n`, 'latin1');
    if (!written) await once(out, 'drain');
  };
  const refuse = (line: PhysicalLine, reason: string): void => {
    rejects.push({ file, line: line.number, column: null, reason, text: line.text.slice(0, 1000) });
  };

  const valid = ({ text }: PhysicalLine): boolean => !utf8 || isUtf8(Buffer.from(text, 'latin1'));

  const lines = physicalLines(path, longestLine);
  const waiting: PhysicalLine[] = [];
  const next = async (at: number): Promise<PhysicalLine | undefined> => {
    while (waiting.length <= at) {
      const { value, done } = await lines.next();
      if (done || value === undefined) return undefined;
      waiting.push(value);
    }
    return waiting[at];
  };

  for (let line = await next(0); line !== undefined; line = await next(0)) {
    let taken = 1;
    const fault = line.tooLong
      ? `the line is longer than ${longestLine.toLocaleString('en')} bytes`
      : line.torn
        ? 'a carriage return stands within the line'
        : !valid(line)
          ? 'not valid UTF-8'
          : undefined;
    if (line.number <= before) await write(line.text);
    else if (fault !== undefined) {
      refuse(line, fault);
      await write('');
    } else {
      let shape = shapeOf(line.text, layout);
      let count = shape.cells;
      const texts = [line.text];
      while (multiline && shape.open && taken < mostLines) {
        const more = await next(taken);
        if (more === undefined || more.tooLong || !valid(more)) break;
        shape = shapeOf(more.text, layout, true);
        count += shape.cells - 1;
        texts.push(more.text);
        taken++;
      }
      const whole = !shape.open && !shape.spoilt && (taken === 1 || count === cells);
      if (!whole) {
        // The reader would refuse such a line, too, but under the number of the line before it.
        const after = taken === 1 && shape.spoilt && !shape.open;
        taken = 1;
        refuse(line, `a quote is opened and not closed${after ? ', or something follows its end' : ''}`);
        await write('');
      } else for (const text of texts) await write(text);
    }
    waiting.splice(0, taken);
  }
  out.end();
  await finished(out);
  return rejects;
}
