import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import { countryLookups, statesNamed } from './countries.ts';
import {
  countriesOfEntry,
  type Detail,
  detailsOfEntries,
  type Entry,
  entryColumns,
  rowOf,
} from './details.ts';
import { ofacSources } from './sources.ts';
import { all, elementsOf, textAt, textsAt, type XmlElement } from './xml.ts';

/** The list that the file is about; its parties may stand on others too. */
const mainList = 'SDN List';

interface Listing {
  readonly line: number;
  readonly list: string;
  readonly date: string | undefined;
  readonly programmes: readonly string[];
}

/** Values that the file names once, by their number: `AliasType 1400` is `A.K.A.`. */
type Values = Map<string, string>;

const attribute = (of: XmlElement | undefined, name: string): string => of?.attributes[name] ?? '';
const named = (values: Values, of: XmlElement | undefined, kind: string): string | undefined =>
  values.get(`${kind} ${attribute(of, `${kind}ID`)}`);

const day = (of: XmlElement | undefined): string | undefined => {
  const parts = [textAt(of, 'Year')?.padStart(4, '0'), textAt(of, 'Month'), textAt(of, 'Day')];
  return parts[0] === undefined
    ? undefined
    : parts
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, '0'))
        .join('-');
};

/** A span of days as EDTF: `1976-08-30`, `1970/1972`. */
function period(of: XmlElement | undefined): string | undefined {
  const [from, to] = [day(all(of, 'Start', 'From')[0]), day(all(of, 'End', 'To')[0])];
  return from === to || to === undefined ? from : `${from ?? '..'}/${to}`;
}

interface Place {
  readonly text: string;
  readonly country: string | undefined;
}

function placeOf(location: XmlElement, values: Values): Place {
  const country = values.get(`Country ${attribute(all(location, 'LocationCountry')[0], 'CountryID')}`);
  const area = values.get(`AreaCode ${attribute(all(location, 'LocationAreaCode')[0], 'AreaCodeID')}`);
  const parts = textsAt(location, 'LocationPart', 'LocationPartValue', 'Value');
  const state = country ?? area;
  return { text: [...parts, ...(state ? [state] : [])].join(', '), country: state };
}

interface Name {
  readonly text: string;
  readonly note: string;
  /** Of the party's own names, not of its others: 2 in Latin letters, 1 in another script. */
  readonly own: number;
}

function namesOf(profile: XmlElement, values: Values): Name[] {
  return all(profile, 'Identity').flatMap((identity) => {
    const types = new Map(
      all(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup').map((of) => [
        attribute(of, 'ID'),
        named(values, of, 'NamePartType'),
      ]),
    );
    return all(identity, 'Alias').flatMap((alias) =>
      all(alias, 'DocumentedName').map((documented) => {
        const parts = all(documented, 'DocumentedNamePart', 'NamePartValue');
        const isLast = (of: XmlElement): boolean =>
          types.get(attribute(of, 'NamePartGroupID')) === 'Last Name';
        const text = [parts.filter(isLast), parts.filter((of) => !isLast(of))]
          .map((some) => some.map((of) => of.text.trim()).join(' '))
          .filter((part) => part !== '')
          .join(', ');
        const kind = named(values, alias, 'AliasType')?.replaceAll('.', '').toLowerCase();
        const note = [kind, attribute(alias, 'LowQuality') === 'true' ? 'weak' : undefined]
          .filter(Boolean)
          .join('; ');
        const isOwn = attribute(alias, 'Primary') === 'true' && attribute(identity, 'Primary') !== 'false';
        const isLatin = named(values, documented, 'DocNameStatus') === 'Primary Latin';
        return { text, note, own: isOwn ? (isLatin ? 2 : 1) : 0 };
      }),
    );
  });
}

/** The party's own name, in Latin letters if it has one so, and its others. */
function aliasesOf(profile: XmlElement, values: Values): { name: string | undefined; details: Detail[] } {
  const names = namesOf(profile, values).filter(({ text }) => text !== '');
  const name = names.find(({ own }) => own === 2) ?? names.find(({ own }) => own === 1);
  return {
    name: name?.text,
    details: names.filter((one) => one !== name).map(({ text, note }) => ({ kind: 'alias', text, note })),
  };
}

const detailKinds: Readonly<Record<string, Detail['kind']>> = {
  Location: 'address',
  'Nationality Country': 'nationality',
  'Citizenship Country': 'nationality',
  'Nationality of Registration': 'nationality',
  'Vessel Flag': 'nationality',
  Birthdate: 'birth',
  'Place of Birth': 'birth',
};

function featuresOf(profile: XmlElement, values: Values, places: ReadonlyMap<string, Place>): Detail[] {
  return all(profile, 'Feature').flatMap((feature) => {
    const note = named(values, feature, 'FeatureType')?.trim() ?? '';
    return all(feature, 'FeatureVersion').flatMap((version): Detail[] => {
      const place = places.get(attribute(all(version, 'VersionLocation')[0], 'LocationID'));
      const detail = all(version, 'VersionDetail')[0];
      const text =
        place?.text ||
        detail?.text.trim() ||
        named(values, detail, 'DetailReference') ||
        period(all(version, 'DatePeriod')[0]) ||
        textAt(version, 'Comment');
      return text ? [{ kind: detailKinds[note] ?? 'identifier', text, note, country: place?.country }] : [];
    });
  });
}

