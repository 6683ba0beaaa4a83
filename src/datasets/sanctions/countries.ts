import { states } from '../../model/states.ts';

/** Territories with an ISO code of their own that are on no list of states: alpha-2, alpha-3, names. */
const territories: readonly (readonly [iso2: string, id: string, ...names: string[]])[] = [
  ['ai', 'AIA', 'Anguilla'],
  ['an', 'ANT', 'Netherlands Antilles'],
  ['aw', 'ABW', 'Aruba'],
  ['bm', 'BMU', 'Bermuda'],
  ['ck', 'COK', 'Cook Islands'],
  ['cw', 'CUW', 'Curaçao', 'Curacao'],
  ['fo', 'FRO', 'Faroe Islands'],
  ['gg', 'GGY', 'Guernsey'],
  ['gi', 'GIB', 'Gibraltar'],
  ['gl', 'GRL', 'Greenland'],
  ['gp', 'GLP', 'Guadeloupe'],
  ['gu', 'GUM', 'Guam'],
  ['hk', 'HKG', 'Hong Kong', 'China, Hong Kong Special Administrative Region', 'Hong Kong SAR'],
  ['im', 'IMN', 'Isle of Man', 'Man, Isle of'],
  ['je', 'JEY', 'Jersey'],
  ['ky', 'CYM', 'Cayman Islands'],
  ['mo', 'MAC', 'Macau', 'Macao', 'China, Macao Special Administrative Region'],
  ['mp', 'MNP', 'Northern Mariana Islands'],
  ['ms', 'MSR', 'Montserrat'],
  ['nc', 'NCL', 'New Caledonia'],
  ['nu', 'NIU', 'Niue'],
  ['pf', 'PYF', 'French Polynesia'],
  ['pr', 'PRI', 'Puerto Rico'],
  ['sx', 'SXM', 'Sint Maarten'],
  ['tc', 'TCA', 'Turks and Caicos Islands'],
  ['vg', 'VGB', 'British Virgin Islands', 'Virgin Islands, British'],
  ['vi', 'VIR', 'US Virgin Islands', 'Virgin Islands, U.S.'],
];

/** Names that lists use and the model's states do not have. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  AFG: ['Afgan'],
  BLR: ['Belarussian'],
  CIV: ['Cote d Ivoire'],
  CHN: ['Chinese (PRC)'],
  COD: ['DRC'],
  GBR: ['United Kingdom of Great Britain and Northern Ireland', 'England', 'Scotland'],
  IRN: ['Islamic Republic of Iran'],
  ISR: ['Israeli'],
  MDA: ['Republic of Moldova'],
  MLI: ['Region: Northern Mali'],
  MMR: ['Myanmar/Burma', 'Burma'],
  PRK: ['Korea, North', 'DPRK', "Democratic People's Republic of Korea"],
  KNA: ['St. Kitts & Nevis', 'St. Kitts and Nevis'],
  KOR: ['Korea, South', 'Republic of Korea'],
  PSE: ['Palestinian', 'State of Palestine', 'West Bank', 'Gaza', 'Gaza Strip', 'Region: Gaza'],
  RUS: ['Russian Federation'],
  SAU: ['Saudi Arabian', 'Kingdom of Saudi Arabia'],
  SYR: ['Syrian Arab Republic'],
  TZA: ['United Republic of Tanzania'],
  TUR: ['Turkey', 'Türkiye'],
  UKR: ['Region: Crimea', 'Crimea'],
  USA: ['United States of America', 'U.S.A.', 'American'],
  UZB: ['Uzbekistani'],
  VNM: ['Viet Nam'],
};

const lower = (name: string): string => name.toLowerCase().replaceAll('’', "'");

function countryNames(): Record<string, string> {
  const names = new Map<string, string>();
  const demonyms = states.flatMap(({ demonym }) => demonym.map(lower));
  for (const { id, demonym } of states)
    for (const one of demonym.map(lower))
      if (demonyms.filter((other) => other === one).length === 1) names.set(one, id);
  for (const { id, name, aliases } of states)
    for (const one of [name, ...aliases, ...(spellings[id] ?? [])]) names.set(lower(one), id);
  for (const [, id, ...own] of territories) for (const one of own) names.set(lower(one), id);
  return Object.fromEntries(names);
}

/**
 * Lookups for the formats of lists: `country` has the names of states and territories and what their people are
 * called, in lower case with straight apostrophes; `country_code` has the alpha-2 codes in lower case.
 */
