import type { Rule } from '../../model/format.ts';

/**
 * Refuses a cell that is none of a list. Where a column has its list as its type, DuckDB's reader counts the lines
 * wrongly as soon as one is empty, and names another column; so the cells are read as text.
 */
export const oneOf = (column: string, values: readonly string[]): Rule => ({
  when: `raw.${column} NOT IN (${values.map((value) => `'${value}'`).join(', ')})`,
  because: `${column} is none of ${values.join(', ')}`,
});
