import type { Layout } from './layout.ts';
import type { Parameters } from './parameters.ts';

/** Where the published estimates begin: the United States and three more at 3, Russia and East Germany at −2. */
export const publishedStarts: Readonly<Record<string, number>> = {
  USA: 3,
  CAN: 3,
  GBR: 3,
  ISR: 3,
  RUS: -2,
  'cow:265': -2,
};

/** The least room between cutpoints to begin with, so that they do not coincide. */
const leastRoom = 0.01;

/** Starting values as the published estimates have them; slopes tell the United States from Russia. */
export function publishedStart(layout: Layout): Parameters {
  const { states, stateOf, positions, resolutions } = layout;
  const { resolutionStart, resolutionPosition, resolutionChoice } = layout;
  const beta = new Float64Array(resolutions);
  const lower = new Float64Array(resolutions);
  const upper = new Float64Array(resolutions);
  for (let r = 0; r < resolutions; r++) {
    const [from, to] = [resolutionStart[r] as number, resolutionStart[r + 1] as number];
    let [yes, abstain, west, east] = [0, 0, Number.NaN, Number.NaN];
    for (let v = from; v < to; v++) {
      const choice = resolutionChoice[v] as number;
      if (choice === 1) yes++;
      if (choice === 2) abstain++;
      const state = states[stateOf[resolutionPosition[v] as number] as number];
      if (state === 'USA') west = choice;
      if (state === 'RUS') east = choice;
    }
    beta[r] = Math.sign(west - east) || 0;
    lower[r] = -1 + (2 * yes) / (to - from);
    upper[r] = Math.max(-1 + (2 * (yes + abstain)) / (to - from), (lower[r] as number) + leastRoom);
  }
  const theta = Float64Array.from({ length: positions }, (_, p) => {
    const state = states[stateOf[p] as number] ?? '';
    return publishedStarts[state] ?? 0;
  });
  return { theta, beta, lower, upper };
}
