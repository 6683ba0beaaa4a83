import type { WorkBook } from '@e965/xlsx';
import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Parsed } from '../../model/format.ts';
import { kazGroups } from './kaz-partners.ts';

/** Columns with money, by the word in the header. */
const flows = { turnover: 'товарооборот', exports: 'экспорт', imports: 'импорт' } as const;
type Flow = keyof typeof flows;
const flowNames: readonly Flow[] = ['turnover', 'exports', 'imports'];

/** The partners may miss the published total by so many thousand dollars: what rounding leaves. */
const tolerance = 1;

/** Some sheets say that they reach far beyond what is in them. */
const mostRows = 10_000;
const mostColumns = 50;

type Cell = string | number | boolean | Date | null | undefined;
type Table = readonly (readonly Cell[])[];

interface Sheet {
  readonly name: string;
  readonly table: Table;
  /** Place of the row with the names of the columns. */
  readonly header: number;
  readonly columns: Readonly<Record<Flow, number>>;
}

interface Line {
  readonly row: number;
  readonly kind: 'total' | 'group' | 'partner' | 'note';
  readonly name: string;
  readonly cells: Readonly<Record<Flow, Cell>>;
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell.trim() : '');

/** The sheet as it has figures; cover sheets have no row with the names of the columns. */
function sheetWithFigures(name: string, table: Table): Sheet | undefined {
  const wordsOf = (row: readonly Cell[]) => Array.from(row, (cell) => textOf(cell).toLowerCase());
  const header = table.findIndex((row) => wordsOf(row).includes(flows.turnover));
  if (header < 0) return undefined;
  const words = wordsOf(table[header] ?? []);
  const columns = {
    turnover: words.indexOf(flows.turnover),
    exports: words.indexOf(flows.exports),
    imports: words.indexOf(flows.imports),
  };
  return { name, table, header, columns };
}

/** The year that a sheet is about; what stands above its header says it, and the sheet's name. */
function yearOf(file: string, { name, table, header, columns }: Sheet): number {
  const fault = (message: string) => new MultivectorError('data', `${file}, sheet ${name}: ${message}`);
  const title = table
    .slice(0, header)
    .flatMap((row) => Array.from(row, textOf))
    .join(' ')
    .toLowerCase();
  if (Math.min(...Object.values(columns)) < 1)
    throw fault('the header lacks one of the columns Товарооборот, Экспорт, Импорт');
  if (!title.includes('тыс. долларов сша'))
    throw fault('it does not say that its figures are in thousand US dollars');
  const months =
    title.match(/январ|феврал|март|апрел|\bмай|июн|июл|август|сентябр|октябр|ноябр|декабр/g) ?? [];
  if (months.length > 0 && !/январь\s*[-–]\s*декабрь/.test(title))
    throw fault('it is about a part of a year; only yearly editions are read');
  const years = [/(\d{4})\s*$/.exec(name)?.[1], /(\d{4})\s*год/.exec(title)?.[1]].flatMap((year) =>
    year === undefined ? [] : [Number(year)],
  );
  const [year] = years;
  if (year === undefined || years.some((other) => other !== year))
    throw fault('its name and its title do not say the same year');
  return year;
}

function linesOf({ table, header, columns }: Sheet): Line[] {
  return table.flatMap((row, i): Line[] => {
    const name = textOf(row[0]);
    const cells = {
      turnover: row[columns.turnover],
      exports: row[columns.exports],
      imports: row[columns.imports],
    };
    if (i <= header || (name === '' && Object.values(cells).every((cell) => typeof cell !== 'number')))
      return [];
    const kind = name.toLowerCase().startsWith('всего')
      ? 'total'
      : kazGroups.has(name.replace(/\s+/g, ' ').toLowerCase())
        ? 'group'
        : Object.values(cells).every((cell) => cell === undefined || cell === null || cell === '')
          ? 'note'
          : 'partner';
    return [{ row: i + 1, kind, name: kind === 'total' ? 'Всего' : name, cells }];
  });
}

