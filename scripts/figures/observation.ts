import { existsSync } from 'node:fs';
import { type Cells, compare, readCsv } from './files.ts';

/** A row of observations.csv, without the id, which follows from the rest. */
export interface Observation {
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
  readonly gap?: 'no-records' | 'too-few-records' | 'not-covered' | 'confidential' | undefined;
  readonly source: string;
  readonly locator?: string | undefined;
  readonly method?: string | undefined;
}

export const focal = 'KAZ';

/** The states among the partners. The European Union is the eleventh. */
export const partnerStates = ['RUS', 'CHN', 'USA', 'TUR', 'IRN', 'IND', 'UZB', 'UKR', 'GBR'] as const;

export const observationColumns = [
  'id',
  'focal',
  'partner',
  'indicator',
  'period',
  'value',
  'low',
  'high',
  'n',
  'unit',
  'gap',
  'source',
  'locator',
  'method',
] as const;

const text = (row: Cells, name: string): string | undefined => row[name] || undefined;
const number = (row: Cells, name: string): number | undefined =>
  text(row, name) === undefined ? undefined : Number(row[name]);

/** The rows that stand in the file and are from none of these sources: they stay as they are. */
export function fromElsewhere(path: string, sources: ReadonlySet<string>): Observation[] {
  if (!existsSync(path)) return [];
  return readCsv(path)
    .filter((row) => !sources.has(row.source ?? ''))
    .map((row) => ({
      focal: row.focal ?? '',
      partner: text(row, 'partner'),
      indicator: row.indicator ?? '',
      period: row.period ?? '',
      value: number(row, 'value'),
      low: number(row, 'low'),
      high: number(row, 'high'),
      n: number(row, 'n'),
      unit: row.unit ?? '',
      gap: text(row, 'gap') as Observation['gap'],
      source: row.source ?? '',
      locator: text(row, 'locator'),
      method: text(row, 'method'),
    }));
}

/** The rows in the order of the file, each with its id; stops at a number that is given twice. */
export function withIds(observations: readonly Observation[]): (Observation & { readonly id: string })[] {
  const keys = ['indicator', 'focal', 'partner', 'period', 'source'] as const;
  const rows = observations
    .map((o) => ({ ...o, id: [o.focal, o.partner ?? '-', o.indicator, o.period, o.source].join('.') }))
    .sort((a, b) => keys.map((key) => compare(a[key] ?? '', b[key] ?? '')).find((order) => order !== 0) ?? 0);
  const ids = new Set<string>();
  for (const { id, value, gap } of rows) {
    if (ids.has(id)) throw new Error(`${id} is there twice`);
    if ((value === undefined) === (gap === undefined))
      throw new Error(`${id} needs a value or a gap, and not both`);
    ids.add(id);
  }
  return rows;
}
