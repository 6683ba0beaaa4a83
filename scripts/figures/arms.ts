import { join } from 'node:path';
import { cell, fileIn, numberIn, readCsv, rounded, stateNamed } from './files.ts';
import { focal, type Observation } from './observation.ts';

interface Delivery {
  readonly supplier: string | undefined;
  readonly year: number;
  readonly tiv: number;
}

/** The register has three columns without a name: the marks of uncertainty that follow a figure. */
const withMarks = (names: string[]): string[] =>
  names.map((name, at) => (name.trim() === '' ? `uncertain ${names[at - 1] ?? ''}` : name));

/** Deliveries to Kazakhstan; a deal with several delivery years is split equally over them. */
function deliveries(path: string): Delivery[] {
  return readCsv(path, { encoding: 'latin1', fromLine: 12, header: withMarks })
    .filter((row) => cell(row, 'Recipient') === 'Kazakhstan' && cell(row, 'Year(s) of delivery') !== '')
    .flatMap((row) => {
      const years = cell(row, 'Year(s) of delivery').split('; ');
      const name = cell(row, 'Supplier');
      return years.map((year) => ({
        supplier: name === 'unknown supplier(s)' ? undefined : stateNamed(name),
        year: Number(year),
        tiv: numberIn(row, 'SIPRI TIV of delivered weapons') / years.length,
      }));
    });
}

/** Deliveries of major conventional arms by supplier and year, and in all. */
export function armsImports(data: string): Observation[] {
  const all = deliveries(fileIn(join(data, 'arms-sipri'), '.csv'));
  const split =
    'TIV of delivered weapons; a deal with several delivery years is split equally over them; n: deals delivering in the year';
  const figure = (partner: string, year: number, some: readonly Delivery[], method: string): Observation => ({
    focal,
    partner,
    indicator: 'arms-imports',
    period: String(year),
    unit: 'TIV million',
    source: 'sipri-arms',
    value: rounded(
      some.reduce((sum, { tiv }) => sum + tiv, 0),
      2,
    ),
    n: some.length,
    locator: 'recipient Kazakhstan',
    method,
  });

  const years = all.map(({ year }) => year);
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((year) => {
    const inYear = all.filter((delivery) => delivery.year === year);
    const suppliers = [...new Set(inYear.flatMap(({ supplier }) => supplier ?? []))];
    const total =
      inYear.length === 0
        ? 'the register lists no delivery in the year'
        : `${split}; all suppliers, unknown ones too`;
    return [
      figure('WLD', year, inYear, total),
      ...suppliers.map((supplier) =>
        figure(
          supplier,
          year,
          inYear.filter((d) => d.supplier === supplier),
          split,
        ),
      ),
    ];
  });
}
