import { type BulkColumn, type BulkTableName, type BulkType, bulkTable } from '../model/bulk.ts';
import { MultivectorError } from '../model/errors.ts';
import { identifier, literal, type SqlRow } from './duck.ts';
import type { Value } from './select.ts';
import { actorSql, isOnePair } from './series.ts';
import type { SeriesQuestion } from './store.ts';

/**
 * SQL that ClickHouse 18.16 (Debian's) and current ones take alike. 18.16 has no window functions, no bound parameters,
 * no dates before 1970, no Parquet, no LowCardinality and no keys that may be NULL.
 */

/** Text as a literal. Unlike in standard SQL a backslash escapes. */
export const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`;

/** A name that comes from outside, such as a database's. */
export const name = (text: string): string =>
  `\`${text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('\0', '\\0')}\``;

/** The bits of an IEEE double as a whole number. */
function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigInt64(0);
}

/** ClickHouse reads decimal fractions with an error in the last place; so numbers travel as their bits. */
const ofBits = (sql: string): string => `reinterpretAsFloat64(reinterpretAsString(${sql}))`;

function numberLiteral(value: Value): string {
  const number = Number(value);
  if (!Number.isFinite(number) || value === '')
    throw new MultivectorError('input', `“${value}” is not a number`);
  return Number.isSafeInteger(number) ? String(number) : ofBits(`toInt64(${bitsOf(number)})`);
}

/**
 * A value as a literal, of the type of the column that it is held against.
 *
 * @throws MultivectorError `input` for text that is no number against a column of numbers
 */
export function valueSql(value: Value, type: BulkType): string {
  if (type === 'text' || type === 'date') return quoted(String(value));
  if (type === 'boolean') return value === true || value === 'true' || value === 1 ? '1' : '0';
  return numberLiteral(value);
}

/** What the tables of an archive keep beside the bulk tables. */
const own = {
  /** One row says that an attempt has become an import, another that it is none any more. */
  imports: {
    id: 'String',
    attempt: 'String',
    removed: 'UInt8',
    record: 'String',
    at: 'UInt32 DEFAULT toUInt32(now())',
  },
  rejects: {
    file: 'String',
    line: 'Nullable(Int64)',
    column: 'Nullable(String)',
    reason: 'String',
    text: 'Nullable(String)',
    _attempt: 'String',
  },
} as const;

export type ArchiveTable = BulkTableName | keyof typeof own;

const isOwn = (table: ArchiveTable): table is keyof typeof own => table in own;

const typeSql: Readonly<Record<BulkType, string>> = {
  text: 'String',
  integer: 'Int64',
  number: 'Float64',
  boolean: 'UInt8',
  date: 'String', // YYYY-MM-DD: ClickHouse's own begin in 1970
};

const bits = (column: string): string => `${column}_bits`;

/** The columns as they are created. A number is made of its bits as it is inserted. */
function columnsSql(table: ArchiveTable): string {
  if (isOwn(table))
    return Object.entries(own[table])
      .map(([column, type]) => `${identifier(column)} ${type}`)
      .join(', ');
  const nullable = (type: string, { required }: BulkColumn): string =>
    required ? type : `Nullable(${type})`;
  return [
    ...Object.entries(bulkTable(table).columns).flatMap(([column, of]) =>
      of.type === 'number'
        ? [
            `${identifier(column)} ${nullable('Float64', of)} DEFAULT ${ofBits(identifier(bits(column)))}`,
            `${identifier(bits(column))} ${nullable('Int64', of)}`,
          ]
        : [`${identifier(column)} ${nullable(typeSql[of.type], of)}`],
    ),
    '_attempt String',
  ].join(', ');
}

/** Columns by which rows are sorted: what a question most likely names, and what is never NULL. */
function orderOf(table: ArchiveTable): string[] {
  if (table === 'imports') return ['id', 'attempt'];
  if (table === 'rejects') return ['file'];
  const { columns, key, when } = bulkTable(table);
  const [first = '_attempt', ...others] = key.filter((column) => columns[column]?.required);
  const day = when !== undefined && columns[when]?.required && !key.includes(when) ? [when] : [];
  return [first, ...day, ...others];
}

