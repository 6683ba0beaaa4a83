import stringWidth from 'string-width';

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Cells of this column give way where the table is too wide: they are shortened, or `wrap`ped to more lines. */
  readonly flexible?: boolean;
  readonly wrap?: boolean;
}

const between = '  ';

/** The text with no more than `width` columns, an ellipsis in place of what was cut. */
export function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('en').segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

const pad = (text: string, width: number, align: TableColumn['align']): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'right' ? space + text : text + space;
};

/** The text in lines of at most `width` columns, broken between words; a longer word is shortened. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && stringWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(shorten(word, width));
  }
  return lines;
}

/** Columns that a flexible one keeps, whatever the width of the table. */
const leastWidth = 8;

/**
 * A table of text, no line wider than `width` as long as the flexible columns give way: the widest first, each keeping
 * at least 8 columns.
 *
 * @param style what is done to the header line, such as making it bold
 */
export function textTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number,
  style: (header: string) => string = (header) => header,
): string[] {
  const widths = columns.map(({ title }, i) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[i] ?? '')), stringWidth(title)),
  );
  const room = width - between.length * (columns.length - 1);
  for (let over = widths.reduce((sum, one) => sum + one, 0) - room; over > 0; over--) {
    const widest = columns.reduce(
      (best, { flexible }, i) =>
        flexible && (widths[i] ?? 0) > Math.max(leastWidth, widths[best] ?? 0) ? i : best,
      -1,
    );
    if (widest === -1) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, i) => pad(cells[i] ?? '', widths[i] ?? 0, align))
      .join(between)
      .trimEnd();
  const lines = (row: readonly string[]): string[] => {
    const cells = columns.map(({ wrap }, i) =>
      wrap ? wrapped(row[i] ?? '', widths[i] ?? 0) : [shorten(row[i] ?? '', widths[i] ?? 0)],
    );
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, k) => line(cells.map((cell) => cell[k] ?? '')));
  };
  return [style(line(columns.map(({ title }) => title))), ...rows.flatMap(lines)];
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of at most `width` columns for a share in [0, 1]; every share above 0 leaves a trace. */
export function bar(share: number, width: number): string {
  const units = Math.max(share > 0 ? 1 : 0, Math.round(Math.min(1, Math.max(0, share)) * width * 8));
  return '█'.repeat(Math.floor(units / 8)) + (eighths[units % 8] ?? '');
}
