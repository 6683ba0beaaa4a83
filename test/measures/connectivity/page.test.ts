import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { measuring } from '../../../src/measuring.ts';
import { kazakhOil } from './kazakh-oil.ts';

it('the worked case on the page of methods is what the measures give', async () => {
  const page = (await readFile('docs/methods.md', 'utf8')).replace(/\s+/g, ' ');
  const says = (words: string) => {
    expect(page.includes(words), words).toBe(true);
  };
  const full = kazakhOil.routes.map((route) => ({ ...route, flow: route.id === 'cpc' ? 67 : 0 }));
  const run = measuring({ open: new Map([['KAZ', { ...kazakhOil, routes: full }]]) });
  const of = async (id: string, to = '2023') =>
    (await run(id, { focal: ['KAZ'], partners: ['RUS'], to })).figures[0];
  const loss = await of('chokepoint');
  const { low = 0, high = 0 } = (loss?.interval ?? {}) as { low?: number; high?: number };
  says(`F = ${(await of('max-flow'))?.value}; if Russia closed`);
  says(
    `67 / 73.5 = ${Number(loss?.value).toFixed(3)} would be lost, from ${low.toFixed(3)} to ${high.toFixed(3)}`,
  );
  says(`6.5 / 67 = ${Number((await of('reroutable'))?.value).toFixed(3)} of a full pipeline`);
  says(`planned for 2025: ${Number((await of('chokepoint', '2025'))?.value).toFixed(3)}.`);
});
