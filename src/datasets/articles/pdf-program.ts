import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { MultivectorError } from '../../model/errors.ts';

/** A page takes some hundredths of a second; a file that takes so long is made to. */
const mostSeconds = 30;
const mostPages = 2000;
const mostMegabytes = 1024;

/**
 * Reads the pieces of text of each page, and the properties. It runs in a thread of its own, since a file of a few
 * bytes can keep pdf.js busy for ever, and pdf.js does not let anything else run meanwhile.
 */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { getDocumentProxy } = require(workerData.unpdf);
// A spoilt page has places that are no numbers.
const number = (value) => Number.isFinite(value) ? value : 0;
async function piecesOf(pdf, i) {
  const page = await pdf.getPage(i);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.filter(({ str }) => typeof str === 'string').map(({ str, transform, width, hasEOL }) => ({
    str,
    size: number(Math.hypot(transform[2], transform[3])),
    x: number(transform[4]),
    y: number(transform[5]),
    width: number(width),
    ends: hasEOL === true,
  }));
}
async function saidBy(pdf) {
  const { info, metadata } = await pdf.getMetadata();
  const names = ['prism:publicationdate', 'prism:coverdate', 'prism:publicationname'];
  const all = [...Object.entries(info ?? {}), ...names.map((name) => [name, metadata?.get(name)])];
  return Object.fromEntries(all.filter(([, value]) => typeof value === 'string'));
}
async function read(bytes) {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
  try {
    if (pdf.numPages > workerData.mostPages) return { pages: pdf.numPages };
    const pages = [];
    for (let i = 1; i <= pdf.numPages; i++) pages.push(await piecesOf(pdf, i));
    return { pages, said: await saidBy(pdf) };
  } finally {
    await pdf.destroy();
  }
}
parentPort.on('message', (bytes) => read(bytes).then(
  (answer) => parentPort.postMessage(answer),
  (error) => parentPort.postMessage({ error: String(error?.name), message: String(error?.message) }),
));
`;

const pieceSchema = z.object({
  str: z.string(),
  /** Size of the letters. */
  size: z.number(),
  /** Place on the page, from the left and from below. */
  x: z.number(),
  y: z.number(),
  width: z.number(),
  /** Whether a line ends with it. */
  ends: z.boolean(),
});
export type Piece = Readonly<z.infer<typeof pieceSchema>>;

const answerSchema = z.union([
  z.object({ pages: z.array(z.array(pieceSchema)), said: z.record(z.string(), z.string()) }),
  z.object({ pages: z.number() }),
  z.object({ error: z.string(), message: z.string() }),
]);

const refused = (message: string, cause?: unknown): MultivectorError =>
  new MultivectorError('data', message, { cause, hint: 'open it and print it to a new PDF file' });

/** A thread that waits for the next file: starting one takes longer than reading a page. */
let waiting: Worker | undefined;

function started(): Worker {
  const worker = new Worker(program, {
    eval: true,
    workerData: { unpdf: createRequire(import.meta.url).resolve('unpdf'), mostPages },
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    stdout: true,
    stderr: true,
  });
  const forget = (): void => {
    if (waiting === worker) waiting = undefined;
  };
  return worker.on('error', forget).on('exit', forget);
}

function thread(): Worker {
  const worker = waiting ?? started();
  waiting = undefined;
  worker.ref();
  return worker;
}

/** What the thread answers, if it does so in time; one that does not is ended. */
async function answerOf(bytes: Uint8Array, seconds: number): Promise<unknown> {
  const worker = thread();
  let stop = (): void => {};
  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      const onError = (cause: unknown) => reject(refused('it takes too much memory to read', cause));
      const onExit = () => reject(refused('it cannot be read'));
      const late = () => reject(refused(`it takes more than ${seconds} s to read`));
      const timer = setTimeout(late, seconds * 1000);
      worker.on('message', resolve).on('error', onError).on('exit', onExit);
      stop = () => {
        clearTimeout(timer);
        worker.off('message', resolve).off('error', onError).off('exit', onExit);
      };
      worker.postMessage(Uint8Array.from(bytes));
    });
    worker.unref();
    waiting ??= worker;
    return answer;
  } catch (error) {
    void worker.terminate();
    throw error;
  } finally {
    stop();
  }
}

/**
 * The pieces of text of each page of a PDF file, in the order in which they are drawn, and its properties by name.
 *
 * @throws MultivectorError `data` where it is no PDF file, needs a password, or takes too long
 */
export async function readPdf(
  bytes: Uint8Array,
  seconds = mostSeconds,
): Promise<{
  readonly pages: readonly (readonly Piece[])[];
  readonly said: Readonly<Record<string, string>>;
}> {
  const answer = answerSchema.parse(await answerOf(bytes, seconds));
  if ('error' in answer)
    throw answer.error === 'PasswordException'
      ? refused('the PDF file is protected by a password')
      : refused('it is no PDF file that can be read', new Error(answer.message));
  if (!('said' in answer)) throw refused(`it has ${answer.pages} pages; at most ${mostPages} are read`);
  return answer;
}
