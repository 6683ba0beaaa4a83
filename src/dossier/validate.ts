import { z } from 'zod';
import { Actors } from '../model/actors.ts';
import { parseDate } from '../model/date.ts';
import { indicatorById, indicators } from '../model/indicator.ts';
import {
  type Change,
  historyTable,
  type Observation,
  optionalTables,
  type Records,
  type Route,
  recordTables,
  type Source,
  sourceSchema,
  type TableName,
  tableNames,
} from '../model/records.ts';
import type { Column, Table } from '../model/table.ts';
import type { Files } from './commit.ts';
import { cellProblems, type Located, readTable } from './csv.ts';
import { type Descriptor, descriptorSchema } from './descriptor.ts';
import type { Problem } from './problem.ts';
import { routeProblems } from './route-problems.ts';

type AnyRow = Readonly<Record<string, unknown>> & { readonly id: string };
type Rows = { readonly [T in TableName]: readonly Located<AnyRow>[] };

/** A dossier as read from its files: what could be read, and everything that is wrong. */
export interface Reading {
  readonly records: Records | undefined;
  readonly history: readonly Change[];
  readonly descriptor: Descriptor | undefined;
  readonly problems: readonly Problem[];
}

export const descriptorFile = 'datapackage.json';
export const sourcesFile = 'sources.json';
export const fileOf = (table: TableName | 'history'): string => `${table}.csv`;
export const dossierFiles: readonly string[] = [
  descriptorFile,
  sourcesFile,
  ...tableNames.map(fileOf),
  fileOf('history'),
];

/** Reads and checks all of a dossier's files, and names every problem at once. */
export function readDossier(files: Files): Reading {
  const problems = [...files.problems];
  const unreadable = new Set(files.problems.map(({ file }) => file));
  const text = (file: string): string | undefined => {
    const found = files.texts.get(file);
    if (found === undefined && !unreadable.has(file))
      problems.push({ file, line: 1, message: 'is missing from the dossier' });
    return found;
  };

  const descriptor = readJson(descriptorFile, text(descriptorFile), descriptorSchema, problems)?.value;
  const sources = readSources(text(sourcesFile), problems);
  const read = <R>(table: Table, name: TableName | 'history'): Located<R>[] => {
    const file = fileOf(name);
    const isListed = descriptor?.resources.some((resource) => resource.name === name) ?? false;
    const mayLack = (optionalTables as readonly string[]).includes(name) && !isListed;
    const content = mayLack ? files.texts.get(file) : text(file);
    if (content === undefined) return [];
    const result = readTable<R>(table, fileOf(name), content);
    problems.push(...result.problems);
    return result.rows;
  };
  const rows = Object.fromEntries(
    tableNames.map((name) => [name, read<AnyRow>(recordTables[name] as unknown as Table, name)]),
  ) as unknown as Rows;
  const history = read<Change>(historyTable as unknown as Table, 'history');

  if (descriptor && problems.length === 0)
    problems.push(...relationProblems(rows, sources, descriptor, history));
  const plain = Object.fromEntries(
    tableNames.map((name) => [name, rows[name].map(({ row }) => row)]),
  ) as unknown as Omit<Records, 'focal' | 'partners' | 'title' | 'sources'>;
  return {
    records: descriptor && {
      ...plain,
      focal: descriptor.multivector.focal,
      partners: descriptor.multivector.partners,
      title: descriptor.title,
      sources,
    },
    history: history.map(({ row }) => row),
    descriptor,
    problems: problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
  };
}

function readJson<T>(
  file: string,
  text: string | undefined,
  schema: z.ZodType<T>,
  problems: Problem[],
): { value: T } | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message);
    const line = at ? text.slice(0, Number(at[1])).split('\n').length : 1;
    problems.push({ file, line, message: `is not JSON: ${message}` });
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  for (const issue of result.error.issues)
    problems.push({
      file,
      line: lineOf(text, issue.path),
      column: issue.path.join('.') || undefined,
      message: issueWords(issue.message),
    });
  return undefined;
}

/** A schema's complaint in words that do not speak of the program. */
const issueWords = (message: string): string =>
  message
    .replace(/^Invalid input: expected (\w+), received undefined$/, 'is missing, and must be of type $1')
    .replace(/^Invalid input: expected (\w+), received (\w+)$/, 'is of type $2, and must be of type $1');

