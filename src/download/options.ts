import { setTimeout as pause } from 'node:timers/promises';

/** Time and chance, handed in so that a test can have its own. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

export const systemClock: Clock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    await pause(ms, undefined, { signal });
  },
  random: Math.random,
};

export interface Limits {
  /** Most bytes of a file. */
  readonly bytes: number;
  /** Most requests for a file, the first one included. */
  readonly tries: number;
  readonly redirects: number;
  /** Longest wait for a connection. */
  readonly connectMs: number;
  /** Longest time in which fewer than `leastBytes` arrive. */
  readonly idleMs: number;
  readonly leastBytes: number;
  /** Wait before the second try; it doubles with each. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** Longest wait that a server may ask for; beyond it we come back another day. */
  readonly longestAskedMs: number;
  /** Between two files of one host. */
  readonly pauseMs: number;
  /** How much of what is there already is fetched again when a download goes on, and compared. */
  readonly overlap: number;
}

export const defaultLimits: Limits = {
  bytes: 20e9,
  tries: 8,
  redirects: 5,
  connectMs: 30_000,
  idleMs: 60_000,
  leastBytes: 1024,
  firstWaitMs: 1000,
  longestWaitMs: 60_000,
  longestAskedMs: 10 * 60_000,
  pauseMs: 500,
  overlap: 64 * 1024,
};

/** Proxies as the environment names them. */
export interface ProxySettings {
  readonly http?: string | undefined;
  readonly https?: string | undefined;
  /** Hosts that are reached without one, “,” between. */
  readonly no?: string | undefined;
}

/** The proxies of an environment: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, or in lower case, which comes first. */
export function proxyOf(environment: Readonly<Record<string, string | undefined>>): ProxySettings {
  const named = (name: string): string | undefined =>
    environment[name.toLowerCase()] ?? environment[name.toUpperCase()];
  return { http: named('http_proxy'), https: named('https_proxy'), no: named('no_proxy') };
}

/** How we introduce ourselves to a server: `multivector/0.1.0 (+https://…)`. */
export function userAgentOf(version: string, homepage?: string): string {
  return homepage === undefined ? `multivector/${version}` : `multivector/${version} (+${homepage})`;
}

/** How servers are reached. */
export interface ConnectionOptions {
  readonly userAgent: string;
  /** By default those of this process's environment. */
  readonly proxy?: ProxySettings;
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  /** Other places for hosts, as `{'dataverse.harvard.edu': 'http://127.0.0.1:8080'}`: a mirror, or a test's server. */
  readonly hosts?: Readonly<Record<string, string>>;
}
