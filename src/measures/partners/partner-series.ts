import { world } from '../../model/actors.ts';
import {
  goesOnAs,
  isNobody,
  type PartnerList,
  type Quantity,
  turnover,
  type Way,
  ways,
} from './quantities.ts';

/** One partner's figure of a year. */
export interface PartnerFigure {
  /** Nothing where the publisher withholds it. */
  readonly value: number | undefined;
  /** Ids of the dossier's records. */
  readonly records: readonly string[];
}

/** One year of a series. */
export interface PartnerYear {
  readonly partners: ReadonlyMap<string, PartnerFigure>;
  /** What is nobody's in particular: unknown suppliers, areas not specified. */
  readonly unassigned: number;
  /** As published, or what shares are shares of; nothing where no total is stated. */
  readonly total: number | undefined;
}

/** The figures of one quantity, focal state and source, by year. */
export interface PartnerSeries {
  readonly focal: string;
  readonly quantity: Quantity;
  readonly source: string;
  readonly basis: 'archive' | 'dossier';
  readonly unit: string;
  readonly list: PartnerList;
  /** Whether the figures are the partners' own, turned round. */
  readonly mirrored: boolean;
  readonly years: ReadonlyMap<number, PartnerYear>;
}

/** A row of an archive's or a dossier's observations. */
export interface PartnerRow {
  readonly focal: string;
  readonly partner?: string | undefined;
  readonly indicator: string;
  readonly period: string;
  readonly value?: number | undefined;
  readonly unit: string;
  readonly source: string;
  readonly id?: string | undefined;
}

/** Rows of one year; the key is the pair as the row names it, so that a later edition takes an earlier one's place. */
type Cells = Map<string, PartnerRow & { readonly other: string }>;

const today = (actor: string): string => goesOnAs[actor] ?? actor;

/** Rows as series: one for each focal state and source. */
function seriesFrom(
  quantity: Quantity,
  way: Way,
  rows: readonly PartnerRow[],
  basis: PartnerSeries['basis'],
): PartnerSeries[] {
  const found = new Map<string, { first: PartnerRow; focal: string; years: Map<number, Cells> }>();
  for (const row of rows) {
    if (row.indicator !== way.indicator || row.partner === undefined || !/^\d{4}$/.test(row.period)) continue;
    if (way.only && !(row.source in way.lists)) continue;
    const [focal, other] = way.side === 'focal' ? [row.focal, row.partner] : [row.partner, row.focal];
    const key = `${today(focal)} ${row.source}`;
    const series = found.get(key) ?? { first: row, focal: today(focal), years: new Map() };
    found.set(key, series);
    const year = series.years.get(Number(row.period)) ?? new Map();
    series.years.set(Number(row.period), year);
    year.set(`${focal} ${other}`, { ...row, other });
  }
  return [...found.values()].map(({ first: { source, unit }, focal, years }) => ({
    focal,
    quantity,
    source,
    basis,
    unit,
    // A dossier keeps the partners that somebody chose, whatever the source lists.
    list: basis === 'archive' ? (way.lists[source] ?? 'some') : 'some',
    mirrored: way.side === 'partner',
    years: new Map([...years].map(([year, cells]) => [year, yearOf(cells, unit)])),
  }));
}

function yearOf(cells: Cells, unit: string): PartnerYear {
  const partners = new Map<string, PartnerFigure>();
  let total = unit === 'share' ? 1 : undefined;
  let unassigned = 0;
  for (const { other, value, id } of cells.values()) {
    if (other === world) total = value === undefined ? total : value + (unit === 'share' ? 0 : (total ?? 0));
    else if (isNobody(other)) unassigned += Math.max(0, value ?? 0);
    else
      partners.set(
        today(other),
        added(partners.get(today(other)), { value, records: id === undefined ? [] : [id] }),
      );
  }
  return { partners, unassigned, total };
}

/** Two figures of one partner as one. */
const added = (a: PartnerFigure | undefined, b: PartnerFigure): PartnerFigure => ({
  value: b.value === undefined ? a?.value : (a?.value ?? 0) + b.value,
  records: [...(a?.records ?? []), ...b.records],
});

/** Exports and imports of one source as one, where it has both in a year. */
function together(exports: readonly PartnerSeries[], imports: readonly PartnerSeries[]): PartnerSeries[] {
  return exports.flatMap((one) => {
    const other = imports.find(({ focal, source }) => focal === one.focal && source === one.source);
    if (!other || one.unit === 'share') return [];
    const years = [...one.years].flatMap(([year, out]): [number, PartnerYear][] => {
      const back = other.years.get(year);
      if (!back) return [];
      const partners = new Map(out.partners);
      for (const [partner, figure] of back.partners)
        partners.set(partner, added(partners.get(partner), figure));
      const total = out.total === undefined || back.total === undefined ? undefined : out.total + back.total;
      return [[year, { partners, unassigned: out.unassigned + back.unassigned, total }]];
    });
    return years.length === 0
      ? []
      : [{ ...one, quantity: 'trade', mirrored: one.mirrored || other.mirrored, years: new Map(years) }];
  });
}

/** Every way in which a quantity may be stated. */
export const waysOf = (quantity: Quantity): readonly Way[] =>
  quantity === 'trade' ? [turnover, ...ways.exports, ...ways.imports] : ways[quantity];

/** The series that rows make of a quantity; those of one source are never put together with another's. */
export function assembled(
  quantity: Quantity,
  rowsOf: (way: Way) => readonly PartnerRow[],
  basis: PartnerSeries['basis'],
): PartnerSeries[] {
  const of = (one: Exclude<Quantity, 'trade'>) =>
    ways[one].flatMap((way) => seriesFrom(one, way, rowsOf(way), basis));
  if (quantity !== 'trade') return of(quantity);
  const published = seriesFrom('trade', turnover, rowsOf(turnover), basis);
  const own = new Set(published.map(({ focal, source }) => `${focal} ${source}`));
  return [
    ...published,
    ...together(of('exports'), of('imports')).filter(({ focal, source }) => !own.has(`${focal} ${source}`)),
  ];
}
