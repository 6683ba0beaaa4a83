import type { Format } from '../../model/format.ts';
import { degreesSql, isCameoSql } from './cameo.ts';
import { actorNames } from './countries.ts';
import { roleSql } from './roles.ts';
import { icews } from './sources.ts';

/** What stands in brackets at the end of a name, else the name: “Ministry (Japan)” is of Japan. */
export const bracketSql = (name: string): string => `lower(rtrim(split_part(${name}, ' (', -1), ')'))`;

/** Who acts: its country; where it has none, the organisation that it is or is of; else nobody that has a code. */
const actor = (n: 1 | 2, country: string): string =>
  `CASE WHEN ${country} IS NULL THEN organisation${n}.code ELSE coalesce(country${n}.code, 'name:' || ${country}) END`;

/** ICEWS, the official files of a year or a day: who did what to whom, in which sentence of which report. */
export const icewsEvents: Format = {
  id: 'icews-events',
  title: 'ICEWS coded event data',
  source: icews,
  quirks: [
    'nothing is quoted; NA is “missing” in some copies',
    'actors are named in English; states as ICEWS spells them (“Occupied Palestinian Territory”)',
    'an actor without a country is the organisation that it is or that stands in brackets (“Ministry (European Union)”); a person, company or armed group without one has only a name',
    'meetings are two rows, one for each side',
    'an id may stand on several rows: the story is told in several sentences, or coded anew',
    'the intensity is ICEWS’s own; older releases have no story, sentence and place',
    'sectors are told as CAMEO’s roles where it has one, the more telling before GOV, else in ICEWS’s words',
  ],
  version: 1,
  recognise: ({ lines: [header = ''] }) =>
    /^Event ID\tEvent Date\t/i.test(header) &&
    /\tSource Name\t/i.test(header) &&
    /\tCAMEO Code\t/i.test(header),
  reading: {
    kind: 'csv',
    delimiter: '\t',
    quote: '',
    header: true,
    missing: ['NA', 'NULL'],
    columns: {
      id: { type: 'text', header: 'Event ID' },
      date: { type: 'date', header: 'Event Date' },
      source: { type: 'text', header: 'Source Name' },
      source_sectors: { type: 'text', header: 'Source Sectors', optional: true },
      source_country: { type: 'text', header: 'Source Country' },
      cameo: { type: 'text', header: 'CAMEO Code' },
      intensity: { type: 'number', header: 'Intensity' },
      target: { type: 'text', header: 'Target Name' },
      target_sectors: { type: 'text', header: 'Target Sectors', optional: true },
      target_country: { type: 'text', header: 'Target Country' },
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
      when: `raw.cameo IS NULL OR NOT ${isCameoSql('raw.cameo')}`,
      because: 'the CAMEO code is none: is a leading zero lost?',
    },
  ],
  lookups: { actor_name: actorNames },
  tables: {
    event: {
      from: `raw LEFT JOIN cameo ON cameo.code = raw.cameo
        LEFT JOIN actor_name country1 ON country1.name = lower(raw.source_country)
        LEFT JOIN actor_name country2 ON country2.name = lower(raw.target_country)
        LEFT JOIN actor_name organisation1 ON organisation1.name = ${bracketSql('raw.source')}
        LEFT JOIN actor_name organisation2 ON organisation2.name = ${bracketSql('raw.target')}
        LEFT JOIN actor_name place ON place.name = lower(raw.country)`,
      columns: {
        id: 'raw.id',
        date: 'raw.date',
        source: actor(1, 'raw.source_country'),
        source_name: 'raw.source',
        source_sector: roleSql('raw.source_sectors'),
        target: actor(2, 'raw.target_country'),
        target_name: 'raw.target',
        target_sector: roleSql('raw.target_sectors'),
        root: 'cameo.root',
        mode: 'cameo.mode',
        cameo: 'raw.cameo',
        intensity: 'raw.intensity',
        place: 'coalesce(raw.city, raw.district, raw.province, raw.country)',
        place_state: "coalesce(place.code, 'name:' || raw.country)",
        latitude: degreesSql('raw.latitude', 90),
        longitude: degreesSql('raw.longitude', 180),
      },
    },
  },
  edition: 'part',
  large: true,
};
