import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import type { Computed, Evidence } from '../measure.ts';
import { noteOf } from '../partners/amounts-note.ts';
import { armsDeals, type Deal } from '../partners/deals.ts';
import { amountsAt, type PartnerAmounts } from '../partners/partner-amounts.ts';
import type { Quantity } from '../partners/quantities.ts';
import { seriesOf } from '../partners/series-at-hand.ts';
import { ofSource, sourcesOverTime, windowEnds, yearsToRead } from '../partners/windows.ts';
import { dealShareInterval } from './deal-share.ts';
import { shareWith } from './share-with.ts';

/** What shares are asked for. */
export interface SharesAsked {
  readonly focal: string;
  readonly partners: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly quantity: Quantity;
  readonly source?: string | undefined;
  readonly years: number;
  /** Weight of a year that lies so many years before the last of its window; 1 where none is given. */
  readonly weight?: ((age: number) => number) | undefined;
}

/** Each partner's share of what the focal state has, in each year or window of years. */
export async function sharesOf(asked: SharesAsked, evidence: Evidence): Promise<Computed> {
  const { focal, partners, from, to, quantity, source, years, weight } = asked;
  const series = ofSource(await seriesOf(evidence, focal, quantity, yearsToRead(from, to, years)), source);
  const at = windowEnds(series, from, to, years).map(
    (year) =>
      [year, amountsAt(series, year, years, source, weight && ((one) => weight(year - one)))] as const,
  );
  const used = at.flatMap(([, amounts]) => amounts ?? []);
  const side =
    quantity === 'arms-imports' ? 'recipient' : quantity === 'arms-exports' ? 'supplier' : undefined;
  const archive = used.some(({ basis }) => basis === 'archive') ? evidence.archive : undefined;
  const deals = archive && side ? await armsDeals(archive, focal, side) : [];
  const figures = partners.flatMap((partner) =>
    at.map(([year, amounts]) =>
      amounts
        ? shareFigure(amounts, partner, deals, weight && ((one) => weight(year - one)))
        : notCovered(focal, partner, quantity, year, years),
    ),
  );
  const bases = new Set(used.map(({ basis }) => basis));
  const change = sourcesOverTime(used.filter(({ whole }) => whole !== undefined));
  return {
    figures,
    basis: bases.size > 1 ? 'dossier and archive' : bases.has('dossier') ? 'dossier' : 'archive',
    sources: [...new Set(used.map((amounts) => amounts.source))],
    notes: [
      ...(figures.length === 0 ? [`nothing is at hand of ${quantity} of ${focal}`] : []),
      ...(change === undefined ? [] : [change]),
    ],
  };
}

/** The figure of a year for which there is no source. */
export const notCovered = (
  focal: string,
  partner: string,
  quantity: string,
  year: number,
  years: number,
): Figure => ({
  about: focal,
  partner,
  period: years === 1 ? String(year) : `${year - years + 1}/${year}`,
  value: gap(
    'not-covered',
    `no source at hand has ${quantity} of ${years === 1 ? 'the year' : 'these years'}`,
  ),
  n: 0,
});

function shareFigure(
  amounts: PartnerAmounts,
  partner: string,
  deals: readonly Deal[],
  weight: ((year: number) => number) | undefined,
): Figure {
  const { focal: about, period, source, basis, quantity } = amounts;
  const { value, interval, records } = shareWith(amounts, partner);
  return {
    about,
    partner,
    period,
    value,
    interval:
      deals.length > 0 && typeof value === 'number'
        ? dealShareInterval(deals, amounts, partner, value, quantity, weight)
        : interval,
    n: [...amounts.amounts.values()].filter((one) => one.value > 0).length,
    records,
    source: basis === 'archive' ? source : undefined,
    note: noteOf(amounts),
  };
}
