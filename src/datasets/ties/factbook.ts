import type { Format, Mapping } from '../../model/format.ts';
import { factbookNames, factbookOrganisations } from './factbook-names.ts';
import { factbookPage } from './factbook-page.ts';
import { factbookEdition, factbookSource } from './factbook-source.ts';

const subjectJoin = ['short', 'long']
  .map(
    (name) => `LEFT JOIN factbook_name own_${name} ON own_${name}.name = lower(raw.${name})
      LEFT JOIN state_name state_${name} ON state_${name}.name = lower(raw.${name})`,
  )
  .join(' ');
const subject = `coalesce(own_short.code, state_short.id, own_long.code, state_long.id, 'gec:' || raw.gec, 'name:' || raw.short, 'name:' || raw.long)`;
const otherJoin =
  'LEFT JOIN factbook_name own_other ON own_other.name = lower(raw.name) LEFT JOIN state_name state_other ON state_other.name = lower(raw.name)';
const other = "coalesce(own_other.code, state_other.id, 'name:' || raw.name)";
const locator = "raw.file || ' > ' || raw.path";

const shares = (kind: 'exports' | 'imports', indicator: string): Mapping => ({
  from: `raw ${subjectJoin} ${otherJoin}`,
  where: `raw.kind = '${kind}'`,
  columns: {
    focal: subject,
    partner: other,
    indicator: `'${indicator}'`,
    period: 'raw.year',
    value: 'round(raw.number / 100, 6)',
    unit: "'share'",
    locator,
    method: 'raw.remark',
  },
});

const lengths = (kind: 'border' | 'border-total', partner: string, method: string): Mapping => ({
  from: `raw ${subjectJoin} ${otherJoin}`,
  where: `raw.kind = '${kind}'`,
  columns: {
    focal: subject,
    partner,
    indicator: "'border-length'",
    period: `'${factbookEdition}'`,
    value: 'round(sum(raw.number), 3)',
    unit: "'km'",
    locator,
    method,
  },
  // A neighbour may have several stretches, “China (southeast)” and “China (south)”.
  group: 'ALL',
});

const coastline: Mapping = {
  from: `raw ${subjectJoin}`,
  where: "raw.kind = 'coastline'",
  columns: {
    focal: subject,
    indicator: "'coastline'",
    period: `'${factbookEdition}'`,
    value: 'raw.number',
    unit: "'km'",
    locator,
    method: 'raw.remark',
  },
};

/** Which tie an entry in a list of organisations is. What is in brackets may lessen a membership, or make it none. */
const participation = `CASE
  WHEN raw.status IS NULL OR regexp_matches(raw.status,
    '^(nonregional members?|regional|(implementing|compliant) country|permanent|temporary|Chinese Taipei|\\d{4})$|suspended') THEN 'membership'
  WHEN regexp_matches(raw.status, 'observer|partner|dialogue member') THEN 'observer'
  ELSE 'participation' END`;

/** A page of The World Factbook: land borders, coasts, trade partners, organisations. */
export const factbook: Format = {
  id: 'factbook',
  title: 'The World Factbook, a page for each country',
  source: factbookSource,
  quirks: [
    'file names are GEC codes, not ISO; a page is recognised by the names in it, and by its code where there is none',
    'the files do not state their edition: 2026, the last, is taken',
    '“Gambia, The 4%” has a comma inside a name',
    'neighbours are separated by semicolons, sometimes by a comma or “and”, with places and remarks in brackets',
    'a coast is that of seas; the Caspian and other lakes are in remarks, so that Kazakhstan has 0 km; some islands are listed without a sum',
    'organisations have the status in brackets: “(observer)”; without one it is a membership, and NGOs, national committees, associates, candidates and the like are neither',
    'oceans, the world and territories without borders, trade or organisations are in the code list alone',
    'trade partners may be named without shares',
  ],
  version: 2,
  recognise: ({ text }) =>
    /^\s*\{\s*"Introduction"\s*:\s*\{\s*"(Background|Preliminary statement)"\s*:\s*\{/.test(text),
  reading: {
    kind: 'parsed',
    columns: {
      file: { type: 'text' },
      gec: { type: 'text' },
      short: { type: 'text' },
      long: { type: 'text' },
      path: { type: 'text' },
      kind: {
        type: [
          'subject',
          'border',
          'border-total',
          'border-part',
          'coastline',
          'coastline-part',
          'exports',
          'imports',
          'organisation',
        ],
      },
      name: { type: 'text' },
      number: { type: 'number' },
      year: { type: 'text' },
      status: { type: 'text' },
      remark: { type: 'text' },
      latitude: { type: 'number' },
      longitude: { type: 'number' },
    },
    rows: factbookPage,
  },
  aside: [
    { when: "raw.kind = 'border-part'", because: 'the total of a part of the state' },
    { when: "raw.kind = 'coastline-part'", because: 'the coast island by island, without a sum' },
    {
      when: "raw.kind IN ('exports', 'imports') AND raw.number IS NULL",
      because: 'trade partners named without shares',
    },
  ],
  refuse: [
    {
      when: 'coalesce(raw.gec, raw.short, raw.long) IS NULL',
      because: 'the page does not say what it is about, and the file is not named by a GEC code',
    },
    {
      when: "raw.kind IN ('exports', 'imports') AND raw.number > 100",
      because: 'a share of more than 100%',
    },
  ],
  lookups: { factbook_name: factbookNames, factbook_organisation: factbookOrganisations },
  tables: {
    code: {
      from: `raw ${subjectJoin}`,
      where: "raw.kind = 'subject'",
      columns: {
        scheme: "'factbook-gec'",
        code: 'coalesce(upper(raw.gec), raw.short, raw.long)',
        label: 'coalesce(raw.short, raw.long)',
        latitude: 'round(raw.latitude, 4)',
        longitude: 'round(raw.longitude, 4)',
        note: subject,
      },
    },
    tie: [
      {
        from: `raw ${subjectJoin} ${otherJoin}`,
        where: "raw.kind = 'border'",
        columns: { kind: "'border'", a: subject, b: other, locator },
        group: 'ALL',
      },
      {
        from: `raw ${subjectJoin} LEFT JOIN factbook_organisation o ON o.name = raw.name`,
        where: "raw.kind = 'organisation'",
        columns: {
          kind: participation,
          a: subject,
          b: 'coalesce(o.code, raw.name)',
          detail: "nullif(concat_ws('; ', raw.status, raw.remark), '')",
          locator,
        },
        // Some lists name an organisation twice.
        group: 'ALL',
      },
    ],
    observation: [
      lengths('border', other, 'NULL'),
      lengths('border-total', "'WLD'", "'published total'"),
      coastline,
      shares('exports', 'export-partner-share'),
      shares('imports', 'import-partner-share'),
    ],
  },
  expect: {
    'a place in an organisation stands once':
      'SELECT kind, a, b, detail FROM tie GROUP BY ALL HAVING count(*) > 1',
    'a partner has one figure':
      'SELECT focal, partner, indicator, period FROM observation GROUP BY ALL HAVING count(*) > 1',
    'a share is one': "FROM observation WHERE unit = 'share' AND (value < 0 OR value > 1)",
    'a page lists no more than the whole of a state’s trade': `SELECT focal, indicator, period FROM observation WHERE unit = 'share'
      GROUP BY ALL HAVING sum(value) > 1.005`,
  },
  edition: 'part',
};