/** Columns of which rows that are counted together have the same, so that they are on one shard: the dyad, if there is one. */
function togetherOf(table: ArchiveTable): readonly string[] {
  if (table === 'imports') return ['id'];
  if (table === 'rejects') return ['file'];
  const { columns, key } = bulkTable(table);
  const dyads = [
    ['focal', 'partner'],
    ['a', 'b'],
    ['supplier', 'recipient'],
    ['source', 'target'],
  ];
  return dyads.find((dyad) => dyad.every((column) => column in columns)) ?? key.slice(0, 2);
}

/** A table on the server itself. */
export const local = (database: string, table: ArchiveTable): string => `${name(database)}.${name(table)}`;
/** The table over all shards. */
export const everywhere = (database: string, table: ArchiveTable): string =>
  `${name(database)}.${name(`${table}_all`)}`;

/** Creates the table on the server itself. Each attempt is a partition, so that it can be dropped at once. */
export const createLocal = (database: string, table: ArchiveTable, onCluster: string): string =>
  `CREATE TABLE IF NOT EXISTS ${local(database, table)}${onCluster} (${columnsSql(table)})
   ENGINE = MergeTree()${table === 'imports' ? '' : ' PARTITION BY _attempt'} ORDER BY (${orderOf(table).map(identifier).join(', ')})`;

/** Creates the table over all shards. */
export function createEverywhere(
  database: string,
  table: ArchiveTable,
  cluster: string,
  onCluster: string,
): string {
  const parts = togetherOf(table).map((column) =>
    isOwn(table) || bulkTable(table).columns[column]?.required
      ? identifier(column)
      : `ifNull(${identifier(column)}, '')`,
  );
  return `CREATE TABLE IF NOT EXISTS ${everywhere(database, table)}${onCluster} (${columnsSql(table)})
   ENGINE = Distributed(${[cluster, database, table].map(quoted).join(', ')}, cityHash64(${parts.join(', ')}))`;
}

/** The columns of a file that is inserted, in order, as identifiers. */
export const insertColumns = (table: BulkTableName | 'rejects'): string[] =>
  (isOwn(table)
    ? Object.keys(own[table])
    : [
        ...Object.entries(bulkTable(table).columns).map(([column, { type }]) =>
          type === 'number' ? bits(column) : column,
        ),
        '_attempt',
      ]
  ).map(identifier);

/** DuckDB's SELECT of the cells of such a file, each as text that ClickHouse reads back to the same value. */
export function insertCells(table: BulkTableName | 'rejects', attempt: string): string {
  const escapes = [
    ["'\\'", "'\\\\'"],
    ['chr(9)', "'\\t'"],
    ['chr(10)', "'\\n'"],
    ['chr(13)', "'\\r'"],
    ['chr(0)', "'\\0'"],
  ];
  const cell = (column: string, type: BulkType): string => {
    if (type === 'integer') return column;
    if (type === 'boolean') return `CAST(${column} AS INTEGER)`;
    if (type === 'number') return `CAST(CAST(${column} AS BIT) AS BIGINT)`;
    if (type === 'date') return `CAST(${column} AS VARCHAR)`;
    return escapes.reduce((sql, [from, to]) => `replace(${sql}, ${from}, ${to})`, column);
  };
  const columns: [string, BulkType][] = isOwn(table)
    ? ['file', 'line', 'column', 'reason', 'text'].map((one) => [one, one === 'line' ? 'integer' : 'text'])
    : Object.entries(bulkTable(table).columns).map(([column, { type }]) => [column, type]);
  return [...columns.map(([column, type]) => cell(identifier(column), type)), literal(attempt)].join(', ');
}

/** A row as ClickHouse gave it, with the values that the archive's other stores give. */
export function plainRow(table: BulkTableName, row: SqlRow): SqlRow {
  const { columns } = bulkTable(table);
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const type = columns[column]?.type;
      if (value === null || type === 'text' || type === 'date') return [column, value];
      return [column, type === 'boolean' ? Number(value) === 1 : Number(value)];
    }),
  );
}

/** Columns as expressions that tell NULL from every value, without being NULL. */
export const keySql = (table: BulkTableName): string[] =>
  bulkTable(table).key.map((column) =>
    bulkTable(table).columns[column]?.required
      ? identifier(column)
      : `ifNull(concat('=', toString(${identifier(column)})), '')`,
  );

