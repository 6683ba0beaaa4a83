import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duck, identifier, literal } from './duck.ts';

export interface ParquetColumn {
  readonly name: string;
  readonly type: 'text' | 'number' | 'integer';
}

const sqlTypes = { text: 'VARCHAR', number: 'DOUBLE', integer: 'BIGINT' } as const;

/** A Parquet file of a table, as bytes; cells in the order of the columns, null where there is none. */
export async function parquet(
  columns: readonly ParquetColumn[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'multivector-'));
  const duck = await Duck.open();
  try {
    const file = join(folder, 'table.parquet');
    const types = columns.map(
      ({ name, type }) => `${identifier(name)} ${type === 'text' ? 'VARCHAR' : 'DOUBLE'}`,
    );
    await duck.run(`CREATE TABLE t (${types.join(', ')})`);
    await duck.append(
      't',
      (async function* () {
        yield* rows;
      })(),
    );
    const cells = columns.map(
      ({ name, type }) => `${identifier(name)}::${sqlTypes[type]} AS ${identifier(name)}`,
    );
    await duck.run(
      `COPY (SELECT ${cells.join(', ')} FROM t) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    return await readFile(file);
  } finally {
    duck.close();
    await rm(folder, { recursive: true, force: true });
  }
}