const kindOf = (profile: XmlElement | undefined, values: Values): string => {
  const type = values.get(`PartyType ${values.get(`PartyTypeOf ${attribute(profile, 'PartySubTypeID')}`)}`);
  const sub = named(values, profile, 'PartySubType');
  if (sub === 'Vessel') return 'vessel';
  if (sub === 'Aircraft') return 'aircraft';
  return type === 'Individual' ? 'person' : type === 'Entity' ? 'entity' : 'other';
};

function learn(of: XmlElement, values: Values): void {
  const id = attribute(of, 'ID');
  values.set(`${of.name} ${id}`, attribute(of, 'Description') || of.text.trim());
  if (of.name === 'PartySubType') values.set(`PartyTypeOf ${id}`, attribute(of, 'PartyTypeID'));
}

const listingOf = (of: XmlElement, values: Values): Listing => ({
  line: of.line,
  list: named(values, of, 'List') ?? `list ${attribute(of, 'ListID')}`,
  date: all(of, 'EntryEvent', 'Date')
    .flatMap((date) => day(date) ?? [])
    .sort()[0],
  programmes: all(of, 'SanctionsMeasure')
    .filter((measure) => named(values, measure, 'SanctionsType') === 'Program')
    .flatMap((measure) => textsAt(measure, 'Comment')),
});

type Party = Omit<Entry, 'list' | 'from'> & { readonly line: number; readonly profile: string };

function listed(party: Party, listings: readonly Listing[]): Entry & { readonly others: string } {
  const main = listings.filter(({ list }) => list === mainList);
  const programmes = [...new Set(main.flatMap((one) => one.programmes))].sort();
  const others = listings.filter(({ list }) => list !== mainList).map(({ list }) => list);
  return {
    ...party,
    list: programmes.join('; ') || (main.length > 0 || listings.length === 0 ? mainList : undefined),
    from: main.flatMap(({ date }) => date ?? []).sort()[0],
    note:
      [party.note, listings.length === 0 ? 'the file does not say when or under which programme' : undefined]
        .concat(others.map((one) => `also on: ${one}`))
        .filter(Boolean)
        .join('; ') || undefined,
    others: others.join('; '),
  };
}

async function* rows({ bytes }: FileBytes): AsyncGenerator<Parsed> {
  const values: Values = new Map();
  const places = new Map<string, Place>();
  const parties: Party[] = [];
  const listings = new Map<string, Listing[]>();
  for await (const of of elementsOf(bytes, 'Sanctions', recordNames)) {
    if ('problem' in of) yield of;
    else if (of.name === 'Location') places.set(attribute(of, 'ID'), placeOf(of, values));
    else if (of.name === 'DistinctParty') {
      const profile = all(of, 'Profile')[0];
      const { name, details } = profile ? aliasesOf(profile, values) : { name: undefined, details: [] };
      const id = attribute(of, 'FixedRef');
      parties.push({
        id: id || undefined,
        name,
        kind: kindOf(profile, values),
        note: textAt(of, 'Comment'),
        locator: `DistinctParty ${id || 'without FixedRef'}`,
        details: [...details, ...(profile ? featuresOf(profile, values, places) : [])],
        line: of.line,
        profile: attribute(profile, 'ID'),
      });
    } else if (of.name === 'SanctionsEntry') {
      const profile = attribute(of, 'ProfileID');
      listings.set(profile, [...(listings.get(profile) ?? []), listingOf(of, values)]);
    } else learn(of, values);
  }
  // The listings come last in the file, so the parties wait for them.
  for (const party of parties) {
    const { others, ...entry } = listed(party, listings.get(party.profile) ?? []);
    yield { line: party.line, row: { ...rowOf(entry), others } };
  }
  const profiles = new Set(parties.map(({ profile }) => profile));
  for (const [profile, some] of listings)
    if (!profiles.has(profile))
      for (const { line } of some) yield { line, row: { orphan: profile || 'no profile' } };
}

const recordNames = [
  ...[
    'AliasType',
    'DocNameStatus',
    'AreaCode',
    'Country',
    'DetailReference',
    'FeatureType',
    'List',
    'NamePartType',
    'PartyType',
  ],
  ...['PartySubType', 'SanctionsType', 'Location', 'DistinctParty', 'SanctionsEntry'],
];

/** Who is blocked by the United States, in the layout that says when: sdn_advanced.xml. */
export const ofacSdnAdvanced: Format = {
  id: 'ofac-sdn-advanced',
  title: 'OFAC list of Specially Designated Nationals, sdn_advanced.xml',
  source: ofacSources.sdn,
  quirks: [
    'kinds, countries and lists are numbers that the beginning of the file explains',
    'who is listed, where they are and when they were listed stand in three places',
    'the programme is the comment of a measure of the type “Program”',
    'a party may stand on several lists; the day is that of the SDN list',
  ],
  version: 1,
  recognise: ({ text }) => /<Sanctions\s[^>]*www\.un\.org\/sanctions\/1\.0/.test(text.slice(0, 4000)),
  reading: {
    kind: 'parsed',
    columns: { ...entryColumns, others: { type: 'text' }, orphan: { type: 'text' } },
    rows,
  },
  lookups: countryLookups,
  refuse: [
    {
      when: 'raw.orphan IS NULL AND raw.list IS NULL AND raw.others IS NOT NULL',
      because: `the party is on other lists, not on the ${mainList}`,
    },
  ],
  aside: [{ when: 'raw.orphan IS NOT NULL', because: 'a listing of a party that the file does not have' }],
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
        from: 'raw."from"',
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
  family: 'ofac-sdn',
};
