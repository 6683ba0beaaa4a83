import type { Head } from '../../model/format.ts';

const dataNames =
  /\.(csv|tsv|tab|psv|dat|xlsx?|xlsm|ods|json|jsonl|ndjson|geojson|xml|ya?ml|sql|log|ini|toml|[cm]?[jt]sx?|py|r|do|dta|sav|parquet)$/i;

/** Whether the file's name says that it is a table, data or a program; an error page saved as one is no article. */
export const isNamedAsData = ({ name }: Head): boolean => dataNames.test(name);

/** The lines look like rows: each has the same number of separators, and they are no sentences. */
function isTable(lines: readonly string[]): boolean {
  const [header = '', next] = lines;
  if (next === undefined) return false;
  const separators = (line: string): number => line.match(/[,;|\t]/g)?.length ?? 0;
  const isHeader = /^"?[\w .%()/-]{0,40}"?(?:[,;|\t]"?[\w .%()/-]{0,40}"?){2,}$/.test(header);
  if (isHeader && separators(next) >= separators(header)) return true;
  const ends = lines.filter((line) => /[.!?…。]["'”’»)\]]*\d*$/u.test(line)).length;
  if (lines.filter((line) => line.includes('\t')).length >= 0.5 * lines.length) return true;
  return [';', '|', ','].some((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = counts[Math.floor(counts.length / 2)] ?? 0;
    const same = counts.filter((count) => count === usual).length;
    const loose = separator === ',' || separator === ';';
    return usual >= 1 && same >= 0.8 * lines.length && !(loose && ends >= 0.3 * lines.length);
  });
}

/** Whether the beginning of a file is prose: words and sentences, no table, no markup, no data. */
export function isProse(head: Head): boolean {
  const text = head.text.slice(0, 16_000);
  if (isNamedAsData(head) || /[^\P{Cc}\n\r\t\f\u0080-\u009f]/u.test(text)) return false;
  if (/^\s*(?:[<{]|\[\s*["{[\d]|%PDF|%!|#!)/.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const solid = text.replace(/\s/g, '').length;
  if (letters < 40 || letters < 0.7 * solid) return false;
  if (!/\p{L}[^\n]{10,}[.!?…。]/u.test(text)) return false;
  const lines = head.lines.slice(0, 200).flatMap((line) => line.trim() || []);
  return !isTable(head.lines.length > 1 && head.bytes.length >= 65_536 ? lines.slice(0, -1) : lines);
}
