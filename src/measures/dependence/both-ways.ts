import { membersOn } from '../../model/european-union.ts';
import type { Figure } from '../../model/figure.ts';
import type { Answers } from '../../model/question.ts';
import { noteOf } from '../partners/amounts-note.ts';
import { amountsAt, type PartnerAmounts } from '../partners/partner-amounts.ts';
import type { PartnerSeries } from '../partners/partner-series.ts';
import type { Quantity } from '../partners/quantities.ts';
import { archivedSeries, type Years } from '../partners/series-at-hand.ts';
import { unionSeries } from '../partners/union-series.ts';
import { type ShareWith, shareWith } from './share-with.ts';

/** Partners' own series, of each by name: one question for all of them. */
export async function partnersSeries(
  archive: Answers,
  partners: readonly string[],
  quantity: Quantity,
  years: Years,
): Promise<ReadonlyMap<string, readonly PartnerSeries[]>> {
  const states = new Set(partners.flatMap((partner) => (partner === 'EU' ? membersOn() : [partner])));
  const series = await archivedSeries(archive, [...states], quantity, years);
  return new Map(
    partners.map((partner) => [
      partner,
      partner === 'EU'
        ? unionSeries(series.filter(({ focal }) => membersOn().includes(focal)))
        : series.filter(({ focal }) => focal === partner),
    ]),
  );
}

/** The focal state's share in what a partner has with all, in one window of years. */
export function shareFromPartner(
  series: readonly PartnerSeries[],
  focal: string,
  year: number,
  years: number,
  source?: string,
): (ShareWith & { readonly amounts: PartnerAmounts }) | undefined {
  const amounts = amountsAt(series, year, years, source);
  return amounts && { ...shareWith(amounts, focal), amounts };
}

/** The figure of a share that a partner's amounts give. */
export function partnersFigure(
  focal: string,
  partner: string,
  { value, interval, records, amounts }: ShareWith & { readonly amounts: PartnerAmounts },
): Figure {
  return {
    about: focal,
    partner,
    period: amounts.period,
    value,
    interval,
    n: [...amounts.amounts.values()].filter((one) => one.value > 0).length,
    records,
    source: amounts.source,
    note: noteOf(amounts),
  };
}