/** The number of a day in a count of days, by the Gregorian calendar; only its differences mean something. */
function dayNumber(day: string): string {
  const part = (from: number, length: number): string => `toInt64(substring(${day}, ${from}, ${length}))`;
  const [y, m, d] = [part(1, 4), part(6, 2), part(9, 2)];
  // Years that begin in March, so that the leap day is the last; m counts from March.
  const year = `(${y} - intDiv(14 - ${m}, 12))`;
  const month = `(${m} + 12 * intDiv(14 - ${m}, 12) - 3)`;
  return `(365 * ${year} + intDiv(${year}, 4) - intDiv(${year}, 100) + intDiv(${year}, 400) + intDiv(153 * ${month} + 2, 5) + ${d})`;
}

/**
 * Events of a dyad by period and root; see `seriesSql` for what it counts. Without window functions the days of a root
 * are an array, and a day's predecessor is the element before it.
 *
 * @param from what stands after FROM: `event_day`
 * @param and conditions beside the question's
 */
export function clickHouseSeriesSql(question: SeriesQuestion, from: string, and: readonly string[]): string {
  const { dataset, source, target, by, from: first, to, root, window } = question;
  const pair = isOnePair(question) ? '' : ', source, target';
  for (const day of [first, to])
    if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(day))
      throw new MultivectorError('input', `“${day}” is not a day`, { hint: 'a day is written 2014-11-30' });
  const where = [
    ...Object.entries({ dataset, ...(root !== undefined && { root }) }).map(
      ([column, value]) => `${identifier(column)} = ${quoted(value)}`,
    ),
    ...actorSql('source', source, quoted),
    ...actorSql('target', target, quoted),
    ...(first === undefined ? [] : [`day >= ${quoted(first)}`]),
    ...(to === undefined ? [] : [`day <= ${quoted(to)}`]),
    ...and,
  ].join(' AND ');
  const period = (day: string) => `substring(${day}, 1, ${by === 'month' ? 7 : 4})`;
  if (window <= 1)
    // An alias that is a column's name would stand for the sum within the other sums.
    return `SELECT period, root, events, reports_ AS reports, mentions_ AS mentions, intensity_ AS intensity FROM (
    SELECT ${period('day')} AS period, root, uniqExact(day${pair}) AS events, sum(reports) AS reports_, sum(mentions) AS mentions_,
      if(sum(scored) = 0, NULL, sum(intensity) / sum(scored)) AS intensity_
    FROM ${from} WHERE ${where} GROUP BY period, root) ORDER BY period, root`;
  const days = `SELECT root, day${pair}, sum(reports) AS r, sum(mentions) AS m, sum(intensity) AS i, sum(scored) AS s
    FROM ${from} WHERE ${where} GROUP BY root, day${pair}`;
  // Day and predecessor as two arrays side by side: a lambda that reaches for an array has a copy of it at each element.
  const far = numberLiteral(window);
  const before = `arrayPushFront(arrayPopBack(numbers), numbers[1] - ${far})`;
  const marked = `SELECT root, tupleElement(one, 1) AS day, tupleElement(one, 2) AS r, tupleElement(one, 3) AS m,
           tupleElement(one, 4) AS i, tupleElement(one, 5) AS s, begin
         FROM (SELECT root, list, arrayMap((n, last) -> n - last >= ${far}, numbers, ${before}) AS begins
           FROM (SELECT root, list, arrayMap(x -> ${dayNumber('tupleElement(x, 1)')}, list) AS numbers
             FROM (SELECT root, arraySort(groupArray((day, r, m, i, s))) AS list FROM (${days}) GROUP BY root${pair})))
         ARRAY JOIN list AS one, begins AS begin`;
  return `SELECT period, root, sum(begin) AS events, sum(r) AS reports, sum(m) AS mentions,
      if(sum(s) = 0, NULL, sum(i) / sum(s)) AS intensity
    FROM (SELECT ${period('day')} AS period, root, begin, r, m, i, s FROM (${marked}))
    GROUP BY period, root ORDER BY period, root`;
}
