import type { Format } from '../../model/format.ts';
import { comtrade } from './comtrade.ts';

/** Cells of a line of the file, quoted or not. */
const cellsOf = (line: string): number => line.replace(/"(?:[^"]|"")*"/g, '').split(',').length;

/** Trade by reporter, partner and product, as the site hands it out. */
export const comtradeCsv: Format = {
  id: 'comtrade-csv',
  title: 'UN Comtrade, download as CSV',
  source: comtrade.source,
  quirks: [
    'rows end in a comma, so that they have a cell more than the header; some downloads do not',
    'names of areas are in Latin-1 or UTF-8; only codes are read',
    ...comtrade.quirks,
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    ['reporterCode', 'flowCode', 'partnerCode', 'cmdCode', 'primaryValue'].every((name) =>
      header.split(',').some((cell) => cell.replaceAll('"', '').trim() === name),
    ),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    encoding: 'latin-1',
    names: (header, { lines: [, first = ''] }) =>
      cellsOf(first) === header.length + 1 ? [...header, 'after the last comma'] : header,
    columns: comtrade.columns,
  },
  aside: comtrade.aside,
  refuse: comtrade.refuse,
  lookups: comtrade.lookups,
  tables: comtrade.tables,
  expect: comtrade.expect,
  edition: 'part',
};
