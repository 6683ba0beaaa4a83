import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The built program as a user runs it. */
const program = 'bin/multivector.js';

export interface Running {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves a dossier with the built program and waits for its address. */
export async function serve(
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Running> {
  if (!existsSync('dist/web/index.html') || !existsSync('dist/program/multivector.js'))
    throw new Error('The browser tests run the built program: npm run build');
  const child = spawn(process.execPath, [program, 'serve', ...args, '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MULTIVECTOR_DOSSIERS: '/nonexistent', ...environment },
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`multivector serve ended with ${code}: ${said}`)));
  });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** Runs a command of the built program to its end. */
export function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, out })));
}
