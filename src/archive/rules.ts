import { type BulkColumn, type BulkTableName, bulkTable } from '../model/bulk.ts';
import type { Format, Mapping, RawColumns } from '../model/format.ts';
import { identifier, literal } from './duck.ts';

const columnTypes = {
  text: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
} as const;

export const mappingsOf = (format: Format): { table: BulkTableName; mapping: Mapping }[] =>
  (Object.entries(format.tables) as [BulkTableName, Mapping | readonly Mapping[]][]).flatMap(([table, of]) =>
    [of].flat().map((mapping) => ({ table, mapping })),
  );

/** Name of the column that says which data set a row is from. */
const provenance = (table: BulkTableName): string =>
  'dataset' in bulkTable(table).columns ? 'dataset' : 'source';

/** The columns of a table out of `raw`, each of its type. */
export function selected(table: BulkTableName, mapping: Mapping, format: Format): string {
  const { columns } = bulkTable(table);
  const unknown = Object.keys(mapping.columns).find((name) => !(name in columns));
  if (unknown !== undefined) throw new Error(`${format.id}: ${table} has no column ${unknown}`);
  return Object.entries(columns)
    .map(([name, { type }]) => {
      const sql = mapping.columns[name] ?? (name === provenance(table) ? literal(format.source.id) : 'NULL');
      return `CAST(${sql} AS ${columnTypes[type]}) AS ${identifier(name)}`;
    })
    .join(', ');
}

export const required = (table: BulkTableName): string[] =>
  Object.entries<BulkColumn>(bulkTable(table).columns)
    .filter(([, column]) => column.required)
    .map(([name]) => name);

/** Number columns whose cells could be NaN or infinite, which no publisher means. */
const numbers = (columns: RawColumns): string[] =>
  Object.entries(columns)
    .filter(([, { type }]) => type === 'number')
    .map(([name]) => name);

/** Columns of delimited text whose cells must be one of a list. */
const lists = ({ reading }: Format): { name: string; values: readonly string[] }[] =>
  reading.kind !== 'csv'
    ? []
    : Object.entries(reading.columns).flatMap(([name, { type }]) =>
        typeof type === 'string' ? [] : [{ name, values: type }],
      );

export const columnsOf = (format: Format): RawColumns =>
  format.reading.kind === 'json-lines' ? { json: { type: 'text' } } : format.reading.columns;

/** Rules by their number: refusals first, then rows that are no records. */
export interface Rules {
  readonly because: readonly string[];
  readonly refusals: number;
  readonly sql: string;
}

export function rulesOf(format: Format): Rules {
  const refuse = [
    ...(format.reading.kind === 'json-lines'
      ? [{ when: 'NOT json_valid(raw.json)', because: 'the line is not valid JSON' }]
      : []),
    ...numbers(columnsOf(format)).map((name) => ({
      when: `NOT isfinite(raw.${identifier(name)})`,
      because: `${name}: not a finite number`,
    })),
    ...lists(format).map(({ name, values }) => ({
      when: `raw.${identifier(name)} NOT IN (${values.map(literal).join(', ')})`,
      because: `${name} is none of ${values.join(', ')}`,
    })),
    ...(format.refuse ?? []),
  ];
  const all = [...refuse, ...(format.aside ?? [])];
  const cases = all.map(({ when }, i) => `WHEN (${when}) THEN ${i}`).join(' ');
  return {
    because: all.map(({ because }) => because),
    refusals: refuse.length,
    sql: all.length === 0 ? 'NULL::INTEGER' : `CASE ${cases} END`,
  };
}
