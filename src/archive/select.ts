import { bulkTable } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import { identifier, type Params } from './duck.ts';
import type { Question, Range } from './store.ts';

/** A query with its values apart from its text. */
export interface Bound {
  readonly sql: string;
  readonly params: Params;
}

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How values are bound: `$name` in DuckDB, `{name:Type}` in ClickHouse is made by its own store. */
export type Dialect = 'duckdb' | 'clickhouse';

/**
 * The SELECT that answers a question.
 *
 * @throws MultivectorError `input` for a column that the table has not
 */
export function selectSql({ table, columns, where = {}, order, limit }: Question, _dialect: Dialect): Bound {
  const known = bulkTable(table).columns;
  const named = (name: string): string => {
    if (name in known) return identifier(name);
    throw new MultivectorError('input', `${table} has no column “${name}”`, {
      hint: `it has: ${Object.keys(known).join(', ')}`,
    });
  };
  const params: Record<string, string | number | boolean | null> = {};
  const bind = (value: string | number | boolean): string => {
    const name = `p${Object.keys(params).length}`;
    params[name] = value;
    return `$${name}`;
  };
  const conditions = Object.entries(where).flatMap(([name, value]) => {
    const column = named(name);
    if (Array.isArray(value))
      return value.length === 0
        ? ['1 = 0']
        : [`${column} IN (${value.map((one: string | number) => bind(one)).join(', ')})`];
    if (!isRange(value)) return [`${column} = ${bind(value as string | number | boolean)}`];
    return [
      ...(value.from === undefined ? [] : [`${column} >= ${bind(value.from)}`]),
      ...(value.to === undefined ? [] : [`${column} <= ${bind(value.to)}`]),
    ];
  });
  return {
    params,
    sql: [
      `SELECT ${(columns ?? Object.keys(known)).map(named).join(', ')} FROM ${identifier(table)}`,
      ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
      ...(order && order.length > 0 ? [`ORDER BY ${order.map(named).join(', ')}`] : []),
      ...(limit === undefined ? [] : [`LIMIT ${Math.floor(limit)}`]),
    ].join(' '),
  };
}
