import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { parquet } from '../../src/archive/index.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

it('writes a table that another reader reads, gaps and quotes and all', async () => {
  const bytes = await parquet(
    [
      { name: 'about', type: 'text' },
      { name: 'a "name"', type: 'number' },
      { name: 'n', type: 'integer' },
    ],
    [
      ['KAZ', 0.1, 3],
      ["O'Hara", null, 0],
    ],
  );
  const file = join(await temporaryFolder(), "it's.parquet");
  writeFileSync(file, bytes);
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(
    `SELECT * FROM read_parquet('${file.replaceAll("'", "''")}')`,
  );
  expect(reader.getRowsJS()).toEqual([
    ['KAZ', 0.1, 3n],
    ["O'Hara", null, 0n],
  ]);
  expect(reader.columnTypes().map(String)).toEqual(['VARCHAR', 'DOUBLE', 'BIGINT']);
});
