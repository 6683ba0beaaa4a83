import type { DataSource } from '../../model/bulk.ts';
import type { Format, RawColumns } from '../../model/format.ts';

const source: DataSource = {
  id: 'imf-dip',
  type: 'dataset',
  title: 'Direct Investment Positions by Counterpart Economy',
  author: [{ literal: 'International Monetary Fund' }],
  publisher: 'International Monetary Fund',
  URL: 'https://data.imf.org',
  note: 'IMF.STA:DIP, formerly Coordinated Direct Investment Survey. Rows are of imf-dip-reported (DV_TYPE O, reported official data) or imf-dip-derived (SCC, derived from what the counterpart reports).',
  licence: 'IMF terms of use',
  redistributable: false,
};

const reported: DataSource = {
  ...source,
  id: 'imf-dip-reported',
  title: `${source.title}: reported official data`,
  note: 'Formerly Coordinated Direct Investment Survey.',
};

const derived: DataSource = {
  ...reported,
  id: 'imf-dip-derived',
  title: `${source.title}: derived using counterparty information`,
};

/** What the investor's economy holds in the counterpart: the counterpart's inward stock. */
const outward = 'OTWD_D_NETAL_FALL_ALL';

/** Codes of the IMF's own. */
const codes: Readonly<Record<string, string>> = {
  G001: 'WLD',
  KOS: 'XKX',
  WBG: 'PSE',
  TX585: 'IOT',
  TX871: 'BVT',
  TX872: 'HMD',
};

const actor = (column: 'reporter' | 'counterpart'): string =>
  `coalesce(${column}_code.code, CASE WHEN regexp_full_match(raw.${column}, '[A-Z]{3}') THEN raw.${column} END, 'imf:' || raw.${column})`;

/** Reported rows in single dollars where the file gives no scale: reporter and counterpart, with the reason. */
const inDollars: Readonly<Record<string, string>> = {
  'CHN KOR':
    'with it and KWT in dollars China’s partners add up to its World total; in the scaled file its scale is empty',
  'CHN KWT': 'as KOR',
  'CHN KOS': 'as KOR',
};
const dyadInDollars = `raw.kind = 'O' AND (raw.reporter || ' ' || raw.counterpart) IN (${Object.keys(
  inDollars,
)
  .map((dyad) => `'${dyad}'`)
  .join(', ')})`;

/** In millions more than the whole world's stock of direct investment would come to in any one position. */
const most = 1e7;

/** In single dollars less than any position worth reporting, and in millions more than any of these three. */
const least = 1e5;

const columns: RawColumns = {
  reporter: { type: 'text', header: 'COUNTRY.ID' },
  kind: { type: 'text', header: 'DV_TYPE.ID' },
  indicator: { type: 'text', header: 'INDICATOR.ID' },
  title: { type: 'text', header: 'INDICATOR' },
  counterpart: { type: 'text', header: 'COUNTERPART_COUNTRY.ID' },
  counterpartName: { type: 'text', header: 'COUNTERPART_COUNTRY' },
  period: { type: 'text', header: 'TIME_PERIOD' },
  value: { type: 'number', header: 'OBS_VALUE' },
};

interface Scaling {
  readonly id: string;
  readonly title: string;
  readonly quirks: readonly string[];
  readonly columns: RawColumns;
  /** Million US dollars. */
  readonly value: string;
  readonly scaled: boolean;
  readonly refuse: Format['refuse'] & {};
}

const headed = (header: string, name: string): boolean =>
  header.split(',').some((cell) => cell.replaceAll('"', '').trim() === name);

