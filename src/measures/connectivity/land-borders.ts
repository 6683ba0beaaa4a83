import { z } from 'zod';
import { check } from '../../model/check.ts';
import { heldOn } from '../../model/date.ts';
import type { Answers } from '../../model/question.ts';
import { stateById } from '../../model/states.ts';
import { observationsOf } from '../asked.ts';
import { nothingOf } from '../measure.ts';
import { noWays } from './no-way.ts';

/** States on the Caspian, which is no way to the open sea. */
export const caspianStates: readonly string[] = ['AZE', 'IRN', 'KAZ', 'RUS', 'TKM'];

/** Data sets that know who borders on whom: one knows today’s borders, the other those of the past. */
const today = 'factbook';
const past = 'cow-contiguity';

const nullable = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);
const tieRow = z.object({
  kind: z.string(),
  a: z.string(),
  b: z.string(),
  from: nullable,
  to: nullable,
  source: z.string(),
});

/** All that the archive knows of borders and coasts. */
export interface BordersAndCoasts {
  readonly ties: readonly z.output<typeof tieRow>[];
  /** Length of the coast in km by state, without inland seas; of the Factbook. */
  readonly coasts: Readonly<Record<string, number>>;
  /** Year of the edition of the Factbook, where it is there. */
  readonly edition?: number | undefined;
}

/**
 * Borders and coasts from the archive.
 *
 * @throws MultivectorError `missing` where it has no borders
 */
export async function readBorders(answers: Answers): Promise<BordersAndCoasts> {
  const [rows, coasts, lengths] = await Promise.all([
    answers.rows({
      table: 'tie',
      columns: ['kind', 'a', 'b', 'from', 'to', 'source'],
      where: { kind: ['border', 'contiguity'], source: [today, past] },
      order: ['source', 'kind', 'a', 'b', 'from'],
    }),
    observationsOf(answers, { indicator: 'coastline', source: today }),
    observationsOf(answers, { indicator: 'border-length', source: today }),
  ]);
  const ties = rows.map((row) => check(tieRow, row, 'a row of the archive', 'data'));
  if (!ties.some(({ kind }) => kind === 'border')) throw nothingOf('land borders', 'factbook');
  const editions = lengths.map(({ period }) => Number(period));
  return {
    ties: ties.filter(({ a, b }) => stateById.has(a) && stateById.has(b)),
    coasts: Object.fromEntries(
      coasts.flatMap(({ focal, value }) => (value === undefined ? [] : [[focal, value]])),
    ),
    edition: editions.length > 0 ? Math.max(...editions) : undefined,
  };
}

/** Who borders on whom in a year, and who has a coast on the open sea. */
export interface BordersOfYear {
  readonly year: number;
  /** Each pair once, in the order of the codes. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly coastal: ReadonlySet<string>;
  readonly source: string;
  readonly coastFrom: 'factbook' | 'cow-contiguity';
}

/** The last day that Correlates of War covers is open, `2016-12/..`; its first day is how far its data reach. */
const lastOf = (ties: BordersAndCoasts['ties']): number =>
  ties.reduce(
    (last, { source, to }) => (source === past && to ? Math.max(last, Number(to.slice(0, 4))) : last),
    0,
  );

/** The last year of which the archive knows borders. */
export const lastBorders = ({ ties, edition }: BordersAndCoasts): number => edition ?? lastOf(ties);

/**
 * Borders of a year: those of Correlates of War on 1 July as far as it reaches, after that those of the Factbook. A
 * coast is what the Factbook measures, else water between two states that is not the Caspian’s.
 */
export function bordersOf(known: BordersAndCoasts, year: number): BordersOfYear {
  const has = (source: string): boolean => known.ties.some((tie) => tie.source === source);
  const source = has(past) && (year <= lastOf(known.ties) || !has(today)) ? past : today;
  const day = `${year}-07-01`;
  const holding = known.ties.filter(
    (tie) =>
      tie.source === source &&
      heldOn(day, tie.from, tie.to) &&
      !noWays.some(
        (no) => no.source === source && [no.a, no.b].every((end) => end === tie.a || end === tie.b),
      ),
  );
  const pairs = new Map(
    holding
      .filter(({ kind }) => kind === 'border')
      .map(({ a, b }) => (a < b ? ([a, b] as const) : ([b, a] as const)))
      .map((pair) => [pair.join('-'), pair]),
  );
  const isMeasured = Object.keys(known.coasts).length > 0;
  const coastal = isMeasured
    ? Object.entries(known.coasts).flatMap(([state, length]) => (length > 0 ? [state] : []))
    : known.ties
        .filter(
          ({ kind, a, b, from, to }) =>
            kind === 'contiguity' &&
            heldOn(day, from, to) &&
            !(caspianStates.includes(a) && caspianStates.includes(b)),
        )
        .flatMap(({ a, b }) => [a, b]);
  return {
    year,
    pairs: [...pairs.values()].sort(([a, b], [c, d]) => (a + b < c + d ? -1 : 1)),
    coastal: new Set(coastal),
    source,
    coastFrom: isMeasured ? today : past,
  };
}
