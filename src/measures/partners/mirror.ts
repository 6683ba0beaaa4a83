import { z } from 'zod';
import { check } from '../../model/check.ts';
import type { Answers } from '../../model/question.ts';
import { rowsOnce } from '../rows-once.ts';
import type { Years } from './series-at-hand.ts';

/** What partners themselves report of their exchange with a state. */
export interface MirrorFigure {
  readonly value: number;
  readonly source: string;
}

/**
 * Sources with one figure for each flow, made from the reports of both sides or of the importer: they mirror nobody.
 */
export const reconciled: ReadonlySet<string> = new Set(['cow-trade', 'baci', 'factbook']);

const rowsSchema = z.array(
  z.object({
    focal: z.string(),
    period: z.string(),
    value: z.number().nullish(),
    source: z.string(),
  }),
);

/** By which flow of the partner a flow is mirrored. */
export const mirrorOf = { exports: 'imports', imports: 'exports' } as const;

/**
 * What partners report of a flow from their side: of a state's exports their imports from it.
 *
 * @param flow of the focal state
 * @returns by year, then partner; of several sources the first by id
 */
export async function mirrorReports(
  archive: Answers,
  focal: string,
  flow: keyof typeof mirrorOf,
  { from, to }: Years = {},
): Promise<Map<number, Map<string, MirrorFigure>>> {
  const rows = check(
    rowsSchema,
    await rowsOnce(archive, {
      table: 'observation',
      columns: ['focal', 'period', 'value', 'source', 'published'],
      where: {
        indicator: mirrorOf[flow],
        partner: focal,
        ...((from !== undefined || to !== undefined) && {
          period: {
            from: from === undefined ? undefined : String(from),
            to: to === undefined ? undefined : String(to),
          },
        }),
      },
      order: ['published', 'source', 'focal', 'period'],
    }),
    'rows of the archive',
    'data',
  );
  const years = new Map<number, Map<string, MirrorFigure>>();
  for (const { focal: partner, period, value, source } of rows) {
    if (reconciled.has(source) || value === null || value === undefined || !/^\d{4}$/.test(period)) continue;
    const year = years.get(Number(period)) ?? new Map<string, MirrorFigure>();
    years.set(Number(period), year);
    const known = year.get(partner);
    if (!known || known.source >= source) year.set(partner, { value, source });
  }
  return years;
}
