import { membersOn } from '../../model/european-union.ts';
import type { PartnerSeries } from './partner-series.ts';
import { type PartnerList, type Quantity, roundedTo, silenceIsNone } from './quantities.ts';

/** What one partner has in a period. */
export interface PartnerAmount {
  /** In the unit of the source, ≥ 0. */
  readonly value: number;
  /** Ids of the dossier's records. */
  readonly records: readonly string[];
}

/** What a focal state has with each partner in a period, from one source. */
export interface PartnerAmounts {
  readonly focal: string;
  readonly quantity: Quantity;
  readonly source: string;
  readonly basis: 'archive' | 'dossier';
  readonly unit: string;
  readonly list: PartnerList;
  readonly mirrored: boolean;
  /** First and last year added up. */
  readonly from: number;
  readonly to: number;
  /** `2019`, or `2010/2019`. */
  readonly period: string;
  /** Every partner that is listed; a partner with nothing may be among them. */
  readonly amounts: ReadonlyMap<string, PartnerAmount>;
  /** The European Union's own row, where the source gives it beside or in place of its members. */
  readonly union: PartnerAmount | undefined;
  /** Partners whose figure the publisher withholds. */
  readonly withheld: readonly string[];
  /** Partners whose negative position counts as 0 here. */
  readonly belowZero: readonly string[];
  /** What shares are shares of: the published total, or the sum of a complete list; nothing where neither is known. */
  readonly whole: number | undefined;
  /** Share of the whole that no listed partner has, [0, 1). */
  readonly rest: number;
  /** Half of the last printed digit of a share; 0 where figures are not rounded. */
  readonly rounding: number;
}

/** A remainder below this share of the whole is rounding. */
export const leastRest = 1e-4;

/** The day of a year on which membership is looked at. */
export const membershipDay = (year: number): string => `${year}-07-01`;

/** How much a series can tell of a year, the best first. */
function rank({ list, mirrored, years }: PartnerSeries, year: number): number {
  if (list === 'complete') return mirrored ? 1 : 0;
  if (list === 'largest') return 2;
  return years.get(year)?.total === undefined ? 4 : 3;
}

/** Whether a series has what a window of years needs. */
function covers({ quantity, years }: PartnerSeries, from: number, to: number): boolean {
  const covered = Array.from({ length: to - from + 1 }, (_, i) => years.has(from + i));
  return silenceIsNone.has(quantity) ? covered.some(Boolean) : covered.every(Boolean);
}

/**
 * Partners' amounts of a window of years, of one source alone: the one that tells most (every partner before the
 * largest alone, its own figures before its partners', a published total before none), then the one with more partners.
 *
 * @param year the last year of the window
 * @param years how many years are added up
 * @param source the user's own choice among sources
 * @param weight of each year; 1 where none is given
 * @returns nothing where no source covers the window
 */
export function amountsAt(
  series: readonly PartnerSeries[],
  year: number,
  years = 1,
  source?: string,
  weight: (year: number) => number = () => 1,
): PartnerAmounts | undefined {
  const from = year - years + 1;
  return series
    .filter((one) => (source === undefined || one.source === source) && covers(one, from, year))
    .map((one) => ({ order: rank(one, year), amounts: addedUp(one, from, year, weight) }))
    .sort(
      (a, b) =>
        a.order - b.order ||
        Number(a.amounts.basis === 'dossier') - Number(b.amounts.basis === 'dossier') ||
        b.amounts.amounts.size - a.amounts.amounts.size ||
        (a.amounts.source < b.amounts.source ? -1 : 1),
    )[0]?.amounts;
}

function addedUp(
  series: PartnerSeries,
  from: number,
  to: number,
  weight: (year: number) => number,
): PartnerAmounts {
  const { focal, quantity, source, basis, unit, list, mirrored } = series;
  const amounts = new Map<string, PartnerAmount>();
  const withheld = new Set<string>();
  const belowZero = new Set<string>();
  let published: number | undefined;
  let unassigned = 0;
  for (let year = from; year <= to; year++) {
    const one = series.years.get(year);
    if (!one) continue;
    const w = weight(year);
    unassigned += w * one.unassigned;
    if (one.total !== undefined) published = (published ?? 0) + w * one.total;
    for (const [partner, { value, records }] of one.partners) {
      if (value === undefined) withheld.add(partner);
      else {
        if (value < 0) belowZero.add(partner);
        const known = amounts.get(partner);
        amounts.set(partner, {
          value: (known?.value ?? 0) + w * Math.max(0, value),
          records: [...(known?.records ?? []), ...records],
        });
      }
    }
  }
  const union = list === 'some' ? amounts.get('EU') : undefined;
  if (union) amounts.delete('EU'); // a sum over members, not one more partner
  const sum = [...amounts.values()].reduce((total, { value }) => total + value, 0);
  const whole =
    list === 'complete'
      ? Math.max(published ?? 0, sum + unassigned)
      : published === undefined
        ? undefined
        : Math.max(published, sum);
  const rest = whole === undefined || whole === 0 ? 0 : Math.max(0, 1 - sum / whole);
  return {
    focal,
    quantity,
    source,
    basis,
    unit,
    list,
    mirrored,
    from,
    to,
    period: from === to ? String(to) : `${from}/${to}`,
    amounts,
    union,
    withheld: [...withheld].filter((partner) => !amounts.has(partner)).sort(),
    belowZero: [...belowZero].sort(),
    whole: whole === 0 ? undefined : whole,
    rest: rest < leastRest ? 0 : rest,
    rounding: (roundedTo[source] ?? 0) / 2,
  };
}

/** The members of a group at the middle of a year; a state is itself alone. */
export const membersOf = (partner: string, year: number): readonly string[] =>
  partner === 'EU' ? membersOn(membershipDay(year)) : [partner];
