import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import { exportedLiteral, type Literal } from './literal.ts';
import {
  resolutionExpect,
  resolutionLookups,
  resolutionTables,
  resolutionVoteColumns,
} from './resolution-votes.ts';
import { ungaUkraineVotes } from './sources.ts';

const lists = { approve: 'yes', against: 'no', abstain: 'abstain', absent: 'absent' } as const;

const itemsOf = (literal: Literal | undefined): readonly Literal[] | undefined =>
  Array.isArray(literal?.value) ? literal.value : undefined;

function* votesIn(fields: ReadonlyMap<string, Literal>, line: number): Generator<Parsed> {
  const resolution = fields.get('code')?.value;
  if (typeof resolution !== 'string' || resolution === '') {
    yield { line, problem: 'a resolution without its code' };
    return;
  }
  const title = fields.get('name')?.value;
  for (const [list, vote] of Object.entries(lists)) {
    const states = itemsOf(fields.get(list));
    if (!states && fields.has(list)) yield { line, problem: `${list} is no list of states` };
    for (const { value: state, line: at } of states ?? [])
      yield typeof state === 'string'
        ? { line: at, row: { resolution, title: typeof title === 'string' ? title : undefined, state, vote } }
        : { line: at, problem: `what stands in ${list} is not the name of a state` };
  }
}

function* rowsOf({ name, bytes }: FileBytes): Generator<Parsed> {
  const exported = itemsOf(exportedLiteral(new TextDecoder().decode(bytes), name));
  if (!exported) throw new MultivectorError('data', `${name}: no list of resolutions`);
  for (const { line, value } of exported)
    if (value instanceof Map) yield* votesIn(value, line);
    else yield { line, problem: 'what stands in the list is no resolution' };
}

/** Lists of the states that voted for and against resolutions, in a file of JavaScript. It is read, not run. */
export const ungaResolutionJs: Format = {
  id: 'unga-resolution-js',
  title: 'UN General Assembly resolutions with lists of names (voting.js)',
  source: ungaUkraineVotes,
  quirks: [
    'a module of JavaScript that exports a list: it is read as data and never run',
    'the file has no days, and titles of its own with slips; day and title are those of the resolutions',
    'states by name, shortened as on the maps of Natural Earth (Eq. Guinea, S. Sudan)',
  ],
  version: 1,
  recognise: ({ text }) =>
    /\bexport\s+default\s*\[/.test(text) &&
    ['code', 'approve', 'against', 'abstain'].every((name) => new RegExp(`\\b${name}["']?\\s*:`).test(text)),
  reading: { kind: 'parsed', columns: resolutionVoteColumns, rows: rowsOf },
  lookups: resolutionLookups,
  tables: resolutionTables,
  expect: resolutionExpect,
  edition: 'whole',
};
