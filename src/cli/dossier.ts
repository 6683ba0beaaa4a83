import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dateWords } from '../model/date.ts';
import { MultivectorError, missingArgument } from '../model/errors.ts';
import { roots } from '../model/ontology.ts';
import { eventStatuses, type Source, type TableName, tableNames } from '../model/records.ts';
import { titleOf, whenOf } from '../model/trace.ts';
import { type Edit, eventOf, problemText, stateCode, Workbench } from '../workbench.ts';
import {
  type Command,
  dimensionOption,
  jsonOption,
  type Option,
  openWorkbench,
  readingOptions,
  remark,
  text,
  type Values,
} from './command.ts';
import { evidenceText } from './explain.ts';
import { textTable } from './table.ts';
import { bold, dim } from './words.ts';

export const validateCommand: Command = {
  name: 'dossier validate',
  summary: 'name everything that is wrong in a dossier',
  takes: '[FOLDER or KAZ]',
  most: 1,
  options: { ...jsonOption },
  examples: ['multivector dossier validate my-dossier', 'multivector dossier validate KAZ'],
  async run([where = 'KAZ'], values, { out, err }) {
    if (!existsSync(where) && /[\\/]/.test(where))
      throw new MultivectorError('missing', `there is no folder ${where}`);
    const folder = existsSync(where) ? where : await Workbench.folderOf(stateCode(where));
    const problems = await Workbench.problems(folder);
    if (values.json) out(JSON.stringify(problems, null, 2));
    else for (const problem of problems) out(problemText(problem));
    if (problems.length === 0) err(`${folder}: valid`);
    else
      throw new MultivectorError(
        'data',
        `${folder}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`,
      );
  },
};

const isTable = (name: string): name is TableName => (tableNames as readonly string[]).includes(name);

export const showCommand: Command = {
  name: 'dossier show',
  summary: 'what a dossier holds; a table of it, or one record',
  takes: '[KAZ] [TABLE or ID]',
  most: 2,
  options: { ...jsonOption, ...readingOptions },
  examples: [
    'multivector dossier show KAZ',
    'multivector dossier show KAZ claims',
    'multivector dossier show KAZ sources',
  ],
  async run([focal, what], values, terminal) {
    const { out, colour, width } = terminal;
    const workbench = await openWorkbench(focal, values);
    const { records } = workbench;
    if (what !== undefined && what !== 'sources' && !isTable(what)) {
      const found = workbench.record(what);
      if (values.json) return out(JSON.stringify(found, null, 2));
      out(bold(colour)(found.title));
      for (const evidence of found.evidence) out(`  – ${evidenceText(evidence)}`);
      return;
    }
    if (what !== undefined) {
      const rows: readonly object[] = what === 'sources' ? records.sources : records[what];
      if (values.json) return out(JSON.stringify(rows, null, 2));
      const shown =
        what === 'sources'
          ? records.sources.map(({ id, title, custom }) => [id, title, custom.availability, custom.licence])
          : rows.map((row) => shownCells(row as Readonly<Record<string, unknown>>, what));
      const titles = what === 'sources' ? ['id', 'title', 'availability', 'licence'] : ['id', 'what', 'when'];
      for (const line of textTable(
        titles.map((title) => ({
          title,
          flexible: title === 'title' || title === 'what' || title === 'licence',
        })),
        shown,
        Math.max(80, width),
        dim(colour),
      ))
        out(line);
      return;
    }
    const counts = Object.fromEntries([
      ...tableNames.map((name) => [name, records[name].length] as const),
      ['sources', records.sources.length],
    ]);
    if (values.json)
      return out(
        JSON.stringify(
          {
            focal: records.focal,
            title: records.title,
            partners: records.partners,
            folder: workbench.dossier.folder,
            counts,
            years: workbench.years(),
            lacking: workbench.lacking(),
          },
          null,
          2,
        ),
      );
    out(bold(colour)(records.title));
    out(`partners  ${records.partners.join(' ')}`);
    out(`folder    ${workbench.dossier.folder}`);
    if (workbench.place.kind === 'built-in')
      terminal.err('It comes with the program; a change copies it to your own folder first.');
    const span = workbench.years();
    if (span) out(`years     ${span.first} to ${span.last}`);
    out('');
    for (const line of textTable(
      [{ title: 'table' }, { title: 'rows', align: 'right' }],
      Object.entries(counts).map(([name, n]) => [name, String(n)]),
      80,
      dim(colour),
    ))
      out(line);
    remark(workbench, terminal);
  },
};

