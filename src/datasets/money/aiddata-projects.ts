import type { DataSource } from '../../model/bulk.ts';
import type { Format } from '../../model/format.ts';

const source: DataSource = {
  id: 'aiddata-projects',
  type: 'dataset',
  title: 'China’s financial public diplomacy: projects',
  author: [{ literal: 'AidData' }],
  publisher: 'AidData at William & Mary',
  URL: 'https://www.aiddata.org/china-public-diplomacy',
  note: 'Title ours; the file (ChineseFinancialPublicDiplomacyProjectDetails.csv) states no version.',
  licence: 'ODC-BY',
  redistributable: true,
};

const flag = { type: 'text', optional: true } as const;
const flags = ['recommended_for_research', 'umbrella_project', 'debt_uncertain', 'year_uncertain'] as const;

/** Projects that China's official finance pays for, one a row. */
export const aiddataProjects: Format = {
  id: 'aiddata-projects',
  title: 'AidData, Chinese financial public diplomacy, projects',
  source,
  quirks: [
    '`amount` is usd_current, the year’s dollars; usd_defl (constant dollars) and the amount in its own currency are not read',
    'many projects have no amount: that is unknown, not zero',
    '`ordered` is the year of commitment, `delivered` the year in which the work ended, where the file has it; most of what is committed is not known to be delivered',
    '`uncertain`: the publisher marks the year or the debt as uncertain',
    'umbrella agreements and projects that the publisher advises against using (cancelled, doubled) are set aside',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    ['project_id', 'recipient_iso3', 'usd_current', 'flow_class', 'umbrella_project'].every((name) =>
      header.includes(name),
    ),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    escape: '\\',
    header: true,
    columns: {
      project_id: { type: 'text' },
      ...Object.fromEntries(flags.map((name) => [name, flag])),
      year: { type: 'integer' },
      donor: { type: 'text' },
      title: { type: 'text' },
      status: { type: 'text' },
      flow: { type: 'text' },
      flow_class: { type: 'text' },
      intent: { type: 'text' },
      crs_sector_name: { type: 'text' },
      usd_current: { type: 'number' },
      end_actual: { type: 'text' },
      recipient_condensed: { type: 'text' },
      recipient_iso3: { type: 'text' },
    },
  },
  aside: [
    {
      when: "raw.umbrella_project = 'true'",
      because: 'an umbrella agreement: its projects are rows of their own',
    },
    { when: "raw.recommended_for_research = 'false'", because: 'the publisher advises against using it' },
  ],
  refuse: [
    { when: 'raw.project_id IS NULL', because: 'no project_id' },
    ...flags.map((name) => ({
      when: `raw.${name} NOT IN ('true', 'false')`,
      because: `${name} is neither true nor false`,
    })),
    { when: 'raw.usd_current < 0', because: 'usd_current is negative' },
    {
      when: "raw.end_actual IS NOT NULL AND NOT regexp_matches(raw.end_actual, '^\\d{4}-\\d\\d-\\d\\d')",
      because: 'end_actual is no day',
    },
  ],
  tables: {
    transfer: {
      from: 'raw LEFT JOIN state_name giver ON giver.name = lower(trim(raw.donor))',
      columns: {
        kind: "'aid'",
        supplier: "coalesce(giver.id, 'name:' || trim(raw.donor))",
        supplier_name: 'raw.donor',
        recipient:
          "CASE WHEN regexp_full_match(raw.recipient_iso3, '[A-Z]{3}') THEN raw.recipient_iso3 ELSE 'name:' || raw.recipient_condensed END",
        recipient_name: 'raw.recipient_condensed',
        what: 'trim(raw.title)',
        category: "concat_ws('; ', raw.flow, raw.crs_sector_name)",
        ordered: 'raw.year::VARCHAR',
        delivered: 'left(raw.end_actual, 4)',
        amount: 'raw.usd_current / 1e6',
        unit: "CASE WHEN raw.usd_current IS NOT NULL THEN 'USD million' END",
        uncertain:
          "coalesce(raw.year_uncertain = 'true', false) OR coalesce(raw.debt_uncertain = 'true', false)",
        note: "concat_ws('; ', raw.status, raw.flow_class, raw.intent)",
        locator: "'project_id ' || raw.project_id",
      },
    },
  },
  expect: { 'a project stands there once': 'SELECT locator FROM transfer GROUP BY 1 HAVING count(*) > 1' },
  edition: 'whole',
};
