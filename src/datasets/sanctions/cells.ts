/** SQL for cells that hold several things. */

/**
 * The values of a cell with `;` between: a list. A value that has a `;` or a quote within is quoted, and its quotes
 * doubled, as in a CSV file of one line.
 */
export const valuesOf = (cell: string): string =>
  String.raw`list_filter(
    list_transform(
      regexp_extract_all(coalesce(${cell}, ''), '\s*("(?:[^"]|"")*"|[^;]*)\s*(?:;|$)', 1),
      x -> CASE WHEN x[1] = '"' AND x[-1] = '"' AND len(x) > 1 THEN trim(replace(x[2:-2], '""', '"')) ELSE trim(x) END),
    x -> x <> '')`;

/** The values of several cells in one list, each once, in their order. */
export const valuesOfAll = (...cells: readonly string[]): string =>
  cells.map(valuesOf).reduce((before, next) => `list_concat(${before}, ${next})`);

/** A list as the archive's tables have it, “; ” between; NULL where it is empty. */
export const joined = (list: string): string => `nullif(array_to_string(${list}, '; '), '')`;

/** Texts with “; ” between, NULLs left out; NULL where nothing is left. */
export const together = (...texts: readonly string[]): string =>
  `nullif(concat_ws('; ', ${texts.join(', ')}), '')`;

/** A cell with a word before it that says what it is; NULL where it is empty. */
export const labelled = (label: string, cell: string): string => `'${label} ' || ${cell}`;