function shownCells(row: Readonly<Record<string, unknown>>, table: TableName): string[] {
  if (table === 'routes') {
    return [String(row.id), titleOf(row, table), whenOf(row, table) ?? ''];
  }
  const of = (...names: string[]) =>
    names.map((name) => row[name]).find((value) => typeof value === 'string' && value !== '');
  const figure =
    row.indicator === undefined
      ? undefined
      : `${String(row.indicator)} ${String(row.partner ?? '')} ${String(row.value ?? row.gap)} ${String(row.unit)}`;
  const when = of('date', 'period', 'from');
  return [
    String(row.id),
    figure ?? String(of('title', 'text', 'name', 'person', 'record') ?? ''),
    when === undefined ? '' : row.period === when ? String(when) : dateWords(String(when)),
  ];
}

export const newCommand: Command = {
  name: 'dossier new',
  summary: 'make an empty dossier about a state',
  takes: 'UZB',
  most: 1,
  options: {
    partners: { type: 'string', value: 'LIST', help: 'partners, with commas between: RUS,CHN,EU' },
    dir: { type: 'string', value: 'FOLDER', help: 'where to put it; by default your own dossiers folder' },
  },
  examples: [
    'multivector dossier new UZB',
    'multivector dossier new Uzbekistan --partners RUS,CHN,KAZ,EU --dir uzbekistan',
  ],
  async run([focal], values, { out, err }) {
    if (focal === undefined) throw missingArgument('dossier new', 'UZB', 'multivector dossier new UZB');
    const partners = text(values.partners)
      ?.split(',')
      .map((partner) => partner.trim())
      .filter((partner) => partner !== '');
    const workbench = await Workbench.create({ focal, partners, folder: text(values.dir) });
    out(workbench.dossier.folder);
    err(
      `An empty dossier about ${workbench.records.focal}, with the partners ${workbench.records.partners.join(' ')}. It lacks`,
    );
    for (const line of workbench.lacking()) err(`  · ${line}`);
  },
};

const eventOptions = {
  date: {
    type: 'string',
    value: 'DATE',
    help: 'when: 2023-02-28, 2022-10, 2022, ../2023-03-01, 2022-11-22/..',
  },
  source: { type: 'string', value: 'ACTOR', help: 'who acts: code, name or demonym; several with commas' },
  target: { type: 'string', value: 'ACTOR', help: 'who is acted on' },
  root: { type: 'string', value: 'ROOT', help: `PLOVER root: ${roots.join(' ')}` },
  mode: { type: 'string', value: 'MODE', help: 'PLOVER mode, such as visit' },
  ...dimensionOption,
  title: { type: 'string', value: 'TEXT', help: 'a few words of your own' },
  status: { type: 'string', value: 'STATUS', help: `${eventStatuses.join(', ')}; by default occurred` },
  intensity: { type: 'string', value: 'X', help: 'Goldstein scale, -10 to 10; by default the ontology’s' },
  place: { type: 'string', value: 'TEXT', help: 'where' },
  'bears-on': {
    type: 'string',
    value: 'LIST',
    help: 'partners whose vector it carries, where that is not plain',
  },
  id: { type: 'string', value: 'ID', help: 'by default made of date, source, root and target' },
  cite: {
    type: 'string',
    value: 'SOURCE',
    help: 'id of a source in sources.json, or the title of a new one',
  },
  url: { type: 'string', value: 'URL', help: 'address of a new source' },
  licence: { type: 'string', value: 'TEXT', help: 'licence of a new source; by default unknown' },
  locator: { type: 'string', value: 'TEXT', help: 'where in the source: para. 3, p. 12' },
  why: { type: 'string', value: 'TEXT', help: 'reason, kept in the history' },
  by: { type: 'string', value: 'NAME', help: 'who; by default the system’s user' },
  known: { type: 'string', value: 'DATE', help: 'since when it was known; by default today' },
  dossier: readingOptions.dossier,
} as const satisfies Record<string, Option>;

