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
}

/** The number with at most so many decimals. */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals)) + 0;

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Order by code unit, the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The observations in the order of a dossier's table, each with its id.
 *
 * @throws MultivectorError `data` where a number is given twice
 */
export function withIds(drafts: readonly Draft[]): Observation[] {
  const keys = ['indicator', 'focal', 'partner', 'period', 'source'] as const;
  const rows = drafts
    .map((o) => ({ ...o, id: [o.focal, o.partner ?? '-', o.indicator, o.period, o.source].join('.') }))
    .sort((a, b) => keys.map((key) => compare(a[key] ?? '', b[key] ?? '')).find((order) => order !== 0) ?? 0);
  const ids = new Set<string>();
  for (const { id } of rows) {
    if (ids.has(id)) throw new MultivectorError('data', `the archive gives ${id} twice`);
    ids.add(id);
  }
  return rows;
}
