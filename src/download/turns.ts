import type { Clock } from './options.ts';

/** Keeps requests to one host apart: one at a time, and a pause after each. */
export class Turns {
  readonly #clock: Clock;
  readonly #pauseMs: number;
  /** For each host, when the one before is done; resolves to the time at which it was. */
  readonly #last = new Map<string, Promise<number>>();

  constructor(clock: Clock, pauseMs: number) {
    this.#clock = clock;
    this.#pauseMs = pauseMs;
  }

  /** Waits until it is our turn at the host. The function that comes back ends it. */
  async take(host: string, signal?: AbortSignal): Promise<() => void> {
    const before = this.#last.get(host);
    let end = () => {};
    const done = new Promise<number>((resolve) => {
      end = () => resolve(this.#clock.now());
    });
    this.#last.set(host, done);
    if (before === undefined) return end;
    try {
      const wait = (await before) + this.#pauseMs - this.#clock.now();
      if (wait > 0) await this.#clock.sleep(wait, signal);
      signal?.throwIfAborted();
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }
}
