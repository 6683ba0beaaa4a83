import { mkdir, readdir } from 'node:fs/promises';
import { builtInActors } from '../model/actors.ts';
import { MultivectorError } from '../model/errors.ts';
import {
  type Change,
  historyTable,
  optionalTables,
  type Records,
  recordTables,
  type TableName,
  tableNames,
} from '../model/records.ts';
import type { Table } from '../model/table.ts';
import { commitFiles, type Files, fingerprint, readFiles } from './commit.ts';
import { writeTable } from './csv.ts';
import { describe, resource } from './descriptor.ts';
import { asKnownOn } from './history.ts';
import { type Problem, problemText } from './problem.ts';
import { descriptorFile, dossierFiles, fileOf, type Reading, readDossier, sourcesFile } from './validate.ts';

type RowOf<T extends TableName> = Records[T][number];

/** One step of a change to a dossier; `known`, since when the thing was known, where that is not as the reason has it. */
export type Edit = { readonly known?: string | undefined } & {
  [T in TableName]:
    | { readonly op: 'add'; readonly table: T; readonly row: RowOf<T> }
    | { readonly op: 'edit'; readonly table: T; readonly id: string; readonly set: Partial<RowOf<T>> }
    | { readonly op: 'remove'; readonly table: T; readonly id: string };
}[TableName];

/** Who changes a dossier, why and when. */
export interface Reason {
  readonly by: string;
  readonly why: string;
  /** The moment of writing. */
  readonly at: Date;
  /** Since when the thing was known (EDTF), where that is not the day of writing. */
  readonly known?: string | undefined;
}

/** A dossier folder. Reading it gives all of one state; changing it is all or nothing. */
export class Dossier {
  readonly folder: string;
  readonly records: Records;
  readonly history: readonly Change[];

  private constructor(folder: string, records: Records, history: readonly Change[]) {
    this.folder = folder;
    this.records = records;
    this.history = history;
  }

  /**
   * @throws MultivectorError `missing` where the folder holds no dossier, `data` with the first problems where
   *   it holds a broken one
   */
  static async open(folder: string): Promise<Dossier> {
    const { records, history, problems } = await read(folder);
    if (!records || problems.length > 0) throw brokenDossier(folder, problems);
    return new Dossier(folder, records, history);
  }

  /** Everything that is wrong with the dossier in a folder; empty where nothing is. */
  static async problems(folder: string): Promise<readonly Problem[]> {
    return (await read(folder)).problems;
  }

  /**
   * Makes a valid empty dossier.
   *
   * @throws MultivectorError `input` where the folder already holds something or an actor is not known
   */
  static async create(
    folder: string,
    { focal, partners, title }: { focal: string; partners: readonly string[]; title: string },
  ): Promise<Dossier> {
    const unknown = [focal, ...partners].find((id) => !builtInActors.has(id));
    if (unknown)
      throw new MultivectorError('input', `no state “${unknown}”`, {
        hint: 'use ISO 3166-1 alpha-3 codes such as UZB, or EU',
      });
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0)
      throw new MultivectorError('input', `${folder} is not empty`, {
        hint: 'name a folder that is not there yet with --dir',
      });
    const actors = [focal, ...partners]
      .map((id) => builtInActors.get(id))
      .filter((actor) => actor !== undefined);
    const contents = new Map<string, string>([
      [
        descriptorFile,
        json(describe({ name: `multivector-${focal.toLowerCase()}`, title, focal, partners })),
      ],
      [sourcesFile, json([])],
      ...tableNames.map((name): [string, string] => [
        fileOf(name),
        tableText(name, name === 'actors' ? actors : []),
      ]),
      [fileOf('history'), writeTable(historyTable as unknown as Table, [])],
    ]);
    await commitFiles(folder, async () => contents);
    return Dossier.open(folder);
  }

  /** A text that is another one as soon as one of the folder's files has changed. */
  static stamp(folder: string): Promise<string> {
    return fingerprint(folder, dossierFiles);
  }

  /** The dossier as it was known at the end of a day (`YYYY-MM-DD`). */
  asKnownOn(day: string): Records {
    return asKnownOn(day, this.records, this.history);
  }

  /**
   * Changes the dossier on disk and returns it anew. The edits are laid over what is on disk at that moment, so
   * another writer's work is not lost; they are taken together or, where the outcome would not be valid, not at all.
   *
   * @param sources bibliographic records to add first
   * @throws MultivectorError `input` naming everything that the edits would break
   */
  async change(edits: readonly Edit[], reason: Reason, sources: Records['sources'] = []): Promise<Dossier> {
    await commitFiles(this.folder, async () => {
      const files = await readFiles(this.folder, dossierFiles);
      const { records, history, problems } = readDossier(files);
      if (!records || problems.length > 0) throw brokenDossier(this.folder, problems);
      const contents = changedFiles(records, history, edits, reason, sources);
      for (const [file, text] of withResources(files, contents)) contents.set(file, text);
      const after = readDossier({ texts: new Map([...files.texts, ...contents]), problems: [] });
      if (after.problems.length > 0)
        throw new MultivectorError('input', `nothing was changed: ${problemList(after.problems)}`, {
          hint: 'put this right and try again',
        });
      return contents;
    });
    return Dossier.open(this.folder);
  }
}

