import { parseDate } from '../model/date.ts';
import { type Change, type Records, type TableName, tableNames } from '../model/records.ts';

type Tables = { [T in TableName]: Map<string, unknown> };

/** The day from which a change was surely known: the last on which it can have become known. */
export const knownBy = (change: Change): string => parseDate(change.known)?.last ?? '9999-12-31';

/**
 * The dossier as it was known on a day: today's tables with every change that was not known by then undone,
 * newest first. What the history does not speak of has always been there.
 *
 * @param day `YYYY-MM-DD`
 */
export function asKnownOn(day: string, records: Records, history: readonly Change[]): Records {
  const tables = Object.fromEntries(
    tableNames.map((name) => [name, new Map<string, unknown>(records[name].map((row) => [row.id, row]))]),
  ) as Tables;
  for (const change of history.toReversed()) {
    if (knownBy(change) <= day) continue;
    const rows = tables[change.table as TableName];
    if (change.op === 'add') rows.delete(change.record);
    else rows.set(change.record, JSON.parse(change.before ?? '{}'));
  }
  const kept = Object.fromEntries(
    tableNames.map((name) => [name, [...tables[name].values()]]),
  ) as unknown as Records;
  const ids = new Set(tableNames.flatMap((name) => kept[name].map(({ id }) => id)));
  return {
    ...kept,
    focal: records.focal,
    partners: records.partners,
    title: records.title,
    sources: records.sources,
    asKnownOn: day,
    // A pointer from what is not known yet, and a commitment of a document that is not, are not known either.
    evidence: kept.evidence.filter((evidence) => ids.has(evidence.record)),
    commitments: kept.commitments.filter((commitment) => ids.has(commitment.document)),
  };
}
