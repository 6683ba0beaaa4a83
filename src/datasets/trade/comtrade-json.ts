import { z } from 'zod';
import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import { comtrade } from './comtrade.ts';

const answer = z.object({ data: z.array(z.unknown()) });
const record = z.record(z.string(), z.unknown());
const cell = z.union([z.string(), z.number(), z.boolean()]);

function parsed({ name, bytes }: FileBytes): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new MultivectorError('data', `${name} is not JSON`, {
      cause,
      hint: 'the answer may be torn; ask again',
    });
  }
  const found = answer.safeParse(value);
  if (!found.success) throw new MultivectorError('data', `${name}: there is no list “data”`);
  return found.data.data;
}

/** The records of the answer; the line is the place in the list, 1 being the first. */
function* records(file: FileBytes): Generator<Parsed> {
  for (const [i, one] of parsed(file).entries()) {
    const found = record.safeParse(one);
    if (!found.success) {
      yield { line: i + 1, problem: 'an element of “data” is no record', text: JSON.stringify(one) };
      continue;
    }
    const cells = Object.keys(comtrade.columns).map((key) => [key, cell.safeParse(found.data[key]).data]);
    yield { line: i + 1, row: Object.fromEntries(cells) };
  }
}

/** The same as the download, as the API answers. */
export const comtradeJson: Format = {
  id: 'comtrade-json',
  title: 'UN Comtrade, answer of the API',
  source: comtrade.source,
  quirks: [
    'the line of a row that is refused is its place in the list `data`',
    'where names were not asked for, the letters of areas are null; then their numbers count',
    ...comtrade.quirks,
  ],
  version: 1,
  recognise: ({ text }) =>
    /^\s*\{/.test(text) &&
    /"data"\s*:\s*\[/.test(text) &&
    text.includes('"reporterCode"') &&
    text.includes('"primaryValue"'),
  reading: { kind: 'parsed', columns: comtrade.columns, rows: records },
  aside: comtrade.aside,
  refuse: comtrade.refuse,
  lookups: comtrade.lookups,
  tables: comtrade.tables,
  expect: comtrade.expect,
  edition: 'part',
};
