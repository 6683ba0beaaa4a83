import { z } from 'zod';
import { historyTable, recordTables } from '../model/records.ts';
import type { Column, Table } from '../model/table.ts';
import { idSchema, textSchema } from '../model/table.ts';

/** The version of the dossier format that this release reads and writes. */
export const formatVersion = 1;

export const descriptorSchema = z.looseObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'must be lower-case letters, digits, “.”, “_” and “-”'),
  title: textSchema.min(1),
  resources: z.array(z.looseObject({ name: z.string(), path: z.string() })),
  multivector: z.object({
    format: z.literal(formatVersion, { error: `this release reads format ${formatVersion} only` }),
    focal: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 3166-1 alpha-3 code such as KAZ'),
    partners: z.array(idSchema),
  }),
});

export type Descriptor = z.infer<typeof descriptorSchema>;

/** Frictionless Table Schema field of a column. */
function field(name: string, column: Column): object {
  const constraints = {
    ...(column.required && { required: true }),
    // A list's cell holds several values, so the constraints of one do not apply to it.
    ...(!column.list && column.allowed && { enum: column.allowed }),
    ...(!column.list && column.pattern && { pattern: column.pattern }),
  };
  return {
    name,
    type: column.list ? 'string' : column.type,
    description: column.list ? `${column.about}; several are separated by “; ”` : column.about,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** Frictionless description of a table's file. */
export function resource(table: Table): Readonly<Record<string, unknown>> {
  const key = Object.keys(table.columns)[0] === 'id' ? { primaryKey: 'id' } : {};
  return {
    name: table.name,
    path: `${table.name}.csv`,
    profile: 'tabular-data-resource',
    title: table.about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: Object.entries(table.columns).map(([name, column]) => field(name, column)),
      missingValues: [''],
      ...key,
    },
  };
}

/** The `datapackage.json` of a dossier. */
export function describe(
  about: Pick<Descriptor, 'name' | 'title'> & {
    focal: string;
    partners: readonly string[];
    description?: string;
  },
): object {
  return {
    profile: 'data-package',
    name: about.name,
    title: about.title,
    ...(about.description && { description: about.description }),
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title:
          'The records as selected and worded here; each figure keeps the licence of its source (sources.json)',
      },
    ],
    multivector: { format: formatVersion, focal: about.focal, partners: about.partners },
    resources: [
      ...[...Object.values(recordTables), historyTable].map((table) => resource(table as unknown as Table)),
      {
        name: 'sources',
        path: 'sources.json',
        profile: 'data-resource',
        title: 'bibliographic records (CSL-JSON)',
        format: 'json',
        mediatype: 'application/vnd.citationstyles.csl+json',
        encoding: 'utf-8',
      },
    ],
  };
}
