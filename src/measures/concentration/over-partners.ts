import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { gap, isGap, type Value } from '../../model/gap.ts';
import type { Computed, Evidence, MeasureRequest } from '../measure.ts';
import { noteOf } from '../partners/amounts-note.ts';
import { amountChoices } from '../partners/choices.ts';
import { armsDeals, type Deal } from '../partners/deals.ts';
import { type MirrorFigure, mirrorReports } from '../partners/mirror.ts';
import { amountsAt, type PartnerAmounts } from '../partners/partner-amounts.ts';
import { seriesOf } from '../partners/series-at-hand.ts';
import { ofSource, sourcesOverTime, usualYears, windowEnds, yearsToRead } from '../partners/windows.ts';
import { dealInterval } from './deal-interval.ts';
import { measured, type Spread, spreadOf } from './spread.ts';

/** What every measure of concentration leaves to its user. */
export const spreadChoices = {
  ...amountChoices,
  union: z.boolean().default(false).describe('count the members of the European Union as one partner'),
};

export type SpreadRequest = MeasureRequest<z.output<z.ZodObject<typeof spreadChoices>>>;

/** How a measure of concentration is made of shares, the greatest first or not. */
export interface SpreadMeasure {
  readonly id: string;
  /** Schur-convex or Schur-concave, so that the ends of a spread give its sharp bounds. */
  readonly of: (shares: readonly number[], spread: Spread, amounts: PartnerAmounts) => Value;
  /** What a figure has beside its value. */
  readonly with?: (spread: Spread) => {
    readonly partner?: string | undefined;
    readonly records?: readonly string[];
    readonly say?: string | undefined;
  };
}

/** A figure for each year, or window of years, from the amounts of one source each. */
export async function overPartners(
  { focal, from, to, choices }: SpreadRequest,
  evidence: Evidence,
  how: SpreadMeasure,
): Promise<Computed> {
  const { indicator, source, union, years = usualYears(indicator) } = choices;
  const read = yearsToRead(from, to, years);
  const series = ofSource(await seriesOf(evidence, focal, indicator, read), source);
  const at = windowEnds(series, from, to, years).map(
    (year) => [year, amountsAt(series, year, years, source)] as const,
  );
  const used = at.flatMap(([, amounts]) => amounts ?? []);
  const side =
    indicator === 'arms-imports' ? 'recipient' : indicator === 'arms-exports' ? 'supplier' : undefined;
  const archived = used.some(({ basis }) => basis === 'archive') ? evidence.archive : undefined;
  const deals = archived && side ? await armsDeals(archived, focal, side) : [];
  const reports =
    archived && (indicator === 'exports' || indicator === 'imports')
      ? await mirrorReports(archived, focal, indicator, read)
      : new Map<number, Map<string, MirrorFigure>>();
  const figures = at.map(([year, amounts]): Figure => {
    if (!amounts)
      return {
        about: focal,
        period: years === 1 ? String(year) : `${year - years + 1}/${year}`,
        value: gap(
          'not-covered',
          `no source at hand has ${indicator} of ${years === 1 ? 'the year' : 'these years'}`,
        ),
        n: 0,
      };
    return figureOf(amounts, union, how, deals, years === 1 ? reports.get(year) : undefined);
  });
  const bases = new Set(used.map(({ basis }) => basis));
  const change = sourcesOverTime(
    used.filter(({ whole, amounts }) => whole !== undefined && amounts.size > 0),
  );
  return {
    figures,
    basis: bases.size > 1 ? 'dossier and archive' : bases.has('dossier') ? 'dossier' : 'archive',
    sources: [...new Set(used.map((amounts) => amounts.source))],
    notes: [
      ...(figures.length === 0 ? [`nothing is at hand of ${indicator} of ${focal}`] : []),
      ...(change === undefined ? [] : [change]),
    ],
  };
}

function figureOf(
  amounts: PartnerAmounts,
  union: boolean,
  how: SpreadMeasure,
  deals: readonly Deal[],
  reports: ReadonlyMap<string, MirrorFigure> | undefined,
): Figure {
  const { focal: about, period, source, basis } = amounts;
  const spread = spreadOf(amounts, union);
  const head = { about, period, source: basis === 'archive' ? source : undefined };
  if (isGap(spread)) return { ...head, value: spread, n: 0, note: noteOf(amounts) };
  const { value, interval } = measured(spread, (shares) => how.of(shares, spread, amounts));
  const own = isGap(value) ? undefined : how.with?.(spread);
  const records = own?.records ?? spread.partners.flatMap((one) => one.records);
  const n = spread.partners.filter(({ share }) => share > 0).length;
  return {
    ...head,
    value,
    interval: isGap(value)
      ? undefined
      : deals.length > 0
        ? dealInterval(deals, amounts, union, value, (shares) => how.of(shares, spread, amounts), how.id)
        : (interval ?? gap('not-applicable', 'a full count: neither chance nor choice is in it')),
    n,
    partner: own?.partner,
    records: records.length > 0 ? records : undefined,
    note: noteOf(amounts, own?.say, reports && mirrorNote(amounts, reports, union, how)),
  };
}

/** The value with the partners' own figures in the place of the focal state's, where some are at hand. */
function mirrorNote(
  amounts: PartnerAmounts,
  reports: ReadonlyMap<string, MirrorFigure>,
  union: boolean,
  how: SpreadMeasure,
): string | undefined {
  if (amounts.mirrored || amounts.list !== 'complete' || amounts.unit !== 'USD million') return undefined;
  const own = new Map(amounts.amounts);
  const named: string[] = [];
  for (const [partner, { value, source }] of reports) {
    const known = own.get(partner);
    if (!known || source === amounts.source) continue;
    own.set(partner, { ...known, value });
    named.push(partner);
  }
  if (named.length === 0) return undefined;
  const whole = [...own.values()].reduce((sum, { value }) => sum + value, 0);
  const other = spreadOf({ ...amounts, amounts: own, whole, rest: 0 }, union);
  if (isGap(other)) return undefined;
  const { value } = measured(other, (shares) => how.of(shares, other, amounts));
  return isGap(value)
    ? undefined
    : `with what ${named.sort().join(', ')} report${named.length === 1 ? 's' : ''} instead: ${value.toPrecision(3)}`;
}
