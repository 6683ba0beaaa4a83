import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { app } from '../../src/server/app.ts';
import { Workbench } from '../../src/workbench.ts';
import { copyOfKazakhstan } from '../fixtures/folders.ts';

it('shows a table changed by hand at the next request, says where a broken one is broken, and goes on when it is mended', async () => {
  const folder = await copyOfKazakhstan();
  const file = join(folder, 'events.csv');
  const before = await readFile(file, 'utf8');
  const server = app(await Workbench.open({ folder }));
  const ask = async () => {
    const answer = await server.request('http://127.0.0.1/api/records/blinken-visits-kazakhstan');
    return { status: answer.status, body: (await answer.json()) as { title?: string; error?: string } };
  };

  expect((await ask()).body.title).toBe('Blinken visits Kazakhstan');
  await writeFile(file, before.replace('Blinken visits Kazakhstan', 'Blinken comes to Astana'));
  expect((await ask()).body.title).toBe('Blinken comes to Astana');

  await writeFile(
    file,
    before.replace('blinken-visits-kazakhstan,2023-02-28', 'blinken-visits-kazakhstan,soon'),
  );
  expect(await ask()).toMatchObject({
    status: 500,
    body: { error: expect.stringMatching(/events\.csv:\d+: date: “soon” is not a date/) },
  });
  await writeFile(file, before);
  expect((await ask()).body.title).toBe('Blinken visits Kazakhstan');
});
