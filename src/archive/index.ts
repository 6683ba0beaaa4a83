/** Bulk data: publishers' files in, rows out. The only folder that speaks to DuckDB and ClickHouse. */
export { type ImportOptions, importFiles, type Progress, type Receipt } from './archive.ts';
export { archivePlace, FolderStore } from './folder.ts';
export { keptAnswer } from './kept-answer.ts';
export { openStore } from './open.ts';
export { type ParquetColumn, parquet } from './parquet.ts';
export { formatNamed, recognised } from './recognise.ts';
export {
  type Columns,
  type ColumnsQuestion,
  current,
  type Question,
  type SeriesQuestion,
  type SeriesRow,
  type Store,
} from './store.ts';
