import { isGap } from '../model/gap.ts';
import type { Specification } from '../model/multiverse.ts';

/** Specifications that stand in one column of a specification curve: one, or neighbours where there are many. */
export interface Column {
  readonly specifications: readonly Specification[];
  readonly holds: boolean;
  /** Least and greatest margin, as shares of what the measure can span. */
  readonly low: number;
  readonly high: number;
  /** Where it begins and ends, in specifications from the left. */
  readonly from: number;
  readonly to: number;
}

/**
 * The specifications that can be told in the order of their margins, those that do not hold first, in at most about
 * `most` columns. What holds and what does not never share one.
 */
export function columnsOf(specifications: readonly Specification[], most: number): Column[] {
  const told = specifications.flatMap((one) =>
    isGap(one.scaled) || one.verdict === 'cannot be told' ? [] : [{ one, margin: one.scaled }],
  );
  const size = Math.max(1, Math.ceil(told.length / Math.max(1, most)));
  let from = 0;
  return (['does not hold', 'holds'] as const).flatMap((verdict) => {
    const sorted = told
      .filter(({ one }) => one.verdict === verdict)
      .sort((a, b) => a.margin - b.margin || (a.one.id < b.one.id ? -1 : 1));
    const columns: Column[] = [];
    for (let start = 0; start < sorted.length; start += size) {
      const own = sorted.slice(start, start + size);
      const margins = own.map(({ margin }) => margin);
      columns.push({
        specifications: own.map(({ one }) => one),
        holds: verdict === 'holds',
        low: Math.min(...margins),
        high: Math.max(...margins),
        from,
        to: from + own.length,
      });
      from += own.length;
    }
    return columns;
  });
}
