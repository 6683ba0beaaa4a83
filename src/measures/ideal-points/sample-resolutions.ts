import type { Random } from '../random.ts';
import type { Layout } from './layout.ts';
import { logNormalProbability, normalProbability } from './normal.ts';
import type { Parameters } from './parameters.ts';
import { greatestCutpoint, slopePrecision } from './priors.ts';
import { responseLog } from './response.ts';
import { normalAbove, normalBetween } from './truncated-normal.ts';

/** Standard deviation of a proposed move of a cutpoint (Bailey et al.: 0.2 / 3). */
export const proposalDeviation = 0.2 / 3;

/** Latent responses lie between −9 and 9 in the published estimates. */
export const greatestResponse = 9;

/** A latent response, given the vote and its cutpoints. */
export function drawResponse(
  choice: number,
  x: number,
  lower: number,
  upper: number,
  random: Random,
): number {
  if (choice === 1) return x - normalAbove(x - lower, random);
  if (choice === 3) return x + normalAbove(upper - x, random);
  return x + normalBetween(lower - x, upper - x, random);
}

/** ln of the probability that a proposal about `at` falls between `from` and `to`. */
const inside = (at: number, from: number, to: number): number =>
  Math.log(
    normalProbability((to - at) / proposalDeviation) - normalProbability((from - at) / proposalDeviation),
  );

/** Moves a resolution's cutpoints by one Metropolis step, the latent responses integrated out (Cowles 1996). */
export function moveCutpoints(
  layout: Layout,
  { theta, beta, lower, upper }: Parameters,
  r: number,
  isPublished: boolean,
  random: Random,
): boolean {
  const { resolutionStart, resolutionPosition, resolutionChoice } = layout;
  const [b, l, u] = [beta[r] as number, lower[r] as number, upper[r] as number];
  const at = (middle: number, from: number, to: number): number =>
    middle +
    proposalDeviation *
      normalBetween((from - middle) / proposalDeviation, (to - middle) / proposalDeviation, random);
  const newLower = at(l, -greatestCutpoint, u);
  const newUpper = at(u, newLower, greatestCutpoint);
  let ratio = 0;
  if (isPublished)
    ratio =
      logNormalProbability((u - newLower) / proposalDeviation) -
      logNormalProbability((newUpper - l) / proposalDeviation);
  else {
    if (l >= newUpper) return false; // there is no way back
    ratio =
      inside(l, -greatestCutpoint, u) +
      inside(u, newLower, greatestCutpoint) -
      inside(newLower, -greatestCutpoint, newUpper) -
      inside(newUpper, l, greatestCutpoint);
  }
  const end = resolutionStart[r + 1] as number;
  for (let v = resolutionStart[r] as number; v < end; v++) {
    const x = b * (theta[resolutionPosition[v] as number] as number);
    const choice = resolutionChoice[v] as number;
    ratio += responseLog(choice, x, newLower, newUpper) - responseLog(choice, x, l, u);
  }
  if (!(Math.log(1 - random.uniform()) < ratio)) return false;
  lower[r] = newLower;
  upper[r] = newUpper;
  return true;
}

/** Draws a resolution's latent responses and, given them, its slope. */
export function drawSlope(
  layout: Layout,
  { theta, beta, lower, upper }: Parameters,
  r: number,
  bound: number,
  random: Random,
): void {
  const { resolutionStart, resolutionPosition, resolutionChoice } = layout;
  const [b, l, u] = [beta[r] as number, lower[r] as number, upper[r] as number];
  let squares = slopePrecision;
  let products = 0;
  const end = resolutionStart[r + 1] as number;
  for (let v = resolutionStart[r] as number; v < end; v++) {
    const point = theta[resolutionPosition[v] as number] as number;
    const response = drawResponse(resolutionChoice[v] as number, b * point, l, u, random);
    squares += point * point;
    products += point * Math.max(-bound, Math.min(bound, response));
  }
  beta[r] = products / squares + random.normal() / Math.sqrt(squares);
}
