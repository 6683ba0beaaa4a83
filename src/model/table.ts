import { z } from 'zod';
import { dateSchema, periodSchema } from './date.ts';

/** What a column's cells name, so that a dossier can check that it is there. */
export type Target = 'actor' | 'source' | 'record' | 'office' | 'person' | 'document';

/** A column: how its cells are read from text, checked and written, and what Frictionless readers are told. */
export interface Column<T = unknown> {
  /** Frictionless Table Schema type. */
  readonly type: 'string' | 'number' | 'integer';
  readonly schema: z.ZodType<T>;
  readonly required: boolean;
  readonly list: boolean;
  readonly about: string;
  readonly names?: Target;
  readonly pattern?: string;
  readonly allowed?: readonly (string | number)[];
}

const idPattern = '[A-Za-z0-9][A-Za-z0-9._-]*';

/** A record's or actor's id: letters, digits, dot, underscore and hyphen, not beginning with a mark. */
export const idSchema = z.string().regex(new RegExp(`^${idPattern}$`), {
  error: (issue) => `“${issue.input}” is not an id: use letters, digits, “.”, “_” and “-”`,
});

/** Text that no spreadsheet takes for a formula, of at most 2,000 characters. */
export const textSchema = z
  .string()
  .max(2000, 'longer than 2,000 characters')
  .refine((text) => !/^[=+\-@\t\r]/.test(text), {
    error: (issue) =>
      `“${String(issue.input).slice(0, 20)}” begins with =, +, -, @ or a tab, which a spreadsheet would run: begin with a letter`,
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  .refine((text) => !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text), 'holds control characters');

const required = <T>(column: Omit<Column<T>, 'required' | 'list'>): Column<T> => ({
  ...column,
  required: true,
  list: false,
});

/** The kinds of columns. */
export const column = {
  id: () =>
    required({
      type: 'string',
      schema: idSchema,
      about: 'id, unique in the whole dossier',
      pattern: idPattern,
    }),
  ref: (names: Target, about: string) =>
    required({ type: 'string', schema: idSchema, about, names, pattern: idPattern }),
  text: (about: string) => required({ type: 'string', schema: textSchema.min(1), about }),
  date: (about: string) => required({ type: 'string', schema: dateSchema, about }),
  period: (about: string) => required({ type: 'string', schema: periodSchema, about }),
  number: (about: string, schema: z.ZodType<number> = z.number()) =>
    required({ type: 'number', schema, about }),
  count: (about: string) => required({ type: 'integer', schema: z.int().min(0), about }),
  oneOf: <const V extends readonly [string, ...string[]]>(values: V, about: string) =>
    required<V[number]>({
      type: 'string',
      about,
      allowed: values,
      schema: z.enum(values, {
        error: (issue) => `“${String(issue.input)}” is none of: ${values.join(', ')}`,
      }) as z.ZodType<V[number]>,
    }),
  sign: (about: string) =>
    required<-1 | 0 | 1>({
      type: 'integer',
      about,
      allowed: [-1, 0, 1],
      schema: z.union([z.literal(-1), z.literal(0), z.literal(1)], {
        error: (issue) => `“${String(issue.input)}” is none of: -1, 0, 1`,
      }),
    }),
};

/** The same column, whose cells may be empty. */
export const optional = <T>(of: Column<T>): Column<T | undefined> => ({
  ...of,
  required: false,
  schema: of.schema.optional(),
});

/** A column whose cells hold any number of values, `; ` between them. */
export const listOf = <T>(of: Column<T>): Column<readonly T[]> => ({
  ...of,
  required: false,
  list: true,
  schema: z.array(of.schema),
});

/** The same list, which must hold something. */
export const someOf = <T>(of: Column<T>): Column<readonly T[]> => ({
  ...of,
  list: true,
  schema: z.array(of.schema).min(1, 'is empty, and must name at least one'),
});

/** A table of a dossier: its name, what its rows are, and its columns in order. */
export interface Table<C extends Record<string, Column> = Record<string, Column>> {
  readonly name: string;
  readonly about: string;
  readonly columns: C;
}

type Value<C> = C extends Column<infer T> ? T : never;
type OptionalKeys<C> = { [K in keyof C]: undefined extends Value<C[K]> ? K : never }[keyof C];

/** A row of a table. Empty cells are absent. */
export type Row<T extends Table> = {
  readonly [K in Exclude<keyof T['columns'], OptionalKeys<T['columns']>>]: Value<T['columns'][K]>;
} & {
  readonly [K in OptionalKeys<T['columns']>]?: Exclude<Value<T['columns'][K]>, undefined> | undefined;
};

export const table = <const C extends Record<string, Column>>(
  name: string,
  about: string,
  columns: C,
): Table<C> => ({
  name,
  about,
  columns,
});

const separator = '; ';

/** The value that a cell's text stands for, not yet checked: empty is absent, numbers are numbers. */
export function readCell(of: Column, text: string): unknown {
  const trimmed = text.trim();
  if (of.list)
    return trimmed === ''
      ? []
      : trimmed
          .split(';')
          .map((part) => readOne(of, part.trim()))
          .filter((part) => part !== '');
  return trimmed === '' ? undefined : readOne(of, trimmed);
}

function readOne(of: Column, text: string): unknown {
  if (of.type === 'string') return text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

/** The text of a cell. */
export function writeCell(value: unknown): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? value.map(String).join(separator) : String(value);
}
