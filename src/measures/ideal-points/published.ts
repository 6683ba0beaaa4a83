import { membersOn } from '../../model/european-union.ts';
import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import { observationsOf } from '../asked.ts';
import { type Evidence, nothingOf } from '../measure.ts';
import { countingDay } from './positions-of.ts';

/** The authors' own estimates, as a data set. */
export const publishedSource = 'unga-ideal-points';

/** Share of the posterior between the quantiles that are published with each point. */
const publishedLevel = 0.9;

const ofGroup = gap('not-applicable', 'quantiles are published for single states, which do not add up');

/** A published point of each state in each year, by state. */
export async function publishedPoints(
  who: readonly string[],
  evidence: Evidence,
): Promise<Map<string, Map<number, Figure>>> {
  const states = [...new Set(who.flatMap((one) => (one === 'EU' ? membersOn() : [one])))];
  const rows = evidence.archive
    ? await observationsOf(evidence.archive, {
        indicator: 'ideal-point',
        source: publishedSource,
        focal: states,
      })
    : [];
  if (rows.length === 0) throw nothingOf('published ideal points', publishedSource);
  const figures = new Map<string, Map<number, Figure>>();
  for (const { focal, period, value, low, high, n, source } of rows) {
    if (value === undefined) continue;
    const own = figures.get(focal) ?? new Map<number, Figure>();
    figures.set(focal, own);
    own.set(Number(period), {
      about: focal,
      period,
      value,
      interval:
        low === undefined || high === undefined
          ? gap('unknown', 'none is published')
          : { low, high, level: publishedLevel, method: 'monte-carlo' },
      n: n ?? 0,
      source,
    });
  }
  if (who.includes('EU')) figures.set('EU', unionOf(figures));
  return figures;
}

/** The mean of the members on the day, each year. */
function unionOf(figures: ReadonlyMap<string, ReadonlyMap<number, Figure>>): Map<number, Figure> {
  const years = [...new Set([...figures.values()].flatMap((own) => [...own.keys()]))].sort();
  return new Map(
    years.flatMap((year): [number, Figure][] => {
      const members = membersOn(`${year}-${countingDay}`).flatMap(
        (state) => figures.get(state)?.get(year) ?? [],
      );
      if (members.length === 0) return [];
      const value =
        members.reduce((sum, one) => sum + (typeof one.value === 'number' ? one.value : 0), 0) /
        members.length;
      const n = members.reduce((sum, one) => sum + one.n, 0);
      const figure = {
        about: 'EU',
        period: String(year),
        value,
        interval: ofGroup,
        n,
        source: publishedSource,
      };
      return [[year, figure]];
    }),
  );
}
