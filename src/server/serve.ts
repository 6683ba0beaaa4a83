import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { MultivectorError } from '../model/errors.ts';
import type { Workbench } from '../workbench.ts';
import { type AppOptions, app } from './app.ts';
import { warm } from './warm.ts';

const loopback = '127.0.0.1';
/** How many ports above the one asked for are tried before the system is asked for any that is free. */
const tries = 20;

/**
 * Serves the workbench on a loopback port: the one asked for, or the next that is free.
 *
 * @param port 0 for any that is free
 * @throws MultivectorError `input` where the port may not be used
 */
export async function listen(
  workbench: Workbench,
  { port, ...options }: { readonly port: number } & AppOptions,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(getRequestListener(app(workbench, options).fetch));
  const wanted = port === 0 ? [0] : [...Array.from({ length: tries }, (_, i) => port + i), 0];
  for (const one of wanted.filter((candidate) => candidate <= 65535)) {
    if (await bind(server, one)) break;
  }
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new MultivectorError('input', `no port from ${port} on is free`);
  const stopWarming = warm(workbench);
  return {
    url: `http://${loopback}:${address.port}/`,
    close: async () => {
      stopWarming();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Whether the port could be taken; one that is taken already is no error, one that is not allowed is. */
function bind(server: ReturnType<typeof createServer>, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', bound);
      if (error.code === 'EADDRINUSE') resolve(false);
      else
        reject(
          new MultivectorError('input', `port ${port} cannot be used (${error.code ?? error.message})`, {
            hint: 'choose another with --port, or 0 for any that is free',
            cause: error,
          }),
        );
    };
    const bound = () => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', bound);
    server.listen(port, loopback);
  });
}
