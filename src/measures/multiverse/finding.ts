import type { Gap } from '../../model/gap.ts';
import type { NamedValue } from '../../model/multiverse.ts';
import type { Universe, Wanted } from './universe.ts';

/** The figures of one specification, as a finding reads them. */
export interface Reading {
  /** Codes of the partners that have a figure in the window. */
  readonly partners: readonly string[];
  /** 1 where more of the measure means more of what the finding speaks of, −1 where less does. */
  readonly sense: 1 | -1;
  /**
   * Means over the window, over those of its periods in which all that are named have a figure.
   *
   * @param partners codes; `undefined` for figures that are about the focal state alone
   * @param window the last one, or the first where the finding compares two
   * @returns as many numbers, or why there are none
   */
  means(partners: readonly (string | undefined)[], window?: 'last' | 'first'): readonly number[] | Gap;
}

/** What a finding reads from one specification. */
export interface Judgement {
  /** By how much it holds, in the unit of the measure. */
  readonly margin: number;
  readonly holds: boolean;
  readonly values: readonly NamedValue[];
}

/** A sentence that figures can bear out or not, and all the ways in which it can be defended to compute them. */
export interface Finding {
  readonly id: string;
  /** The sentence, with the names of the states. */
  readonly statement: string;
  /** What a margin is, for a reader: “agreement with China less agreement with Russia”. */
  readonly margin: string;
  readonly focal: string;
  /** Whom the measures are asked about. */
  readonly partners: readonly string[];
  /** Those without whose figures nothing can be told, `undefined` for the focal state itself. */
  readonly needs: readonly (string | undefined)[];
  /** The year with which the first window begins, where two are compared; `first` for the first that has figures. */
  readonly since?: string | 'first' | undefined;
  /** Which of several things that the measures give. */
  readonly item?: string | undefined;
  /** Where the headline stands if nothing else is asked, where that is not where the measure itself would. */
  readonly usual?: Wanted | undefined;
  readonly universe: Universe;
  judge(reading: Reading): Judgement | Gap;
}
