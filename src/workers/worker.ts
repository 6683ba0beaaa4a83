import { parentPort } from 'node:worker_threads';
import { tasks } from '../measures/tasks.ts';
import { type Answer, carried, type Job } from './message.ts';

/** A thread of the pool: does the tasks it is told, one after the other. */
parentPort?.on('message', ({ task, input }: Job) => {
  let answer: Answer;
  try {
    const run = tasks[task];
    if (!run) throw new Error(`there is no task “${task}”`);
    answer = { output: run(input as never) };
  } catch (error) {
    answer = { error: carried(error) };
  }
  parentPort?.postMessage(answer);
});
