import { actorsOf, world } from '../../model/actors.ts';
import { periodYear } from '../../model/date.ts';
import { type Indicator, indicatorById } from '../../model/indicator.ts';
import type { Observation, Records } from '../../model/records.ts';
import { midYear } from './signed-records.ts';

/** One partner's figure of an indicator, whole or made of its members' figures. */
export interface ObservedFigure {
  readonly partner: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly records: readonly string[];
}

/** An indicator's figures for one year, all of one source so that they can be compared. */
export interface Observed {
  readonly indicator: Indicator;
  readonly source: string;
  /** First and last period used: `2013/2022`, or one year. */
  readonly period: string;
  readonly figures: readonly ObservedFigure[];
  /** The published total of the whole world, where there is one. */
  readonly total?: number | undefined;
}

interface Series {
  readonly source: string;
  /** partner → year → figure */
  readonly byPartner: ReadonlyMap<string, ReadonlyMap<number, Observation>>;
  readonly first: number;
  readonly last: number;
}

const seriesCache = new WeakMap<object, Map<string, readonly Series[]>>();

/** The sources of an indicator about an actor, each with its figures by partner and year. */
function seriesOf(records: Records, focal: string, indicator: string): readonly Series[] {
  const cache = seriesCache.get(records) ?? new Map<string, readonly Series[]>();
  seriesCache.set(records, cache);
  const key = `${focal} ${indicator}`;
  const known = cache.get(key);
  if (known) return known;
  const bySource = new Map<string, Map<string, Map<number, Observation>>>();
  for (const observation of records.observations) {
    if (observation.indicator !== indicator || observation.focal !== focal || observation.value === undefined)
      continue;
    const partners = bySource.get(observation.source) ?? new Map<string, Map<number, Observation>>();
    bySource.set(observation.source, partners);
    const partner = observation.partner ?? '';
    const years = partners.get(partner) ?? new Map<number, Observation>();
    partners.set(partner, years);
    years.set(periodYear(observation.period), observation);
  }
  const series = [...bySource].map(([source, byPartner]): Series => {
    const years = [...byPartner.values()].flatMap((figures) => [...figures.keys()]);
    return { source, byPartner, first: Math.min(...years), last: Math.max(...years) };
  });
  cache.set(key, series);
  return series;
}

/**
 * Figures of an indicator for each partner in a year, from one source: the one that covers most partners, then the
 * newest, then the first by id. Figures of an earlier year stand in for as long as the indicator allows (`carry`).
 *
 * @param years how many years are added up, the given one the last
 * @returns nothing where no source has a figure
 */
export function observed(
  records: Records,
  indicatorId: string,
  year: number,
  years = 1,
): Observed | undefined {
  const indicator = indicatorById.get(indicatorId);
  if (!indicator) return undefined;
  const candidates = seriesOf(records, records.focal, indicatorId)
    .flatMap((series) =>
      years > 1
        ? windowOf(records, indicator, series, year, years)
        : yearsAt(indicator, series, year).map((at) => gather(records, indicator, series, at, at)),
    )
    .filter(({ figures }) => figures.some(({ value }) => value !== 0));
  return candidates.sort(
    (a, b) =>
      b.figures.length - a.figures.length ||
      (a.period < b.period ? 1 : a.period > b.period ? -1 : 0) ||
      (a.source < b.source ? -1 : 1),
  )[0];
}

/** The years of a source that may stand for the year. */
function yearsAt({ carry }: Indicator, { byPartner }: Series, year: number): number[] {
  const years = new Set([...byPartner.values()].flatMap((figures) => [...figures.keys()]));
  return [...years].filter((at) => carry === Number.POSITIVE_INFINITY || (at <= year && year - at <= carry));
}

function windowOf(
  records: Records,
  indicator: Indicator,
  series: Series,
  year: number,
  years: number,
): Observed[] {
  if (series.first > year || year - series.last > indicator.carry) return [];
  return [gather(records, indicator, series, Math.max(year - years + 1, series.first), year)];
}

function gather(records: Records, indicator: Indicator, series: Series, from: number, to: number): Observed {
  const figures = records.partners.flatMap(
    (partner) => figureOf(records, indicator, series, partner, from, to) ?? [],
  );
  const whole = within(series, world, from, to);
  return {
    indicator,
    source: series.source,
    period: from === to ? String(to) : `${from}/${to}`,
    figures,
    total:
      whole.length > 0 ? sum(whole) : indicator.unit === 'share' && indicator.group === 'sum' ? 1 : undefined,
  };
}

const sum = (observations: readonly Observation[]): number =>
  observations.reduce((total, { value }) => total + (value ?? 0), 0);

function within(series: Series, partner: string, from: number, to: number): Observation[] {
  return [...(series.byPartner.get(partner) ?? [])]
    .filter(([year]) => from <= year && year <= to)
    .map(([, observation]) => observation);
}

function figureOf(
  records: Records,
  indicator: Indicator,
  series: Series,
  partner: string,
  from: number,
  to: number,
): ObservedFigure | undefined {
  const own = within(series, partner, from, to);
  const [only] = own;
  if (own.length === 1 && only)
    return { partner, value: only.value ?? 0, low: only.low, high: only.high, records: [only.id] };
  if (own.length > 1) return { partner, value: sum(own), records: own.map(({ id }) => id) };

  const actors = actorsOf(records);
  const states = [...series.byPartner.keys()].filter((id) => id !== world && id !== '');
  if (indicator.group !== 'none') {
    const ofMembers: Observation[] = [];
    // A partner that has left the group by the last year stands for itself in all of them, and is not added up twice.
    const apart = (state: string) =>
      records.partners.includes(state) && !actors.isMember(state, partner, midYear(to));
    for (let year = from; year <= to; year++)
      for (const state of states)
        if (!apart(state) && actors.isMember(state, partner, midYear(year)))
          ofMembers.push(...within(series, state, year, year));
    if (ofMembers.length > 0) {
      const value = indicator.group === 'sum' ? sum(ofMembers) : sum(ofMembers) / ofMembers.length;
      return { partner, value, records: ofMembers.map(({ id }) => id) };
    }
  }
  return indicator.complete && covers(series, from, to) ? { partner, value: 0, records: [] } : undefined;
}

/** A source that lists every partner says by silence that there was nothing, in the years it covers. */
function covers(series: Series, from: number, to: number): boolean {
  return within(series, world, from, to).length > 0;
}

/** An actor's own figure (no partner), the newest that may stand for the year. */
export function ownFigure(
  records: Records,
  actor: string,
  indicatorId: string,
  year: number,
): (ObservedFigure & { readonly period: string; readonly source: string }) | undefined {
  const indicator = indicatorById.get(indicatorId);
  if (!indicator) return undefined;
  const found = seriesOf(records, actor, indicatorId)
    .flatMap((series) =>
      [...(series.byPartner.get('') ?? [])].map(([at, observation]) => ({ at, observation })),
    )
    .filter(({ at }) => at <= year && year - at <= indicator.carry)
    .sort((a, b) => b.at - a.at || (a.observation.source < b.observation.source ? -1 : 1))[0];
  if (!found) return undefined;
  const { observation } = found;
  return {
    partner: actor,
    value: observation.value ?? 0,
    low: observation.low,
    high: observation.high,
    records: [observation.id],
    period: observation.period,
    source: observation.source,
  };
}