/** The line on which the innermost named part of a JSON path stands, as near as text search tells. */
function lineOf(text: string, path: readonly PropertyKey[]): number {
  let from = 0;
  for (const step of path) {
    if (typeof step === 'string') {
      const found = text.indexOf(JSON.stringify(step), from);
      if (found !== -1) from = found;
    } else if (typeof step === 'number') {
      for (let i = 0, at = from; i <= step; i++) {
        at = text.indexOf('"id"', at + (i === 0 ? 0 : 1));
        if (at === -1) break;
        from = at;
      }
    }
  }
  return text.slice(0, from).split('\n').length;
}

function readSources(text: string | undefined, problems: Problem[]): Source[] {
  const list = readJson(sourcesFile, text, z.array(sourceSchema), problems)?.value ?? [];
  const seen = new Set<string>();
  for (const [i, { id }] of list.entries()) {
    if (seen.has(id))
      problems.push({
        file: sourcesFile,
        line: lineOf(text ?? '', [i]),
        column: 'id',
        message: `“${id}” stands twice`,
      });
    seen.add(id);
  }
  return list;
}

/** What is wrong between rows: ids used twice, names of what is not there, figures that cannot be. */
function relationProblems(
  rows: Rows,
  sources: readonly Source[],
  descriptor: Descriptor,
  history: readonly Located<Change>[],
): Problem[] {
  const problems: Problem[] = [];
  const say = (table: TableName | 'history', line: number, column: string | undefined, message: string) =>
    problems.push({ file: fileOf(table), line, column, message });

  const actors = new Actors({
    actors: rows.actors.map(({ row }) => row) as unknown as Records['actors'],
    holders: [],
    ties: [],
  });
  const places = new Map<string, string>();
  for (const table of tableNames)
    for (const { line, row } of rows[table]) {
      const known = places.get(row.id);
      if (known)
        say(table, line, 'id', `“${row.id}” is already used at ${known}; an id is used once in a dossier`);
      else places.set(row.id, `${fileOf(table)}:${line}`);
    }
  const kinds = new Map(rows.actors.map(({ row }) => [row.id, row.kind]));
  const documents = new Set(rows.documents.map(({ row }) => row.id));
  const sourceIds = new Set(sources.map(({ id }) => id));
  const isThere: Record<NonNullable<Column['names']>, (id: string) => boolean> = {
    actor: (id) => actors.has(id),
    person: (id) => kinds.get(id) === 'person',
    office: (id) => kinds.get(id) === 'office',
    document: (id) => documents.has(id),
    source: (id) => sourceIds.has(id),
    record: (id) => places.has(id),
  };
  const where: Record<NonNullable<Column['names']>, string> = {
    actor: 'actors.csv or the list of states',
    person: 'actors.csv as a person',
    office: 'actors.csv as an office',
    document: documentsFile,
    source: sourcesFile,
    record: 'any table',
  };
  for (const table of tableNames)
    for (const { line, row } of rows[table])
      for (const [name, of] of Object.entries<Column>(recordTables[table].columns)) {
        if (!of.names) continue;
        const value = row[name];
        const ids = Array.isArray(value) ? value : value === undefined ? [] : [value];
        for (const id of ids)
          if (!isThere[of.names](String(id)))
            say(table, line, name, `“${String(id)}” is not in ${where[of.names]}`);
      }

  const claims = new Set([...sourceIds]);
  for (const { line, row } of rows.claims) {
    const by = String(row.by);
    if (!claims.has(by) && !actors.has(by))
      say('claims', line, 'by', `“${by}” is neither a source nor an actor`);
    for (const test of (row.tests as readonly string[] | undefined) ?? []) {
      const indicator = test.split(':')[0] ?? '';
      if (!places.has(test) && !indicatorById.has(indicator))
        say('claims', line, 'tests', `“${test}” is neither a record nor indicator:partner`);
    }
  }
  for (const table of ['ties', 'holders', 'actors'] as const)
    for (const { line, row } of rows[table]) {
      const first = parseDate(String(row.from ?? ''))?.first;
      const last = parseDate(String(row.to ?? ''))?.last;
      if (first && last && last < first)
        say(table, line, 'to', `ends (${String(row.to)}) before it begins (${String(row.from)})`);
    }

  const figures = new Map<string, number>();
  for (const { line, row } of rows.observations) {
    const observation = row as unknown as Observation;
    for (const [column, message] of figureProblems(observation)) say('observations', line, column, message);
    const key = [
      observation.focal,
      observation.partner,
      observation.indicator,
      observation.period,
      observation.source,
    ].join(' ');
    const first = figures.get(key);
    if (first)
      say(
        'observations',
        line,
        'id',
        `states the same figure as line ${first}: one figure for each focal actor, partner, indicator, period and source`,
      );
    else figures.set(key, line);
  }
  for (const { line, column, message } of routeProblems(rows.routes as unknown as readonly Located<Route>[]))
    say('routes', line, column, message);
  const evidenced = new Set(rows.evidence.map(({ row }) => row.record));
  for (const table of ['holders', 'ties', 'events', 'routes', 'documents', 'commitments', 'claims'] as const)
    for (const { line, row } of rows[table])
      if (!evidenced.has(row.id))
        say(table, line, 'id', `“${row.id}” has no evidence: add a row to evidence.csv`);
  for (const { line, row } of rows.evidence) {
    const [start, end] = [row.start, row.end];
    if (typeof start === 'number' && !(typeof end === 'number' && end > start))
      say('evidence', line, 'end', 'must be greater than start');
    if ((row.field === undefined) !== (row.value === undefined))
      say('evidence', line, 'field', 'field and value go together');
  }
  for (const { line, row } of history) {
    if (!(row.table in recordTables))
      say('history', line, 'table', `“${row.table}” is none of: ${tableNames.join(', ')}`);
    if ((row.op === 'add') !== (row.before === undefined))
      say('history', line, 'before', 'holds the former row for edit and remove, and nothing for add');
    for (const message of formerRowProblems(row)) say('history', line, 'before', message);
  }
  for (const id of [descriptor.multivector.focal, ...descriptor.multivector.partners])
    if (!actors.has(id))
      problems.push({
        file: descriptorFile,
        line: 1,
        column: 'multivector',
        message: `“${id}” is not in ${where.actor}`,
      });
  return problems;
}

