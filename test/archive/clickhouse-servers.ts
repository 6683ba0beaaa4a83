import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const binary = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].find(existsSync);

/** Whether ClickHouse is installed here: Debian's package is `clickhouse-server`. */
export const hasClickHouse = binary !== undefined;

export const user = 'archive';
/** A password that must be encoded in an address and escaped in XML. */
export const password = "p@ss/w:rd <'&%>";

/**
 * Two shards of one cluster: two addresses of this machine with the same port for HTTP. The ports between the servers
 * differ, since a server takes its own port on any address of the machine for itself.
 */
export interface Cluster {
  readonly hosts: readonly [string, string];
  /** Of the HTTP interface. */
  readonly port: number;
  /** The archive's address on the first of them; each name is a database of its own. */
  place(database: string, more?: { readonly cluster?: string | undefined; readonly host?: number }): string;
  /** What a server answers, as text. */
  ask(sql: string, host?: number): Promise<string>;
  /** Stops one of them, or both and takes their data away. */
  stop(host?: number): Promise<void>;
}

const hosts = ['127.0.0.1', '127.0.0.2'] as const;

const canListen = (host: string, port: number): Promise<number | undefined> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });

/** A port that is free on both addresses. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = await canListen(hosts[0], 0);
    if (port !== undefined && (await canListen(hosts[1], port)) !== undefined) return port;
  }
  throw new Error('no port is free on both addresses');
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const shard = (host: string, port: number): string =>
  `<shard><replica><host>${host}</host><port>${port}</port><user>${user}</user><password>${xml(password)}</password></replica></shard>`;

const configuration = (
  folder: string,
  own: number,
  http: number,
  natives: readonly number[],
): string => `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <http_port>${http}</http_port><tcp_port>${natives[own]}</tcp_port><listen_host>${hosts[own]}</listen_host>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>5000000</mark_cache_size>
  <remote_servers><two>${hosts.map((one, i) => shard(one, natives[i] ?? 0)).join('')}</two></remote_servers>
</yandex>
`;

const users = `<?xml version="1.0"?>
<yandex>
  <profiles><default><max_memory_usage>2000000000</max_memory_usage></default><reader><readonly>1</readonly></reader></profiles>
  <users>
    <${user}><password>${xml(password)}</password><networks><ip>127.0.0.0/8</ip></networks><profile>default</profile><quota>default</quota></${user}>
    <reader><password></password><networks><ip>127.0.0.0/8</ip></networks><profile>reader</profile><quota>default</quota></reader>
  </users>
  <quotas><default></default></quotas>
</yandex>
`;

/** Starts two servers with empty data folders, and waits until both answer. */
export async function startCluster(): Promise<Cluster> {
  if (binary === undefined) throw new Error('clickhouse-server is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'multivector-clickhouse-'));
  const [http, ...natives] = [await freePort(), await freePort(), await freePort()];
  const processes: ChildProcess[] = [];
  const ask = async (sql: string, host = 0): Promise<string> => {
    const answer = await fetch(`http://${hosts[host]}:${http}/`, {
      method: 'POST',
      body: sql,
      headers: { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text.trim();
  };
  const stop = async (host?: number): Promise<void> => {
    for (const [i, one] of processes.entries()) {
      if (host !== undefined && host !== i) continue;
      if (one.exitCode !== null || one.signalCode !== null) continue;
      const ended = new Promise((done) => one.once('exit', done));
      one.kill('SIGKILL'); // nothing of it is kept
      await ended;
    }
    if (host === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const i of hosts.keys()) {
      const own = join(folder, String(i));
      await mkdir(join(own, 'data'), { recursive: true });
      await mkdir(join(own, 'tmp'));
      await writeFile(join(own, 'config.xml'), configuration(own, i, http, natives));
      await writeFile(join(own, 'users.xml'), users);
      processes.push(
        spawn(binary, [`--config-file=${join(own, 'config.xml')}`], { cwd: own, stdio: 'ignore' }),
      );
    }
    for (const i of hosts.keys())
      for (let tries = 0; ; tries++) {
        const answer = await ask('SELECT 1', i).catch((error: unknown) => error);
        if (answer === '1') break;
        if (processes[i]?.exitCode !== null || tries > 200) {
          const log = await readFile(join(folder, String(i), 'errors'), 'utf8').catch(() => '');
          throw new Error(`clickhouse-server does not start: ${String(answer)}\n${log}`);
        }
        await pause(100);
      }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    hosts,
    port: http,
    place: (database, { cluster = 'two', host = 0 } = {}) =>
      `clickhouse://${user}:${encodeURIComponent(password)}@${hosts[host]}:${http}/${database}${cluster === '' ? '' : `?cluster=${cluster}`}`,
    ask,
    stop,
  };
}
