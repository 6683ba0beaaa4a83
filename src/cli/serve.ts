import { dimensions } from '../model/dimension.ts';
import { MultivectorError } from '../model/errors.ts';
import { archiveAtHand } from './archive-at-hand.ts';
import { printBalance } from './balance.ts';
import {
  type Command,
  type Option,
  openWorkbench,
  readingOptions,
  remark,
  type Terminal,
  text,
  type Values,
} from './command.ts';
import { archiveOption } from './import.ts';
import { builtProgram, measuringThread } from './measuring-thread.ts';
import { printVectors } from './vectors.ts';

const serveOptions = {
  port: { type: 'string', value: 'N', help: 'loopback port; by default 4173, or the next that is free' },
  'no-open': { type: 'boolean', help: 'do not open the browser' },
  ...archiveOption,
  ...readingOptions,
} as const satisfies Record<string, Option>;

const defaultPort = 4173;

async function serve(focal: string | undefined, values: Values, terminal: Terminal): Promise<void> {
  const given = text(values.port);
  if (given !== undefined && !(/^\d{1,5}$/.test(given) && Number(given) <= 65535))
    throw new MultivectorError('input', `--port: “${given}” is not a port`, {
      hint: 'a port is a number from 1 to 65535; 0 takes any that is free',
    });
  const workbench = await openWorkbench(focal, values);
  const { listen } = await import('../server/serve.ts');
  const place = text(values.archive) ?? (terminal.environment.MULTIVECTOR_ARCHIVE || undefined);
  const archive = archiveAtHand(place);
  const thread = builtProgram && measuringThread(builtProgram, place);
  const { url, close } = await listen(workbench, {
    port: given === undefined ? defaultPort : Number(given),
    archive,
    measurer: thread,
  });
  terminal.out(`The workbench is at ${url}`);
  terminal.err('Stop it with Ctrl-C.');
  remark(workbench, terminal);
  if (!values['no-open']) {
    const { openBrowser } = await import('./open-browser.ts');
    openBrowser(url, terminal.environment);
  }
  await terminal.stopped();
  await close();
  await thread?.close();
  await archive.close();
}

export const serveCommand: Command = {
  name: 'serve',
  summary: 'serve the workbench on a loopback port',
  takes: '[KAZ]',
  most: 1,
  options: serveOptions,
  examples: ['multivector serve KAZ --port 8080 --no-open'],
  run: ([focal], values, terminal) => serve(focal, values, terminal),
};

export const startCommand: Command = {
  name: 'start',
  summary: 'print vectors and balance, then serve the workbench',
  takes: '[KAZ]',
  most: 1,
  options: serveOptions,
  examples: ['multivector start'],
  async run([focal], values, terminal) {
    const workbench = await openWorkbench(focal, values);
    const year = workbench.defaultYear();
    for (const dimension of dimensions) printVectors(workbench, dimension, year, terminal);
    printBalance(workbench, dimensions, year, terminal);
    terminal.out('');
    await serve(focal, values, terminal);
  },
};
