/** What OpenSanctions' files have in common. */

export const kindOfSchema = {
  Person: 'person',
  LegalEntity: 'entity',
  Organization: 'entity',
  Company: 'entity',
  PublicBody: 'entity',
  Vessel: 'vessel',
  Airplane: 'aircraft',
  Vehicle: 'other',
  CryptoWallet: 'other',
  Security: 'other',
  Asset: 'other',
  RealEstate: 'other',
  Thing: 'other',
} as const;

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/**
 * SQL: whether an entity's schema is one of somebody or something that can be listed. No IN: the engine makes a join of
 * a long one, and then reads the JSON of lines that an earlier rule has refused as none.
 */
export const isParty = (schema: string): string =>
  `list_contains([${quoted(Object.keys(kindOfSchema))}], ${schema})`;

/** SQL: our word for the schema. */
export const kindOf = (schema: string): string =>
  `CASE ${schema} ${Object.entries(kindOfSchema)
    .map(([name, kind]) => `WHEN '${name}' THEN '${kind}'`)
    .join(' ')} END`;

export const entityUrl = (id: string): string => `'https://www.opensanctions.org/entities/' || ${id} || '/'`;

export const noParty =
  'the record is no person, organisation, ship or aircraft but an address, a link, a document or the like';
export const notListed =
  'the record is on no list: a person in office, a relative, a firm that somebody owns';

/** One collection at a time: `opensanctions` holds the latest file, in whichever layout it came. */
export const openSanctionsFamily = 'opensanctions';
export const openSanctionsQuirks: readonly string[] = [
  'a file is one collection of many lists, or one list; a later file stands in the place of an earlier one, so take the collection “sanctions”',
  'collections hold persons in office and their kin too, who are on no list of sanctions',
  'countries are alpha-2 codes in lower case, beside own ones such as `suhh`, the Soviet Union',
];