async function read(folder: string): Promise<Reading> {
  let files: Files;
  try {
    files = await readFiles(folder, dossierFiles);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOTDIR')
      throw new MultivectorError('input', `${folder} is not a folder`, { cause });
    throw cause;
  }
  if (!files.texts.has(descriptorFile) && !files.problems.some(({ file }) => file === descriptorFile))
    throw new MultivectorError('missing', `${folder}: there is no dossier here (no ${descriptorFile})`, {
      hint: 'make one with: multivector dossier new UZB',
    });
  return readDossier(files);
}

const shown = 5;

function problemList(problems: readonly Problem[]): string {
  const rest = problems.length - shown;
  return problems.slice(0, shown).map(problemText).join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}

function brokenDossier(folder: string, problems: readonly Problem[]): MultivectorError {
  return new MultivectorError('data', `${folder}: ${problemList(problems)}`, {
    hint: `all of them: multivector dossier validate ${folder}`,
  });
}

/** The descriptor with the optional tables that the change brings in, where it does not list them yet. */
function withResources(files: Files, contents: ReadonlyMap<string, string>): [file: string, text: string][] {
  const fresh = optionalTables.filter((name) => contents.has(fileOf(name)) && !files.texts.has(fileOf(name)));
  const text = files.texts.get(descriptorFile);
  if (fresh.length === 0 || text === undefined) return [];
  const descriptor = JSON.parse(text) as { readonly resources: readonly { readonly name: string }[] };
  const missing = fresh.filter((name) => !descriptor.resources.some((resource) => resource.name === name));
  const resources = [
    ...descriptor.resources,
    ...missing.map((name) => resource(recordTables[name] as unknown as Table)),
  ];
  return [[descriptorFile, json({ ...descriptor, resources })]];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const tableText = (name: TableName, rows: readonly object[]): string =>
  writeTable(recordTables[name] as unknown as Table, rows);

/** The new texts of the files that the edits change. */
function changedFiles(
  records: Records,
  history: readonly Change[],
  edits: readonly Edit[],
  { by, why, at, known }: Reason,
  sources: Records['sources'],
): Map<string, string> {
  const tables = new Map<TableName, Map<string, object>>();
  const rowsOf = (name: TableName): Map<string, object> => {
    const rows = tables.get(name) ?? new Map(records[name].map((row) => [row.id, row as object]));
    tables.set(name, rows);
    return rows;
  };
  const changes: Change[] = edits.map((edit) => {
    const rows = rowsOf(edit.table);
    const record = edit.op === 'add' ? edit.row.id : edit.id;
    const before = rows.get(record);
    if (edit.op === 'add' && before)
      throw new MultivectorError('input', `${edit.table} has a record “${record}” already`, {
        hint: 'choose another id',
      });
    if (edit.op !== 'add' && !before)
      throw new MultivectorError('missing', `${edit.table} has no record “${record}”`);
    if (edit.op === 'add') rows.set(record, edit.row);
    else if (edit.op === 'edit') rows.set(record, { ...before, ...edit.set, id: record });
    else rows.delete(record);
    return {
      at: at.toISOString(),
      known: edit.known ?? known ?? at.toISOString().slice(0, 10),
      by,
      why,
      op: edit.op,
      table: edit.table,
      record,
      ...(before && { before: JSON.stringify(before) }),
    };
  });
  const contents = new Map<string, string>();
  for (const [name, rows] of tables) contents.set(fileOf(name), tableText(name, [...rows.values()]));
  contents.set(fileOf('history'), writeTable(historyTable as unknown as Table, [...history, ...changes]));
  if (sources.length > 0) contents.set(sourcesFile, json([...records.sources, ...sources]));
  return contents;
}
