import type { Dimension } from '../../model/dimension.ts';
import { indicatorById } from '../../model/indicator.ts';

/** How an indicator enters a vector. */
export interface Mapping {
  readonly dimension: Dimension;
  readonly part: 'weight' | 'direction';
  /** An indicator of the catalogue, or `records`: the dossier's own events and ties. */
  readonly indicator: string;
  /** Importance beside the other indicators of the same dimension and part; any positive number. */
  readonly importance: number;
  /** Years that are added up, the vector's own the last. */
  readonly years: number;
  /** How the amount becomes a share or a direction. */
  readonly how: string;
}

/** Events of this many years count as records of a year, its own the last; ties count while they hold. */
export const recordYears = 5;

const share = 'share of the world total; where none is published, of the named partners';
const records =
  'events of the last five years and ties in force, shared equally among the partners they bear on; those of one passage count once';
const net = '(C − K) / (C + K) over the signed records';

/**
 * How each indicator becomes weight or direction: the one table to argue with. The importances are equal because
 * nothing at hand says otherwise; the intervals show how far the answer moves under any others.
 */
export const mappings: readonly Mapping[] = [
  {
    dimension: 'political',
    part: 'weight',
    indicator: 'joint-igos',
    importance: 1,
    years: 1,
    how: 'share of the named partners’ sum',
  },
  {
    dimension: 'political',
    part: 'weight',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: records,
  },
  {
    dimension: 'political',
    part: 'direction',
    indicator: 'un-agreement',
    importance: 1,
    years: 1,
    how: '2a − 1: never the same vote is −1, always is 1',
  },
  {
    dimension: 'political',
    part: 'direction',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: net,
  },
  {
    dimension: 'security',
    part: 'weight',
    indicator: 'arms-imports',
    importance: 1,
    years: 10,
    how: `${share}; deliveries of ten years, since they are lumpy`,
  },
  {
    dimension: 'security',
    part: 'weight',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: records,
  },
  {
    dimension: 'security',
    part: 'direction',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: net,
  },
  { dimension: 'economic', part: 'weight', indicator: 'exports', importance: 1, years: 1, how: share },
  { dimension: 'economic', part: 'weight', indicator: 'imports', importance: 1, years: 1, how: share },
  {
    dimension: 'economic',
    part: 'weight',
    indicator: 'fdi-stock-share',
    importance: 1,
    years: 1,
    how: 'as published; stock, never flow',
  },
  {
    dimension: 'economic',
    part: 'direction',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: net,
  },
  {
    dimension: 'connectivity',
    part: 'weight',
    indicator: 'border-length',
    importance: 1,
    years: 1,
    how: share,
  },
  {
    dimension: 'connectivity',
    part: 'weight',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: records,
  },
  {
    dimension: 'connectivity',
    part: 'direction',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: net,
  },
  {
    dimension: 'societal',
    part: 'weight',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: records,
  },
  {
    dimension: 'societal',
    part: 'direction',
    indicator: 'records',
    importance: 1,
    years: recordYears,
    how: net,
  },
];

/** The same for records made of the archive alone, which has more of the whole world than a dossier takes over. */
export const worldMappings: readonly Mapping[] = [
  ...mappings,
  {
    dimension: 'security',
    part: 'weight',
    indicator: 'alliance',
    importance: 1,
    years: 1,
    how: 'share of the named partners’ sum of levels of obligation',
  },
];

/** A line of the table of mappings, as it is printed. */
export interface MappingRow {
  readonly dimension: Dimension;
  readonly part: Mapping['part'];
  readonly indicator: string;
  readonly title: string;
  readonly unit: string;
  readonly importance: number;
  readonly years: number;
  readonly how: string;
  /** From which records it can come. */
  readonly evidence: 'dossier or archive' | 'archive';
}

/** The table of mappings with the titles and units of its indicators, in its order: for a terminal, a page, a CSV. */
export function mappingRows(table: readonly Mapping[] = worldMappings): MappingRow[] {
  return table.map(({ dimension, part, indicator, importance, years, how }) => {
    const { title, unit } = indicatorById.get(indicator) ?? { title: 'Events and ties', unit: 'records' };
    const always = mappings.some((one) => one.indicator === indicator);
    const evidence = always ? 'dossier or archive' : 'archive';
    return { dimension, part, indicator, title, unit, importance, years, how, evidence };
  });
}
