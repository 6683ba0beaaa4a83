import { z } from 'zod';
import { check } from '../../model/check.ts';

/** The columns that a mapping names: key and name in the user's file. */
export const namesOf = (columns: Readonly<Record<string, string | undefined>>): [string, string][] =>
  Object.entries(columns).flatMap(([key, name]) => (name === undefined ? [] : [[key, name]]));

const column = z.string().min(1, 'the name of a column');

/** Columns of the archive's events, each with the name of the column in the user's file. */
const columns = z
  .strictObject({
    id: column.optional(),
    date: column,
    source: column,
    target: column,
    cameo: column.optional(),
    root: column.optional(),
    mode: column.optional(),
    source_name: column.optional(),
    source_sector: column.optional(),
    target_name: column.optional(),
    target_sector: column.optional(),
    contexts: column.optional(),
    intensity: column.optional(),
    mentions: column.optional(),
    place: column.optional(),
    url: column.optional(),
  })
  .superRefine((of, context) => {
    if ((of.cameo === undefined) === (of.root === undefined))
      context.addIssue({ code: 'custom', message: 'name one column of what was done: “cameo” or “root”' });
    const seen = new Map<string, string>();
    for (const [key, name] of namesOf(of)) {
      const folded = name.trim().toLowerCase();
      const other = seen.get(folded);
      if (other !== undefined)
        context.addIssue({
          code: 'custom',
          path: [key],
          message: `the column “${name}” is taken for “${other}” already`,
        });
      seen.set(folded, key);
    }
  });

/** What a user says of a file of events, so that it can be read: `mapping.json`. */
const mappingSchema = z
  .strictObject({
    dataset: z.strictObject({
      id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, figures and hyphens, such as my-events'),
      title: z.string().min(1),
      /** Who made it, as it should be cited. */
      citation: z.string().min(1),
      licence: z.string().min(1),
      redistributable: z.boolean().default(false),
      url: z.url().optional(),
    }),
    delimiter: z.enum([',', ';', '\t', '|'], 'one of “,”, “;”, “|” and “\\t”').default(','),
    quoted: z.boolean().default(true),
    encoding: z.enum(['utf-8', 'latin-1']).default('utf-8'),
    /** True where the first line names the columns; else their names, all of them, in order. */
    header: z.union([z.literal(true), z.array(column).min(3)], 'true, or the names of all columns in order'),
    missing: z.array(z.string()).default([]),
    /** How days are written, as `strptime` has it. */
    dateFormat: z.string().includes('%', { message: 'such as %Y-%m-%d or %d.%m.%Y' }).default('%Y-%m-%d'),
    /** How actors are named: `iso3` KAZ, `cow` 705, `name` Kazakhstan. */
    sourceScheme: z.enum(['iso3', 'cow', 'name']),
    columns,
    /** `part`: several files add up; `whole`: a later file stands in the place of an earlier one. */
    edition: z.enum(['part', 'whole']).default('part'),
  })
  .superRefine(({ header, columns: of }, context) => {
    if (header === true) return;
    const names = header.map((name) => name.trim().toLowerCase());
    for (const [key, name] of namesOf(of))
      if (!names.includes(name.trim().toLowerCase()))
        context.addIssue({
          code: 'custom',
          path: ['columns', key],
          message: `“header” has no column “${name}”; it has: ${header.join(', ')}`,
        });
  });

export type EventMapping = z.infer<typeof mappingSchema>;

/**
 * The user's mapping, checked.
 *
 * @throws MultivectorError `input` that says what is wrong and where
 */
export const eventMapping = (mapping: unknown): EventMapping =>
  check(mappingSchema, mapping, 'the mapping', 'input');
