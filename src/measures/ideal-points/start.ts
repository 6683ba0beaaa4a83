import type { Layout } from './layout.ts';
import { type Parameters, standardise } from './parameters.ts';

/** Whose side of the scale is above 0, if it votes; else that of the state whose code comes first. */
export const upperSide = 'USA';

const rounds = 8;
/** The least room between cutpoints to begin with. */
const leastRoom = 0.05;

/** The state that says which side is up. */
function reference({ states, firstOf }: Layout): number {
  const voting = states
    .map((state, s) => ({ state, s }))
    .filter(({ s }) => (firstOf[s + 1] ?? 0) > (firstOf[s] ?? 0))
    .sort((a, b) => (a.state < b.state ? -1 : 1));
  return (voting.find(({ state }) => state === upperSide) ?? voting[0])?.s ?? -1;
}

/** Mean of the votes on each resolution. */
function means({ resolutionStart, resolutionChoice, resolutions }: Layout): Float64Array {
  const mean = new Float64Array(resolutions);
  for (let r = 0; r < resolutions; r++) {
    const [from, to] = [resolutionStart[r] as number, resolutionStart[r + 1] as number];
    for (let v = from; v < to; v++)
      mean[r] = (mean[r] as number) + (resolutionChoice[v] as number) / (to - from);
  }
  return mean;
}

/**
 * Where to begin: each state at its score on the first principal axis of all its votes, found by power iteration from the
 * votes of the reference state, slopes 0, and cutpoints by the shares of yes and abstention (as Bailey et al.).
 */
export function startOf(layout: Layout): Parameters {
  const { states, stateOf, positions, resolutions } = layout;
  const { resolutionStart, resolutionPosition, resolutionChoice } = layout;
  const mean = means(layout);
  const first = reference(layout);
  let score = Float64Array.from(states, (_, s) => (s === first ? 1 : 0));
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(states.length);
    const votes = new Float64Array(states.length);
    for (let r = 0; r < resolutions; r++) {
      const [from, to] = [resolutionStart[r] as number, resolutionStart[r + 1] as number];
      let along = 0;
      for (let v = from; v < to; v++)
        along +=
          (score[stateOf[resolutionPosition[v] as number] as number] as number) *
          ((resolutionChoice[v] as number) - (mean[r] as number));
      for (let v = from; v < to; v++) {
        const s = stateOf[resolutionPosition[v] as number] as number;
        next[s] = (next[s] as number) + along * ((resolutionChoice[v] as number) - (mean[r] as number));
        votes[s] = (votes[s] as number) + 1;
      }
    }
    const longest = next.reduce((most, one, s) => Math.max(most, Math.abs(one) / (votes[s] || 1)), 0);
    score = next.map((one, s) => (longest > 0 ? one / (votes[s] || 1) / longest : 0));
  }
  const theta = Float64Array.from({ length: positions }, (_, p) => score[stateOf[p] as number] as number);
  standardise(theta);
  const lower = new Float64Array(resolutions);
  const upper = new Float64Array(resolutions);
  for (let r = 0; r < resolutions; r++) {
    const [from, to] = [resolutionStart[r] as number, resolutionStart[r + 1] as number];
    let [yes, no] = [0, 0];
    for (let v = from; v < to; v++) {
      if (resolutionChoice[v] === 1) yes++;
      if (resolutionChoice[v] === 3) no++;
    }
    const votes = Math.max(1, to - from);
    lower[r] = -1 + (2 * yes) / votes;
    upper[r] = Math.max(1 - (2 * no) / votes, (lower[r] as number) + leastRoom);
  }
  return { theta, beta: new Float64Array(resolutions), lower, upper };
}

/** Whether the reference state stands below 0 on average, so that the scale is to be turned round. */
export function isUpsideDown(layout: Layout, theta: Float64Array): boolean {
  const state = reference(layout);
  if (state < 0) return false;
  let sum = 0;
  for (let p = layout.firstOf[state] as number; p < (layout.firstOf[state + 1] as number); p++)
    sum += theta[p] as number;
  return sum < 0;
}
