import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import { countryLookups, statesNamed } from './countries.ts';
import { countriesOfEntry, type Detail, detailsOfEntries, entryColumns, rowOf } from './details.ts';
import { unSource } from './sources.ts';
import { all, elementsOf, textAt, textsAt, type XmlElement } from './xml.ts';

const line = (of: XmlElement, ...names: readonly string[]): string =>
  names.flatMap((name) => textsAt(of, name)).join(', ');

/** The list writes “na” where nothing is known. */
const known = (text: string | undefined): string | undefined =>
  text === undefined || /^n\/?a$/i.test(text) ? undefined : text;

const noteOf = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter((text) => text !== undefined && text !== '').join('; ') || undefined;

const born = (of: XmlElement): string =>
  textAt(of, 'DATE') ??
  textAt(of, 'YEAR') ??
  ([textAt(of, 'FROM_YEAR'), textAt(of, 'TO_YEAR')].filter(Boolean).join('/') || (textAt(of, 'NOTE') ?? ''));

function detailsOf(entry: XmlElement): Detail[] {
  const details: Detail[] = [
    ...textsAt(entry, 'NAME_ORIGINAL_SCRIPT').map((text) => ({
      kind: 'alias' as const,
      text,
      note: 'original script',
    })),
    ...all(entry, `${entry.name}_ALIAS`).map((of) => ({
      kind: 'alias' as const,
      text: textAt(of, 'ALIAS_NAME') ?? '',
      note: noteOf(textAt(of, 'QUALITY'), textAt(of, 'NOTE')),
    })),
    ...all(entry, `${entry.name}_ADDRESS`).map((of) => ({
      kind: 'address' as const,
      text: line(of, 'STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY') || (textAt(of, 'NOTE') ?? ''),
      note: textAt(of, 'NOTE'),
      country: known(textAt(of, 'COUNTRY')),
    })),
    ...textsAt(entry, 'NATIONALITY', 'VALUE').map((text) => ({
      kind: 'nationality' as const,
      text,
      country: known(text),
    })),
    ...all(entry, 'INDIVIDUAL_DATE_OF_BIRTH').map((of) => ({
      kind: 'birth' as const,
      text: born(of),
      note: textAt(of, 'TYPE_OF_DATE'),
    })),
    ...all(entry, 'INDIVIDUAL_PLACE_OF_BIRTH').map((of) => ({
      kind: 'birth' as const,
      text: line(of, 'STREET', 'CITY', 'STATE_PROVINCE', 'COUNTRY'),
      note: 'place',
      country: known(textAt(of, 'COUNTRY')),
    })),
    ...all(entry, 'INDIVIDUAL_DOCUMENT').map((of) => ({
      kind: 'identifier' as const,
      text: textAt(of, 'NUMBER') ?? textAt(of, 'NOTE') ?? '',
      note: noteOf(
        textAt(of, 'TYPE_OF_DOCUMENT') ?? textAt(of, 'TYPE_OF_DOCUMENT2'),
        textAt(of, 'NUMBER') && textAt(of, 'NOTE'),
      ),
      country: known(textAt(of, 'ISSUING_COUNTRY') ?? textAt(of, 'COUNTRY_OF_ISSUE')),
    })),
  ];
  return details.filter(({ text }) => known(text) !== undefined && text !== '');
}

async function* rows({ bytes }: FileBytes): AsyncGenerator<Parsed> {
  for await (const entry of elementsOf(bytes, 'CONSOLIDATED_LIST', ['INDIVIDUAL', 'ENTITY'])) {
    if ('problem' in entry) {
      yield entry;
      continue;
    }
    const number = textAt(entry, 'DATAID');
    yield {
      line: entry.line,
      row: rowOf({
        id: textAt(entry, 'REFERENCE_NUMBER') ?? number,
        name: ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']
          .flatMap((part) => textsAt(entry, part))
          .join(' '),
        kind: entry.name === 'INDIVIDUAL' ? 'person' : 'entity',
        list: textAt(entry, 'UN_LIST_TYPE'),
        from: textAt(entry, 'LISTED_ON')?.replace(/^(\d{4}-\d\d-\d\d)[-+TZ].*$/, '$1'),
        to: textAt(entry, 'DELISTED_ON')?.slice(0, 10),
        note: noteOf(
          ...textsAt(entry, 'TITLE', 'VALUE'),
          ...textsAt(entry, 'DESIGNATION', 'VALUE'),
          textAt(entry, 'COMMENTS1'),
        ),
        locator: `DATAID ${number ?? 'missing'}`,
        details: detailsOf(entry),
      }),
    };
  }
}

/** Whom the Security Council has put under sanctions, all its committees together. */
export const unConsolidated: Format = {
  id: 'un-consolidated',
  title: 'United Nations Security Council consolidated list, XML',
  source: unSource,
  quirks: [
    'an entry is told by its reference number, such as QDi.001; the number of its record is the locator',
    'a day of listing may have an offset, 2011-03-17-04:00',
    'empty elements and “na” stand where nothing is known',
    'several nationalities, names and addresses an entry; the name stands in up to four parts',
  ],
  version: 1,
  recognise: ({ text }) => /<CONSOLIDATED_LIST[\s>]/.test(text.slice(0, 4000)),
  reading: { kind: 'parsed', columns: entryColumns, rows },
  lookups: countryLookups,
  refuse: [
    {
      when: 'raw."from" IS NOT NULL AND TRY_CAST(raw."from" AS DATE) IS NULL',
      because: 'LISTED_ON is not a day',
    },
  ],
  tables: {
    designation: {
      from: `raw LEFT JOIN ${statesNamed(countriesOfEntry)} s ON s._row = raw._row`,
      columns: {
        id: 'raw.id',
        authority: "'UN'",
        list: 'raw.list',
        kind: 'raw.kind',
        name: 'raw.name',
        aliases: 'raw.aliases',
        states: 's.states',
        addresses: 'raw.addresses',
        from: 'raw."from"',
        to: 'raw."to"',
        note: 'raw.note',
        locator: 'raw.locator',
      },
    },
    designation_detail: detailsOfEntries,
  },
  expect: {
    'a reference number stands once': 'SELECT id FROM designation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
