import { MultivectorError } from '../model/errors.ts';
import type { GapReason } from '../model/gap.ts';
import type { Observation } from '../model/records.ts';

/** An observation before it has its id, which follows from the rest. */
export interface Draft {
  readonly focal: string;
  /** Absent where the number is about the focal actor alone. */
  readonly partner?: string | undefined;
  readonly indicator: string;
  readonly period: string;
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly n?: number | undefined;
  readonly unit: string;
  readonly gap?: GapReason | undefined;
  readonly source: string;
  readonly locator?: string | undefined;
  readonly method?: string | undefined;
  /** Since when it could be known, EDTF, where that is not when its source was published. */
  readonly known?: string | undefined;
}

/** The number with at most so many decimals. */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Order by code unit, the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An observation, and since when it could be known. */
export interface FreshFigure {
  readonly row: Observation;
  readonly known?: string | undefined;
}

/**
 * The observations in the order of a dossier's table, each with its id.
 *
 * @throws MultivectorError `data` where a number is given twice
 */
export function withIds(drafts: readonly Draft[]): FreshFigure[] {
  const keys = ['indicator', 'focal', 'partner', 'period', 'source'] as const;
  const figures = drafts
    .map(({ known, ...o }) => ({
      row: { ...o, id: [o.focal, o.partner ?? '-', o.indicator, o.period, o.source].join('.') },
      known,
    }))
    .sort(
      (a, b) =>
        keys.map((key) => compare(a.row[key] ?? '', b.row[key] ?? '')).find((order) => order !== 0) ?? 0,
    );
  const ids = new Set<string>();
  for (const { row } of figures) {
    if (ids.has(row.id)) throw new MultivectorError('data', `the archive gives ${row.id} twice`);
    ids.add(row.id);
  }
  return figures;
}
