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
export type ObservationRow = z.infer<typeof observationRow>;

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
    const one = check(observationRow, row, 'a row of the archive', 'data');
    latest.set(JSON.stringify([one.source, one.indicator, one.focal, one.partner, one.period]), one);
  }
  return [...latest.values()];
}
