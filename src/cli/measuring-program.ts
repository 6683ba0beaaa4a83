import { parentPort, workerData } from 'node:worker_threads';
import { MultivectorError } from '../model/errors.ts';
import { type Ground, measurerHere } from '../server/measurer.ts';
import { Workbench, workerPool } from '../workbench.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import type { ThreadAnswer, ThreadQuestion } from './measuring-thread.ts';

/** What runs in the thread that `measuringThread` begins: it answers questions until it is ended. */
const { place } = workerData as { readonly place: string | undefined };
const archive = archiveAtHand(place);
const measurer = measurerHere(workerPool());
const workbenches = new Map<string, Promise<Workbench>>();
/** How many dossiers and past days are kept open. */
const mostOpen = 4;

const say = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

function workbenchOf({ stamp, folder, asKnownOn }: ThreadQuestion): Promise<Workbench> {
  const key = `${stamp}\n${folder}`;
  const workbench = workbenches.get(key) ?? Workbench.open({ folder, asKnownOn });
  workbenches.delete(key);
  workbenches.set(key, workbench);
  for (const old of workbenches.keys()) {
    if (workbenches.size <= mostOpen) break;
    workbenches.delete(old);
  }
  return workbench;
}

/** Progress is told a few times a second, however often it is heard of. */
const pause = 100;

async function answer(question: ThreadQuestion): Promise<void> {
  const { number, what, stamp, id, asked } = question;
  let told = Number.NEGATIVE_INFINITY;
  const onProgress = (done: number, words: string) => {
    if (performance.now() - told < pause && done < 1) return;
    told = performance.now();
    say({ number, done, what: words });
  };
  try {
    const [workbench, found] = await Promise.all([workbenchOf(question), archive.get()]);
    const ground: Ground = { stamp, workbench, archive: found?.archive };
    say({ number, answer: await measurer[what](ground, id, asked, onProgress) });
  } catch (error) {
    workbenches.clear(); // a folder that is mended is opened anew
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const known = error instanceof MultivectorError ? { fault: error.fault, hint: error.hint } : { stack };
    say({ number, error: { message, ...known } });
  }
}

parentPort?.on('message', (question: ThreadQuestion) => {
  answer(question);
});
