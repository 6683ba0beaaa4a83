import { dimensions } from '../model/dimension.ts';
import type { Workbench } from '../workbench.ts';
import { yearsOf } from './measure-routes.ts';

/**
 * Computes what a page will ask for between requests: the year it opens with, then all others, one at a time so that
 * no request waits for more than one.
 *
 * @returns stops it
 */
export function warm(workbench: Workbench): () => void {
  const first = workbench.defaultYear();
  const years = yearsOf(workbench).toSorted((a, b) => Math.abs(a - first) - Math.abs(b - first));
  const rest = years.flatMap((year) => dimensions.map((dimension) => [dimension, year] as const));
  const others = rest.length - dimensions.length;
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    const one = rest.shift();
    if (!one) return;
    workbench.measured(...one);
    // The year of the first page at once; the others leave the machine to the browser that opens it.
    timer = setTimeout(next, rest.length > others ? 0 : 25);
    timer.unref();
  };
  timer = setTimeout(next, 0);
  timer.unref();
  return () => clearTimeout(timer);
}
