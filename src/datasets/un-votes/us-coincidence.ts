import type { Format } from '../../model/format.ts';
import { hasColumns } from './header.ts';
import { usStateCoincidence } from './sources.ts';

const count = { type: 'integer', optional: true } as const;
const country = "replace(lower(trim(regexp_replace(raw.country, '\\s+', ' ', 'g'))), '’', '''')";
const year = "nullif(regexp_extract(raw.filename, '(19|20)\\d\\d'), '')";
/** Votes that the share is made from: abstentions count (as partial agreement) from 2017 on. */
const votes = '(coalesce(raw.same, 0) + coalesce(raw.opposite, 0) + coalesce(raw.partial, 0))';

/** How often states voted with the United States, by the State Department's yearly reports. */
export const usVotingCoincidence: Format = {
  id: 'us-voting-coincidence',
  title: 'Voting coincidence with the United States (State Department)',
  source: usStateCoincidence,
  quirks: [
    'the year stands in the name of the file alone',
    'to 2016 abstentions are left out of the share; from 2017 on they are partial agreement and count half',
    '2013 to 2017 cover 18 to 21 votes only, so most shares are 0',
    'from 2021 on the published share is not always what its counts give; it is taken as published',
    'where a state cast no vote there is “No Votes”, 0 or .50 for a share; that is a gap',
    'ISO codes come from 2018 on, one of them wrong (GRO, Greece); names vary, and some go over two lines',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['country', 'same', 'coincidence']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    multiline: true,
    missing: ['No Votes'],
    filename: true,
    columns: {
      country: { type: 'text' },
      iso: { type: 'text', optional: true },
      same: count,
      opposite: { ...count, header: ['OPPOSITE', 'OPPOSE'] },
      partial: count,
      coincidence: { type: 'number' },
    },
  },
  lookups: {
    department_name: {
      'antigua-barbuda': 'ATG',
      'congo (democratic republic of the)': 'COD',
      'congo (republic of the)': 'COG',
      'czechia (czech republic)': 'CZE',
      'dem. rep. of congo': 'COD',
      'dpr of korea': 'PRK',
      'equatoria guinea': 'GNQ',
      'gambia (republic of the)': 'GMB',
      irag: 'IRQ',
      'lao people?s democratic republic': 'LAO',
      'macedonia (the former yugoslav republic of)': 'MKD',
      'moldova (republic of)': 'MDA',
      'myanmar (burma)': 'MMR',
      'st. vincent/ grenadines': 'VCT',
      'tfyr macedonia': 'MKD',
      'timor leste': 'TLS',
      'trinidad/tobago': 'TTO',
      'u.r. tanzania': 'TZA',
      'venezuela, bolivarian republic of': 'VEN',
    },
  },
  refuse: [
    { when: `${year} IS NULL`, because: 'the name of the file does not say of which year it is' },
    { when: 'raw.coincidence NOT BETWEEN 0 AND 1', because: 'the coincidence is no share' },
    { when: `raw.coincidence IS NULL AND ${votes} > 0`, because: 'the coincidence is missing' },
  ],
  tables: {
    observation: {
      from: `raw LEFT JOIN state_name n ON n.name = ${country} LEFT JOIN department_name d ON d.name = ${country}
        LEFT JOIN state i ON i.id = raw.iso`,
      columns: {
        focal: "coalesce(n.id, d.code, i.id, 'name:' || trim(raw.country))",
        partner: "'USA'",
        indicator: "'us-voting-coincidence'",
        period: year,
        value: `CASE WHEN ${votes} > 0 THEN raw.coincidence END`,
        gap: `CASE WHEN ${votes} = 0 THEN 'no-records' END`,
        n: votes,
        unit: "'share'",
        locator: "'row of ' || trim(regexp_replace(raw.country, '\\s+', ' ', 'g'))",
        method: "'voting coincidence as published; n: votes that count in it'",
      },
    },
  },
  expect: {
    'a state has one share a year': 'SELECT focal, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
};
