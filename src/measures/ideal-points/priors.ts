import type { Layout } from './layout.ts';

/** Variance of a step of a state's random walk per unit of `voteShare`, in units of the scale (Bailey et al.: 0.5). */
export const stepVariance = 0.5;

/** Variance of a state's first point about the middle of the scale. */
export const firstPointVariance = 1;

/** Precision of the normal prior of a resolution's slope (Bailey et al.: 1). */
export const slopePrecision = 1;

/** Cutpoints lie between −7 and 7 in Bailey et al., equally likely anywhere there. */
export const greatestCutpoint = 7;

/** Precision of the normal prior of a cutpoint: that of a uniform distribution between ±`greatestCutpoint`. */
export const cutpointPrecision = 12 / (2 * greatestCutpoint) ** 2;

/** Points lie between −5 and 5 (Bailey et al.). */
export const greatestPoint = 5;

/** The session of 1964, in which the Assembly took no votes by name but one. */
export const sessionWithoutVotes = 19;

/** Sessions from one to another, not counting that without votes. */
const sessionsBetween = (before: number, after: number): number =>
  after - before - (before < sessionWithoutVotes && after > sessionWithoutVotes ? 1 : 0);

/**
 * Precision of the tie between each position and the state's one before; of a state's first, that of its prior. The
 * step's variance is `stepVariance` times the share of votes that the later session has of both (after Bailey et al.),
 * and grows with the sessions between.
 */
export function stepPrecisions({ states, firstOf, sessionOf, voteStart }: Layout): Float64Array {
  const precision = new Float64Array(sessionOf.length).fill(1 / firstPointVariance);
  const votes = (p: number): number => (voteStart[p + 1] ?? 0) - (voteStart[p] ?? 0);
  for (let state = 0; state < states.length; state++)
    for (let p = (firstOf[state] ?? 0) + 1; p < (firstOf[state + 1] ?? 0); p++) {
      const voteShare = votes(p) / (votes(p) + votes(p - 1));
      const sessions = sessionsBetween(sessionOf[p - 1] ?? 0, sessionOf[p] ?? 0);
      precision[p] = 1 / (stepVariance * voteShare * Math.max(1, sessions));
    }
  return precision;
}
