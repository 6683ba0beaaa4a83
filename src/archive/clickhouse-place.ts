import { MultivectorError } from '../model/errors.ts';

/** Where a ClickHouse server listens, and as whom to speak to it. */
export interface Address {
  readonly secure: boolean;
  readonly host: string;
  /** Of its HTTP interface. */
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Name of a cluster that the server knows; without it the server is alone. */
  readonly cluster?: string | undefined;
}

const example = 'clickhouse://user:password@host:8123/database?cluster=name';

/** Whether the place of an archive is a ClickHouse server rather than a folder. */
export const isClickHouse = (place: string): boolean => /^clickhouses?:\/\//.test(place);

const wrong = (why: string): MultivectorError =>
  new MultivectorError('input', `the archive's address ${why}`, { hint: `such as ${example}` });

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new MultivectorError('input', `the archive's address has a % that encodes nothing`, {
      cause,
      hint: 'a % in a name or password is written %25',
    });
  }
}

/**
 * Reads `clickhouse://user:password@host:8123/database?cluster=name`; `clickhouses://` speaks TLS.
 *
 * @throws MultivectorError `input`; the password is not in its message
 */
export function addressOf(place: string): Address {
  if (!isClickHouse(place) || !URL.canParse(place)) throw wrong('cannot be read');
  const url = new URL(place);
  const secure = url.protocol === 'clickhouses:';
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'cluster');
  if (url.hostname === '') throw wrong('has no host');
  if (unknown !== undefined) throw wrong(`has “${unknown}”, which means nothing here`);
  const database = decoded(url.pathname.slice(1));
  if (database.includes('/')) throw wrong('has more than a database behind the host');
  return {
    secure,
    host: url.hostname,
    port: Number(url.port) || (secure ? 8443 : 8123),
    user: decoded(url.username) || 'default',
    password: decoded(url.password),
    database: database || 'multivector',
    cluster: url.searchParams.get('cluster') || undefined,
  };
}

/** `http://host:8123`. */
export const httpAddress = ({ secure, host, port }: Address): string =>
  `${secure ? 'https' : 'http'}://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;

/** The address for a reader, without the password. */
export function shownPlace({ secure, host, port, user, database, cluster }: Address): string {
  const query = cluster === undefined ? '' : `?cluster=${encodeURIComponent(cluster)}`;
  const who = encodeURIComponent(user);
  return `clickhouse${secure ? 's' : ''}://${who}@${host}:${port}/${encodeURIComponent(database)}${query}`;
}