export const countryLookups = {
  country: countryNames(),
  country_code: Object.fromEntries([
    ...states.map(({ id, iso2 }) => [iso2.toLowerCase(), id] as const),
    ...territories.map(([iso2, id]) => [iso2, id] as const),
    ['eu', 'EU'],
    ['zz', 'WLD'], // OpenSanctions: global
  ]),
} as const;

/** SQL: a name as the lookup `country` has it. */
export const asCountry = (text: string): string => `lower(trim(replace(${text}, '’', '''')))`;

/** SQL: the state of a cell that holds one name; a name we do not know stays, with the scheme spelt out. */
export const oneState = (text: string, lookup: string): string =>
  `coalesce(${lookup}.code, 'name:' || ${text})`;

/** What stands about a nationality, beside the name: remarks in brackets, numbers of papers, doubt. */
const beside = String.raw`\([^)]{2,}\)|^of the |\.\s.*$|\b(allegedly|assumed|possibly|presumed|since|by birth|passport)\b|\d+`;
const between = String.raw`\s*(?:[,;/]|\(?\b[a-e]\)|\band/or\b|\n)\s*`;

/**
 * SQL for FROM: a table `_row, states` of the states that a list of texts names. A text that is a name is taken as it
 * stands; of others (“(a) German, (b) Moroccan”, “Ukrainian and/or Russian”) each name within is; a text that names
 * none that we know stays as it is, `name:Ruritania`.
 *
 * @param list SQL of a list of texts, out of `rows`
 * @param rows what stands after FROM, with `raw`
 */
export const statesNamed = (list: string, rows = 'raw'): string => `
  (SELECT _row, string_agg(DISTINCT code, '; ' ORDER BY code) AS states
   FROM (
     SELECT c._row, coalesce(k.code, 'name:' || c.v) AS code,
       rank() OVER (PARTITION BY c._row, c.v ORDER BY k.code IS NULL, c.part) AS place
     FROM (
       SELECT _row, v, 0 AS part, ${asCountry('v')} AS name FROM (SELECT raw._row, unnest(${list}) AS v FROM ${rows})
       UNION ALL
       SELECT _row, v, 1, unnest(
         list_transform(
           list_concat(
             regexp_split_to_array(plain, '${between}'), regexp_split_to_array(plain, '${between}|\\s+and\\s+')),
           x -> trim(x, ' .')))
       FROM (
         SELECT _row, v, trim(regexp_replace(${asCountry('v')}, '${beside}', ' ', 'g')) AS plain
         FROM (SELECT raw._row, unnest(${list}) AS v FROM ${rows}))
     ) c LEFT JOIN country k ON k.name = c.name
     WHERE c.v IS NOT NULL AND c.v <> ''
   ) WHERE place = 1 GROUP BY _row)`;

/**
 * SQL for FROM: a table `_row, states` of the states that a list of codes means, alpha-2 in lower case. Codes that are
 * none of a state of today (`suhh`, the Soviet Union) stay, with the scheme spelt out.
 *
 * @param list SQL of a list of codes, out of `rows`
 * @param rows what stands after FROM, with `_row`
 */
export const statesCoded = (list: string, rows = 'raw'): string => `
  (SELECT _row, string_agg(DISTINCT code, '; ' ORDER BY code) AS states
   FROM (
     SELECT _row, coalesce(k.code, CASE WHEN length(v) = 2 THEN 'iso2:' ELSE 'ftm:' END || v) AS code
     FROM (SELECT raw._row, unnest(${list}) AS v FROM ${rows}) LEFT JOIN country_code k ON k.name = lower(v)
     WHERE v <> ''
   ) GROUP BY _row)`;
