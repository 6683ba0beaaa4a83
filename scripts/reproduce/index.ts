import { reproductions as concentration } from './concentration.ts';
import { reproductions as connectivity } from './connectivity.ts';
import { reproductions as dependence } from './dependence.ts';
import { reproductions as drift } from './drift.ts';
import { reproductions as events } from './events.ts';
import { reproductions as idealPoints } from './ideal-points.ts';
import { reproductions as profile } from './profile.ts';
import type { Means, Reproduction } from './reproduction.ts';
import { reproductions as vectors } from './vectors.ts';
import { reproductions as voting } from './voting.ts';

/** Every published figure that a measure is checked against. */
export const reproductions: readonly Reproduction[] = [
  ...voting,
  ...idealPoints,
  ...concentration,
  ...dependence,
  ...connectivity,
  ...events,
  ...vectors,
  ...drift,
  ...profile,
];

/** A reproduction with what we get. */
export interface Reproduced {
  readonly ours: number;
  /** Ours less the published. */
  readonly difference: number;
  readonly holds: boolean;
}

export async function reproduced(one: Reproduction, means: Means): Promise<Reproduced> {
  const ours = await one.ours(means);
  const difference = ours - one.published;
  return { ours, difference, holds: Math.abs(difference) <= one.tolerance };
}
