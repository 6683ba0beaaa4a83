import { z } from 'zod';
import { check } from '../../model/check.ts';
import type { Answers, Question } from '../../model/question.ts';
import type { Records } from '../../model/records.ts';
import type { Evidence } from '../measure.ts';
import { rowsOnce } from '../rows-once.ts';
import { assembled, type PartnerRow, type PartnerSeries, waysOf } from './partner-series.ts';
import { goesOnAs, type Quantity, type Way } from './quantities.ts';

const orNothing = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

const rowsSchema = z.array(
  z.object({
    focal: z.string(),
    partner: z.string().nullish().transform(orNothing),
    indicator: z.string(),
    period: z.string(),
    value: z.number().nullish().transform(orNothing),
    unit: z.string(),
    source: z.string(),
  }),
);

/** First and last year wanted, both included. */
export interface Years {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** The archive's rows for some ways, of one side; a later edition comes after an earlier one. */
async function rowsFor(
  archive: Answers,
  side: Way['side'],
  those: readonly Way[],
  focals: readonly string[],
  { from, to }: Years,
): Promise<PartnerRow[]> {
  const wanted = those.filter((way) => way.side === side);
  if (wanted.length === 0 || focals.length === 0) return [];
  const sources = [...new Set(wanted.flatMap(({ lists }) => Object.keys(lists)))];
  const earlier = Object.entries(goesOnAs).flatMap(([was, is]) => (focals.includes(is) ? [was] : []));
  const where: NonNullable<Question['where']> = {
    indicator: [...new Set(wanted.map(({ indicator }) => indicator))],
    [side]: [...focals, ...earlier],
    ...(wanted.every(({ only }) => only) && { source: sources }),
    ...((from !== undefined || to !== undefined) && {
      period: {
        from: from === undefined ? undefined : String(from),
        to: to === undefined ? undefined : String(to),
      },
    }),
  };
  const rows = await rowsOnce(archive, {
    table: 'observation',
    columns: ['focal', 'partner', 'indicator', 'period', 'value', 'unit', 'source', 'published'],
    where,
    order: ['published', 'indicator', 'focal', 'partner', 'period', 'source'],
  });
  return check(rowsSchema, rows, 'rows of the archive', 'data');
}

/**
 * What the archive has of a quantity for some states, one series for each state and source: one question for each side
 * on which the states stand, however many partners there are.
 */
export async function archivedSeries(
  archive: Answers,
  focals: readonly string[],
  quantity: Quantity,
  years: Years = {},
): Promise<PartnerSeries[]> {
  const those = waysOf(quantity);
  const rows = {
    focal: await rowsFor(archive, 'focal', those, focals, years),
    partner: await rowsFor(archive, 'partner', those, focals, years),
  };
  return assembled(quantity, (way) => rows[way.side], 'archive');
}

/** What a dossier has of a quantity about its focal state, one series for each source. */
export function dossierSeries(records: Records, quantity: Quantity): PartnerSeries[] {
  const rows = records.observations.filter(({ focal }) => focal === records.focal);
  return assembled(quantity, (way) => (way.side === 'focal' ? rows : []), 'dossier');
}

/** What there is about one state: the archive's series, and those of its dossier, if it has one. */
export async function seriesOf(
  { archive, hasDossier, records }: Pick<Evidence, 'archive' | 'hasDossier' | 'records'>,
  focal: string,
  quantity: Quantity,
  years: Years = {},
): Promise<PartnerSeries[]> {
  return [
    ...(archive ? await archivedSeries(archive, [focal], quantity, years) : []),
    ...((await hasDossier(focal)) ? dossierSeries(await records(focal), quantity) : []),
  ];
}
