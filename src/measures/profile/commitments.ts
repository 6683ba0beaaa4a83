import { periodYear, sortDay } from '../../model/date.ts';
import { type Dimension, dimensions } from '../../model/dimension.ts';
import { gap, isGap, type Value } from '../../model/gap.ts';
import type { Commitment, Records } from '../../model/records.ts';
import { type Measured, measureDimension } from '../vectors/vectors.ts';
import { bands } from './bands.ts';
import { seenIn } from './practice.ts';

/** A declared commitment held against the practice. */
export interface CommitmentCheck {
  readonly commitment: Commitment;
  readonly verdict: 'kept' | 'fell short' | 'cannot be told';
  /** 1 − evenness, where equality is declared. */
  readonly shortfall: Value;
  readonly words: string;
}

const oneDecimal = (x: number): string => x.toFixed(1);

/** Commitments to equality that were declared by the year, whose shortfall makes the say-do gap. */
export const equalityCommitments = (records: Records, year: number): Commitment[] =>
  records.commitments.filter(
    (commitment) =>
      commitment.expects === 'equality' && (declaredIn(records, commitment) ?? year + 1) <= year,
  );

/** The year of the document that a commitment stands in, where it is known. */
export function declaredIn(records: Records, { document }: Commitment): number | undefined {
  const found = records.documents.find(({ id }) => id === document);
  return found ? periodYear(sortDay(found.date)) : undefined;
}

/**
 * Each commitment of a policy document against the measure that would show it kept: equality against the evenness of
 * the weights, breadth against the band of the profile or the effective number of partners in the year before the
 * document. What no measure can tell, or only within an interval that holds both answers, is left open.
 */
export function commitmentChecks(
  records: Records,
  year: number,
  measured: ReadonlyMap<Dimension, Measured>,
): CommitmentCheck[] {
  return records.commitments.map((commitment): CommitmentCheck => {
    const open = (words: string, shortfall: Value = gap('not-applicable')): CommitmentCheck => ({
      commitment,
      verdict: 'cannot be told',
      shortfall,
      words,
    });
    const declared = declaredIn(records, commitment);
    if (commitment.expects === undefined || declared === undefined)
      return open('no measure at hand can show it');
    if (declared > year) return open(`declared in ${declared}, after the year looked at`);
    const looked = commitment.dimension ? [commitment.dimension] : dimensions;

    if (commitment.expects === 'equality') {
      const values = looked.flatMap((dimension) => {
        const value = measured.get(dimension)?.balance.evenness;
        return value === undefined || isGap(value) ? [] : [value];
      });
      if (values.length === 0) return open('no weights to judge it by', gap('no-records'));
      const shortfall = 1 - values.reduce((sum, value) => sum + value, 0) / values.length;
      return {
        commitment,
        verdict: shortfall < bands['say-do-gap'][0] ? 'kept' : 'fell short',
        shortfall,
        words: `ties are spread with an evenness of ${(1 - shortfall).toFixed(2)}, where 1 is equal`,
      };
    }
    if (commitment.expects !== 'breadth-high' && commitment.expects !== 'breadth-rises')
      return open(`“kept” shows ${seenIn[commitment.expects].words} before and after`);
    const dimension = commitment.dimension;
    const now = dimension && measured.get(dimension)?.balance;
    if (!dimension || !now || isGap(now.effectivePartners)) return open('no weights to judge it by');
    if (commitment.expects === 'breadth-high') {
      const [, high] = bands.breadth;
      const words = `${oneDecimal(now.effectivePartners)} effective partners`;
      const interval = now.effectivePartnersInterval;
      if (!isGap(interval) && interval.low < high && interval.high >= high)
        return open(`${words}; ${high} lies within the interval`);
      return {
        commitment,
        verdict: now.effectivePartners >= high ? 'kept' : 'fell short',
        shortfall: gap('not-applicable'),
        words,
      };
    }

    const before = measureDimension(records, dimension, { year: declared - 1 }).balance;
    if (isGap(before.effectivePartners)) return open(`nothing is known of ${declared - 1}, the year before`);
    const words = `${oneDecimal(before.effectivePartners)} effective partners in ${declared - 1}, ${oneDecimal(now.effectivePartners)} in ${year}`;
    const [earlier, later] = [before.effectivePartnersInterval, now.effectivePartnersInterval];
    if (isGap(earlier) || isGap(later) || (earlier.low <= later.high && later.low <= earlier.high))
      return open(`${words}; the intervals overlap`);
    return {
      commitment,
      verdict: now.effectivePartners > before.effectivePartners ? 'kept' : 'fell short',
      shortfall: gap('not-applicable'),
      words,
    };
  });
}
