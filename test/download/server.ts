import { createHash } from 'node:crypto';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Clock, ConnectionOptions } from '../../src/download/index.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

export interface Served {
  /** `http://127.0.0.1:…` */
  readonly base: string;
  /** What was asked, in order: `GET /path` and the headers. */
  readonly asked: { readonly line: string; readonly headers: IncomingMessage['headers'] }[];
}

/** A server on the loopback, gone when the test is done. The handler is told how many requests came before. */
export async function serve(handler: Handler): Promise<Served> {
  const asked: Served['asked'] = [];
  const server = createServer((request, response) => {
    asked.push({ line: `${request.method} ${request.url}`, headers: request.headers });
    handler(request, response, asked.length - 1);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { base: `http://127.0.0.1:${portOf(server.address())}`, asked };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

/** A proxy for requests with a whole address and for CONNECT, which notes what went through it. */
export async function serveProxy(): Promise<{
  readonly base: string;
  readonly through: string[];
  readonly authorizations: (string | undefined)[];
}> {
  const through: string[] = [];
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    through.push(`${request.method} ${request.url}`);
    const { host: _host, 'proxy-authorization': authorization, ...headers } = request.headers;
    authorizations.push(authorization);
    forward(request.url ?? '', { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    }).end();
  });
  server.on('connect', (request, socket) => {
    through.push(`CONNECT ${request.url}`);
    const [host = '', port = ''] = (request.url ?? '').split(':');
    if (host !== '127.0.0.1') return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const up = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      up.pipe(socket).pipe(up);
    });
    up.on('error', () => socket.destroy());
    socket.on('error', () => up.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { base: `http://127.0.0.1:${portOf(server.address())}`, through, authorizations };
}

export const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes that look like a table, each stretch unlike the others. */
export function table(length: number, seed = 1): Buffer {
  const rows: string[] = [];
  for (let size = 0, n = seed; size <= length; n = (n * 48271) % 2147483647) {
    const row = `${n},KAZ,${n % 97}\n`;
    rows.push(row);
    size += row.length;
  }
  return Buffer.from(rows.join('')).subarray(0, length);
}

/** Serves bytes as a good server does: with a tag, and with parts where they are asked for. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  etag = `"${md5(bytes)}"`,
): void {
  const { range, 'if-range': ifRange, 'if-none-match': ifNoneMatch } = request.headers;
  if (ifNoneMatch === etag) return void response.writeHead(304, { etag }).end();
  const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? Number.NaN);
  if (Number.isNaN(from) || (ifRange !== undefined && ifRange !== etag))
    return void response
      .writeHead(200, { etag, 'content-length': bytes.length, 'accept-ranges': 'bytes' })
      .end(bytes);
  if (from >= bytes.length)
    return void response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
  const part = bytes.subarray(from);
  response
    .writeHead(206, {
      etag,
      'content-length': part.length,
      'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    })
    .end(part);
}

/** A clock that is at once where it is told to wait for, and remembers the waits. Chance is always one half. */
export function fakeClock(start = Date.parse('2026-11-24T12:00:00Z')): Clock & { readonly waits: number[] } {
  const waits: number[] = [];
  let now = start;
  return {
    waits,
    now: () => now,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
  };
}

/** How the tests reach their servers: no proxy, no waiting, short patience. */
export const connection = (over: Partial<ConnectionOptions> = {}): ConnectionOptions => ({
  userAgent: 'multivector/test',
  proxy: {},
  clock: fakeClock(),
  ...over,
  limits: { pauseMs: 0, overlap: 16, idleMs: 1000, tries: 5, ...over.limits },
});

/** Begins to send, and breaks the connection when that has gone. */
export function cutOff(response: ServerResponse, bytes: Uint8Array): void {
  response.write(bytes, () => response.destroy());
}
