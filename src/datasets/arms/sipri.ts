import type { DataSource } from '../../model/bulk.ts';
import type { Head } from '../../model/format.ts';

export const sipriArms: DataSource = {
  id: 'sipri-arms',
  type: 'dataset',
  title: 'SIPRI Arms Transfers Database: Trade register',
  author: [{ literal: 'Stockholm International Peace Research Institute' }],
  publisher: 'Stockholm International Peace Research Institute',
  URL: 'https://www.sipri.org/databases/armstransfers',
  note: 'The file’s preamble says when it was generated.',
  licence: '© SIPRI; terms to be read before handing on',
  redistributable: false,
};

/**
 * Whom SIPRI names otherwise than the list of states: organisations (two asterisks) and territories. States that are
 * no more and groups that are none (one asterisk) have no code and keep their name.
 */
export const sipriNames: Readonly<Record<string, string>> = {
  'african union': 'AU',
  'european union': 'EU',
  nato: 'NATO',
  osce: 'OSCE',
  'regional security system': 'RSS',
  'united nations': 'UN',
  aruba: 'ABW',
  'western sahara': 'ESH',
};

const bare = (name: string): string => `trim(rtrim(${name}, '*'))`;

/** Joins that a supplier or recipient's column needs for `sipriActor`. */
export const sipriJoin = (column: string): string =>
  `LEFT JOIN sipri_name own_${column} ON own_${column}.name = lower(${bare(`raw.${column}`)})
   LEFT JOIN state_name state_${column} ON state_${column}.name = lower(${bare(`raw.${column}`)})`;

/** The id of a supplier or recipient. */
export const sipriActor = (column: string): string =>
  `coalesce(own_${column}.code, state_${column}.id, 'name:' || ${bare(`raw.${column}`)})`;

/** The same, NULL where SIPRI does not know who it was. */
export const sipriKnown = (column: string): string =>
  `CASE WHEN raw.${column} NOT IN ('unknown supplier(s)', 'unknown recipient(s)') THEN ${sipriActor(column)} END`;

const cells = (line: string): string[] =>
  line.split(',').map((cell) => cell.trim().replaceAll('"', '').toLowerCase());

/** The line, from 0, of the header, which stands below a preamble of varying length; undefined where there is none. */
export function headerLine({ lines }: Pick<Head, 'lines'>, ...names: readonly string[]): number | undefined {
  const found = lines.slice(0, 60).findIndex((line) => {
    const header = cells(line);
    return names.every((name) => header.includes(name.toLowerCase()));
  });
  return found === -1 ? undefined : found;
}

/** Promises of both layouts. */
export const sipriPromises: Readonly<Record<string, string>> = {
  'no delivery is below zero': 'FROM observation WHERE value < 0',
  'the world is the sum of the suppliers': `SELECT focal, period FROM observation GROUP BY ALL
    HAVING abs(sum(value) FILTER (partner = 'WLD') - sum(value) FILTER (partner <> 'WLD')) > 1e-6`,
};
