import type { DataSource } from '../../model/bulk.ts';
import type { Format, RawColumns } from '../../model/format.ts';
import { unArea } from './un-area.ts';

const source: DataSource = {
  id: 'comtrade',
  type: 'dataset',
  title: 'UN Comtrade Database',
  author: [{ literal: 'United Nations Statistics Division' }],
  publisher: 'United Nations',
  URL: 'https://comtradeplus.un.org',
  licence: 'UN Comtrade terms of use; not to be handed on',
  redistributable: false,
};

const columns: RawColumns = {
  typeCode: { type: 'text', optional: true },
  freqCode: { type: 'text', optional: true },
  period: { type: 'text' },
  reporterCode: { type: 'integer' },
  reporterISO: { type: 'text', optional: true },
  flowCode: { type: 'text' },
  partnerCode: { type: 'integer' },
  partnerISO: { type: 'text', optional: true },
  partner2Code: { type: 'text', optional: true },
  classificationCode: { type: 'text', optional: true },
  cmdCode: { type: 'text' },
  customsCode: { type: 'text', optional: true },
  mosCode: { type: 'text', optional: true },
  motCode: { type: 'text', optional: true },
  primaryValue: { type: 'number' },
};

/** Flows by their code. Those of the second column on are parts of exports and imports, never to be added to them. */
const flows: Readonly<Record<string, string>> = {
  M: 'imports',
  X: 'exports',
  RM: 're-imports',
  RX: 're-exports',
  FM: 'foreign-imports',
  DX: 'domestic-exports',
  MIP: 'imports-for-inward-processing',
  XIP: 'exports-after-inward-processing',
  MOP: 'imports-after-outward-processing',
  XOP: 'exports-for-outward-processing',
};

/** The actor behind an area: its ISO letters, if they are some, or its number. */
const actor = (role: 'reporter' | 'partner'): string =>
  `coalesce(${role}_letters.code, CASE WHEN regexp_full_match(trim(raw.${role}ISO), '[A-Z]{3}') THEN trim(raw.${role}ISO) END,
    ${role}_number.code, ${role}_state.id, 'comtrade:' || coalesce(trim(raw.${role}ISO), raw.${role}Code::VARCHAR))`;
const joins = (role: 'reporter' | 'partner'): string =>
  `LEFT JOIN un_area ${role}_letters ON ${role}_letters.name = trim(raw.${role}ISO)
   LEFT JOIN un_area ${role}_number ON ${role}_number.name = raw.${role}Code::VARCHAR
   LEFT JOIN state ${role}_state ON ${role}_state."numeric" = raw.${role}Code`;

const partOf = (column: string, total: string): string =>
  `coalesce(trim(raw.${column}), '${total}') <> '${total}'`;

/** What the downloads and the API's answers have in common: columns, and how they become observations. */
export const comtrade = {
  source,
  columns,
  quirks: [
    'a reporter’s figure and its partner’s mirror figure differ (imports are c.i.f., exports f.o.b.); both stay, each with its focal actor',
    'only all commodities are `exports` and `imports`; a product has an indicator of its own: `exports:8542` in the Harmonized System, `exports:S4:776` in others. Levels of products contain each other and are not to be added up',
    're-exports and other special flows are contained in the exports or imports: indicators of their own',
    'rows by customs procedure, mode of transport or supply, or second partner are parts of a total and set aside',
    '“Other Asia, not elsewhere specified” (490, S19) is in practice Taiwan: TWN. Other areas that are none keep Comtrade’s code: comtrade:_X',
    'a row that stands there twice, as where downloads overlap, counts once',
  ],
  aside: [
    {
      when: [
        partOf('partner2Code', '0'),
        partOf('customsCode', 'C00'),
        partOf('mosCode', '0'),
        partOf('motCode', '0'),
      ].join(' OR '),
      because: 'part of a total: by customs procedure, transport, supply or second partner',
    },
    { when: "raw.typeCode <> 'C'", because: 'trade in services' },
    {
      when: `row_number() OVER (PARTITION BY raw.typeCode, raw.period, raw.reporterCode, raw.flowCode, raw.partnerCode, raw.partner2Code,
        raw.cmdCode, CASE WHEN raw.cmdCode <> 'TOTAL' THEN raw.classificationCode END, raw.customsCode, raw.mosCode, raw.motCode, raw.primaryValue) > 1`,
      because: 'the same row once more',
    },
  ],
  refuse: [
    { when: 'raw.primaryValue IS NULL', because: 'primaryValue is empty' },
    { when: 'raw.primaryValue < 0', because: 'primaryValue is negative' },
    {
      when: `raw.flowCode IS NULL OR raw.flowCode NOT IN (${Object.keys(flows)
        .map((code) => `'${code}'`)
        .join(', ')})`,
      because: 'flowCode is none that is known',
    },
    {
      when: "coalesce(NOT regexp_full_match(raw.period, '\\d{4}(0[1-9]|1[0-2])?'), true)",
      because: 'period is no year and no month',
    },
  ],
  lookups: { un_area: unArea, comtrade_flow: flows },
  tables: {
    observation: {
      from: `raw ${joins('reporter')} ${joins('partner')} LEFT JOIN comtrade_flow flow ON flow.name = raw.flowCode`,
      columns: {
        focal: actor('reporter'),
        partner: actor('partner'),
        indicator: `flow.code || CASE WHEN raw.cmdCode = 'TOTAL' THEN ''
          WHEN coalesce(raw.classificationCode, 'HS') LIKE 'H%' THEN ':' || raw.cmdCode
          ELSE ':' || raw.classificationCode || ':' || raw.cmdCode END`,
        period:
          "left(raw.period, 4) || CASE WHEN length(raw.period) = 6 THEN '-' || right(raw.period, 2) ELSE '' END",
        value: 'raw.primaryValue / 1e6',
        unit: "'USD million'",
        locator:
          "'reporterCode ' || raw.reporterCode || ', flowCode ' || raw.flowCode || ', partnerCode ' || raw.partnerCode || ', cmdCode ' || raw.cmdCode",
        method: "'US dollars as published, divided by 1,000,000'",
      },
    },
  },
  expect: {
    'a reporter has one figure of a flow with a partner and period':
      'SELECT focal, partner, indicator, period FROM observation GROUP BY ALL HAVING count(*) > 1',
  },
} satisfies Partial<Format> & { readonly columns: RawColumns };
