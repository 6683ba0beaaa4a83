import { Worker } from 'node:worker_threads';
import { MultivectorError } from '../model/errors.ts';
import type { Multiverse } from '../model/multiverse.ts';
import type { Ground, Measurer, OnProgress } from '../server/measurer.ts';
import type { Measurement } from '../workbench.ts';

/** What is computed in the thread. What a measure is computed from it opens itself: a store cannot be handed over. */
export interface ThreadQuestion {
  readonly number: number;
  readonly what: 'figures' | 'multiverse';
  readonly stamp: string;
  readonly folder: string;
  readonly asKnownOn: string | undefined;
  readonly id: string;
  readonly asked: Parameters<Measurer['figures']>[2];
}

/** What the thread says. */
export type ThreadAnswer = { readonly number: number } & (
  | { readonly done: number; readonly what: string }
  | { readonly answer: unknown }
  | {
      readonly error: {
        /** Absent where it is a bug. */
        readonly fault?: MultivectorError['fault'] | undefined;
        readonly message: string;
        readonly hint?: string | undefined;
        readonly stack?: string | undefined;
      };
    }
);

interface Waiting {
  readonly onProgress: OnProgress;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The program of the thread as it is built; Node does not run the sources by itself, which therefore have none. */
export const builtProgram: URL | undefined = import.meta.url.endsWith('.ts')
  ? undefined
  : new URL('./measuring-program.js', import.meta.url);

/**
 * Computes measures in a thread of its own, begun when the first is asked for, so that the page is answered at once
 * however long a measure takes.
 *
 * @param program what runs in the thread: `builtProgram`
 * @param place of the archive
 */
export function measuringThread(
  program: URL,
  place: string | undefined,
): Measurer & { close(): Promise<void> } {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const fail = (error: Error) => {
    worker = undefined; // the next question begins another
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  const hear = (said: ThreadAnswer) => {
    const one = waiting.get(said.number);
    if (!one) return;
    if ('done' in said) return one.onProgress(said.done, said.what);
    waiting.delete(said.number);
    if ('answer' in said) return one.resolve(said.answer);
    const { fault, message, hint, stack } = said.error;
    const error = fault
      ? new MultivectorError(fault, message, hint === undefined ? {} : { hint })
      : new Error(message);
    if (!fault && stack !== undefined) error.stack = stack;
    one.reject(error);
  };
  const begin = (): Worker => {
    const begun = new Worker(program, { workerData: { place } });
    begun.on('message', hear);
    begun.on('error', fail);
    begun.on('exit', (code) => {
      if (worker === begun) fail(new Error(`the thread that computes measures ended with ${code}`));
    });
    begun.unref();
    return begun;
  };
  const ask = <T>(
    what: ThreadQuestion['what'],
    { stamp, workbench: { place: dossier, records } }: Ground,
    id: string,
    asked: ThreadQuestion['asked'],
    onProgress: OnProgress,
  ): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker ??= begin();
      last += 1;
      waiting.set(last, { onProgress, resolve: resolve as (answer: unknown) => void, reject });
      const { folder } = dossier;
      const { asKnownOn } = records;
      worker.postMessage({
        number: last,
        what,
        stamp,
        folder,
        asKnownOn,
        id,
        asked,
      } satisfies ThreadQuestion);
    });

  return {
    figures: (ground, id, asked, onProgress) => ask<Measurement>('figures', ground, id, asked, onProgress),
    multiverse: (ground, id, asked, onProgress) =>
      ask<Multiverse>('multiverse', ground, id, asked, onProgress),
    async close() {
      const ending = worker;
      worker = undefined;
      waiting.clear();
      await ending?.terminate();
    },
  };
}
