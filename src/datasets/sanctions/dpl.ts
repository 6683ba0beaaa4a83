import type { Format } from '../../model/format.ts';
import { countryLookups } from './countries.ts';
import { bisSource } from './sources.ts';

const address = `nullif(concat_ws(', ', nullif(trim(raw.street), ''), nullif(trim(raw.city), ''), nullif(trim(raw.region), ''),
  nullif(trim(raw.postal_code), ''), nullif(trim(raw.country), '')), '')`;
const state = `CASE WHEN upper(raw.country) = 'PRC' THEN 'CHN'
  ELSE coalesce(c.code, 'iso2:' || nullif(trim(raw.country), '')) END`;
const id = "trim(raw.name) || ', ' || raw.effective";

/** Whom the United States deny exports: the Bureau of Industry and Security's Denied Persons List. */
export const ofacDpl: Format = {
  id: 'ofac-dpl',
  title: 'BIS Denied Persons List, dpl.txt',
  source: bisSource,
  quirks: [
    'a person with several addresses has a row for each; an order is told by its name and the day it takes effect',
    'dates are month/day/year, but the last update is ISO 8601',
    'countries are alpha-2 codes, with PRC for China, and mostly empty for addresses in the United States',
    'an order without an end has no day of expiry',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    /"?Name"?\t"?Street_Address"?\t.*\bEffective_Date\b.*\bExpiration_Date\b.*\bFR_Citation\b/.test(header),
  reading: {
    kind: 'csv',
    delimiter: '\t',
    quote: '"',
    header: true,
    dateFormat: '%m/%d/%Y',
    columns: {
      name: { type: 'text' },
      street: { type: 'text', header: 'Street_Address' },
      city: { type: 'text' },
      region: { type: 'text', header: 'State' },
      country: { type: 'text' },
      postal_code: { type: 'text', header: 'Postal_Code' },
      effective: { type: 'date', header: 'Effective_Date' },
      expires: { type: 'date', header: 'Expiration_Date' },
      standard: { type: 'text', header: 'Standard_Order' },
      updated: { type: 'text', header: 'Last_Update' },
      action: { type: 'text' },
      citation: { type: 'text', header: 'FR_Citation' },
    },
  },
  lookups: countryLookups,
  refuse: [
    { when: "raw.name IS NULL OR trim(raw.name) = ''", because: 'no name' },
    { when: 'raw.effective IS NULL', because: 'no day on which the order takes effect' },
    { when: "raw.standard NOT IN ('Y', 'N')", because: 'Standard_Order is neither Y nor N' },
    { when: 'raw.expires < raw.effective', because: 'the order ends before it takes effect' },
  ],
  tables: {
    designation: {
      from: 'raw LEFT JOIN country_code c ON c.name = lower(trim(raw.country))',
      group: 'trim(raw.name), raw.effective',
      columns: {
        id,
        authority: "'US'",
        list: "'Denied Persons List'",
        name: 'trim(raw.name)',
        states: `string_agg(DISTINCT ${state}, '; ' ORDER BY ${state})`,
        addresses: `string_agg(DISTINCT ${address}, '; ' ORDER BY ${address})`,
        from: 'raw.effective::VARCHAR',
        to: 'max(raw.expires)::VARCHAR',
        note: "nullif(concat_ws('; ', CASE WHEN bool_or(raw.standard = 'N') THEN 'not a standard order' END, string_agg(DISTINCT raw.citation, '; ' ORDER BY raw.citation)), '')",
        locator: "trim(raw.name) || ', effective ' || raw.effective",
      },
    },
    designation_detail: {
      from: 'raw LEFT JOIN country_code c ON c.name = lower(trim(raw.country))',
      where: `${address} IS NOT NULL`,
      columns: {
        id,
        kind: "'address'",
        text: address,
        state,
        note: "nullif(concat_ws('; ', raw.action, CASE WHEN raw.updated IS NOT NULL THEN 'updated ' || raw.updated END), '')",
        locator: "trim(raw.name) || ', effective ' || raw.effective",
      },
    },
  },
  expect: {
    'an order stands once': 'SELECT id FROM designation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
};