const dip = (of: Scaling): Format => ({
  id: of.id,
  title: of.title,
  source,
  otherSources: [reported, derived],
  quirks: [
    `outward positions (${outward}) are \`fdi-stock\` of the counterpart, in which the reporter is the investor; other indicators keep the IMF’s code (imf:INWD_D_NETLA_FALL_ALL), and their focal actor is the reporter`,
    'what the economy itself reports (O) and what its counterparts’ reports give (SCC) are sources of their own',
    'an empty cell is confidential',
    'regions stand among the counterparts and are set aside; G001 is the world',
    'KOS is Kosovo (XKX), WBG the West Bank and Gaza (PSE); TX983, not specified, holds what is confidential',
    'positions are net and may be negative',
    'a row that stands there twice, as where downloads overlap, counts once',
    ...of.quirks,
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    ['COUNTRY.ID', 'DV_TYPE.ID', 'INDICATOR.ID', 'COUNTERPART_COUNTRY.ID', 'OBS_VALUE'].every((name) =>
      headed(header, name),
    ) && headed(header, 'SCALE.ID') === of.scaled,
  reading: { kind: 'csv', delimiter: ',', quote: '"', header: true, columns: of.columns },
  aside: [
    {
      when: 'raw.period IS NULL AND raw.value IS NULL',
      because: 'a series without observations',
    },
    {
      when: "regexp_full_match(raw.counterpart, '(GX|U|G)\\d+') AND raw.counterpart <> 'G001'",
      because: 'a region, whose economies stand there one by one',
    },
    {
      when: `row_number() OVER (PARTITION BY raw.reporter, raw.kind, raw.indicator, raw.counterpart, raw.period, raw.value) > 1`,
      because: 'the same row once more',
    },
  ],
  refuse: [
    {
      when: "coalesce(raw.kind NOT IN ('O', 'SCC'), true)",
      because: 'DV_TYPE.ID is neither O nor SCC',
    },
    {
      when: "coalesce(NOT regexp_full_match(raw.period, '\\d{4}(-Q[1-4])?'), raw.value IS NOT NULL)",
      because: 'TIME_PERIOD is no year and no quarter',
    },
    ...of.refuse,
  ],
  lookups: { imf_code: codes },
  tables: {
    observation: {
      from: `raw LEFT JOIN imf_code reporter_code ON reporter_code.name = raw.reporter
        LEFT JOIN imf_code counterpart_code ON counterpart_code.name = raw.counterpart
        LEFT JOIN state ON state.id = coalesce(counterpart_code.code, raw.counterpart)`,
      columns: {
        focal: `CASE WHEN raw.indicator = '${outward}' THEN ${actor('counterpart')} ELSE ${actor('reporter')} END`,
        partner: `CASE WHEN raw.indicator = '${outward}' THEN ${actor('reporter')} ELSE ${actor('counterpart')} END`,
        indicator: `CASE WHEN raw.indicator = '${outward}' THEN 'fdi-stock' ELSE 'imf:' || raw.indicator END`,
        period: 'raw.period',
        value: of.value,
        gap: "CASE WHEN raw.value IS NULL THEN 'confidential' END",
        unit: "'USD million'",
        source: "CASE raw.kind WHEN 'O' THEN 'imf-dip-reported' WHEN 'SCC' THEN 'imf-dip-derived' END",
        locator:
          "raw.indicator || ', reporter ' || raw.reporter || ', counterpart ' || raw.counterpart || ', ' || raw.kind",
        method: `CASE WHEN raw.indicator = '${outward}'
            THEN 'outward direct investment, net (assets less liabilities), all instruments, all entities, year end, immediate counterpart'
            ELSE raw.title || ', year end, immediate counterpart' END
          || CASE raw.kind WHEN 'O' THEN '; as the ' || CASE WHEN raw.indicator = '${outward}' THEN 'investor’s' ELSE 'reporting' END || ' economy reports it'
            ELSE '; derived from what the counterpart, ' || coalesce(state.name, raw.counterpartName, raw.counterpart) || ', reports' END`,
      },
    },
  },
  expect: {
    'a pair has one figure of an indicator, year and source':
      'SELECT focal, partner, indicator, period, source FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'part',
});

/** Positions of direct investment between economies, in a download with the scale of each row. */
export const imfDip: Format = dip({
  id: 'imf-dip',
  title: 'IMF direct investment positions',
  scaled: true,
  quirks: [
    'SCALE.ID is the power of ten; where a row has none it is in single dollars (China with Korea and Kuwait in release 12.0.1)',
  ],
  columns: { ...columns, scale: { type: 'integer', header: 'SCALE.ID' } },
  // Of a number in millions not a bit is changed.
  value: 'raw.value * power(10.0, coalesce(raw.scale, 0) - 6)',
  refuse: [
    {
      when: `abs(raw.value * power(10.0, coalesce(raw.scale, 0) - 6)) > ${most}`,
      because: 'more than any position is: the scale is wrong',
    },
  ],
});

/** The same in a download without scales. */
export const imfDipUnscaled: Format = dip({
  id: 'imf-dip-unscaled',
  title: 'IMF direct investment positions, download without scales',
  scaled: false,
  quirks: [
    'the file has no SCALE: rows are in millions, save China with Korea, Kuwait and Kosovo, which are in single dollars (release 12.0.1; with them so read, the partners add up to the World total). Any other row beyond 10 trillion dollars is refused, and so are rows of these three that are too small to be in single dollars',
  ],
  columns,
  value: `CASE WHEN ${dyadInDollars} THEN raw.value / 1e6 ELSE raw.value END`,
  refuse: [
    {
      when: `abs(raw.value) > ${most} AND NOT (${dyadInDollars})`,
      because: 'more than any position is: the row is not in millions, and the file gives no scale',
    },
    {
      when: `(${dyadInDollars}) AND abs(raw.value) BETWEEN 1e-9 AND ${least}`,
      because: 'in single dollars up to now, but too small for that, and the file gives no scale',
    },
  ],
});
