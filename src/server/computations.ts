/** How far a computation is that goes on while others are answered. */
export interface Underway {
  /** [0, 1]. */
  readonly progress: number;
  readonly what: string;
}

type Make<T> = (onProgress: (done: number, what: string) => void) => Promise<T>;

interface Computation<T> {
  readonly ended: Promise<unknown>;
  underway: Underway;
  outcome?: { readonly answer: T } | { readonly error: unknown };
}

export interface ComputationsOptions {
  /** How many run at the same time; others wait for their turn. */
  readonly atOnce?: number;
  /** How many may wait; one more is turned away. */
  readonly mostWaiting?: number;
  /** How many answers are kept. */
  readonly mostKept?: number;
  /** How long a failure is told again before the same question is tried anew, in milliseconds. */
  readonly failureStands?: number;
}

/** More is asked than can be computed. */
export class Busy extends Error {}

/**
 * Long computations by what they answer: whoever asks the same shares one, whoever leaves does not end it, and whoever
 * comes back has its answer.
 */
export class Computations<T> {
  readonly #known = new Map<string, Computation<T>>();
  readonly #waiting: (() => void)[] = [];
  readonly #options: Required<ComputationsOptions>;
  #running = 0;

  constructor({
    atOnce = 2,
    mostWaiting = 16,
    mostKept = 24,
    failureStands = 10_000,
  }: ComputationsOptions = {}) {
    this.#options = { atOnce, mostWaiting, mostKept, failureStands };
  }

  /**
   * The answer to a question, or how far it is when the patience ends.
   *
   * @param key all that the answer depends on
   * @param patience milliseconds
   * @throws what the computation threw; Busy where too much is asked already
   */
  async ask(
    key: string,
    make: Make<T>,
    patience: number,
  ): Promise<{ readonly answer: T } | { readonly underway: Underway }> {
    const one = this.#known.get(key) ?? this.#begin(key, make);
    this.#known.delete(key); // the latest asked for stands last
    this.#known.set(key, one);
    this.#sweep();
    if (one.outcome === undefined) await endedOr(one.ended, patience);
    if (one.outcome === undefined) return { underway: one.underway };
    if ('error' in one.outcome) throw one.outcome.error;
    return one.outcome;
  }

  #begin(key: string, make: Make<T>): Computation<T> {
    if (this.#waiting.length >= this.#options.mostWaiting)
      throw new Busy('more is being computed already than this machine can do at once');
    const one: Computation<T> = {
      underway: { progress: 0, what: 'waiting for its turn' },
      ended: this.#turn().then(async () => {
        one.underway = { progress: 0, what: 'reading the data' };
        try {
          const answer = await make((done, what) => {
            one.underway = { progress: Math.min(1, Math.max(0, done)), what };
          });
          one.outcome = { answer };
        } catch (error) {
          one.outcome = { error };
          setTimeout(() => {
            if (this.#known.get(key) === one) this.#known.delete(key);
          }, this.#options.failureStands).unref();
        } finally {
          const next = this.#waiting.shift();
          if (next) next();
          else this.#running -= 1;
        }
      }),
    };
    return one;
  }

  /** Resolves when there is room; whoever ends hands its room on. */
  async #turn(): Promise<void> {
    if (this.#running >= this.#options.atOnce)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
  }

  #sweep(): void {
    for (const [key, { outcome }] of this.#known) {
      if (this.#known.size <= this.#options.mostKept) return;
      if (outcome) this.#known.delete(key);
    }
  }
}

async function endedOr(ended: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    ended,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    }),
  ]);
  clearTimeout(timer);
}
