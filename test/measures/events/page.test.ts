import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { builtInFolder, Dossier } from '../../../src/dossier/index.ts';
import { runOn } from './evidence.ts';

it('the worked case on the page of methods is what the measures give', async () => {
  const page = (await readFile('docs/methods.md', 'utf8')).replace(/\s+/g, ' ');
  const says = (words: string) => {
    expect(page.includes(words), words).toBe(true);
  };
  const { records } = await Dossier.open(`${builtInFolder}/kazakhstan`);
  const run = runOn({ records });
  const of = async (id: string, item?: string) => {
    const { figures } = await run(id, { partners: ['RUS'] });
    return figures.find((one) => one.period === '2022' && one.item === item);
  };
  const words = await of('quad-shares', 'verbal-cooperation');
  const { low = 0, high = 0 } = (words?.interval ?? {}) as { low?: number; high?: number };
  says(
    `shares ${words?.value} (from ${low.toFixed(3)} to ${high.toFixed(3)}), ${(await of('quad-shares', 'verbal-conflict'))?.value} and 0`,
  );
  expect((await of('quad-shares', 'material-conflict'))?.value).toBe(0);
  says(`${(await of('goldstein'))?.note?.match(/sum (\d)/)?.[1]} / 8 = ${(await of('goldstein'))?.value}`);
  expect(await of('reciprocity', 'difference')).toMatchObject({
    value: { gap: 'too-few-records' },
    note: 'out 5 friendly, 2 hostile; in 0 friendly, 0 hostile',
  });
});
