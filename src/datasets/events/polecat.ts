import type { Format, RawColumn } from '../../model/format.ts';
import { roots } from '../../model/ontology.ts';
import { degreesSql } from './cameo.ts';
import { actorNames, isoCodes } from './countries.ts';
import { polecat } from './sources.ts';

/** The first of several, “; ” between. */
const first = (list: string): string => `trim(split_part(${list}, ';', 1))`;
const names = (list: readonly string[]): string => list.map((one) => `'${one}'`).join(', ');

/** What stands in place of a country where an actor has none. */
const noCountry = ['IGO', 'NGO', 'IMG', 'MNC', 'NGM', 'INT'];

const actor = (n: 1 | 2, name: string): string =>
  `coalesce(country${n}.code, organisation${n}.code,
    CASE WHEN ${first(`raw.${name}_country`)} NOT IN (${names(noCountry)}) THEN 'iso:' || ${first(`raw.${name}_country`)} END)`;

const side = (key: string, header: string): Record<string, RawColumn> => ({
  [key]: { type: 'text', header: `${header} Name` },
  [`${key}_country`]: { type: 'text', header: `${header} Country` },
  [`${key}_sector`]: { type: 'text', header: `Primary ${header} Sector`, optional: true },
  [`${key}_raw`]: { type: 'text', header: `${header} Name Raw`, optional: true },
});

/** POLECAT, coded from reports in seven languages by the machine coder NGEC: PLOVER events of 2018 and later. */
export const polecatEvents: Format = {
  id: 'polecat-events',
  title: 'POLECAT events',
  source: polecat,
  quirks: [
    'None is “missing”; cells with tabs or quotes in them are quoted',
    'an actor’s countries and names may be several, “; ” between: the first country acts, all names are kept',
    'an actor without a country that is a known organisation is that organisation; others have only a name',
    'events are PLOVER’s, with a mode and contexts: there is no CAMEO code',
    'the score is called Intensity in older files, Event Intensity in newer ones',
    'a few ids stand on several rows',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    ['Event ID', 'Event Type', 'Event Mode', 'Actor Name', 'Recipient Name'].every((name) =>
      header
        .split('\t')
        .map((cell) => cell.replaceAll('"', '').trim().toLowerCase())
        .includes(name.toLowerCase()),
    ),
  reading: {
    kind: 'csv',
    delimiter: '\t',
    quote: '"',
    header: true,
    missing: ['None', 'NA'],
    columns: {
      id: { type: 'text', header: 'Event ID' },
      date: { type: 'date', header: 'Event Date' },
      type: { type: 'text', header: 'Event Type' },
      mode: { type: 'text', header: 'Event Mode' },
      intensity: { type: 'number', header: ['Event Intensity', 'Intensity'], optional: true },
      contexts: { type: 'text', header: 'Contexts', optional: true },
      ...side('actor', 'Actor'),
      ...side('recipient', 'Recipient'),
      placename: { type: 'text', header: 'Placename', optional: true },
      city: { type: 'text', header: 'City', optional: true },
      district: { type: 'text', header: 'District', optional: true },
      province: { type: 'text', header: 'Province', optional: true },
      country: { type: 'text', header: 'Country', optional: true },
      latitude: { type: 'text', header: 'Latitude', optional: true },
      longitude: { type: 'text', header: 'Longitude', optional: true },
    },
  },
  refuse: [
    {
      when: `raw.type IS NULL OR upper(raw.type) NOT IN (${names(roots)})`,
      because: 'Event Type is no PLOVER root',
    },
  ],
  lookups: { iso: isoCodes, actor_name: actorNames },
  tables: {
    event: {
      from: `raw LEFT JOIN iso country1 ON country1.name = ${first('raw.actor_country')}
        LEFT JOIN iso country2 ON country2.name = ${first('raw.recipient_country')}
        LEFT JOIN actor_name organisation1 ON organisation1.name = lower(${first('raw.actor')})
        LEFT JOIN actor_name organisation2 ON organisation2.name = lower(${first('raw.recipient')})
        LEFT JOIN iso place ON place.name = raw.country`,
      columns: {
        id: 'raw.id',
        date: 'raw.date',
        source: actor(1, 'actor'),
        source_name: 'coalesce(raw.actor, raw.actor_raw)',
        source_sector: first('raw.actor_sector'),
        target: actor(2, 'recipient'),
        target_name: 'coalesce(raw.recipient, raw.recipient_raw)',
        target_sector: first('raw.recipient_sector'),
        root: 'upper(raw.type)',
        mode: 'lower(raw.mode)',
        contexts: "replace(replace(raw.contexts, '; ', ';'), ';', '; ')",
        intensity: 'raw.intensity',
        place: 'coalesce(raw.placename, raw.city, raw.district, raw.province, raw.country)',
        place_state: "coalesce(place.code, 'iso:' || raw.country)",
        latitude: degreesSql('raw.latitude', 90),
        longitude: degreesSql('raw.longitude', 180),
      },
    },
  },
  edition: 'part',
  large: true,
};
