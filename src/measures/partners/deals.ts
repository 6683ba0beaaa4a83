import { z } from 'zod';
import { check } from '../../model/check.ts';
import type { Answers } from '../../model/question.ts';
import { goesOnAs, isNobody } from './quantities.ts';

/** Something handed over that can be counted: an arms deal. */
export interface Deal {
  /** The other side; nothing where it is not known. */
  readonly partner: string | undefined;
  readonly byYear: ReadonlyMap<number, number>;
}

const orNothing = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

const rowsSchema = z.array(
  z.object({
    supplier: z.string().nullish().transform(orNothing),
    recipient: z.string().nullish().transform(orNothing),
    what: z.string().nullish().transform(orNothing),
    ordered: z.string().nullish().transform(orNothing),
    delivered: z.string().nullish().transform(orNothing),
    amount: z.number().nullish().transform(orNothing),
  }),
);

/**
 * The arms deals of a state, as the register has them; a deal with several delivery years is split equally over them.
 * Rows of one supplier, order and weapon are one deal.
 *
 * @param side the state's own side
 */
export async function armsDeals(
  archive: Answers,
  state: string,
  side: 'recipient' | 'supplier',
): Promise<Deal[]> {
  const names = [state, ...Object.entries(goesOnAs).flatMap(([was, is]) => (is === state ? [was] : []))];
  const rows = check(
    rowsSchema,
    await archive.rows({
      table: 'transfer',
      columns: ['supplier', 'recipient', 'what', 'ordered', 'delivered', 'amount', 'locator'],
      where: { kind: 'arms', [side]: names },
      order: ['locator'],
    }),
    'rows of the archive',
    'data',
  );
  const deals = new Map<string, { partner: string | undefined; byYear: Map<number, number> }>();
  for (const row of rows) {
    const years = row.delivered?.split('; ').map(Number) ?? [];
    if (years.length === 0 || row.amount === undefined) continue;
    const other = side === 'recipient' ? row.supplier : row.recipient;
    const partner = other === undefined || isNobody(other) ? undefined : (goesOnAs[other] ?? other);
    const key = JSON.stringify([row.supplier, row.recipient, row.ordered, row.what]);
    const deal = deals.get(key) ?? { partner, byYear: new Map<number, number>() };
    deals.set(key, deal);
    for (const year of years) deal.byYear.set(year, (deal.byYear.get(year) ?? 0) + row.amount / years.length);
  }
  return [...deals.values()];
}

/**
 * What each deal delivered in a window of years, weighted by the year.
 *
 * @param weight of a year; 1 where none is given
 */
export function deliveredIn(
  deals: readonly Deal[],
  from: number,
  to: number,
  weight: (year: number) => number = () => 1,
): { readonly partner: string | undefined; readonly amount: number }[] {
  return deals.flatMap(({ partner, byYear }) => {
    let amount = 0;
    for (const [year, value] of byYear) if (from <= year && year <= to) amount += value * weight(year);
    return amount > 0 ? [{ partner, amount }] : [];
  });
}
