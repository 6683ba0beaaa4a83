import type { FileBytes, Format, Head, Parsed } from '../../model/format.ts';
import { countryLookups, statesNamed } from './countries.ts';
import { countriesOfEntry, type Detail, detailsOfEntries, entryColumns, rowOf } from './details.ts';
import { isConsolidated } from './ofac.ts';
import { ofacSources } from './sources.ts';
import { all, elementsOf, textAt, textsAt, type XmlElement } from './xml.ts';

const kinds: Readonly<Record<string, string>> = {
  Individual: 'person',
  Entity: 'entity',
  Vessel: 'vessel',
  Aircraft: 'aircraft',
};

/** “HANIYA, Ismail”: as the files in CSV have it. */
const nameOf = (of: XmlElement): string =>
  [textAt(of, 'lastName'), textAt(of, 'firstName')].filter((part) => part !== undefined).join(', ');

const noteOf = (...texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter((text) => text !== undefined).join('; ') || undefined;

function detailsOf(entry: XmlElement): Detail[] {
  const details: Detail[] = [
    ...all(entry, 'akaList', 'aka').map((of) => ({
      kind: 'alias' as const,
      text: nameOf(of),
      note: noteOf(
        textAt(of, 'type')?.replaceAll('.', ''),
        textAt(of, 'category') === 'weak' ? 'weak' : undefined,
      ),
    })),
    ...all(entry, 'addressList', 'address').map((of) => ({
      kind: 'address' as const,
      text: ['address1', 'address2', 'address3', 'city', 'stateOrProvince', 'postalCode', 'country']
        .flatMap((part) => textsAt(of, part))
        .join(', '),
      country: textAt(of, 'country'),
    })),
    ...[...all(entry, 'nationalityList', 'nationality'), ...all(entry, 'citizenshipList', 'citizenship')].map(
      (of) => ({
        kind: 'nationality' as const,
        text: textAt(of, 'country') ?? '',
        note: of.name,
        country: textAt(of, 'country'),
      }),
    ),
    ...textsAt(entry, 'dateOfBirthList', 'dateOfBirthItem', 'dateOfBirth').map((text) => ({
      kind: 'birth' as const,
      text,
    })),
    ...textsAt(entry, 'placeOfBirthList', 'placeOfBirthItem', 'placeOfBirth').map((text) => ({
      kind: 'birth' as const,
      text,
      note: 'place',
    })),
    ...all(entry, 'idList', 'id').map((of) => ({
      kind: 'identifier' as const,
      text: textAt(of, 'idNumber') ?? '',
      note: textAt(of, 'idType'),
      country: textAt(of, 'idCountry'),
    })),
  ];
  return details.filter(({ text }) => text !== '');
}

async function* rows({ bytes }: FileBytes): AsyncGenerator<Parsed> {
  for await (const entry of elementsOf(bytes, 'sdnList', ['sdnEntry'])) {
    if ('problem' in entry) {
      yield entry;
      continue;
    }
    const type = textAt(entry, 'sdnType');
    const number = textAt(entry, 'uid');
    const vessel = all(entry, 'vesselInfo')[0];
    const flag = textAt(vessel, 'vesselFlag');
    yield {
      line: entry.line,
      row: rowOf({
        id: number,
        name: nameOf(entry),
        kind: type === undefined ? undefined : (kinds[type] ?? type),
        list: textsAt(entry, 'programList', 'program').join('; '),
        note: noteOf(
          textAt(entry, 'title'),
          ...(vessel?.children.map(
            (of) => textAt(vessel, of.name) && `${of.name} ${textAt(vessel, of.name)}`,
          ) ?? []),
          textAt(entry, 'remarks'),
        ),
        locator: `uid ${number ?? 'missing'}`,
        details: detailsOf(entry),
        countries: [
          ...(flag ? [flag] : []),
          ...all(entry, 'idList', 'id').flatMap((of) =>
            textAt(of, 'idType') === 'Nationality of Registration' ? textsAt(of, 'idCountry') : [],
          ),
        ],
      }),
    };
  }
}

const isSdnList = ({ text }: Head): boolean => /<(\w+:)?sdnList[\s>]/.test(text.slice(0, 4000));

/** The consolidated list begins with members of the Palestinian Legislative Council; the SDN list has none. */
const isNonSdn = (head: Head): boolean =>
  isConsolidated(head) ||
  /non.?sdn/i.test(head.name) ||
  /<program>NS-PLC<\/program>/.test(head.text.slice(0, 8000));

const list = (of: 'sdn' | 'consolidated', id: string, title: string): Format => ({
  id,
  title,
  source: ofacSources[of],
  quirks: [
    'a person has a last name and a first name; anything else has its name as the last name',
    'ships, people and firms have their papers, dates and remarks in one list of “ids”',
    'the SDN list and the consolidated list are written alike',
  ],
  version: 1,
  recognise: (head) => isSdnList(head) && isNonSdn(head) === (of === 'consolidated'),
  reading: { kind: 'parsed', columns: entryColumns, rows },
  lookups: countryLookups,
  tables: {
    designation: {
      from: `raw LEFT JOIN ${statesNamed(countriesOfEntry)} s ON s._row = raw._row`,
      columns: {
        id: 'raw.id',
        authority: "'US'",
        list: 'raw.list',
        kind: 'raw.kind',
        name: 'raw.name',
        aliases: 'raw.aliases',
        states: 's.states',
        addresses: 'raw.addresses',
        note: 'raw.note',
        locator: 'raw.locator',
      },
    },
    designation_detail: detailsOfEntries,
  },
  expect: {
    'a number stands once': 'SELECT id FROM designation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
  family: of === 'sdn' ? 'ofac-sdn' : 'ofac-consolidated',
});

/** Who is blocked by the United States: sdn.xml. */
export const ofacSdnXml = list('sdn', 'ofac-sdn-xml', 'OFAC list of Specially Designated Nationals, sdn.xml');

/** On whom the United States lay lesser measures: consolidated.xml. */
export const ofacNonSdnXml = list(
  'consolidated',
  'ofac-non-sdn-xml',
  'OFAC consolidated list of others than SDNs, XML',
);
