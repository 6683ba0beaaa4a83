import { Duck, literal } from '../src/archive/duck.ts';

/** DuckDB's plain copy of a tab-separated file into Parquet, every column as text. */
const [path = '', to = ''] = process.argv.slice(2);
const duck = await Duck.open({ memory: '512MB', temporary: `${to}.spill` });
await duck.run(
  `COPY (FROM read_csv(${literal(path)}, header = false, delim = '\t', quote = '', escape = '', all_varchar = true)) TO ${literal(to)} (FORMAT parquet)`,
);
duck.close();
