import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici';
import { MultivectorError } from '../model/errors.ts';
import { addressOf, shown } from './address.ts';
import { arriving } from './arriving.ts';
import {
  type Clock,
  type ConnectionOptions,
  defaultLimits,
  type Limits,
  proxyOf,
  systemClock,
} from './options.ts';
import { Setback } from './setback.ts';
import { Turns } from './turns.ts';

export interface Answer {
  readonly status: number;
  /** A header's value, where there is one; several are joined. */
  readonly header: (name: string) => string | undefined;
  readonly chunks: AsyncIterableIterator<Buffer>;
  /** Breaks it off, with the error that `chunks` then ends in. */
  readonly breakOff: (reason: Error) => void;
  /** Where it came from in the end. */
  readonly url: URL;
  /** Lets the rest go, and the next one have its turn. */
  readonly end: () => Promise<void>;
}

/** What speaks to servers: one request at a time for each host. */
export interface Client {
  readonly limits: Limits;
  readonly clock: Clock;
  readonly get: (url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

function dispatcherOf({ proxy = proxyOf(process.env) }: ConnectionOptions, limits: Limits): Dispatcher {
  const settings = { connect: { timeout: limits.connectMs }, maxHeaderSize: 64 * 1024 };
  const proxies = [proxy.http, proxy.https].filter((one): one is string => one !== undefined && one !== '');
  if (proxies.length === 0) return new Agent(settings);
  for (const one of proxies)
    if (!URL.canParse(one) || !/^https?:$/.test(new URL(one).protocol))
      throw new MultivectorError('input', `the proxy “${shown(one)}” is not an http or https address`, {
        hint: 'HTTPS_PROXY and HTTP_PROXY should look like http://proxy:3128',
      });
  return new EnvHttpProxyAgent({
    ...settings,
    // Empty texts keep it from looking into the environment itself.
    httpProxy: proxy.http ?? '',
    httpsProxy: proxy.https ?? '',
    noProxy: proxy.no ?? '',
    // Plain HTTP goes to a proxy as a request with the whole address, as every proxy understands it.
    proxyTunnel: false,
  });
}

/** Opens what the downloads of one command share. It is to be closed. */
export function openClient(options: ConnectionOptions): Client {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const clock = options.clock ?? systemClock;
  const dispatcher = dispatcherOf(options, limits);
  const turns = new Turns(clock, limits.pauseMs);

  const placeOf = (url: URL): URL => {
    const base = options.hosts?.[url.host];
    return base === undefined ? url : new URL(url.pathname + url.search, base);
  };

  async function once(url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal) {
    const leave = await turns.take(url.host, signal);
    try {
      const {
        statusCode,
        headers: answered,
        body,
      } = await request(placeOf(url), {
        dispatcher,
        signal,
        headersTimeout: limits.idleMs,
        bodyTimeout: limits.idleMs,
        headers: {
          'user-agent': options.userAgent,
          accept: '*/*',
          // Packed on the way, a part could not be asked for.
          'accept-encoding': 'identity',
          ...headers,
        },
      });
      const chunks = arriving(body);
      const answer: Answer = {
        status: statusCode,
        header: (name) => {
          const value = answered[name];
          return Array.isArray(value) ? value.join(', ') : value;
        },
        chunks,
        breakOff: (reason) => body.destroy(reason),
        url,
        end: async () => {
          // A little that is left is read, so that the connection can be used again.
          const timer = setTimeout(() => body.destroy(), 250);
          let left = 64 * 1024;
          try {
            for await (const chunk of chunks) {
              left -= chunk.length;
              if (left < 0) break;
            }
          } catch {
            // Nobody wanted the rest.
          } finally {
            clearTimeout(timer);
            body.destroy();
            leave();
          }
        },
      };
      return answer;
    } catch (error) {
      leave();
      throw error;
    }
  }

  return {
    limits,
    clock,
    close: () => dispatcher.destroy(),
    get: async (first, headers, signal) => {
      const seen = new Set<string>();
      for (let url = first; ; ) {
        seen.add(url.href);
        const answer = await once(url, headers, signal);
        const to = answer.header('location');
        if (![301, 302, 303, 307, 308].includes(answer.status) || to === undefined) return answer;
        await answer.end();
        const next = addressOf(to, url);
        const refuse = (why: string) => {
          throw new Setback(
            new MultivectorError('data', `${shown(first)} leads to ${shown(next)}: ${why}`, {
              hint: 'look for the file on the publisher’s page',
            }),
            { again: false },
          );
        };
        if (url.protocol === 'https:' && next.protocol === 'http:')
          refuse('from a safe connection to an open one');
        if (seen.has(next.href)) refuse('it goes round in a circle');
        if (seen.size > limits.redirects) refuse(`more than ${limits.redirects} times on to another address`);
        url = next;
      }
    },
  };
}
