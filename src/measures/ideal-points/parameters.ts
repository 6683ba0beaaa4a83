/** What is estimated: a point for each position; a slope and two cutpoints for each resolution. */
export interface Parameters {
  readonly theta: Float64Array;
  readonly beta: Float64Array;
  /** Between yes and abstention. */
  readonly lower: Float64Array;
  /** Between abstention and no. */
  readonly upper: Float64Array;
}

export const copyOf = ({ theta, beta, lower, upper }: Parameters): Parameters => ({
  theta: theta.slice(),
  beta: beta.slice(),
  lower: lower.slice(),
  upper: upper.slice(),
});

/** Mean and standard deviation. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/**
 * Gives the points mean 0 and standard deviation 1, which is what identifies the scale; where all are the same they are
 * all 0. What resolutions are like follows when they are next estimated.
 */
export function standardise(theta: Float64Array): void {
  const { mean, deviation } = momentsOf(theta);
  for (let p = 0; p < theta.length; p++)
    theta[p] = deviation > 0 ? ((theta[p] as number) - mean) / deviation : 0;
}

/** Turns the scale round: every vote is as likely as before. */
export function turn({ theta, beta }: Parameters): void {
  for (let p = 0; p < theta.length; p++) theta[p] = -(theta[p] as number);
  for (let r = 0; r < beta.length; r++) beta[r] = -(beta[r] as number);
}
