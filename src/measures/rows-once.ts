import type { Answers, Question } from '../model/question.ts';

type Rows = Awaited<ReturnType<Answers['rows']>>;

/** How many questions are kept for an archive; a measure under every choice asks no more than these of the same data. */
const mostKept = 24;

/** Rows by the archive and the question, for as long as its data are the same. */
const kept = new WeakMap<Answers, { readonly version: string; readonly rows: Map<string, Promise<Rows>> }>();

/**
 * Rows of an archive, read once for the same question while its data are the same: a measure computed in many ways asks
 * for them again and again.
 */
export async function rowsOnce(answers: Answers, question: Question): Promise<Rows> {
  const version = await answers.version?.();
  if (version === undefined) return answers.rows(question);
  const own = kept.get(answers);
  const { rows } = own?.version === version ? own : { rows: new Map<string, Promise<Rows>>() };
  if (own?.rows !== rows) kept.set(answers, { version, rows });
  const key = JSON.stringify(question);
  const found = rows.get(key) ?? answers.rows(question);
  rows.delete(key); // so that what was asked for last goes last
  rows.set(key, found);
  found.catch(() => rows.delete(key));
  for (const oldest of [...rows.keys()].slice(0, Math.max(0, rows.size - mostKept))) rows.delete(oldest);
  return found;
}
