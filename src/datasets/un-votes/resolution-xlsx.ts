import { unzipSync } from 'fflate';
import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import {
  resolutionExpect,
  resolutionLookups,
  resolutionTables,
  resolutionVoteColumns,
} from './resolution-votes.ts';
import { ungaUkraineVotes } from './sources.ts';

const votes: ReadonlyMap<string, string> = new Map([
  ['approve', 'yes'],
  ['against', 'no'],
  ['abstain', 'abstain'],
  ['absent', 'absent'],
]);

/** Texts of a workbook that is small enough to be in the head as a whole. */
function textsOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return '';
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'xl/sharedStrings.xml' && originalSize < 2 ** 20,
    });
    return new TextDecoder().decode(files['xl/sharedStrings.xml']);
  } catch {
    return ''; // no zip file, or one that goes on after the head: not this workbook
  }
}

async function* rowsOf({ name, bytes }: FileBytes): AsyncGenerator<Parsed> {
  const { read, utils } = await import('@e965/xlsx');
  const sheets = (() => {
    try {
      return Object.entries(read(bytes, { dense: true }).Sheets);
    } catch (cause) {
      throw new MultivectorError('data', `${name}: not a workbook that can be read`, { cause });
    }
  })();
  for (const [, sheet] of sheets) {
    const [header = [], ...rows] = utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    const at = (column: string): number => header.indexOf(column);
    if (at('states') < 0 || at('vote') < 0) continue;
    for (const [i, row] of rows.entries()) {
      const cell = (column: string): string => String(row[at(column)] ?? '').trim();
      const line = i + 2;
      if (row.length === 0) continue;
      const vote = votes.get(cell('vote').toLowerCase());
      yield vote === undefined || cell('states') === ''
        ? { line, problem: `no vote of a state: “${cell('states')}”, “${cell('vote')}”` }
        : { line, row: { resolution: 'ES-11/1', state: cell('states'), iso: cell('iso_code'), vote } };
    }
    return;
  }
  throw new MultivectorError('data', `${name}: no sheet has the columns “states” and “vote”`);
}

/** How states voted on ES-11/1, the sheet `detail` of a workbook. */
export const ungaResolutionXlsx: Format = {
  id: 'unga-resolution-xlsx',
  title: 'UN General Assembly resolution ES-11/1, votes by state (workbook)',
  source: ungaUkraineVotes,
  quirks: [
    'the workbook does not say which resolution it is about; its publisher does',
    'the other sheets are sums over the people of the states, and are passed over',
    'names have outer spaces and marks of footnotes; the ISO codes count',
  ],
  version: 1,
  recognise: ({ bytes }) => {
    const texts = textsOf(bytes);
    return ['states', 'vote', 'iso_code', 'Approve'].every((text) => texts.includes(`>${text}<`));
  },
  reading: { kind: 'parsed', columns: resolutionVoteColumns, rows: rowsOf },
  lookups: resolutionLookups,
  tables: resolutionTables,
  expect: resolutionExpect,
  edition: 'whole',
};