export const addEventCommand: Command = {
  name: 'dossier add-event',
  summary: 'add an event with its evidence',
  takes: '[KAZ]',
  most: 1,
  options: { ...eventOptions, ...jsonOption },
  examples: [
    'multivector dossier add-event UZB --date 2023-03-01 --source USA --target UZB --root CONSULT --mode visit --dimension political --title "Blinken visits Tashkent" --cite "Press release" --url https://example.org --why "first entry"',
  ],
  async run([focal], values, { out, err, now }) {
    const workbench = await openWorkbench(focal, values);
    const list = (name: string) =>
      (text(values[name]) ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    for (const needed of ['date', 'source', 'target', 'root', 'dimension', 'title', 'cite', 'why'])
      if (!text(values[needed]))
        throw missingArgument('dossier add-event', `--${needed}`, addEventCommand.examples[0] ?? '');
    const at = now();
    const event = eventOf(workbench.records, {
      ...one(values, 'id'),
      ...one(values, 'mode'),
      ...one(values, 'place'),
      ...one(values, 'intensity'),
      date: text(values.date) ?? '',
      source: list('source'),
      target: list('target'),
      root: (text(values.root) ?? '').toUpperCase(),
      dimension: text(values.dimension)?.toLowerCase() ?? '',
      title: text(values.title) ?? '',
      status: text(values.status) ?? 'occurred',
      bears_on: list('bears-on'),
    });
    const { source, sources } = citedSource(workbench, values, at);
    const evidence = { id: `ev-${event.id}`, record: event.id, source, ...one(values, 'locator') };
    const edits: Edit[] = [
      { op: 'add', table: 'events', row: event },
      { op: 'add', table: 'evidence', row: evidence },
    ];
    const reason = {
      by: text(values.by) ?? userInfo().username,
      why: text(values.why) ?? '',
      at,
      known: text(values.known),
    };
    const after = await workbench.change(edits, reason, { sources });
    if (after.dossier.folder !== workbench.dossier.folder)
      err(`The built-in dossier was copied to ${after.dossier.folder}; your changes are there.`);
    out(values.json ? JSON.stringify(event, null, 2) : event.id);
  },
};

const one = (values: Values, name: string): Record<string, string> => {
  const value = text(values[name]);
  return value === undefined ? {} : { [name]: value };
};

/** The source meant by --cite: one that is there, or a new one by its title. */
function citedSource(workbench: Workbench, values: Values, at: Date): { source: string; sources: Source[] } {
  const cite = text(values.cite) ?? '';
  if (workbench.records.sources.some(({ id }) => id === cite)) return { source: cite, sources: [] };
  const stem =
    cite
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'source';
  const taken = new Set(workbench.records.sources.map(({ id }) => id));
  let id = stem;
  for (let i = 2; taken.has(id); i++) id = `${stem}-${i}`;
  const url = text(values.url);
  const [year, month, day] = at.toISOString().slice(0, 10).split('-').map(Number);
  const source: Source = {
    id,
    type: url ? 'webpage' : 'document',
    title: cite,
    ...(url && { URL: url, accessed: { 'date-parts': [[year, month, day]] } }),
    custom: {
      licence: text(values.licence) ?? 'unknown',
      redistributable: false,
      availability: url ? 'online' : 'at-hand',
    },
  };
  return { source: id, sources: [source] };
}

export const historyCommand: Command = {
  name: 'dossier history',
  summary: 'who changed what, when and why',
  takes: '[KAZ]',
  most: 1,
  options: {
    record: { type: 'string', value: 'ID', help: 'only changes of this record' },
    last: { type: 'string', value: 'N', help: 'how many, newest first; by default 20' },
    ...jsonOption,
    ...readingOptions,
  },
  examples: ['multivector dossier history KAZ --record blinken-visits-kazakhstan'],
  async run([focal], values, { out, err, colour, width }) {
    const workbench = await openWorkbench(focal, values);
    const given = text(values.last) ?? '20';
    if (!/^\d{1,6}$/.test(given))
      throw new MultivectorError('input', `--last: “${given}” is not a number`, { hint: 'write --last 50' });
    const all = workbench
      .history()
      .filter(({ record }) => values.record === undefined || record === values.record)
      .toReversed();
    const shown = all.slice(0, Number(given));
    if (values.json) return out(JSON.stringify(shown, null, 2));
    if (all.length === 0)
      return err(
        values.record
          ? `nothing is recorded about “${String(values.record)}”`
          : 'nothing has been changed yet',
      );
    const rows = shown.map(({ at, known, op, record, by, why }) => [
      at.slice(0, 10),
      known,
      op,
      record,
      `${why} (${by})`,
    ]);
    const columns = [
      { title: 'written' },
      { title: 'known' },
      { title: 'op' },
      { title: 'record', flexible: true },
      { title: 'why', flexible: true },
    ];
    for (const line of textTable(columns, rows, Math.max(80, width), dim(colour))) out(line);
    if (all.length > shown.length) err(`${all.length - shown.length} earlier changes (--last ${all.length})`);
  },
};
