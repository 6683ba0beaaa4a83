import { createServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { listen } from '../../src/server/serve.ts';
import { Workbench } from '../../src/workbench.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function served(port: number): Promise<string> {
  const { url, close } = await listen(await Workbench.open(), { port });
  open.push(close);
  return url;
}

it('serves on a loopback port', async () => {
  const url = await served(0);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect((await fetch(`${url}api/claims`)).status).toBe(200);
});

it('takes another port where one is taken, also by a second workbench', async () => {
  const other = createServer();
  const taken = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
  open.push(() => new Promise((resolve) => other.close(() => resolve())));
  const first = await served(taken);
  const second = await served(taken);
  const ports = [first, second].map((url) => Number(new URL(url).port));
  expect(new Set([taken, ...ports]).size).toBe(3);
  for (const url of [first, second]) expect((await fetch(`${url}api/claims`)).status).toBe(200);
});

it('says which port it may not use, and does not hang', async () => {
  const own = process.getuid?.() === 0; // root may use any
  if (own) return;
  await expect(served(1)).rejects.toThrow(/port 1 /);
});

it('is gone when it is closed', async () => {
  const { url, close } = await listen(await Workbench.open(), { port: 0 });
  await close();
  await expect(fetch(url)).rejects.toThrow();
});
