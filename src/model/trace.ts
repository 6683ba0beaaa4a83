import { dateWords, sortDay } from './date.ts';
import { MultivectorError } from './errors.ts';
import { indicatorById } from './indicator.ts';
import { type Evidence, type Records, type Source, type TableName, tableNames } from './records.ts';

/** A record as found by its id. */
export interface Found {
  readonly table: TableName;
  readonly id: string;
  /** What it says, in a few words. */
  readonly title: string;
  /** When, for a reader; absent where it has no date. */
  readonly when?: string | undefined;
  readonly row: Readonly<Record<string, unknown>>;
  readonly evidence: readonly EvidenceView[];
}

/** A pointer into a source, with the source. */
export interface EvidenceView {
  readonly source: string;
  readonly citation: string;
  readonly locator?: string | undefined;
  /** Note of the source that is cited there but was not supplied with it. */
  readonly note?: string | undefined;
  readonly availability: Source['custom']['availability'];
  readonly licence: string;
  readonly redistributable: boolean;
  readonly role: 'supports' | 'against' | 'mentions';
  /** What this source states otherwise. */
  readonly states?: string | undefined;
  readonly url?: string | undefined;
  readonly sha256?: string | undefined;
}

const indexes = new WeakMap<
  object,
  ReadonlyMap<string, { table: TableName; row: Readonly<Record<string, unknown>> }>
>();

function indexOf(records: Records) {
  const known = indexes.get(records);
  if (known) return known;
  const index = new Map(
    tableNames.flatMap((table) =>
      records[table].map(
        (row) => [row.id, { table, row: row as unknown as Readonly<Record<string, unknown>> }] as const,
      ),
    ),
  );
  indexes.set(records, index);
  return index;
}

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** The bibliographic part of a source, in the words of CSL-JSON. */
export type Bibliographic = Readonly<Record<string, unknown>> & { readonly title: string };

const namesOf = (source: Bibliographic): readonly Name[] =>
  Array.isArray(source.author) ? (source.author as readonly Name[]) : [];

function yearOf(source: Bibliographic): number | string | undefined {
  const issued = source.issued as { 'date-parts'?: readonly (readonly (number | string)[])[] } | undefined;
  return issued?.['date-parts']?.[0]?.[0];
}

/** “Bailey, Strezhnev and Voeten (2017)”, or the title where nobody is named. */
export function shortCitation(source: Bibliographic): string {
  const names = namesOf(source)
    .map(({ family, literal }) => family ?? literal ?? '')
    .filter((name) => name !== '');
  const year = yearOf(source);
  const dated = year === undefined ? '' : ` (${year})`;
  if (names.length === 0) return (text(source['title-short']) ?? source.title) + dated;
  const [first, second] = names;
  return (
    (names.length === 1 ? first : names.length === 2 ? `${first} and ${second}` : `${first} et al.`) + dated
  );
}

/** “Voeten, E., Strezhnev, A. and Bailey, M.” */
function authors(source: Bibliographic): string {
  const written = namesOf(source).flatMap(({ family, given, literal }) =>
    family ? [given ? `${family}, ${given}` : family] : literal ? [literal] : [],
  );
  return written.length < 2 ? (written[0] ?? '') : `${written.slice(0, -1).join(', ')} and ${written.at(-1)}`;
}

/** The whole reference as one line of text, for copying. Briefs format theirs by CSL. */
export function reference(source: Bibliographic): string {
  const year = yearOf(source);
  const who = authors(source);
  const doi = text(source.DOI);
  const parts = [
    who === '' ? '' : `${who}${year === undefined ? '' : ` (${year})`}`,
    source.title + (who === '' && year !== undefined ? ` (${year})` : ''),
    text(source['container-title']),
    text(source.publisher),
    text(source.version) && `Version ${text(source.version)}`,
    doi ? `https://doi.org/${doi.replace(/^https?:\/\/doi\.org\//, '')}` : text(source.URL),
  ];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.?!]$/.test(part as string) ? part : `${part}.`))
    .join(' ');
}

function viewOf(
  records: Records,
  evidence: Pick<Evidence, 'source' | 'locator' | 'note' | 'role' | 'field' | 'value' | 'sha256'>,
): EvidenceView {
  const source = records.sources.find(({ id }) => id === evidence.source);
  return {
    source: evidence.source,
    citation: source ? shortCitation(source) : evidence.source,
    locator: evidence.locator,
    note: evidence.note,
    availability: source?.custom.availability ?? 'cited-not-supplied',
    licence: source?.custom.licence ?? 'unknown',
    redistributable: source?.custom.redistributable ?? false,
    role: evidence.role ?? 'supports',
    states: evidence.field === undefined ? undefined : `${evidence.field}: ${evidence.value ?? ''}`,
    url: typeof source?.URL === 'string' ? source.URL : undefined,
    sha256: evidence.sha256,
  };
}

/** The evidence of a record: its own source where it is a figure, else its rows of the evidence table. */
export function evidenceOf(records: Records, id: string): EvidenceView[] {
  const found = indexOf(records).get(id);
  if (found?.table === 'observations') {
    const { source, locator } = found.row as unknown as Records['observations'][number];
    return [viewOf(records, { source, locator })];
  }
  return records.evidence.filter(({ record }) => record === id).map((evidence) => viewOf(records, evidence));
}

/**
 * The record with an id, and what it rests on.
 *
 * @throws MultivectorError `missing` where the dossier has none
 */
export function findRecord(records: Records, id: string): Found {
  const found = indexOf(records).get(id);
  if (!found)
    throw new MultivectorError('missing', `no record “${id}”`, {
      hint: 'ids are in the first column of the dossier’s tables, and of “multivector timeline”',
    });
  const { table, row } = found;
  return {
    table,
    id,
    row,
    title: titleOf(row, table),
    when: whenOf(row, table),
    evidence: evidenceOf(records, id),
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** What a record of a table says, in a few words. */
export function titleOf(row: Readonly<Record<string, unknown>>, table: TableName): string {
  if (table === 'observations') {
    const title = indicatorById.get(String(row.indicator))?.title ?? String(row.indicator);
    return [title, row.focal, row.partner].filter((part) => part !== undefined).join(', ');
  }
  if (table === 'routes') return `${String(row.corridor)}: ${String(row.from)} – ${String(row.to)}`;
  return text(row.title) ?? text(row.name) ?? text(row.text) ?? String(row.id);
}

/** When, for a reader; nothing where the record has no date. */
export function whenOf(row: Readonly<Record<string, unknown>>, table: TableName): string | undefined {
  const date = text(row.date);
  if (date) return dateWords(date);
  const period = text(row.period);
  if (period) return period;
  // Elsewhere `from` and `to` are times; of a leg they are places.
  const [from, to] = table === 'routes' ? [text(row.since), text(row.until)] : [text(row.from), text(row.to)];
  if (!from && !to) return undefined;
  const began = from && (from.startsWith('../') ? dateWords(from) : `from ${dateWords(from)}`);
  return [began, to && `to ${dateWords(to)}`].filter(Boolean).join(' ');
}

/** The records of a table in the order of their dates. */
export const byDate = <R extends { readonly date: string; readonly id: string }>(rows: readonly R[]): R[] =>
  rows.toSorted((a, b) =>
    sortDay(a.date) < sortDay(b.date) ? -1 : sortDay(a.date) > sortDay(b.date) ? 1 : a.id < b.id ? -1 : 1,
  );
