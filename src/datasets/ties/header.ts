import type { Head } from '../../model/format.ts';

/** Whether the first line has all of these columns, quoted or not, in any order. */
export function hasColumns(
  { lines: [first = ''] }: Pick<Head, 'lines'>,
  names: readonly string[],
  delimiter: ',' | ';' = ',',
): boolean {
  const header = first.split(delimiter).map((cell) => cell.trim().replaceAll('"', '').toLowerCase());
  return names.every((name) => header.includes(name));
}
