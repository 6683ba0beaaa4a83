import { z } from 'zod';
import { check } from '../model/check.ts';
import type { Answers, Question } from '../model/question.ts';

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? undefined);
const number = z
  .number()
  .nullable()
  .transform((value) => value ?? undefined);

const observationRow = z.object({
  focal: z.string(),
  partner: text,
  indicator: z.string(),
  period: z.string(),
  value: number,
  low: number,
  high: number,
  n: number,
  unit: z.string(),
  gap: z
    .enum(['no-records', 'too-few-records', 'not-covered', 'not-applicable', 'confidential', 'unknown'])
    .nullable()
    .transform((value) => value ?? undefined),
  source: z.string(),
  locator: text,
  method: text,
  published: text,
});

/** A number of the archive, of the edition published last. */
export type ObservationRow = Omit<z.infer<typeof observationRow>, 'published'> & {
  /** When the first edition that has it was published, where the archive knows. */
  readonly known?: string | undefined;
};

/** Rows of the archive's table of observations; of one number in several editions the one published last. */
export async function observationsOf(
  answers: Answers,
  where: NonNullable<Question['where']>,
): Promise<ObservationRow[]> {
  const rows = await answers.rows({
    table: 'observation',
    where,
    order: ['indicator', 'focal', 'partner', 'period', 'source', 'published'],
  });
  const latest = new Map<string, ObservationRow>();
  for (const row of rows) {
    const { published, ...one } = check(observationRow, row, 'a row of the archive', 'data');
    const key = JSON.stringify([one.source, one.indicator, one.focal, one.partner, one.period]);
    latest.set(key, { ...one, known: latest.get(key)?.known ?? published });
  }
  return [...latest.values()];
}
