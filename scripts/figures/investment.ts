import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cell, numberIn, readCsv, rounded } from './files.ts';
import { focal, type Observation } from './observation.ts';

const outward = 'OTWD_D_NETAL_FALL_ALL';
const sources: Readonly<Record<string, string>> = { O: 'imf-dip-reported', SCC: 'imf-dip-derived' };

/** Outward positions of the reporters at hand in Kazakhstan, as they report them and as Kazakhstan's own reports mirror them. */
export function fdiStock(data: string): Observation[] {
  const folder = join(data, 'fdi-imf');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv.gz'))
    .sort()
    .flatMap((name) => readCsv(join(folder, name)))
    .filter((row) => cell(row, 'COUNTERPART_COUNTRY.ID') === focal && cell(row, 'INDICATOR.ID') === outward)
    .map((row): Observation => {
      const type = cell(row, 'DV_TYPE.ID');
      const source = sources[type];
      if (source === undefined) throw new Error(`“${type}” is not a type of figure we know`);
      const empty = cell(row, 'OBS_VALUE') === '';
      return {
        focal,
        partner: cell(row, 'COUNTRY.ID'),
        indicator: 'fdi-stock',
        period: cell(row, 'TIME_PERIOD'),
        ...(empty ? { gap: 'confidential' as const } : { value: rounded(numberIn(row, 'OBS_VALUE'), 3) }),
        unit: 'USD million',
        source,
        locator: `${outward}, reporter ${cell(row, 'COUNTRY.ID')}, counterpart KAZ, ${type}`,
        method: `outward direct investment, net (assets less liabilities), all instruments, all entities, year end, immediate counterpart; ${
          type === 'O'
            ? 'as the investor’s economy reports it'
            : 'derived from what the counterpart, Kazakhstan, reports'
        }`,
      };
    });
}

/** Figures that we may cite one by one but not hand on as a table: shares of the total, by immediate investor. */
const wiiw: readonly (readonly [indicator: string, year: number, partner: string, share: number])[] = [
  ['fdi-stock-share', 2010, 'EU', 0.528],
  ['fdi-stock-share', 2013, 'EU', 0.575],
  ['fdi-stock-share', 2015, 'EU', 0.634],
  ['fdi-stock-share', 2019, 'EU', 0.518],
  ['fdi-stock-share', 2021, 'EU', 0.508],
  ['fdi-stock-share', 2021, 'NLD', 0.388],
  ['fdi-stock-share', 2021, 'USA', 0.261],
  ['fdi-stock-share', 2021, 'RUS', 0.035],
  ['fdi-stock-share', 2021, 'CHN', 0.036],
  ['fdi-flow-share', 2015, 'EU', 1.214],
  ['fdi-flow-share', 2018, 'EU', 0.033],
  ['fdi-flow-share', 2019, 'EU', -0.3],
  ['fdi-flow-share', 2020, 'EU', 0.483],
];

/** Shares of the inward stock and flow of direct investment. */
export const fdiShares = (): Observation[] =>
  wiiw.map(([indicator, year, partner, value]) => ({
    focal,
    partner,
    indicator,
    period: String(year),
    value,
    unit: 'share',
    source: 'wiiw-fdi',
    locator: `wiiw_partners.csv, ${indicator === 'fdi-stock-share' ? 'inward stock' : 'inward flow'}, ${year}`,
    method: `share of the total, by immediate investor${partner === 'EU' ? '; EU-27' : ''}`,
  }));
