import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { measuring } from '../../../src/measuring.ts';
import type { Figure } from '../../../src/model/figure.ts';

const page = (await readFile('docs/methods.md', 'utf8')).replace(/\s+/g, ' ');
const says = (words: string) => {
  expect(page.includes(words), words).toBe(true);
};
const two = (x: unknown): string => (x as number).toFixed(2).replace('-', '−');
const range = (one: Figure | undefined): string => {
  const { low, high } = (one?.interval ?? {}) as { low?: number; high?: number };
  return `from ${two(low)} to ${two(high)}`;
};
const run = measuring({ user: 'nowhere' });
const of = (id: string, more: { readonly partners?: readonly string[] } = {}) =>
  run(id, { focal: ['KAZ'], from: '2022', to: '2022', ...more });

it('the worked cases of the profile on the page of methods are what the measures give', async () => {
  const { figures } = await of('profile');
  says(
    figures
      .map(
        (one) =>
          `${one.item?.replace('say-do-gap', 'say-do gap').replace(/^(issue|signal)-/, '$1 ')} ${two(one.value)}, ${range(one)}`,
      )
      .join('; '),
  );

  const { figures: pairs } = await of('rivalry', { partners: ['RUS', 'CHN', 'USA'] });
  const pair = (other: string) => pairs.find(({ about, partner }) => about === 'RUS' && partner === other);
  says(
    `Russia and China ${two(pair('CHN')?.value)}, ${range(pair('CHN'))}; Russia and the United States ${two(pair('USA')?.value)}, ${range(pair('USA'))}`,
  );

  const { figures: signs, notes } = await of('structural-balance');
  const sign = (item: string) => signs.find((one) => one.item === item)?.value;
  says(`political: T = ${two(sign('triangles'))}, ${sign('frustration')} signs`);
  expect(notes).toEqual(['2022: a friend of rivals, EU and IRN; TUR and IRN; IRN and IND']);
});

it('so are those of what is declared', async () => {
  const { figures } = await of('kept');
  const verdicts = ['kept', 'fell short', 'cannot be told'].map(
    (verdict) => figures.filter(({ note }) => note?.startsWith(`${verdict}: `)).length,
  );
  expect(verdicts).toEqual([3, 0, 9]);
  says(
    'of twelve commitments: three kept (equality and breadth of political ties), none fell short, nine cannot be told',
  );
  const spread = figures.find(({ item }) => item === 'commit-diversify-military');
  says(`${spread?.note?.match(/: (\d\.\d\d in 2021)/)?.[1]?.replace(' in', ' effective partners in')}`);
  says(`a difference of ${two(spread?.value)}, ${range(spread)}`);
});