/** Stops at a sheet whose partners do not add up to its total: a group we do not know stands among them, or a line lacks. */
function addUp(file: string, sheet: string, lines: readonly Line[]): void {
  const total = lines.find(({ kind }) => kind === 'total');
  if (!total) throw new MultivectorError('data', `${file}, sheet ${sheet}: there is no line “Всего”`);
  const partners = lines.filter(({ kind }) => kind === 'partner');
  for (const flow of flowNames) {
    const cells = [total, ...partners].map((line) => line.cells[flow]);
    // A cell that is no number is refused with its line; then there is nothing to hold against the total.
    if (cells.some((cell) => textOf(cell) !== '')) continue;
    const [whole = 0, ...parts] = cells.map((cell) => (typeof cell === 'number' ? cell : 0));
    const difference = parts.reduce((sum, part) => sum + part, 0) - whole;
    if (Math.abs(difference) > tolerance)
      throw new MultivectorError(
        'data',
        `${file}, sheet ${sheet}: the partners’ ${flow} miss the total by ${Math.round(difference)} thousand`,
        { hint: 'a line is lacking, or a group of countries that is not known stands among the partners' },
      );
  }
}

/** Day of publication: as the cover states it, or the day on which the file was saved. */
function publicationOf(book: WorkBook, tables: readonly Table[]): { published?: string; stated: boolean } {
  for (const cell of tables.flat(2)) {
    const [, day, month, year] = /^дата опубликования:\s*(\d\d)\.(\d\d)\.(\d{4})/i.exec(textOf(cell)) ?? [];
    if (day !== undefined) return { published: `${year}-${month}-${day}`, stated: true };
  }
  const saved = book.Props?.ModifiedDate;
  if (saved === undefined) return { stated: false };
  return { published: new Date(saved).toISOString().slice(0, 10), stated: false };
}

/** The lines of every sheet with figures, in thousand US dollars. */
export async function* kazLines({ name: file, bytes }: FileBytes): AsyncGenerator<Parsed> {
  const { read, utils } = await import('@e965/xlsx');
  let book: WorkBook;
  try {
    book = read(bytes);
  } catch (cause) {
    throw new MultivectorError('data', `${file} cannot be read as a spreadsheet`, { cause });
  }
  const tables = book.SheetNames.map((name): { name: string; table: Table } => {
    const sheet = book.Sheets[name];
    const end = sheet?.['!ref'] === undefined ? undefined : utils.decode_range(sheet['!ref']).e;
    if (sheet === undefined || end === undefined) return { name, table: [] };
    if (end.r >= mostRows)
      throw new MultivectorError(
        'data',
        `${file}, sheet ${name}: ${end.r + 1} rows are more than there are countries`,
      );
    // From the first cell on, so that places are the rows and columns of the sheet.
    return {
      name,
      table: utils.sheet_to_json<Cell[]>(sheet, {
        header: 1,
        blankrows: true,
        range: { s: { r: 0, c: 0 }, e: { r: end.r, c: Math.min(end.c, mostColumns - 1) } },
      }),
    };
  });
  const sheets = tables.flatMap(({ name, table }) => sheetWithFigures(name, table) ?? []);
  if (sheets.length === 0)
    throw new MultivectorError(
      'data',
      `${file}: no sheet has a header with Товарооборот, Экспорт and Импорт`,
    );

  const read_ = sheets.map((sheet) => ({ sheet, year: yearOf(file, sheet), lines: linesOf(sheet) }));
  for (const { sheet, lines } of read_) addUp(file, sheet.name, lines);
  const edition = Math.max(...read_.map(({ year }) => year));
  const { published, stated } = publicationOf(
    book,
    tables.map(({ table }) => table),
  );
  for (const { sheet, year, lines } of read_)
    for (const { row, kind, name, cells } of lines) {
      const amounts = flowNames.map((flow) => {
        const cell = cells[flow];
        return [flow, typeof cell === 'number' ? cell : textOf(cell)] as const;
      });
      if (name === '') yield { line: row, problem: `sheet ${sheet.name}: a line without a name` };
      else
        yield {
          line: row,
          row: {
            kind,
            name,
            year,
            edition,
            published,
            stated,
            sheet: sheet.name,
            ...Object.fromEntries(amounts),
          },
        };
    }
}
