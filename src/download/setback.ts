import { MultivectorError } from '../model/errors.ts';
import { shown } from './address.ts';

/** Why a request did not bring the file, and whether another may. */
export class Setback extends Error {
  override readonly name = 'Setback';
  /** What to tell if it ends here. */
  readonly error: MultivectorError;
  readonly again: boolean;
  /** What is there already is not to be built upon. */
  readonly afresh: boolean;
  /** The wait that the server asked for. */
  readonly askedMs: number | undefined;

  constructor(
    error: MultivectorError,
    { again = true, afresh = false, askedMs }: { again?: boolean; afresh?: boolean; askedMs?: number } = {},
  ) {
    super(error.message, { cause: error });
    this.error = error;
    this.again = again;
    this.afresh = afresh;
    this.askedMs = askedMs;
  }
}

const goesOn = 'run the same command again: what has arrived is kept, and it goes on from there';
const network =
  'check the connection; behind a proxy, set HTTPS_PROXY and HTTP_PROXY (and NO_PROXY for hosts without)';

/** Codes of errors, with those of the errors that caused them. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one && typeof one.code === 'string') codes.push(one.code);
    if (one instanceof AggregateError) codes.push(...one.errors.flatMap(codesOf));
  }
  return codes;
}

const certificate = /^(CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|SSL_|ERR_SSL_)/;
const disk: Readonly<Record<string, string>> = {
  ENOSPC: 'make room on the disk, or choose another folder',
  EDQUOT: 'make room, or choose another folder',
  EACCES: 'choose a folder in which you may write',
  EPERM: 'choose a folder in which you may write',
  EROFS: 'choose a folder in which you may write',
  EISDIR: 'a folder stands where the file should go: take it away, or choose another place',
  ENOTDIR: 'a file stands where a folder should be: choose another place',
  EIO: 'the disk reports a fault; choose another one',
};

/** What a thrown error means for the download of the address. */
export function setbackOf(error: unknown, url: URL): Setback {
  if (error instanceof Setback) return error;
  if (error instanceof MultivectorError) return new Setback(error, { again: false });
  if (!(error instanceof Error)) throw error;
  const codes = codesOf(error);
  const where = shown(url);

  const full = codes.find((code) => code in disk);
  if (full !== undefined && 'syscall' in error)
    return new Setback(
      new MultivectorError('input', `${where}: it cannot be written: ${error.message}`, {
        cause: error,
        hint: disk[full] ?? goesOn,
      }),
      { again: false },
    );
  if (codes.some((code) => certificate.test(code)))
    return new Setback(
      new MultivectorError(
        'input',
        `${where}: ${url.hostname} cannot show that it is ${url.hostname}: ${codes[0]}`,
        {
          cause: error,
          hint: 'behind a proxy that opens connections, set NODE_EXTRA_CA_CERTS to its certificate; else fetch the file with a browser',
        },
      ),
      { again: false },
    );
  if (/^Proxy (response|Authentication)|tunnel/i.test(error.message)) {
    const status = /\((\d{3})\)/.exec(error.message)?.[1] ?? 'an error';
    return new Setback(
      new MultivectorError('input', `${where}: the proxy answers ${status}`, {
        cause: error,
        hint:
          status === '407'
            ? 'it wants a name and a password: HTTPS_PROXY=http://name:password@proxy:port'
            : 'see that HTTPS_PROXY and HTTP_PROXY are right, or put the host into NO_PROXY',
      }),
      { again: status !== '407' && status !== '403' },
    );
  }
  if (codes.includes('ENOTFOUND'))
    return new Setback(
      new MultivectorError('input', `${where}: there is no host ${url.hostname} that could be reached`, {
        cause: error,
        hint: network,
      }),
      { again: false },
    );
  if (codes.length === 0) throw error; // a fault of our own
  return new Setback(
    new MultivectorError('input', `${where}: the connection failed: ${error.message} (${codes[0]})`, {
      cause: error,
      hint: codes.includes('ECONNREFUSED') ? network : goesOn,
    }),
  );
}

/** Milliseconds that a Retry-After asks for: seconds, or a date. */
export function askedWait(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** What an answer that is not the file means. */
export function setbackOfStatus(
  status: number,
  url: URL,
  retryAfter: string | undefined,
  now: number,
): Setback {
  const where = shown(url);
  if (status === 404 || status === 410)
    return new Setback(
      new MultivectorError('missing', `${where} is not there (${status})`, {
        hint: 'it has moved or gone: look for it on the publisher’s page',
      }),
      { again: false },
    );
  if (status === 407)
    return new Setback(
      new MultivectorError('input', `${where}: the proxy answers 407`, {
        hint: 'it wants a name and a password: HTTPS_PROXY=http://name:password@proxy:port',
      }),
      { again: false },
    );
  if (status === 401 || status === 403 || status === 451)
    return new Setback(
      new MultivectorError('input', `${where} is not open to us (${status})`, {
        hint: 'it may want an account, or keep programs out: fetch it with a browser and import the file',
      }),
      { again: false },
    );
  const askedMs = askedWait(retryAfter, now);
  return new Setback(
    new MultivectorError('data', `${where}: the server answers ${status}`, {
      hint: passing.has(status) ? 'the server is busy or out of order: try again later' : goesOn,
    }),
    { again: passing.has(status), ...(askedMs !== undefined && { askedMs }) },
  );
}

/** The file that came is not the one that was promised. */
export const wrongFile = (
  url: URL,
  what: string,
  hint: string = 'try again; if it stays so, tell the publisher',
): Setback => new Setback(new MultivectorError('data', `${shown(url)}: ${what}`, { hint }), { afresh: true });

/** The connection ended, or answered what was not asked. */
export const broken = (url: URL, what: string, afresh = false): Setback =>
  new Setback(
    new MultivectorError('data', `${shown(url)}: ${what}`, { hint: afresh ? 'try again' : goesOn }),
    { afresh },
  );

export const stopped = (url: URL, cause: unknown): MultivectorError =>
  new MultivectorError('input', `the download of ${shown(url)} was stopped`, { cause, hint: goesOn });
