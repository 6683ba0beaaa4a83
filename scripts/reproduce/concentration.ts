import {
  effectivePartners,
  effectivePartnersShannon,
  evenness,
  herfindahl,
  hill,
} from '../../src/measures/index.ts';
import { isGap } from '../../src/model/gap.ts';
import type { Means, Reproduction } from './reproduction.ts';

const only = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/** The one figure of a measure about a state in a year. */
const figureOf = async (
  { run }: Means,
  id: string,
  focal: string,
  year: number,
  choices: Readonly<Record<string, unknown>>,
) => {
  const { figures } = await run(id, { focal: [focal], from: String(year), to: String(year), choices });
  return figures[0];
};

const guidelines =
  'US Department of Justice and Federal Trade Commission (2010), Horizontal Merger Guidelines, section 5.3, note 9: shares of 30, 30, 20 and 20';
const factbook = 'The World Factbook (2026), Economy, Exports - partners, 2023';

const leaders: readonly (readonly [state: string, partner: string, share: number])[] = [
  ['KAZ', 'CHN', 0.16],
  ['UZB', 'CHE', 0.34],
  ['AZE', 'ITA', 0.37],
  ['MNG', 'CHN', 0.92],
  ['VNM', 'USA', 0.28],
  ['BLR', 'CHN', 0.34],
];

const inward: readonly (readonly [year: number, published: number])[] = [
  [2020, 3214114.55338785],
  [2022, 3569146.06556342],
];

export const reproductions: readonly Reproduction[] = [
  {
    measure: 'herfindahl',
    what: 'four firms, index of 2,600',
    source: guidelines,
    published: 0.26,
    tolerance: 1e-9,
    ours: () => only(herfindahl([30, 30, 20, 20])),
  },
  {
    measure: 'herfindahl',
    what: 'shares of .5, .3 and .2',
    source: 'by hand: .25 + .09 + .04',
    published: 0.38,
    tolerance: 1e-9,
    ours: () => only(herfindahl([50, 30, 20])),
  },
  {
    measure: 'effective-partners',
    what: 'shares of .5, .3 and .2, order 2',
    source: 'by hand: 1 / .38',
    published: 2.6316,
    tolerance: 5e-5,
    ours: () => only(effectivePartners([50, 30, 20])),
  },
  {
    measure: 'effective-partners',
    what: 'shares of .5, .3 and .2, entropy',
    source: 'by hand: −Σ p ln p',
    published: 1.0297,
    tolerance: 5e-5,
    ours: () => Math.log(only(effectivePartnersShannon([50, 30, 20]))),
  },
  {
    measure: 'hill',
    what: 'seven equal partners, order 1.5',
    source: 'Hill (1973), Ecology 54(2): n equal parts have n at every order',
    published: 7,
    tolerance: 1e-9,
    ours: () => only(hill([1, 1, 1, 1, 1, 1, 1], 1.5)),
  },
  {
    measure: 'evenness',
    what: 'shares of .5, .3 and .2',
    source: 'by hand: 1.0297 / ln 3',
    published: 0.9372,
    tolerance: 5e-5,
    ours: () => only(evenness([50, 30, 20])),
  },
  ...leaders.map(
    ([state, partner, share]): Reproduction => ({
      measure: 'leader',
      what: `${state}, greatest export partner: ${partner}`,
      source: factbook,
      published: share,
      tolerance: 1e-9,
      needs: 'archive',
      async ours(means) {
        const figure = await figureOf(means, 'leader', state, 2023, { source: 'factbook' });
        return figure?.partner === partner ? only(figure.value) : Number.NaN;
      },
    }),
  ),
  {
    measure: 'top-share',
    what: 'KAZ, five greatest export partners: 16 + 15 + 10 + 6 + 5 %',
    source: factbook,
    published: 0.52,
    tolerance: 1e-9,
    needs: 'archive',
    ours: async (means) =>
      only((await figureOf(means, 'top-share', 'KAZ', 2023, { source: 'factbook', k: 5 }))?.value),
  },
  ...inward.map(
    ([year, published]): Reproduction => ({
      measure: 'partner-share',
      what: `CHN, inward stock ${year}, million USD: Hong Kong’s over its share`,
      source: 'IMF, Direct Investment Positions by Counterpart Economy, total as reported',
      published,
      // Negative positions count as 0, so that the whole is a little more than the net total.
      tolerance: published * 1e-4,
      needs: 'archive',
      async ours({ run, answers }) {
        const rows = await answers?.rows({
          table: 'observation',
          columns: ['value'],
          where: {
            source: 'imf-dip-reported',
            indicator: 'imf:INWD_D_NETLA_FALL_ALL',
            focal: 'CHN',
            partner: 'HKG',
            period: String(year),
          },
        });
        const { figures } = await run('partner-share', {
          focal: ['CHN'],
          partners: ['HKG'],
          from: String(year),
          to: String(year),
          choices: { indicator: 'fdi-stock' },
        });
        return Number(rows?.[0]?.value) / only(figures[0]?.value);
      },
    }),
  ),
  {
    measure: 'effective-partners',
    what: 'KAZ, inward investment 2021: the published number lies within our bounds (1 yes)',
    source: 'wiiw FDI database, computed from all 73 partners: 4.303; the dossier has four of them',
    published: 1,
    tolerance: 0,
    async ours(means) {
      const figure = await figureOf(means, 'effective-partners', 'KAZ', 2021, {
        indicator: 'fdi-stock',
        source: 'wiiw-fdi',
      });
      const { interval } = figure ?? {};
      return interval && !isGap(interval) && interval.low <= 4.303 && 4.303 <= interval.high ? 1 : 0;
    },
  },
];
