import { parseDate } from '../model/date.ts';
import { type Change, type Records, type TableName, tableNames } from '../model/records.ts';

type Row = Readonly<Record<string, unknown>>;

/** The day from which a change was surely known: the last on which it can have become known. */
export const knownBy = (change: Change): string => parseDate(change.known)?.last ?? '9999-12-31';

/**
 * The dossier as it was known on a day: of each record the changes that were known by then, in the order in which
 * they were written. A change known late takes back only what it changed itself, so that a later entry about
 * something known earlier stands. What the history does not speak of has always been there.
 *
 * @param day `YYYY-MM-DD`
 */
export function asKnownOn(day: string, records: Records, history: readonly Change[]): Records {
  const changesOf = new Map<string, Change[]>();
  for (const change of history) {
    const key = `${change.table} ${change.record}`;
    const list = changesOf.get(key);
    if (list) list.push(change);
    else changesOf.set(key, [change]);
  }
  const kept = Object.fromEntries(
    tableNames.map((name) => {
      const rows = new Map<string, Row>(records[name].map((row) => [row.id, row as unknown as Row]));
      for (const changes of changesOf.values()) {
        const [first] = changes;
        if (first?.table !== name) continue;
        if (changes.every((change) => knownBy(change) <= day)) continue;
        const row = rowOn(day, changes, rows.get(first.record));
        if (row) rows.set(first.record, row);
        else rows.delete(first.record);
      }
      return [name, [...rows.values()]];
    }),
  ) as unknown as { [T in TableName]: Records[T] } & Records;
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

const before = (change: Change | undefined): Row | undefined =>
  change === undefined || change.op === 'add' ? undefined : JSON.parse(change.before ?? '{}');

/** One record on a day, from its changes in the order of writing and its row of today. */
function rowOn(day: string, changes: readonly Change[], today: Row | undefined): Row | undefined {
  let row = before(changes[0]);
  for (const [i, change] of changes.entries()) {
    if (knownBy(change) > day) continue;
    const after = i + 1 < changes.length ? before(changes[i + 1]) : today;
    if (change.op === 'edit') row = row && after && withEdit(row, before(change) ?? {}, after);
    else row = change.op === 'add' ? after : undefined;
  }
  return row;
}

/** The row with the fields that an edit changed, and no others. */
function withEdit(row: Row, from: Row, to: Row): Row {
  const edited = { ...row };
  for (const field of new Set([...Object.keys(from), ...Object.keys(to)])) {
    if (JSON.stringify(from[field]) === JSON.stringify(to[field])) continue;
    if (to[field] === undefined) delete edited[field];
    else edited[field] = to[field];
  }
  return edited;
}
