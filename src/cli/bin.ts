import { main } from './main.ts';

const colour =
  process.env.NO_COLOR === undefined || process.env.NO_COLOR === ''
    ? process.stdout.isTTY === true || process.env.FORCE_COLOR === '1'
    : false;

const stopped = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

// A reader that has seen enough (`multivector timeline | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY && { status: (text: string) => process.stderr.write(`\r\u001b[2K${text}`) }),
  width: process.stdout.columns ?? 80,
  colour,
  environment: process.env,
  now: () => new Date(),
  stopped,
});
