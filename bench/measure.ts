import { spawnSync } from 'node:child_process';

/** The middle value; the mean of the two in the middle where there are as many above as below. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** Milliseconds of a whole process, from start to exit. */
export function processTime(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

/** What was timed, in milliseconds: ours and the alternative in turn, so that the machine’s moods fall on both. */
export interface Comparison {
  readonly name: string;
  readonly alternative: string;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** Runs both in turn, once to warm up and then `runs` times. */
export async function compare(
  name: string,
  ours: () => number | Promise<number>,
  alternative: string,
  theirs: () => number | Promise<number>,
  runs = 5,
): Promise<Comparison> {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let run = 0; run <= runs; run++) {
    const [a, b] = [await ours(), await theirs()];
    if (run === 0) continue;
    times.ours.push(a);
    times.theirs.push(b);
  }
  return { name, alternative, ...times };
}

/** The comparison on two lines: medians with their ranges, and the median of the ratios run by run. */
export function report({ name, alternative, ours, theirs }: Comparison): string {
  const range = (values: readonly number[]) =>
    `${Math.round(median(values))} ms (${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))})`;
  const ratios = ours.map((time, run) => time / (theirs[run] ?? Number.NaN));
  return `${name}: ${range(ours)}\n  beside ${alternative}: ${range(theirs)}; ratio ${median(ratios).toFixed(2)}`;
}
