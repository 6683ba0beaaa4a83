import { asymmetry, influenceCapacity, linearDecay, mirrorGap } from '../../src/measures/index.ts';
import type { Reproduction } from './reproduction.ts';

const only = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

const sheet2023 = 'SIPRI Fact Sheet, Trends in International Arms Transfers, 2023 (March 2024)';
const sheet2024 = 'SIPRI Fact Sheet, Trends in International Arms Transfers, 2024 (March 2025)';

/**
 * The register at hand is of a later edition, and splits a deal equally over its delivery years, so that shares may be
 * some hundredths off.
 */
const editions = 0.03;

const suppliers: readonly (readonly [
  recipient: string,
  supplier: string,
  year: number,
  share: number,
  where: string,
])[] = [
  ['KAZ', 'RUS', 2024, 0.88, sheet2024],
  ['IND', 'RUS', 2023, 0.36, sheet2023],
  ['PAK', 'CHN', 2023, 0.82, sheet2023],
  ['CHN', 'RUS', 2023, 0.77, sheet2023],
  ['JPN', 'USA', 2023, 0.97, sheet2023],
];

const official = 'Bureau of National Statistics of Kazakhstan, foreign trade by country, edition 2024';

/** Partners’ figures and the total as the publisher prints them, million US dollars. */
const printed: readonly (readonly [flow: 'exports' | 'imports', year: number, total: number])[] = [
  ['exports', 2022, 84593.07],
  ['exports', 2023, 79138.75],
  ['imports', 2022, 50934.36],
  ['imports', 2023, 60412.28],
];

export const reproductions: readonly Reproduction[] = [
  ...suppliers.map(
    ([recipient, supplier, year, published, source]): Reproduction => ({
      measure: 'arms-dependence',
      what: `${recipient}, share of ${supplier} in ${year - 4}–${year}`,
      source,
      published,
      tolerance: editions,
      needs: 'archive',
      async ours({ run }) {
        const { figures } = await run('arms-dependence', {
          focal: [recipient],
          partners: [supplier],
          from: String(year),
          to: String(year),
          choices: { window: 5 },
        });
        return only(figures[0]?.value);
      },
    }),
  ),
  ...printed.map(
    ([flow, year, published]): Reproduction => ({
      measure: 'partner-share',
      what: `KAZ, ${flow} ${year}, million USD: the partners’ shares of the total, added up, times the total`,
      source: official,
      published,
      tolerance: 0.01,
      needs: 'archive',
      async ours({ run, answers }) {
        const rows =
          (await answers?.rows({
            table: 'observation',
            columns: ['partner', 'value', 'published'],
            where: { source: 'kaz-trade', focal: 'KAZ', indicator: flow, period: String(year) },
            order: ['published'],
          })) ?? [];
        const latest = new Map(rows.map(({ partner, value }) => [String(partner), Number(value)]));
        const partners = [...latest.keys()].filter((partner) => partner !== 'WLD');
        const { figures } = await run('partner-share', {
          focal: ['KAZ'],
          partners,
          from: String(year),
          to: String(year),
          choices: { indicator: flow, source: 'kaz-trade' },
        });
        return figures.reduce((sum, { value }) => sum + only(value), 0) * (latest.get('WLD') ?? Number.NaN);
      },
    }),
  ),
  {
    measure: 'trade-dependence',
    what: 'KAZ, imports from RUS 2014, per cent: 15,524 of 48,152 million USD',
    source: 'Correlates of War trade 4.0, flow1 of the dyad over the sum of the state’s rows',
    published: 32.24,
    tolerance: 0.01,
    needs: 'archive',
    async ours({ run }) {
      const { figures } = await run('trade-dependence', {
        focal: ['KAZ'],
        partners: ['RUS'],
        from: '2014',
        to: '2014',
        choices: { of: 'imports', source: 'cow-trade' },
      });
      return 100 * only(figures[0]?.value);
    },
  },
  {
    measure: 'mirror-gap',
    what: 'KAZ, exports to CHN 2022: 13,060 as Kazakhstan, 14,819 as China counts them',
    source: `${official}; UN Comtrade, China’s imports`,
    published: -0.1187,
    tolerance: 5e-5,
    needs: 'archive',
    async ours({ run }) {
      const { figures } = await run('mirror-gap', {
        focal: ['KAZ'],
        partners: ['CHN'],
        from: '2022',
        to: '2022',
      });
      return only(figures[0]?.value);
    },
  },
  {
    measure: 'trade-asymmetry',
    what: 'dependences of .3 and .1',
    source: 'by hand: .2 / .4',
    published: 0.5,
    tolerance: 1e-9,
    ours: () => only(asymmetry(0.3, 0.1)),
  },
  {
    measure: 'mirror-gap',
    what: '80 beside 100',
    source: 'by hand: −20 / 100',
    published: -0.2,
    tolerance: 1e-9,
    ours: () => only(mirrorGap(80, 100)),
  },
  {
    measure: 'arms-dependence',
    what: 'a delivery of 5 years ago that wears out in 20',
    source: 'by hand: 1 − 5/20',
    published: 0.75,
    tolerance: 1e-9,
    ours: () => linearDecay(5, 20),
  },
  {
    measure: 'influence-capacity',
    what: 'bandwidth of .8 and .2 with weights 1 and 3, dependence of .4',
    source: 'by hand: .35 · .4',
    published: 0.14,
    tolerance: 1e-9,
    ours: () =>
      only(
        influenceCapacity(
          [
            { factor: 'bandwidth', value: 0.8, weight: 1 },
            { factor: 'bandwidth', value: 0.2, weight: 3 },
            { factor: 'dependence', value: 0.4, weight: 1 },
          ],
          'by hand',
        ).product,
      ),
  },
];
