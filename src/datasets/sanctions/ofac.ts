import type { Head } from '../../model/format.ts';

/** How OFAC writes “missing”; a file cut short may end within it. */
export const ofacMissing = ['-0- ', '-0-', '-0'];

/** The cells of a line in OFAC's files, quotes taken off; undefined where it is no whole record. */
export function recordOf(line: string): string[] | undefined {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const [whole, quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",]*)) *(?:,|$)/.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    cells.push(quoted ?? plain ?? '');
    if (!whole.endsWith(',')) return cells;
    rest = rest.slice(whole.length);
  }
}

/**
 * Whether a file is one of OFAC's without a header: most of its first lines are records of so many cells with a number
 * first, and somewhere “missing” is written as only they write it.
 */
export function isOfac(
  head: Head,
  cells: number,
  like: (cells: readonly string[]) => boolean,
  marked = true,
): boolean {
  const whole = head.bytes.length < 2 ** 16 ? head.lines : head.lines.slice(0, -1);
  const lines = whole.filter((line) => line !== '' && line !== '\u001a').slice(0, 20);
  const records = lines.map(recordOf);
  const fit = records.filter(
    (record) => record?.length === cells && /^\d{1,7}$/.test(record[0] ?? '') && like(record),
  );
  return (
    fit.length > 0 &&
    fit.length * 2 > lines.length &&
    (!marked || fit.some((record) => record?.some((cell) => /^-0-? ?$/.test(cell))))
  );
}

/** The consolidated list's files have the names of the SDN list's with a word before them. */
export const isConsolidated = ({ name }: Head): boolean => /(^|\/)cons/i.test(name);
