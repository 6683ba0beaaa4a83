import { z } from 'zod';

/** The reasons for which there may be no figure. */
export const gapReasons = [
  'no-records',
  'too-few-records',
  'not-covered',
  'not-applicable',
  'confidential',
  'unknown',
] as const;

export type GapReason = (typeof gapReasons)[number];

export const gapSchema = z.object({ gap: z.enum(gapReasons), because: z.string().optional() });

/** Why there is no number. Absence is an answer, so it is a value: never 0, NaN, null or an empty string. */
export interface Gap {
  readonly gap: GapReason;
  /** The reason in a few words, for a reader. */
  readonly because?: string | undefined;
}

/** A number or the reason why there is none. */
export type Value = number | Gap;

export const gap = (reason: GapReason, because?: string): Gap =>
  because === undefined ? { gap: reason } : { gap: reason, because };

export const isGap = (value: unknown): value is Gap =>
  typeof value === 'object' && value !== null && 'gap' in value;

/** What a gap says to a reader. */
export const gapWords: Readonly<Record<GapReason, string>> = {
  'no-records': 'no records',
  'too-few-records': 'too few records',
  'not-covered': 'outside what the source covers',
  'not-applicable': 'does not apply',
  confidential: 'withheld by the publisher',
  unknown: 'not known',
};

/** A range that holds the value with the stated probability, or the reason why none is given. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Probability that the interval is meant to cover, in (0, 1). */
  readonly level: number;
  readonly method: 'bootstrap' | 'jeffreys' | 'monte-carlo' | 'bounds';
}
