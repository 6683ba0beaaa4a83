import { type Random, seeded } from '../random.ts';
import { sweep } from './estimate.ts';
import type { Layout } from './layout.ts';
import { copyOf, type Parameters } from './parameters.ts';

/** Refits start from the estimate, so that few sweeps take them most of the way. */
export const refitSweeps = { most: 8, tolerance: 5e-3 } as const;

/** What refits need: as it crosses over to a thread. */
export interface RefitInput {
  readonly layout: Layout;
  readonly parameters: Parameters;
  /** One for each refit. */
  readonly seeds: readonly string[];
}

/** Roll calls drawn with replacement within their session: how often each counts. */
export function resampled({ calls, callSession }: Layout, random: Random): Float64Array {
  const bySession = new Map<number, number[]>();
  for (let call = 0; call < calls; call++) {
    const session = callSession[call] as number;
    const own = bySession.get(session);
    if (own) own.push(call);
    else bySession.set(session, [call]);
  }
  const weight = new Float64Array(calls);
  for (const own of bySession.values())
    for (let draw = 0; draw < own.length; draw++) {
      const call = own[Math.floor(random.uniform() * own.length)] as number;
      weight[call] = (weight[call] as number) + 1;
    }
  return weight;
}

/**
 * Points of all positions estimated again from resampled roll calls, one array for each seed: how far the points would
 * move had other resolutions been put to the vote.
 *
 * @see Efron, B. (1979). Annals of Statistics 7(1): 1–26.
 */
export function refits({ layout, parameters, seeds }: RefitInput): Float64Array[] {
  return seeds.map((seed) => {
    const own = copyOf(parameters);
    sweep(layout, own, resampled(layout, seeded(seed)), refitSweeps);
    return own.theta;
  });
}
