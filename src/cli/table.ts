import stringWidth from 'string-width';

export interface TableColumn {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Cells of this column are shortened first where the table is too wide. */
  readonly flexible?: boolean;
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

/**
 * A table of text, no line wider than `width` as long as the flexible columns give way (each keeps at least 8 columns).
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
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[i] ?? ''))),
  );
  let over = widths.reduce((sum, one) => sum + one, 0) + between.length * (columns.length - 1) - width;
  for (const [i, column] of columns.entries()) {
    if (over <= 0 || !column.flexible) continue;
    const cut = Math.min(over, Math.max(0, (widths[i] ?? 0) - 8));
    widths[i] = (widths[i] ?? 0) - cut;
    over -= cut;
  }
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, i) => pad(shorten(cells[i] ?? '', widths[i] ?? 0), widths[i] ?? 0, align))
      .join(between)
      .trimEnd();
  return [style(line(columns.map(({ title }) => title))), ...rows.map(line)];
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of at most `width` columns for a share in [0, 1]; every share above 0 leaves a trace. */
export function bar(share: number, width: number): string {
  const units = Math.max(share > 0 ? 1 : 0, Math.round(Math.min(1, Math.max(0, share)) * width * 8));
  return '█'.repeat(Math.floor(units / 8)) + (eighths[units % 8] ?? '');
}