const documentsFile = fileOf('documents');

/** A former row is brought back by `--as-known-on`, so it must be as sound as a present one. */
function formerRowProblems({ before, table, record }: Change): string[] {
  if (before === undefined || !(table in recordTables)) return [];
  let row: unknown;
  try {
    row = JSON.parse(before);
  } catch {
    return ['is not JSON'];
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return ['is not a JSON object'];
  const cells = new Map(Object.entries(row));
  const { columns } = recordTables[table as TableName];
  return [
    ...(cells.get('id') === record ? [] : [`is the row of another record than “${record}”`]),
    ...[...cells.keys()]
      .filter((name) => !(name in columns))
      .map((name) => `“${name}” is no column of ${table}`),
    ...Object.entries<Column>(columns).flatMap(([name, of]) =>
      (of.list && !cells.has(name) ? ['is missing'] : cellProblems(of, cells.get(name))).map(
        (message) => `${name}: ${message}`,
      ),
    ),
  ];
}

/** What is wrong with a figure, by column. */
export function figureProblems(figure: Observation): [column: string, message: string][] {
  const indicator = indicatorById.get(figure.indicator);
  if (!indicator)
    return [['indicator', `“${figure.indicator}” is none of: ${indicators.map(({ id }) => id).join(', ')}`]];
  const problems: [string, string][] = [];
  const { value, low, high, gap } = figure;
  if (figure.unit !== indicator.unit)
    problems.push(['unit', `“${figure.unit}” must be “${indicator.unit}” for ${indicator.id}`]);
  if ((value === undefined) === (gap === undefined))
    problems.push(['value', 'there must be either a value or a gap']);
  if (value !== undefined && value < 0 && !indicator.signed) problems.push(['value', `${value} is below 0`]);
  if (value !== undefined && value > 1 && indicator.unit === 'share' && !indicator.signed)
    problems.push(['value', `${value} is above 1: a share lies in [0, 1]`]);
  if ((low === undefined) !== (high === undefined)) problems.push(['low', 'low and high go together']);
  if (low !== undefined && high !== undefined && value !== undefined && !(low <= value && value <= high))
    problems.push(['low', `the interval [${low}, ${high}] does not hold the value ${value}`]);
  return problems;
}
