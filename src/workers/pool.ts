import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Workers } from '../measures/measure.ts';
import { type Answer, type Job, landed } from './message.ts';

/** A job that waits for a thread, or is being done. */
interface Waiting extends Job {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A thread of this program: the built one stands beside this file; where there is none, that of the source. */
function startThread(): Worker {
  const beside = (name: string): URL => new URL(name, import.meta.url);
  const built = beside('worker.js');
  return new Worker(existsSync(fileURLToPath(built)) ? built : beside('from-source.mjs'));
}

/**
 * Threads that do tasks of measures. They start when there is work, answer as the same tasks do in one thread, and do
 * not keep the program alive while they wait.
 *
 * @example const pool = workerPool({ count: 2 })
 */
export function workerPool({ count = availableParallelism() }: { readonly count?: number } = {}): Workers & {
  /** Ends the threads; what is not done by then fails. */
  close(): Promise<void>;
} {
  const idle: Worker[] = [];
  const busy = new Map<Worker, Waiting>();
  const queue: Waiting[] = [];
  let isClosed = false;

  const settle = (thread: Worker, how: (job: Waiting) => void): void => {
    const job = busy.get(thread);
    busy.delete(thread);
    if (job) how(job);
  };
  const lose = (thread: Worker, error: Error): void => {
    const at = idle.indexOf(thread);
    if (at >= 0) idle.splice(at, 1);
    settle(thread, ({ reject }) => reject(error));
    next();
  };
  const start = (): Worker => {
    const thread = startThread();
    thread.on('message', (answer: Answer) => {
      settle(thread, ({ resolve, reject }) =>
        'error' in answer ? reject(landed(answer.error)) : resolve(answer.output),
      );
      thread.unref();
      idle.push(thread);
      next();
    });
    thread.on('error', (error: Error) => lose(thread, error));
    thread.on('exit', (code) => lose(thread, new Error(`a worker thread ended with ${code}`)));
    return thread;
  };
  const next = (): void => {
    while (!isClosed && queue.length > 0 && (idle.length > 0 || busy.size < count)) {
      const job = queue.shift();
      if (!job) return;
      const thread = idle.pop() ?? start();
      busy.set(thread, job);
      thread.ref();
      thread.postMessage({ task: job.task, input: job.input } satisfies Job);
    }
  };

  return {
    count,
    async map<Input, Output>(task: string, inputs: readonly Input[], onDone?: (done: number) => void) {
      if (isClosed) throw new Error('the worker threads are closed');
      let done = 0;
      const own = new Set<Waiting>();
      try {
        return await Promise.all(
          inputs.map(
            (input) =>
              new Promise<Output>((resolve, reject) => {
                const job: Waiting = {
                  task,
                  input,
                  resolve: (output) => {
                    done += 1;
                    onDone?.(done);
                    resolve(output as Output);
                  },
                  reject,
                };
                own.add(job);
                queue.push(job);
                next();
              }),
          ),
        );
      } catch (error) {
        for (let at = queue.length - 1; at >= 0; at--) if (own.has(queue[at] as Waiting)) queue.splice(at, 1); // nobody waits for the rest
        throw error;
      }
    },
    async close() {
      isClosed = true;
      const threads = [...idle, ...busy.keys()];
      for (const { reject } of queue.splice(0)) reject(new Error('the worker threads are closed'));
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
