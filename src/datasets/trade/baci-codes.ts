import type { Format } from '../../model/format.ts';
import { baciSource } from './baci.ts';

const delimited = { kind: 'csv', delimiter: ',', quote: '"', header: true } as const;

/** BACI's numbers of countries. */
export const baciCountries: Format = {
  id: 'baci-countries',
  title: 'CEPII BACI, country codes',
  source: baciSource,
  quirks: [
    'headers differ by release: country_name or country_name_abbreviation and country_name_full',
    '`note` is the ISO 3166-1 alpha-3 code',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    /^"?country_code"?,"?country_name(_abbreviation)?"?,.*iso/i.test(header.trim()),
  reading: {
    ...delimited,
    columns: {
      country: { type: 'integer', header: 'country_code' },
      label: { type: 'text', header: ['country_name', 'country_name_full'] },
      iso3: { type: 'text', header: ['country_iso3', 'iso_3digit_alpha'], optional: true },
    },
  },
  tables: {
    code: {
      columns: {
        scheme: "'baci-country'",
        code: 'raw.country::VARCHAR',
        label: 'raw.label',
        note: 'raw.iso3',
      },
    },
  },
  expect: { 'a code stands for one country': 'SELECT code FROM code GROUP BY 1 HAVING count(*) > 1' },
  edition: 'whole',
};

/** Products of the Harmonized System, six digits. */
export const baciProducts: Format = {
  id: 'baci-products',
  title: 'CEPII BACI, product codes',
  source: baciSource,
  quirks: [
    'the file’s name says which edition of the Harmonized System it is: product_codes_HS92_V202401b.csv',
    'leading zeros belong to the code',
  ],
  version: 1,
  recognise: ({ lines: [header = '', first = ''] }) =>
    /^"?code"?,"?description"?$/i.test(header.trim()) && /^"?\d{6}"?,/.test(first),
  reading: {
    ...delimited,
    filename: true,
    columns: { code: { type: 'text' }, description: { type: 'text' } },
  },
  refuse: [
    {
      when: "coalesce(NOT regexp_full_match(raw.code, '\\d{6}|[0-9A-Z]{2,6}'), true)",
      because: 'the code is no code of a product',
    },
  ],
  tables: {
    code: {
      columns: {
        scheme: "coalesce(nullif(lower(regexp_extract(raw.filename, '(HS\\d\\d)', 1, 'i')), ''), 'hs')",
        code: 'raw.code',
        label: 'raw.description',
        parent: "CASE WHEN regexp_full_match(raw.code, '\\d{6}') THEN left(raw.code, 4) END",
      },
    },
  },
  expect: {
    'a code stands for one product': 'SELECT scheme, code FROM code GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
};
