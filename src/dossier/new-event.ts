import { actorsOf } from '../model/actors.ts';
import { MultivectorError } from '../model/errors.ts';
import { cameoFromPlover, type Root, roots } from '../model/ontology.ts';
import { type Event, eventTable, type Records } from '../model/records.ts';
import type { Column } from '../model/table.ts';
import { readCell } from '../model/table.ts';
import { cellProblems } from './csv.ts';

/** An event as an analyst gives it: actors by any of their names, the rest as text. */
export interface EventInput {
  readonly id?: string;
  readonly date: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly root: string;
  readonly mode?: string;
  readonly dimension: string;
  readonly status: string;
  readonly title: string;
  readonly place?: string;
  readonly intensity?: string;
  readonly bears_on: readonly string[];
}

/**
 * The event row for what an analyst gave, its actors resolved and its CAMEO code and id filled in.
 *
 * @throws MultivectorError `input` naming everything that is wrong with it
 */
export function eventOf(records: Records, given: EventInput): Event {
  const actors = actorsOf(records);
  const codes = (names: readonly string[]) => names.map((name) => actors.resolve(name).actor);
  const resolved = {
    ...given,
    source: codes(given.source),
    target: codes(given.target),
    bears_on: codes(given.bears_on),
    contexts: [],
  };
  const row: Record<string, unknown> = {};
  const problems: string[] = [];
  const isRoot = (root: string): root is Root => (roots as readonly string[]).includes(root);
  for (const [name, column] of Object.entries<Column>(eventTable.columns)) {
    const text = resolved[name as keyof typeof resolved];
    const value = typeof text === 'string' ? readCell(column, text) : text;
    if (name === 'id' || name === 'cameo') continue;
    for (const problem of cellProblems(column, value)) problems.push(`${name}: ${problem}`);
    if (value !== undefined) row[name] = value;
  }
  if (problems.length > 0)
    throw new MultivectorError('input', problems.join('; '), {
      hint: 'see multivector dossier add-event --help',
    });
  const id =
    given.id ??
    freeId(
      records,
      [given.date.replace(/[^0-9-]+/g, ''), resolved.source[0], given.root, resolved.target[0]]
        .join('-')
        .toLowerCase(),
    );
  return {
    id,
    ...row,
    cameo: isRoot(given.root) ? cameoFromPlover(given.root, given.mode) : undefined,
  } as Event;
}

function freeId(records: Records, stem: string): string {
  const taken = new Set(records.events.map(({ id }) => id));
  let id = stem;
  for (let i = 2; taken.has(id); i++) id = `${stem}-${i}`;
  return id;
}
