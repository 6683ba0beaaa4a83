/** A source of chance that gives the same numbers for the same seed, so that the same inputs give the same bytes. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Standard normal. */
  readonly normal: () => number;
  /** Gamma with the given shape (> 0) and scale 1. */
  readonly gamma: (shape: number) => number;
  /** Beta with the given shapes (> 0). */
  readonly beta: (a: number, b: number) => number;
}

/** 32-bit FNV-1a hash of a text, varied by `salt`. */
function hash(text: string, salt: number): number {
  let h = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * Small fast counting generator (sfc32), 128 bits of state.
 *
 * @see Doty-Humphrey, C. (2010). PractRand; Marsaglia, G. and Tsang, W. W. (2000). A simple method for
 *   generating gamma variables. ACM Transactions on Mathematical Software 26(3): 363–372.
 */
export function seeded(seed: string): Random {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const uniform = (): number => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) uniform(); // so that near seeds part ways
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const beta = (p: number, q: number): number => {
    const x = gamma(p);
    return x / (x + gamma(q));
  };
  return { uniform, normal, gamma, beta };
}

/**
 * The values below which the shares `ps` of the values lie, between neighbours in proportion.
 *
 * @see Hyndman, R. J. and Fan, Y. (1996). The American Statistician 50(4): 361–365, type 7.
 */
export function quantiles(values: ArrayLike<number>, ps: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return ps.map((p) => {
    const at = (sorted.length - 1) * p;
    const below = Math.floor(at);
    const low = sorted[below] ?? Number.NaN;
    const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
    return low + (high - low) * (at - below);
  });
}
