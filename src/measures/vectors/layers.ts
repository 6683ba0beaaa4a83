import type { Records } from '../../model/records.ts';
import { fewestRecords, netCooperation } from '../events/event-balance.ts';
import type { Random } from '../random.ts';
import type { Mapping } from './mapping.ts';
import { observed } from './observed.ts';
import { recordsOf, type SignedRecord } from './signed-records.ts';

/** One indicator laid over the partners: its shares or positions, and how to draw them anew. */
export interface Layer {
  readonly mapping: Mapping;
  readonly title: string;
  readonly unit: string;
  readonly period: string;
  readonly source?: string | undefined;
  readonly total?: number | undefined;
  /** Share of the total that the named partners have together; absent where no total is published. */
  readonly coverage?: number | undefined;
  readonly cells: ReadonlyMap<string, Cell>;
  /** Signed records behind a direction, by partner. */
  readonly signs?: ReadonlyMap<string, Signs> | undefined;
  /** Redraws the scaled values; absent where the figures are a full count and nothing is left to chance. */
  readonly draw?: (random: Random) => ReadonlyMap<string, number>;
}

interface Cell {
  readonly amount: number;
  readonly scaled: number;
  readonly records: readonly string[];
}

/** An indicator laid over the partners in a year; nothing where it has no figures. */
export function layerOf(
  records: Records,
  mapping: Mapping,
  year: number,
  whole: readonly string[],
): Layer | undefined {
  if (mapping.indicator === 'records') return recordLayer(records, mapping, year);
  const found = observed(records, mapping.indicator, year, mapping.years);
  if (!found) return undefined;
  const { indicator, figures, period, source } = found;
  if (mapping.part === 'direction') {
    const cells = new Map(
      figures.map(({ partner, value, records }) => [
        partner,
        { amount: value, scaled: 2 * value - 1, records },
      ]),
    );
    const draw = (random: Random) =>
      new Map(
        figures.map(({ partner, value, low, high }) => {
          const deviation = low === undefined || high === undefined ? 0 : (high - low) / (2 * 1.6449); // 90 % interval to one standard deviation
          return [partner, 2 * Math.min(1, Math.max(0, value + deviation * random.normal())) - 1] as const;
        }),
      );
    return { mapping, title: indicator.title, unit: indicator.unit, period, source, cells, draw };
  }
  const positive = figures.map((figure) => ({ ...figure, value: Math.max(0, figure.value) })); // a negative stock is no tie
  const named = positive
    .filter(({ partner }) => whole.includes(partner))
    .reduce((sum, { value }) => sum + value, 0);
  const of = Math.max(found.total ?? 0, named); // a published total below its parts is no total
  if (of <= 0) return undefined;
  return {
    mapping,
    title: indicator.title,
    unit: indicator.unit,
    period,
    source,
    total: of,
    ...(found.total !== undefined && { coverage: named / of }),
    cells: new Map(
      positive.map(({ partner, value, records }) => [
        partner,
        { amount: value, scaled: value / of, records },
      ]),
    ),
  };
}

/** The dossier's own events and ties as an indicator. */
function recordLayer(records: Records, mapping: Mapping, year: number): Layer | undefined {
  const list = recordsOf(records, mapping.dimension, year, mapping.years);
  const common = {
    mapping,
    title: 'Events and ties',
    unit: 'records',
    period: mapping.years > 1 ? `${year - mapping.years + 1}/${year}` : String(year),
  };
  const of = (partner: string) => list.filter(({ parts }) => parts.has(partner));
  const partners = records.partners.filter((partner) => of(partner).length > 0);
  if (partners.length === 0) return undefined;
  if (mapping.part === 'weight') {
    if (list.length < fewestRecords) return undefined; // a share of one or two records would look like knowledge
    const total = list.length;
    const count = (sample: readonly SignedRecord[]): Map<string, number> => {
      const shares = new Map(partners.map((partner) => [partner, 0]));
      for (const { parts } of sample)
        for (const [partner, part] of parts)
          shares.set(partner, (shares.get(partner) ?? 0) + part / sample.length);
      return shares;
    };
    const scaled = count(list);
    return {
      ...common,
      total,
      cells: new Map(
        partners.map((partner) => [
          partner,
          {
            amount: (scaled.get(partner) ?? 0) * total,
            scaled: scaled.get(partner) ?? 0,
            records: of(partner).flatMap(({ ids }) => ids),
          },
        ]),
      ),
      draw: (random) =>
        count(list.map(() => list[Math.floor(random.uniform() * list.length)] as SignedRecord)),
    };
  }
  const counted = partners.flatMap((partner) => {
    const counts = countSigns(of(partner), partner);
    const value = netCooperation(counts.cooperative, counts.conflictual, counts.n);
    return typeof value === 'number' ? [{ partner, value, counts }] : [];
  });
  if (counted.length === 0) return undefined;
  return {
    ...common,
    unit: 'net cooperation',
    signs: new Map(counted.map(({ partner, counts }) => [partner, counts])),
    cells: new Map(
      counted.map(({ partner, value, counts }) => [
        partner,
        { amount: value, scaled: value, records: counts.records },
      ]),
    ),
    draw: (random) =>
      new Map(
        counted.map(({ partner, counts }) => [
          partner,
          2 * random.beta(counts.cooperative + 0.5, counts.conflictual + 0.5) - 1,
        ]),
      ),
  };
}

/** How much of the signed records about a partner is cooperation, how much conflict. */
export interface Signs {
  readonly cooperative: number;
  readonly conflictual: number;
  /** How many records, each counted whole; those that one passage tells are one. */
  readonly n: number;
  readonly records: readonly string[];
}

export function countSigns(list: readonly SignedRecord[], partner: string): Signs {
  const signed = list.filter((record) => record.sign !== 0 && record.parts.has(partner));
  const part = (sign: number) =>
    signed
      .filter((record) => record.sign === sign)
      .reduce((sum, { parts }) => sum + (parts.get(partner) ?? 0), 0);
  return {
    cooperative: part(1),
    conflictual: part(-1),
    n: signed.length,
    records: signed.flatMap(({ ids }) => ids),
  };
}
