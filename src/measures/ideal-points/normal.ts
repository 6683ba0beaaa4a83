/** Terms of the continued fraction and of the series, enough for the last digit of a double where each is used. */
const fractionTerms = 120;
const seriesTerms = 60;
/** Below it the series loses digits and the continued fraction has them all. */
const seriesFrom = -2.5;
const rootTwoPi = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / rootTwoPi;

/** Φ(x) / φ(x) for x below `seriesFrom`, by the continued fraction. */
function tailRatio(x: number): number {
  let rest = 0;
  for (let term = fractionTerms; term > 0; term--) rest = term / (rest - x);
  return 1 / (rest - x);
}

/** Φ(x) for x from `seriesFrom`. */
function bySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n <= seriesTerms; n++) {
    term *= (x * x) / (2 * n + 1);
    sum += term;
  }
  return 0.5 + normalDensity(x) * sum;
}

/**
 * Probability that a standard normal number is at most x, to full relative precision in the lower tail too.
 *
 * @see Abramowitz, M. and Stegun, I. A. (1964). Handbook of Mathematical Functions, 26.2.11 and 26.2.14.
 * @example normalProbability(0) // 0.5
 */
export function normalProbability(x: number): number {
  if (x < seriesFrom) return normalDensity(x) * tailRatio(x);
  return x > -seriesFrom ? 1 - normalProbability(-x) : bySeries(x);
}

/** ln Φ(x); it does not underflow. */
function exactLog(x: number): number {
  return x < seriesFrom
    ? -(x * x) / 2 - Math.log(rootTwoPi) + Math.log(tailRatio(x))
    : Math.log1p(-normalProbability(-x));
}

/** φ(x) / Φ(x). */
const exactHazard = (x: number): number =>
  x < seriesFrom ? 1 / tailRatio(x) : normalDensity(x) / normalProbability(x);

/** The table: from, to, and nodes in a unit. Between nodes a cubic that has their values and slopes. */
const from = -40;
const to = 12;
const density = 64;
const nodes = (to - from) * density + 2;
const hazards = new Float64Array(nodes);
const hazardSlopes = new Float64Array(nodes);
const logs = new Float64Array(nodes);
for (let node = 0; node < nodes; node++) {
  const x = from + node / density;
  const hazard = exactHazard(x);
  hazards[node] = hazard;
  hazardSlopes[node] = (-hazard * (hazard + x)) / density;
  logs[node] = exactLog(x);
}

/**
 * φ(x) / Φ(x), how fast ln Φ grows (the inverse Mills ratio): from a table, absolute error below 1e-8.
 *
 * @returns above 0; close to −x far below 0
 */
export function inverseMills(x: number): number {
  if (x < from) return -x + 1 / -x;
  if (x >= to) return 0;
  const at = (x - from) * density;
  const node = at | 0;
  const t = at - node;
  const a = hazards[node] as number;
  const b = hazards[node + 1] as number;
  const slopeA = hazardSlopes[node] as number;
  const slopeB = hazardSlopes[node + 1] as number;
  const c = b - a - slopeA;
  const d = slopeA + slopeB - 2 * (b - a);
  return a + t * (slopeA + t * (c - d + t * d));
}

/** ln Φ(x), from the same table, absolute error below 1e-8 in its range and relative below that beyond it. */
export function logNormalProbability(x: number): number {
  if (x < from) return exactLog(x);
  if (x >= to) return 0;
  const at = (x - from) * density;
  const node = at | 0;
  const t = at - node;
  const a = logs[node] as number;
  const b = logs[node + 1] as number;
  const slopeA = (hazards[node] as number) / density;
  const slopeB = (hazards[node + 1] as number) / density;
  const c = b - a - slopeA;
  const d = slopeA + slopeB - 2 * (b - a);
  return a + t * (slopeA + t * (c - d + t * d));
}
