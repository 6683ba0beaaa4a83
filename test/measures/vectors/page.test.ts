import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { measuring } from '../../../src/measuring.ts';
import type { Figure } from '../../../src/model/figure.ts';

const page = (await readFile('docs/methods.md', 'utf8')).replace(/\s+/g, ' ');
const says = (words: string) => {
  expect(page.includes(words), words).toBe(true);
};
const two = (x: unknown): string => (x as number).toFixed(2).replace('-', '−');
const range = ({ interval }: Figure): string => {
  const { low, high } = (interval ?? {}) as { low?: number; high?: number };
  return `from ${two(low)} to ${two(high)}`;
};

it('the worked cases of vectors on the page of methods are what the measures give', async () => {
  const run = measuring({ user: 'nowhere' });
  const of = async (id: string, choices: Readonly<Record<string, unknown>>) =>
    (
      await run(id, {
        focal: ['KAZ'],
        from: '2022',
        to: '2022',
        choices: { dimension: 'economic', ...choices },
      })
    ).figures;

  const [own] = await of('balance', { importances: 'exports=2,imports=1,fdi-stock-share=0' });
  says(
    `${two(own?.value)} effective partners, the European Union leads with ${own?.note?.match(/^EU leads with (0\.\d\d)/)?.[1]}`,
  );
  const [stand] = await of('stand-and-pull', {});
  const [pull] = await of('resultant', {});
  if (!stand || !pull) throw new Error('no figures');
  says(
    `Economic: ${two(stand.value)}, ${range(stand)}; the pull itself is ${two(pull.value)}, ${range(pull)}`,
  );

  const { figures, notes } = await run('rank-acceptability', { focal: ['KAZ'], from: '2022', to: '2022' });
  const first = (partner: string) => figures.find((one) => one.partner === partner && one.item === 'rank 1');
  const percent = (partner: string) => `${Math.round(100 * (first(partner)?.value as number))} %`;
  says(`the European Union is first in ${percent('EU')} of weightings, Russia in ${percent('RUS')}`);
  says(`whose supporters give imports ${first('RUS')?.note?.match(/imports (0\.\d\d)/)?.[1]}`);
  says(`the whole ranking of ten holds in ${notes[0]?.match(/holds in (\d+ %)/)?.[1]}`);
});
