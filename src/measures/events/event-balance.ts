import { MultivectorError } from '../../model/errors.ts';
import { type Gap, gap, type Interval, type Value } from '../../model/gap.ts';
import { intensityOf, ontology, type QuadClass, quadClasses } from '../../model/ontology.ts';
import type { Event } from '../../model/records.ts';
import { level, shareInterval } from './share-interval.ts';

export { level } from './share-interval.ts';

/** Fewer signed records than this about a partner give no direction, fewer records of a dimension no weights. */
export const fewestRecords = 3;

export const tooFew = (n: number, fewest = fewestRecords): Gap =>
  gap('too-few-records', `${n} of at least ${fewest}`);

/** Only what happened counts: a promise, a plan or hearsay is not an event. */
export const hasHappened = (event: Pick<Event, 'status'>): boolean =>
  event.status === 'occurred' || event.status === 'ongoing';

/** Score of an event on the Goldstein scale: its own, or the ontology's for its root and mode. */
export const eventIntensity = (event: Pick<Event, 'intensity' | 'root' | 'mode'>): number =>
  event.intensity ?? intensityOf(event.root, event.mode);

/**
 * Net cooperation (C − K) / (C + K), C and K the numbers of cooperative and conflictual records.
 *
 * @param cooperative C ≥ 0; records shared among several partners count in part
 * @param conflictual K ≥ 0
 * @param n how many records that is; below `fewest` there is no answer
 * @returns from −1 (all conflict) to 1 (all cooperation)
 * @throws MultivectorError `input`, if a count is negative or not finite
 * @example netCooperation(9, 3, 12) // 0.5
 */
export function netCooperation(
  cooperative: number,
  conflictual: number,
  n = cooperative + conflictual,
  fewest = fewestRecords,
): Value {
  checkCounts(cooperative, conflictual);
  if (n === 0) return gap('no-records');
  if (n < fewest || cooperative + conflictual === 0) return tooFew(n, fewest);
  return (cooperative - conflictual) / (cooperative + conflictual);
}

/**
 * Equal-tailed interval of net cooperation, from the Beta posterior of the cooperative share under Jeffreys' prior,
 * Beta(C + ½, K + ½), mapped to [−1, 1]. An end at the edge of what was seen (K = 0 or C = 0) is the edge.
 *
 * @see Brown, L. D., Cai, T. T. and DasGupta, A. (2001). Statistical Science 16(2): 101–133, section 4.
 */
export function netCooperationInterval(cooperative: number, conflictual: number): Interval {
  checkCounts(cooperative, conflictual);
  const { low, high } = shareInterval(cooperative, cooperative + conflictual);
  return { low: 2 * low - 1, high: 2 * high - 1, level, method: 'jeffreys' };
}

function checkCounts(...counts: readonly number[]): void {
  const wrong = counts.find((count) => !(count >= 0 && Number.isFinite(count)));
  if (wrong !== undefined)
    throw new MultivectorError('input', `a count is ${wrong}; it must be finite and ≥ 0`);
}

/** Conflict and cooperation among a set of events. */
export interface EventBalance {
  readonly n: number;
  /** How many of each quad class. */
  readonly quads: Readonly<Record<QuadClass, number>>;
  /** (C − K) / (C + K) by the sign of the intensity, [−1, 1]. */
  readonly netCooperation: Value;
  readonly interval: Interval | Gap;
  /** Mean score on the Goldstein scale, [−10, 10]. */
  readonly meanIntensity: Value;
}

/** The balance of events that happened; what was only promised or reported is left out. */
export function eventBalance(events: readonly Event[]): EventBalance {
  const happened = events.filter(hasHappened);
  const quads = Object.fromEntries(quadClasses.map((quad) => [quad, 0])) as Record<QuadClass, number>;
  for (const event of happened) quads[ontology[event.root].quad] += 1;
  const scores = happened.map(eventIntensity);
  const cooperative = scores.filter((score) => score > 0).length;
  const conflictual = scores.filter((score) => score < 0).length;
  const net = netCooperation(cooperative, conflictual);
  return {
    n: happened.length,
    quads,
    netCooperation: net,
    interval: typeof net === 'number' ? netCooperationInterval(cooperative, conflictual) : net,
    meanIntensity:
      scores.length === 0 ? gap('no-records') : scores.reduce((sum, score) => sum + score, 0) / scores.length,
  };
}
