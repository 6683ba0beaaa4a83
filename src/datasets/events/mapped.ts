import { createHash } from 'node:crypto';
import type { Format, RawColumn, RawColumns, Rule } from '../../model/format.ts';
import { intensityOf, roots } from '../../model/ontology.ts';
import { isCameoSql } from './cameo.ts';
import { actorNames, isoCodes } from './countries.ts';
import { type EventMapping, eventMapping, namesOf } from './mapping.ts';

const types: Readonly<Record<string, RawColumn['type']>> = {
  date: 'date',
  intensity: 'number',
  mentions: 'integer',
};

/** The archive's columns by their key, found by the user's names; without a header every column, in order. */
function rawColumns({ columns, header }: EventMapping): RawColumns {
  const keyed = namesOf(columns).map(([key, name]) => ({ key, name, type: types[key] ?? ('text' as const) }));
  if (header === true)
    return Object.fromEntries(keyed.map(({ key, name, type }) => [key, { type, header: name }]));
  const fold = (name: string): string => name.trim().toLowerCase();
  return Object.fromEntries(
    header.map((name, i) => {
      const of = keyed.find((one) => fold(one.name) === fold(name));
      return of ? [of.key, { type: of.type }] : [`_other_${i}`, { type: 'text' }];
    }),
  );
}

/** SQL of the actor in a cell, and the join by which it is found. */
function actor(
  key: 'source' | 'target',
  scheme: EventMapping['sourceScheme'],
): { readonly join: string; readonly sql: string } {
  const cell = `trim(raw.${key})`;
  if (scheme === 'iso3')
    return {
      join: `LEFT JOIN iso ${key} ON ${key}.name = upper(${cell})`,
      sql: `coalesce(${key}.code, 'iso:' || ${cell})`,
    };
  if (scheme === 'cow')
    return {
      join: `LEFT JOIN state ${key} ON ${key}.cow = TRY_CAST(${cell} AS INTEGER)`,
      sql: `coalesce(${key}.id, 'cow:' || ${cell})`,
    };
  return {
    join: `LEFT JOIN actor_name ${key} ON ${key}.name = lower(${cell})`,
    sql: `coalesce(${key}.code, 'name:' || ${cell})`,
  };
}

const rootNames = roots.map((root) => `'${root}'`).join(', ');

/** What was done: by its CAMEO code or by its PLOVER root, with the score of each where the file has none. */
function deed(columns: EventMapping['columns']): {
  readonly join: string;
  readonly refuse: Rule;
  readonly sql: Readonly<Record<'root' | 'mode' | 'cameo' | 'score', string>>;
} {
  const mode = columns.mode === undefined ? undefined : 'lower(trim(raw.mode))';
  if (columns.cameo !== undefined)
    return {
      join: 'LEFT JOIN cameo ON cameo.code = raw.cameo',
      refuse: {
        when: `raw.cameo IS NULL OR NOT ${isCameoSql('raw.cameo')}`,
        because: 'the CAMEO code is none: is a leading zero lost?',
      },
      sql: {
        root: 'cameo.root',
        mode: mode ?? 'cameo.mode',
        cameo: 'raw.cameo',
        score: 'cameo.intensity',
      },
    };
  return {
    join: 'LEFT JOIN root_score ON root_score.name = upper(trim(raw.root))',
    refuse: {
      when: `raw.root IS NULL OR upper(trim(raw.root)) NOT IN (${rootNames})`,
      because: 'the root is none of PLOVER’s',
    },
    sql: {
      root: 'upper(trim(raw.root))',
      mode: mode ?? 'NULL',
      cameo: 'NULL',
      score: 'TRY_CAST(root_score.code AS DOUBLE)',
    },
  };
}

/**
 * The format of a user's own file of events, as the mapping describes it.
 *
 * @param value `mapping.json`, parsed
 * @throws MultivectorError `input` that says what is wrong in the mapping, and where
 */
export function mappedEvents(value: unknown): Format {
  const mapping = eventMapping(value);
  const { dataset, columns } = mapping;
  const source = actor('source', mapping.sourceScheme);
  const target = actor('target', mapping.sourceScheme);
  const { join, refuse, sql } = deed(columns);
  const given = (key: keyof EventMapping['columns'], otherwise = 'NULL'): string =>
    columns[key] === undefined ? otherwise : `raw.${key}`;
  const cells = namesOf(columns).map(([key]) => `raw.${key}`);
  return {
    id: `mapped-events-${dataset.id}`,
    title: dataset.title,
    source: {
      id: dataset.id,
      type: 'dataset',
      title: dataset.title,
      author: [{ literal: dataset.citation }],
      ...(dataset.url !== undefined && { URL: dataset.url }),
      licence: dataset.licence,
      redistributable: dataset.redistributable,
    },
    quirks: [
      'read by a mapping of the user’s',
      ...(columns.id === undefined ? ['records have no id: all cells together stand for one'] : []),
    ],
    // Another mapping gives other rows of the same file.
    version: Number.parseInt(
      createHash('sha256').update(JSON.stringify(mapping)).digest('hex').slice(0, 8),
      16,
    ),
    recognise: () => false,
    reading: {
      kind: 'csv',
      delimiter: mapping.delimiter,
      quote: mapping.quoted ? '"' : '',
      encoding: mapping.encoding,
      header: mapping.header === true,
      missing: mapping.missing,
      dateFormat: mapping.dateFormat,
      columns: rawColumns(mapping),
    },
    refuse: [refuse],
    lookups: {
      iso: isoCodes,
      actor_name: actorNames,
      root_score: Object.fromEntries(roots.map((root) => [root, String(intensityOf(root))])),
    },
    tables: {
      event: {
        from: `raw ${join} ${source.join} ${target.join}`,
        columns: {
          id: given('id', `concat_ws('|', ${cells.join(', ')})`),
          date: 'raw.date',
          source: source.sql,
          source_name: given('source_name', 'raw.source'),
          source_sector: given('source_sector'),
          target: target.sql,
          target_name: given('target_name', 'raw.target'),
          target_sector: given('target_sector'),
          root: sql.root,
          mode: sql.mode,
          cameo: sql.cameo,
          contexts: given('contexts'),
          intensity: columns.intensity === undefined ? sql.score : 'raw.intensity',
          mentions: given('mentions'),
          place: given('place'),
          url: given('url'),
        },
      },
    },
    edition: mapping.edition,
    large: true,
  };
}
