import type { MeasuredArchive } from '../../../src/measuring.ts';
import { bulkTable } from '../../../src/model/bulk.ts';
import type { Question } from '../../../src/model/question.ts';

type Cell = string | number | boolean | null | undefined;
export type OwnRow = Readonly<Record<string, Cell>>;

const text = (cell: Cell): string => String(cell ?? '');

function fits(cell: Cell, condition: NonNullable<Question['where']>[string]): boolean {
  if (Array.isArray(condition)) return condition.includes(cell as string);
  if (typeof condition !== 'object') return cell === condition;
  const { from, to } = condition as { from?: string; to?: string };
  return cell != null && (from === undefined || text(cell) >= from) && (to === undefined || text(cell) <= to);
}

/** An archive of rows of one's own, by table; it keeps what it was asked. */
export function ownArchive(
  tables: Partial<Record<'observation' | 'transfer' | 'tie', readonly OwnRow[]>>,
): MeasuredArchive & { readonly asked: Question[] } {
  const asked: Question[] = [];
  return {
    asked,
    async rows(question) {
      asked.push(question);
      const { table, columns = Object.keys(bulkTable(table).columns), where = {}, order = [] } = question;
      const compared = (a: OwnRow, b: OwnRow): number => {
        const first = order.find((name) => text(a[name]) !== text(b[name]));
        return first === undefined ? 0 : text(a[first]) < text(b[first]) ? -1 : 1;
      };
      return (tables[table as 'observation'] ?? [])
        .filter((row) => Object.entries(where).every(([name, condition]) => fits(row[name], condition)))
        .toSorted(compared)
        .map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? null])));
    },
    eventSeries: async () => [],
    sources: async () => [],
    remember: (_key, make) => make(),
  };
}

/** A row of the table of observations. */
export const observed = (
  source: string,
  indicator: string,
  focal: string,
  partner: string | undefined,
  period: number | string,
  value: number | undefined,
  more: OwnRow = {},
): OwnRow => ({
  source,
  indicator,
  focal,
  partner,
  period: String(period),
  value,
  unit: 'USD million',
  ...more,
});

/** Rows of one indicator, focal state and year, by partner. */
export const observedAll = (
  source: string,
  indicator: string,
  focal: string,
  period: number,
  values: Readonly<Record<string, number | undefined>>,
  more: OwnRow = {},
): OwnRow[] =>
  Object.entries(values).map(([partner, value]) =>
    observed(source, indicator, focal, partner, period, value, more),
  );

/** Arms deals of a recipient, and the yearly deliveries that a register makes of them. */
export function arms(
  recipient: string,
  deals: readonly (readonly [supplier: string | null, years: readonly number[], amount: number])[],
): { readonly observation: OwnRow[]; readonly transfer: OwnRow[] } {
  const yearly = new Map<string, number>();
  for (const [supplier, years, amount] of deals)
    for (const year of years)
      for (const partner of [supplier ?? 'name:unknown supplier(s)', 'WLD']) {
        const key = `${partner}|${year}`;
        yearly.set(key, (yearly.get(key) ?? 0) + amount / years.length);
      }
  return {
    observation: [...yearly].map(([key, value]) => {
      const [partner, year = ''] = key.split('|');
      return observed('sipri-arms', 'arms-imports', recipient, partner, year, value, { unit: 'TIV million' });
    }),
    transfer: deals.map(([supplier, years, amount], i) => ({
      kind: 'arms',
      supplier,
      recipient,
      what: `weapon ${i}`,
      ordered: String(years[0]),
      delivered: years.join('; '),
      amount,
      source: 'sipri-arms',
      locator: `deal ${String(i).padStart(3, '0')}`,
    })),
  };
}
