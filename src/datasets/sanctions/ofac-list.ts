import type { Format, Head } from '../../model/format.ts';
import { joined, labelled, together } from './cells.ts';
import { countryLookups, statesNamed } from './countries.ts';
import { isConsolidated, isOfac, ofacMissing, recordOf } from './ofac.ts';
import { ofacSources } from './sources.ts';

/** States of which a remark says that somebody is a national, and a ship's flag. */
const states = String.raw`list_filter(
  list_append(
    list_transform(
      regexp_split_to_array(coalesce(raw.remarks, ''), ';\s*'),
      x -> regexp_extract(x, '^(?:alt\. )?(?:nationality|citizen|Nationality of Registration) (.*?)\.?$', 1)),
    raw.vessel_flag),
  x -> x IS NOT NULL AND x NOT IN ('', 'None Identified'))`;

const aliases = String.raw`regexp_extract_all(coalesce(raw.remarks, ''), 'a\.k\.a\. ''(.*?)''(?:;|\.?$)', 1)`;

/** Twelve columns without a header: number, name, kind, programmes, title, five of a ship, its owner, remarks. */
const isList = (head: Head): boolean => isOfac(head, 12, ([, , kind]) => /^-0- ?$|^[a-z]+$/.test(kind ?? ''));

/** Programmes of the lists that are not the SDN list; on those before 2022 every entry is under one of them. */
const nonSdn = /^(NS-|CMIC|561-|SSI|FSE|MBS|CAPTA)/;

const beginsAsConsolidated = (head: Head): boolean =>
  head.lines.slice(0, 5).some((line) => nonSdn.test(recordOf(line)?.[3] ?? ''));

const list = (
  of: 'sdn' | 'consolidated',
  { id, title, file }: { readonly id: string; readonly title: string; readonly file: string },
): Format => ({
  id,
  title,
  source: ofacSources[of],
  quirks: [
    'there is no header; `-0- ` is “missing”, and a lone ^Z on the last line is the end of the file',
    'several programmes stand as `SDGT] [IFSR`',
    'a remark ends after 1,000 characters and goes on in the file of comments; addresses and other names are in files of their own, under the same number',
    `the SDN list and the consolidated list of other measures have one layout: ${file}`,
  ],
  version: 1,
  recognise: (head) =>
    isList(head) && (isConsolidated(head) || beginsAsConsolidated(head)) === (of === 'consolidated'),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: false,
    missing: ofacMissing,
    columns: {
      number: { type: 'integer' },
      name: { type: 'text' },
      kind: { type: 'text' },
      programmes: { type: 'text' },
      title: { type: 'text' },
      call_sign: { type: 'text' },
      vessel_type: { type: 'text' },
      tonnage: { type: 'text' },
      gross_tonnage: { type: 'text' },
      vessel_flag: { type: 'text' },
      vessel_owner: { type: 'text' },
      remarks: { type: 'text' },
    },
  },
  lookups: countryLookups,
  refuse: [
    {
      when: "raw.kind NOT IN ('individual', 'vessel', 'aircraft')",
      because: 'the kind is none of individual, vessel, aircraft',
    },
  ],
  tables: {
    designation: {
      from: `raw LEFT JOIN ${statesNamed(states)} s ON s._row = raw._row`,
      columns: {
        id: 'raw.number::VARCHAR',
        authority: "'US'",
        list: "replace(raw.programmes, '] [', '; ')",
        kind: "CASE raw.kind WHEN 'individual' THEN 'person' WHEN 'vessel' THEN 'vessel' WHEN 'aircraft' THEN 'aircraft' ELSE 'entity' END",
        name: 'raw.name',
        aliases: joined(aliases),
        states: 's.states',
        note: together(
          'raw.title',
          labelled('vessel type', 'raw.vessel_type'),
          labelled('call sign', 'raw.call_sign'),
          labelled('tonnage', 'raw.tonnage'),
          labelled('gross registered tonnage', 'raw.gross_tonnage'),
          labelled('owner', 'raw.vessel_owner'),
          'raw.remarks',
        ),
        locator: "'ent_num ' || raw.number",
      },
    },
  },
  expect: {
    'a number stands once': 'SELECT id FROM designation GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
  family: `${id}`,
});

/** Who is blocked by the United States: sdn.csv. */
export const ofacSdn = list('sdn', {
  id: 'ofac-sdn',
  title: 'OFAC list of Specially Designated Nationals, sdn.csv',
  file: 'this is the SDN list, sdn.csv',
});

/** On whom the United States lay lesser measures: cons_prim.csv. */
export const ofacConsolidated = list('consolidated', {
  id: 'ofac-consolidated',
  title: 'OFAC consolidated list of others than SDNs, cons_prim.csv',
  file: 'this is the consolidated list, cons_prim.csv',
});
