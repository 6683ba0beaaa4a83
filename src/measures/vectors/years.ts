import { periodYear, sortDay } from '../../model/date.ts';
import { dimensions } from '../../model/dimension.ts';
import type { Figure } from '../../model/figure.ts';
import { isGap } from '../../model/gap.ts';
import { indicatorById } from '../../model/indicator.ts';
import type { Records } from '../../model/records.ts';
import type { Mapping } from './mapping.ts';
import { measureDimension } from './vectors.ts';

/** A year beyond all others stands for a date that nobody knows. */
const unknownYear = 9999;

/**
 * The years to compute: from the first to the last of which there are figures or events, or as asked for.
 *
 * @param from first year, where one is asked for; of `from` alone all years since, of `to` alone all until then
 */
export function yearsOf(records: Records, from?: string, to?: string): number[] {
  const known = [
    ...records.observations
      .filter(({ indicator }) => indicatorById.get(indicator)?.carry !== Number.POSITIVE_INFINITY)
      .map(({ period }) => periodYear(period)),
    ...records.events.map(({ date }) => Number(sortDay(date).slice(0, 4))),
  ].filter(
    (year) =>
      year < unknownYear &&
      (records.asKnownOn === undefined || year <= Number(records.asKnownOn.slice(0, 4))),
  );
  const first = from === undefined ? known.reduce((a, b) => Math.min(a, b), unknownYear) : Number(from);
  const last =
    to === undefined
      ? known.reduce((a, b) => Math.max(a, b), from === undefined ? 0 : Number(from))
      : Number(to);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** Without the years before the first and after the last that has a number: nothing is told there by anyone. */
export function told(
  figures: readonly Figure[],
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Figure[] {
  const years = figures.filter(({ value }) => !isGap(value)).map(({ period }) => Number(period));
  if (years.length === 0) return [...figures];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return figures.filter(
    ({ period }) =>
      (asked.from !== undefined || Number(period) >= first) &&
      (asked.to !== undefined || Number(period) <= last),
  );
}

/** How many of a dossier's last years are looked at for the one of which most is told. */
const recentYears = 12;

/**
 * The year of which most is told, the latest of several: of a dossier's last years that with the greatest number of
 * weights with a direction; from the archive, whose sources end in different years and know few directions, of all years
 * that with the greatest number of weights, over all states together.
 *
 * @param some records of one state, or of those that are compared
 * @returns nothing where nothing is told of any year
 */
export function bestYear(
  some: readonly Records[],
  evidence: 'dossier' | 'archive',
  mappings?: readonly Mapping[],
): number | undefined {
  const known = [...new Set(some.flatMap((records) => yearsOf(records)))].sort((a, b) => a - b);
  const counted = (evidence === 'dossier' ? known.slice(-recentYears) : known).map((year) => ({
    year,
    n: some
      .flatMap((records) =>
        dimensions.flatMap(
          (dimension) =>
            measureDimension(records, dimension, { year, draws: 0, ...(mappings && { mappings }) }).vectors,
        ),
      )
      .filter(({ weight, direction }) => !isGap(weight) && (evidence === 'archive' || !isGap(direction)))
      .length,
  }));
  return counted.toSorted((a, b) => b.n - a.n || b.year - a.year)[0]?.year;
}
