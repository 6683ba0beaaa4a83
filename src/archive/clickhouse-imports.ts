import type { BulkTableName, Import } from '../model/bulk.ts';
import { keySql, quoted } from './clickhouse-sql.ts';

/** An attempt to import that came to its end. */
export interface Attempt {
  readonly attempt: string;
  /** When it did, seconds by the server's clock. */
  readonly at: number;
  readonly record: Import;
}

/** An attempt that counts, with those that it hides: of files that it has too. */
export interface Counted extends Attempt {
  readonly hides: readonly string[];
}

/** Whether two imports are of the same file, read by the same format. */
export const share = (a: Omit<Import, 'data'>, b: Omit<Import, 'data'>): boolean => {
  if (a.format !== b.format || a.formatVersion !== b.formatVersion) return false;
  const hashes = new Set(a.files.map(({ sha256 }) => sha256));
  return b.files.some(({ sha256 }) => hashes.has(sha256));
};

/**
 * The attempts that count. A server has no lock that dies with its holder, so two processes may finish an import of
 * the same file at the same instant; whoever reads then takes the first of them, and by its name where the second is
 * the same, so that all readers take the same.
 */
export function counted(attempts: readonly Attempt[]): Counted[] {
  const inOrder = [...attempts].sort((a, b) => a.at - b.at || (a.attempt < b.attempt ? -1 : 1));
  const winners: { one: Attempt; hides: string[] }[] = [];
  const holder = new Map<string, { one: Attempt; hides: string[] }>();
  for (const one of inOrder) {
    const files = one.record.files.map(
      ({ sha256 }) => `${one.record.format} ${one.record.formatVersion} ${sha256}`,
    );
    const first = files.map((file) => holder.get(file)).find((other) => other !== undefined);
    if (first) {
      first.hides.push(one.attempt);
      continue;
    }
    const winner = { one, hides: [] };
    winners.push(winner);
    for (const file of files) holder.set(file, winner);
  }
  const order = ({ record: a }: Attempt, { record: b }: Attempt): number =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1;
  return winners.map(({ one, hides }) => ({ ...one, hides })).sort(order);
}

/** `CASE` of an attempt's number, by a table that the server hashes. */
const numberOf = (numbers: readonly (readonly [string, number])[]): string =>
  `transform(_attempt, [${numbers.map(([attempt]) => quoted(attempt)).join(', ')}], [${numbers.map(([, n]) => n).join(', ')}], 0)`;

/**
 * The condition by which a table's rows count. Reports of events are all kept. Of other rows that two imports of a
 * data set have, the later import's counts.
 *
 * @param from what stands after FROM
 * @param holders imports that count and have the table, oldest first
 * @param onKeys conditions of the question on columns of the key; they spare looking at other rows
 * @param isGlobal the rows are on several shards, and each must hear of the others'
 */
export function countsSql(
  table: BulkTableName,
  {
    from,
    holders,
    onKeys,
    isGlobal,
  }: {
    readonly from: string;
    readonly holders: readonly Import[];
    readonly onKeys: readonly string[];
    readonly isGlobal: boolean;
  },
): string {
  const oneOf = (some: readonly Import[]): string =>
    `_attempt IN (${some.map(({ data }) => quoted(data)).join(', ')})`;
  if (table.startsWith('event') || table === 'mention') return oneOf(holders);
  const bySource = new Map<string, Import[]>();
  for (const one of holders) bySource.set(one.source.id, [...(bySource.get(one.source.id) ?? []), one]);
  const several = [...bySource.values()].filter((some) => some.length > 1);
  const alone = holders.filter(({ source }) => bySource.get(source.id)?.length === 1);
  if (several.length === 0) return oneOf(holders);
  const group = numberOf(several.flatMap((some, i) => some.map(({ data }) => [data, i + 1] as const)));
  const order = numberOf(several.flatMap((some) => some.map(({ data }, i) => [data, i + 1] as const)));
  const key = [group, ...keySql(table)];
  const among = oneOf(several.flat());
  const latest = `${among} AND (${[...key, order].join(', ')}) ${isGlobal ? 'GLOBAL ' : ''}IN (
    SELECT ${[...key, `max(${order})`].join(', ')} FROM ${from} WHERE ${[among, ...onKeys].join(' AND ')} GROUP BY ${key.join(', ')})`;
  return alone.length === 0 ? latest : `(${oneOf(alone)} OR (${latest}))`;
}
