import type { Layout } from './layout.ts';
import { inverseMills } from './normal.ts';
import type { Parameters } from './parameters.ts';
import { greatestPoint } from './priors.ts';
import { abstention, atAbstention } from './response.ts';

/** The longest step that a point takes at once. */
const longestStep = 1;

/** Room for the steps, so that a sweep allocates nothing. */
export class PointSteps {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
  /** Σ β²: how much the votes of a position say. */
  readonly information: Float64Array;
  readonly ahead: Float64Array;
  /** Steps that would stretch and shift the scale. */
  readonly stretch: Float64Array;
  readonly shift: Float64Array;

  constructor(positions: number) {
    this.gradient = new Float64Array(positions);
    this.curvature = new Float64Array(positions);
    this.information = new Float64Array(positions);
    this.ahead = new Float64Array(positions);
    this.stretch = new Float64Array(positions);
    this.shift = new Float64Array(positions);
  }
}

/** Gradient and negative curvature of the log-posterior at each point, given the resolutions. */
function slopes(
  layout: Layout,
  { theta, beta, lower, upper }: Parameters,
  precision: Float64Array,
  weight: Float64Array,
  { gradient, curvature, information }: PointSteps,
): void {
  const { stateOf, voteStart, voteCall, voteChoice, resolutionOf } = layout;
  for (let p = 0; p < theta.length; p++) {
    const point = theta[p] as number;
    let slope = 0;
    let bend = 0;
    let known = 0;
    const end = voteStart[p + 1] as number;
    for (let v = voteStart[p] as number; v < end; v++) {
      const call = voteCall[v] as number;
      const w = weight[call] as number;
      if (w === 0) continue;
      const r = resolutionOf[call] as number;
      const b = beta[r] as number;
      const x = b * point;
      const choice = voteChoice[v] as number;
      known += w * b * b;
      if (choice === 2) {
        const high = (upper[r] as number) - x;
        const low = (lower[r] as number) - x;
        atAbstention(low, high);
        const pull = abstention.lower - abstention.upper;
        slope += w * b * pull;
        bend += w * b * b * (pull * pull + high * abstention.upper - low * abstention.lower);
      } else {
        const side = choice === 1 ? -1 : 1;
        const a = choice === 1 ? (lower[r] as number) - x : x - (upper[r] as number);
        const pull = inverseMills(a);
        slope += side * w * b * pull;
        bend += w * b * b * pull * (pull + a);
      }
    }
    const back = precision[p] as number;
    const isFirst = p === 0 || stateOf[p] !== stateOf[p - 1];
    slope -= back * (point - (isFirst ? 0 : (theta[p - 1] as number)));
    bend += back;
    if (p + 1 < theta.length && stateOf[p + 1] === stateOf[p]) {
      const on = precision[p + 1] as number;
      slope -= on * (point - (theta[p + 1] as number));
      bend += on;
    }
    gradient[p] = slope;
    curvature[p] = bend;
    information[p] = known;
  }
}

/** Solves each state's tridiagonal system for three right-hand sides at once (Thomas's algorithm). */
function solve(layout: Layout, theta: Float64Array, precision: Float64Array, steps: PointSteps): void {
  const { firstOf, states } = layout;
  const { gradient, curvature, information, ahead, stretch, shift } = steps;
  for (let state = 0; state < states.length; state++) {
    const first = firstOf[state] as number;
    const end = firstOf[state + 1] as number;
    for (let p = first; p < end; p++) {
      const back = p > first ? (precision[p] as number) : 0; // off the diagonal stands −back
      const pivot = (curvature[p] as number) + back * (p > first ? (ahead[p - 1] as number) : 0);
      const known = information[p] as number;
      const before = p > first ? p - 1 : p;
      ahead[p] = p + 1 < end ? -(precision[p + 1] as number) / pivot : 0;
      gradient[p] = ((gradient[p] as number) + back * (gradient[before] as number)) / pivot;
      stretch[p] = (known * (theta[p] as number) + back * (stretch[before] as number)) / pivot;
      shift[p] = (known + back * (shift[before] as number)) / pivot;
    }
    for (let p = end - 2; p >= first; p--) {
      const a = ahead[p] as number;
      gradient[p] = (gradient[p] as number) - a * (gradient[p + 1] as number);
      stretch[p] = (stretch[p] as number) - a * (stretch[p + 1] as number);
      shift[p] = (shift[p] as number) - a * (shift[p + 1] as number);
    }
  }
}

/**
 * One Newton step of all points, given the resolutions: for each state a tridiagonal system over its sessions. Mean and
 * standard deviation of the points stay as they are: the step is that of the log-posterior less two Lagrange
 * multipliers, in which a position counts as much as its votes say (Σ β²), so that a session is not stretched because
 * more was voted on in it.
 */
export function stepPoints(
  layout: Layout,
  parameters: Parameters,
  precision: Float64Array,
  weight: Float64Array,
  steps: PointSteps,
): void {
  const { theta } = parameters;
  const { gradient, stretch, shift } = steps;
  slopes(layout, parameters, precision, weight, steps);
  solve(layout, theta, precision, steps);
  let [g1, gt, s1, st, h1, ht] = [0, 0, 0, 0, 0, 0];
  for (let p = 0; p < theta.length; p++) {
    const point = theta[p] as number;
    g1 += gradient[p] as number;
    gt += (gradient[p] as number) * point;
    s1 += stretch[p] as number;
    st += (stretch[p] as number) * point;
    h1 += shift[p] as number;
    ht += (shift[p] as number) * point;
  }
  const determinant = s1 * ht - st * h1;
  const isSolvable = Math.abs(determinant) > Number.EPSILON * (s1 * s1 + h1 * h1 + st * st + ht * ht);
  const ofStretch = isSolvable ? (g1 * ht - gt * h1) / determinant : 0;
  const ofShift = isSolvable ? (s1 * gt - st * g1) / determinant : 0;
  for (let p = 0; p < theta.length; p++) {
    const step =
      (gradient[p] as number) - ofStretch * (stretch[p] as number) - ofShift * (shift[p] as number);
    const next = (theta[p] as number) + Math.max(-longestStep, Math.min(longestStep, step));
    theta[p] = Math.max(-greatestPoint, Math.min(greatestPoint, next));
  }
}
