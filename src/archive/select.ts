import { type BulkColumn, type BulkType, bulkTable } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import { identifier, type Params } from './duck.ts';
import type { Question, Range } from './store.ts';

/** A query with its values apart from its text. */
export interface Bound {
  readonly sql: string;
  readonly params: Params;
}

/** A value that a question names. */
export type Value = string | number | boolean;

/** How an engine is asked. */
export interface Dialect {
  /** What stands after FROM. */
  readonly from: string;
  /** A value that is held against a column of the type: bound, or as a literal. */
  readonly value: (value: Value, type: BulkType) => string;
  /** Conditions beside the question's own. */
  readonly and?: readonly string[];
}

const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function columnOf(table: Question['table'], name: string): BulkColumn {
  const known = bulkTable(table).columns;
  const column = Object.hasOwn(known, name) ? known[name] : undefined;
  if (column) return column;
  throw new MultivectorError('input', `${table} has no column “${name}”`, {
    hint: `it has: ${Object.keys(known).join(', ')}`,
  });
}

/**
 * The conditions of a question, each an SQL expression.
 *
 * @throws MultivectorError `input` for a column that the table has not
 */
export function conditionsSql(
  { table, where = {} }: Pick<Question, 'table' | 'where'>,
  write: Dialect['value'],
): string[] {
  return Object.entries(where).flatMap(([name, wanted]) => {
    const { type } = columnOf(table, name);
    const column = identifier(name);
    if (isRange(wanted))
      return [
        ...(wanted.from === undefined ? [] : [`${column} >= ${write(wanted.from, type)}`]),
        ...(wanted.to === undefined ? [] : [`${column} <= ${write(wanted.to, type)}`]),
      ];
    if (typeof wanted !== 'object') return [`${column} = ${write(wanted, type)}`];
    if (wanted.length === 0) return ['1 = 0'];
    return [`${column} IN (${wanted.map((one) => write(one, type)).join(', ')})`];
  });
}

/**
 * The SELECT that answers a question.
 *
 * @throws MultivectorError `input` for a column that the table has not
 */
export function writtenSql(question: Question, { from, value, and = [] }: Dialect): string {
  const { table, columns = Object.keys(bulkTable(table).columns), order = [], limit } = question;
  for (const name of [...columns, ...order]) columnOf(table, name);
  const conditions = [...conditionsSql(question, value), ...and];
  return [
    `SELECT ${columns.map(identifier).join(', ')} FROM ${from}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(order.length > 0 ? [`ORDER BY ${order.map(identifier).join(', ')}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${Math.floor(limit)}`]),
  ].join(' ');
}

/** The same for DuckDB, with its values bound. */
export function selectSql(question: Question): Bound {
  const params: Record<string, Value> = {};
  const value = (one: Value): string => {
    const name = `p${Object.keys(params).length}`;
    params[name] = one;
    return `$${name}`;
  };
  return { sql: writtenSql(question, { from: identifier(question.table), value }), params };
}
