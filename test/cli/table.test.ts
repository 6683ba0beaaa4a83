import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { bar, shorten, textTable, wrapped } from '../../src/cli/table.ts';

describe('textTable', () => {
  const columns = [{ title: 'id' }, { title: 'what', flexible: true, wrap: true }] as const;

  it('wraps what is too wide and leaves the other cells of the row empty below', () => {
    expect(textTable(columns, [['a', 'one two three four']], 13)).toEqual([
      'id  what',
      'a   one two',
      '    three',
      '    four',
    ]);
  });
  it('shortens where it may not wrap', () => {
    expect(textTable([{ title: 'what', flexible: true }], [['one two three']], 9)).toEqual([
      'what',
      'one two…',
    ]);
  });
  it('is never wider than asked, for any text in any script', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
        fc.integer({ min: 12, max: 60 }),
        (texts, width) => {
          const rows = texts.map((text) => ['1', text.replace(/[\n\r\t]/g, ' ')]);
          for (const line of textTable(columns, rows, width))
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

it('wraps between words and loses none', () => {
  expect(wrapped('Kazakhstan rejects the results', 12)).toEqual(['Kazakhstan', 'rejects the', 'results']);
});

it('counts wide characters as two columns', () => {
  expect(shorten('哈萨克斯坦', 5)).toBe('哈萨…');
});

it('leaves a trace of every share above nothing', () => {
  expect([bar(0, 12), bar(0.001, 12), bar(0.5, 4), bar(1, 4)]).toEqual(['', '▏', '██', '████']);
});
