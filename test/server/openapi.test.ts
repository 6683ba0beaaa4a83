import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { app } from '../../src/server/app.ts';
import { version } from '../../src/version.ts';
import { Workbench } from '../../src/workbench.ts';

const golden = 'test/golden/openapi.json';

it('has the OpenAPI document that is on file', async () => {
  const document = (await (
    await app(await Workbench.open()).request('http://localhost/api/openapi.json')
  ).json()) as { info: { version: string } };
  expect(document.info.version).toBe(version);
  const text = `${JSON.stringify({ ...document, info: { ...document.info, version: '*' } }, undefined, 2)}\n`;
  if (process.env.UPDATE_GOLDEN && !process.env.CI) writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});
