import type { Head } from '../../model/format.ts';

/** Names in the first line of a file with commas, in lower case, without quotes. */
const namesIn = ({ lines: [first = ''] }: Head): string[] =>
  first.split(',').map((name) => name.replaceAll('"', '').trim().toLowerCase());

/** Whether the first line has all of these names and none of those. */
export function hasColumns(head: Head, all: readonly string[], none: readonly string[] = []): boolean {
  const names = new Set(namesIn(head));
  return all.every((name) => names.has(name)) && !none.some((name) => names.has(name));
}
