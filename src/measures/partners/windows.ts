import { MultivectorError } from '../../model/errors.ts';
import type { PartnerSeries } from './partner-series.ts';
import { type Quantity, silenceIsNone } from './quantities.ts';
import type { Years } from './series-at-hand.ts';

/** Years that are added up where the user says nothing: arms come in lumps, so ten. */
export const usualYears = (quantity: Quantity): number => (silenceIsNone.has(quantity) ? 10 : 1);

/** The years to read for figures of some periods. */
export const yearsToRead = (from: string | undefined, to: string | undefined, years: number): Years => ({
  from: from === undefined ? undefined : Number(from) - years + 1,
  to: to === undefined ? undefined : Number(to),
});

/**
 * The last years of the windows that figures are given for: what is asked for; else from the first year of any series
 * (and of the first whole window) to the last, so that what is missing between them shows.
 */
export function windowEnds(
  series: readonly PartnerSeries[],
  from: string | undefined,
  to: string | undefined,
  years: number,
): number[] {
  let [earliest, latest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const one of series)
    for (const year of one.years.keys()) {
      earliest = Math.min(earliest, year);
      latest = Math.max(latest, year);
    }
  const first = from === undefined ? earliest + years - 1 : Number(from);
  const last = to === undefined ? latest : Number(to);
  return first <= last && Number.isFinite(first) && Number.isFinite(last)
    ? Array.from({ length: last - first + 1 }, (_, i) => first + i)
    : [];
}

/** @throws MultivectorError `input` where the user's source is none of those at hand */
export function ofSource(
  series: readonly PartnerSeries[],
  source: string | undefined,
): readonly PartnerSeries[] {
  if (source === undefined) return series;
  const found = series.filter((one) => one.source === source);
  if (found.length > 0 || series.length === 0) return found;
  throw new MultivectorError('input', `“${source}” has no such figures`, {
    hint: `there are: ${[...new Set(series.map((one) => one.source))].sort().join(', ')}`,
  });
}

/** The years that each source speaks for, where there are several: “cow-trade 1991–2014, kaz-trade 2018–2023”. */
export function sourcesOverTime(
  used: readonly { readonly source: string; readonly to: number }[],
): string | undefined {
  const spans: { source: string; from: number; to: number }[] = [];
  for (const { source, to } of used) {
    const last = spans.at(-1);
    if (last?.source === source) last.to = to;
    else spans.push({ source, from: to, to });
  }
  if (spans.length < 2) return undefined;
  const words = spans.map(({ source, from, to }) => `${source} ${from === to ? from : `${from}–${to}`}`);
  return `the source changes, and a step between them may be the source’s: ${words.join(', ')}`;
}
