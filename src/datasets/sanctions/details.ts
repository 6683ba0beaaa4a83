import type { Mapping, RawColumns } from '../../model/format.ts';
import { oneState } from './countries.ts';

/** What a list says of an entry, as a parser hands it over. */
export interface Detail {
  readonly kind: 'alias' | 'address' | 'identifier' | 'nationality' | 'birth' | 'remark';
  readonly text: string;
  /** What sort of it. */
  readonly note?: string | undefined;
  /** Name of the country, as published. */
  readonly country?: string | undefined;
}

/** What a parser makes of an entry of a list in XML. */
export interface Entry {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly kind: string | undefined;
  readonly list: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly note?: string | undefined;
  readonly locator: string;
  readonly details: readonly Detail[];
  /** Countries of nationality, seat and flag, beside those of the details. */
  readonly countries?: readonly string[];
}

export const entryColumns = {
  id: { type: 'text' },
  name: { type: 'text' },
  kind: { type: ['person', 'entity', 'vessel', 'aircraft', 'other'] },
  list: { type: 'text' },
  from: { type: 'text' },
  to: { type: 'text' },
  note: { type: 'text' },
  locator: { type: 'text' },
  aliases: { type: 'text' },
  addresses: { type: 'text' },
  countries: { type: 'text' },
  details: { type: 'text' },
} as const satisfies RawColumns;

const withoutDoubles = (texts: readonly string[]): string[] => [...new Set(texts)];

/** The row of an entry. */
export function rowOf(entry: Entry): Record<keyof typeof entryColumns, string | undefined> {
  const { details } = entry;
  const texts = (kind: Detail['kind']): string =>
    withoutDoubles(details.filter((one) => one.kind === kind).map(({ text }) => text)).join('; ');
  const countries = withoutDoubles([
    ...(entry.countries ?? []),
    ...details
      .filter(({ kind }) => kind === 'nationality' || kind === 'address')
      .flatMap(({ country }) => (country ? [country] : [])),
  ]);
  return {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    list: entry.list,
    from: entry.from,
    to: entry.to,
    note: entry.note,
    locator: entry.locator,
    aliases: texts('alias'),
    addresses: texts('address'),
    countries: JSON.stringify(countries),
    details: JSON.stringify(details),
  };
}

/** SQL of the list of countries that an entry's row has. */
export const countriesOfEntry = 'from_json(raw.countries, \'["VARCHAR"]\')';

/** The details of entries, a row each. */
export const detailsOfEntries: Mapping = {
  from: `(SELECT d.*, c.code FROM (
      SELECT _row, id, locator, unnest(from_json(details, '[{"kind":"VARCHAR","text":"VARCHAR","note":"VARCHAR","country":"VARCHAR"}]')) AS d FROM raw
    ) d LEFT JOIN country c ON c.name = lower(trim(replace(d.d.country, '’', '''')))) raw`,
  columns: {
    id: 'raw.id',
    kind: 'raw.d.kind',
    text: 'raw.d.text',
    note: 'raw.d.note',
    state: oneState('raw.d.country', 'raw'),
    locator: 'raw.locator',
  },
};
